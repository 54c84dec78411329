"""The owner's package as one live document: a tree a part, read and changed by all alike; what changed is written, the
rest keeps its bytes. Relationships change here, too, so that none leads to nothing."""

from __future__ import annotations

import copy
import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from deck.drawing.names import Element, attributes, child, detach, ids_in, local, qn, whole
from deck.drawing.sheet import Sheets
from deck.package import Entry, Package, Parts, Relationship, changed, held, parse_xml, same, serialise
from deck.package.names import R
from deck.pptx.reader import ReadDeck, read_pptx
from deck.refresh.zooms import fall_back, leads_to, slides_by_number, zoom_around, zooms_of

_R = f"{{{R}}}"
SHARED = ("slideLayout", "slideMaster", "notesMaster", "theme", "tableStyles")
"""Relationship kinds whose targets both packages hold under one name."""
_IDLE = ("image", "chart", "hyperlink", "slide", "audio", "video", "media")
"""Relationship kinds that go with the last element that names them."""


@dataclass
class _Live(Sheets):
    """The sheets of a document, over its own trees."""

    document: Document | None = None

    def root(self, part: str | None) -> Element | None:
        if self.document is None or part is None or part not in self.document.parts:
            return None
        return self.document.read_tree(part)


@dataclass
class _Tree:
    """A part's live tree, None where it is no XML, and what it said when it was parsed."""

    root: Element | None
    said: bytes = b""


@dataclass(frozen=True)
class Unlinked:
    """A link that went with what it led to, and its words stayed. `part`: where it stood; `target`: the part that it led to (""
    where that is not known any more); `words`: what it stood on; `tip`: what it said to those who pointed at it."""

    part: str
    target: str
    words: str
    tip: str = ""


class Document:
    """A package that changes. `tree` is the one door to a part: it gives the live tree that readers and writers share, and what
    was changed in it is found by comparing, so that nobody has to say so. `view`: the package as it stands, its parts' bytes as
    they came; `package()`: with all changes."""

    def __init__(self, package: Package) -> None:
        self._start = package
        self.parts = Parts(package.parts)
        self.overrides = dict(package.overrides)
        self.defaults = dict(package.defaults)
        self.rels: dict[str, tuple[Relationship, ...]] = dict(package.rels)
        self._trees: dict[str, _Tree] = {}
        self.unlinked: list[Unlinked] = []
        """Links that went with what they led to."""
        self.view = replace(package, parts=self.parts, overrides=self.overrides, defaults=self.defaults, rels=self.rels)

    @property
    def main(self) -> str:
        return self._start.main

    def read_tree(self, part: str) -> Element | None:
        """As `tree`; None where the part is no XML."""
        if part not in self._trees:
            try:
                root = parse_xml(self.parts[part])
            except (etree.XMLSyntaxError, ValueError):
                self._trees[part] = _Tree(None)
            else:
                self._trees[part] = _Tree(root, etree.tostring(root))
        return self._trees[part].root

    def tree(self, part: str) -> Element:
        """The part's live tree. Raises ValueError where it is no XML."""
        root = self.read_tree(part)
        if root is None:
            raise ValueError(f"{part} is no XML")
        return root

    def came(self, part: str) -> Element | None:
        """A copy of the part's tree as it was when it was first looked at; None where it has not been."""
        held = self._trees.get(part)
        return parse_xml(held.said) if held is not None and held.said else None

    def changed(self, part: str) -> bool:
        """Whether the part's tree says something else than its bytes."""
        held = self._trees.get(part)
        return held is not None and held.root is not None and etree.tostring(held.root) != held.said

    def deck(self) -> ReadDeck:
        """The document read: shapes of the live trees."""
        return read_pptx(self.view, sheets=_Live(self.view, document=self))

    def package(self) -> Package:
        """The package as it stands; parts that were not changed keep their bytes."""
        return self.read().package

    def read(self) -> Sheets:
        """The package as it stands, its sheets read. Of parts that were not changed the trees are the document's own: nothing is
        to be changed after this."""
        new = {name: serialise(self.tree(name)) for name in self.parts if self.changed(name)}
        parts = changed(self.parts, new)
        rels = {owner: items for owner, items in self.rels.items() if items}
        package = replace(self._start, parts=parts, overrides=dict(self.overrides), defaults=dict(self.defaults), rels=rels)
        return Sheets(package, _roots={name: held.root for name, held in self._trees.items() if name not in new})

    def free(self, like: str) -> str:
        """A part's name that is not taken yet: `like`, else with the next number."""
        if like not in self.parts:
            return like
        stem, extension = posixpath.splitext(like)
        base = re.sub(r"\d+$", "", stem)
        taken = {name.lower() for name in self.parts}
        number = next(n for n in range(1, 1_000_000) if f"{base}{n}{extension}".lower() not in taken)
        return f"{base}{number}{extension}"

    def put(self, part: str, data: bytes | Entry, content_type: str) -> None:
        """A new part, or an old one's bytes anew."""
        self.parts.hold(part, data)
        self._trees.pop(part, None)
        extension = posixpath.splitext(part)[1][1:].lower()
        if self.defaults.get(extension) == content_type:
            self.overrides.pop(part, None)
        elif extension in ("xml", "rels", "bin") or extension in self.defaults:
            self.overrides[part] = content_type
        else:
            self.defaults[extension] = content_type

    def relate(self, owner: str, rel_type: str, target: str, *, external: bool = False) -> str:
        """The id of the owner's relationship to the target: one that is there, else a new one."""
        items = self.rels.get(owner, ())
        for item in items:
            if (item.type, item.target, item.external) == (rel_type, target, external):
                return item.id
        taken = {item.id for item in items}
        rid = next(name for n in range(1, 1_000_000) if (name := f"rId{n}") not in taken)
        self.rels[owner] = (*items, Relationship(rid, rel_type, target, external))
        return rid

    def unrelate(self, owner: str, rid: str) -> None:
        """Take a relationship out that nothing names any more, and what only it led to."""
        before = self._reached()
        self.rels[owner] = tuple(item for item in self.rels.get(owner, ()) if item.id != rid)
        self._forget(before - self._reached())

    def one(self, owner: str, kind: str) -> str | None:
        """As Package.one."""
        found = (rel.target for rel in self.rels.get(owner, ()) if rel.kind == kind and not rel.external)
        return next((target for target in found if target in self.parts), None)

    def drop(self, parts: Iterable[str]) -> None:
        """Take parts out, and what only they led to."""
        gone = set(parts)
        before = self._reached()
        for owner, items in list(self.rels.items()):
            lost = {rel.id: rel.target for rel in items if not rel.external and rel.target in gone}
            if lost and owner not in gone:
                self.rels[owner] = tuple(rel for rel in items if rel.id not in lost)
                self._unlink(owner, lost)
        self._forget((before | gone) - self._reached(without=gone))

    def _unlink(self, part: str, lost: Mapping[str, str]) -> None:
        """What named a relationship that is gone: a link goes and its words stay; a zoom becomes the picture that it shows."""
        root = self.read_tree(part) if part else None
        if root is None:
            return
        for item in [item for item in root.iter() if isinstance(item.tag, str) and _names(item, lost)]:
            if local(item) in _LINKS:
                zoom = zoom_around(item)
                target = next((lost[value] for value in attributes(item).values() if value in lost), "")
                gone = Unlinked(part, target, words_of_link(item), item.get("tooltip", ""))
                detach(item)
                if zoom is not None:
                    fall_back(zoom)
                self.unlinked.append(gone)
            elif part != self.main and item.getparent() is not None and local(item) != "sldId":
                detach(item)

    def carried(self, element: Element, from_part: str, to_part: str) -> Element:
        """A copy of an element of one part for another, its relationships made the other's."""
        return _with_relationships(
            element, self.rels.get(from_part, ()), lambda rel: self.relate(to_part, rel.type, rel.target, external=rel.external)
        )

    def tidy(self, part: str) -> None:
        """Relationships to pictures, charts and slides that nothing in the part names any more, and what only they led to."""
        used = _named(self.tree(part))
        self._let_go(part, {rel.id for rel in self.rels.get(part, ())} - used)

    def _forget(self, parts: Iterable[str]) -> None:
        for part in parts:
            self.parts.drop(part)
            self.overrides.pop(part, None)
            self.rels.pop(part, None)
            self._trees.pop(part, None)

    def close(self) -> None:
        """No element names a relationship that is not there, whoever wrote it so, and no zoom leads to what this document has
        taken out."""
        self._unzoom()
        for part in [name for name in self.parts if name.startswith("ppt/slides/") or name.startswith("ppt/notesSlides/")]:
            known = {rel.id for rel in self.rels.get(part, ())}
            root = self.read_tree(part)
            used = _named(root)
            if used - known:
                self._unlink(part, dict.fromkeys(used - known, ""))
            if root is not None and self.changed(part) and (left := _named(self.came(part)) - used):
                self._let_go(part, left)

    def _let_go(self, part: str, ids: Collection[str]) -> None:
        """A chart or picture that another took the place of is no second one in the file."""
        idle = [rel for rel in self.rels.get(part, ()) if rel.id in ids and rel.kind in _IDLE]
        if idle:
            before = self._reached()
            self.rels[part] = tuple(rel for rel in self.rels[part] if rel not in idle)
            self._forget(before - self._reached())

    def _unzoom(self) -> None:
        came, main = self.came(self.main), self.read_tree(self.main)
        gone = leads_to(came) - leads_to(main) if came is not None and main is not None else set[str]()
        if not gone:
            return
        targets = {rel.id: rel.target for rel in self._start.rels.get(self.main, ())}
        slides = slides_by_number(came, targets)
        for part in [name for name in self.parts if name.startswith("ppt/slides/") and b"ZmObj" in self.parts[name]]:
            for zoom, where in [item for item in zooms_of(self.read_tree(part)) if item[1] in gone]:
                holder = next((above for above in zoom.iterancestors() if local(above) == "graphicFrame"), zoom)
                name = next((item.get("name", "") for item in holder.iter() if local(item) == "cNvPr"), "")
                if fall_back(zoom):
                    self.unlinked.append(Unlinked(part, slides.get(where, ""), name))

    def _reached(self, without: Iterable[str] = ()) -> set[str]:
        reached: set[str] = set()
        waiting, closed = [""], set(without)
        while waiting:
            for rel in self.rels.get(waiting.pop(), ()):
                if not rel.external and rel.target in self.parts and rel.target not in reached and rel.target not in closed:
                    reached.add(rel.target)
                    waiting.append(rel.target)
        return reached


class Graft:
    """Brings parts and shapes of `source` into `document`. `names`: part of the source → its name in the document, as far as
    settled. `shared`: relationship kinds whose targets are the same in both."""

    def __init__(self, document: Document, source: Package, names: dict[str, str], shared: Collection[str] = SHARED) -> None:
        self.document, self.source, self.names, self.shared = document, source, names, shared

    def part(self, part: str, kind: str = "") -> str:
        """The part's name in the document, brought in with all it leads to where it is not there yet."""
        if part in self.names:
            return self.names[part]
        shared = kind in self.shared and part in self.document.parts
        if shared or (part in self.document.parts and "/media/" in part and same(self.document.parts, self.source.parts, part)):
            self.names[part] = part
            return part
        name = self.document.free(part)
        self.names[part] = name
        self.bring(part, name)
        return name

    def bring(self, part: str, name: str) -> None:
        """Write the source's part under `name`, its relationships with it."""
        self.document.put(name, held(self.source.parts, part), self.source.content_type(part))
        self.document.rels[name] = tuple(
            replace(rel, target=self.part(rel.target, rel.kind))
            if not rel.external and (rel.target in self.source.parts or rel.target in self.names)
            else rel
            for rel in self.source.rels.get(part, ())
        )

    def shape(self, element: Element, from_part: str, to_part: str) -> Element:
        """A copy of an element, its relationships made the other part's."""

        def related(rel: Relationship) -> str:
            target = rel.target if rel.external else self.part(rel.target, rel.kind)
            return self.document.relate(to_part, rel.type, target, external=rel.external)

        return _with_relationships(element, self.source.rels.get(from_part, ()), related)


_LINKS = ("hlinkClick", "hlinkHover", "hlinkMouseOver")


def words_of_link(link: Element) -> str:
    """What a link stands on: a run's words, else its shape's, else the shape's name."""
    above = list(link.iterancestors())
    holder = next((item for item in above if local(item) in ("r", "fld", "sp", "pic", "grpSp", "cxnSp", "graphicFrame")), None)
    if holder is None:
        return ""
    words = "".join(item.text or "" for item in holder.iter(qn("a:t"))).strip()
    return words or next((item.get("name", "") for item in holder.iter() if local(item) == "cNvPr"), "")


def _named(root: Element | None) -> set[str]:
    """The ids of relationships that a part's elements name."""
    return {value for value in ids_in(root) if value} if root is not None else set()


def _names(element: Element, ids: Collection[str]) -> bool:
    return any(name.startswith(_R) and value in ids for name, value in attributes(element).items())


def _with_relationships(element: Element, rels: Iterable[Relationship], related: Callable[[Relationship], str]) -> Element:
    """A copy of an element, the ids of `rels` in it exchanged for those that `related` gives."""
    new = copy.deepcopy(element)
    known = {rel.id: rel for rel in rels}
    for item in new.iter():
        if not isinstance(item.tag, str):
            continue
        for name, value in attributes(item).items():
            rel = known.get(value) if name.startswith(_R) else None
            if rel is not None:
                item.set(name, related(rel))
    return new


def shape_ids(tree: Element) -> set[int]:
    """All numbers that are taken on the slide, also those of ink, of controls and of pictures of objects, which are no shapes."""
    return {whole(item.get("id")) for item in tree.iter("{*}cNvPr")}


def renumber(element: Element, taken: set[int], keep: int = 0) -> None:
    """Give the shapes within `element` ids that are free on the slide; `keep`: the first one's."""
    for n, props in enumerate(item for item in element.iter() if local(item) == "cNvPr"):
        number = whole(props.get("id"))
        if not n and keep:
            number = keep
        elif number in taken or number <= 1:
            number = max(taken, default=1) + 1
        props.set("id", str(number))
        taken.add(number)


def spot(element: Element) -> Element | None:
    """The element that holds a shape's a:xfrm: its properties, or the graphic frame itself."""
    if local(element) == "graphicFrame":
        return element
    return child(element, "p:grpSpPr" if local(element) == "grpSp" else "p:spPr")


__all__ = ["Document", "Graft", "Unlinked", "renumber", "shape_ids", "spot"]
