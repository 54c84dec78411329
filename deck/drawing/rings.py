"""A free shape's rings: the corner points of its paths, for those who ask where it lies (ECMA-376 Part 1, 20.1.9.8 custGeom)."""

from __future__ import annotations

import math
from itertools import pairwise

from deck.drawing import numbers
from deck.drawing.names import Element, local, qn, whole
from deck.drawing.outlines import FreeShape, corners_of, drawn_once
from deck.geometry import Box
from deck.memory import Memory

Rings = tuple[tuple[tuple[int, int], ...], ...]
_RINGS: Memory[FreeShape, Rings] = Memory(64)


def rings_of(geometry: Element | None, box: Box) -> Rings:
    """The corner points of a free shape's paths, scaled to its box; arcs and curves by points along them."""
    return drawn_once(_RINGS, geometry, box, lambda: _cornered(geometry, box)) if geometry is not None else ()


def _cornered(geometry: Element, box: Box) -> Rings:
    found: list[tuple[tuple[int, int], ...]] = []
    if (plain := corners_of(geometry)) is not None:
        rings: list[list[tuple[int, int]]] = []
        for name, corner in plain.steps:
            if name == "M":
                rings.append([])
            if name != "Z":
                rings[-1].append(corner)
        return tuple(_scaled(ring, box, plain.wide, plain.high) for ring in rings)
    for path in geometry.iter(qn("a:path")):
        wide, high = whole(path.get("w")) or box.w or 1, whole(path.get("h")) or box.h or 1
        ring: list[tuple[int, int]] = []
        for step in path:
            name = local(step)
            if name == "moveTo" and ring:
                found.append(_scaled(ring, box, wide, high))
                ring = []
            if name == "arcTo":
                ring += _arc(ring[-1], step) if ring else ()
                continue
            corners = [(whole(pt.get("x")), whole(pt.get("y"))) for pt in step.iterchildren(qn("a:pt"))]
            if corners:
                ring += _curve((ring[-1], *corners), max(wide, high)) if ring and name in CURVES else corners[-1:]
        if ring:
            found.append(_scaled(ring, box, wide, high))
        if len(found) > 5000:
            break
    return tuple(found)


def _scaled(ring: list[tuple[int, int]], box: Box, wide: int, high: int) -> tuple[tuple[int, int], ...]:
    """Without corners that are hardly apart: a coast may have thousands, and each is looked at for each point that is asked
    about."""
    near, kept = max(box.w, box.h) // NEAR, list[tuple[int, int]]()
    for x, y in ring:
        at = (x * box.w // wide, y * box.h // high)
        if not kept or max(abs(at[0] - kept[-1][0]), abs(at[1] - kept[-1][1])) >= near:
            kept.append(at)
    return tuple(kept)


NEAR = 600
"""The part of a shape's longer side that corners are apart at least."""
ARC_STEP, LARGE_STEP, LARGE = 15, 4, 400_000
"""Degrees between the points that an arc is drawn by, a large one's, and from which radius it is large, in EMU."""
CURVES = ("cubicBezTo", "quadBezTo")
PART, MOST = 24, 16
"""The part of its path's longer side that a curve is for each straight piece that stands for it, and the most of these: one of a
coast's thousand has one."""


def _curve(held: tuple[tuple[int, int], ...], longer: int) -> list[tuple[int, int]]:
    """Points along a Bézier curve from where the pen is, with its control points (20.1.9.7, 20.1.9.19)."""
    way = sum(math.dist(*pair) for pair in pairwise(held))
    count = min(max(math.ceil(way * PART / max(longer, 1)), 1), MOST)
    found: list[tuple[int, int]] = []
    for n in range(1, count + 1):
        share, points = n / count, [(float(x), float(y)) for x, y in held]
        while len(points) > 1:
            points = [(a + (c - a) * share, b + (d - b) * share) for (a, b), (c, d) in pairwise(points)]
        found.append((round(points[0][0]), round(points[0][1])))
    return found


def _arc(begin: tuple[int, int], step: Element) -> list[tuple[int, int]]:
    """Points along an arc that goes on from `begin` (20.1.9.4 arcTo)."""
    wide, high = whole(step.get("wR")), whole(step.get("hR"))
    start, sweep = (math.radians(numbers.angle(step.get(name)) / 60_000) for name in ("stAng", "swAng"))
    sweep = max(min(sweep, math.tau), -math.tau)
    each = LARGE_STEP if max(wide, high) >= LARGE else ARC_STEP
    count = max(math.ceil(abs(math.degrees(sweep)) / each), 1)
    x, y = begin[0] - wide * math.cos(start), begin[1] - high * math.sin(start)
    angles = [start + sweep * n / count for n in range(1, count + 1)]
    return [(round(x + wide * math.cos(angle)), round(y + high * math.sin(angle))) for angle in angles]
