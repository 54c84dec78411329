"""Connectors of the owner's that were glued to a shape which has gone (19.3.1.19: a:stCxn and a:endCxn name a shape's number)."""

from __future__ import annotations

from deck.drawing.names import detach
from deck.refresh.document import Document

_ENDS = ("{*}stCxn", "{*}endCxn")


def unglued(document: Document) -> None:
    """Connectors stay where they are, and hold on to nothing that is not there. What was amiss before is its owner's."""
    for slide in document.deck().slides:
        root = document.read_tree(slide.part)
        ends = list(root.iter(*_ENDS)) if root is not None else []
        came = document.came(slide.part) if ends and document.changed(slide.part) else None
        if root is None or came is None:
            continue
        was, now = ({item.get("id", "") for item in tree.iter("{*}cNvPr")} for tree in (came, root))
        for end in [item for item in ends if item.get("id") in was - now]:
            detach(end)


__all__ = ["unglued"]
