"""Where a deck remembers its slots to stand: where we put them, then or now."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from deck.geometry import Box
from deck.pptx.manifest import PlacedBoxes
from deck.pptx.reader import shown_on
from deck.presentation import Presentation
from deck.refresh.pages import Page, near

NOWHERE = (0, 0, 0, 0)


def placed_after(
    before: PlacedBoxes,
    base: Presentation,
    now: Presentation,
    fresh: PlacedBoxes,
    pages: Mapping[str, Sequence[Page]],
    ours: Collection[tuple[str, str]] = (),
) -> PlacedBoxes:
    """Where the slots stand, and where those stood that their owner took away, or would not have (NOWHERE). What the template
    never had a place for is not taken away, and counts as said. `before`: as the deck remembered it; `fresh`: where we would put
    them; `pages`: of the new file. What stands there where we put it once, though we would put it elsewhere now, is where we
    put it; so is a slot of `ours` (slide, slot), that no hand has touched, wherever it stands."""
    placed = {page: dict(boxes) for page, boxes in fresh.items()}
    for item in (item for group in pages.values() for item in group):
        for slot, box in before.get(item.id, {}).items():
            shape = item.shape(slot) if slot in placed.get(item.id, {}) else None
            stands = item.box(shape) if shape is not None else None
            if stands is not None and near(stands, Box(*box)):
                placed[item.id][slot] = box
        # A page that stays, and that we would not need today, has what the slide's others have.
        known = placed.get(item.id, placed.get(item.piece.slide, {}))
        for slot in known.keys() & {slot for slide, slot in ours if slide == item.piece.slide}:
            shape = item.shape(slot)
            stands = item.box(shape) if shape is not None else None
            if stands is not None and (item.id not in placed or not near(stands, Box(*known[slot]))):
                placed.setdefault(item.id, {})[slot] = (stands.x, stands.y, stands.w, stands.h)
    for page, boxes in before.items():
        name = page.partition("#")[0]
        was, kept = base.slide(name), now.slide(name)
        if was is None or kept is None:
            continue
        gone = {slot.id for slot in was.slots} - {slot.id for slot in kept.slots}
        held = placed.setdefault(page if page in placed else name, {})
        stood = shown_on(before, name)
        for slot in gone - held.keys():
            if slot in boxes or (page == name and slot not in stood):
                held[slot] = boxes.get(slot, NOWHERE)
    return placed


__all__ = ["NOWHERE", "placed_after"]
