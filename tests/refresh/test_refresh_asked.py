"""Slides that are at stake as a whole, remembered until they are decided."""

from __future__ import annotations

from dataclasses import replace

from refresh_corpus import generated, recognised
from refresh_releases import BASE, TABLE, kinds_changed, with_slot

from deck.refresh.asked import KEY, asked_about, parts_in, remembered, slots_in, to_remember
from deck.refresh.plan import Decisions, Theirs
from deck.refresh.planned import plan_deck

WITHOUT = replace(BASE, slides=tuple(slide for slide in BASE.slides if slide.id != "why"))


def test_what_is_remembered_comes_back_and_damage_is_nothing() -> None:
    assert remembered(to_remember({"why", "sources"})) == {"why", "sources"} and to_remember(()) == {}
    for damaged in ("", "7", "{}", '[["why"]]', "[" * 9_999):
        assert remembered({KEY: damaged}) == frozenset()


def test_a_slide_that_was_asked_about_does_not_go_unasked() -> None:
    known, theirs = recognised(generated()), Theirs(presentation=WITHOUT)
    assert plan_deck(known, theirs, Decisions()).plan.conflicts == ()
    plan = plan_deck(replace(known, asked=frozenset({"why"})), theirs, Decisions()).plan
    assert asked_about(plan.conflicts) == {"why"} and plan.merged.slide("why") is not None


def test_a_decision_ends_it() -> None:
    known = replace(recognised(generated()), asked=frozenset({"why"}))
    for side in ("mine", "theirs"):
        plan = plan_deck(known, Theirs(presentation=WITHOUT), Decisions(choices={"why": side})).plan
        assert asked_about(plan.conflicts) == frozenset() and plan.merged.slide("why") is None


def test_a_question_about_words_is_none_about_the_slide() -> None:
    known = replace(recognised(generated()), asked=frozenset({"why"}))
    assert plan_deck(known, Theirs(presentation=BASE), Decisions()).plan.conflicts == ()


def test_a_slide_does_not_become_of_another_kind_unasked_either() -> None:
    known, theirs = recognised(generated()), Theirs(presentation=kinds_changed())
    assert plan_deck(known, theirs, Decisions()).plan.conflicts == ()
    plan = plan_deck(replace(known, asked=frozenset({"why"})), theirs, Decisions()).plan
    kept = plan.merged.slide("why")
    assert asked_about(plan.conflicts) == {"why"} and kept is not None and kept.kind == "content"


def test_a_row_that_was_asked_about_does_not_go_unasked() -> None:
    known = recognised(generated())
    fewer = Theirs(presentation=with_slot(BASE, "table", "object", replace(TABLE, rows=TABLE.rows[:-1])))
    assert plan_deck(known, fewer, Decisions()).plan.conflicts == ()
    known = replace(known, asked=frozenset({"table/object:sjo"}))
    plan = plan_deck(known, fewer, Decisions()).plan
    assert asked_about(plan.conflicts) == {"table/object:sjo"}
    decided = plan_deck(known, fewer, Decisions(choices={"table/object:sjo": "theirs"})).plan
    assert asked_about(decided.conflicts) == frozenset()


def test_rows_are_told_from_slots() -> None:
    known = {"why", "why/body", "table/object:sjo", "table:odd"}
    assert slots_in(known) == {("why", "body")} and parts_in(known) == {("table", "object", "sjo")}
