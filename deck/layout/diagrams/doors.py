"""Doors into two to four parts: panels that a numbered arrow goes in through, each a link to the slide of its part. The caption
is the words that lead there, with each part's key after them."""

from __future__ import annotations

from dataclasses import dataclass

from deck.geometry import Box
from deck.layout.context import ChosenSpot, LaidBlock
from deck.layout.diagrams.rows import rows_of
from deck.layout.model import PlacedShape, Stroke
from deck.layout.shapes import group, line_width
from deck.layout.zone import PX, Zone, argument, block_arrow, largest, lower, panel, said, tall, wide
from deck.presentation import FORMS, Diagram, Item
from deck.template.model import Insets

FORM = FORMS["doors"]

NARROW = 560
"""Narrower boxes than so many px have rows."""
PAD, AIR = 22, 18
"""Px: from a panel's edge to its words, and between them."""
LINTEL = 40
"""Px: how far under the arrow's top the panels begin."""
WIDTH, ARROW, STEM, HEAD, FROM = 128, 102, 80, 54, 24
"""The arrow in px: its width, height, stem and head, and how far into the panel it stands."""
TEXT = 266
"""Px: from the zone's top to the texts, at least."""
FOOT = 22
"""Px: from the link's words to the panel's foot."""
NUMERAL = 36.0


@dataclass(frozen=True, slots=True)
class DoorSetting:
    """Sizes in points; lengths in EMU, from the zone's top."""

    numeral: float
    head: float
    size: float
    lead: float
    arrow: int
    title: int
    title_high: int
    text: int
    text_high: int
    link: int
    link_high: int
    high: int


def draw(block: Diagram, place: ChosenSpot) -> LaidBlock:
    """Panels side by side where they hold their words; else rows."""
    zone = Zone.of(place)
    if block.items and wide(zone.box) >= NARROW:
        role = 26.0 if len(block.items) < 4 else 22.0
        found = largest(role, place.context.minimum, lambda size: _setting(block, size, zone, place))
        if found is not None:
            cells = zone.cells(len(block.items))
            doors = (_door(block, item, cell, found[1], zone, place) for item, cell in zip(block.items, cells, strict=True))
            shapes = [shape for door in doors for shape in door]
            return LaidBlock(((group(place.slot, block, shapes, block.alt),),))
    return rows_of(block, block.items, place)


def leads(block: Diagram, item: Item) -> str:
    """The words of the link into a part."""
    return f"{block.caption} {item.key}".strip() if block.caption and item.link is not None else ""


def _setting(block: Diagram, head: float, zone: Zone, place: ChosenSpot) -> DoorSetting | None:
    context, minimum = place.context, place.context.minimum
    inner = zone.cells(len(block.items))[0].w - 2 * zone.px(PAD)
    size = min(lower(head, 2, minimum), 22.0)
    lead = max(min(head, 20.0), minimum)
    titles = [tall(item.title, context.heading_font, head, inner, bold=True) for item in block.items]
    texts = [tall(item.text, context.body_font, size, inner) for item in block.items]
    links = [tall(leads(block, item), context.body_font, lead, inner, bold=True) for item in block.items]
    if None in titles or None in texts or None in links:
        return None
    title, text, link = (max(found or 0 for found in row) for row in (titles, texts, links))
    keys = any(item.key for item in block.items)
    numeral = max(NUMERAL * zone.scale, minimum)
    stem = zone.px(STEM)
    if any(line_width(item.key, context.heading_font, numeral, bold=True) > stem for item in block.items):
        return None
    arrow = zone.px(ARROW) if keys else 0
    air = zone.px(AIR)
    top = arrow + air if keys else zone.px(LINTEL) + air
    under = max(top + title + air, zone.px(TEXT))
    foot = zone.box.h - zone.px(FOOT) - link
    if under + text + (air if link else 0) > foot:
        under = top + title + zone.px(AIR // 2)
        if under + text + (air // 2 if link else zone.px(FOOT)) > foot:
            return None
    return DoorSetting(
        numeral,
        head=head,
        size=size,
        lead=lead,
        arrow=arrow,
        title=top,
        title_high=title,
        text=under,
        text_high=text,
        link=foot,
        link_high=link,
        high=zone.box.h,
    )


def _door(block: Diagram, item: Item, cell: Box, setting: DoorSetting, zone: Zone, place: ChosenSpot) -> list[PlacedShape]:
    look, pad, lintel = place.look, zone.px(PAD), zone.px(LINTEL)
    ground = Box(cell.x, cell.y + lintel, cell.w, setting.high - lintel)
    name, words = item.title or item.key, leads(block, item)
    # A link must read where it stands: where it would not on paper, the door is an outline.
    plain = item.link is not None and not look.link_on_paper
    top = setting.title - lintel
    shapes = [
        panel(
            FORM.part(item.id, "title"),
            name,
            ground,
            None if plain else look.paper.color,
            item.title,
            setting.head,
            look.ink.color if plain else look.paper.text,
            insets=Insets(pad, top, pad, max(ground.h - top - setting.title_high, 0)),
            bold=True,
            line=Stroke(look.stone.color, PX) if plain else None,
            link=item.link,
            heading=True,
        )
    ]
    if item.key:
        shapes.append(_arrow(item, cell, setting, zone, place))
    if item.text:
        where = Box(cell.x + pad, cell.y + setting.text, cell.w - 2 * pad, setting.text_high)
        ink = look.ink.color if plain else look.paper.text
        shapes.append(said(FORM.part(item.id, "text"), name, where, item.text, setting.size, ink))
    if words:
        where = Box(cell.x + pad, cell.y + setting.link, cell.w - 2 * pad, setting.link_high)
        part = FORM.part(item.id, "link")
        shapes.append(said(part, name, where, words, setting.lead, look.strong.color, bold=True, anchor="b", link=item.link))
    return shapes


def _arrow(item: Item, cell: Box, setting: DoorSetting, zone: Zone, place: ChosenSpot) -> PlacedShape:
    look = argument(place.look)
    box = Box(cell.x + zone.px(FROM), cell.y, zone.px(WIDTH), setting.arrow)
    fill = look.fill if look.fill is not None else place.look.white.color
    return block_arrow(
        FORM.part(item.id, "key"),
        item.title or item.key,
        box,
        zone.px(STEM),
        zone.px(HEAD),
        fill,
        line=look.line,
        text=item.key,
        size=setting.numeral,
        color=look.text,
    )
