"""The parts of a drawn block: shapes within its group, each with a key (NAME:ITEM) that its id for life is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deck.drawing.names import Element, local, whole
from deck.drawing.sheet import properties_of, walk
from deck.pptx.identity import creation_of, guid
from deck.refresh.guard.weights import path_of
from deck.refresh.pages import Page


def keys_of(pages: Sequence[Page], slot: str) -> set[str]:
    """The keys of a drawn block's parts on pages that we wrote: they end the names."""
    groups = [group for page in pages if (group := page.shape(slot)) is not None]
    return {key for group in groups for item in walk(group) if (key := path_of(item))}


def item_of(key: str) -> str:
    """The item that a part draws; "" where it draws none alone."""
    return key.partition(":")[2].partition(":")[0]


def parts_on(pages: Sequence[Page], slot: str, keys: Iterable[str]) -> dict[str, tuple[Page, Element]]:
    """Key → the part of a drawn block with that id for life, on whichever page it stands."""
    found: dict[str, tuple[Page, Element]] = {}
    wanted = tuple(keys)
    for page in pages:
        group = page.shape(slot)
        marks = {creation_of(item): item for item in walk(group)} if group is not None else {}
        for key in wanted:
            if (item := marks.get(guid(page.id, slot, key))) is not None:
                found.setdefault(key, (page, item))
    return found


def with_parts(shape: Element) -> list[Element]:
    """A shape and, of a group, all within."""
    return [shape, *(walk(shape) if local(shape) == "grpSp" else ())]


def marked_parts(shape: Element) -> dict[str, Element]:
    """A group's parts by their ids for life."""
    return {mark: item for item in walk(shape) if (mark := creation_of(item))}


def taken_out(page: Page, known: Iterable[Page], slot: str) -> dict[str, str]:
    """Of a drawn block the parts that its owner took out, each by its id with its item, "" for one that is no item's: all that a
    drawing known to be the one that was written has more, and in any other, where two parts' words may stand in one, those whose
    words stand nowhere in the block. An item that is gone as a whole is the model's to tell. `known`: as we would write it."""
    group = page.shape(slot)
    mine = marked_parts(group) if group is not None else {}
    said = "\n".join(page.reader.words(part) for part in mine.values())
    named = {path_of(part) for part in (walk(group) if group is not None else ())} - {""}
    found: dict[str, str] = {}
    for other in known:
        ours = marked_parts(shape) if (shape := other.shape(slot)) is not None else {}
        # A program may have dropped the names of the owner's parts: ours tell whose an id is.
        there = {item_of(path_of(part)) for mark, part in ours.items() if mark in mine}
        whole = named and page.digests.get(slot) and page.digests[slot] == other.digests.get(slot)
        worded = {item_of(path_of(part)) for part in ours.values() if other.reader.words(part).strip()}
        for mark, part in ours.items():
            words, path = other.reader.words(part).strip(), path_of(part)
            item = item_of(path)
            if mark in mine or path in named:
                continue
            told = item in there or item not in worded if whole else words and item and item in there and words not in said
            if told or (whole and not item):
                found[mark] = item
    return found


def number_of(shape: Element) -> int:
    """The shape's number on its slide (p:cNvPr/@id); 0 where it has none."""
    props = properties_of(shape)
    return whole(props.get("id")) if props is not None else 0


def number_shape(shape: Element, number: int) -> None:
    props = properties_of(shape)
    if props is not None:
        props.set("id", str(number))


__all__ = ["item_of", "keys_of", "marked_parts", "number_of", "number_shape", "parts_on", "taken_out", "with_parts"]
