"""OKLCH by hand, held against a library."""

from __future__ import annotations

from coloraide import Color
from hypothesis import given
from hypothesis import strategies as st

from deck.brand.oklch import GREY, lch_of, rgb_of, turn

colors = st.integers(0, 0xFFFFFF).map(lambda value: f"{value:06X}")


@given(colors)
def test_as_a_library_has_it(rgb: str) -> None:
    lightness, chroma, hue = lch_of(rgb)
    other = Color(f"#{rgb}").convert("oklch")
    assert abs(lightness - other["lightness"]) < 1e-6 and abs(chroma - other["chroma"]) < 1e-6
    if chroma > 0.01:
        away = abs(hue - other["hue"]) % 360
        assert min(away, 360 - away) < 0.01


@given(colors)
def test_there_and_back(rgb: str) -> None:
    assert rgb_of(*lch_of(rgb)) == rgb


@given(st.floats(0.2, 0.97), st.floats(0, 0.4), st.floats(0, 360))
def test_what_srgb_lacks_loses_chroma_alone(lightness: float, chroma: float, hue: float) -> None:
    found = lch_of(rgb_of(lightness, chroma, hue))
    # Rounding to bytes moves the dark most.
    assert abs(found[0] - lightness) < 0.02
    assert found[1] <= chroma + 0.012
    if found[1] > 0.04:
        away = abs(found[2] - hue) % 360
        assert min(away, 360 - away) < 8


def test_a_grey_has_no_hue() -> None:
    for value in ("000000", "808080", "FFFFFF"):
        assert lch_of(value)[1] < GREY and lch_of(value)[2] == 0.0


def test_hues_are_half_a_turn_apart_at_most() -> None:
    red, blue, pink = "FF0000", "0000FF", "FF0066"
    assert turn(red, red) == 0.0 and turn(red, blue) == turn(blue, red) <= 180
    assert turn(red, pink) < 45
