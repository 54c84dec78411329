"""Placeholders beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from deck.geometry import Box
from deck.template.layouts import Drawn
from deck.template.model import Placeholder, Spot
from deck.template.spots import moved

KEEP = 0.8
"""The share of its height that a place keeps at least where it begins and ends with its neighbour."""


def side_by_side(one: Placeholder, other: Placeholder) -> bool:
    """Neighbours of about the same size, left and right."""
    return beside(one, other) and 0.5 < one.box.area / max(other.box.area, 1) < 2.0


def beside(one: Placeholder, other: Placeholder) -> bool:
    """Neighbours, left and right."""
    left, right = sorted((one.box, other.box), key=lambda box: box.x)
    common = min(left.bottom, right.bottom) - max(left.y, right.y)
    return right.x >= left.right - 0.1 * left.w and common > 0.5 * min(left.h, right.h)


def levelled(spots: Sequence[Spot], drawn: Drawn) -> list[Spot]:
    """Places beside each other that the layout has from the same height on, and to the same: what one of them gives way to, both
    do, where that is little."""
    held = [spot.placeholder.box for spot in spots if spot.placeholder is not None]
    if len(held) < len(spots) or len({(box.y, box.h) for box in held}) > 1:
        return list(spots)
    top, bottom = max(spot.box.y for spot in spots), min(spot.box.bottom for spot in spots)
    if bottom - top < KEEP * max(spot.box.h for spot in spots):
        return list(spots)
    return [moved(spot, Box(spot.box.x, top, spot.box.w, bottom - top), drawn) for spot in spots]


__all__ = ["beside", "levelled", "side_by_side"]
