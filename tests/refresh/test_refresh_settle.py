"""Looks that a program wrote anew are the base's where the words are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from refresh_releases import BASE, CHART, TABLE, with_slot

from deck.presentation import Block, Diagram, Item, Link, Paragraph, Picture, Presentation, Run, Text
from deck.refresh.settle import paragraph, settled

WAS = Paragraph((Run("Målen "), Run("gäller", bold=True), Run(" alla", link=Link(url="https://rus.se/"))))


@pytest.mark.parametrize(
    ("said", "looks"),
    [
        ("Målen gäller alla", [("Målen ", False), ("gäller", True), (" alla", False)]),
        ("Målen gäller er alla", [("Målen ", False), ("gäller", True), (" er alla", False)]),
        ("Något helt annat", [("Något helt annat", False)]),
    ],
)
def test_the_base_s_looks_are_on_the_base_s_words(said: str, looks: list[tuple[str, bool]]) -> None:
    mine = Paragraph((Run(said[:3], bold=True, italic=True, lang="en-US"), Run(said[3:], italic=True)))
    found = paragraph(WAS, mine)
    assert found.text == said and not any(run.italic or run.lang for run in found.runs)
    assert "".join(run.text for run in found.runs if run.bold) == "".join(words for words, bold in looks if bold)


def test_new_words_look_as_those_before_them() -> None:
    base = Paragraph((Run("Förslag:", bold=True), Run(" välj en fråga")))
    new = Paragraph((Run("Förslag: välj en fråga och svara på den", bold=True),))
    assert [(run.text, run.bold) for run in paragraph(base, new).runs] == [
        ("Förslag:", True),
        (" välj en fråga och svara på den", False),
    ]


@pytest.mark.parametrize(
    ("own", "settled"),
    [
        ("https://rus.se/", "https://rus.se"),
        ("https://rus.se/mal", "https://rus.se/mal"),
        ("http://rus.se/", "http://rus.se/"),
    ],
)
def test_an_address_without_a_path_is_its_roots(own: str, settled: str) -> None:
    base = Paragraph((Run("RUS", link=Link(url="https://rus.se")),))
    (run,) = paragraph(base, Paragraph((Run("RUS", link=Link(url=own)),))).runs
    assert run.link == Link(url=settled)


def test_where_one_of_them_says_nothing_it_stays() -> None:
    empty = Paragraph(())
    assert paragraph(empty, WAS) == WAS and paragraph(WAS, empty) == empty


def block(presentation: Presentation, slide: str, slot: str) -> Block:
    held = presentation.slide(slide)
    found = held.slot(slot) if held is not None else None
    assert found is not None
    return found.block


def test_alternative_texts_and_marks_that_a_program_forgot_are_the_base_s() -> None:
    now = with_slot(BASE, "table", "object", replace(TABLE, alt="", first_column=not TABLE.first_column))
    now = with_slot(now, "chart", "object", replace(CHART, alt="", number_format="0.00"))
    for slide in ("table", "chart"):
        assert block(settled(now, BASE), slide, "object") == block(BASE, slide, "object")
    said = with_slot(BASE, "table", "object", replace(TABLE, alt="Min text"))
    assert block(settled(said, BASE), "table", "object") == replace(TABLE, alt="Min text")


def test_a_link_to_a_slide_went_astray_but_one_to_a_page_is_its_owner_s() -> None:
    cards = block(BASE, "cards", "object")
    assert isinstance(cards, Diagram)
    linked = replace(cards, items=(replace(cards.items[0], link=Link(slide="why")), *cards.items[1:]))
    base = with_slot(BASE, "cards", "object", linked)

    def now(link: Link | None) -> Item:
        mine = with_slot(base, "cards", "object", replace(linked, items=(replace(linked.items[0], link=link), *linked.items[1:])))
        found = block(settled(mine, base), "cards", "object")
        assert isinstance(found, Diagram)
        return found.items[0]

    assert now(None).link == now(Link(slide="title")).link == Link(slide="why")
    assert now(Link(url="https://a.se")).link == Link(url="https://a.se")
    assert now(Link(slide="own:300")).link == Link(slide="own:300")


def test_own_slides_and_own_blocks_are_left_alone() -> None:
    other = replace(BASE, slides=(replace(BASE.slides[1], id="mitt"),))
    assert settled(other, BASE) == other
    text = with_slot(BASE, "chart", "object", Text((WAS,)))
    assert block(settled(text, BASE), "chart", "object") == Text((WAS,))
    picture = block(BASE, "photo", "picture")
    assert isinstance(picture, Picture) and block(settled(BASE, BASE), "photo", "picture") == picture


def test_levels_that_a_program_forgot_are_the_base_s_but_not_those_of_a_list() -> None:
    was = Text((Paragraph((Run("Namn"),)), Paragraph((Run("roll"),), level=1)))
    flat = Text(tuple(replace(item, level=0) for item in was.paragraphs))
    base, now = (with_slot(BASE, "why", "body", held) for held in (was, flat))
    assert block(settled(now, base), "why", "body") == was
    listed = [Text(tuple(replace(item, list="bullet") for item in held.paragraphs)) for held in (was, flat)]
    base, now = (with_slot(BASE, "why", "body", held) for held in listed)
    assert block(settled(now, base), "why", "body") == listed[1]
