"""How a question is talked over: alone, two and two, together. Each step stands under a dashed rule, for it is our suggestion,
with as many dots as there are people in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from deck.geometry import Box
from deck.layout.context import ChosenSpot, LaidBlock
from deck.layout.diagrams.rows import rows_of
from deck.layout.model import Freeform, PlacedShape, circle
from deck.layout.shapes import group, moved
from deck.layout.zone import PX, Zone, line_of, lower, rule, said, sizes_from, tall, wide
from deck.presentation import FORMS, Diagram, Item

FORM = FORMS["question"]

TITLE = 24.0
LEAST = 200
"""Px that a column has at least."""
PEOPLE, MOST = (1, 2, 7), 9
"""How many dots the steps have that do not say it themselves, and the most that any has."""
RADIUS, PITCH = 16, 42
"""Px: a dot's, and from one to the next."""
HEAD, AIR = 24, 14
"""Px: from the rule to the dots, and from the dots to the words."""
HIGH, MOST_GROWN, ABOVE = 220, 1.8, 0.4
"""Px from which a box is higher than the columns need: they grow with it so many times at most, and so much of what is left over
is above them."""


@dataclass(frozen=True, slots=True)
class StepSizes:
    """Points of title and text; EMU that the highest of them take."""

    title: float
    text: float
    title_height: int
    text_height: int


def draw(block: Diagram, place: ChosenSpot) -> LaidBlock:
    """Columns side by side; rows where they would be too narrow, or where the words do not go in."""
    box, items = place.spot.box, block.items
    grown = min(max(box.h / (HIGH * PX), 1.0), MOST_GROWN)
    zone = Zone(box, grown)
    if not items:
        return LaidBlock(((),))
    cells = zone.cells(len(items))
    if wide(cells[0]) >= LEAST:
        for size in sizes_from(TITLE * grown, place.context.minimum):
            if (sizes := _sizes(items, cells[0], size, zone, place)) is not None:
                down = round((box.h - _needed(sizes, zone)) * ABOVE) if grown > 1 else 0
                counts = [people(item, n) for n, item in enumerate(items)]
                dots = _dots(max(counts), cells[0].w, zone)
                shapes = [
                    shape
                    for item, count, cell in zip(items, counts, cells, strict=True)
                    for shape in _column(item, count, dots, moved(cell, 0, down), sizes, zone, place)
                ]
                return LaidBlock(((group(place.slot, block, shapes, block.alt),),))
    return rows_of(block, items, place)


def people(item: Item, step: int) -> int:
    """How many dots a step has: what its item says, else one, two, many."""
    return min(max(round(item.value), 1), MOST) if item.value else PEOPLE[min(step, len(PEOPLE) - 1)]


def _sizes(items: tuple[Item, ...], cell: Box, size: float, zone: Zone, place: ChosenSpot) -> StepSizes | None:
    context, small = place.context, lower(size, 1, place.context.minimum)
    titles = [tall(item.title, context.heading_font, size, cell.w, bold=True) for item in items]
    texts = [tall(item.text, context.body_font, small, cell.w) for item in items]
    if any(found is None for found in (*titles, *texts)):
        return None
    title, text = max(found or 0 for found in titles), max(found or 0 for found in texts)
    if size > TITLE and title > line_of(size):
        # What grows with its box keeps to one line.
        return None
    sizes = StepSizes(size, small, title, text)
    return sizes if _needed(sizes, zone) <= cell.h else None


def _needed(sizes: StepSizes, zone: Zone) -> int:
    """A column's height in EMU."""
    return zone.px(HEAD + 2 * RADIUS + AIR) + sizes.title_height + zone.px(4) + sizes.text_height


def _dots(most: int, width: int, zone: Zone) -> tuple[int, int]:
    """Radius and pitch in EMU, alike in all columns, for one person is as large as another: as many as that go into the width."""
    radius = zone.px(RADIUS)
    pitch = min(zone.px(PITCH), (width - 2 * radius) // max(most - 1, 1))
    return (min(radius, max(pitch * 2 // 5, 1)) if most > 1 else radius), pitch


def _column(
    item: Item, count: int, dots: tuple[int, int], cell: Box, sizes: StepSizes, zone: Zone, place: ChosenSpot
) -> Iterator[PlacedShape]:
    look, name = place.look, item.title or item.text
    yield rule(f"rule:{item.id}", cell.x, cell.y, cell.w, look.field.color, 2, dashed=True)
    y, (radius, pitch) = cell.y + zone.px(HEAD), dots
    rings = tuple(circle(radius + n * pitch, radius, radius) for n in range(count))
    where = Box(cell.x, y + zone.px(RADIUS) - radius, 2 * radius + (count - 1) * pitch, 2 * radius)
    yield PlacedShape(f"people:{item.id}", name=name, geometry=Freeform(rings), box=where, fill=look.field.color)
    y += zone.px(2 * RADIUS + AIR)
    if item.title:
        box = Box(cell.x, y, cell.w, sizes.title_height)
        part = FORM.part(item.id, "title")
        yield said(part, name, box, item.title, sizes.title, look.ink.color, bold=True, heading=True)
    if item.text:
        box = Box(cell.x, y + sizes.title_height + zone.px(4), cell.w, sizes.text_height)
        yield said(FORM.part(item.id, "text"), name, box, item.text, sizes.text, look.ink.color)


__all__ = ["draw", "people"]
