"""Numbered names in columns, filled downwards: a numeral, and a name with the word that tells it apart in bold. A chosen one has
its numeral on a filled field."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deck.geometry import EMU_PER_PT, Box
from deck.layout.context import ChosenSpot, LaidBlock, Trouble
from deck.layout.lines import NO_INSETS
from deck.layout.model import PlacedShape
from deck.layout.shapes import deep, group, line_width, marked
from deck.layout.zone import AREA, GUTTER, PX, SLACK, Zone, line_of, rule, said, sizes_from, wide
from deck.presentation import FORMS, Diagram, Item

FORM = FORMS["grid"]

ROWS, ROW = 6, 80
"""Names in a column at most, and a row's height in px."""
NUMERAL, FIELD, AFTER = 52, 48, 10
"""Px: a numeral's room, a chosen one's field, and the air after it."""
THREE, TWO = 860, 480
"""Box widths in px from which there are three columns, and two."""
HIGH, LOW = 1.2, 60
"""How much higher than the zone a box must be for more rows, and a row's least height there in px."""
FEW = 13
"""Under so many names, two columns."""
SHARES = {
    1: ((1.0,),),
    2: ((1.0, 1.0),),
    3: ((349.0, 406.0, 349.0), (1.0, 1.0, 1.0), (400.0, 352.0, 352.0), (352.0, 352.0, 400.0)),
}
"""How columns may share the width: the middle one first, for the longest names of the objectives and the goals stand there."""
NAME, KEY = 20.0, 24.0
_AIR, _OWN_AIR = 3, 5
"""Px above and below a name at least, and where each row is as high as its names ask for."""


@dataclass(frozen=True, slots=True)
class GridSetting:
    """`columns`: each one's left edge and width in EMU; `rows`: their heights; sizes in points; `numeral`: room for a numeral."""

    columns: tuple[tuple[int, int], ...]
    rows: tuple[int, ...]
    name: float
    key: float
    numeral: int


def draw(block: Diagram, place: ChosenSpot) -> LaidBlock:
    """All on one slide where they fit, else evenly over several; else a complaint."""
    items, zone = block.items, Zone.of(place)
    if not items:
        return LaidBlock(((),))
    # Rather lower rows than a second slide: two of them, each half empty, are two lists.
    for pages, most in ((1, _rows(zone)), (1, len(items)), *((n, _rows(zone)) for n in range(2, len(items) + 1))):
        each = math.ceil(len(items) / pages)
        chunks = [items[n : n + each] for n in range(0, len(items), each)]
        for count in range(_columns(each, wide(zone.box)), 0, -1):
            if math.ceil(each / count) > most:
                break
            # As many rows as there are lines stand closer.
            if (setting := _setting(chunks, count, zone, place, _AIR if most > _rows(zone) else _OWN_AIR)) is not None:
                drawn = (group(place.slot, block, _draw(chunk, setting, zone, place), block.alt) for chunk in chunks)
                return LaidBlock(tuple((item,) for item in drawn))
    minimum = place.context.minimum
    row = max(zone.box.h // len(items), line_of(minimum))
    forced = GridSetting(((zone.box.x, zone.box.w),), (row,) * len(items), minimum, minimum, zone.px(NUMERAL))
    shapes = _draw(items, forced, zone, place)
    return LaidBlock(((group(place.slot, block, shapes, block.alt),),), (Trouble("text-too-long", place.slot, minimum),))


def _rows(zone: Zone) -> int:
    """How many rows a page has at most: more than on a common slide where the box is much higher, as on an upright page."""
    return max(ROWS, zone.box.h // (LOW * PX)) if zone.box.h > HIGH * AREA[1] else ROWS


def _columns(count: int, width: float) -> int:
    most = 3 if width >= THREE else 2 if width >= TWO else 1
    return min(most, 2 if count < FEW else 3, count)


def filled(items: Sequence[Item], count: int) -> list[Sequence[Item]]:
    """The items of each column: as even as can be, the first ones longer (16 in three: 6, 5, 5)."""
    each, more = divmod(len(items), count)
    ends = [(n + 1) * each + min(n + 1, more) for n in range(count)]
    return [items[a:b] for a, b in zip([0, *ends], ends, strict=False)]


def _setting(chunks: Sequence[Sequence[Item]], count: int, zone: Zone, place: ChosenSpot, own: int) -> GridSetting | None:
    """The largest size, and the sharing of the width, at which every name of every page stands in its row: rows of one height,
    or, where no size has that, each as high as its names ask for, with `own` px above and below."""
    context, gap = place.context, zone.px(GUTTER)
    longest = max(math.ceil(len(chunk) / count) for chunk in chunks)
    row = min(ROW * PX, zone.box.h // longest)
    for even in (True, False):
        for size in sizes_from(NAME, context.minimum):
            key = max(min(size + KEY - NAME, KEY), context.minimum)
            numerals = [
                line_width(item.key, context.heading_font, key, bold=True) for chunk in chunks for item in chunk if item.key
            ]
            numeral = max(max(numerals) + zone.px(AFTER), zone.px(NUMERAL)) if numerals else 0
            least = line_of(key) if numerals else 0
            for shares in SHARES[count]:
                setting = GridSetting(_edges(shares, zone, gap), (row,) * longest, size, key, numeral)
                needs = _needs([filled(chunk, count) for chunk in chunks], setting, zone, place)
                if needs is None:
                    continue
                if even and max(*needs, least - 2 * zone.px(_AIR)) + 2 * zone.px(_AIR) <= row:
                    return setting
                aired = [need + 2 * zone.px(own) for need in needs]
                if not even and sum(aired) <= zone.box.h and min(rows := _levelled(aired, zone.box.h)) >= least:
                    return replace(setting, rows=rows)
    return None


def _levelled(heights: Sequence[int], room: int) -> tuple[int, ...]:
    """As high as they ask, and the lower ones as high as each other, so that they fill the room."""
    highest = sorted(heights, reverse=True)
    while len(highest) > 1 and highest[0] > room // len(highest):
        room -= highest.pop(0)
    return tuple(max(high, room // len(highest)) for high in heights)


def _edges(shares: Sequence[float], zone: Zone, gap: int) -> tuple[tuple[int, int], ...]:
    room = zone.box.w - gap * (len(shares) - 1)
    x, edges = zone.box.x, []
    for share in shares:
        width = round(room * share / sum(shares))
        edges.append((x, width))
        x += width + gap
    return tuple(edges)


def _needs(
    pages: Sequence[Sequence[Sequence[Item]]], setting: GridSetting, zone: Zone, place: ChosenSpot
) -> tuple[int, ...] | None:
    """How high the highest name of each row is, in EMU; None where a word would be cut."""
    needs = [0] * len(setting.rows)
    for columns in pages:
        for items, (_x, width) in zip(columns, setting.columns, strict=True):
            for n, item in enumerate(items):
                room = width - _indent(item, setting, zone)
                words = marked(item.title, item.strong)
                found = deep(words, place.context.body_font, setting.name, round(room * SLACK)) if room > 0 else None
                if found is None:
                    return None
                needs[n] = max(needs[n], found)
    return tuple(needs)


def _indent(item: Item, setting: GridSetting, zone: Zone) -> int:
    """From the column's edge to the name."""
    if not item.key:
        return setting.numeral
    return _field(setting, zone) + zone.px(AFTER) if item.group == "chosen" else setting.numeral


def _field(setting: GridSetting, zone: Zone) -> int:
    return max(zone.px(FIELD), setting.numeral - zone.px(AFTER // 2))


def _draw(items: Sequence[Item], setting: GridSetting, zone: Zone, place: ChosenSpot) -> Iterator[PlacedShape]:
    """Column after column, downwards: as they are read."""
    look = place.look
    for n, (column, (x, width)) in enumerate(zip(filled(items, len(setting.columns)), setting.columns, strict=True)):
        yield rule(f"rule:{n}", x, zone.box.y, width, look.ink.color, 2)
        y = zone.box.y
        for item, high in zip(column, setting.rows, strict=False):
            yield from _cell(item, Box(x, y, width, high), setting, zone, place)
            y += high


def _cell(item: Item, cell: Box, setting: GridSetting, zone: Zone, place: ChosenSpot) -> Iterator[PlacedShape]:
    look = place.look
    name, indent = item.title or item.key, _indent(item, setting, zone)
    line = EMU_PER_PT * 3 // 4
    if item.key:
        chosen = item.group == "chosen"
        room = _field(setting, zone) if chosen else indent
        yield PlacedShape(
            FORM.part(item.id, "key"),
            name=name,
            geometry="rect",
            box=Box(cell.x, cell.y + line, room, cell.h - line) if chosen else Box(cell.x, cell.y, room, cell.h),
            fill=look.field.color if chosen else None,
            paragraphs=marked(item.key, ""),
            size_pt=setting.key,
            color=look.field.text if chosen else look.strong.color,
            bold=True,
            align="ctr" if chosen else "l",
            insets=NO_INSETS,
            heading_font=True,
        )
    box = Box(cell.x + indent, cell.y, max(cell.w - indent, 1), cell.h)
    yield said(
        FORM.part(item.id, "title"), name, box, marked(item.title, item.strong), setting.name, look.ink.color, anchor="ctr"
    )
    yield rule(f"rule:{item.id}", cell.x, cell.bottom, cell.w, look.stone.color, 1)


__all__ = ["draw", "filled"]
