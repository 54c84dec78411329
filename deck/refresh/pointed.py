"""What an owner let speak of a shape from elsewhere: an effect on it, a connector that is glued to it, a comment about it."""

from __future__ import annotations

from collections.abc import Iterator

from deck.drawing.names import Element, local, qn
from deck.drawing.sheet import properties_of, walk
from deck.pptx.identity import creation_of, is_made
from deck.refresh.pages import Page

_MARKED = ("spMk", "grpSpMk", "picMk", "graphicFrameMk", "cxnSpMk")
"""What a comment hangs on ([MS-PPTX] 2.6: the drawing elements' monikers)."""


def pointed_at(page: Page) -> frozenset[str]:
    """The ids (p:cNvPr id) of the shapes on a page that are spoken of. We write no effects and no comments ourselves."""
    return frozenset(_spoken_of(page)) - {""}


def _spoken_of(page: Page) -> Iterator[str]:
    root = page.reader.sheet.root
    if root is not None:
        yield from (item.get("spid", "") for item in root.iter(qn("p:spTgt")))
    for shape in walk(page.reader.sheet.tree):
        if local(shape) == "cxnSp" and not is_made(creation_of(shape)):
            yield from (item.get("id", "") for item in shape.iter(qn("a:stCxn"), qn("a:endCxn")))
    sheets = page.reader.sheet.sheets
    for rel in page.reader.package.rels.get(page.part, ()):
        comments = sheets.root(rel.target) if rel.kind == "comments" and not rel.external else None
        if comments is not None:
            yield from (item.get("id", "") for item in comments.iter() if local(item) in _MARKED)


def is_pointed_at(shape: Element, ids: frozenset[str]) -> bool:
    props = properties_of(shape)
    return props is not None and props.get("id", "") in ids


__all__ = ["is_pointed_at", "pointed_at"]
