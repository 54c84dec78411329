"""The border of a place, as a map draws it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Ring = tuple[tuple[float, float], ...]
Bounds = tuple[float, float, float, float]
"""West, south, east and north, in degrees."""


def bounds_of(rings: Iterable[Ring]) -> Bounds:
    """What rings lie within. Raises ValueError where there are none."""
    points = [point for ring in rings for point in ring]
    lons, lats = [lon for lon, _lat in points], [lat for _lon, lat in points]
    return min(lons), min(lats), max(lons), max(lats)


def meet(one: Bounds, other: Bounds) -> bool:
    """Whether two frames have more than an edge in common."""
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def around(frames: Iterable[Bounds]) -> Bounds:
    """What several frames lie within."""
    wests, souths, easts, norths = zip(*frames, strict=True)
    return min(wests), min(souths), max(easts), max(norths)


@dataclass(frozen=True, slots=True)
class Border:
    """A municipality's rings of (longitude, latitude); outer rings and holes alike."""

    code: str
    name: str
    rings: tuple[Ring, ...]
    county_code: str


__all__ = ["Border", "Bounds", "Ring", "around", "bounds_of", "meet"]
