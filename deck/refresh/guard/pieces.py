"""A slide in pieces: what is asked of each is asked once. Most are as in the deck as it was written, and as in other decks."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import TypeVar

from lxml import etree

from deck.drawing.names import Element, qn
from deck.memory import Memory

T = TypeVar("T")


def pieces(root: Element) -> Iterator[Element]:
    """A slide, or a notes page, in pieces: its shapes, groups whole, and what is beside them, in their order. All else is one."""
    sheet = root.tag in _SHEETS
    for top in root if sheet else (root,):
        for inner in top if sheet and top.tag == _CSLD else (top,):
            yield from (item for item in (inner if sheet and inner.tag == _TREE else (inner,)) if isinstance(item.tag, str))


_SHEETS, _CSLD, _TREE = (qn("p:sld"), qn("p:notes")), qn("p:cSld"), qn("p:spTree")


def fingerprint(element: Element) -> bytes:
    """SHA-256 of what an element says, to the letter."""
    return hashlib.sha256(etree.tostring(element, with_tail=False)).digest()


def remembered(memory: Memory[bytes, T], element: Element, told: Callable[[Element], T]) -> T:
    """What is `told` of an element, and of all that say the same: it must hang on nothing else. `memory`: by fingerprints."""
    key = fingerprint(element)
    found = memory.get(key)
    if found is None:
        found = told(element)
        memory.put(key, found)
    return found


__all__ = ["fingerprint", "pieces", "remembered"]
