"""A few years on the way to now: panels on one foot, each taller, wider and heavier than the one before, so that an early year
with few words is no empty panel. No scale. The caption is the words that lead on, at the foot of the panel with a link; without
them its title is the link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from deck.geometry import EMU_PER_PT, Box
from deck.layout.context import ChosenSpot, LaidBlock
from deck.layout.diagrams.rows import rows_of
from deck.layout.lines import NO_INSETS
from deck.layout.model import PlacedShape, Stroke
from deck.layout.shapes import group, line_width, words
from deck.layout.zone import PX, Zone, line_of, panel, said, sizes_from, tall, wide
from deck.presentation import FORMS, Diagram, Item
from deck.template.model import ThemeColor

FORM = FORMS["time"]

SHARES = {2: (5, 7), 3: (3, 4, 5), 4: (2, 3, 3, 4)}
"""Columns of the grid that each panel has, by how many they are."""
HEIGHTS = {2: (0.76, 1.0), 3: (0.58, 0.76, 1.0), 4: (0.54, 0.68, 0.82, 1.0)}
"""Of the zone's height, in which the panels stand like steps."""
LIFTS = (0.0, 0.08, 0.16, 1.0)
"""By how much the earlier ones are taller where the words do not go in; at last all have the whole height."""
YEARS = {2: (64.0, 96.0), 3: (48.0, 64.0, 96.0), 4: (40.0, 48.0, 64.0, 84.0)}
TITLES = {2: (24.0, 32.0), 3: (22.0, 24.0, 32.0), 4: (20.0, 20.0, 22.0, 28.0)}
TEXT, LAST_TEXT, LEAD = 20.0, 22.0, 20.0
NARROW = 620
"""Px under which the years are rows."""
BASELINE, PAD, AIR, FOOT = 118, 24, 34, 24
"""Px: from a panel's top to the foot of the years, inside it, from the years to the words, and from what stands lowest to its
foot."""
TIGHT, ASCENT = 0.76, 0.72
"""The line spacing of years: digits are neither as high nor as low as letters; and of their size, from a line's top to its
foot."""
OUTLINE = 2


@dataclass(frozen=True, slots=True)
class YearPaint:
    """What a panel is filled or outlined with, and the colours of its year and its words."""

    fill: ThemeColor | None
    line: Stroke | None
    year: ThemeColor
    ink: ThemeColor


@dataclass(frozen=True, slots=True)
class YearSizes:
    """In points, of a panel's year, title and text."""

    year: float
    title: float
    text: float


def draw(block: Diagram, place: ChosenSpot) -> LaidBlock:
    """Panels side by side; rows in a narrow box, and where the words do not go in."""
    items, zone = block.items, Zone.of(place)
    if wide(zone.box) < NARROW or len(items) not in SHARES:
        return rows_of(block, items, place)
    columns = _panels(len(items), zone)
    for less in range(8):
        sizes = _sizes(items, columns, less, zone, place)
        for panels in (_steps(columns, lift) for lift in LIFTS):
            if sizes is not None and (shapes := _shapes(block, panels, sizes, zone, place)) is not None:
                return LaidBlock(((group(place.slot, block, shapes, block.alt),),))
    return rows_of(block, items, place)


def _panels(count: int, zone: Zone) -> list[Box]:
    """The panels' boxes on the zone's columns."""
    shares, gap = SHARES[count], zone.px(24)
    module = (zone.box.w + gap) / sum(shares)
    edges = [zone.box.x + round(sum(shares[:n]) * module) for n in range(count + 1)]
    return [Box(a, zone.box.y, b - gap - a, zone.box.h) for a, b in pairwise(edges)]


def _steps(panels: Sequence[Box], lift: float) -> list[Box]:
    """The panels as steps, on the foot that they have."""
    highs = [round(box.h * min(share + lift, 1.0)) for box, share in zip(panels, HEIGHTS[len(panels)], strict=True)]
    return [Box(box.x, box.bottom - high, box.w, high) for box, high in zip(panels, highs, strict=True)]


def _sizes(items: Sequence[Item], panels: Sequence[Box], less: int, zone: Zone, place: ChosenSpot) -> list[YearSizes] | None:
    """The sizes by role, `less` steps down for the words; years as large as their panels let them be, each under the next
    one's."""
    minimum, out = place.context.minimum, []
    count, most = len(items), 1_000.0
    for item, box, year, title in reversed(list(zip(items, panels, YEARS[count], TITLES[count], strict=True))):
        wish = min(year * zone.scale, most)
        room = box.w - 2 * zone.px(PAD)
        fits = [
            size
            for size in sizes_from(wish, minimum)
            if line_width(item.key, place.context.heading_font, size, bold=True) <= room
        ]
        if not fits:
            return None
        top, below = sizes_from(title, minimum), sizes_from(LAST_TEXT if not out else TEXT, minimum)
        out.append(YearSizes(fits[0], top[min(less, len(top) - 1)], below[min(less, len(below) - 1)]))
        most = fits[0]
    return out[::-1]


def _paint(n: int, count: int, place: ChosenSpot) -> YearPaint:
    """Strong is now, soft what came before it, an outline what was before that. Without an accent that reads, outlines grow."""
    look = place.look
    if n == count - 1:
        if look.outlined:
            return YearPaint(None, Stroke(look.ink.color, 4 * PX), look.ink.color, look.ink.color)
        return YearPaint(look.field.color, None, look.field.text, look.field.text)
    if n == count - 2:
        return YearPaint(look.soft.color, None, look.ink.color if look.dark_ground else look.strong.color, look.soft.text)
    return YearPaint(None, Stroke(look.stone.color, OUTLINE * PX), look.strong.color, look.ink.color)


def _shapes(
    block: Diagram, panels: Sequence[Box], sizes: Sequence[YearSizes], zone: Zone, place: ChosenSpot
) -> list[PlacedShape] | None:
    """None where a panel does not hold its words."""
    shapes: list[PlacedShape] = []
    for n, (item, box, size) in enumerate(zip(block.items, panels, sizes, strict=True)):
        feet = _feet(box, panels, sizes, n, zone)
        start = feet + zone.px(AIR)
        paint, last = _paint(n, len(panels), place), n == len(panels) - 1
        drawn = _panel(item, box, size, paint, (feet, start), last, zone, place, leads(block, item))
        if drawn is None:
            return None
        shapes += drawn
    return shapes


def _feet(box: Box, panels: Sequence[Box], sizes: Sequence[YearSizes], n: int, zone: Zone) -> int:
    """Where a panel's year stands: as far under its panel's edge as the last one's is, or on the last one's line."""
    last = min(zone.px(BASELINE), round(zone.box.h * 0.3))
    if box.y == panels[-1].y:
        return box.y + last
    return box.y + last - round((sizes[-1].year - sizes[n].year) * ASCENT * EMU_PER_PT)


def leads(block: Diagram, item: Item) -> str:
    """The words of the link at a panel's foot."""
    return block.caption if item.link is not None else ""


def _panel(
    item: Item,
    box: Box,
    size: YearSizes,
    paint: YearPaint,
    lines: tuple[int, int],
    last: bool,
    zone: Zone,
    place: ChosenSpot,
    lead: str,
) -> list[PlacedShape] | None:
    """The panel, its year on the common foot, its title under it; the text after the title, or at the foot of the earlier
    ones."""
    context, pad = place.context, zone.px(PAD)
    feet, start = lines
    x, room = box.x + pad, box.w - 2 * pad
    title = tall(item.title, context.heading_font if last else context.body_font, size.title, room, bold=last)
    text = tall(item.text, context.body_font, size.text, room)
    led = tall(lead, context.body_font, max(min(LEAD, size.text), context.minimum), room, bold=True)
    if title is None or text is None or led is None:
        return None
    air = zone.px(12) if text else 0
    foot = box.bottom - zone.px(FOOT)
    if start + title + air + text > (foot - led - zone.px(12) if led else box.bottom - zone.px(16)):
        return None
    year = round(size.year * ASCENT * EMU_PER_PT)
    if feet - year < box.y:
        return None
    name = item.title or item.key
    below = Box(x, start + title + air, room, text) if last or led else Box(x, foot - text, room, text)
    shapes = _made(
        item,
        name,
        box,
        paint,
        Box(x, feet - year, room, round(line_of(size.year) * (TIGHT + 0.02))),
        Box(x, start, room, title),
        below,
        size,
        last,
        bool(lead),
    )
    if not lead:
        return [*shapes]
    part, lead_size = FORM.part(item.id, "link"), max(min(LEAD, size.text), context.minimum)
    where = Box(x, foot - led, room, led)
    return [*shapes, said(part, name, where, lead, lead_size, paint.ink, bold=True, anchor="b", link=item.link)]


def _made(
    item: Item, name: str, box: Box, paint: YearPaint, year: Box, title: Box, text: Box, size: YearSizes, last: bool, led: bool
) -> Iterator[PlacedShape]:
    yield panel(f"panel:{item.id}", name, box, paint.fill, line=paint.line)
    if item.key:
        yield PlacedShape(
            FORM.part(item.id, "key"),
            name=name,
            geometry="rect",
            box=year,
            paragraphs=words(item.key),
            size_pt=size.year,
            color=paint.year,
            bold=True,
            anchor="t",
            insets=NO_INSETS,
            heading_font=True,
            line_spacing=TIGHT,
        )
    if item.title:
        part = FORM.part(item.id, "title")
        # On a filled panel the link's words keep the panel's ink: the theme's own link colour may not read there.
        whole = said(part, name, title, item.title, size.title, paint.ink, bold=last, link=item.link, heading=last)
        yield replace(whole, underline=whole.underline and not led)
    if item.text:
        yield said(FORM.part(item.id, "text"), name, text, item.text, size.text, paint.ink)


__all__ = ["draw"]
