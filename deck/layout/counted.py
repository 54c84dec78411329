"""So many of so many, as dots: the field that they stand in, in columns of ten, and the free shapes that they are."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from deck.geometry import Box
from deck.layout.context import ChosenSpot
from deck.layout.model import Freeform, PlacedShape, Stroke, circle
from deck.layout.zone import PX, Zone, wide
from deck.presentation import Item

TEN = 10
"""Dots in a column: so a whole column is ten, and columns can be counted."""
MOST, PITCH, LEAST_PITCH = 500, 29.59, 14
"""Dots at most; px from one to the next, as wished and at least."""
RADIUS = 0.37
"""Of the pitch."""
BAR = 420
"""Box width in px under which the dots are a bar."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The items by what they are: `parts` of the whole, the first counted and the rest not; words about the whole, and below it
    all."""

    parts: tuple[Item, ...]
    whole: Item | None
    also: Item | None

    @property
    def counts(self) -> tuple[int, ...]:
        return tuple(max(round(item.value or 0), 0) for item in self.parts)

    @property
    def total(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class DotField:
    """Where the dots stand: the left edge and top of the first, the pitch in EMU, how many columns. `bar`: a bar instead."""

    x: int
    y: int
    pitch: float
    columns: int
    width: int
    height: int
    bar: bool = False


def field_of(found: Counted, room: Box, zone: Zone) -> DotField | None:
    """The dots as large as the room lets them be, and no larger than wished."""
    columns, head = math.ceil(found.total / TEN), zone.px(14)
    pitch = min(room.w / columns, (room.h - head) / TEN, PITCH * PX * max(zone.scale, 1.0) * 1.35)
    if wide(zone.box) >= BAR and found.total <= MOST and pitch >= LEAST_PITCH * PX:
        return DotField(
            room.x, y=room.y + head, pitch=pitch, columns=columns, width=round(pitch * columns), height=round(pitch * TEN)
        )
    high = min(zone.px(96), room.h - head)
    if high < zone.px(24):
        return None
    return DotField(room.x, y=room.y + head, pitch=room.w / found.total, columns=0, width=room.w, height=high, bar=True)


def spans(counts: tuple[int, ...], columns: int) -> list[tuple[int, int]]:
    """From which column each part's rule goes, and to which (not included): a column that two share is the first one's."""
    found, at, edge = [], 0, 0
    for count in counts:
        at += count
        end = min(math.ceil(at / TEN), columns)
        found.append((edge, max(end, edge)))
        edge = max(end, edge)
    return found


def edges(found: Counted, field: DotField) -> list[tuple[int, int]]:
    """Left and right of each part's rule, in EMU."""
    if not field.bar:
        return [
            (field.x + round(a * field.pitch), field.x + round(b * field.pitch)) for a, b in spans(found.counts, field.columns)
        ]
    sides, at = [], 0
    for count in found.counts:
        sides.append((field.x + round(at * field.pitch), field.x + round((at + count) * field.pitch)))
        at += count
    return sides


def dots_of(found: Counted, field: DotField, place: ChosenSpot) -> Iterator[PlacedShape]:
    """The counted as one free shape, the others as one each."""
    look, at = place.look, 0
    sides = edges(found, field)
    for n, (item, count) in enumerate(zip(found.parts, found.counts, strict=True)):
        fill = look.field.color if n == 0 else None
        line = None if n == 0 else Stroke(look.stone.color, 2 * PX)
        if count and field.bar:
            left, right = sides[n]
            box = Box(left, field.y, max(right - left, 1), field.height)
            yield PlacedShape(f"dots:{item.id}", name=item.title or item.id, geometry="rect", box=box, fill=fill, line=line)
        elif count:
            yield _free(f"dots:{item.id}", item, range(at, at + count), field, fill, line)
        at += count


FINE = PX // 4
"""EMU: dots lie on a grid of a quarter of a px, so that hundreds of them are written in short numbers."""


def _fine(length: float) -> int:
    return round(length / FINE) * FINE


def _free(key: str, item: Item, numbers: range, field: DotField, fill: object, line: Stroke | None) -> PlacedShape:
    radius = _fine(field.pitch * RADIUS)
    centres = [(_fine((n // TEN + 0.5) * field.pitch), _fine((n % TEN + 0.5) * field.pitch)) for n in numbers]
    left, top = min(x for x, _ in centres) - radius, min(y for _, y in centres) - radius
    right, bottom = max(x for x, _ in centres) + radius, max(y for _, y in centres) + radius
    rings = tuple(circle(x - left, y - top, radius) for x, y in centres)
    box = Box(field.x + left, field.y + top, right - left, bottom - top)
    return PlacedShape(key, name=item.title or item.id, geometry=Freeform(rings), box=box, fill=fill, line=line)  # type: ignore[arg-type]
