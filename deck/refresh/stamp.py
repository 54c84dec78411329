"""Ids for life put back where a program lost them, and taken from copies."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from deck.drawing.names import Element, child, detach, local, need, qn
from deck.drawing.sheet import properties_of, walk
from deck.package.names import A16, P14, REL
from deck.pptx.identity import PART_TAG, SLIDE_TAG, creation_of, number, slide_tags
from deck.pptx.reader import ReadSlide
from deck.pptx.shapes import CREATION_URI as SHAPE_URI
from deck.pptx.stencil import CREATION_URI as SLIDE_URI
from deck.pptx.table import ROW_URI
from deck.pptx.words import row_number
from deck.pptx.writer import PML, tags_xml
from deck.refresh.document import Document
from deck.refresh.pages import Page
from deck.refresh.sequence import align


class Stamper:
    """Changes a document only where an id is to be written or taken away."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def slide(self, part: str, piece: ReadSlide) -> None:
        """A slide's tags and creation id."""
        tree = self.document.tree(part)
        held = need(tree, "p:cSld")
        values = slide_tags(piece.slide, piece.number, piece.parts)
        listed = child(held, "p:custDataLst")
        if listed is None:
            listed = etree.Element(qn("p:custDataLst"))
            child_of = child(held, "p:spTree")
            if child_of is None:
                return
            child_of.addnext(listed)
        known = child(listed, "p:tags")
        rels = {rel.id: rel.target for rel in self.document.rels.get(part, ())}
        other = rels.get(known.get(qn("r:id"), ""), "") if known is not None else ""
        if known is not None and other in self.document.parts:
            # Another program's tags: ours go beside them, for a slide has one part of tags.
            root = self.document.tree(other)
            for name, value in values.items():
                etree.SubElement(root, qn("p:tag"), {"name": name, "val": value})
        else:
            name = self.document.free("ppt/tags/tag1.xml")
            self.document.put(name, tags_xml(values), PML + "tags+xml")
            etree.SubElement(listed, qn("p:tags"), {qn("r:id"): self.document.relate(part, f"{REL}/tags", name)})
        extensions = child(held, "p:extLst")
        if extensions is None or not any(local(item) == "creationId" for item in extensions.iter()):
            extension = _extension(held, "p", SLIDE_URI)
            etree.SubElement(extension, f"{{{P14}}}creationId", {"val": str(number("slide", piece.id))}, nsmap={"p14": P14})

    def shape(self, shape: Element, mark: str) -> None:
        """A shape's creation id."""
        props = properties_of(shape)
        if props is None:
            return
        old = next((item for item in props.iter() if local(item) == "creationId"), None)
        if old is not None:
            old.set("id", mark)
        else:
            etree.SubElement(_extension(props, "a", SHAPE_URI), f"{{{A16}}}creationId", {"id": mark}, nsmap={"a16": A16})

    def unmark(self, shape: Element) -> None:
        """A shape without its creation id."""
        _without(properties_of(shape))

    def rows(self, page: Page, slot: str, shape: Element, pages: Sequence[Page] = ()) -> None:
        """A table's rows: those without an id get the one of the generated row that they are like. `pages`: all of the slide, for
        we may cut the table otherwise today."""
        source = page.shape(slot)
        if source is None:
            return
        wanted = list(source.iter(qn("a:tr")))
        rows = list(shape.iter(qn("a:tr")))
        ours = {row_number(row) for row in wanted}
        if not rows or not wanted or any(row_number(row) in ours for row in rows):
            return
        found = align([_words(row) for row in wanted], [_words(row) for row in rows], lambda text: text, lambda text: text)
        here, known = {_words(row) for row in wanted}, {j: wanted[i] for j, i in found.items()}
        there: dict[str, list[Element]] = {}
        for other in (item for item in pages if item is not page):
            held = other.shape(slot)
            for row in held.iter(qn("a:tr")) if held is not None else ():
                there.setdefault(_words(row), []).append(row)
        for j, row in enumerate(rows):
            if (said := _words(row)) not in here and there.get(said):
                known[j] = there[said].pop(0)
            if j in known and not row_number(row):
                value = str(row_number(known[j]))
                etree.SubElement(_extension(row, "a", ROW_URI), f"{{{A16}}}rowId", {"val": value}, nsmap={"a16": A16})

    def release(self, part: str) -> None:
        """The slide is its owner's: our tags and ids go."""
        release(self.document, part)


def release(document: Document, part: str) -> None:
    """Take our tags and ids from a slide."""
    tree = document.tree(part)
    for rel in [rel for rel in document.rels.get(part, ()) if rel.kind == "tags" and rel.target in document.parts]:
        root = document.tree(rel.target)
        ours = [item for item in root if item.get("name") in (SLIDE_TAG, PART_TAG)]
        if not ours:
            continue
        if len(ours) < len(root):
            for item in ours:
                root.remove(item)
            continue
        for item in [item for item in tree.iter(qn("p:tags")) if item.get(qn("r:id")) == rel.id]:
            holder = item.getparent()
            detach(item)
            if holder is not None and not len(holder):
                detach(holder)
        document.unrelate(part, rel.id)
    for shape in walk(child(tree, "p:cSld", "p:spTree")):
        if creation_of(shape):
            _without(properties_of(shape))
    _without(child(tree, "p:cSld"), own=True)


def _without(holder: Element | None, *, own: bool = False) -> None:
    """An element without its creation id; `own`: only in its own extension list, not deeper."""
    listed = next((item for item in holder if local(item) == "extLst"), None) if holder is not None else None
    if holder is None or listed is None:
        return
    for item in [item for item in listed.iter() if local(item) == "creationId"]:
        extension = item.getparent()
        if extension is not None and (extension.getparent() is listed or not own):
            detach(extension)
    if not len(listed):
        holder.remove(listed)


def _extension(holder: Element, prefix: str, uri: str) -> Element:
    """An extension in the element's list, which comes last."""
    name = f"{prefix}:extLst"
    listed = child(holder, name)
    if listed is None:
        listed = etree.SubElement(holder, qn(name))
    return etree.SubElement(listed, qn(f"{prefix}:ext"), {"uri": uri})


def _words(row: Element) -> str:
    return " | ".join("".join(t.text or "" for t in cell.iter(qn("a:t"))) for cell in row.iter(qn("a:tc")))
