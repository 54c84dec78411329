"""A sender's own rows, items, goals and contacts have no ids but their number: they are known again by what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from deck.presentation import Diagram, Item, Presentation, Row, Slide, Slot, Table
from deck.refresh.sequence import align

_NUMBERED = re.compile(r"(goal-|contact-|i|r)[1-9]\d*")


def known_again(base: Presentation, theirs: Presentation) -> Presentation:
    """`theirs`, where what the sender gave without an id has the one that it had, wherever it stands in its list now; so what an
    owner put beside it stays beside it. What is new gets an id that nothing had."""
    slides = tuple(_slide(base.slide(slide.id), slide) for slide in theirs.slides)
    return replace(theirs, slides=slides) if slides != theirs.slides else theirs


def _slide(was: Slide | None, slide: Slide) -> Slide:
    if was is None:
        return slide
    slots = tuple(_slot(was.slot(slot.id), slot) for slot in slide.slots)
    return replace(slide, slots=slots) if slots != slide.slots else slide


def _slot(was: Slot | None, slot: Slot) -> Slot:
    old, new = was.block if was is not None else None, slot.block
    if isinstance(old, Table) and isinstance(new, Table):
        ids = _ids([(row.id, _head(row)) for row in old.rows[1:]], [(row.id, _head(row)) for row in new.rows[1:]])
        return replace(slot, block=replace(new, rows=(*new.rows[:1], *_renamed(new.rows[1:], ids)))) if ids else slot
    if isinstance(old, Diagram) and isinstance(new, Diagram):
        ids = _ids([(item.id, _words(item)) for item in old.items], [(item.id, _words(item)) for item in new.items])
        items = (replace(item, id=name) for item, name in zip(new.items, ids, strict=False))
        return replace(slot, block=replace(new, items=tuple(items))) if ids else slot
    return slot


def _renamed(rows: Sequence[Row], ids: Sequence[str]) -> Iterator[Row]:
    return (replace(row, id=name) for row, name in zip(rows, ids, strict=True))


def _ids(old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> list[str]:
    """What the new ones are called; nothing where they have ids of their own, or are called so already."""
    kinds = {found[1] if (found := _NUMBERED.fullmatch(name)) else "" for name, _said in (*old, *new)}
    if len(kinds) != 1 or "" in kinds or not old:
        return []
    found = align(old, new, lambda one: one[1], lambda one: one[1])
    names = {j: old[i][0] for j, i in found.items()}
    (kind,) = kinds
    highest = max(int(name.removeprefix(kind)) for name, _said in old)
    free = (f"{kind}{n}" for n in count(highest + 1))
    known = {name for name, _said in old}
    for j, (name, _said) in enumerate(new):
        if j not in names:
            names[j] = name if name not in known and name not in names.values() else next(free)
    ids = [names[j] for j in range(len(new))]
    return ids if ids != [name for name, _said in new] else []


def _words(item: Item) -> str:
    """What it is called, which is less likely to change than the rest; its number in the list is none of its words."""
    return next((words for words in (item.title, item.key, item.text) if words and not words.isdigit()), "")


def _head(row: Row) -> str:
    return next((words for cell in row.cells if (words := cell.text)), "")


__all__ = ["known_again"]
