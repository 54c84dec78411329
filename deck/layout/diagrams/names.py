"""Names in alphabetical order, in columns filled downwards: each new initial stands before its first name, under a rule."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deck.geometry import Box
from deck.layout.context import ChosenSpot, LaidBlock, Trouble
from deck.layout.model import PlacedShape
from deck.layout.shapes import group, line_width
from deck.layout.zone import GUTTER, SLACK, Zone, line_of, rule, said, sizes_from
from deck.presentation import FORMS, Diagram, Item

FORM = FORMS["names"]

COLUMNS = ((14, 2), (27, 3), (52, 4))
"""Up to so many names, so many columns."""
INITIAL = 44
"""Px: the room of an initial."""
HIGHEST, AIRY = 69, 1.18
"""Px from one name to the next at most, and of a line at least, while there are smaller sizes."""
SIZE = 24.0


@dataclass(frozen=True, slots=True)
class NameColumns:
    """`columns`: each one's left edge and width, `pitch`: from name to name, in EMU; `rows`: names in a column; points."""

    columns: tuple[tuple[int, int], ...]
    rows: int
    pitch: int
    size: float
    initial: int


def draw(block: Diagram, place: ChosenSpot) -> LaidBlock:
    """All on one slide where they fit, else evenly over several; else a complaint."""
    items, zone = block.items, Zone.of(place)
    if not items:
        return LaidBlock(((),))
    for pages in range(1, len(items) + 1):
        each = math.ceil(len(items) / pages)
        if (setting := _setting(items, each, zone, place)) is not None:
            chunks = [items[n : n + each] for n in range(0, len(items), each)]
            drawn = (group(place.slot, block, _draw(chunk, setting, zone, place), block.alt) for chunk in chunks)
            return LaidBlock(tuple((item,) for item in drawn))
    minimum = place.context.minimum
    rows = len(items)
    forced = NameColumns(((zone.box.x, zone.box.w),), rows, max(zone.box.h // rows, 1), minimum, zone.px(INITIAL))
    shapes = _draw(items, forced, zone, place)
    return LaidBlock(((group(place.slot, block, shapes, block.alt),),), (Trouble("text-too-long", place.slot, minimum),))


def _setting(items: Sequence[Item], count: int, zone: Zone, place: ChosenSpot) -> NameColumns | None:
    """The wished number of columns, or fewer where they would be too narrow, at the largest size that stands on one line each."""
    context = place.context
    wish = next((columns for most, columns in COLUMNS if count <= most), COLUMNS[-1][1])
    for size in sizes_from(SIZE, context.minimum):
        initial = max(zone.px(INITIAL), line_width("M", context.heading_font, size, bold=True) + zone.px(12))
        longest = max(line_width(item.title, context.body_font, size) for item in items)
        for columns in range(min(wish, count), 0, -1):
            rows = math.ceil(count / columns)
            pitch = min(zone.box.h // rows, zone.px(HIGHEST))
            edges = _edges(columns, zone)
            if pitch >= line_of(size) * (AIRY if size > context.minimum else 1.0) and initial + longest <= edges[0][1] * SLACK:
                return NameColumns(edges, rows, pitch, size, initial)
    return None


def _edges(count: int, zone: Zone) -> tuple[tuple[int, int], ...]:
    cells = zone.cells(count, GUTTER)
    return tuple((cell.x, cell.w) for cell in cells)


def _draw(items: Sequence[Item], setting: NameColumns, zone: Zone, place: ChosenSpot) -> Iterator[PlacedShape]:
    """Column after column, downwards: as they are read."""
    look, before = place.look, ""
    for n, (x, width) in enumerate(setting.columns):
        column = items[n * setting.rows : (n + 1) * setting.rows]
        if not column:
            return
        yield rule(f"rule:{n}", x, zone.box.y, width, look.ink.color, 2)
        for m, item in enumerate(column):
            y = zone.box.y + m * setting.pitch
            new = bool(item.key) and item.key != before
            if new and m:
                yield rule(f"rule:{item.id}", x, y, width, look.stone.color, 1)
            if new:
                box, part = Box(x, y, setting.initial, setting.pitch), FORM.part(item.id, "key")
                yield said(
                    part, item.title, box, item.key, setting.size, look.strong.color, bold=True, anchor="ctr", heading=True
                )
            where = Box(x + setting.initial, y, width - setting.initial, setting.pitch)
            part = FORM.part(item.id, "title")
            yield said(part, item.title, where, item.title, setting.size, look.ink.color, anchor="ctr", link=item.link)
            before = item.key or before


__all__ = ["draw"]
