"""Maps: a county with all its members named, or a place lit among its neighbours."""

from __future__ import annotations

from deck.layout.context import ChosenSpot, LaidBlock
from deck.layout.county_map import place_county
from deck.layout.place_panel import place_panel
from deck.presentation import Map


def place_map(block: Map, place: ChosenSpot) -> LaidBlock:
    """All areas named where the map asks for it and there is room; else what is highlighted (all, where nothing is) lit among its
    neighbours, in a panel."""
    if not any(area.rings for area in block.areas):
        return LaidBlock(((),))
    found = place_county(block, place) if block.named else None
    return found if found is not None else place_panel(block, place)
