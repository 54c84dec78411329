"""What the rules say of a deck that was made: proved once for decks that are alike; an organisation's own faults are told, and
not held against the deck."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deck.brand import load_brand
from deck.diagnostics import Diagnostic, Severity, Where
from deck.making import Recipe, template_for
from deck.making.proofs import alike, proofs
from deck.package import Package, open_package
from deck.places import load_places
from deck.template import default_template_path

PACKAGE = open_package(default_template_path())


def key(recipe: Recipe, material: str = "m"):
    places = load_places()
    place = places.find(recipe.place)
    brand = load_brand(place, places)
    return alike(recipe, place, brand, material, template_for(recipe, brand))


def test_decks_of_the_same_words_and_layouts_are_alike_and_no_others() -> None:
    lund = Recipe("lund", "kort")
    assert key(lund).material == "m" and key(lund).outline == "kort"
    different = [lund, replace(lund, outline="standard"), replace(lund, audience="politiker"), replace(lund, place="12")]
    assert len({key(recipe) for recipe in different}) == len(different)
    assert key(lund) != key(lund, "other words")


LAYOUT, SLIDE = Where("x", part="ppt/slideLayouts/slideLayout1.xml"), Where("x", part="ppt/slides/slide1.xml")
FAULT = Diagnostic("opens/x", Severity.ERROR, "fel", LAYOUT)
DOUBT = Diagnostic("fits/x", Severity.WARNING, "trångt", SLIDE)


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[Diagnostic]:
    items = [FAULT, replace(FAULT, where=SLIDE), DOUBT, replace(DOUBT, message="trångt här också")]

    def check_built(_package: Package, _like: object, _name: str) -> list[Diagnostic]:
        return items

    monkeypatch.setattr("deck.check.check_built", check_built)
    return items


def test_in_our_own_template_everything_counts(found: list[Diagnostic]) -> None:
    assert proofs(PACKAGE, key(Recipe("lund")), "x", house=False) == found


def test_in_a_house_s_own_template_only_errors_of_ours_count(found: list[Diagnostic]) -> None:
    said = proofs(PACKAGE, key(Recipe("lund")), "x", house=True)
    assert [item for item in said if item.severity == Severity.ERROR] == [found[1]]
    told = [item for item in said if item.severity == Severity.INFO]
    assert [item.code for item in told] == ["opens/x", "fits/x"] and len(said) == 3
    assert "1" in told[1].message and "`deck check`" in told[1].message, "those more like it are counted"
