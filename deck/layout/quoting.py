"""A quote and whose it is, kept together, and apart: in a template without a place for the latter the two stand in one box, each
as high as its words, so that no hole is between them; in one with a place for both there is air between the words."""

from __future__ import annotations

from collections.abc import Sequence

from deck.geometry import Box, pt
from deck.layout.context import ChosenSpot
from deck.layout.fitting import level_sizes
from deck.layout.lines import measure_text
from deck.layout.texts import largest, text_room
from deck.presentation import Slot, Text

AIR = pt(14)
"""Between the quote and the words under it."""
HALF = 0.6
"""Half a line, by its size."""
ABOVE = 0.3
"""The share of the spare room that is above the quote."""
QUOTE, WHOSE = "quote", "attribution"


def gathered(slots: Sequence[Slot], places: dict[str, ChosenSpot], tops: dict[str, float | None]) -> None:
    """The places and sizes of a quote and of whose it is, where these stand under each other in boxes of ours."""
    quote, whose = _pair(slots)
    if quote is None or whose is None or places[whose.id].spot.placeholder is not None:
        return
    upper, lower = places[quote.id].spot.box, places[whose.id].spot.box
    if upper.bottom > lower.y or lower.x not in (upper.x, upper.x + places[quote.id].spot.style.insets.left):
        return
    whole = Box(upper.x, upper.y, upper.w, lower.bottom - upper.y)
    second = _standing(whose, places[whose.id].within(Box(lower.x, whole.y, lower.w, whole.h)))
    if second is None or second[1] >= whole.h - AIR:
        return
    room = Box(whole.x, whole.y, whole.w, whole.h - second[1] - AIR)
    first = _standing(quote, places[quote.id].within(room))
    if first is None:
        return
    y = whole.y + round((room.h - first[1]) * ABOVE)
    places[quote.id] = places[quote.id].within(Box(whole.x, y, whole.w, first[1]))
    places[whose.id] = places[whose.id].within(Box(lower.x, y + first[1] + AIR, lower.w, second[1]))
    tops[quote.id], tops[whose.id] = first[0], second[0]


def _pair(slots: Sequence[Slot]) -> tuple[Slot | None, Slot | None]:
    by_role = {slot.role: slot for slot in slots if isinstance(slot.block, Text)}
    return by_role.get(QUOTE), by_role.get(WHOSE)


def aired(slots: Sequence[Slot], places: dict[str, ChosenSpot], tops: dict[str, float | None]) -> None:
    """Half a line between a quote's last line and whose it is, where that has its own place in the template: a quote that fills
    its place down to there gives that up."""
    quote, whose = _pair(slots)
    if quote is None or whose is None or places[whose.id].spot.placeholder is None or not (size := tops.get(quote.id)):
        return
    place, under = places[quote.id], places[whose.id]
    # What does not fit its place begins at the top of it.
    gap = _words(whose, under, tops.get(whose.id) or under.context.minimum)[0] - _words(quote, place, size)[1]
    lack = pt(HALF * size) - gap
    box, centred = place.spot.box, place.spot.style.anchor == "ctr"
    # Beside each other, or the other way round, they are parted already.
    if lack <= 0 or gap < -pt(size):
        return
    less = place.within(Box(box.x, box.y, box.w, max(box.h - lack * (1 + centred), 0)))
    found = _standing(quote, less)
    if found is not None:
        places[quote.id], tops[quote.id] = less, found[0]


def _words(slot: Slot, place: ChosenSpot, top: float) -> tuple[int, int]:
    """Where words of a size in points begin and end in their place, in EMU."""
    box, style, high = place.spot.box, place.spot.style, _high(slot, place, top)
    y = box.y + {"ctr": (box.h - high) // 2, "b": box.h - high}.get(style.anchor, 0)
    return y + style.insets.top, y + high - style.insets.bottom


def _standing(slot: Slot, place: ChosenSpot) -> tuple[float, int] | None:
    """The size in points of the words in a place, and the height in EMU that they then take, with their insets."""
    assert isinstance(slot.block, Text)
    top = largest(slot.block, place)
    return None if top is None else (top, _high(slot, place, top))


def _high(slot: Slot, place: ChosenSpot, top: float) -> int:
    assert isinstance(slot.block, Text)
    seat = text_room(place)
    sizes = level_sizes(seat.style, top, place.context.minimum)
    # In a box of ours all paragraphs stand as the first level does (put).
    level = seat.style.levels[0] if seat.placeholder is None else None
    spacing, before = (level.line_spacing, level.space_before_pt) if level is not None else (None, None)
    found = measure_text(slot.block.paragraphs, seat.style, sizes, seat.width, bold=seat.bold, spacing=spacing, before=before)
    return min(pt(found.height + 2) + seat.style.insets.top + seat.style.insets.bottom, place.spot.box.h)


__all__ = ["aired", "gathered"]
