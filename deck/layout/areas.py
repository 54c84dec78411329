"""Areas in a plane: projected, clipped to a frame, simplified to a grid, and the points that lie well within one. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from deck.presentation import Area

FlatRing = tuple[tuple[float, float], ...]
"""A ring in the plane, y downwards."""
GridRing = tuple[tuple[int, int], ...]
_CUTS = 9
"""Lines along which an area's inside is looked for, each way."""


def middle_of(areas: Iterable[Area]) -> float:
    """The meridian in the middle of some areas."""
    longitudes = [lon for area in areas for ring in area.rings for lon, _lat in ring]
    return (min(longitudes) + max(longitudes)) / 2 if longitudes else 0.0


@lru_cache(maxsize=4_096)
def projected(area: Area, middle: float) -> tuple[FlatRing, ...]:
    """Transverse Mercator about a meridian, on a sphere, in units of its radius: shapes as on a Swedish map, north up."""
    rings: list[FlatRing] = []
    for ring in area.rings:
        points = []
        for lon, lat in ring:
            phi, lam = math.radians(lat), math.radians(lon - middle)
            points.append((math.atanh(math.cos(phi) * math.sin(lam)), -math.atan2(math.tan(phi), math.cos(lam))))
        rings.append(tuple(points))
    return tuple(rings)


def bounds(rings: Iterable[Sequence[tuple[float, float]]]) -> tuple[float, float, float, float]:
    """Left, top, right, bottom."""
    points = [point for ring in rings for point in ring]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def clipped(ring: Sequence[tuple[float, float]], frame: tuple[float, float, float, float]) -> FlatRing:
    """What of a ring lies within a frame (Sutherland and Hodgman): none where nothing does."""
    left, top, right, bottom = frame
    points: list[tuple[float, float]] = list(ring)
    for axis, edge, keeps in ((0, left, 1), (0, right, -1), (1, top, 1), (1, bottom, -1)):
        if not points:
            break
        out: list[tuple[float, float]] = []
        for before, point in zip([points[-1], *points[:-1]], points, strict=True):
            inside, was = keeps * (point[axis] - edge) >= 0, keeps * (before[axis] - edge) >= 0
            if inside != was:
                share = (edge - before[axis]) / (point[axis] - before[axis])
                other = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
                out.append((edge, other) if axis == 0 else (other, edge))
            if inside:
                out.append(point)
        points = out
    return tuple(points)


def gridded(ring: Sequence[tuple[float, float]], grid: int) -> GridRing:
    """Points on a grid, without repetitions and without those on a straight line."""
    points: list[tuple[int, int]] = []
    for x, y in ring:
        point = (round(x / grid) * grid, round(y / grid) * grid)
        if points and point == points[-1]:
            continue
        if len(points) > 1:
            (ax, ay), (bx, by) = points[-2], points[-1]
            if (bx - ax) * (point[1] - by) == (by - ay) * (point[0] - bx) and (bx - ax) * (point[0] - bx) >= 0:
                points.pop()
        points.append(point)
    if len(points) > 1 and points[0] == points[-1]:
        points.pop()
    return tuple(points)


def inner_points(rings: Sequence[GridRing], most: int = 12) -> tuple[tuple[int, int], ...]:
    """Points within an area, the one with the most room about it first: middles of its runs along lines across and down."""
    found: dict[tuple[int, int], float] = {}
    for ring in sorted(rings, key=lambda ring: -_extent(ring))[:2]:
        left, top, right, bottom = bounds([ring])
        for n in range(1, _CUTS + 1):
            y = top + (bottom - top) * n / (_CUTS + 1)
            for a, b in _runs(rings, y, 1):
                x = (a + b) / 2
                room = min(b - a, _room(rings, x, y, 0)) / 2
                if room > 0:
                    found[round(x), round(y)] = room
            x = left + (right - left) * n / (_CUTS + 1)
            for a, b in _runs(rings, x, 0):
                y = (a + b) / 2
                room = min(b - a, _room(rings, y, x, 1)) / 2
                if room > 0:
                    found[round(x), round(y)] = room
    ranked = sorted(found, key=lambda point: (-found[point], point))
    least = found[ranked[0]] * 0.35 if ranked else 0.0
    return tuple(point for point in ranked if found[point] >= least)[:most]


def _extent(ring: GridRing) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise((*ring, ring[0])))) if ring else 0.0


def _runs(rings: Sequence[GridRing], at: float, axis: int) -> list[tuple[float, float]]:
    """Where a line at y (axis 1) or x (axis 0) runs within the area (even-odd)."""
    other = 1 - axis
    cuts = sorted(
        a[other] + (at - a[axis]) * (b[other] - a[other]) / (b[axis] - a[axis])
        for ring in rings
        for a, b in pairwise((*ring, ring[0]))
        if (a[axis] <= at) != (b[axis] <= at)
    )
    return list(zip(cuts[::2], cuts[1::2], strict=False))


def _room(rings: Sequence[GridRing], along: float, at: float, axis: int) -> float:
    """Twice the way from a point to the nearer end of its run: along the line x = `along` (axis 0) or y = `along` (axis 1)."""
    return next((2 * min(at - a, b - at) for a, b in _runs(rings, along, axis) if a <= at <= b), 0.0)


def within(rings: Sequence[GridRing], point: tuple[int, int]) -> bool:
    """Whether a point lies in the area (even-odd)."""
    return any(a <= point[0] <= b for a, b in _runs(rings, point[1], 1))
