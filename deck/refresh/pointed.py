"""What an owner let speak of a shape from elsewhere: an effect on it, a connector that is glued to it, a comment about it."""

from __future__ import annotations

from collections.abc import Iterator

from deck.drawing.names import Element, is_made, local, qn
from deck.drawing.sheet import properties_of, walk
from deck.pptx.identity import creation_of, slot_of_name
from deck.refresh.pages import Page

_MARKED = ("spMk", "grpSpMk", "picMk", "graphicFrameMk", "cxnSpMk")
"""What a comment hangs on ([MS-PPTX] 2.6: the drawing elements' monikers)."""


def pointed_at(page: Page) -> frozenset[str]:
    """The ids (p:cNvPr id) of the shapes on a page that are spoken of. We write no effects and no comments ourselves."""
    return frozenset(name for name, _what in _spoken_of(page)) - {""}


def pointing(page: Page, shape: Element, item: str = "") -> list[str]:
    """By what (keys of guard.side.WHAT) a shape or a part of it is spoken of; `item`: only parts of that item of a diagram."""
    spoken = list(_spoken_of(page))
    names = {
        props.get("id", "")
        for one in (shape, *walk(shape))
        if (props := properties_of(one)) is not None
        if not item or slot_of_name(props.get("name", "")).split(":")[1:2] == [item]
    }
    return list(dict.fromkeys(what for name, what in spoken if name in names))


def _spoken_of(page: Page) -> Iterator[tuple[str, str]]:
    root = page.reader.sheet.root
    if root is not None:
        yield from ((item.get("spid", ""), "animation") for item in root.iter(qn("p:spTgt")))
    for shape in walk(page.reader.sheet.tree):
        if local(shape) == "cxnSp" and not is_made(creation_of(shape)):
            yield from ((item.get("id", ""), "connector") for item in shape.iter(qn("a:stCxn"), qn("a:endCxn")))
    sheets = page.reader.sheet.sheets
    for rel in page.reader.package.rels.get(page.part, ()):
        comments = sheets.root(rel.target) if rel.kind == "comments" and not rel.external else None
        if comments is not None:
            yield from ((item.get("id", ""), "comment") for item in comments.iter() if local(item) in _MARKED)


def is_pointed_at(shape: Element, ids: frozenset[str]) -> bool:
    props = properties_of(shape)
    return props is not None and props.get("id", "") in ids


__all__ = ["is_pointed_at", "pointed_at", "pointing"]
