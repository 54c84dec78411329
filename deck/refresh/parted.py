"""One slot's words that the guidance now says in several: who speaks, where and when had one placeholder, and have three; whom
to ask was drawn as pairs, and has a placeholder for each thing."""

from __future__ import annotations

from dataclasses import replace

from deck.presentation import CONTACT, OCCASION, Presentation, Slide, Text, text


def parted(base: Presentation, mine: Presentation, theirs: Presentation) -> Presentation:
    """`theirs`, where new slots say what a slot of the base said and its owner has changed or taken away: there that slot stays
    as it was, so that the owner's stands whole, and the new ones wait for words. Else they would say anew what is gone."""
    slides = tuple(_parted(base.slide(slide.id), mine.slide(slide.id), slide) for slide in theirs.slides)
    return replace(theirs, slides=slides) if slides != theirs.slides else theirs


def _parted(base: Slide | None, mine: Slide | None, theirs: Slide) -> Slide:
    if base is not None and _drawn(base, theirs):
        return replace(theirs, kind=base.kind, slots=tuple(slot for slot in theirs.slots if slot.role not in CONTACT))
    was = _words(base, OCCASION[0])
    if base is None or mine is None or not was:
        return theirs
    # An empty one in the base was made so here, by an earlier refresh.
    new = {slot.id for slot in theirs.slots if slot.role in OCCASION and not _words(base, slot.id)}
    moved = {name: words for name in new if (words := _words(theirs, name)) and words in was}
    now = _words(mine, OCCASION[0])
    if all(words in now for words in moved.values()):
        return theirs
    old = base.slot(OCCASION[0])
    slots = (
        old if old is not None and slot.id == old.id else replace(slot, block=text("")) if slot.id in moved else slot
        for slot in theirs.slots
    )
    return replace(theirs, slots=tuple(slots))


def _drawn(base: Slide, theirs: Slide) -> bool:
    """Whether the contact is in a deck from before, which has no lines of it: there it goes on being drawn, for what its owner
    wrote there, and a template's own place for it, are of that form."""
    before, now = (any(slot.role in CONTACT for slot in slide.slots) for slide in (base, theirs))
    return now and not before


def _words(slide: Slide | None, slot_id: str) -> str:
    slot = slide.slot(slot_id) if slide is not None else None
    return slot.block.text if slot is not None and isinstance(slot.block, Text) else ""


__all__ = ["parted"]
