"""Words that go because the part that they stand in is written anew."""

from __future__ import annotations

from collections import Counter

from refresh_corpus import generated

from deck.drawing.sheet import walk
from deck.package import Package, open_package
from deck.pptx import read_pptx
from deck.pptx.identity import creation_of
from deck.refresh.guard import Losable, keyed
from deck.refresh.guard.inventory import spoken
from deck.refresh.guard.renewed import renewed


def said(words: str, slide: str) -> Package:
    """The deck, the first part with an id on a slide saying other words."""
    package = open_package(generated(), "test")
    deck = read_pptx(package)
    part = next(piece.part for piece in deck.slides if piece.slide == slide)
    shape = next(item for item in walk(deck.sheets.sheet(part).tree) if creation_of(item) and spoken(item))
    old = next(iter(spoken(shape))).what
    return package.replace({part: package.parts[part].replace(f">{old}".encode(), f">{words}".encode(), 1)})


def left(mine: Package, now: Package, then: Package) -> Counter[Losable]:
    sides = [(deck.sheets, keyed(deck)) for deck in map(read_pptx, (mine, now, then))]
    return renewed(sides[0], sides[1], sides[2], ["cards"])["cards"]


def test_a_part_that_reads_as_written_goes_with_its_words() -> None:
    now, then = said("3", "cards"), said("4", "cards")
    assert left(now, now, then) == {Losable("word", "3"): 1}


def test_words_of_its_owner_s_stay() -> None:
    now, then = said("3", "cards"), said("4", "cards")
    assert left(said("5", "cards"), now, then) == {}


def test_a_part_that_stays_takes_nothing() -> None:
    now = said("3", "cards")
    assert left(now, now, now) == {}
