"""What a slide says twice, once for templates with placeholders for it and once drawn, of which a deck shows one: the other
follows it, and nothing is told of it. Today that is whom to ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from deck.pptx.manifest import PlacedBoxes
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


def rebased(base: Presentation, wanted: Presentation, merged: Presentation, hidden: Unseen) -> Presentation:
    """`base`, from which the next refresh begins, in a look that shows the other of the two: what is shown now began as the
    guidance has it (`wanted`), for what its owner wrote came over from what was shown before; what is not shown follows."""
    slides = []
    for slide in base.slides:
        theirs, now = wanted.slide(slide.id), merged.slide(slide.id)
        slides.append(_again(slide, theirs, now, hidden) if theirs is not None and now is not None else slide)
    return replace(base, slides=tuple(slides))


def _again(slide: Slide, theirs: Slide, now: Slide, hidden: Unseen) -> Slide:
    drawn = _drawn(theirs)
    if drawn is None:
        return slide
    fresh = {slot.id: slot for slot in _followed(theirs, now, hidden).slots if slot.id == drawn.id or slot.role in CONTACT}
    return replace(slide, slots=tuple(fresh.get(slot.id, slot) for slot in slide.slots))


def placed_once(placed: PlacedBoxes, now: Presentation, pages: Mapping[str, Sequence[Page]]) -> PlacedBoxes:
    """Where slots stand, without the lines in whose stead the block goes on being drawn: nobody took them away."""
    found = {page: dict(boxes) for page, boxes in placed.items()}
    for slide in now.slides:
        drawn = _drawn(slide)
        lines = [slot.id for slot in slide.slots if slot.role in CONTACT]
        for page in pages.get(slide.id, ()) if drawn is not None else ():
            if drawn is not None and page.shape(drawn.id) is not None:
                gone = {name for name in lines if page.shape(name) is None}
                found |= {page.id: {name: box for name, box in found.get(page.id, {}).items() if name not in gone}}
    return found


def _drawn(slide: Slide) -> Slot | None:
    """The block that says what a slide's lines of contact say."""
    found = next((slot for slot in slide.slots if isinstance(slot.block, Diagram) and slot.block.form == "pairs"), None)
    lines = {_key(slot) for slot in slide.slots if slot.role in CONTACT}
    return found if lines & {item.id for item in _items(found)} else None


def _followed(slide: Slide, merged: Slide, hidden: Unseen) -> Slide:
    drawn, lines = _drawn(slide), [slot for slot in slide.slots if slot.role in CONTACT]
    if drawn is None:
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


__all__ = ["Unseen", "followed", "placed_once", "rebased", "unseen"]
