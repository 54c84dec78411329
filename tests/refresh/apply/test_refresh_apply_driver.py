"""The driver: every kind of edit is known, and one alone says itself and nothing else."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from apply_deck import on_bench
from merge_sides import folded
from refresh_corpus import edited, generated
from refresh_releases import RELEASES

from deck.presentation import Slide
from deck.refresh.apply import APPLY, KINDS, apply
from deck.refresh.apply.fit import Fit
from deck.refresh.canon import canonical_presentation
from deck.refresh.plan import Edit, Mine


def lacking(kinds: frozenset[type]) -> list[str]:
    return sorted(kind.__name__ for kind in kinds if kind not in APPLY)


def test_every_kind_of_edit_is_applied_by_a_function_of_its_own() -> None:
    assert lacking(KINDS) == []
    assert frozenset(APPLY) == KINDS == {*get_args(Edit), *get_args(Fit)}
    assert len(set(APPLY.values())) == len(APPLY)


def test_a_kind_that_nothing_applies_is_missed_by_name() -> None:
    class SetWeather:
        pass

    assert lacking(KINDS | {SetWeather}) == ["SetWeather"]


def said(slide: Slide) -> str:
    """A row of the owner's is known by its place, too, and that may change."""
    return re.sub(r"own-\d+-", "own-", repr((slide.slots, slide.notes)))


@pytest.mark.parametrize("release", [name for name in RELEASES if name != "same"])
def test_a_plan_applied_is_what_was_merged(release: str) -> None:
    deck = on_bench(RELEASES[release](), edited(["rewrite-first-bullet", "row-added"]).data)
    apply(deck.plan, deck.bench)
    wanted, _order = folded(Mine(presentation=deck.bench.before.now, order=deck.bench.before.order), deck.plan.edits)
    now = canonical_presentation(deck.said())
    assert {slide.id: said(slide) for slide in now.slides} == {slide.id: said(slide) for slide in wanted.slides}
    assert [slide.id for slide in now.slides] == [slide.id for slide in wanted.slides]


def test_a_plan_without_news_changes_no_part() -> None:
    deck = on_bench(RELEASES["same"](), generated())
    before = dict(deck.bench.document.parts)
    apply(deck.plan, deck.bench)
    assert deck.plan.silent and not deck.changed() and deck.bench.document.parts == before
