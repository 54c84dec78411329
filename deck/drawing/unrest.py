"""How restless what lies behind a box is: waves, foliage, a logo. Words read on it by the numbers, and yet nobody reads them at
ease; a ground that passes slowly from one colour to another is none of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from deck.brand.contrast import contrast
from deck.drawing.model import Scene, SceneShape
from deck.drawing.sample import background_at, painted_at
from deck.geometry import Box
from deck.package import Package

COLUMNS, ROWS = 16, 10
"""Places of a box that are looked at."""
EDGE = 1.35
"""The contrast of two neighbours from which there is an edge between them."""


def unrest(package: Package, scene: Scene, shapes: Sequence[SceneShape], box: Box) -> float:
    """The share of neighbouring places between which there is an edge. `shapes`: flat, in painter's order."""
    grid = [[_color(package, scene, shapes, *place) for place in row] for row in _places(box)]
    pairs = [pair for row in (*grid, *map(list, zip(*grid, strict=True))) for pair in pairwise(row)]
    return sum(contrast(*pair) >= EDGE for pair in pairs) / len(pairs)


def _places(box: Box) -> Iterator[list[tuple[float, float]]]:
    for row in range(ROWS):
        y = box.y + box.h * (row + 0.5) / ROWS
        yield [(box.x + box.w * (column + 0.5) / COLUMNS, y) for column in range(COLUMNS)]


def _color(package: Package, scene: Scene, shapes: Sequence[SceneShape], x: float, y: float) -> str:
    found = painted_at(package, scene, shapes, (x, y), background_at(package, scene, x, y))
    return max(found, key=lambda color: (found[color], color))


__all__ = ["unrest"]
