"""Two or three reasons that lead to one conclusion: panels over a bar, an arrow from each panel into it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from deck.geometry import Box
from deck.layout.context import ChosenSpot, LaidBlock
from deck.layout.diagrams.rows import CAPTION, RowEmphasis, captioned, rows_of
from deck.layout.model import Manner, PlacedShape
from deck.layout.shapes import group
from deck.layout.zone import Zone, argument, block_arrow, largest, listed, lower, panel, said, sizes_from, tall, tall_shape, wide
from deck.presentation import FORMS, Diagram, Item
from deck.template.model import Insets

FORM = FORMS["converge"]

NARROW = 560
"""Narrower boxes than so many px have the panels under each other, with one arrow."""
PAD, TOP, AIR = 28, 16, 10
"""Px: a panel's edge to its words, from the left and from above, and from its heading to its text."""
BAR, BETWEEN = 112, 68
"""Px: the bar's height at least, and from the panels to the bar."""
WIDTH, HEAD, STEM, BITE = 96, 46, 48, 10
"""An arrow in px; `BITE`: how far it begins within its panel."""


@dataclass(frozen=True, slots=True)
class ConvergeSetting:
    """Panels' boxes, sizes in points, the titles' height in EMU."""

    panels: tuple[Box, ...]
    bar: PlacedShape | None
    head: float
    size: float
    title: int


def draw(block: Diagram, place: ChosenSpot) -> LaidBlock:
    """Panels side by side, or under each other; where neither holds the words, rows."""
    zone = Zone.of(place)
    if not block.items:
        return LaidBlock(((),))
    sides = (True, False) if wide(zone.box) >= NARROW else (False,)
    for beside in sides:
        found = largest(26.0, place.context.minimum, lambda size, b=beside: _setting(block, size, zone, place, b))
        if found is not None:
            shapes = _draw(block, found[1], zone, place, beside)
            return LaidBlock(((group(place.slot, block, shapes, block.alt),),))
    said = RowEmphasis(frozenset({CAPTION}))
    return rows_of(block, (*block.items, *captioned(block)), place, lists=True, emphasis=said)


def _setting(block: Diagram, size: float, zone: Zone, place: ChosenSpot, beside: bool) -> ConvergeSetting | None:
    """Heading, text and conclusion keep their distance: 32, 26, 28 points. None where words have no room."""
    minimum = place.context.minimum
    under = sum(1 for step in sizes_from(26.0, minimum) if step > size)
    head = lower(32.0, under, minimum)
    bar, high = _bar(block, lower(28.0, under, minimum), zone, place), 0
    if bar is not None:
        need = tall_shape(bar, place)
        if need is None:
            return None
        high = max(need + 2 * zone.px(TOP), zone.px(BAR))
        bar = replace(bar, box=Box(bar.box.x, zone.box.bottom - high, bar.box.w, high))
    panels = _panels(len(block.items), zone, zone.box.h - (high + zone.px(BETWEEN) if high else 0), beside)
    title = text = 0
    for item, box in zip(block.items, panels, strict=True):
        inner = box.w - 2 * zone.px(PAD)
        one = tall(item.title, place.context.heading_font, head, inner, bold=True)
        two = tall_shape(_words(item, Box(0, 0, inner, 0), size, place), place) if item.text else 0
        if one is None or two is None:
            return None
        title, text = max(title, one), max(text, two)
    # An arrow begins within its panel, and no word stands there.
    foot = zone.px(BITE + 6) if high else zone.px(TOP)
    if panels and zone.px(TOP) + title + (zone.px(AIR) + text if text else 0) + foot > panels[0].h:
        return None
    return ConvergeSetting(tuple(panels), bar, head, size, title)


def _bar(block: Diagram, size: float, zone: Zone, place: ChosenSpot) -> PlacedShape | None:
    """The conclusion: its first line bold, what follows smaller."""
    if not block.caption:
        return None
    look, pad = argument(place.look), zone.px(PAD)
    small = lower(size, 2, place.context.minimum)
    return panel(
        "caption",
        block.caption.partition("\n")[0],
        Box(zone.box.x, zone.box.y, zone.box.w, 0),
        look.fill,
        block.caption,
        size,
        look.text,
        insets=Insets(pad, 0, pad, 0),
        anchor="ctr",
        line=look.line,
        manners=(Manner(bold=True), Manner(size_pt=small)),
    )


def _panels(count: int, zone: Zone, room: int, beside: bool) -> list[Box]:
    if beside:
        return [Box(cell.x, cell.y, cell.w, room) for cell in zone.cells(count)]
    gap = zone.px(12)
    high = (room - (count - 1) * gap) // max(count, 1)
    return [Box(zone.box.x, zone.box.y + n * (high + gap), zone.box.w, high) for n in range(count)]


def _words(item: Item, box: Box, size: float, place: ChosenSpot) -> PlacedShape:
    """A reason's text: its first line leads in where others follow."""
    look = place.look
    lead = min(size, 24.0) if "\n" in item.text else size
    manners = listed(size, look.strong.color, lead)
    return said(FORM.part(item.id, "text"), item.title, box, item.text, size, look.paper.text, manners=manners)


def _draw(block: Diagram, setting: ConvergeSetting, zone: Zone, place: ChosenSpot, beside: bool) -> list[PlacedShape]:
    shapes: list[PlacedShape] = []
    for item, box in zip(block.items, setting.panels, strict=True):
        shapes += _panel(item, box, setting, zone, place)
    if setting.bar is None:
        return shapes
    look = argument(place.look)
    last = setting.panels if beside else setting.panels[-1:]
    for n, box in enumerate(last, 1):
        # A hair above the bar: the tip is seen.
        high = setting.bar.box.y - box.bottom + zone.px(BITE - 2)
        where = Box(box.x + zone.px(PAD), box.bottom - zone.px(BITE), zone.px(WIDTH), high)
        shapes.append(block_arrow(f"arrow:{n}", "arrow", where, zone.px(STEM), zone.px(HEAD), look.fill, line=look.line))
    return [*shapes, setting.bar]


def _panel(item: Item, box: Box, setting: ConvergeSetting, zone: Zone, place: ChosenSpot) -> Iterator[PlacedShape]:
    pad, top, look = zone.px(PAD), zone.px(TOP), place.look
    under = top + setting.title
    yield panel(
        FORM.part(item.id, "title"),
        item.title,
        box,
        look.paper.color,
        item.title,
        setting.head,
        look.strong.color,
        insets=Insets(pad, top, pad, box.h - under),
        bold=True,
        heading=True,
    )
    if item.text:
        y = box.y + under + zone.px(AIR)
        where = Box(box.x + pad, y, box.w - 2 * pad, box.bottom - y - zone.px(BITE))
        yield _words(item, where, setting.size, place)
