"""A county's map with its members named: by labels led to them, or by numerals and a list where they are many
or the box is narrow."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from deck.geometry import EMU_PER_PT, Box, pt
from deck.layout.areas import GridRing, bounds, clipped, gridded, inner_points, middle_of, projected
from deck.layout.context import ChosenSpot, LaidBlock
from deck.layout.leaders import XY, LabelColumns, Leader, led
from deck.layout.model import Freeform, PlacedShape, Stroke
from deck.layout.shapes import group, line_width
from deck.layout.zone import PX, SLACK, Zone, line_of, said, sizes_from, tall, wide
from deck.presentation import Area, Map
from deck.template.model import ThemeColor

GRID = 4_000
"""Points are set on a grid of a third of a point, so that neighbours' borders thin out alike."""
MOST_LABELS, LEADERS = 34, 700
"""Members that labels are led to at most, and px from which a box has room for them."""
SIDE, GAP, LEAD = 266, 10, 32
"""Px: a column of labels, from a label to its line, and on to the map."""
PITCH = 48
"""Px from one label to the next at most."""
TIGHT = 0.93
"""The line spacing of labels: each is one line, and needs no room for another."""
DOT, LINE = 4.5, 1.2
"""Px: the radius of the dot where a line ends, and the line's width."""
AIR = 16
"""Px about the county within its panel, where its neighbours show."""
NUMERAL, NUMERAL_BOX = 12.0, (23, 18)
"""The numerals on a map, which are also in the list beside it: points, and px that each has to itself."""
LIST, COLUMNS = 18.0, 3


@dataclass(frozen=True, slots=True)
class DrawnCounty:
    """A map at its size: each member's box and path with its points well inside, from the panel's corner; the
    neighbours' as one."""

    members: tuple[tuple[Box, Freeform], ...]
    spots: tuple[tuple[XY, ...], ...]
    around: tuple[GridRing, ...]


@lru_cache(maxsize=64)
def drawn(areas: tuple[Area, ...], around: tuple[Area, ...], width: int, high: int, air: int) -> DrawnCounty:
    """The members as large as a panel of `width` x `high` lets them be, `air` about them, in its middle; neighbours
    clipped to it."""
    middle = middle_of(areas)
    flat = [projected(area, middle) for area in areas]
    left, top, right, bottom = bounds([ring for rings in flat for ring in rings])
    scale = min((width - 2 * air) / max(right - left, 1e-9), (high - 2 * air) / max(bottom - top, 1e-9))
    dx, dy = width / 2 - (left + right) / 2 * scale, high / 2 - (top + bottom) / 2 * scale

    def placed(ring: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(x * scale + dx, y * scale + dy) for x, y in ring]

    members, spots = [], []
    for rings in flat:
        found = [gridded(placed(ring), GRID) for ring in rings]
        kept = [ring for ring in found if len(ring) > 2] or [max(found, key=len)]
        x0, y0, x1, y1 = (int(edge) for edge in bounds(kept))
        path = Freeform(tuple(tuple((x - x0, y - y0) for x, y in ring) for ring in kept))
        members.append((Box(x0, y0, max(x1 - x0, 1), max(y1 - y0, 1)), path))
        spots.append(inner_points(kept) or ((round((x0 + x1) / 2), round((y0 + y1) / 2)),))
    frame = (0.0, 0.0, float(width), float(high))
    others = [gridded(clipped(placed(ring), frame), GRID) for area in around for ring in projected(area, middle)]
    return DrawnCounty(tuple(members), tuple(spots), tuple(ring for ring in others if len(ring) > 2))


def place_county(block: Map, place: ChosenSpot) -> LaidBlock | None:
    """None where the box has room for neither: the map then names none but its own."""
    zone = Zone.of(place)
    areas = tuple(area for area in block.areas if area.rings)
    block = replace(block, areas=areas)
    if wide(zone.box) >= LEADERS and len(areas) <= MOST_LABELS and (found := _with_labels(block, zone, place)) is not None:
        return found
    return _with_numerals(block, zone, place)


# --- labels -------------------------------------------------------------------------------------------------------------------


def _with_labels(block: Map, zone: Zone, place: ChosenSpot) -> LaidBlock | None:
    """The map in the middle, half the names at each side."""
    count = len(block.areas)
    rows = math.ceil(count / 2)
    for size in sizes_from(22.0 if count <= 20 else 20.0 if count <= 26 else 18.0, place.context.minimum):
        high = round(line_of(size) * TIGHT)
        pitch = min(zone.px(PITCH), zone.box.h // rows)
        names = [line_width(area.name, place.context.body_font, size, bold=_own(area, block)) for area in block.areas]
        side = max(round(max(names) / SLACK), zone.px(SIDE))
        panel = Box(
            zone.box.x + side + zone.px(GAP + LEAD), zone.box.y, zone.box.w - 2 * (side + zone.px(GAP + LEAD)), zone.box.h
        )
        foot = _caption(block, panel, place)
        panel = replace(panel, h=panel.h - foot)
        if pitch < high or panel.w < zone.px(240) or panel.h < zone.px(200):
            continue
        shapes = _labelled(block, panel, (side, pitch, high, size), zone, place)
        if foot:
            shapes.append(_source(block, Box(panel.x, panel.bottom, panel.w, foot), place))
        return LaidBlock(((group(place.slot, block, shapes, block.alt),),))
    return None


def _own(area: Area, block: Map) -> bool:
    return area.code == block.highlight


def _labelled(block: Map, panel: Box, how: tuple[int, int, int, float], zone: Zone, place: ChosenSpot) -> list[PlacedShape]:
    side, pitch, high, size = how
    box, look = zone.box, place.look
    found = drawn(block.areas, block.around, panel.w, panel.h, zone.px(AIR))
    columns = LabelColumns(
        left=box.x + side + zone.px(GAP),
        right=box.right - side - zone.px(GAP),
        top=box.y + high // 2,
        bottom=box.bottom - high // 2,
        pitch=pitch,
        clear=zone.px(DOT + 3),
    )
    spots = [tuple((panel.x + x, panel.y + y) for x, y in points) for points in found.spots]
    leaders = led(spots, columns)
    shapes = list(_areas(block, found, panel, place))
    for area, leader in zip(block.areas, leaders, strict=True):
        shapes.append(_line(area, leader, look.ink.color))
        radius, (x, y) = zone.px(DOT), leader.end
        ink = look.field.text if _own(area, block) else look.ink.color
        shapes.append(
            PlacedShape(
                f"dot:{area.code}",
                name="dot",
                geometry="ellipse",
                box=Box(x - radius, y - radius, 2 * radius, 2 * radius),
                fill=ink,
            )
        )
    # Names last, so that no line lies on one; read down the left column, then the right.
    order = sorted(zip(block.areas, leaders, strict=True), key=lambda pair: (not pair[1].left, pair[1].start[1]))
    for area, leader in order:
        x = box.x if leader.left else columns.right + zone.px(GAP)
        where = Box(x, leader.start[1] - high // 2, side, high)
        bold, align = _own(area, block), "r" if leader.left else "l"
        label = said(
            f"label:{area.code}", area.name, where, area.name, size, look.ink.color, bold=bold, anchor="ctr", align=align
        )
        shapes.append(replace(label, line_spacing=TIGHT))
    return shapes


def _line(area: Area, leader: Leader, color: ThemeColor) -> PlacedShape:
    (ax, ay), (bx, by) = leader.start, leader.end
    box = Box(min(ax, bx), min(ay, by), abs(bx - ax), abs(by - ay))
    rises = (bx - ax) * (by - ay) < 0
    return PlacedShape(
        f"leader:{area.code}", name="leader", geometry="line", box=box, line=Stroke(color, round(LINE * PX)), flip_v=rises
    )


def _areas(block: Map, found: DrawnCounty, panel: Box, place: ChosenSpot, *, numbered: bool = False) -> Iterator[PlacedShape]:
    """The neighbours as one shape, and one shape a member, named after it, so that an owner can colour one; the own one last."""
    look = place.look
    border = Stroke(look.white.color, round(1.6 * PX))
    if found.around:
        x0, y0, x1, y1 = (int(edge) for edge in bounds(found.around))
        rings = tuple(tuple((x - x0, y - y0) for x, y in ring) for ring in found.around)
        where = Box(panel.x + x0, panel.y + y0, x1 - x0, y1 - y0)
        yield PlacedShape("around", name="around", geometry=Freeform(rings), box=where, fill=look.paper.color, line=border)
    order = sorted(range(len(block.areas)), key=lambda n: _own(block.areas[n], block))
    for n in order:
        area, (at, path) = block.areas[n], found.members[n]
        where = Box(panel.x + at.x, panel.y + at.y, at.w, at.h)
        fill, line = look.soft.color, border
        if _own(area, block):
            # With numerals on it, the own one keeps a light ground, and has a heavy outline.
            fill, line = (look.soft.color, Stroke(look.field.color, 4 * PX)) if numbered else (look.field.color, border)
        yield PlacedShape(f"area:{area.code}", name=area.name, geometry=path, box=where, fill=fill, line=line)


# --- numerals and a list ------------------------------------------------------------------------------------------------------


def _with_numerals(block: Map, zone: Zone, place: ChosenSpot) -> LaidBlock | None:
    """The map with its list beside it; on a slide each where both do not go in; None where the list does not go in at all."""
    box, gap = zone.box, zone.px(40)
    share = zone.px(484)
    beside = Box(box.x + share + gap, box.y, box.w - share - gap, box.h)
    if (names := _list(block, beside, zone, place)) is not None and share >= zone.px(240):
        panel = Box(box.x, box.y, share, box.h)
        shapes = [*_numbered(block, panel, zone, place), *names]
        return LaidBlock(((group(place.slot, block, shapes, block.alt),),))
    names = _list(block, box, zone, place)
    if names is None or box.w < zone.px(300) or box.h < zone.px(200):
        return None
    first = group(place.slot, block, _numbered(block, box, zone, place), block.alt)
    second = group(place.slot, block, names, block.alt)
    return LaidBlock(((first,), (second,)))


def _numbered(block: Map, panel: Box, zone: Zone, place: ChosenSpot) -> list[PlacedShape]:
    """The areas, each with its numeral in the list's order."""
    foot = _caption(block, panel, place)
    inner = replace(panel, h=panel.h - foot)
    found = drawn(block.areas, block.around, inner.w, inner.h, zone.px(AIR))
    shapes = list(_areas(block, found, inner, place, numbered=True))
    size = NUMERAL
    wide_, high = max(zone.px(NUMERAL_BOX[0]), pt(17)), max(zone.px(NUMERAL_BOX[1]), round(line_of(size) * TIGHT))
    points = pushed([spots[0] for spots in found.spots], wide_, high, inner.w, inner.h)
    numbers = {area.code: n for n, area in enumerate(alphabetic(block.areas), 1)}
    for area, (x, y) in zip(block.areas, points, strict=True):
        where = Box(inner.x + x - wide_ // 2, inner.y + y - high // 2, wide_, high)
        ink = place.look.ink.color
        mark = said(
            f"number:{area.code}", area.name, where, str(numbers[area.code]), size, ink, bold=True, anchor="ctr", align="ctr"
        )
        shapes.append(replace(mark, line_spacing=TIGHT))
    if foot:
        shapes.append(_source(block, Box(inner.x, inner.bottom, inner.w, foot), place))
    return shapes


_ALPHABET = "abcdefghijklmnopqrstuvwxyzåäö"


def alphabetic(areas: Sequence[Area]) -> list[Area]:
    """In Swedish alphabetical order: å, ä, ö last."""

    def key(area: Area) -> tuple[int, ...]:
        return tuple(_ALPHABET.find(letter) for letter in area.name.casefold().replace("é", "e"))

    return sorted(areas, key=key)


def pushed(points: Sequence[XY], width: int, high: int, wide_: int, tall_: int) -> list[XY]:
    """Points moved apart, as little as may be, until boxes of `width` x `high` about them do not lie on each other, all within a
    panel of `wide_` x `tall_`."""
    out = [(float(x), float(y)) for x, y in points]
    for round_ in range(400):
        moved = False
        for n in range(len(out)):
            for m in range(n):
                (ax, ay), (bx, by) = out[m], out[n]
                over_x, over_y = width - abs(bx - ax), high - abs(by - ay)
                if over_x <= 0.5 or over_y <= 0.5:
                    continue
                moved = True
                # Along the way that is shorter; now and then along the other, so that three do not push in a ring.
                along_x = (over_x < over_y) != (round_ % 17 == 16)
                step = (over_x if along_x else over_y) / 2 + 1
                sign = 1 if (bx >= ax if along_x else by >= ay) else -1
                if along_x:
                    out[m], out[n] = (ax - sign * step, ay), (bx + sign * step, by)
                else:
                    out[m], out[n] = (ax, ay - sign * step), (bx, by + sign * step)
        out = [(min(max(x, width / 2), wide_ - width / 2), min(max(y, high / 2), tall_ - high / 2)) for x, y in out]
        if not moved:
            break
    return [(round(x), round(y)) for x, y in out]


def _list(block: Map, box: Box, zone: Zone, place: ChosenSpot) -> list[PlacedShape] | None:
    """Names in columns, each after its numeral: as large as they go in, or None."""
    context, look = place.context, place.look
    names = alphabetic(block.areas)
    size = max(LIST, context.minimum)
    key = line_width("00", context.body_font, size, bold=True)
    air, gap = zone.px(GAP), zone.px(20)
    longest = round(max(line_width(area.name, context.body_font, size, bold=_own(area, block)) for area in names) / SLACK)
    column = key + air + longest
    most = max((box.w + gap) // (column + gap), 0)
    high = round(line_of(size) * TIGHT)
    if most == 0 or math.ceil(len(names) / min(most, COLUMNS + 1)) * high > box.h:
        return None
    count = next(
        n
        for n in range(1, most + 1)
        if math.ceil(len(names) / n) * high <= box.h and (n >= min(COLUMNS, most) or len(names) <= 8)
    )
    rows = math.ceil(len(names) / count)
    pitch = min(box.h // rows, zone.px(PITCH))
    step = min((box.w + gap) // count, column + zone.px(48))
    shapes = []
    for n, area in enumerate(names):
        c, r = divmod(n, rows)
        x, y = box.x + c * step, box.y + r * pitch
        own = _own(area, block)
        number = said(
            f"key:{area.code}",
            area.name,
            Box(x, y, key, pitch),
            str(n + 1),
            size,
            look.strong.color,
            bold=True,
            anchor="ctr",
            align="r",
        )
        name = said(
            f"label:{area.code}",
            area.name,
            Box(x + key + air, y, longest, pitch),
            area.name,
            size,
            look.ink.color,
            bold=own,
            anchor="ctr",
        )
        shapes += [replace(number, line_spacing=TIGHT), replace(name, line_spacing=TIGHT)]
    return shapes


# --- where the borders come from ----------------------------------------------------------------------------------------------


def _caption(block: Map, panel: Box, place: ChosenSpot) -> int:
    """How high the words under the map are, with their air; 0 where there are none."""
    high = tall(block.caption, place.context.body_font, place.context.minimum, panel.w)
    return (high or line_of(place.context.minimum)) + EMU_PER_PT * 4 if block.caption else 0


def _source(block: Map, box: Box, place: ChosenSpot) -> PlacedShape:
    return said("caption", "caption", box, block.caption, place.context.minimum, place.look.ink.color, anchor="b")


__all__ = ["DrawnCounty", "alphabetic", "drawn", "place_county", "pushed"]
