"""Widths of letters that the fonts' own tables leave out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.fonts.scripts import full, made, script_width


@pytest.mark.parametrize(
    ("char", "width"),
    [("\t", 1.0), ("\u0301", 0.0), ("\u200b", 0.0), ("漢", 1.0), ("あ", 1.0), ("한", 1.0), ("ا", 0.26), ("س", 0.7)],
)
def test_known_widths(char: str, width: float) -> None:
    assert script_width(char) == width


@pytest.mark.parametrize("char", "ЖшиΩαש")
def test_letters_have_their_own_and_bold_ones_are_no_narrower(char: str) -> None:
    assert 0.2 < script_width(char) <= script_width(char, True) + 0.03


@given(st.characters(exclude_categories=["Cs"]))
def test_any_character_has_a_width(char: str) -> None:
    assert 0 <= script_width(char) <= 1.6 and 0 <= script_width(char, True) <= 1.6


@pytest.mark.parametrize(("char", "answer"), [("漢", True), ("한", True), ("ｱ", False), ("a", False), ("Ж", False), ("ﭏ", False)])
def test_squares(char: str, answer: bool) -> None:
    assert full(char) == answer


def test_a_real_font_gives_its_committed_widths() -> None:
    font = Path("/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf")
    if not font.exists():
        pytest.skip(f"{font} is not on this machine")
    found = made(font)
    assert found["Ж"] / 1000 == script_width("Ж") and "a" not in found and "\u0301" not in found
