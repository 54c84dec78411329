"""How much of a shape is seen: what hardly stands out from what is behind it is in nobody's way, nor is the part of it that does
not."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import groupby

from deck.brand.contrast import contrast
from deck.drawing.color import mix
from deck.drawing.ground import Looked, covers, flat, ground_behind, hides, is_plain, looked, touching, turned
from deck.drawing.model import Paint, Scene, SceneShape
from deck.drawing.sample import POINTS
from deck.geometry import Box, pt
from deck.memory import Itself, Memory
from deck.package import Package

PALE = 1.3
"""The contrast with what is behind it under which a shape is no obstacle."""
SLICES = 8
"""Slices of a shape by which it is felt how far it is seen."""
OF_A_SLICE = 60
"""Points that one is looked at in."""
LARGE, SLANTED = 0.03, 0.01
"""The share of a slide from which it is worth knowing what a picture leaves free of its box, and what a slanting shape does."""
SQUARE = ("rect", "roundRect", "round1Rect", "round2SameRect", "round2DiagRect", "snip1Rect", "snip2SameRect", "plaque", "frame")
"""Presets that fill their box but for the corners, or frame it."""
LINES, STEP = ("line", "straightConnector1"), pt(10)
"""Presets that are a line from corner to corner, and half of what such a one rises or goes on at least, to be taken in steps."""
QUARTER_TURN = 5_400_000
"""Of a turn, in 1/60000 of a degree."""
MOSTLY = 0.4
"""The share of a slide from which a shape is ground, and in nobody's way."""


@dataclass(frozen=True, slots=True)
class PaleKey:
    """All that it follows from whether a master's shape hardly stands out: what is under it is the master's, too, and a layout's
    own background."""

    shape: Itself[SceneShape]
    background: Paint
    size: tuple[int, int]


_pale: Memory[PaleKey, bool] = Memory(4_096)


def is_pale(package: Package, drawn: Scene, before: tuple[SceneShape, ...], shape: SceneShape) -> bool:
    """Does it hardly stand out? A master's shapes lie on each of its layouts, and are judged once."""
    if shape.origin != "master":
        return _stands_out_little(package, drawn, before, shape)
    key = PaleKey(Itself(shape), drawn.background, drawn.size)
    if (known := _pale.get(key)) is None:
        _pale.put(key, known := _stands_out_little(package, drawn, before, shape))
    return known


def _stands_out_little(package: Package, drawn: Scene, before: tuple[SceneShape, ...], shape: SceneShape) -> bool:
    box = turned(shape.box, shape.rotation).intersection(Box(0, 0, *drawn.size))
    at = box if box.area else Box(box.x - 6_350, box.y - 6_350, box.w + 12_700, box.h + 12_700)
    return _pale_at(package, drawn, before, shape, at)


def _pale_at(
    package: Package, drawn: Scene, before: tuple[SceneShape, ...], shape: SceneShape, at: Box, points: int = POINTS
) -> bool:
    """A picture is judged by what shows of it, a line by its own colour."""
    under = ground_behind(package, drawn, before, at, points)
    edge = [mix(color, under.colors[0], shape.line.alpha) for color in shape.line.colors] if shape.line.kind != "none" else []
    if any(contrast(color, ground) >= PALE for color in edge for ground in under.colors):
        return False
    body = ground_behind(package, drawn, (*before, shape), at, points).colors if covers(shape) else ()
    return not any(contrast(color, ground) >= PALE for color in body for ground in under.colors)


def seen_part(package: Package, drawn: Scene, before: tuple[SceneShape, ...], shape: SceneShape, box: Box) -> Box:
    """A shape's box without what of it lies at its edges unseen: a white disc that reaches from a dark bar into a white page."""
    if shape.line.kind != "none" or min(box.w, box.h) < SLICES or len(ground_behind(package, drawn, before, box).colors) < 2:
        return box

    near = touching(before, box)

    def seen(at: Box) -> bool:
        return not _pale_at(package, drawn, near, shape, at, OF_A_SLICE)

    rows = _within(lambda n: seen(Box(box.x, box.y + n * box.h // SLICES, box.w, box.h // SLICES)))
    box = Box(box.x, box.y + rows[0] * box.h // SLICES, box.w, (rows[1] - rows[0]) * box.h // SLICES)
    columns = _within(lambda n: seen(Box(box.x + n * box.w // SLICES, box.y, box.w // SLICES, box.h)))
    return Box(box.x + columns[0] * box.w // SLICES, box.y, (columns[1] - columns[0]) * box.w // SLICES, box.h)


@dataclass(frozen=True, slots=True)
class SeenShape:
    """A decoration: its box on the slide, the parts of it that nothing hides, and of these what stands out from its ground. One
    that fills no rectangle may have a large box, and take little of it."""

    shape: SceneShape
    box: Box
    shown: tuple[Box, ...]
    seen: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class SeenKey:
    """All that a layout's decorations are seen by, where they are its master's alone."""

    shapes: tuple[Itself[SceneShape], ...]
    background: Paint
    size: tuple[int, int]


_seen: Memory[SeenKey, tuple[SeenShape, ...]] = Memory(256)


def seen_in(package: Package, drawn: Scene) -> tuple[SeenShape, ...]:
    """A layout's decorations. Those with none of their own share their master's, which are looked at once."""
    shapes = tuple(flat(drawn.shapes))
    decorations = [shape for shape in shapes if not (shape.is_placeholder or shape.hidden)]
    if any(shape.origin != "master" for shape in decorations):
        return tuple(_looked_through(package, drawn, shapes))
    key = SeenKey(tuple(map(Itself, decorations)), drawn.background, drawn.size)
    if (known := _seen.get(key)) is None:
        _seen.put(key, known := tuple(_looked_through(package, drawn, shapes)))
    return known


def _looked_through(package: Package, drawn: Scene, shapes: tuple[SceneShape, ...]) -> Iterator[SeenShape]:
    """A placeholder is filled or left out: nothing of it stays."""
    slide = Box(0, 0, *drawn.size)
    for n, shape in enumerate(shapes):
        box = turned(shape.box, shape.rotation).intersection(slide)
        large = box.area > MOSTLY * slide.area
        if large and not (shape.hidden or shape.is_placeholder) and _is_frame(shape):
            if not is_pale(package, drawn, shapes[:n], shape):
                edges = tuple(_edges(box, max(shape.line_width, 1)))
                yield SeenShape(shape, box, edges, edges)
            continue
        if shape.hidden or shape.is_placeholder or not (box.w or box.h) or (large and not _is_slanted(shape)):
            continue
        before, shown = shapes[:n], tuple(uncovered(box, shapes[n + 1 :]))
        marked = covers(shape) or shape.line.kind != "none"
        bare = not marked or is_pale(package, drawn, before, shape)
        if not bare and (steps := tuple(_steps(shape, slide))):
            yield SeenShape(shape, box, steps, steps)
            continue
        if bare and marked and shape.kind == "picture" and box.area < LARGE * slide.area:
            seen = tuple(_inked(package, drawn, before, shape, shown))
        else:
            seen = () if bare else tuple(_standing_out(package, drawn, before, shape, shown))
        if not large or 0 < sum(item.area for item in seen) <= MOSTLY * slide.area:
            yield SeenShape(shape, box, shown, seen)


def _steps(shape: SceneShape, slide: Box) -> Iterator[Box]:
    """What a line across its box takes, from end to end, as boxes in a row; nothing where it is upright, level, or another
    shape."""
    if shape.geometry not in LINES or covers(shape):
        return
    box, turn = shape.box, math.radians(shape.rotation / 60_000)
    x, y, across, down = box.x + box.w / 2, box.y + box.h / 2, box.w / 2, box.h / 2
    rising = shape.flip_h != shape.flip_v
    dx, dy = across, -down if rising else down
    dx, dy = dx * math.cos(turn) - dy * math.sin(turn), dx * math.sin(turn) + dy * math.cos(turn)
    if min(abs(dx), abs(dy)) < STEP:
        return
    half = max(shape.line_width, 1) / 2
    for n in range(SLICES):
        ends = [(x + dx * share, y + dy * share) for share in (2 * n / SLICES - 1, 2 * (n + 1) / SLICES - 1)]
        left, right = sorted(end[0] for end in ends)
        top, bottom = sorted(end[1] for end in ends)
        part = Box(round(left - half), round(top - half), round(right - left + 2 * half), round(bottom - top + 2 * half))
        part = part.intersection(slide)
        if part.area:
            yield part


def _is_frame(shape: SceneShape) -> bool:
    """Is it a line around what it leaves clear?"""
    return shape.kind == "shape" and shape.line.kind != "none" and shape.geometry in SQUARE and not covers(shape)


def _edges(box: Box, wide: int) -> Iterator[Box]:
    """A frame's four lines, so wide."""
    yield Box(box.x, box.y, box.w, wide)
    yield Box(box.x, box.bottom - wide, box.w, wide)
    yield Box(box.x, box.y, wide, box.h)
    yield Box(box.right - wide, box.y, wide, box.h)


def _standing_out(
    package: Package, drawn: Scene, before: tuple[SceneShape, ...], shape: SceneShape, shown: Iterable[Box]
) -> Iterator[Box]:
    for at in shown:
        least = SLANTED if _is_slanted(shape) else LARGE
        if _fills_none(shape) and at.area >= least * drawn.size[0] * drawn.size[1]:
            yield from stairs(package, drawn, before, shape, at)
        else:
            yield seen_part(package, drawn, before, shape, at)


def _inked(
    package: Package, drawn: Scene, before: tuple[SceneShape, ...], shape: SceneShape, shown: Iterable[Box]
) -> Iterator[Box]:
    """Where a picture has its ink that is clear for the most part: a name in thin letters, with as much air around it as they
    may have begun in."""
    for at in shown:
        if cells := stairs(package, drawn, before, shape, at):
            wide, high = at.w // SLICES, at.h // SLICES
            yield reduce(Box.union, cells).inset(-wide, -high, -wide, -high).intersection(at)


def _fills_none(shape: SceneShape) -> bool:
    """Is it a shape that may leave much of its box free? A picture may be clear there."""
    return shape.kind == "picture" or _is_slanted(shape)


def _is_slanted(shape: SceneShape) -> bool:
    turned_off = shape.rotation % QUARTER_TURN != 0
    return shape.kind != "picture" and covers(shape) and (turned_off or shape.geometry not in SQUARE)


def uncovered(box: Box, over: Iterable[SceneShape]) -> list[Box]:
    """The parts of a shape's box that no plain shape drawn after it hides, as rectangles; none where all is hidden."""
    lids = [shape for shape in over if is_plain(shape) and covers(shape) and not shape.is_placeholder]
    lids = [shape for shape in lids if turned(shape.box, shape.rotation).overlaps(box)]
    if any(hides(lid, box) for lid in lids):
        return []
    if not lids or min(box.w, box.h) < SLICES:
        return [box]

    def bare(n: int, row: int) -> bool:
        cell = Box(_cut(box.x, box.w, n), _cut(box.y, box.h, row), box.w // SLICES, box.h // SLICES)
        return not any(hides(lid, cell) for lid in lids)

    return _rectangles(box, bare)


def stairs(package: Package, drawn: Scene, before: tuple[SceneShape, ...], shape: SceneShape, box: Box) -> list[Box]:
    """What a shape that fills no rectangle, such as a corner cut off or a wave, takes of its box: rectangles, row by row."""
    near = touching(before, box)
    key = looked(package, drawn, None, (*near, shape), box, OF_A_SLICE)
    if (known := _stairs.get(key)) is not None:
        return list(known)

    def seen(n: int, row: int) -> bool:
        cell = Box(_cut(box.x, box.w, n), _cut(box.y, box.h, row), box.w // SLICES, box.h // SLICES)
        return not _pale_at(package, drawn, near, shape, cell, OF_A_SLICE)

    found = _rectangles(box, seen)
    _stairs.put(key, tuple(found))
    return found


_stairs: Memory[Looked, tuple[Box, ...]] = Memory(64)
"""A map, or a wave, stands on several layouts alike."""


def _rectangles(box: Box, cell: Callable[[int, int], bool]) -> list[Box]:
    """The cells (column, row) of a box that are something, as rectangles: rows that are alike together."""
    rows = [tuple(cell(n, row) for n in range(SLICES)) for row in range(SLICES)]
    if all(map(all, rows)):
        return [box]
    found, top = [], 0
    for cells, alike in groupby(rows):
        bottom = top + len(list(alike))
        y = _cut(box.y, box.h, top)
        found += [Box(x, y, right - x, _cut(box.y, box.h, bottom) - y) for x, right in _runs(box, cells)]
        top = bottom
    return found


def _runs(box: Box, cells: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Where the seen cells of a row begin and end, neighbours together."""
    found, first = [], 0
    for seen, alike in groupby(cells):
        last = first + len(list(alike))
        if seen:
            found.append((_cut(box.x, box.w, first), _cut(box.x, box.w, last)))
        first = last
    return found


def _cut(start: int, whole: int, n: int) -> int:
    return start + n * whole // SLICES


def _within(seen: Callable[[int], bool]) -> tuple[int, int]:
    """From which slice to before which one something is seen; all where nothing is."""
    first = next((n for n in range(SLICES) if seen(n)), None)
    if first is None:
        return 0, SLICES
    return first, next(n for n in reversed(range(SLICES)) if seen(n)) + 1


__all__ = ["PALE", "is_pale", "seen_in", "seen_part", "stairs", "uncovered"]
