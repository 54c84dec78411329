"""Blocks that their owner keeps in a form that the guidance has left: the base has come past them, so that it cannot tell what
is drawn in the file. They are read as what they were, or their owner's words would be taken for the guidance's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from deck.drawing.names import Element, local
from deck.drawing.sheet import properties_of, walk
from deck.pptx.identity import creation_of, guid, slot_of_name
from deck.presentation import FORMS, Block, Diagram, Item, Presentation, Slot, from_json, to_json
from deck.refresh.guard.weights import path_of
from deck.refresh.keeping import kept_as, read_kept
from deck.refresh.merge.block import alike
from deck.refresh.pages import Page

KEY = "standing"
"""Where the manifest remembers them."""

StandingBlocks = Mapping[str, Mapping[str, Block]]
"""Slide → slot → the block as it was drawn, before its owner's hand."""


def standing_in(merged: Presentation, base: Presentation, drawn: Presentation) -> StandingBlocks:
    """What `merged` says in another form than the base that the next refresh starts from. `drawn`: the base in the forms that
    stand in the file by now."""
    found: dict[str, dict[str, Block]] = {}
    for slide in merged.slides:
        was, now = base.slide(slide.id), drawn.slide(slide.id)
        for slot in slide.slots:
            held, older = (side.slot(slot.id) if side is not None else None for side in (was, now))
            if held is not None and slot.role != "title" and not alike(slot.block, held.block):
                block = older.block if older is not None and alike(older.block, slot.block) else slot.block
                found.setdefault(slide.id, {})[slot.id] = block
    return found


def as_standing(base: Presentation, standing: StandingBlocks) -> Presentation:
    """The base in the forms that stand in the file: what its shapes are to be read by."""
    if not standing:
        return base

    def held(slide: str, slot: Slot) -> Slot:
        block = standing.get(slide, {}).get(slot.id)
        return slot if block is None or slot.role == "title" else replace(slot, block=block)

    return replace(base, slides=tuple(replace(s, slots=tuple(held(s.id, slot) for slot in s.slots)) for s in base.slides))


def told_by_parts(pages: Mapping[str, Sequence[Page]], drawn: Presentation) -> StandingBlocks:
    """What the parts in the file say to be of another form than `drawn`, where a deck does not remember it: a part is called by
    its form for life. A form whose drawing takes more than words is not told."""
    found: dict[str, dict[str, Block]] = {}
    for slide in drawn.slides:
        for slot in slide.slots:
            block = _read_off(pages.get(slide.id, ()), slot.id, slot.block) if isinstance(slot.block, Diagram) else None
            if block is not None:
                found.setdefault(slide.id, {})[slot.id] = block
    return found


def otherwise(pages: Mapping[str, Sequence[Page]], base: Presentation) -> frozenset[str]:
    """Ids of slides that have parts of ours, by their ids for life, which the base has not, and lack some that it has: their
    owner keeps the kind of slide that they were."""
    found = set[str]()
    for slide in base.slides:
        slots = {slot.id: None for slot in slide.slots}
        here = pages.get(slide.id, ())
        if here and any(all(page.shape(slot) is None for page in here) for slot in slots):
            left = ((page, item) for page in here for item in page.foreign(slots))
            found |= {slide.id for page, item in left if _is_ours(page, item)}
    return frozenset(found)


def _is_ours(page: Page, shape: Element) -> bool:
    props = properties_of(shape)
    name = slot_of_name(props.get("name", "")) if props is not None else ""
    return bool(name) and creation_of(shape) == guid(page.id, name)


def _read_off(pages: Sequence[Page], slot: str, drawn: Diagram) -> Diagram | None:
    groups = [(page, group) for page in pages if (group := page.shape(slot)) is not None and local(group) == "grpSp"]
    parts = [part for page, group in groups for part in walk(group) if page.reader.wrote(slot, part)]
    keys = [key.split(":") for key in map(path_of, parts)]
    kinds = {kind for kind, *_rest in keys}
    labels = {props.get("name", "").rpartition(" (")[0] for _page, group in groups if (props := properties_of(group)) is not None}
    forms = [form for form in FORMS.values() if form.item in kinds and "value" not in form.fields]
    if drawn.how.item in kinds or not forms:
        return None
    form = next((form for form in forms if form.label in labels), forms[0])
    items = dict.fromkeys(rest[0] for kind, *rest in keys if kind == form.item and len(rest) > 1)
    block: Block | None = Diagram(form=form.name, items=tuple(Item(id=item) for item in items), alt="")
    for page, group in groups if items else ():
        block = page.reader.block(slot, group, block)
    return block if items and isinstance(block, Diagram) else None


def remembered(extra: Mapping[str, Any], media: Mapping[str, bytes]) -> StandingBlocks:
    """As the manifest has them; nothing where that is damaged."""

    def read(held: Any) -> StandingBlocks:
        return {str(slide): {str(slot): _read(block, media) for slot, block in slots.items()} for slide, slots in held.items()}

    return read_kept(extra, KEY, read, {})


def _read(block: Any, media: Mapping[str, bytes]) -> Block:
    return from_json(Slot, {"id": "", "role": "object", "block": block}, media).block


def to_remember(standing: StandingBlocks) -> dict[str, str]:
    """What goes into the manifest: blocks by name, as all that it remembers."""
    return kept_as(KEY, {slide: {slot: to_json(block) for slot, block in slots.items()} for slide, slots in standing.items()})


__all__ = ["KEY", "StandingBlocks", "as_standing", "otherwise", "remembered", "standing_in", "to_remember", "told_by_parts"]
