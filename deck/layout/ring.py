"""A ring of arrows, clockwise, the first ending at twelve o'clock, each with its numeral. Angles in degrees, clockwise from
twelve."""

from __future__ import annotations

import math
from dataclasses import dataclass

from deck.geometry import EMU_PER_PT, Box
from deck.layout.context import ChosenSpot
from deck.layout.model import Arc, Freeform, PathStep, PlacedShape
from deck.layout.zone import argument, said
from deck.presentation import FORMS, Item
from deck.template.model import Insets

FORM = FORMS["loop"]

HOLES = 0.63, 0.7, 0.76
"""The ring's inner radius as a share of its own: a thinner ring where its words have no room in it."""
GAP, HEAD, LEAN = 2.2, 13.0, 8.0
"""Degrees: between segments, from a segment's end to its tip, and from its middle to its numeral."""
NUMERAL, THICK = 36.0, 0.68
"""A numeral's size at most, in points and as a share of its segment's breadth."""


@dataclass(frozen=True, slots=True)
class LoopRing:
    """Lengths in EMU on the slide."""

    x: int
    y: int
    radius: int
    count: int
    hole: float = HOLES[0]

    @property
    def inner(self) -> int:
        return round(self.radius * self.hole)

    def at(self, angle: float, radius: float) -> tuple[int, int]:
        turn = math.radians(angle)
        return round(self.x + radius * math.sin(turn)), round(self.y - radius * math.cos(turn))

    def middle(self, n: int) -> float:
        """The angle in the middle of a segment."""
        return (n - 1.5) * 360 / self.count

    def half(self, y: int) -> int:
        """Half the ring's width at a height."""
        return round(math.sqrt(max(self.radius**2 - (y - self.y) ** 2, 0)))


def segment(item: Item, n: int, ring: LoopRing, place: ChosenSpot) -> PlacedShape:
    """An arrow along the ring, its numeral its own text: the margins lead it to where the segment is widest."""
    look = argument(place.look)
    half = 180 / ring.count - GAP / 2
    start, end = ring.middle(n) - half, ring.middle(n) + half
    between = (ring.radius + ring.inner) / 2
    tip, notch = ring.at(end + HEAD, between), ring.at(start + HEAD, between)
    steps: list[tuple[int, int] | tuple[int, float, float]] = [
        ring.at(start, ring.radius),
        (ring.radius, start, end - start),
        tip,
        ring.at(end, ring.inner),
        (ring.inner, end, start - end),
        notch,
    ]
    edge = [ring.at(start + (end - start) * k / 60, radius) for k in range(61) for radius in (ring.radius, ring.inner)]
    xs, ys = zip(*edge, tip, notch, strict=True)
    box = Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    path = Freeform((tuple(_step(step, box) for step in steps),))
    size, inner = numeral(n, ring, place)
    insets = Insets(inner.x - box.x, inner.y - box.y, box.right - inner.right, box.bottom - inner.bottom)
    return PlacedShape(
        FORM.part(item.id, "key"),
        name=item.title or str(n),
        geometry=path,
        box=box,
        fill=look.fill,
        line=look.line,
        paragraphs=said("", "", box, str(n), size, look.text).paragraphs,
        size_pt=size,
        color=look.text,
        bold=True,
        align="ctr",
        insets=insets,
        heading_font=True,
    )


def numeral(n: int, ring: LoopRing, place: ChosenSpot) -> tuple[float, Box]:
    """The size of a segment's numeral in points, and its box."""
    size = max(min(NUMERAL, round((ring.radius - ring.inner) * THICK / EMU_PER_PT)), place.context.minimum)
    side = round(size * 0.62 * EMU_PER_PT)
    x, y = ring.at(ring.middle(n) + LEAN, (ring.radius + ring.inner) / 2)
    return size, Box(x - side, y - side, 2 * side, 2 * side)


def _step(step: tuple[int, int] | tuple[int, float, float], box: Box) -> PathStep:
    if len(step) == 2:
        return step[0] - box.x, step[1] - box.y
    radius, start, sweep = step
    return Arc(radius, radius, round(((start - 90) % 360) * 60_000), round(sweep * 60_000))
