"""Relook: the deck into another template."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from types import SimpleNamespace
from typing import Any

import pytest
from apply_deck import OnBench, edited_file, red, reds
from odd_templates import made
from refresh_corpus import generated, recognised
from refresh_releases import BASE, bullets, with_slot

from deck.drawing.scene import extent, xfrm_of
from deck.geometry import Box
from deck.presentation import Presentation
from deck.refresh.apply import apply
from deck.refresh.apply.look import _in_another_look, relook
from deck.refresh.masters import masters_of
from deck.refresh.plan import Decisions, Relook, SetText, Theirs
from deck.refresh.planned import plan_deck
from deck.refresh.refresh import bench_of
from deck.refresh.resize import Resize
from deck.refresh.transform import write_box
from deck.template import Template, read_template


@cache
def look(name: str) -> Template:
    return read_template(made(name), name=name)


def moving(wanted: Presentation, template: Template, data: bytes = b"") -> OnBench:
    known = recognised(data or generated())
    planned = plan_deck(known, Theirs(presentation=wanted, template=template), Decisions())
    return OnBench(bench_of(known, planned), planned.plan)


def test_the_look_is_the_first_edit_of_the_plan() -> None:
    deck = moving(with_slot(BASE, "why", "body", bullets("En rad")), look("german"))
    assert [type(edit) for edit in deck.plan.edits] == [Relook, SetText] and deck.plan.news
    only = moving(BASE, look("german"))
    assert [type(edit) for edit in only.plan.edits] == [Relook] and not only.plan.news and not only.plan.silent


def test_alone_it_says_the_same_words_on_the_new_masters() -> None:
    deck = moving(BASE, look("4:3"))
    old = masters_of(deck.bench.document)
    (edit,) = deck.edits(Relook)
    relook(edit, deck.bench)
    deck.expect([])
    assert not set(masters_of(deck.bench.document)) & set(old) or len(masters_of(deck.bench.document)) == 1
    assert deck.bench.document.deck().sheets.size == look("4:3").size
    assert deck.bench.look is look("4:3") and len(deck.bench.known) == 1


def test_what_its_owner_coloured_keeps_its_looks_and_what_they_moved_its_place() -> None:
    box = Box(2_000_000, 2_000_000, 4_000_000, 2_000_000)

    def change(deck: OnBench) -> None:
        red(deck.shape("why", "body"), "stora möjligheter")
        write_box(deck.shape("chart", "object"), box)

    deck = moving(BASE, look("4:3"), edited_file(change))
    resize = Resize.between(deck.bench.look.size, look("4:3").size)
    apply(deck.plan, deck.bench)
    assert reds(deck.shape("why", "body")) == ["Kommunen har stora möjligheter"]
    wanted = resize.box(box)
    assert extent(xfrm_of(deck.shape("chart", "object"))) == (wanted.x, wanted.y, wanted.w, wanted.h)


def test_the_guidance_s_words_come_in_the_new_look() -> None:
    news = bullets("Målen gäller alla", "Kommunen har stora möjligheter")
    data = edited_file(lambda deck: red(deck.shape("why", "body"), "stora möjligheter"))
    deck = moving(with_slot(BASE, "why", "body", news), look("german"), data)
    apply(deck.plan, deck.bench)
    said = deck.said().slide("why")
    body = said.slot("body") if said is not None else None
    assert body is not None and body.block == news
    assert reds(deck.shape("why", "body")) == ["Kommunen har stora möjligheter"]


@pytest.mark.parametrize("name", ["portrait", "no-placeholders"])
def test_a_slide_that_takes_more_pages_keeps_its_own_where_its_owner_has_a_hand_in_it(name: str) -> None:
    many = bullets(*(f"Det här är punkt nummer {n}, som säger något om målen" for n in range(9)))
    wanted = with_slot(BASE, "why", "body", many)
    for change, told in ((lambda deck: None, False), (lambda deck: red(deck.shape("why", "body"), "nummer 3"), True)):
        known = recognised(generated(wanted))
        planned = plan_deck(known, Theirs(presentation=known.base), Decisions())
        before = OnBench(bench_of(known, planned), planned.plan)
        change(before)
        marks = replace(planned.marks, slides=frozenset({"why"} if told else ()))
        bench = bench_of(known, replace(planned, marks=marks))
        relook(Relook(template=look(name)), bench)
        pages = len(bench.known[-1].pages["why"])
        assert (len(bench.parts["why"]) == len(planned.mine["why"])) == (told or pages == len(planned.mine["why"]))
        assert bool([item for item in bench.problems if item.code == "new-look"]) == (told and pages != len(planned.mine["why"]))


OURS = {f"accent{n}": f"{n}0{n}0{n}0" for n in range(1, 7)}


@pytest.mark.parametrize(("others", "stays"), [(6, True), (4, True), (3, False), (0, False)])
def test_a_slide_that_came_with_a_master_from_elsewhere_keeps_it(others: int, stays: bool) -> None:
    """Where the deck gets back the look that it was made in: by the colours of the theme that most of ours have."""
    elsewhere = {name: "0B5C4A" if n < others else rgb for n, (name, rgb) in enumerate(OURS.items())}
    schemes = {"a": OURS, "b": OURS, "c": elsewhere, "own": elsewhere}
    sheets = SimpleNamespace(sheet=lambda part: SimpleNamespace(theme=SimpleNamespace(scheme=schemes[part])))
    mine = {part: [SimpleNamespace(part=part)] for part in "abc"}
    bench: Any = SimpleNamespace(deck=SimpleNamespace(sheets=sheets), before=SimpleNamespace(mine=mine, own={"own": "own:own"}))
    assert _in_another_look(bench) == (frozenset({"own"}) if stays else frozenset())
