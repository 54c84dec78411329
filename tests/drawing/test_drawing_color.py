"""Colours as Office shows them. Golden values: the lighter and darker shades in PowerPoint's own colour list, and the bands of
its table styles, as PowerPoint and Excel write them when they paste a colour out."""

from __future__ import annotations

import pytest
from drawing_made import SCHEME, element
from hypothesis import given
from hypothesis import strategies as st

from deck.drawing.color import IDENTITY_MAP, PRESETS, ColorContext, color_of, mix, transform

CONTEXT = ColorContext(SCHEME, IDENTITY_MAP, "ED7D31")
LIST = {
    # base: lighter 80 %, 60 %, 40 %, darker 25 %, 50 %
    "4472C4": "DAE3F3 B4C7E7 8FAADC 2F5597 203864",
    "ED7D31": "FBE5D6 F8CBAD F4B183 C55A11 843C0C",
    "A5A5A5": "EDEDED DBDBDB C9C9C9 7C7C7C 525252",
    "FFC000": "FFF2CC FFE699 FFD966 BF9000 7F6000",
    "5B9BD5": "DEEBF7 BDD7EE 9DC3E6 2E75B6 1F4E79",
    "70AD47": "E2F0D9 C5E0B4 A9D18E 548235 385723",
    "44546A": "D6DCE5 ADB9CA 8497B0 333F50 222A35",
}
SHADES = ((20, 80), (40, 60), (60, 40), (75, 0), (50, 0))
GREYS = [
    ("FFFFFF", 95, 0, "F2F2F2"),
    ("FFFFFF", 85, 0, "D9D9D9"),
    ("FFFFFF", 75, 0, "BFBFBF"),
    ("FFFFFF", 65, 0, "A6A6A6"),
    ("FFFFFF", 50, 0, "7F7F7F"),
    ("000000", 50, 50, "7F7F7F"),
    ("000000", 65, 35, "595959"),
    ("000000", 75, 25, "404040"),
    ("000000", 85, 15, "262626"),
    ("000000", 95, 5, "0D0D0D"),
]
CASES = [
    *((base, mod, more, rgb) for base, row in LIST.items() for (mod, more), rgb in zip(SHADES, row.split(), strict=True)),
    *GREYS,
]


def color(inner: str, context: ColorContext = CONTEXT) -> tuple[str, float]:
    found = color_of(element(f"<a:solidFill>{inner}</a:solidFill>"), context)
    assert found is not None
    return found


def near(one: str, other: str, most: int = 1) -> bool:
    return all(abs(int(one[i : i + 2], 16) - int(other[i : i + 2], 16)) <= most for i in (0, 2, 4))


@pytest.mark.parametrize(("base", "mod", "more", "rgb"), CASES)
def test_shades_in_powerpoints_list(base: str, mod: int, more: int, rgb: str) -> None:
    steps = f'<a:lumMod val="{mod * 1000}"/>' + (f'<a:lumOff val="{more * 1000}"/>' if more else "")
    found, alpha = color(f'<a:srgbClr val="{base}">{steps}</a:srgbClr>')
    assert near(found, rgb), (found, rgb)
    assert alpha == 1.0


def test_all_shades_but_a_few_halves_are_the_very_same() -> None:
    found = [transform(base, ("lumMod", mod / 100), ("lumOff", more / 100)) for base, mod, more, _rgb in CASES]
    assert sum(one == rgb for one, (*_steps, rgb) in zip(found, CASES, strict=True)) >= len(CASES) - 3


@pytest.mark.parametrize(
    ("base", "step", "share", "rgb"),
    [
        ("4472C4", "tint", 0.4, "CFD5EA"),
        ("4472C4", "tint", 0.2, "E9EBF5"),
        ("5B9BD5", "tint", 0.4, "D2DEEF"),
        ("5B9BD5", "tint", 0.2, "EAEFF7"),
        ("4F81BD", "tint", 0.4, "D0D8E8"),
        ("4F81BD", "tint", 0.2, "E9EDF4"),
        ("4F81BD", "shade", 0.5, "385D8A"),
        ("FFFFFF", "shade", 1.0, "FFFFFF"),
        ("000000", "tint", 1.0, "000000"),
    ],
)
def test_tints_of_table_bands_and_shades_of_outlines(base: str, step: str, share: float, rgb: str) -> None:
    assert transform(base, (step, share)) == rgb


@pytest.mark.parametrize(
    ("inner", "rgb", "alpha"),
    [
        ('<a:srgbClr val="0b6e69"/>', "0B6E69", 1.0),
        ('<a:schemeClr val="accent1"/>', "4472C4", 1.0),
        ('<a:schemeClr val="tx1"/>', "000000", 1.0),
        ('<a:schemeClr val="bg2"/>', "E7E6E6", 1.0),
        ('<a:schemeClr val="phClr"/>', "ED7D31", 1.0),
        ('<a:sysClr val="window" lastClr="FAFAFA"/>', "FAFAFA", 1.0),
        ('<a:sysClr val="window"/>', "FFFFFF", 1.0),
        ('<a:sysClr val="windowText"/>', "000000", 1.0),
        ('<a:prstClr val="crimson"/>', "DC143C", 1.0),
        ('<a:hslClr hue="7200000" sat="100000" lum="50000"/>', "00FF00", 1.0),
        ('<a:hslClr hue="0" sat="0%" lum="50%"/>', "7F7F7F", 1.0),
        ('<a:scrgbClr r="100000" g="0" b="0"/>', "FF0000", 1.0),
        ('<a:scrgbClr r="50000" g="50000" b="50000"/>', "BCBCBC", 1.0),
        ('<a:srgbClr val="FF0000"><a:alpha val="40000"/></a:srgbClr>', "FF0000", 0.4),
        ('<a:srgbClr val="FF0000"><a:alpha val="40%"/></a:srgbClr>', "FF0000", 0.4),
        ('<a:srgbClr val="FF0000"><a:alpha val="80000"/><a:alphaMod val="50000"/></a:srgbClr>', "FF0000", 0.4),
        ('<a:srgbClr val="FF0000"><a:alpha val="80000"/><a:alphaOff val="90000"/></a:srgbClr>', "FF0000", 1.0),
        ('<a:srgbClr val="FF0000"><a:inv/></a:srgbClr>', "00FFFF", 1.0),
        ('<a:srgbClr val="FF0000"><a:comp/></a:srgbClr>', "00FFFF", 1.0),
        ('<a:srgbClr val="FF0000"><a:satMod val="0"/></a:srgbClr>', "7F7F7F", 1.0),
        ('<a:srgbClr val="FF0000"><a:hueOff val="7200000"/></a:srgbClr>', "00FF00", 1.0),
        ('<a:srgbClr val="FF0000"><a:lumOff val="90000"/></a:srgbClr>', "FFFFFF", 1.0),
        # What strangers write: nothing of it may reach those who count on six hexadecimal digits.
        ('<a:srgbClr val="GGGGGG"/>', "000000", 1.0),
        ('<a:srgbClr val="FFF"/>', "000000", 1.0),
        ("<a:srgbClr/>", "000000", 1.0),
        ('<a:sysClr val="window" lastClr="auto"/>', "FFFFFF", 1.0),
        ('<a:schemeClr val="accent9"/>', "000000", 1.0),
        ('<a:srgbClr val="FF0000"><a:lumMod val="huge"/><a:new val="1"/></a:srgbClr>', "FF0000", 1.0),
    ],
)
def test_each_way_to_name_a_colour(inner: str, rgb: str, alpha: float) -> None:
    found, seen = color(inner)
    assert found == rgb
    assert seen == pytest.approx(alpha)


def test_no_colour_is_none() -> None:
    assert color_of(None, CONTEXT) is None
    assert color_of(element("<a:solidFill/>"), CONTEXT) is None


def test_the_map_turns_light_into_dark() -> None:
    dark = ColorContext(SCHEME, {**IDENTITY_MAP, "bg1": "dk1", "tx1": "lt1"})
    assert color('<a:schemeClr val="tx1"/>', dark)[0] == "FFFFFF"
    assert color('<a:schemeClr val="bg1"/>', dark)[0] == "000000"
    assert color('<a:schemeClr val="dk1"/>', dark)[0] == "000000"


def test_where_a_colour_came_from_can_be_told_and_made_again() -> None:
    trace = {}
    context = ColorContext(SCHEME, IDENTITY_MAP, trace=trace)
    rgb, _alpha = color('<a:schemeClr val="accent1"><a:lumMod val="60000"/><a:lumOff val="40000"/></a:schemeClr>', context)
    name, steps = trace[rgb]
    assert (name, steps) == ("accent1", (("lumMod", 0.6), ("lumOff", 0.4)))
    assert transform(SCHEME[name], *steps) == rgb


_rgb = st.text("0123456789ABCDEF", min_size=6, max_size=6)
_names = st.sampled_from(
    [
        "tint",
        "shade",
        "inv",
        "gray",
        "comp",
        "lum",
        "lumMod",
        "lumOff",
        "sat",
        "satMod",
        "satOff",
        "hue",
        "hueMod",
        "hueOff",
        "gamma",
    ]
)


@given(_rgb, st.lists(st.tuples(_names, st.floats(-3, 4)), max_size=4))
def test_whatever_the_steps_it_is_a_colour(rgb: str, steps: list[tuple[str, float]]) -> None:
    found = transform(rgb, *steps)
    assert len(found) == 6
    int(found, 16)


@given(_rgb, _rgb, st.floats(0, 1))
def test_mixing_stays_between(over: str, under: str, alpha: float) -> None:
    found = mix(over, under, alpha)
    assert mix(over, under, 1.0) == over
    assert mix(over, under, 0.0) == under
    for i in (0, 2, 4):
        low, high = sorted((int(over[i : i + 2], 16), int(under[i : i + 2], 16)))
        assert low - 1 <= int(found[i : i + 2], 16) <= high + 1


def test_presets_are_colours() -> None:
    assert all(len(rgb) == 6 and int(rgb, 16) >= 0 for rgb in PRESETS.values())
