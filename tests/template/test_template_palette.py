"""Which theme colours read on what lies behind a box."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.brand.contrast import contrast
from deck.template.model import ACCENTS, Ground, ThemeColor
from deck.template.palette import TEXTS, palette_on, shown

OFFICE = {
    **{"tx1": "000000", "bg1": "FFFFFF", "tx2": "44546A", "bg2": "E7E6E6", "accent1": "4472C4", "accent2": "ED7D31"},
    **{
        "accent3": "A5A5A5",
        "accent4": "FFC000",
        "accent5": "5B9BD5",
        "accent6": "70AD47",
        "hlink": "0563C1",
        "folHlink": "954F72",
    },
}
rgb = st.integers(0, 0xFFFFFF).map(lambda n: f"{n:06X}")
grounds = st.lists(rgb, min_size=1, max_size=3).map(lambda colors: Ground(tuple(colors)))
schemes = st.fixed_dictionaries(dict.fromkeys((*ACCENTS, "tx2", "bg2"), rgb)).map(lambda own: {**OFFICE, **own})


@pytest.mark.parametrize(
    ("ground", "text", "fills"),
    [
        ("FFFFFF", "tx1", ["accent1"]),
        ("000000", "bg1", ["accent1", "accent2", "accent3", "accent4", "accent5", "accent6"]),
        ("44546A", "bg1", ["accent3", "accent4"]),
    ],
)
def test_offices_colours_on_a_light_and_a_dark_ground(ground: str, text: str, fills: list[str]) -> None:
    found = palette_on(Ground((ground,)), OFFICE)
    assert found.text == ThemeColor(text)  # type: ignore[arg-type]
    plain = [fill.color.name for fill in found.fills if not fill.color.lum_mod]
    assert [name for name in plain if name in ACCENTS] == fills
    assert len(found.fills) >= 2


@given(grounds, schemes)
def test_whatever_is_offered_reads(ground: Ground, scheme: dict[str, str]) -> None:
    found = palette_on(ground, scheme)
    best = max(min(contrast(scheme[name], under) for under in ground.colors) for name in TEXTS)
    now = min(contrast(found.text_rgb, under) for under in ground.colors)
    assert now >= min(4.5, best) - 1e-9
    assert found.fills and found.rgb == scheme
    for fill in found.fills:
        assert fill.rgb == shown(fill.color, scheme) and fill.text_rgb == shown(fill.text, scheme)
    if len(found.fills) > 1:
        for fill in found.fills:
            assert min(contrast(fill.rgb, under) for under in ground.colors) >= 3
            assert contrast(fill.text_rgb, fill.rgb) >= 4.5


@given(rgb, schemes)
def test_a_quiet_fill_has_text_that_reads(ground: str, scheme: dict[str, str]) -> None:
    """Of black and white, one always does."""
    muted = palette_on(Ground((ground,)), scheme).muted
    assert contrast(muted.text_rgb, muted.rgb) >= 4.5
    assert muted.rgb == shown(muted.color, scheme)


@pytest.mark.parametrize(
    ("color", "rgb_shown"),
    [
        (ThemeColor("bg1"), "FFFFFF"),
        (ThemeColor("bg1", 50_000), "7F7F7F"),
        (ThemeColor("tx1", 50_000, 50_000), "7F7F7F"),
        (ThemeColor("accent1", 75_000), "2F5496"),
    ],
)
def test_shades_as_powerpoint_has_them(color: ThemeColor, rgb_shown: str) -> None:
    assert contrast(shown(color, OFFICE), rgb_shown) < 1.02


def test_a_second_ground_that_glares_is_no_quiet_fill() -> None:
    base = {"tx1": "000000", "bg1": "FFFFFF", "tx2": "333333", "accent1": "336699"}
    quiet, loud = (palette_on(Ground(("FFFFFF",)), base | {"bg2": value}).muted for value in ("E7E6E6", "00E5FF"))
    assert quiet.color == ThemeColor("bg2")
    assert loud.color.name == "bg1"


def test_a_quiet_fill_bears_the_grounds_words_even_where_no_tint_does() -> None:
    """A theme without black: the darkest words on white have 5:1 there, and on no tint beside it."""
    rgb = {"tx1": "FFFFFF", "bg1": "6699FF", "tx2": "B3EDFF", "bg2": "809296", "accent1": "FF9933"}
    found = palette_on(Ground(("FFFFFF",)), rgb)
    assert contrast(found.muted.text_rgb, found.muted.rgb) >= 4.5
    assert contrast(found.text_rgb, found.muted.rgb) >= 4.5


PASTEL = {**OFFICE, "tx1": "FFFFFF", "bg1": "6699FF", "tx2": "B3EDFF", "bg2": "809296"}


def test_ink_that_must_be_mixed_is_calm_and_reads_well() -> None:
    """Where no colour of the theme reads, the blue's darker shade would, and glares: the grey's comes before it."""
    text = palette_on(Ground(("FFFFFF",)), PASTEL).text
    assert text.name == "bg2" and contrast(shown(text, PASTEL), "FFFFFF") >= 7


def test_ink_glares_only_where_no_calm_one_reads() -> None:
    without = {**PASTEL, "bg2": "99AAFF"}
    assert contrast(palette_on(Ground(("FFFFFF",)), without).text_rgb, "FFFFFF") >= 4.5
