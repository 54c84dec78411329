"""The guard around a refresh."""

from __future__ import annotations

import pytest
from merge_sides import planned
from refresh_corpus import base_written, generated
from refresh_releases import BASE

from deck.diagnostics import Severity
from deck.errors import InputError
from deck.package import Package, open_package
from deck.pptx import read_pptx
from deck.presentation import Slide
from deck.refresh.document import Document
from deck.refresh.guard import Touch, Verdict
from deck.refresh.guard.missing import Missing
from deck.refresh.guard.witness import Broken
from deck.refresh.merged import merged_of
from deck.refresh.pages import pages_of
from deck.refresh.show import arrange
from deck.refresh.stamp import release
from deck.refresh.touched import Touched
from deck.refresh.watch import lacks, marked, touches_of, witnessed


def package() -> Package:
    return open_package(generated(), "test")


def without(name: str) -> tuple[Slide, ...]:
    return tuple(slide for slide in BASE.slides if slide.id != name)


def test_what_is_told_below_the_model_marks_its_slide_and_slot() -> None:
    told = [Touch("why", "look", "body"), Touch("links", "movement", "slide")]
    found = marked(Touched(frozenset({"cards"}), frozenset()), told, BASE)
    assert found.slides == {"cards", "why", "links"} and found.slots == {("why", "body")}


def test_an_untouched_deck_bears_no_hand() -> None:
    side, deck = base_written(BASE, package()), read_pptx(package())
    assert touches_of(deck, pages_of(deck, BASE.lang), BASE, BASE, (side, side), True) == ()


def test_a_package_that_holds_all_is_whole_and_one_that_lost_a_slide_of_its_owner_s_is_refused() -> None:
    held, side = package(), base_written(BASE, package())
    plan = planned(BASE, BASE, BASE)
    same, seen = witnessed(held, read_pptx(held), plan, (side, side))
    assert same is held and seen.whole and not lacks(seen, merged_of(plan), {}, {})
    deck = read_pptx(held)
    part = next(piece.part for piece in deck.slides if piece.slide == "why")
    document = Document(held)
    release(document, part)
    owned = document.package()
    with pytest.raises(InputError, match="would be lost"):
        witnessed(owned, read_pptx(held_without(owned, part)), plan, (side, side))


def held_without(held: Package, part: str) -> Package:
    document = Document(held)
    deck = document.deck()
    arrange(document, deck, [piece.part for piece in deck.slides if piece.part != part], {})
    return document.package()


def test_what_is_missing_or_broken_is_told_with_where_and_what_to_do() -> None:
    missing = Missing("word", "why", "mål")
    seen = Verdict((missing,), (Broken("ppt/slides/slide2.xml", "nowhere", "rId7"),), ())
    found = lacks(seen, merged_of(planned(BASE, BASE, BASE)), {"why": 2}, {})
    assert [item.code for item in found] == ["lost", "broken"] and all(item.severity is Severity.WARNING for item in found)
    assert found[0].where.slide == 2 and "Varför ska vi" in found[0].message and "rId7" in found[1].message
    assert all(item.hint for item in found)
