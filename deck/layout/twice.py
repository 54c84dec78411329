"""Slots that say what others of the slide say, each for templates of another kind: only one of both is shown."""

from __future__ import annotations

from collections.abc import Iterator

from deck.layout.mould import Mould
from deck.presentation import CONTACT, FIGURES, Diagram, Slot, Text


def said_twice(slots: tuple[Slot, ...], mould: Mould) -> frozenset[str]:
    """The ids of the slots that are left out: drawn frames to fill in, and a drawn contact, where the template has placeholders
    for what is written there; else the lines of the contact. A contact that says more than its lines do stands instead of
    them: several people, or what its owner wrote when it was drawn."""
    return frozenset(_twice(slots, {name: seat.spot.placeholder is not None for name, seat in mould.seats}))


def _twice(slots: tuple[Slot, ...], places: dict[str, bool]) -> Iterator[str]:
    for slot in slots:
        if not isinstance(slot.block, Diagram):
            continue
        if slot.block.form == "frames" and FIGURES[0] in places:
            yield slot.id
        if slot.block.form == "pairs":
            lines = {other.id: other.block.text for other in slots if other.role in CONTACT and isinstance(other.block, Text)}
            drawn = {item.text for item in slot.block.items if item.text}
            if lines and places.get(CONTACT[0]) and drawn <= set(lines.values()):
                yield slot.id
            else:
                yield from (name for name, words in lines.items() if not words or words in drawn)


def drawn_instead(slots: tuple[Slot, ...], mould: Mould, own: frozenset[str]) -> bool:
    """Whether a drawn block stands instead of all the lines that only this kind of slide has (`own`, by role): it has no use
    for their layout then."""
    lines = {slot.id for slot in slots if slot.role in own}
    return bool(lines) and lines <= said_twice(slots, mould)


__all__ = ["drawn_instead", "said_twice"]
