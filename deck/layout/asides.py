"""Lines beside the main words, such as who speaks and which part this is, in a template that has no place for them: a band of
what stands beside them, for words that somebody has given are never left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from deck.geometry import Box, pt
from deck.layout.context import Context
from deck.layout.lines import NO_INSETS, plain_style
from deck.layout.mould import Mould, Seat
from deck.layout.zone import line_of
from deck.presentation import OCCASION, Slot, Text
from deck.template.model import Spot, TextStyle

ASIDES: Mapping[str, tuple[tuple[str, ...], bool]] = {
    "part": (("object", "title"), True),
    **dict.fromkeys(OCCASION, (("subtitle", "title"), False)),
    "subtitle": (("body", "object"), False),
}
"""Role → whose room it takes, the one with most to give, and whether it is the upper end of that."""
SIZE_PT = 20.0
LEAST_LEFT = 0.5
"""The share of its height that a place keeps at least, if another has more to give."""


def without_place(slots: tuple[Slot, ...], mould: Mould) -> frozenset[str]:
    """The roles of asides that the mould has no seat for. A subtitle is one only where there is something under the title."""
    known = dict(mould.seats)
    roles = {slot.role for slot in slots}
    return frozenset(
        slot.role
        for slot in slots
        if slot.role in ASIDES and slot.role not in known and isinstance(slot.block, Text) and roles & {*ASIDES[slot.role][0]}
    )


def with_asides(slots: tuple[Slot, ...], seats: Mapping[str, Seat], mould: Mould, context: Context) -> dict[str, Seat]:
    """The seats, and one for each aside without a place: a band that another gives up."""
    found = dict(seats)
    without = without_place(slots, mould)
    waiting = [(slot, slot.block) for slot in slots if slot.role in without and isinstance(slot.block, Text)]
    together = [item for item in waiting if item[0].role in OCCASION]
    # Who speaks, where and when stand under each other in one band.
    for group in ([[item] for item in waiting if item not in together]) + ([together] if together else []):
        hosts, above = ASIDES[group[0][0].role]
        size = max(SIZE_PT * context.scale, context.minimum)
        rooms = [line_of(size) * max(_lines(block), 1) + pt(8) for _slot, block in group]
        room = sum(rooms)
        host = max(
            (name for name in hosts if name in found), key=lambda name: _worth(found[name].spot.box, room, hosts.index(name))
        )
        seat = found[host]
        band, rest = _cut(seat.spot.box, room, above)
        found[host] = replace(seat, spot=replace(seat.spot, box=rest))
        top = band.y
        for (slot, _block), tall in zip(group, rooms, strict=True):
            spot = Spot(
                slot.role,
                placeholder=None,
                box=Box(band.x, top, band.w, tall),
                style=aside_style(context.face, size, above),
                palette=mould.rest.spot.palette,
            )
            top += tall
            found[slot.role] = Seat(spot, mould.rest.look, mould.rest.reads)
    return found


def _lines(text: Text) -> int:
    return sum(1 for paragraph in text.paragraphs if paragraph.text)


def _worth(box: Box, room: int, order: int) -> tuple[bool, int]:
    """Places that keep enough, the first named; else the highest."""
    enough = box.h - room >= box.h * LEAST_LEFT
    return enough, -order if enough else box.h


def _cut(box: Box, room: int, above: bool) -> tuple[Box, Box]:
    room = min(room, box.h - 1)
    if above:
        return Box(box.x, box.y, box.w, room), Box(box.x, box.y + room, box.w, box.h - room)
    return Box(box.x, box.bottom - room, box.w, room), Box(box.x, box.y, box.w, box.h - room)


def aside_style(font: str, size: float, above: bool) -> TextStyle:
    """How an aside is set where the template does not say."""
    style = plain_style(font, insets=NO_INSETS)
    return replace(style, levels=tuple(replace(level, size_pt=size) for level in style.levels), anchor="t" if above else "b")


__all__ = ["ASIDES", "SIZE_PT", "aside_style", "with_asides", "without_place"]
