"""Where a deck remembers its slots to stand."""

from __future__ import annotations

from dataclasses import replace

from refresh_corpus import generated
from refresh_releases import BASE

from deck.package import open_package
from deck.pptx import read_pptx
from deck.refresh.pages import pages_of
from deck.refresh.placed import NOWHERE, placed_after

DECK = read_pptx(open_package(generated(), "test"))
PAGES = pages_of(DECK, BASE.lang)
BEFORE = DECK.manifest.placed if DECK.manifest is not None else {}
ELSEWHERE = (1, 2, 3, 4)


def test_what_stands_where_we_put_it_is_where_we_put_it_though_we_would_put_it_elsewhere_now() -> None:
    """A logo on the master makes no owner of who never touched a slide."""
    fresh = {page: dict.fromkeys(boxes, ELSEWHERE) for page, boxes in BEFORE.items()}
    assert placed_after(BEFORE, BASE, BASE, fresh, PAGES)["why"] == BEFORE["why"]


def test_what_was_put_elsewhere_is_remembered_there() -> None:
    before = {page: dict.fromkeys(boxes, ELSEWHERE) for page, boxes in BEFORE.items()}
    assert placed_after(before, BASE, BASE, BEFORE, PAGES) == BEFORE


def test_what_its_owner_took_away_stood_somewhere_or_nowhere() -> None:
    kept = replace(BASE, slides=tuple(replace(s, slots=s.slots[:1]) if s.id == "why" else s for s in BASE.slides))
    fresh = {page: {slot: box for slot, box in boxes.items() if slot == "title"} for page, boxes in BEFORE.items()}
    assert placed_after(BEFORE, BASE, kept, fresh, PAGES)["why"]["body"] == BEFORE["why"]["body"] != NOWHERE


def test_what_no_hand_has_touched_was_put_where_it_stands() -> None:
    """A program's masters would have it elsewhere, and a table with another row is taller than it was."""
    fresh = {page: dict.fromkeys(boxes, ELSEWHERE) for page, boxes in BEFORE.items()}
    assert placed_after(fresh, BASE, BASE, fresh, PAGES, {("why", "body")})["why"]["body"] == BEFORE["why"]["body"]
    assert placed_after(fresh, BASE, BASE, fresh, PAGES)["why"]["body"] == ELSEWHERE


def test_a_page_that_we_would_not_need_today_is_remembered_where_it_stands() -> None:
    pages = {"why": [PAGES["why"][0], replace(PAGES["why"][0], piece=replace(PAGES["why"][0].piece, number=2, parts=2))]}
    fresh = {page: dict.fromkeys(boxes, ELSEWHERE) for page, boxes in BEFORE.items()}
    found = placed_after({}, BASE, BASE, fresh, pages, {("why", "body")})
    assert found["why#2"] == {"body": BEFORE["why"]["body"]}
