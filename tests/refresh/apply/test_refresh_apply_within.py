"""A slot on the pages of its slide: put in, taken out, exchanged, or changed within."""

from __future__ import annotations

from dataclasses import replace

import pytest
from apply_deck import on_bench, with_block
from refresh_releases import bullets

from deck.drawing.names import Element, detach
from deck.refresh.apply.page import PagePatch
from deck.refresh.apply.sides import Parting, Way
from deck.refresh.apply.within import on_pages

WANTED = with_block("why", "body", bullets("En rad"))


def never(_n: int, _patch: PagePatch, _target: Element, _source: Element) -> bool:
    raise AssertionError("there is nothing to change within")


def test_what_is_missing_is_put_in_but_not_where_the_owner_parts_the_slide() -> None:
    for way, there in ((Way.ALIKE, True), (Way.OWNERS, False)):
        deck = on_bench(WANTED)
        detach(deck.shape("why", "body"))
        sides = deck.bench.sides("why")
        deck.bench._sides["why"] = (sides, Parting(way, sides.mine))
        on_pages(deck.bench, "why", "body", never)
        assert (deck.bench.pages("why")[0].shape("body") is not None) == there


def test_what_the_new_page_has_not_is_taken_out() -> None:
    deck = on_bench(WANTED)
    sides = deck.bench.sides("why")
    other = deck.bench.fresh.pages["title"][0]
    bare = replace(sides, fresh=(other,))
    deck.bench._sides["why"] = (bare, Parting(Way.ALIKE, sides.mine))
    on_pages(deck.bench, "why", "body", never)
    assert deck.bench.pages("why")[0].shape("body") is None


@pytest.mark.parametrize("done", [True, False])
def test_what_cannot_be_changed_within_is_exchanged(done: bool) -> None:
    deck = on_bench(WANTED)
    before = deck.shape("why", "body")
    seen: list[int] = []

    def within(n: int, _patch: PagePatch, _target: Element, _source: Element) -> bool:
        seen.append(n)
        return done

    on_pages(deck.bench, "why", "body", within)
    assert seen == [0] and (deck.shape("why", "body") is before) == done
