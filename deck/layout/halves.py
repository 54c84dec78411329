"""A map or a code beside words: they have seven columns of twelve. A map goes on to the slide's edge where nothing stands in
its way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from deck.geometry import Box
from deck.layout.mould import Mould, Seat
from deck.presentation import Map, QrCode, Slot

WORDS, MORE, GAP = 0.554, 0.66, 0.031
"""The shares of both halves' width that the words have (7 of 12 columns, less a gutter), that they have where they
would go on to another page else, and that is between them and the map."""
MARGIN = 0.1
"""The share of the slide's width that a margin has at most: what is wider is a column of the template's own."""
ALIKE = 0.08
"""By how large a share halves may differ and still be halves."""
ON = 0.9
"""The share of a box that is on a card, for it to end with the card."""
FIELD = 0.01
"""The share of a box that is on another colour than the rest, from which it lies across an edge."""


def with_bleed(slots: tuple[Slot, ...], seats: Mapping[str, Seat], mould: Mould, share: float = WORDS) -> dict[str, Seat]:
    """The seats, those of a map or code and of what stands beside it in the other half newly parted; as they were where the slide
    is otherwise, or, for a map, where the template has something of its own in the margin. `share`: of the width for the words;
    one that is more than they have as a rule is given to them though the margin is not free."""
    found = dict(seats)
    panels = [slot.role for slot in slots if (isinstance(slot.block, Map) and not slot.block.named) or _code(slot)]
    if sorted(role for role in found if role in ("left", "right")) != ["left", "right"] or len(panels) != 1:
        return found
    panel = panels[0]
    if panel not in ("left", "right"):
        return found
    words = "left" if panel == "right" else "right"
    boxes = found[words].spot.box, found[panel].spot.box
    if _carded(*boxes, mould):
        return found
    if any(slot.role == panel and _code(slot) for slot in slots):
        parted = parted_at(*boxes)
    else:
        parted = bled(*boxes, mould, share) or (parted_at(*boxes, share) if share > WORDS else None)
    if parted is not None:
        for role, box in zip((words, panel), parted, strict=True):
            found[role] = replace(found[role], spot=replace(found[role].spot, box=box))
    return found


def may_give(slots: tuple[Slot, ...]) -> bool:
    """Whether a map stands beside what may need more room than it."""
    return any(isinstance(slot.block, Map) and not slot.block.named and slot.role in ("left", "right") for slot in slots)


def _carded(words: Box, panel: Box, mould: Mould) -> bool:
    """Whether each half has a card of its own: neither goes on into the other's."""
    own = [card for card in (*mould.cards, *mould.panels) if card.overlaps(words) != card.overlaps(panel)]
    return any(box.intersection(card).area >= ON * box.area for card in own for box in (words, panel))


def _code(slot: Slot) -> bool:
    return isinstance(slot.block, QrCode)


def parted_at(words: Box, panel: Box, share: float = WORDS) -> tuple[Box, Box] | None:
    """Where words and what needs less room than they stand; None where they stay. Boxes in EMU."""
    left, right = sorted((words, panel), key=lambda box: box.x)
    if not _halves(left, right):
        return None
    whole = right.right - left.x
    room, gap = round(whole * share), round(whole * GAP)
    if panel is right:
        return Box(left.x, words.y, room, words.h), Box(left.x + room + gap, panel.y, whole - room - gap, panel.h)
    return Box(right.right - room, words.y, room, words.h), Box(left.x, panel.y, whole - room - gap, panel.h)


def _halves(left: Box, right: Box) -> bool:
    """Whether two boxes stand side by side, alike."""
    level = abs(left.y - right.y) < ALIKE * left.h and abs(left.h - right.h) < ALIKE * left.h
    return level and left.right <= right.x and abs(left.w - right.w) <= ALIKE * left.w


def _ends_in(field: Box, box: Box) -> bool:
    """Whether a field of another colour ends within the box: a card, a column at the side."""
    return FIELD * box.area < box.intersection(field).area < (1 - FIELD) * box.area


def bled(words: Box, panel: Box, mould: Mould, share: float = WORDS) -> tuple[Box, Box] | None:
    """Where words and panel stand then; None where they stay. Boxes in EMU."""
    left, right = sorted((words, panel), key=lambda box: box.x)
    whole = Box(left.x, left.y, right.right - left.x, left.h)
    if not _halves(left, right):
        return None
    margins = Box(0, panel.y, left.x, panel.h), Box(right.right, panel.y, mould.size[0] - right.right, panel.h)
    margin = margins[1] if panel is right else margins[0]
    if not 0 < margin.w <= MARGIN * mould.size[0] or any(margin.overlaps(box, 1) for box in (*mould.obstacles, *mould.holders)):
        return None
    if any(_ends_in(field, margin.union(panel)) for field in mould.panels):
        return None
    cards = (card for card in mould.cards if card.intersection(panel).area >= ON * panel.area)
    if any(margin.x < card.x or margin.right > card.right for card in cards):
        return None
    room, gap = round(whole.w * share), round(whole.w * GAP)
    rest = whole.w - room - gap + margin.w
    if panel is right:
        return Box(whole.x, words.y, room, words.h), Box(whole.x + room + gap, panel.y, rest, panel.h)
    return Box(whole.right - room, words.y, room, words.h), Box(0, panel.y, rest, panel.h)
