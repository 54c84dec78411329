"""Which map is drawn: a county with its members named, or a place among its neighbours."""

from __future__ import annotations

from dataclasses import replace

import pytest
from layout_made import MAP, place

from deck.compose.county import county_areas, county_around
from deck.geometry import Box
from deck.layout.maps import place_map
from deck.layout.model import PlacedGroup
from deck.places import load_places
from deck.presentation import Map

PLACES = load_places()
SKANE = Map(county_areas(PLACES, "12"), "Karta", "", None, county_around(PLACES, "12"), named=True)


def keys(block: Map, box: Box) -> set[str]:
    spot = place(400, 300)
    (group,) = place_map(block, replace(spot, spot=replace(spot.spot, box=box))).parts[0]
    assert isinstance(group, PlacedGroup)
    return {shape.key.partition(":")[0] for shape in group.children}


@pytest.mark.parametrize(("block", "found"), [(SKANE, "area"), (replace(SKANE, named=False), "lit"), (MAP, "label")])
def test_members_are_named_where_that_is_asked_for(block: Map, found: str) -> None:
    assert found in keys(block, Box(609_600, 1_447_800, 10_972_800, 4_572_000))


def test_a_map_of_nothing_is_nothing() -> None:
    spot = place(400, 300)
    assert place_map(Map((), "Karta", ""), spot).parts == ((),)
