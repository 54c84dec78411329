"""What the rules say of a deck that was made: proved once for decks that are alike; an organisation's own faults are told, and
not held against the deck."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deck.brand import load_brand
from deck.diagnostics import Diagnostic, Severity, Where
from deck.making import Recipe, template_for
from deck.making.proofs import alike, proofs, softened
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


def test_a_flaw_of_ours_in_a_house_s_template_is_a_warning_and_what_would_be_repaired_an_error(found: list[Diagnostic]) -> None:
    found.append(Diagnostic("fits/y", Severity.ERROR, "för högt", SLIDE, "korta"))
    said = proofs(PACKAGE, key(Recipe("lund")), "x", house=True)
    assert [(item.code, item.hint) for item in said if item.severity == Severity.WARNING] == [("fits/y", "korta")]
    assert [item.code for item in said if item.severity == Severity.ERROR] == ["opens/x"]


def test_what_does_not_fit_is_told_once_with_its_slide_and_how_to_mend_it() -> None:
    laid = Diagnostic("text-too-long", Severity.ERROR, "får inte plats", Where(slide_id="a", shape="body"), "korta")
    seen = Diagnostic("overflow", Severity.ERROR, "högre än rutan", Where(slide=3, slide_id="a", shape="body"))
    other = Diagnostic("overlap", Severity.ERROR, "ligger på", Where(slide=4, slide_id="b", shape="body"))
    note = Diagnostic("font-approximate", Severity.INFO, "mått")
    said = softened([laid, note, seen, other])
    assert [item.severity for item in said] == [Severity.WARNING, Severity.WARNING, Severity.INFO]
    assert [item.where.slide for item in said] == [3, 4, 0] and all(item.hint for item in said[:2])


def test_own_words_in_another_language_are_told_and_the_contents_own_stop_the_deck(monkeypatch: pytest.MonkeyPatch) -> None:
    """An owner quotes in English, and has it marked afterwards; a text of the guidance is to be translated."""
    wrong = Diagnostic("accessible/language-wrong", Severity.ERROR, "på engelska", SLIDE, "markera texten")
    monkeypatch.setattr("deck.check.check_built", lambda *_all: [wrong])
    (own,) = proofs(PACKAGE, key(Recipe("lund", "kort")), "x", house=False, own=True)
    (ours,) = proofs(PACKAGE, key(Recipe("lund", "kort")), "x", house=False)
    assert own.severity is Severity.WARNING and "--fix" in own.hint
    assert ours.severity is Severity.ERROR and "--fix" not in ours.hint
