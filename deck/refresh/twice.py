"""What a slide says twice, once for templates with placeholders for it and once drawn, of which a deck shows one: the other
follows it, and nothing is told of it. Today that is whom to ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from deck.presentation import CONTACT, Diagram, Item, Paragraph, Presentation, Run, Slide, Slot, Text, text
from deck.refresh.pages import Page

Unseen = frozenset[tuple[str, str]]
"""(slide, slot) that a deck does not show."""


def unseen(mine: Presentation, pages: Mapping[str, Sequence[Page]]) -> Unseen:
    """The slots that are on no page, and that we put on none."""
    return frozenset(
        (slide.id, slot.id)
        for slide in mine.slides
        if (here := pages.get(slide.id))
        for slot in slide.slots
        if not any(slot.id in page.placed or page.shape(slot.id) is not None for page in here)
    )


def followed(theirs: Presentation, merged: Presentation, hidden: Unseen) -> Presentation:
    """`theirs`, where what is not shown says what the merged deck says where it is shown."""
    slides = tuple(
        _followed(slide, now, hidden) if (now := merged.slide(slide.id)) is not None else slide for slide in theirs.slides
    )
    return replace(theirs, slides=slides) if slides != theirs.slides else theirs


def _followed(slide: Slide, merged: Slide, hidden: Unseen) -> Slide:
    drawn = next((slot for slot in slide.slots if isinstance(slot.block, Diagram) and slot.block.form == "pairs"), None)
    lines = [slot for slot in slide.slots if slot.role in CONTACT]
    if drawn is None or not lines or not {item.id for item in _items(drawn)} & {_key(slot) for slot in lines}:
        return slide
    if (slide.id, drawn.id) in hidden:
        said = {_key(slot): slot.block for slot in merged.slots if slot.role in CONTACT and isinstance(slot.block, Text)}
        items = tuple(_item(item, said[item.id]) if item.id in said else item for item in _items(drawn))
        new = {drawn.id: replace(drawn, block=replace(drawn.block, items=items))}  # type: ignore[type-var]
    elif all((slide.id, slot.id) in hidden for slot in lines):
        shown = {item.id: item for item in _items(merged.slot(drawn.id))}
        new = {slot.id: replace(slot, block=_line(slot, shown[_key(slot)])) for slot in lines if _key(slot) in shown}
    else:
        return slide
    return replace(slide, slots=tuple(new.get(slot.id, slot) for slot in slide.slots))


def _key(slot: Slot) -> str:
    return slot.role.rpartition("-")[2]


def _items(slot: Slot | None) -> tuple[Item, ...]:
    return slot.block.items if slot is not None and isinstance(slot.block, Diagram) else ()


def _item(item: Item, line: Text) -> Item:
    if line.text == item.text:
        return item
    return replace(item, text=line.text, link=next((run.link for part in line.paragraphs for run in part.runs if run.link), None))


def _line(slot: Slot, item: Item) -> Text:
    if isinstance(slot.block, Text) and slot.block.text == item.text:
        return slot.block
    return Text((Paragraph((Run(item.text, link=item.link),)),)) if item.text else text("")


__all__ = ["Unseen", "followed", "unseen"]
