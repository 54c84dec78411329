"""What a deck depends on: the same where nothing changed, and named where something did."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from deck.content import content_root
from deck.making.inputs import code_digest, inputs_of
from deck.making.recipe import Recipe
from deck.places import load_places

LUND = load_places().find("lund")


def test_the_same_deck_depends_on_the_same() -> None:
    assert inputs_of(Recipe("lund"), LUND) == inputs_of(Recipe("lund"), LUND)
    assert inputs_of(Recipe("lund"), LUND).differing(inputs_of(Recipe("lund"), LUND)) == ()


@pytest.mark.parametrize(
    ("recipe", "name"),
    [
        (Recipe("lund", outline="kort"), "asked"),
        (Recipe("lund", audience="politiker"), "asked"),
        (Recipe("lund", release="2021"), "content"),
    ],
)
def test_another_wish_is_told(recipe: Recipe, name: str) -> None:
    assert name in inputs_of(recipe, LUND).differing(inputs_of(Recipe("lund"), LUND))


def test_a_word_of_the_content_and_a_colour_of_the_place_are_told_and_no_other_place_s(tmp_path: Path) -> None:
    shutil.copytree(content_root(), tmp_path / "content", ignore=shutil.ignore_patterns("drafts"))
    branding = tmp_path / "branding"
    branding.mkdir()
    kiruna = load_places().find("kiruna")

    def now() -> tuple[object, object]:
        recipe = Recipe("", content_root=tmp_path / "content", branding_root=branding)
        return inputs_of(recipe, LUND), inputs_of(recipe, kiruna)

    lund, other = now()
    (branding / LUND.stem).mkdir()
    (branding / LUND.stem / "brand.yaml").write_text('colors: {accent1: "7A1F5C"}\n', encoding="utf-8")
    lund_after, other_after = now()
    assert lund_after.differing(lund) == ("brand",)  # type: ignore[attr-defined]
    assert other_after == other
    words = tmp_path / "content/sv/slides-guidance.yaml"
    words.write_text(words.read_text(encoding="utf-8").replace("Vägledningen", "Väglednningen", 1), encoding="utf-8")
    assert now()[1].differing(other) == ("content",)  # type: ignore[attr-defined]


def test_the_code_s_digest_is_of_its_files() -> None:
    assert len(code_digest()) == 24 and code_digest() == code_digest()
