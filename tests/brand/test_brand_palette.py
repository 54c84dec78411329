"""Default looks and mending: every colour holds in its role, and keeps its hue where it can."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.brand import load_brand
from deck.brand.contrast import contrast
from deck.brand.palette import LEAST, ROLES, darkened, default_colors, mended, oklch
from deck.places import load_places

PLACES = load_places()
LUND = PLACES.find("lund")
BASE = dict(default_colors(LUND, PLACES))
rgb = st.integers(0, 0xFFFFFF).map(lambda n: f"{n:06X}")


@given(rgb, rgb, st.sampled_from([3.0, 4.5, 7.0]))
def test_darkened_always_reads_where_anything_can(color: str, ground: str, least: float) -> None:
    best = max(contrast("000000", ground), contrast("FFFFFF", ground))
    assert contrast(darkened(color, ground, least), ground) >= min(least, best) - 1e-9


@given(st.fixed_dictionaries(dict.fromkeys(("accent1", "accent2", "dk2", "hlink"), rgb)))
def test_mended_brands_hold_in_every_role(own: dict[str, str]) -> None:
    base = load_brand(LUND, PLACES).colors
    colors, _said = mended({**base, **own}, frozenset(own))
    assert all(contrast(colors[role], colors["lt1"]) >= least for role, least in LEAST.items())


@given(st.floats(0, 1), st.floats(0, 0.4), st.floats(-720, 720))
def test_any_oklch_colour_is_one_of_srgb(lightness: float, chroma: float, hue: float) -> None:
    assert re.fullmatch("[0-9A-F]{6}", oklch(lightness, chroma, hue))


def test_oklch_at_its_ends_and_round_the_circle() -> None:
    assert (oklch(0, 0, 0), oklch(1, 0, 0)) == ("000000", "FFFFFF")
    assert oklch(0.5, 0.1, 30) == oklch(0.5, 0.1, 390) != oklch(0.5, 0.1, 210)


def test_a_colour_that_reads_is_left_alone() -> None:
    assert darkened("005030", "FFFFFF", 4.5) == "005030"
    assert mended(BASE, frozenset()) == (BASE, ())


@pytest.mark.parametrize(
    ("own", "role", "taken", "used"),
    [
        ({"accent1": "FFF200", "accent2": "00563B"}, "accent1", "accent2", "00563B"),
        ({"accent1": "EC6701", "accent2": "00563B"}, "accent1", "", ""),
        ({"accent1": "FFF200"}, "accent1", "", ""),
        ({"dk1": "999999"}, "dk1", "", ""),
        ({"lt2": "777777"}, "lt2", "", ""),
        ({"hlink": "66CCFF", "accent2": "00563B"}, "hlink", "", ""),
    ],
)
def test_what_is_mended_is_told(own: dict[str, str], role: str, taken: str, used: str) -> None:
    """One beyond knowing gives place to another of the brand's own; one that needs little keeps its hue."""
    colors, said = mended({**BASE, **own}, frozenset(own))
    item = said[0]
    assert (item.role, item.wanted, item.taken) == (role, own[role], taken)
    assert item.used == colors[role] != own[role]
    assert item.ratio < item.least
    assert not used or item.used == used


def test_the_default_look_has_all_roles_and_neighbours_differ() -> None:
    assert tuple(BASE) == ROLES
    assert set(LEAST) < set(ROLES)
    skane = PLACES.county(LUND)
    looks = [dict(default_colors(place, PLACES))["accent1"] for place in (skane, *PLACES.members(skane))]
    assert len(set(looks)) == len(looks)
