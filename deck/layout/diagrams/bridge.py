"""Two wholes side by side and a bar across both, for what they share; what it leaves out of the second is named beside it. The
bar's length is no measure."""

from __future__ import annotations

from dataclasses import dataclass

from deck.geometry import Box
from deck.layout.context import ChosenSpot, LaidBlock
from deck.layout.diagrams.rows import RowEmphasis, captioned, rows_of
from deck.layout.model import PlacedShape
from deck.layout.shapes import group, line_width
from deck.layout.zone import Zone, argument, largest, lower, panel, said, sizes_from, tall, wide
from deck.presentation import FORMS, Diagram, Item
from deck.template.model import Insets

FORM = FORMS["bridge"]

NARROW = 560
"""Narrower boxes than so many px have rows."""
PAD, AIR, EDGE, AFTER, BESIDE = 28, 12, 16, 18, 18
"""Px: from a panel's edge to its words, between words, from the bar's edges to its, after a numeral, and from the bar to what it
leaves out."""
FOOT, BAR = 40, 152
"""Px: from the bar to the panels' foot, and the bar's height at least."""
SPAN, LEAST_SPAN = 952 / 1152, 0.6
"""The bar's share of the width where something is left out, and the least that it may be cut to so that the rest can be named."""
NUMERAL, HEADING, TEXT, SHARED, LABEL, REST = 112.0, 28.0, 22.0, 30.0, 20.0, 20.0


@dataclass(frozen=True, slots=True)
class BridgeParts:
    """The items by what they are."""

    wholes: tuple[Item, ...]
    shared: tuple[Item, ...]
    rest: tuple[Item, ...]

    @classmethod
    def of(cls, block: Diagram) -> BridgeParts:
        def those(name: str) -> tuple[Item, ...]:
            return tuple(item for item in block.items if item.group == name)

        return cls(those(""), those("shared"), those("rest"))

    @property
    def drawable(self) -> bool:
        bare = not any(item.key for item in (*self.shared, *self.rest)) and not any(
            item.title and item.text for item in self.rest
        )
        return bare and len(self.wholes) == 2 and 1 <= len(self.shared) <= 2 and len(self.rest) <= 1


@dataclass(frozen=True, slots=True)
class BridgePanels:
    """The panels over the bar: sizes in points, lengths in EMU from a panel's top."""

    numeral: float
    key: int
    high: int
    head: float
    text: float
    told: int


@dataclass(frozen=True, slots=True)
class BridgeBar:
    """The bar: its box, sizes in points, and its rows' heights in EMU."""

    box: Box
    label: float
    labelled: int
    size: float
    title: int
    small: float
    text: int
    rest: float


def draw(block: Diagram, place: ChosenSpot) -> LaidBlock:
    """Panels and bar where the words have room; else rows."""
    zone, parts = Zone.of(place), BridgeParts.of(block)
    if parts.drawable and wide(zone.box) >= NARROW:
        panels = zone.cells(2)
        bar = _bar(block, parts, panels, zone, place)
        upper = _upper(parts, panels, bar.box.y - zone.box.y, zone, place) if bar is not None else None
        if bar is not None and upper is not None:
            shapes = [
                shape for item, box in zip(parts.wholes, panels, strict=True) for shape in _whole(item, box, upper, zone, place)
            ]
            shapes += _bridge(block, parts, panels, bar, zone, place)
            return LaidBlock(((group(place.slot, block, shapes, block.alt),),))
    headed = captioned(block)
    shared = ((*headed, *parts.shared),) if headed and parts.drawable else (*headed, *parts.shared)
    loud = frozenset(item.id for item in (*headed, *parts.shared)) if parts.drawable else frozenset[str]()
    return rows_of(block, (*parts.wholes, *shared, *parts.rest), place, emphasis=RowEmphasis(loud))


# --- the bar ------------------------------------------------------------------------------------------------------------------


def _bar(block: Diagram, parts: BridgeParts, panels: list[Box], zone: Zone, place: ChosenSpot) -> BridgeBar | None:
    """The largest type, and with it the longest bar, that lets both the bar and what it leaves out be named."""
    minimum = place.context.minimum

    def fits(size: float) -> BridgeBar | None:
        for share in (SPAN, 0.8, 0.75, 0.7, 0.65, LEAST_SPAN) if parts.rest else (1.0,):
            width = round(zone.box.w * share)
            for rest in sizes_from(REST, minimum):
                if (bar := _sized(block, parts, panels, zone, place, (size, width, rest))) is not None:
                    return bar
        return None

    found = largest(SHARED, minimum, fits)
    return found[1] if found else None


def _sized(
    block: Diagram, parts: BridgeParts, panels: list[Box], zone: Zone, place: ChosenSpot, how: tuple[float, int, float]
) -> BridgeBar | None:
    size, width, rest = how
    context, minimum = place.context, place.context.minimum
    pad = zone.px(PAD)
    rooms = _rooms(parts, panels, width, zone)
    label, small = min(LABEL, size), lower(size, 3, minimum)
    labelled = tall(block.caption, context.body_font, label, width - 2 * pad)
    titles = [
        tall(item.title, context.heading_font, size, room.w, bold=True) for item, room in zip(parts.shared, rooms, strict=True)
    ]
    texts = [tall(item.text, context.body_font, small, room.w) for item, room in zip(parts.shared, rooms, strict=True)]
    known = [labelled, *titles, *texts]
    if any(found is None for found in known):
        return None
    title = max(found for found in titles if found is not None)
    text = max(found for found in texts if found is not None)
    need = (labelled or 0) + title + text + 2 * zone.px(EDGE) + (zone.px(AIR) if labelled else 0)
    high = max(need, zone.px(BAR))
    if high + zone.px(FOOT) > zone.box.h * 0.6:
        return None
    for item in parts.rest:
        beside = zone.box.w - width - zone.px(BESIDE) - zone.px(EDGE) // 2
        words = item.title or item.text
        found = tall(words, context.body_font, rest, beside)
        if found is None or found > high:
            return None
    box = Box(zone.box.x, zone.box.bottom - zone.px(FOOT) - high, width, high)
    return BridgeBar(box, label=label, labelled=labelled or 0, size=size, title=title, small=small, text=text, rest=rest)


def _rooms(parts: BridgeParts, panels: list[Box], width: int, zone: Zone) -> list[Box]:
    """Where each shared word stands: from its own panel's words' edge to where the next begins, or the bar ends."""
    pad, end = zone.px(PAD), zone.box.x + width
    if len(parts.shared) == 1:
        return [Box(zone.box.x + pad, 0, width - 2 * pad, 0)]
    first, second = (panel.x + pad for panel in panels)
    return [Box(first, 0, second - first - zone.px(AIR), 0), Box(second, 0, max(end - second - zone.px(AIR), 1), 0)]


def _bridge(
    block: Diagram, parts: BridgeParts, panels: list[Box], bar: BridgeBar, zone: Zone, place: ChosenSpot
) -> list[PlacedShape]:
    look, pad = argument(place.look), zone.px(PAD)
    box, air = bar.box, zone.px(AIR) if bar.labelled else 0
    spare = box.h - bar.labelled - bar.title - bar.text - air
    top = max(spare // 2, 0)
    fill = look.fill if look.fill is not None else place.look.white.color
    shapes = [
        panel(
            "caption",
            block.caption or "bar",
            box,
            fill,
            block.caption,
            bar.label,
            look.text,
            insets=Insets(pad, top, pad, max(box.h - top - bar.labelled, 0)),
            line=look.line,
        )
    ]
    y = box.y + top + bar.labelled + air
    for item, room in zip(parts.shared, _rooms(parts, panels, box.w, zone), strict=True):
        where = Box(room.x, y, room.w, bar.title)
        name = item.title or item.text
        shapes.append(said(FORM.part(item.id, "title"), name, where, item.title, bar.size, look.text, bold=True, heading=True))
        if item.text:
            below = Box(room.x, where.bottom, room.w, bar.text)
            shapes.append(said(FORM.part(item.id, "text"), name, below, item.text, bar.small, look.text))
    for item in parts.rest:
        x = box.right + zone.px(BESIDE)
        where = Box(x, box.y, zone.box.right - x - zone.px(EDGE) // 2, box.h)
        field = "title" if item.title else "text"
        words = item.title or item.text
        shapes.append(said(FORM.part(item.id, field), words, where, words, bar.rest, place.look.paper.text, anchor="ctr"))
    return shapes


# --- the panels ---------------------------------------------------------------------------------------------------------------


def _upper(parts: BridgeParts, panels: list[Box], room: int, zone: Zone, place: ChosenSpot) -> BridgePanels | None:
    """The largest numerals under which the text still has room above the bar."""
    context, minimum = place.context, place.context.minimum
    pad, air = zone.px(PAD), zone.px(AIR)
    for text in sizes_from(TEXT, minimum):
        for numeral in sizes_from(NUMERAL * zone.scale, min(40.0, NUMERAL * zone.scale)):
            key = max(_width(item, numeral, place) for item in parts.wholes)
            high = max(tall(item.key, context.heading_font, numeral, 2 * key, bold=True) or 0 for item in parts.wholes)
            beside = panels[0].w - 2 * pad - (key + zone.px(AFTER) if key else 0)
            told = [tall(item.text, context.body_font, text, panels[0].w - 2 * pad) for item in parts.wholes]
            if any(found is None for found in told):
                break
            most = max(found for found in told if found is not None)
            for head in sizes_from(HEADING, minimum):
                heads = [tall(item.title, context.heading_font, head, beside, bold=True) for item in parts.wholes]
                if any(found is None for found in heads):
                    continue
                tallest = max(high, *(found for found in heads if found is not None))
                if tallest + most + air <= room and (tallest == high or not key):
                    return BridgePanels(numeral, key=key, high=tallest, head=head, text=text, told=most)
    return None


def _width(item: Item, size: float, place: ChosenSpot) -> int:
    """Room for a numeral, with some to spare: in another font it must not break in two."""
    return round(line_width(item.key, place.context.heading_font, size, bold=True) * 1.06) if item.key else 0


def _whole(item: Item, box: Box, upper: BridgePanels, zone: Zone, place: ChosenSpot) -> list[PlacedShape]:
    look, pad, air = place.look, zone.px(PAD), zone.px(AIR)
    name = item.title or item.key
    top = 0 if upper.key else air
    field = "key" if item.key else "title"
    left = pad + upper.key + zone.px(AFTER)
    beside = Box(box.x + left, box.y + top, box.w - pad - left, upper.high)
    if not upper.key:
        beside = Box(box.x + pad, box.y + top, box.w - 2 * pad, upper.high)
    around = (
        Insets(pad, top, max(box.w - pad - upper.key, 0), max(box.h - top - upper.high, 0))
        if item.key
        else Insets(beside.x - box.x, top, pad, max(box.h - top - upper.high, 0))
    )
    shapes = [
        panel(
            FORM.part(item.id, field),
            name,
            box,
            look.paper.color,
            item.key or item.title,
            upper.numeral if item.key else upper.head,
            look.strong.color if item.key else look.paper.text,
            insets=around,
            bold=True,
            heading=True,
        )
    ]
    if item.key and item.title:
        shapes.append(
            said(
                FORM.part(item.id, "title"),
                name,
                beside,
                item.title,
                upper.head,
                look.paper.text,
                bold=True,
                anchor="ctr",
                heading=True,
            )
        )
    if item.text:
        where = Box(box.x + pad, box.y + top + upper.high, box.w - 2 * pad, upper.told)
        shapes.append(said(FORM.part(item.id, "text"), name, where, item.text, upper.text, look.paper.text))
    return shapes
