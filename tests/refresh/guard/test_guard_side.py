"""A package's slides as one side of a comparison, and what an owner did, in words."""

from __future__ import annotations

from refresh_corpus import generated

from deck.package import open_package
from deck.pptx import read_pptx
from deck.refresh.guard.side import WHAT, Side, Touch


def test_a_side_knows_its_pages_and_where_they_were_placed() -> None:
    deck = read_pptx(open_package(generated(), "test"))
    side = Side.of(deck)
    assert set(side.pages) == {piece.id for piece in deck.slides} and side.own == ()
    assert side.placed is not None and set(side.placed) <= set(side.pages)


def test_each_kind_of_touch_has_words() -> None:
    assert all(Touch("why", what).words for what in WHAT)
    assert Touch("why", "tip").words == "the tip on a link"
    assert Touch("why", "what nobody has a name for").words == Touch("why", "other").words
