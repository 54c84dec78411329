"""Where a slide's words come from, in one line in one place: the template's own, else a band at the foot of what the slide
holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from deck.geometry import Box
from deck.layout.context import Context
from deck.layout.mould import Mould, Seat
from deck.layout.plates import plate_room
from deck.layout.shapes import line_width
from deck.presentation import FROM, Slot, Text
from deck.template.foot import FROM_PT

SLACK = 1.1
"""How much wider than measured its words may be, in a font that is wider than the one they are measured in."""
LEAST_LEFT = 0.75
"""The share of its height that a place must keep, or be moved up whole."""


def for_role(role: str, context: Context) -> Context:
    """The context with the least size that words of a role may have."""
    return replace(context, minimum=FROM_PT * context.scale) if role == FROM else context


def with_source(slots: tuple[Slot, ...], seats: Mapping[str, Seat], mould: Mould) -> dict[str, Seat]:
    """The seats, and one for the source line where a slide has it and its layout has no place for it: the lowest band of the
    safe area,
    which the others give up."""
    found = dict(seats)
    if FROM in found or not any(slot.role == FROM for slot in slots):
        return found
    band = mould.foot.spot.box
    for name, seat in seats.items():
        box = seat.spot.box
        if name != "title" and box.overlaps(band, 1):
            found[name] = _at(seat, Box(box.x, box.y, box.w, max(band.y - box.y, 1)))
            if found[name].spot.box.h < LEAST_LEFT * box.h:
                _moved_up(name, box, band, found)
    found[FROM] = _bordered(mould.foot, mould, next(slot for slot in slots if slot.role == FROM))
    return found


def _bordered(seat: Seat, mould: Mould, slot: Slot) -> Seat:
    """A line on a plate does not touch its edges, stands where it would without, and its plate is no wider than the words ask
    for: a strip across an empty slide."""
    spot, insets = seat.spot, seat.spot.style.insets
    if spot.plate is None:
        return seat
    box = plate_room(spot.box, mould.size, (*mould.obstacles, *mould.furniture))
    left, right = insets.left + spot.box.x - box.x, insets.right + box.right - spot.box.right
    level = spot.style.levels[0]
    if isinstance(slot.block, Text) and len(slot.block.paragraphs) == 1 and level.align == "l":
        words = line_width(slot.block.paragraphs[0].text, level.font, level.size_pt, bold=level.bold)
        box = Box(box.x, box.y, min(box.w, left + round(SLACK * words) + max(left, right)), box.h)
    return replace(seat, spot=replace(spot, box=box, style=replace(spot.style, insets=replace(insets, left=left, right=right))))


def _at(seat: Seat, box: Box) -> Seat:
    return replace(seat, spot=replace(seat.spot, box=box))


def _moved_up(name: str, box: Box, band: Box, found: dict[str, Seat]) -> None:
    """A low place keeps its height and stands above the band; what stands over it gives up as much, if that is a high one."""
    lifted = Box(box.x, band.y - box.h, box.w, box.h)
    above = [other for other, seat in found.items() if other not in (name, "title") and seat.spot.box.overlaps(lifted, 1)]
    if all(lifted.y - found[other].spot.box.y >= box.h for other in above):
        found[name] = _at(found[name], lifted)
        for other in above:
            high = found[other].spot.box
            found[other] = _at(found[other], Box(high.x, high.y, high.w, lifted.y - high.y))
