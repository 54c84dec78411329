"""A county's map: one free shape a municipality, the own one told apart by fill, outline and its name."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache

from deck.geometry import Box, pt
from deck.layout.context import ChosenSpot, LaidBlock, Trouble
from deck.layout.lines import NO_INSETS
from deck.layout.model import Freeform, PlacedShape, Stroke
from deck.layout.shapes import GAP, group, height, line_width, sizes_down, words
from deck.presentation import Area, Map

GRID = 4_000
"""Points are set on a grid of a third of a point, so that neighbours' borders thin out alike."""

_Rings = tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True, slots=True)
class Projected:
    """Areas in a plane, y downwards, in units of the earth's radius; `bounds`: left, top, right, bottom."""

    areas: tuple[_Rings, ...]
    bounds: tuple[float, float, float, float]


@lru_cache(maxsize=64)
def project(areas: tuple[Area, ...]) -> Projected:
    """Transverse Mercator about the areas' own middle meridian, on a sphere: shapes as on a Swedish map, north up."""
    longitudes = [lon for area in areas for ring in area.rings for lon, _lat in ring]
    middle = (min(longitudes) + max(longitudes)) / 2
    flat: list[_Rings] = []
    for area in areas:
        rings = []
        for ring in area.rings:
            points = []
            for lon, lat in ring:
                phi, lam = math.radians(lat), math.radians(lon - middle)
                points.append((math.atanh(math.cos(phi) * math.sin(lam)), -math.atan2(math.tan(phi), math.cos(lam))))
            rings.append(tuple(points))
        flat.append(tuple(rings))
    xs = [x for rings in flat for ring in rings for x, _y in ring]
    ys = [y for rings in flat for ring in rings for _x, y in ring]
    return Projected(tuple(flat), (min(xs), min(ys), max(xs), max(ys)))


@lru_cache(maxsize=128)
def shapes_of(areas: tuple[Area, ...], width: int, tall: int) -> tuple[tuple[Box, Freeform], ...]:
    """Each area's box and rings in EMU, the whole map as large as `width` x `tall` lets it be, its corner at 0, 0."""
    flat = project(areas)
    left, top, right, bottom = flat.bounds
    scale = min(width / max(right - left, 1e-9), tall / max(bottom - top, 1e-9))
    out = []
    for rings in flat.areas:
        drawn = [_ring(ring, left, top, scale) for ring in rings]
        kept = [ring for ring in drawn if len(ring) > 2] or [max(drawn, key=len)]
        x0, y0 = min(x for ring in kept for x, _ in ring), min(y for ring in kept for _, y in ring)
        x1, y1 = max(x for ring in kept for x, _ in ring), max(y for ring in kept for _, y in ring)
        path = Freeform(tuple(tuple((x - x0, y - y0) for x, y in ring) for ring in kept))
        out.append((Box(x0, y0, max(x1 - x0, 1), max(y1 - y0, 1)), path))
    return tuple(out)


def _ring(ring: tuple[tuple[float, float], ...], left: float, top: float, scale: float) -> tuple[tuple[int, int], ...]:
    """Points on the grid, without repetitions and without those on a straight line."""
    points: list[tuple[int, int]] = []
    for x, y in ring:
        point = (round((x - left) * scale / GRID) * GRID, round((y - top) * scale / GRID) * GRID)
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


def aspect(areas: tuple[Area, ...]) -> float:
    left, top, right, bottom = project(areas).bounds
    return max(right - left, 1e-9) / max(bottom - top, 1e-9)


def _inside(box: Box, path: Freeform) -> tuple[int, int]:
    """A point within the area's largest ring, near its middle: where the label's line ends."""
    ring = max(
        path.rings, key=lambda ring: abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, (*ring[1:], ring[0]), strict=True)))
    )
    y = (min(y for _, y in ring) + max(y for _, y in ring)) // 2
    cuts = sorted(
        ax + (y - ay) * (bx - ax) // (by - ay)
        for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True)
        if (ay <= y) != (by <= y)
    )
    spans = [(b - a, (a + b) // 2) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    return (max(spans)[1] if spans else box.w // 2), y


def place_map(block: Map, place: ChosenSpot) -> LaidBlock:
    """The map at the left, the highlighted area's name at its right with a line to it, the source beneath."""
    # A little air on the left: often the map stands beside text.
    place = replace(place, spot=replace(place.spot, box=place.spot.box.inset(pt(10), 0, 0, 0)))
    box, context = place.spot.box, place.context
    if not any(area.rings for area in block.areas):
        return LaidBlock(((),))
    own = next((area for area in block.areas if area.code == block.highlight), None)
    # A long name beside a map in a narrow box takes more than its share; at last it stands under the map.
    for size, share in [(size, 0.4) for size in sizes_down(24, context.minimum)] + [
        (context.minimum, 0.6),
        (context.minimum, 1.0),
    ]:
        caption = height(block.caption, context.body_font, context.minimum, box.w)
        label = min(line_width(own.name, context.body_font, size, bold=True), max(int(box.w * share), pt(1))) if own else 0
        name = height(own.name, context.body_font, size, label, bold=True) if own else 0
        if caption is None or name is None:
            continue
        under = share == 1.0 and own is not None
        tall = box.h - caption - (GAP if caption else 0) - (name + GAP if under else 0)
        # In steps, so that municipalities of a county share its map.
        side = -(-(label + pt(48)) // pt(36)) * pt(36) if own and not under else 0
        if tall < pt(60) or name > tall or box.w - side < pt(60):
            continue
        return LaidBlock(((_draw(block, own, place, (label, name, size), caption, tall, side),),))
    tall = max(box.h - pt(24), pt(24))
    item = _draw(block, None, place, (0, 0, context.minimum), pt(24), tall, 0)
    return LaidBlock(((item,),), (Trouble("text-too-long", place.slot, context.minimum),))


def _draw(block: Map, own: Area | None, place: ChosenSpot, label: tuple[int, int, float], caption: int, tall: int, side: int):
    box, look, context = place.spot.box, place.look, place.context
    areas = tuple(area for area in block.areas if area.rings)
    drawn = shapes_of(areas, box.w - side, tall)
    wide, high = max(b.right for b, _ in drawn), max(b.bottom for b, _ in drawn)
    x0 = (
        box.x + max(0, (box.w - side - wide) // 2)
        if side == 0 or box.w < box.h * 1.2
        else box.x + max(0, (box.w - side - wide) // 3)
    )
    y0 = box.y + (tall - high) // 2
    order = sorted(range(len(areas)), key=lambda n: areas[n].code == block.highlight)
    shapes: list[PlacedShape] = []
    for n in order:
        area, (at, path) = areas[n], drawn[n]
        mine = own is not None and area.code == own.code
        shapes.append(
            PlacedShape(
                f"area:{area.code}",
                name=area.name,
                geometry=path,
                box=Box(x0 + at.x, y0 + at.y, at.w, at.h),
                fill=look.accent.color if mine or own is None else look.muted.color,
                line=Stroke(look.text, pt(1.5)) if mine else Stroke(look.quiet.color if own else look.accent.text, pt(0.75)),
            )
        )
    if own is not None:
        at, path = drawn[areas.index(own)]
        px, py = _inside(at, path)
        target_x, target_y = x0 + at.x + px, y0 + at.y + py
        width, name, size = label
        if side:
            text_x = min(x0 + wide + pt(36), box.right - width)
            text_y = max(box.y, min(target_y - name // 2, box.y + tall - name))
            level = max(text_y, min(target_y, text_y + name)) - pt(0.75)
            leader = Box(target_x, level, text_x - pt(6) - target_x, pt(1.5))
        else:
            text_x = max(box.x, min(target_x - width // 2, box.right - width))
            text_y, level = box.y + tall + GAP // 2, target_y - pt(0.75)
            leader = Box(target_x - pt(0.75), target_y, pt(1.5), max(text_y - target_y, pt(1)))
        shapes += [
            PlacedShape("leader", name="leader", geometry="rect", box=leader, fill=look.text),
            PlacedShape(
                "dot",
                name="dot",
                geometry="ellipse",
                box=Box(target_x - pt(4), level + pt(0.75) - pt(4), pt(8), pt(8)),
                fill=look.text,
            ),
            PlacedShape(
                "label",
                name=own.name,
                geometry="rect",
                box=Box(text_x, text_y, width, name),
                paragraphs=words(own.name),
                size_pt=size,
                color=look.text,
                bold=True,
                insets=NO_INSETS,
            ),
        ]
    if block.caption:
        lower = box.y + tall + GAP + (label[1] + GAP if own is not None and not side else 0)
        text = Box(x0, lower, box.right - x0, caption)
        if height(block.caption, context.body_font, context.minimum, text.w) != caption:
            text = Box(box.x, text.y, box.w, caption)
        shapes.append(
            PlacedShape(
                "caption",
                name="caption",
                geometry="rect",
                box=text,
                paragraphs=words(block.caption),
                size_pt=context.minimum,
                color=look.text,
                anchor="t",
                insets=NO_INSETS,
            )
        )
    return group(place.slot, block, shapes, block.alt)
