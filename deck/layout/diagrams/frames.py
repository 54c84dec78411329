"""Frames to fill in: a figure, what it shows, and where it comes from. Dashed, for what stands there is the sender's own."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deck.geometry import EMU_PER_PT, Box
from deck.layout.context import ChosenSpot, LaidBlock, Trouble
from deck.layout.model import PlacedShape, Stroke
from deck.layout.shapes import group, line_width
from deck.layout.zone import PX, Zone, line_of, lower, panel, said, sizes_from, tall
from deck.presentation import FORMS, Diagram, Item

FORM = FORMS["frames"]

HIGHEST, GAP, PAD, CLOSE = 227, 26, 24, 13
"""Px: a frame's height at most, between frames, and inside them; and where only so little lets the figure be loud."""
LEAST_WIDE, LEAST_HIGH = 200, 120
FIGURE, TITLE = 64.0, 22.0
LOUD = 1.4
"""So many times the size of its words a figure has, where any way of setting them gives it that."""
BESIDE = 4.0
"""What it says against frames whose figures have their words beside them, that others would hold."""


@dataclass(frozen=True, slots=True)
class FrameSetting:
    """The frames' grid in EMU and their sizes in points: figure, what it shows, its source."""

    columns: int
    width: int
    height: int
    figure: float
    title: float
    text: float
    pad: int
    """EMU at its sides."""
    beside: bool = False
    """What a figure shows stands beside it, for want of height."""


def draw(block: Diagram, place: ChosenSpot) -> LaidBlock:
    """Two by two, or as the box lets them stand; over several slides where they are many; else a complaint."""
    items, zone = block.items, Zone(place.spot.box, 1.0)
    if not items:
        return LaidBlock(((),))
    for pages in range(1, len(items) + 1):
        each = math.ceil(len(items) / pages)
        chunks = [items[n : n + each] for n in range(0, len(items), each)]
        if (setting := _setting(items, each, zone, place)) is not None:
            drawn = (group(place.slot, block, _draw(chunk, setting, zone, place), block.alt) for chunk in chunks)
            return LaidBlock(tuple((item,) for item in drawn))
    minimum = place.context.minimum
    forced = FrameSetting(
        1, width=zone.box.w, height=zone.box.h // len(items), figure=minimum, title=minimum, text=minimum, pad=zone.px(PAD)
    )
    shapes = _draw(items, forced, zone, place)
    return LaidBlock(((group(place.slot, block, shapes, block.alt),),), (Trouble("text-too-long", place.slot, minimum),))


def _setting(items: Sequence[Item], count: int, zone: Zone, place: ChosenSpot) -> FrameSetting | None:
    """The grid in which the words are largest; among those, the squarest."""
    best: tuple[float, FrameSetting] | None = None
    gap = zone.px(GAP)
    for columns in range(1, min(count, 3) + 1):
        rows = math.ceil(count / columns)
        width = (zone.box.w - (columns - 1) * gap) // columns
        high = min(zone.px(HIGHEST), (zone.box.h - (rows - 1) * gap) // rows)
        if (columns > 1 and width < zone.px(LEAST_WIDE)) or high < zone.px(LEAST_HIGH):
            continue
        setting = _loudest(items, FrameSetting(columns, width=width, height=high, figure=0, title=0, text=0, pad=0), zone, place)
        if setting is None:
            continue
        empty = columns * rows - count
        worth = (BESIDE if setting.beside else 0.0) + empty * 2 - setting.title - setting.figure / 20
        worth += abs(math.log(width / high / 1.8))
        if best is None or worth < best[0]:
            best = worth, setting
    return best[1] if best else None


def _loudest(items: Sequence[Item], frame: FrameSetting, zone: Zone, place: ChosenSpot) -> FrameSetting | None:
    """The frames with sizes: words under the figures or beside them, closer to the sides, or figures no louder than words."""
    for share, pad in ((LOUD, PAD), (LOUD, CLOSE), (1.0, PAD)):
        room = frame.width - 2 * zone.px(pad)
        for way in (_sizes, _sizes_beside):
            if (sizes := way(items, room, frame.height, zone, place, share)) is not None:
                figure, title, text = sizes
                beside = way is _sizes_beside
                return replace(frame, figure=figure, title=title, text=text, pad=zone.px(pad), beside=beside)
    return None


def _sizes(
    items: Sequence[Item], room: int, high: int, zone: Zone, place: ChosenSpot, share: float
) -> tuple[float, float, float] | None:
    """Figure, title and text at which every frame holds its words, the figure so many times the title's size at least: what it
    shows stands on two lines, if it can."""
    context = place.context
    for lines in (2, 3, 99):
        for title in sizes_from(TITLE, context.minimum):
            small = max(lower(title, 2, context.minimum), context.minimum)
            least = 40.0 if lines < 99 and title > context.minimum else max(share * title, context.minimum)
            for figure in sizes_from(FIGURE, least):
                tops = [line_width(item.key, context.heading_font, figure, bold=True) for item in items]
                if max(tops) > room:
                    continue
                needs = [_need(item, room, (figure, title, small), lines, place) for item in items]
                if all(need is not None and need + zone.px(20) <= high for need in needs):
                    return figure, title, small
    return None


def _sizes_beside(
    items: Sequence[Item], room: int, high: int, zone: Zone, place: ChosenSpot, share: float
) -> tuple[float, float, float] | None:
    """The same where the words stand beside the figures: as large as these may be with words of the least size."""
    small = place.context.minimum
    for figure in sizes_from(FIGURE, share * small):
        rest = room - _column(items, figure, zone, place)
        if rest < room // 2 or line_of(figure) + zone.px(20) > high:
            continue
        needs = [_need(replace(item, key=""), rest, (figure, small, small), 3, place) for item in items]
        if all(need is not None and need + zone.px(20) <= high for need in needs):
            return figure, small, small
    return None


def _column(items: Sequence[Item], figure: float, zone: Zone, place: ChosenSpot) -> int:
    """The width that figures have beside their words."""
    widest = max((line_width(item.key, place.context.heading_font, figure, bold=True) for item in items if item.key), default=0)
    return widest + zone.px(PAD) // 2 if widest else 0


def _need(item: Item, room: int, sizes: tuple[float, float, float], lines: int, place: ChosenSpot) -> int | None:
    context = place.context
    title = tall(item.title, context.body_font, sizes[1], room)
    text = tall(item.text, context.body_font, sizes[2], room)
    if title is None or text is None or title > line_of(sizes[1]) * (lines + 0.3):
        return None
    return (line_of(sizes[0]) if item.key else 0) + title + text + (EMU_PER_PT * 6 if text else 0)


def _draw(items: Sequence[Item], setting: FrameSetting, zone: Zone, place: ChosenSpot) -> Iterator[PlacedShape]:
    gap = zone.px(GAP)
    for n, item in enumerate(items):
        row, column = divmod(n, setting.columns)
        x = zone.box.x + column * (setting.width + gap)
        box = Box(x, zone.box.y + row * (setting.height + gap), setting.width, setting.height)
        aside = _column(items, setting.figure, zone, place) if setting.beside else 0
        yield from _frame(item, box, setting, zone, place, aside)


def _frame(item: Item, box: Box, setting: FrameSetting, zone: Zone, place: ChosenSpot, aside: int = 0) -> Iterator[PlacedShape]:
    """The figure at the top, what it shows under it, the source at the foot; with `aside`, the width of a column for it, the
    figure to their left."""
    look, context, pad = place.look, place.context, setting.pad
    name = item.title or item.key or item.id
    yield panel(f"frame:{item.id}", name, box, None, line=Stroke(look.field.color, 2 * PX, "dash"))
    x, room = box.x + pad, max(box.w - 2 * pad, 1)
    figure = min(aside, room // 2) if aside else room
    if aside:
        x, room = x + figure, max(room - figure, 1)
    title = tall(item.title, context.body_font, setting.title, room) or line_of(setting.title)
    text = tall(item.text, context.body_font, setting.text, room) or (line_of(setting.text) if item.text else 0)
    y = box.y + zone.px(6)
    if item.key:
        high = line_of(setting.figure)
        where = Box(box.x + pad, y, figure, high)
        yield said(FORM.part(item.id, "key"), name, where, item.key, setting.figure, look.strong.color, bold=True, heading=True)
        y += 0 if aside else high
    if item.title:
        yield said(FORM.part(item.id, "title"), name, Box(x, y, room, title), item.title, setting.title, look.ink.color)
    if item.text:
        foot = Box(x, box.bottom - zone.px(14) - text, room, text)
        yield said(FORM.part(item.id, "text"), name, foot, item.text, setting.text, look.graphite.color)


__all__ = ["draw"]
