"""A deck's parts as an index: low rows of numeral and title; the current one bold under a stronger rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deck.geometry import Box
from deck.layout.context import ChosenSpot, LaidBlock, Trouble
from deck.layout.model import PlacedShape
from deck.layout.shapes import group
from deck.layout.zone import PX, Zone, rule, said, sizes_from, tall, wide
from deck.presentation import Diagram, Item

INDEX = 56
"""A row's greatest height in px."""


def index_of(block: Diagram, items: Sequence[Item], place: ChosenSpot) -> LaidBlock:
    """A deck's parts, low rows of numeral and title; the current one bold under a stronger rule."""
    zone, minimum = Zone.of(place), place.context.minimum
    high = min(INDEX * PX, zone.box.h // len(items))
    column = min(48 * PX, zone.box.w // 6) if any(item.key for item in items) else 0
    room = zone.box.w - column
    for size in sizes_from(20.0 if wide(zone.box) < 700 else 24.0, minimum):
        needs = [tall(item.title, place.context.body_font, size, room, bold=item.group == "current") for item in items]
        if all(need is not None and need <= high for need in needs):
            shapes = _indexed(block, items, zone, place, (size, high, column))
            return LaidBlock(((group(place.slot, block, shapes, block.alt),),))
    shapes = _indexed(block, items, zone, place, (minimum, high, column))
    return LaidBlock(((group(place.slot, block, shapes, block.alt),),), (Trouble("text-too-long", place.slot, minimum),))


def _indexed(
    block: Diagram, items: Sequence[Item], zone: Zone, place: ChosenSpot, how: tuple[float, int, int]
) -> Iterator[PlacedShape]:
    size, high, column = how
    look, box = place.look, zone.box
    for n, item in enumerate(items):
        y, now = box.y + n * high, item.group == "current"
        color = look.strong.color if now else look.ink.color
        yield rule(f"rule:{item.id}", box.x, y, box.w, look.field.color if now else look.stone.color, 3 if now else 1)
        name = item.title or item.key
        fields = (
            ("key", item.key, Box(box.x, y, column, high)),
            ("title", item.title, Box(box.x + column, y, box.w - column, high)),
        )
        for field, text, where in fields:
            if text:
                link = item.link if field == "title" and not now else None
                part = block.how.part(item.id, field)
                yield said(part, name, where, text, size, color, bold=now, anchor="ctr", link=link)


__all__ = ["index_of"]
