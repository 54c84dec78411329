"""The two sides of a refresh: what the deck was made of, and what the content says now."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deck.diagnostics import Diagnostics
from deck.errors import UsageError
from deck.making import Recipe, RefreshRecipe, content_of
from deck.making.extra import LOCAL, remembered_local
from deck.making.made_from import MadeFrom
from deck.making.sides import recomposed, said_then, theirs_of
from deck.package import Package

CHOICES = MadeFrom("1281", "kort", "alla", "2021", "sv")
RECIPE = RefreshRecipe(Path("a.pptx"))
NOTHING = Package({}, {}, {}, {})
OWN = "slides:\n  - {id: vart-program, after: why, title: Vårt eget miljöprogram, body: [Beslutat av fullmäktige]}\n"


def test_what_the_deck_was_is_its_release_with_the_same_choices() -> None:
    found = recomposed(RECIPE, CHOICES, Diagnostics())
    assert (found.release, found.outline, found.audience, found.place) == ("2021", "kort", "alla", "1281")
    now = theirs_of(RECIPE, CHOICES, NOTHING, {}, Diagnostics())
    assert now.release != "2021" and (now.outline, now.audience, now.place) == ("kort", "alla", "1281")


def test_material_that_the_deck_remembers_comes_again(tmp_path: Path) -> None:
    path = tmp_path / "local.yaml"
    path.write_text(OWN, encoding="utf-8")
    extra = remembered_local(path, content_of(Recipe("lund", local=path)))
    found = theirs_of(RECIPE, CHOICES, NOTHING, extra, Diagnostics())
    assert [slide.title for slide in found.slides if slide.own] == ["Vårt eget miljöprogram"] and extra == {LOCAL: OWN}


def test_material_that_is_given_takes_the_place_of_what_is_remembered(tmp_path: Path) -> None:
    path = tmp_path / "local.yaml"
    path.write_text(OWN.replace("eget", "nya"), encoding="utf-8")
    extra: dict[str, object] = {LOCAL: OWN}
    found = theirs_of(replace(RECIPE, local=path), CHOICES, NOTHING, extra, Diagnostics())
    assert [slide.title for slide in found.slides if slide.own] == ["Vårt nya miljöprogram"]
    assert extra == {LOCAL: OWN.replace("eget", "nya")}, "and is what is remembered from now on"


@pytest.mark.parametrize(
    ("recipe", "release", "code"),
    [(replace(RECIPE, base="2012"), "2012", "unknown-release"), (RECIPE, "2021+fc7ec804", "no-base")],
)
def test_a_release_that_is_nowhere_is_told_with_what_to_give(recipe: RefreshRecipe, release: str, code: str) -> None:
    with pytest.raises(UsageError) as raised:
        recomposed(recipe, replace(CHOICES, release=release), Diagnostics())
    (item,) = raised.value.diagnostics
    assert item.code == code and item.hint and "2021" in item.hint


def test_content_that_is_faulty_gives_no_words_and_is_told_by_who_composes(tmp_path: Path) -> None:
    assert said_then(RECIPE, CHOICES) is not None
    assert said_then(replace(RECIPE, content_root=tmp_path), CHOICES) is None
