"""A place lit among its neighbours, in a panel that it fills to its edges: the map that stands beside words.

The lit place fits the panel's middle; its county's municipalities are of a second tone, other counties' of a third, sea is
ground. Its name
stands inside it where it fits, else on a chip with a leader."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache, reduce

from deck.geometry import Box
from deck.layout.context import ChosenSpot, LaidBlock
from deck.layout.lines import NO_INSETS
from deck.layout.look import Look
from deck.layout.model import Freeform, PlacedShape, Stroke
from deck.layout.shapes import GAP, group, height, line_width, words
from deck.layout.zone import SLACK
from deck.places.panel import PanelFrame, Points, clipped, plane_of
from deck.presentation import Area, Map
from deck.template.model import ThemeColor

PX = 9_525
UNIT = 4_762
"""EMU: points are set on a grid of half a px, so that neighbours' borders thin out alike."""
FIT = (0.683, 0.775)
"""The shares of the panel's width and height that the lit place is fitted into."""
BORDER = round(1.6 * PX)
NAME_PT = 22.0
PAD, DROP = 10 * PX, 44 * PX
"""Beside a name, and from a place to the chip with its name."""
SCANS = 9
_Tones = tuple[tuple[Points, ...], tuple[Points, ...], tuple[Points, ...]]


@lru_cache(maxsize=256)
def tones_of(block: Map, width: int, tall: int) -> _Tones:
    """Rings in units of the grid, within `width` x `tall` of them: other counties, the own, and what is lit."""
    lit = [area for area in block.areas if block.highlight in (None, area.code)] or list(block.areas)
    frame = PanelFrame(
        width, height=tall, fit_width=round(width * FIT[0]), fit_height=round(tall * FIT[1]), x=width // 2, y=tall // 2
    )
    plane = plane_of([ring for area in lit for ring in area.rings], frame)
    chosen = {area.code for area in lit}

    def rings(areas: Iterator[Area]) -> tuple[Points, ...]:
        return tuple(ring for area in areas for ring in clipped(area.rings, plane, width, tall))

    own = (area for area in block.areas if area.code not in chosen)
    return rings(iter(block.around)), rings(own), rings(iter(lit))


def place_panel(block: Map, place: ChosenSpot) -> LaidBlock:
    """The panel in the whole box; a caption under it where the map has one."""
    box, context = place.spot.box, place.context
    caption = height(block.caption, context.body_font, context.minimum, box.w) or 0
    panel = Box(box.x, box.y, box.w, max(box.h - caption - (GAP if caption else 0), 1))
    tones = tones_of(block, panel.w // UNIT, panel.h // UNIT)
    shapes = [*_land(panel, tones, place.look)]
    own = next((area for area in block.areas if area.code == block.highlight), None)
    if own is not None and tones[2]:
        shapes += _named(own.name, panel, tones[2], place)
    if block.caption:
        under = Box(box.x, panel.bottom + GAP, box.w, caption)
        shapes.append(_words("caption", "caption", under, block.caption, context.minimum, place.look.ink.color, "t"))
    return LaidBlock(((group(place.slot, block, shapes, block.alt),),))


def _land(panel: Box, tones: _Tones, look: Look) -> Iterator[PlacedShape]:
    ink = look.ink.color.name
    fills = (
        (ThemeColor(ink, alpha=7_000), ThemeColor(ink, alpha=16_000), look.field.color)
        if look.dark_ground
        else (look.paper.color, look.soft.color, look.field.color)
    )
    border = Stroke(look.white.color, BORDER)
    for key, rings, fill in zip(("around", "county", "lit"), tones, fills, strict=True):
        if not rings:
            continue
        x0, y0 = min(x for ring in rings for x, _y in ring), min(y for ring in rings for _x, y in ring)
        x1, y1 = max(x for ring in rings for x, _y in ring), max(y for ring in rings for _x, y in ring)
        box = Box(panel.x + x0 * UNIT, panel.y + y0 * UNIT, max((x1 - x0) * UNIT, 1), max((y1 - y0) * UNIT, 1))
        path = Freeform(tuple(tuple(((x - x0) * UNIT, (y - y0) * UNIT) for x, y in ring) for ring in rings))
        yield PlacedShape(key, name=key, geometry=path, box=box, fill=fill, line=border)


def _named(name: str, panel: Box, lit: tuple[Points, ...], place: ChosenSpot) -> Iterator[PlacedShape]:
    """The name within the place, or on a chip beside it."""
    look, context = place.look, place.context
    font = context.body_font
    size = max(NAME_PT, context.minimum)
    wide, tall = _room(name, font, size, panel)
    middle = inside(lit, (wide + PAD) // UNIT, tall // UNIT)
    if middle is not None:
        box = Box(panel.x + middle[0] * UNIT - wide // 2, panel.y + middle[1] * UNIT - tall // 2, wide, tall)
        yield _words("label", name, box, name, size, look.field.text, "ctr", bold=True)
        return
    if wide + 2 * PAD > panel.w:
        size = context.minimum
        wide, tall = _room(name, font, size, panel)
    xs, ys = [x for ring in lit for x, _y in ring], [y for ring in lit for _x, y in ring]
    at_x = panel.x + (min(xs) + max(xs)) // 2 * UNIT
    top, bottom = panel.y + min(ys) * UNIT, panel.y + max(ys) * UNIT
    chip_h, chip_w = tall + 4 * PX, min(wide + 2 * PAD, panel.w)
    below = bottom + DROP + chip_h <= panel.bottom
    y = bottom + DROP if below else max(top - DROP - chip_h, panel.y)
    x = max(panel.x, min(at_x - chip_w // 2, panel.right - chip_w))
    start, end = ((top + bottom) // 2, y) if below else (y + chip_h, (top + bottom) // 2)
    yield PlacedShape(
        "leader",
        name="leader",
        geometry="line",
        box=Box(at_x, start, 0, max(end - start, 1)),
        line=Stroke(look.ink.color, 2 * PX),
    )
    radius = 5 * PX
    dot = Box(at_x - radius, (top + bottom) // 2 - radius, 2 * radius, 2 * radius)
    yield PlacedShape("dot", name="dot", geometry="ellipse", box=dot, fill=look.ink.color, line=Stroke(look.white.color, PX))
    chip = _words("label", name, Box(x, y, chip_w, chip_h), name, size, look.white.text, "ctr", bold=True)
    yield PlacedShape(
        chip.key,
        name=chip.name,
        geometry=chip.geometry,
        box=chip.box,
        fill=look.white.color,
        paragraphs=chip.paragraphs,
        size_pt=size,
        color=chip.color,
        bold=True,
        align="ctr",
        insets=NO_INSETS,
    )


def _room(name: str, font: str, size: float, panel: Box) -> tuple[int, int]:
    """A name's width, with slack, and height in EMU."""
    return round(line_width(name, font, size, bold=True) / SLACK), height(name, font, size, panel.w, bold=True) or 0


def _words(
    key: str, name: str, box: Box, text: str, size: float, color: ThemeColor, anchor: str, *, bold: bool = False
) -> PlacedShape:
    return PlacedShape(
        key,
        name=name,
        geometry="rect",
        box=box,
        paragraphs=words(text),
        size_pt=size,
        color=color,
        bold=bold,
        align="ctr" if bold else "l",
        anchor=anchor,
        insets=NO_INSETS,
    )


@lru_cache(maxsize=512)
def inside(rings: tuple[Points, ...], width: int, tall: int) -> tuple[int, int] | None:
    """The middle of a rectangle of this size that lies within one of the rings, where there is one: the roomiest, near the
    ring's own
    middle."""
    ring = max(rings, key=_extent)
    low, high = min(y for _x, y in ring), max(y for _x, y in ring)
    best: tuple[float, int, int] | None = None
    levels = [low + (high - low) * step // 24 for step in range(1, 24)]
    levels = [y for y in levels if low < y - tall / 2 and y + tall / 2 < high]
    scans = [[y - tall / 2 + tall * scan / (SCANS - 1) for scan in range(SCANS)] for y in levels]
    inner = _spans(ring, [y for lines in scans for y in lines])
    for n, y in enumerate(levels):
        for left, right in reduce(_common, inner[n * SCANS : (n + 1) * SCANS]):
            if right - left >= width:
                away = abs(y - (low + high) / 2) / max(high - low, 1)
                worth = (right - left) / width - 2 * away
                if best is None or worth > best[0]:
                    best = worth, round((left + right) / 2), y
    return best[1:] if best else None


def _extent(ring: Points) -> int:
    xs, ys = [x for x, _y in ring], [y for _x, y in ring]
    return (max(xs) - min(xs)) * (max(ys) - min(ys))


_Spans = list[tuple[float, float]]


def _spans(ring: Points, levels: list[float]) -> list[_Spans]:
    """Where level lines are inside the ring: each of its edges crosses few of them."""
    # A line through a corner would be cut twice there.
    order = sorted((y + 0.01, n) for n, y in enumerate(levels))
    heights = [y for y, _n in order]
    cuts: list[list[float]] = [[] for _y in levels]
    for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True):
        for y, n in order[bisect_left(heights, min(ay, by)) : bisect_left(heights, max(ay, by))]:
            cuts[n].append(ax + (y - ay) * (bx - ax) / (by - ay))
    for found in cuts:
        found.sort()
    return [list(zip(found[::2], found[1::2], strict=False)) for found in cuts]


def _common(one: _Spans, other: _Spans) -> _Spans:
    return [(max(a, c), min(b, d)) for a, b in one for c, d in other if min(b, d) > max(a, c)]
