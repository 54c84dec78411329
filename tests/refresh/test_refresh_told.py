"""What a person is told of a plan."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from merge_sides import mine_of, planned
from refresh_releases import BASE, RELEASES, TABLE, bullets, row, with_slot

from deck.presentation import Cell, Link, Paragraph, Presentation, Run, Text, text
from deck.refresh.outcome import ChangeKind
from deck.refresh.plan import Point, SetPoint
from deck.refresh.told import changes, questions, readthrough, words_of


def kinds(base: Presentation, mine: Presentation, theirs: Presentation, **choices: object) -> list[tuple[str, str, str]]:
    return [(item.kind, item.slide, item.slot) for item in changes(planned(base, mine, theirs, **choices))]


def test_both_sides_in_one_slot_are_told_as_merged() -> None:
    mine = with_slot(BASE, "next", "body", bullets("Läs vägledningen", "Boka ett möte", "Bestäm vem som gör vad", "Mitt"))
    theirs = with_slot(BASE, "next", "body", bullets("Läs hela vägledningen", "Boka ett möte", "Bestäm vem som gör vad"))
    assert ("merged", "next", "body") in kinds(BASE, mine, theirs)


@pytest.mark.parametrize("prefer", ["mine", "theirs"])
def test_a_decision_says_what_went_and_what_stands(prefer: str) -> None:
    mine, theirs = (with_slot(BASE, "why", "title", text(words)) for words in ("Min egen rubrik", "Guidens nya ord"))
    plan = planned(BASE, mine, theirs, prefer=prefer)
    (told,) = [item for item in changes(plan) if item.kind == f"resolved-{prefer}"]
    stands = "Min egen rubrik" if prefer == "mine" else "Guidens nya ord"
    assert told.after == stands != told.before and not questions(plan)


def test_slides_that_come_go_and_move() -> None:
    found = kinds(BASE, BASE, RELEASES["slides"]())
    assert {("slide-added", "news", ""), ("slide-removed", "compare", ""), ("slide-removed", "qr", "")} <= set(found)
    assert ("slide-moved", "cards", "") in kinds(BASE, BASE, RELEASES["moved"]())
    own = mine_of(BASE, ["own:x"])
    assert [item.slide for item in changes(planned(BASE, own, BASE)) if item.kind == "own-slide"] == ["own:x"]


def test_every_kind_of_change_is_one_that_reports_know() -> None:
    mine = with_slot(BASE, "table", "object", replace(TABLE, rows=(*TABLE.rows, row("egen", "a", "b", "c"))))
    for release in RELEASES.values():
        assert {item.kind for item in changes(planned(BASE, mine, release()))} <= set(get_args(ChangeKind))


def test_an_edit_in_words() -> None:
    before, after = Point(value=1.0), Point(value=80.0, label="drygt 75")
    edit = SetPoint(slide="chart", slot="object", series="K", category="Planera", before=before, after=after)
    assert words_of(edit) == ("Planera: 1", "Planera: 80 (drygt 75)")


def test_sentences_of_both_are_to_be_read_through() -> None:
    base = with_slot(BASE, "why", "title", text("Målen gäller hela samhället i kommunen varje år."))
    mine = with_slot(BASE, "why", "title", text("Målen gäller hela det goda samhället i kommunen varje år."))
    theirs = with_slot(BASE, "why", "title", text("Målen gäller hela samhället i kommunen varje nytt år."))
    (item,) = readthrough(planned(base, mine, theirs))
    assert item.result == "Målen gäller hela det goda samhället i kommunen varje nytt år." and item.slide == "why"


def test_a_question_says_where_linked_words_lead() -> None:
    def body(words: str, url: str | None = None) -> Text:
        return Text((Paragraph((Run(words, link=Link(url) if url else None),), 0, "bullet"),))

    base = with_slot(BASE, "next", "body", body("Läs vägledningen"))
    mine = with_slot(BASE, "next", "body", body("Hoppa över den här punkten"))
    theirs = with_slot(BASE, "next", "body", body("Beställ det nya stödet", "https://rus.se/nytt"))
    (asked,) = questions(planned(base, mine, theirs))
    assert asked.theirs == "Beställ det nya stödet (https://rus.se/nytt)" and asked.mine == "Hoppa över den här punkten"
    assert asked.base == "Läs vägledningen"


def test_a_question_about_a_row_says_where_its_words_lead() -> None:
    last = TABLE.rows[-1]
    linked = replace(last, cells=(Cell((Paragraph((Run("se vår sida", link=Link("https://egen.se/")),)),)), *last.cells[1:]))
    mine = with_slot(BASE, "table", "object", replace(TABLE, rows=(*TABLE.rows[:-1], linked)))
    theirs = with_slot(BASE, "table", "object", replace(TABLE, rows=TABLE.rows[:-1]))
    (asked,) = questions(planned(BASE, mine, theirs))
    assert asked.property == "row" and not asked.theirs and "https://egen.se" in asked.mine
