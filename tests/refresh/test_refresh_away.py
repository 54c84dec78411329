"""What is told of what an owner took away, where the guidance has news of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from merge_sides import planned
from refresh_releases import BASE, CHART, TABLE, png, slide, with_slot

from deck.presentation import Diagram, Item, Link, Media, Paragraph, Picture, Presentation, Run, Slide, Text, paragraph, text
from deck.refresh.away import news_of
from deck.refresh.outcome import Change, Refreshed
from deck.refresh.report.text import as_text
from deck.refresh.told import changes


def with_notes(name: str, *lines: str) -> Presentation:
    notes = tuple(paragraph(line) for line in lines)
    return replace(BASE, slides=tuple(replace(it, notes=notes) if it.id == name else it for it in BASE.slides))


def told_of_deleted(name: str, theirs: Presentation) -> Change:
    """What is told where the owner deleted a slide."""
    mine = replace(BASE, slides=tuple(it for it in BASE.slides if it.id != name))
    (found,) = [item for item in changes(planned(BASE, mine, theirs)) if (item.kind, item.slide) == ("slide-deleted", name)]
    return found


def test_new_notes_of_a_deleted_slide_are_told_and_no_words_that_are_as_before() -> None:
    found = told_of_deleted("why", with_notes("why", "Säg något helt nytt."))
    assert found.after == "speaker notes: Säg något helt nytt." and found.before.startswith("speaker notes: Säg något om why.")


def test_new_words_and_new_notes_of_a_deleted_slide_are_both_told() -> None:
    theirs = with_slot(with_notes("why", "Säg något helt nytt."), "why", "title", text("En ny rubrik"))
    found = told_of_deleted("why", theirs)
    assert found.after.startswith("En ny rubrik\n") and found.after.endswith("\nspeaker notes: Säg något helt nytt.")
    assert "Varför ska vi" in found.before and "Säg något om why." in found.before


def test_another_address_on_a_deleted_slide_is_told_of_linked_words() -> None:
    led = Text(
        (Paragraph((Run("Vägledningen finns "), Run("hos RUS", link=Link(url="https://nytt.se/")), Run(".")), 0, "bullet"),)
    )
    was = Text(
        (
            replace(
                led.paragraphs[0], runs=(led.paragraphs[0].runs[0], Run("hos RUS", link=Link(url="https://rus.se/")), Run("."))
            ),
        )
    )
    assert news_of(was, led) == ("link: hos RUS (https://rus.se/)", "link: hos RUS (https://nytt.se/)")
    assert news_of(was.paragraphs, led.paragraphs)[1] == "link: hos RUS (https://nytt.se/)"


def test_another_address_of_a_part_of_a_diagram_is_told() -> None:
    def links(url: str) -> Diagram:
        return Diagram("cards", (Item("a", "Hela vägledningen", "rus.se", link=Link(url=url)),), "Länkar.")

    assert news_of(links("https://a.se"), links("https://b.se"))[1] == "link: Hela vägledningen (https://b.se)"


def test_what_a_slide_does_not_show_is_told_of_every_kind_of_block() -> None:
    assert news_of(TABLE, replace(TABLE, alt="Ny text."))[1] == "alternative text: Ny text."
    labelled = replace(CHART, labels=("många", "", ""))
    more = replace(labelled, series=(replace(CHART.series[0], values=(50.0, 25.0, 15.0)),))
    assert news_of(labelled, more) == ("Planera: 40", "Planera: 50")
    weighed = Diagram("cards", (Item("a", "Luft", value=3.0),), "Vikter.")
    assert news_of(weighed, replace(weighed, items=(Item("a", "Luft", value=4.0),)))[1] == "Luft: 4"
    one = Picture(Media("image/png", png()), 60, 40, "En sjö.", name="sjö.png")
    assert news_of(one, replace(one, media=Media("image/png", png("blue")), name="å.png"))[1] == "picture: å.png (60 × 40)"


def test_of_a_slide_that_is_as_before_nothing_is_told() -> None:
    why: Slide = BASE.slides[1]
    assert news_of(why, why)[1] == news_of(why, None)[1] == news_of(why, replace(why, section="end", sources=()))[1] == ""


def test_words_that_read_alike_are_not_announced_as_news(tmp_path: Path) -> None:
    was = slide("x", "content", "start", ("title", text("Rubrik")), ("body", Text((Paragraph((Run("Ord"),)),))))
    bold = replace(was, slots=(was.slots[0], replace(was.slots[1], block=Text((Paragraph((Run("Ord", bold=True),)),)))))
    before, after = news_of(was, bold)
    assert before == after == "Rubrik\nOrd"
    away = Change("slide-deleted", "x", before=before, after=after, title="Rubrik")
    said = as_text(Refreshed(tmp_path / "a.pptx", "refreshed", changes=(away,)))
    assert "there: the same words, with other line breaks, links or looks" in said and "Rubrik / Ord" not in said
