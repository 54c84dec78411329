"""What a deck was made from, by what it remembers, by its properties, or as told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from deck.errors import UsageError
from deck.making import RefreshRecipe
from deck.making.made_from import MadeFrom, made_from
from deck.package import Package
from deck.pptx import ReadDeck
from deck.pptx.manifest import Manifest
from deck.presentation import Presentation

PROPERTIES = {"place": "1281", "outline": "kort", "audience": "chef", "release": "2020-04-30", "lang": "en"}
REMEMBERED = MadeFrom(place="1281", outline="kort", audience="chef", release="2020-04-30", lang="en")
BASE = Presentation("Titel", "sv-SE", "0180", "Stockholms stad", "standard", "alla", "2021", (), ())


def deck(properties: Mapping[str, str] = PROPERTIES, base: Presentation | None = None) -> ReadDeck:
    return ReadDeck(Package({}, {}, {}, {}), (), Manifest(base, "") if base else None, properties)


def recipe(**more: str) -> RefreshRecipe:
    return RefreshRecipe(Path("min.pptx"), **more)  # type: ignore[arg-type]


def test_the_properties_say_it_and_the_manifest_before_them() -> None:
    assert made_from(recipe(), deck(), None) == REMEMBERED
    found = made_from(recipe(), deck(base=BASE), None)
    assert found == MadeFrom(place="0180", outline="standard", audience="alla", release="2021", lang="sv")


def test_what_is_told_is_before_what_is_remembered() -> None:
    found = made_from(recipe(place="lund"), deck({}), "2021")
    assert found == MadeFrom(place="1281", outline="standard", audience="alla", release="2021", lang="sv")
    untold = {**PROPERTIES, "place": ""}
    assert made_from(recipe(place="malmö"), deck(untold), "2021") == MadeFrom("1280", "kort", "chef", "2021", "en")


@pytest.mark.parametrize("said", ["lund", "1281", "Lunds kommun"])
def test_the_place_that_a_deck_remembers_may_be_said_too(said: str) -> None:
    assert made_from(recipe(place=said), deck(), None) == REMEMBERED


@pytest.mark.parametrize(
    ("base", "release", "own"), [(BASE, None, "Stockholms stad"), (None, None, "Lunds kommun"), (None, "2021", "Lunds kommun")]
)
def test_a_deck_that_remembers_its_place_is_given_to_no_other(base: Presentation | None, release: str | None, own: str) -> None:
    with pytest.raises(UsageError) as raised:
        made_from(recipe(place="kiruna"), deck(base=base), release)
    (item,) = raised.value.diagnostics
    assert item.code == "another-place" and own in item.message and "Kiruna kommun" in item.message
    assert item.hint is not None and "leave --place out" in item.hint and "deck build 2584" in item.hint


def test_a_place_that_there_is_no_more_tells_nothing() -> None:
    assert made_from(recipe(place="lund"), deck({**PROPERTIES, "place": "0000"}), None) == REMEMBERED


@pytest.mark.parametrize(("place", "release"), [("", None), ("lund", None), ("", "2021")])
def test_of_a_deck_of_nobody_s_it_must_be_told_whole(place: str, release: str | None) -> None:
    with pytest.raises(UsageError) as raised:
        made_from(recipe(place=place), deck({"title": "Något annat"}), release)
    (item,) = raised.value.diagnostics
    assert item.code == "not-ours" and "--base" in item.hint and item.where.file == "min.pptx"


@pytest.mark.parametrize(
    ("properties", "asked", "found"),
    [
        (PROPERTIES, None, "en"),
        (PROPERTIES, "en", "en"),
        # From before decks remembered their language.
        ({**PROPERTIES, "lang": ""}, None, "sv"),
        ({**PROPERTIES, "lang": ""}, "sv", "sv"),
        # A deck that remembers nothing is in the language that is said.
        ({"release": "2021"}, "en", "en"),
        ({"release": "2021"}, None, "sv"),
    ],
)
def test_a_deck_s_language_is_its_own(properties: Mapping[str, str], asked: str | None, found: str) -> None:
    more = {"lang": asked} if asked else {}
    assert made_from(recipe(place="lund", **more), deck(properties), None).lang == found


@pytest.mark.parametrize(("properties", "asked"), [(PROPERTIES, "sv"), ({**PROPERTIES, "lang": ""}, "en")])
def test_a_refresh_translates_nothing(properties: Mapping[str, str], asked: str) -> None:
    with pytest.raises(UsageError) as raised:
        made_from(recipe(lang=asked), deck(properties), None)
    (item,) = raised.value.diagnostics
    assert item.code == "another-language" and f"deck build 1281 --lang {asked}" in item.hint
