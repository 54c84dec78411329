"""Animations of shapes that went: PowerPoint repairs a slide whose time line names a shape that is not there."""

from __future__ import annotations

from deck.drawing.names import Element, child, detach, local
from deck.refresh.document import Document
from deck.refresh.pages import animated

_BUILDS = ("bldP", "bldGraphic", "bldOleChart", "bldDgm")


def still(document: Document) -> None:
    """Take out of each changed slide what it lets happen to shapes that it had when it came, and has no more (ECMA-376 Part 1,
    19.5.81). What was amiss before is its owner's."""
    for slide in document.deck().slides:
        if not document.changed(slide.part):
            continue
        root, came = document.tree(slide.part), document.came(slide.part)
        timing = child(root, "p:timing")
        if timing is not None and came is not None:
            without_shapes(timing, _shapes(came) - _shapes(root))


def _shapes(root: Element) -> set[str]:
    return {item.get("id", "") for item in root.iter() if local(item) == "cNvPr"}


def without_shapes(timing: Element, gone: set[str]) -> None:
    """A p:timing without the effects on these shapes, and without itself where nothing is left that happens."""
    if not gone:
        return
    for item in [item for item in timing.iter() if local(item) == "spTgt" and item.get("spid") in gone]:
        _drop_node(item)
    for item in [item for item in timing.iter() if local(item) in _BUILDS and item.get("spid") in gone]:
        holder = item.getparent()
        detach(item)
        if holder is not None and not len(holder):
            detach(holder)
    slide = timing.getparent()
    if slide is not None and not animated(slide):
        detach(timing)


def _drop_node(item: Element) -> None:
    """The time node that `item` is of, and each above it in which nothing is left (19.5.18: a list of nodes is never empty)."""
    node: Element | None = item
    while node is not None:
        holder = node.getparent()
        if holder is not None and local(holder) == "childTnLst":
            detach(node)
            if len(holder):
                return
            # The list is its cTn's, and that its node's.
            node = holder.getparent()
        else:
            node = holder
        if node is not None and local(node) == "timing":
            return
