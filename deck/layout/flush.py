"""Rules, panels and lines of words begin where a title's words do: a placeholder's words keep off its sides, and what is drawn
there, or stands in a box of ours as wide as it, keeps off them as much."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from deck.geometry import pt
from deck.presentation import Block, Diagram, Table, Text
from deck.template.model import Spot

MOST = 0.04
"""The share of a place's width that its words' margins are at most: what is more makes room for something, and is no air."""
AT = pt(1.5)
"""How near to each other edges are that are one."""


def flush(spot: Spot, block: Block, others: Iterable[Spot]) -> Spot:
    """The spot with its edges where the words of a placeholder have theirs. `others`: the spots of the same layout."""
    drawn = isinstance(block, Diagram | Table)
    if spot.plate is not None or not (drawn or (spot.placeholder is None and isinstance(block, Text))):
        return spot
    box = spot.box
    if spot.placeholder is not None:
        return replace(spot, box=box.inset(*_sides(spot)))
    holders = [other for other in others if other.placeholder is not None]
    left = max((_sides(other)[0] for other in holders if abs(other.box.x - box.x) <= AT), default=0)
    right = max((_sides(other)[2] for other in holders if abs(other.box.right - box.right) <= AT), default=0)
    return replace(spot, box=box.inset(left, 0, right, 0)) if left or right else spot


def _sides(spot: Spot) -> tuple[int, int, int, int]:
    sides = spot.style.insets
    air = max(sides.left, sides.right) <= MOST * spot.box.w
    return (sides.left, 0, sides.right, 0) if air else (0, 0, 0, 0)


__all__ = ["flush"]
