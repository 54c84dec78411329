"""Names and values, as on a card: what it is, and under it what is written there, on a dashed line, for it is the
sender's own. A value that nobody has given is an empty line to write on."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deck.geometry import Box
from deck.layout.context import ChosenSpot, LaidBlock, Trouble
from deck.layout.model import PlacedShape
from deck.layout.shapes import group, words
from deck.layout.zone import Zone, line_of, rule, said, sizes_from, tall
from deck.presentation import FORMS, Diagram, Item

FORM = FORMS["pairs"]

HIGHEST, AIR, AFTER, UNDER = 96, 6, 18, 2
"""Px: from one pair to the next at most, from a value to its line, and from there to the next pair: as wished, and at least."""
VALUE, KEY = 26.0, 18.0
LINE = 1.3
"""What is no higher than so many lines is one."""
WIDE, GAP = 640, 48
"""Px from which pairs may stand in two columns, where one does not hold them, and between the columns."""


@dataclass(frozen=True, slots=True)
class PairSetting:
    """`width`, `pitch` in EMU; `lines`: how high the values' words are at most; sizes in points."""

    columns: int
    width: int
    pitch: int
    key: float
    value: float
    lines: int


def draw(block: Diagram, place: ChosenSpot) -> LaidBlock:
    """Pairs below each other, in two columns where one does not hold them; over several slides where they are many."""
    items, zone = block.items, Zone(place.spot.box, 1.0)
    if not items:
        return LaidBlock(((),))
    for pages in range(1, len(items) + 1):
        each = math.ceil(len(items) / pages)
        chunks = [items[n : n + each] for n in range(0, len(items), each)]
        for columns in (1, 2) if zone.box.w >= zone.px(WIDE) else (1,):
            if (setting := _setting(items, each, columns, zone, place)) is not None:
                drawn = (group(place.slot, block, _draw(chunk, setting, zone, place), block.alt) for chunk in chunks)
                return LaidBlock(tuple((item,) for item in drawn))
    minimum = place.context.minimum
    pitch = zone.box.h // len(items)
    forced = PairSetting(1, width=zone.box.w, pitch=pitch, key=minimum, value=minimum, lines=max(pitch - line_of(minimum), 1))
    shapes = _draw(items, forced, zone, place)
    return LaidBlock(((group(place.slot, block, shapes, block.alt),),), (Trouble("text-too-long", place.slot, minimum),))


def _setting(items: Sequence[Item], count: int, columns: int, zone: Zone, place: ChosenSpot) -> PairSetting | None:
    """The largest values that stand on one line each; at the least size an address may take more."""
    context = place.context
    width = (zone.box.w - (columns - 1) * zone.px(GAP)) // columns
    room = zone.box.h // math.ceil(count / columns)
    key = max(KEY, context.minimum)
    heads = [tall(item.key, context.body_font, key, width, bold=True) for item in items]
    if any(head is None for head in heads):
        return None
    head = max(found or 0 for found in heads)
    for size in sizes_from(VALUE, context.minimum):
        values = [tall(item.text, context.body_font, size, width) for item in items]
        if any(value is None for value in values):
            continue
        most = max(*(value or 0 for value in values), line_of(size))
        if size > context.minimum and most > line_of(size) * LINE:
            continue
        # What an address takes more is given to all, so that there is air between them.
        more = most - line_of(size) if most > line_of(size) * LINE else 0
        pitch = min(zone.px(HIGHEST) + more, room)
        if head + most + zone.px(AIR + UNDER) <= pitch:
            return PairSetting(columns, width=width, pitch=pitch, key=key, value=size, lines=most)
    return None


def _draw(items: Sequence[Item], setting: PairSetting, zone: Zone, place: ChosenSpot) -> Iterator[PlacedShape]:
    look, context = place.look, place.context
    rows = math.ceil(len(items) / setting.columns)
    for n, item in enumerate(items):
        column, row = divmod(n, rows)
        x, y = zone.box.x + column * (setting.width + zone.px(GAP)), zone.box.y + row * setting.pitch
        name = item.key or item.text
        head = tall(item.key, context.body_font, setting.key, setting.width, bold=True) or line_of(setting.key)
        spare = setting.pitch - head - setting.lines - zone.px(AIR)
        line = y + setting.pitch - min(max(spare, zone.px(UNDER)), zone.px(AFTER))
        top = line - zone.px(AIR) - setting.lines
        if item.key:
            box = Box(x, max(top - head, y), setting.width, min(head, max(top - y, 1)))
            yield said(FORM.part(item.id, "key"), name, box, item.key, setting.key, look.strong.color, bold=True)
        box = Box(x, top, setting.width, setting.lines)
        # A value of one line among longer ones stands by its name.
        anchor = "b" if setting.lines <= line_of(setting.value) * LINE else "t"
        yield said(
            FORM.part(item.id, "text"), name, box, words(item.text, item.link), setting.value, look.ink.color, anchor=anchor
        )
        yield rule(f"rule:{item.id}", x, line, setting.width, look.field.color, 2, dashed=True)


__all__ = ["draw"]
