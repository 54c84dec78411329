"""Contrast as WCAG 2.1 counts it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.brand.contrast import contrast, luminance, needed, readable

rgb = st.integers(0, 0xFFFFFF).map(lambda n: f"{n:06X}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("000000", "FFFFFF", 21.0),
        ("777777", "FFFFFF", 4.48),
        ("767676", "ffffff", 4.54),
        ("FF0000", "FFFFFF", 4.0),
        ("123456", "123456", 1.0),
    ],
)
def test_known_ratios(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@given(rgb, rgb)
def test_between_one_and_twentyone_and_whichever_way(one: str, other: str) -> None:
    assert 1 <= contrast(one, other) == contrast(other, one) <= 21
    assert 0 <= luminance(one) <= 1
    assert contrast(one, one) == 1


@pytest.mark.parametrize("bad", ["", "12345", "GGGGGG", "#123456", "12345678"])
def test_what_is_no_colour_is_refused(bad: str) -> None:
    with pytest.raises(ValueError):
        luminance(bad)


@pytest.mark.parametrize(("ground", "least", "reads"), [("777777", 4.5, False), ("767676", 4.5, True), ("777777", 3.0, True)])
def test_readable(ground: str, least: float, reads: bool) -> None:
    assert readable("FFFFFF", ground, least) == reads


@pytest.mark.parametrize(
    ("size", "bold", "least"),
    [(18, False, 3.0), (17.96, False, 3.0), (17.9, False, 4.5), (14, True, 3.0), (14, False, 4.5), (13.9, True, 4.5)],
)
def test_large_words_need_less(size: float, bold: bool, least: float) -> None:
    assert needed(size, bold) == least
