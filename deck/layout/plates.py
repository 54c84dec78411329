"""What a block stands on where nothing reads on the template's own ground: one plain colour of the theme."""

from __future__ import annotations

from dataclasses import replace

from deck.layout.model import Placed, PlacedChart, PlacedGroup, PlacedShape, PlacedTable
from deck.template.model import ThemeColor

PLATE = "plate"
"""The key of the shape that a drawn block stands on."""


def on_plate(item: Placed, plate: ThemeColor) -> Placed:
    """A block upon a plate: a table's cells and a chart's area are filled, a drawn block has a shape behind all others. Words
    bring theirs themselves."""
    if isinstance(item, PlacedTable | PlacedChart):
        return replace(item, plate=plate)
    if isinstance(item, PlacedGroup):
        shape = PlacedShape(PLATE, name="plate", geometry="rect", box=item.box, fill=plate)
        return replace(item, children=(shape, *item.children))
    return item
