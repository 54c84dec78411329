"""One accent, eleven roles: every pair of them reads, whatever the accent; a brand's own colours stand where they can."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.brand.contrast import contrast
from deck.brand.oklch import lch_of, rgb_of
from deck.brand.palette import (
    GRAPHITE,
    INK,
    LEAST,
    OWN_LEAST,
    ROLES,
    STONE,
    WHITE,
    accent_of,
    brand_colors,
    darkened,
    default_colors,
    paper_of,
    slots_of,
)
from deck.drawing.color import transform
from deck.places import load_places

PLACES = load_places()
LUND = PLACES.find("lund")
BASE = dict(default_colors(LUND, PLACES))
rgb = st.integers(0, 0xFFFFFF).map(lambda n: f"{n:06X}")
LIGHTS, CHROMAS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.75, 0.9), (0.02, 0.05, 0.1, 0.15, 0.2, 0.3)
SWEEP = sorted(
    {rgb_of(*lch) for lch in itertools.product(LIGHTS, CHROMAS, range(0, 360, 10))}
    | {f"{value:02X}" * 3 for value in range(0, 256, 5)}
    | {accent_of(place, PLACES) for place in PLACES.all}
)
"""Every hue, dull to glaring, black to white, and the 311 that are built in."""
PAIRS = {
    ("dk1", "lt1"): 17.5,
    ("dk1", "paper"): 14.8,
    ("dk1", "lt2"): 12.1,
    ("dk1", "accent6"): 8.1,
    ("accent5", "paper"): 6.8,
    ("accent1", "lt1"): 5.3,
    ("accent1", "paper"): 4.6,
    ("accent1", "lt2"): 3.7,
    ("lt1", "dk2"): 14.1,
    ("accent6", "dk2"): 7.0,
    ("accent2", "lt1"): 3.1,
    ("accent2", "dk2"): 4.5,
    ("accent4", "lt1"): 3.3,
    ("accent4", "dk2"): 3.3,
    ("accent3", "lt1"): 4.5,
}
"""The least contrast of each pair that is used (docs/look.md)."""


def land_of(colors: dict[str, str], alpha: float = 0.16) -> str:
    """The own county on a dark map: the light ground's colour, seen through."""
    over, under = bytes.fromhex(colors["lt1"]), bytes.fromhex(colors["dk2"])
    return bytes(round(a * alpha + b * (1 - alpha)) for a, b in zip(over, under, strict=True)).hex().upper()


def test_every_pair_of_roles_reads_whatever_the_accent() -> None:
    assert len(SWEEP) > 1_200
    worst: dict[tuple[str, str], tuple[float, str]] = dict.fromkeys(PAIRS, (99.0, ""))
    land = 99.0
    for accent in SWEEP:
        colors = dict(slots_of(accent))
        shown = colors | {"paper": paper_of(colors["lt2"])}
        for pair in PAIRS:
            worst[pair] = min(worst[pair], (contrast(shown[pair[0]], shown[pair[1]]), accent))
        land = min(land, contrast(colors["accent6"], land_of(colors)))
    failed = {pair: found for pair, found in worst.items() if found[0] < PAIRS[pair]}
    assert not failed
    assert land >= 4.25


def test_series_alternate_in_grey() -> None:
    """An owner's own chart is read without colour, too: each differs from the one beside it."""
    for accent in SWEEP:
        colors = dict(slots_of(accent))
        lights = [lch_of(colors[f"accent{n}"])[0] for n in range(1, 6)]
        assert all(abs(one - other) >= 0.09 for one, other in itertools.pairwise(lights)), (accent, lights)
        assert abs(lch_of(colors["dk2"])[0] - lch_of(colors["lt2"])[0]) > 0.5


def test_a_places_own_colour_stands_unchanged_where_it_can_be_read() -> None:
    for place in PLACES.all:
        accent = accent_of(place, PLACES)
        assert dict(slots_of(accent))["accent1"] == accent
    shown = {
        accent: [role for role, found in slots_of(accent) if found == accent]
        for accent in ("005030", "FFD500", "0A2A5E", "1B1F3B")
    }
    assert "accent1" in shown["005030"] and "accent6" in shown["FFD500"] and "dk2" in shown["1B1F3B"]
    assert shown["0A2A5E"]


def test_greys_are_the_inks_and_yellow_turns_ochre() -> None:
    grey = dict(slots_of("B4B4B4"))
    assert all(lch_of(found)[1] < 0.02 for found in grey.values())
    ochre = lch_of(dict(slots_of("FFD500"))["accent1"])
    assert 55 < ochre[2] < 85 and lch_of("FFD500")[2] > 90


def test_what_is_the_same_for_all_places() -> None:
    for accent in SWEEP[::50]:
        colors = dict(slots_of(accent))
        assert (colors["dk1"], colors["lt1"], colors["accent2"], colors["accent5"]) == (INK, WHITE, STONE, GRAPHITE)
        assert tuple(colors) == ROLES and colors["hlink"] == colors["accent1"] and colors["folHlink"] == colors["accent3"]


@given(rgb)
def test_paper_is_what_office_makes_of_soft(soft: str) -> None:
    assert paper_of(soft) == transform(soft, ("lumMod", 0.45), ("lumOff", 0.55))


@given(rgb, rgb, st.sampled_from([3.0, 4.5, 7.0]))
def test_darkened_always_reads_where_anything_can(color: str, ground: str, least: float) -> None:
    best = max(contrast("000000", ground), contrast("FFFFFF", ground))
    assert contrast(darkened(color, ground, least), ground) >= min(least, best) - 1e-9


def test_a_colour_that_reads_is_left_alone() -> None:
    assert darkened("005030", "FFFFFF", 4.5) == "005030"
    assert brand_colors({}, accent_of(LUND, PLACES)) == (BASE, ())


@given(st.dictionaries(st.sampled_from([role for role in ROLES if role != "lt1"]), rgb))
def test_a_brand_that_says_some_holds_in_every_role(own: dict[str, str]) -> None:
    colors, said = brand_colors(own, accent_of(LUND, PLACES))
    assert tuple(colors) == ROLES
    for role, least in (LEAST | {role: OWN_LEAST[role] for role in own if role in OWN_LEAST}).items():
        assert contrast(colors[role], colors["lt1"]) >= least - 1e-9, role
    assert contrast(colors["dk1"], colors["lt2"]) >= 7
    assert contrast(colors["accent6"], colors["dk2"]) >= 7
    changed = {role for role in own if colors[role] != own[role]}
    assert changed == {item.role for item in said}


@given(rgb)
def test_a_light_ground_of_its_own(white: str) -> None:
    colors, _said = brand_colors({"lt1": white}, accent_of(LUND, PLACES))
    best = max(contrast("000000", white), contrast("FFFFFF", white))
    assert all(contrast(colors[role], white) >= min(least, best) - 1e-9 for role, least in LEAST.items())


@pytest.mark.parametrize(
    ("own", "role", "taken", "used"),
    [
        ({"accent1": "FFF200", "accent2": "00563B"}, "accent1", "accent2", "00563B"),
        ({"accent1": "EC6701", "accent2": "00563B"}, "accent1", "", ""),
        ({"accent1": "FFF200"}, "accent1", "", ""),
        ({"dk1": "999999"}, "dk1", "", ""),
        ({"lt2": "777777"}, "lt2", "", ""),
        ({"hlink": "66CCFF", "accent2": "00563B"}, "hlink", "", ""),
        ({"accent6": "00563B"}, "accent6", "", ""),
    ],
)
def test_what_is_mended_is_told(own: dict[str, str], role: str, taken: str, used: str) -> None:
    """One beyond knowing gives place to another of the brand's own; one that needs little keeps its hue."""
    colors, said = brand_colors(own, accent_of(LUND, PLACES))
    item = said[0]
    assert (item.role, item.wanted, item.taken) == (role, own[role], taken)
    assert item.used == colors[role] != own[role]
    assert item.ratio < item.least
    assert not used or item.used == used


def test_a_colour_that_gave_place_still_lights_the_place() -> None:
    colors, _said = brand_colors({"accent1": "FFF200", "accent2": "00563B"}, accent_of(LUND, PLACES))
    assert (colors["accent1"], colors["accent6"]) == ("00563B", "FFF200")


def test_the_default_look_has_all_slots_and_neighbours_differ() -> None:
    assert tuple(BASE) == ROLES
    assert set(LEAST) < set(ROLES)
    skane = PLACES.county(LUND)
    looks = [accent_of(place, PLACES) for place in (skane, *PLACES.members(skane))]
    assert len(set(looks)) == len(looks)
