"""Two or three reasons that lead to one conclusion: panels over a bar, an arrow from each panel into it."""

from __future__ import annotations

from dataclasses import dataclass

from deck.geometry import Box
from deck.layout.context import Outcome, Place
from deck.layout.diagrams.rows import captioned, rows_of
from deck.layout.model import PlacedShape
from deck.layout.shapes import group
from deck.layout.zone import Zone, argument, block_arrow, largest, listed, lower, panel, said, tall, tall_listed, wide
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
class Setting:
    """Panels' boxes, sizes in points, heights in EMU."""

    panels: tuple[Box, ...]
    bar: Box
    head: float
    size: float
    title: int
    told: float


def draw(block: Diagram, place: Place) -> Outcome:
    """Panels side by side, or under each other; where neither holds the words, rows."""
    zone = Zone.of(place)
    sides = (True, False) if wide(zone.box) >= NARROW else (False,)
    for beside in sides:
        if block.items and (setting := _setting(block, zone, place, beside)) is not None:
            shapes = _draw(block, setting, zone, place, beside)
            return Outcome(((group(place.slot, block, shapes, block.alt),),))
    return rows_of(block, (*block.items, *captioned(block)), place)


def _setting(block: Diagram, zone: Zone, place: Place, beside: bool) -> Setting | None:
    minimum = place.context.minimum

    def fits(size: float) -> Setting | None:
        # Heading, text and conclusion keep their distance: 32, 26, 28.
        head = lower(32.0, _steps(26.0, size, minimum), minimum)
        told = lower(28.0, _steps(26.0, size, minimum), minimum)
        bar = _bar(block, zone, place, told) if block.caption else 0
        if bar is None:
            return None
        room = zone.box.h - (bar + zone.px(BETWEEN) if bar else 0)
        panels = _panels(len(block.items), zone, room, beside)
        title, need = 0, 0
        for item, box in zip(block.items, panels, strict=True):
            inner = box.w - 2 * zone.px(PAD)
            one = tall(item.title, place.context.heading_font, head, inner, bold=True)
            two = tall_listed(item.text, place.context.body_font, size, inner)
            if one is None or two is None:
                return None
            title, need = max(title, one), max(need, two)
        gap = zone.px(AIR) if need else 0
        # The arrow begins within the panel, and no word stands there.
        if zone.px(TOP) + title + gap + need + zone.px(TOP if not bar else BITE + 6) > panels[0].h:
            return None
        foot = Box(zone.box.x, zone.box.bottom - bar, zone.box.w, bar)
        return Setting(tuple(panels), foot, head, size, title, told)

    found = largest(26.0, minimum, fits)
    return found[1] if found else None


def _steps(base: float, size: float, minimum: float) -> int:
    """How many steps of type a size is under its role's."""
    n = 0
    while lower(base, n, minimum) > size:
        n += 1
    return n


def _bar(block: Diagram, zone: Zone, place: Place, size: float) -> int | None:
    """The bar's height for its words."""
    inner = zone.box.w - 2 * zone.px(PAD)
    first, _, more = block.caption.partition("\n")
    heights = (
        tall(first, place.context.body_font, size, inner, bold=True),
        tall(more, place.context.body_font, size, inner),
    )
    if heights[0] is None or heights[1] is None:
        return None
    return max(heights[0] + heights[1] + 2 * zone.px(TOP), zone.px(BAR))


def _panels(count: int, zone: Zone, room: int, beside: bool) -> list[Box]:
    if beside:
        return [Box(cell.x, cell.y, cell.w, room) for cell in zone.cells(count)]
    gap = zone.px(12)
    high = (room - (count - 1) * gap) // count
    return [Box(zone.box.x, zone.box.y + n * (high + gap), zone.box.w, high) for n in range(count)]


def _draw(block: Diagram, setting: Setting, zone: Zone, place: Place, beside: bool) -> list[PlacedShape]:
    shapes: list[PlacedShape] = []
    for item, box in zip(block.items, setting.panels, strict=True):
        shapes += _panel(item, box, setting, zone, place)
    if not block.caption:
        return shapes
    look = argument(place.look)
    last = setting.panels if beside else setting.panels[-1:]
    for n, box in enumerate(last, 1):
        high = setting.bar.y - box.bottom + zone.px(BITE) - zone.px(2)
        where = Box(box.x + zone.px(PAD), box.bottom - zone.px(BITE), zone.px(WIDTH), high)
        shapes.append(block_arrow(f"arrow:{n}", "arrow", where, zone.px(STEM), zone.px(HEAD), look.fill, line=look.line))
    shapes.append(
        panel(
            "caption",
            block.caption.partition("\n")[0],
            setting.bar,
            look.fill,
            listed(block.caption, lead=True, marks=False),
            setting.told,
            look.text,
            insets=Insets(zone.px(PAD), 0, zone.px(PAD), 0),
            anchor="ctr",
            line=look.line,
        )
    )
    return shapes


def _panel(item: Item, box: Box, setting: Setting, zone: Zone, place: Place) -> list[PlacedShape]:
    pad, top = zone.px(PAD), zone.px(TOP)
    under = top + setting.title
    shapes = [
        panel(
            FORM.part(item.id, "title"),
            item.title,
            box,
            place.look.paper.color,
            item.title,
            setting.head,
            place.look.strong.color,
            insets=Insets(pad, top, pad, box.h - under),
            bold=True,
            heading=True,
        )
    ]
    if item.text:
        y = box.y + under + zone.px(AIR)
        where = Box(box.x + pad, y, box.w - 2 * pad, box.bottom - y - zone.px(BITE))
        shapes.append(said(FORM.part(item.id, "text"), item.title, where, listed(item.text), setting.size, place.look.paper.text))
    return shapes
