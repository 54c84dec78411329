"""Where a slide's words come from, in one line in one place: the template's own, else a band at the foot of what the slide
holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from deck.geometry import Box, pt
from deck.layout.context import Context
from deck.layout.lines import NO_INSETS, plain_style
from deck.layout.mould import Mould, Seat
from deck.presentation import FROM, Slot
from deck.template.model import Spot, TextStyle

FROM_PT = 12.0
"""Points: read by those who ask, not from the back of the room."""
LEAST_LEFT = 0.75
"""The share of its height that a place must keep, or be moved up whole."""
LEAST_WIDE = 0.6
"""The share of the safe area's width that the line has at least."""
BAND = pt(21)
"""Its height on a common slide: 28 px of 720."""


def for_role(role: str, context: Context) -> Context:
    """The context with the least size that words of a role may have."""
    return replace(context, minimum=FROM_PT * context.scale) if role == FROM else context


def with_source(slots: tuple[Slot, ...], seats: Mapping[str, Seat], mould: Mould, context: Context) -> dict[str, Seat]:
    """The seats, and one for the source line where a slide has it and its layout has no place for it: the lowest band of the
    safe area,
    which the others give up."""
    found = dict(seats)
    if FROM in found or not any(slot.role == FROM for slot in slots):
        return found
    tall = round(BAND * context.scale)
    safe = mould.safe
    band = _band(safe, tall, mould)
    for name, seat in seats.items():
        box = seat.spot.box
        if name != "title" and box.overlaps(band, 1):
            found[name] = _at(seat, Box(box.x, box.y, box.w, max(band.y - box.y, 1)))
            if found[name].spot.box.h < LEAST_LEFT * box.h:
                _moved_up(name, box, band, found)
    spot = Spot(
        FROM, placeholder=None, box=band, style=source_style(context.body_font, context.scale), palette=mould.rest.spot.palette
    )
    found[FROM] = Seat(spot, mould.rest.look, ())
    return found


def _band(safe: Box, tall: int, mould: Mould) -> Box:
    """The lowest band clear of decorations in the lower part of the safe area: beside or above what stands at its foot."""
    foot = Box(safe.x, safe.bottom - tall, safe.w, tall)
    blocks = [box for box in mould.obstacles if box.overlaps(Box(safe.x, safe.y + safe.h // 2, safe.w, safe.h - safe.h // 2), 1)]
    for bottom in sorted({safe.bottom, *(box.y for box in blocks)}, reverse=True):
        band = Box(safe.x, bottom - tall, safe.w, tall)
        near = [box for box in blocks if box.overlaps(band, 1)]
        if safe.contains(band, 1) and band.y >= safe.y + safe.h // 2:
            left = max([band.x, *(box.right for box in near if box.x <= band.x)])
            right = min([band.right, *(box.x for box in near if box.x > band.x)])
            if right - left >= LEAST_WIDE * band.w:
                return Box(left, band.y, right - left, tall)
    return foot


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


def source_style(font: str, scale: float) -> TextStyle:
    """How the line is set where the template does not say."""
    style = plain_style(font, insets=NO_INSETS)
    return replace(style, levels=tuple(replace(level, size_pt=FROM_PT * scale) for level in style.levels), anchor="b")
