"""Ids for life put back where a program lost them, and taken from copies."""

from __future__ import annotations

from lxml import etree

from deck.drawing.names import Element, child, local, qn
from deck.drawing.sheet import properties_of, walk
from deck.package import Package
from deck.package.names import A16, P14
from deck.pptx.identity import PART_TAG, SLIDE_TAG, number
from deck.pptx.reader import ReadSlide, creation_of
from deck.pptx.shapes import CREATION_URI as SHAPE_URI
from deck.pptx.table import ROW_URI
from deck.pptx.words import row_number
from deck.pptx.writer import CREATION_URI as SLIDE_URI
from deck.pptx.writer import PML, REL, tags_xml
from deck.refresh.draft import Draft
from deck.refresh.pages import Page
from deck.refresh.sequence import align


class Stamper:
    """Changes a package only where an id is to be written or taken away."""

    def __init__(self, package: Package) -> None:
        self._package, self.draft = package, Draft(package)
        self._changed = False
        self._trees: dict[str, dict[tuple[int, ...], Element]] = {}

    def package(self) -> Package:
        return self.draft.package() if self._changed else self._package

    def _touch(self, part: str) -> None:
        self.draft.touch(part)
        self._changed = True

    def _here(self, part: str, shape: Element) -> Element:
        """The shape of the draft's tree that stands where `shape` stands in its own."""
        path = []
        item = shape
        while (parent := item.getparent()) is not None:
            path.append(parent.index(item))
            item = parent
        found = self.draft.tree(part)
        for step in reversed(path):
            found = found[step]
        return found

    def slide(self, part: str, piece: ReadSlide) -> None:
        """A slide's tags and creation id."""
        tree = self.draft.tree(part)
        held: Element = child(tree, "p:cSld")
        values = {SLIDE_TAG: piece.slide, PART_TAG: f"{piece.number}/{piece.parts}"}
        listed = child(held, "p:custDataLst")
        if listed is None:
            listed = etree.Element(qn("p:custDataLst"))
            child_of = child(held, "p:spTree")
            if child_of is None:
                return
            child_of.addnext(listed)
        known = child(listed, "p:tags")
        rels = {rel.id: rel.target for rel in self.draft.rels.get(part, ())}
        other = rels.get(known.get(qn("r:id"), ""), "") if known is not None else ""
        if known is not None and other in self.draft.parts:
            # Another program's tags: ours go beside them, for a slide has one part of tags.
            root = self.draft.tree(other)
            for name, value in values.items():
                etree.SubElement(root, qn("p:tag"), {"name": name, "val": value})
            self._touch(other)
        else:
            name = self.draft.free("ppt/tags/deckTag1.xml")
            self.draft.put(name, tags_xml(values), PML + "tags+xml")
            etree.SubElement(listed, qn("p:tags"), {qn("r:id"): self.draft.relate(part, f"{REL}/tags", name)})
        extensions = child(held, "p:extLst")
        if extensions is None or not any(local(item) == "creationId" for item in extensions.iter()):
            extension = _extension(held, "p", SLIDE_URI)
            etree.SubElement(extension, f"{{{P14}}}creationId", {"val": str(number("slide", piece.id))}, nsmap={"p14": P14})
        self._touch(part)

    def shape(self, part: str, shape: Element, mark: str) -> None:
        """A shape's creation id."""
        props = properties_of(self._here(part, shape))
        if props is None:
            return
        old = next((item for item in props.iter() if local(item) == "creationId"), None)
        if old is not None:
            old.set("id", mark)
        else:
            etree.SubElement(_extension(props, "a", SHAPE_URI), f"{{{A16}}}creationId", {"id": mark}, nsmap={"a16": A16})
        self._touch(part)

    def rows(self, part: str, page: Page, slot: str, shape: Element) -> None:
        """A table's rows: those without an id get the one of the generated row that they are like."""
        source = page.shape(slot)
        if source is None:
            return
        wanted = list(source.iter(qn("a:tr")))
        rows = list(shape.iter(qn("a:tr")))
        ours = {row_number(row) for row in wanted}
        if not rows or not wanted or any(row_number(row) in ours for row in rows):
            return
        found = align([_words(row) for row in wanted], [_words(row) for row in rows], lambda text: text, lambda text: text)
        for j, row in enumerate(rows):
            if j in found and not row_number(row):
                here = self._here(part, row)
                value = str(row_number(wanted[found[j]]))
                etree.SubElement(_extension(here, "a", ROW_URI), f"{{{A16}}}rowId", {"val": value}, nsmap={"a16": A16})
                self._touch(part)

    def release(self, part: str) -> None:
        """The slide is its owner's: our tags and ids go."""
        release(self.draft, part)
        self._changed = True


def release(draft: Draft, part: str) -> None:
    """Take our tags and ids from a slide."""
    tree = draft.tree(part)
    for rel in [rel for rel in draft.rels.get(part, ()) if rel.kind == "tags" and rel.target in draft.parts]:
        root = draft.tree(rel.target)
        ours = [item for item in root if item.get("name") in (SLIDE_TAG, PART_TAG)]
        if not ours:
            continue
        if len(ours) < len(root):
            for item in ours:
                root.remove(item)
            draft.touch(rel.target)
            continue
        for item in [item for item in tree.iter(qn("p:tags")) if item.get(qn("r:id")) == rel.id]:
            holder = item.getparent()
            holder.remove(item)
            if not len(holder):
                holder.getparent().remove(holder)
        draft.rels[part] = [other for other in draft.rels[part] if other.id != rel.id]
    for shape in walk(child(tree, "p:cSld", "p:spTree")):
        if creation_of(shape):
            _without(properties_of(shape))
    _without(child(tree, "p:cSld"), own=True)
    draft.touch(part)


def _without(holder: Element | None, *, own: bool = False) -> None:
    """An element without its creation id; `own`: only in its own extension list, not deeper."""
    listed = next((item for item in holder if local(item) == "extLst"), None) if holder is not None else None
    if holder is None or listed is None:
        return
    for item in [item for item in listed.iter() if local(item) == "creationId"]:
        extension = item.getparent()
        if extension.getparent() is listed or not own:
            extension.getparent().remove(extension)
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
