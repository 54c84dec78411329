"""Links that a program wrote on more shapes than theirs: LibreOffice, saving a group, gives a link of a shape to those that come
after it in the group, too, as far as the next one with a link."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from deck.drawing.names import Element, child, qn
from deck.drawing.sheet import properties_of
from deck.package.names import R
from deck.pptx.identity import creation_of
from deck.refresh.document import Document
from deck.refresh.pages import Page

LEAST = 2
"""So many links at least a program writes twice: one by itself is its owner's."""
_SHAPE, _ID = qn("p:sp"), f"{{{R}}}id"


def take_copies_off(document: Document, generated: Mapping[str, Sequence[Page]]) -> None:
    """Take such links off the shapes of ours that have none as we write them (`generated`). A program gives them to all that
    come after one with a link; where one has none, a hand gave them to the others."""
    found = list(_after_links(document, generated))
    if len(found) < LEAST or any(click is None for click in found):
        return
    for click in found:
        if click is not None and (props := click.getparent()) is not None:
            props.remove(click)


def _after_links(document: Document, generated: Mapping[str, Sequence[Page]]) -> Iterator[Element | None]:
    """Of each shape of ours that comes after one with a link, and has none as we write it: its link, where it is the same one."""
    here = {piece.id: piece.part for piece in document.deck().slides if piece.slide}
    names = {page.part: page.id for pages in generated.values() for page in pages}
    for page in (page for pages in generated.values() for page in pages if page.id in here):
        part = here[page.id]
        targets = {rel.id: rel.target for rel in document.rels.get(part, ())}
        gone = {rel.id for rel in page.reader.package.rels.get(page.part, ()) if names.get(rel.target, page.id) not in here}
        bare = {mark for item in page.reader.shapes if (mark := creation_of(item)) and _leads_nowhere(item, gone)}
        root = document.read_tree(part)
        for shape in root.iter(_SHAPE) if root is not None else ():
            before = next(shape.itersiblings(_SHAPE, preceding=True), None)
            held = _click(before) if before is not None else None
            if held is None or creation_of(shape) not in bare:
                continue
            click = _click(shape)
            if click is None:
                yield None
            elif targets.get(click.get(_ID, "")) == targets.get(held.get(_ID, "")):
                yield click


def _leads_nowhere(shape: Element, gone: Collection[str]) -> bool:
    """Whether a shape of ours has no link, or one to a slide that its owner took out. `gone`: the ids of such relationships."""
    click = _click(shape)
    return click is None or click.get(_ID, "") in gone


def _click(shape: Element) -> Element | None:
    props = properties_of(shape)
    return child(props, "a:hlinkClick") if props is not None else None


__all__ = ["take_copies_off"]
