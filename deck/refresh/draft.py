"""The owner's package while it is being patched: parts parsed once, written anew only where touched; others' parts brought in."""

from __future__ import annotations

import copy
import posixpath
import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from deck.drawing.names import Element, child, local, whole
from deck.drawing.sheet import properties_of, walk
from deck.package import Package, Relationship, parse_xml, serialise

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SHARED = ("slideLayout", "slideMaster", "notesMaster", "theme", "tableStyles")
"""Relationship kinds whose targets both packages hold under one name."""


class Draft:
    """A package that changes. Trees given out by `tree` are live: `touch` says that a part's has changed."""

    def __init__(self, package: Package) -> None:
        self._start = package
        self.parts: dict[str, bytes] = dict(package.parts)
        self.overrides = dict(package.overrides)
        self.defaults = dict(package.defaults)
        self.rels = {owner: list(items) for owner, items in package.rels.items()}
        self._trees: dict[str, Element] = {}
        self._touched: set[str] = set()

    @property
    def main(self) -> str:
        return self._start.main

    def tree(self, part: str) -> Element:
        if part not in self._trees:
            self._trees[part] = parse_xml(self.parts[part])
        return self._trees[part]

    def touch(self, part: str) -> None:
        self._touched.add(part)

    def package(self) -> Package:
        """The package as it stands; parts that were not touched keep their bytes."""
        parts = {name: serialise(self._trees[name]) if name in self._touched else data for name, data in self.parts.items()}
        rels = {owner: tuple(items) for owner, items in self.rels.items() if items}
        return replace(self._start, parts=parts, overrides=dict(self.overrides), defaults=dict(self.defaults), rels=rels)

    def free(self, like: str) -> str:
        """A part's name that is not taken yet: `like`, else with the next number."""
        if like not in self.parts:
            return like
        stem, extension = posixpath.splitext(like)
        base = re.sub(r"\d+$", "", stem)
        taken = {name.lower() for name in self.parts}
        number = next(n for n in range(1, 1_000_000) if f"{base}{n}{extension}".lower() not in taken)
        return f"{base}{number}{extension}"

    def put(self, part: str, data: bytes, content_type: str) -> None:
        """A new part, or an old one's bytes anew."""
        self.parts[part] = data
        self._trees.pop(part, None)
        self._touched.discard(part)
        extension = posixpath.splitext(part)[1][1:].lower()
        if self.defaults.get(extension) == content_type:
            self.overrides.pop(part, None)
        elif extension in ("xml", "rels", "bin") or extension in self.defaults:
            self.overrides[part] = content_type
        else:
            self.defaults[extension] = content_type

    def relate(self, owner: str, rel_type: str, target: str, *, external: bool = False) -> str:
        """The id of the owner's relationship to the target: one that is there, else a new one."""
        items = self.rels.setdefault(owner, [])
        for item in items:
            if (item.type, item.target, item.external) == (rel_type, target, external):
                return item.id
        taken = {item.id for item in items}
        rid = next(name for n in range(1, 1_000_000) if (name := f"rId{n}") not in taken)
        items.append(Relationship(rid, rel_type, target, external))
        return rid

    def one(self, owner: str, kind: str) -> str | None:
        """As Package.one."""
        found = (rel.target for rel in self.rels.get(owner, ()) if rel.kind == kind and not rel.external)
        return next((target for target in found if target in self.parts), None)

    def drop(self, parts: Iterable[str]) -> None:
        """Take parts out, and what only they led to."""
        gone = set(parts)
        before = self._reached()
        for part in gone:
            for owner, items in self.rels.items():
                if owner not in gone:
                    self.rels[owner] = [rel for rel in items if rel.external or rel.target != part]
        self._forget((before | gone) - self._reached(without=gone))

    def carried(self, element: Element, from_part: str, to_part: str) -> Element:
        """A copy of an element of one part for another, its relationships made the other's."""
        return _with_relationships(
            element, self.rels.get(from_part, ()), lambda rel: self.relate(to_part, rel.type, rel.target, external=rel.external)
        )

    def tidy(self, part: str) -> None:
        """Relationships to pictures, charts and slides that nothing in the part names any more, and what only they led to."""
        used = {
            value
            for item in self.tree(part).iter()
            if isinstance(item.tag, str)
            for key, value in item.attrib.items()
            if key.startswith(_R)
        }
        idle = [
            rel for rel in self.rels.get(part, ()) if rel.kind in ("image", "chart", "hyperlink", "slide") and rel.id not in used
        ]
        if not idle:
            return
        before = self._reached()
        self.rels[part] = [rel for rel in self.rels[part] if rel not in idle]
        self._forget(before - self._reached())

    def _forget(self, parts: Iterable[str]) -> None:
        for part in parts:
            self.parts.pop(part, None)
            self.overrides.pop(part, None)
            self.rels.pop(part, None)
            self._trees.pop(part, None)
            self._touched.discard(part)

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
    """Brings parts and shapes of `source` into `draft`. `names`: part of the source → its name in the draft, as far as settled.
    `shared`: relationship kinds whose targets are the same in both."""

    def __init__(self, draft: Draft, source: Package, names: dict[str, str], shared: Collection[str] = SHARED) -> None:
        self.draft, self.source, self.names, self.shared = draft, source, names, shared

    def part(self, part: str, kind: str = "") -> str:
        """The part's name in the draft, brought in with all it leads to where it is not there yet."""
        if part in self.names:
            return self.names[part]
        data = self.source.parts[part]
        shared = kind in self.shared and part in self.draft.parts
        if shared or (part in self.draft.parts and self.draft.parts[part] == data and "/media/" in part):
            self.names[part] = part
            return part
        name = self.draft.free(part)
        self.names[part] = name
        self.bring(part, name)
        return name

    def bring(self, part: str, name: str) -> None:
        """Write the source's part under `name`, its relationships with it."""
        self.draft.put(name, self.source.parts[part], self.source.content_type(part))
        self.draft.rels[name] = [
            replace(rel, target=self.part(rel.target, rel.kind))
            if not rel.external and (rel.target in self.source.parts or rel.target in self.names)
            else rel
            for rel in self.source.rels.get(part, ())
        ]

    def shape(self, element: Element, from_part: str, to_part: str) -> Element:
        """A copy of an element, its relationships made the other part's."""

        def related(rel: Relationship) -> str:
            target = rel.target if rel.external else self.part(rel.target, rel.kind)
            return self.draft.relate(to_part, rel.type, target, external=rel.external)

        return _with_relationships(element, self.source.rels.get(from_part, ()), related)


def _with_relationships(element: Element, rels: Iterable[Relationship], related: Callable[[Relationship], str]) -> Element:
    """A copy of an element, the ids of `rels` in it exchanged for those that `related` gives."""
    new = copy.deepcopy(element)
    known = {rel.id: rel for rel in rels}
    for item in new.iter():
        if not isinstance(item.tag, str):
            continue
        for name, value in list(item.attrib.items()):
            rel = known.get(value) if name.startswith(_R) else None
            if rel is not None:
                item.set(name, related(rel))
    return new


def shape_ids(tree: Element) -> set[int]:
    return {whole(props.get("id")) for shape in walk(tree) if (props := properties_of(shape)) is not None}


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


__all__ = ["Draft", "Graft", "renumber", "shape_ids", "spot"]
