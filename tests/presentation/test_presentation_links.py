"""Links between slides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deck.presentation import Diagram, Item, Link, Paragraph, Presentation, Run, Slide, Slot, Text, text
from deck.presentation.links import is_elsewhere, links_in, stays, without_links_to


def linked(target: str | None) -> Presentation:
    """Two slides; the second leads by a word, by a card and from its notes to `target`."""
    led = Link(slide=target) if target else None
    heading = Text((Paragraph((Run("Se "), Run("linjen", link=led))),))
    cards = Diagram(
        "cards", (Item("one", title="Ett", link=led), Item("two", title="Två", link=Link(url="https://rus.se"))), "Två"
    )
    slides = (
        Slide("chart", "content", (Slot("title", "title", text("Linjen")),), (), "a"),
        Slide("cards", "object", (Slot("title", "title", heading), Slot("object", "object", cards)), heading.paragraphs, "a"),
    )
    return replace(EMPTY, slides=slides)


EMPTY = Presentation("T", "sv", "1281", "Lund", "standard", "alla", "2026", (), ())


def test_a_link_to_a_slide_that_went_is_none_and_all_else_is_as_it_was() -> None:
    base = linked("chart")
    led = without_links_to(base, {"chart"})
    assert led == linked(None) != base
    assert led.slides[0] is base.slides[0]


@pytest.mark.parametrize("slides", [(), ("why",)])
def test_where_no_link_leads_there_it_is_the_value_itself(slides: tuple[str, ...]) -> None:
    base = linked("chart")
    assert without_links_to(base, slides) is base


def test_all_links_within_a_value_are_found() -> None:
    base = linked("chart")
    assert [link.slide or link.url for link in links_in(base)] == ["chart", "chart", "https://rus.se", "chart"]
    assert list(links_in({"a": (None, Run("ord", link=Link(slide="chart")))})) == [Link(slide="chart")]
    assert list(links_in(linked(None).slides[0])) == []


@pytest.mark.parametrize(
    ("link", "elsewhere"),
    [
        (None, False),
        (Link(url="https://rus.se/#a"), False),
        (Link(slide="question-learn"), False),
        (Link(slide="own:256"), True),
        (Link(slide="why#2"), True),
        (Link(slide="ppaction://hlinkshowjump?jump=endshow"), True),
    ],
)
def test_what_leads_to_no_slide_of_a_presentation_stays_where_the_guidances_link_goes(link: Link | None, elsewhere: bool) -> None:
    was = Link(slide="why")
    assert is_elsewhere(link) is elsewhere
    assert (stays(was, link, None), stays(was, link, was), stays(link, link, None)) == (elsewhere, False, False)
