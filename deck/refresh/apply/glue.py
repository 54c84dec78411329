"""Connectors of the owner's that were glued to a shape which has gone (19.3.1.19: a:stCxn and a:endCxn name a shape's number)."""

from __future__ import annotations

from deck.drawing.names import detach, local
from deck.refresh.document import Document

_ENDS = ("stCxn", "endCxn")


def unglued(document: Document) -> None:
    """Connectors stay where they are, and hold on to nothing that is not there. What was amiss before is its owner's."""
    for slide in document.deck().slides:
        came = document.came(slide.part) if document.changed(slide.part) else None
        if came is None:
            continue
        root = document.tree(slide.part)
        was, now = ({item.get("id", "") for item in tree.iter("{*}cNvPr")} for tree in (came, root))
        for end in [item for item in root.iter() if local(item) in _ENDS and item.get("id") in was - now]:
            detach(end)


__all__ = ["unglued"]
