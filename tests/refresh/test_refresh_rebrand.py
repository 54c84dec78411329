"""An edited deck in another look: nothing of the owner's is lost, and what they did not touch is as a new deck would have it."""

from __future__ import annotations

from functools import cache

import pytest
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odd_templates import made
from refresh_corpus import (
    edited,
    faults,
    generated,
    lost_edits,
    real,
    real_deck,
    recognised,
    refreshed,
    result_bytes,
    unlike_merged,
)
from refresh_edits import EDITS, Result, threes
from refresh_releases import BASE

from deck.check.judge import check_package
from deck.check.opens import RULES
from deck.diagnostics import Diagnostics
from deck.layout import lay_out
from deck.package import Package, open_package, package_bytes
from deck.pptx import pptx_bytes, read_pptx
from deck.refresh.canon import canonical_presentation
from deck.refresh.pages import pages_of
from deck.refresh.plan import Decisions, Theirs
from deck.refresh.refresh import Remembered, refresh_deck
from deck.template import Template, default_template_path, read_template

LOOKS = (
    "german",
    "4:3",
    "portrait",
    "high-index",
    "dark-map",
    "two-masters",
    "no-placeholders",
    "same-index",
    "wide",
    "gradient",
)
PLACED = {"box-moved", "picture-resized", "chart-moved", "turned"}
"""Edits whose proof is a place on the slide, which another slide size changes."""


@cache
def look(name: str) -> Template:
    return read_template(made(name), name=name)


def moved(data: bytes, after: Template) -> Package:
    known = recognised(data)
    sides = Theirs(presentation=known.base, template=after)
    package = refresh_deck(known, sides, Decisions(), Remembered(after.fingerprint)).package
    assert package is not None
    return package


def opening(package: Package) -> list[str]:
    return [f"{item.rule.code} {item.where.part} {item.message}" for item in check_package(package, "", RULES).findings]


@pytest.mark.parametrize("name", LOOKS)
def test_an_unedited_deck_is_as_a_new_one(name: str) -> None:
    after = look(name)
    package = moved(generated(), after)
    fresh = read_pptx(open_package(pptx_bytes(BASE, lay_out(BASE, after, Diagnostics())), "fresh"))
    now = read_pptx(package)
    assert now.presentation is not None
    assert canonical_presentation(now.presentation) == canonical_presentation(BASE)
    assert [piece.id for piece in now.slides] == [piece.id for piece in fresh.slides]
    ours, theirs = pages_of(now, BASE.lang), pages_of(fresh, BASE.lang)
    for slide, pages in theirs.items():
        for page, other in zip(ours[slide], pages, strict=True):
            assert [page.box(item) for item in page.reader.shapes] == [other.box(item) for item in other.reader.shapes]
            names = [deck.package.one(p.part, "slideLayout") for deck, p in ((now, page), (fresh, other))]
            layouts = [deck.sheets.sheet(part or "").root for deck, part in zip((now, fresh), names, strict=True)]
            named = [held.get("name") for item in layouts if item is not None and (held := item.find("{*}cSld")) is not None]
            assert len(named) == 2 and named[0] == named[1]
    assert opening(package) == []


@pytest.mark.parametrize("names", [*threes(set(EDITS) - PLACED, 1281), *((name,) for name in sorted(PLACED))], ids="+".join)
def test_each_edit_is_in_the_new_look(names: tuple[str, ...]) -> None:
    case = edited(names)
    for template in ("german", "4:3", "no-placeholders"):
        data = package_bytes(moved(case.data, look(template)))
        assert (PLACED.issuperset(names) and template != "german") or lost_edits(case, data) == []
        assert faults(data) == []
        assert refreshed(data, BASE).package is None, "moved once, there is nothing more to do"


@settings(max_examples=examples(6, 30), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(st.sampled_from(sorted(set(EDITS) - PLACED)), min_size=2, max_size=8, unique=True), st.sampled_from(LOOKS))
def test_edits_together_are_in_the_new_look(names: list[str], template: str) -> None:
    case = edited(names)
    package = moved(case.data, look(template))
    data = package_bytes(package)
    assert lost_edits(case, data) == []
    assert faults(data) == []
    assert set(opening(package)) <= set(opening(open_package(case.data, "before")))


def test_there_and_back_again_says_the_same() -> None:
    data = package_bytes(moved(generated(), look("4:3")))
    back = moved(data, read_template(default_template_path()))
    assert set(back.parts) == set(open_package(generated(), "test").parts)
    assert Result(package_bytes(back)).deck.slide_width == Result(generated()).deck.slide_width


@pytest.mark.parametrize("name", ("portrait", "no-placeholders", "low", "outside"))
def test_a_real_deck_moves_and_follows(name: str) -> None:
    """Texts part otherwise in another look: what moves from page to page takes its links along."""
    case = edited(["add-bullet-inside", "own-slide-inside", "red-word", "row-added"], real_deck("2020-04-30"))
    data = package_bytes(moved(case.data, look(name)))
    assert opening(open_package(data, "moved")) == []
    outcome = refreshed(data, real("2021"))
    result = result_bytes(outcome, data)
    assert opening(open_package(result, "refreshed")) == []
    assert lost_edits(case, result) == [] and unlike_merged(outcome, result) == []
    assert refreshed(result, real("2021")).package is None
