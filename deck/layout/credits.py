"""Whose a picture is, in words under it: the picture's frame gives way, and the words stand flush with the picture itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from deck.geometry import Box, pt
from deck.layout.context import Context
from deck.layout.figures import framed
from deck.layout.lines import NO_INSETS, plain_style
from deck.layout.mould import Seat
from deck.layout.shapes import height
from deck.presentation import Picture, Slot, Text, credited
from deck.template.model import Spot, TextStyle

AIR = pt(4)
MOST = 0.3
"""How much of the frame the words may take."""


def with_credits(slots: tuple[Slot, ...], seats: Mapping[str, Seat], context: Context) -> dict[str, Seat]:
    """The seats, those of pictures smaller, and one for the words under each. Role → seat."""
    found = dict(seats)
    for slot in slots:
        frame = found.get(credited(slot.role))
        if frame is None or not isinstance(slot.block, Text):
            continue
        spot = frame.spot
        picture = next((other.block for other in slots if other.role == credited(slot.role)), None)
        upper, lower = _parted(spot.box, picture if isinstance(picture, Picture) else None, slot.block.text, context)
        style = credit_style(context.face, context.minimum)
        found[credited(slot.role)] = replace(frame, spot=replace(spot, box=upper))
        # In no placeholder: words there have the look's colour, whatever the frame's own would be.
        found[slot.role] = Seat(Spot(slot.role, placeholder=None, box=lower, style=style, palette=spot.palette), frame.look, ())
    return found


def credit_style(font: str, size: float) -> TextStyle:
    """How the words stand: at one size, in points, flush with the picture."""
    style = plain_style(font, insets=NO_INSETS)
    return replace(style, levels=tuple(replace(level, size_pt=size) for level in style.levels), anchor="t")


def _parted(box: Box, picture: Picture | None, words: str, context: Context) -> tuple[Box, Box]:
    """The picture's part of its frame, and the words' under the picture."""
    most = round(box.h * MOST)
    left, width = box.x, box.w
    tall = min(height(words, context.body_font, context.minimum, width) or most, most)
    while True:
        upper = Box(box.x, box.y, box.w, box.h - tall - AIR)
        drawn = framed(picture, upper)[0] if picture is not None else upper
        left = drawn.x
        needed = min(height(words, context.body_font, context.minimum, box.right - left) or most, most)
        if needed <= tall:
            return upper, Box(left, drawn.bottom + AIR, box.right - left, tall)
        tall = needed
