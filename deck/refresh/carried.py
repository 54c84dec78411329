"""Drawn blocks that bore their owner's hand when the deck moved into another look, remembered from then on: beside what we would
draw there, neither colours nor measures tell any more whose they are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from deck.presentation import Presentation, Table, Text
from deck.refresh.guard import Touch
from deck.refresh.keeping import kept_names, names_kept
from deck.refresh.touched import Touched

KEY = "carried"
"""Where the manifest remembers them."""
Slots = frozenset[tuple[str, str]]


def by_hand(now: Presentation, marks: Touched, told: Iterable[Touch]) -> Slots:
    """(slide, slot) of the blocks of `now`, drawn and no words nor tables, that bear their owner's hand."""
    found = {*marks.slots, *((slide, slot) for slide, slot, _part in marks.parts)}
    found |= {(item.slide, item.where) for item in told}
    return frozenset(
        (slide.id, slot.id)
        for slide in now.slides
        for slot in slide.slots
        if (slide.id, slot.id) in found and not isinstance(slot.block, (Text, Table))
    )


def with_carried(marks: Touched, carried: Slots, now: Presentation) -> Touched:
    """With those that are still in the deck."""
    there = {(slide.id, slot.id) for slide in now.slides for slot in slide.slots} & carried
    return Touched(marks.slides | {slide for slide, _slot in there}, marks.slots | there, marks.parts) if there else marks


def remembered(extra: Mapping[str, Any]) -> Slots:
    """As the manifest has them; none where that is damaged."""
    names = (item.partition("/") for item in names_kept(extra, KEY))
    return frozenset((slide, slot) for slide, sign, slot in names if sign)


def to_remember(carried: Collection[tuple[str, str]]) -> dict[str, str]:
    """What goes into the manifest: by name, as all that it remembers."""
    return kept_names(KEY, [f"{slide}/{slot}" for slide, slot in carried])


__all__ = ["KEY", "Slots", "by_hand", "remembered", "to_remember", "with_carried"]
