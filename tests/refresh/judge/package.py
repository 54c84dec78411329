"""A .pptx as parts in memory, to be edited by hand: no module of the product, and none of its habits."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
A14 = "http://schemas.microsoft.com/office/drawing/2010/main"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
P15 = "http://schemas.microsoft.com/office/powerpoint/2012/main"
P188 = "http://schemas.microsoft.com/office/powerpoint/2018/8/main"
CT = "http://schemas.openxmlformats.org/package/2006/content-types"
PR = "http://schemas.openxmlformats.org/package/2006/relationships"
NS = {"a": A, "p": P, "r": R, "c": C, "m": M, "mc": MC, "a14": A14, "p14": P14, "p15": P15, "p188": P188}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NS.items())
TYPE = "application/vnd.openxmlformats-officedocument."
MARKUP = (".xml", ".rels", ".vml")
Element = Any


def q(name: str) -> str:
    """`a:t` as lxml wants it."""
    prefix, local = name.split(":")
    return f"{{{NS[prefix]}}}{local}"


def element(xml: str) -> Element:
    """XML with the usual prefixes, without having to declare them; what is not used is not declared."""
    found = etree.fromstring(re.sub(r"^(<[\w:]+)", rf"\1 {DECLARED}", xml.strip(), count=1))
    etree.cleanup_namespaces(found)
    return found


@dataclass(frozen=True)
class Relation:
    """A relationship: its id, the last word of its type, where it leads (a part's name, or an address)."""

    id: str
    type: str
    target: str
    external: bool


@dataclass
class Package:
    """Parts by name (no leading slash), parsed where somebody asked for it."""

    parts: dict[str, bytes]
    trees: dict[str, Element] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Package:
        with zipfile.ZipFile(path) as archive:
            return cls({name: archive.read(name) for name in archive.namelist() if not name.endswith("/")})

    def write(self, path: Path) -> None:
        data = BytesIO()
        with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name in ["[Content_Types].xml", *sorted(set(self.parts) - {"[Content_Types].xml"})]:
                archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), self.data(name), zipfile.ZIP_DEFLATED)
        path.write_bytes(data.getvalue())

    def data(self, name: str) -> bytes:
        if name in self.trees:
            return etree.tostring(self.trees[name], xml_declaration=True, encoding="UTF-8", standalone=True)
        return self.parts[name]

    def tree(self, name: str) -> Element:
        if name not in self.trees:
            self.trees[name] = etree.fromstring(self.parts[name])
        return self.trees[name]

    # -- relationships

    @staticmethod
    def rels_name(name: str) -> str:
        folder, file = posixpath.split(name)
        return posixpath.join(folder, "_rels", f"{file}.rels")

    def relations(self, name: str) -> list[Relation]:
        rels = self.rels_name(name)
        if rels not in self.parts:
            return []
        return [self._relation(name, node) for node in self.tree(rels)]

    @staticmethod
    def _relation(name: str, node: Element) -> Relation:
        external = node.get("TargetMode") == "External"
        target = node.get("Target", "")
        if not external:
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(name), target)).lstrip("/")
        return Relation(node.get("Id", ""), node.get("Type", "").rsplit("/", 1)[-1], target, external)

    def related(self, name: str, kind: str) -> str | None:
        return next((rel.target for rel in self.relations(name) if rel.type == kind and not rel.external), None)

    def relate(self, name: str, kind: str, target: str, *, external: bool = False) -> str:
        """A new relationship's id. `kind` is the type's last word, or the whole type."""
        rels = self.rels_name(name)
        if rels not in self.parts:
            self.parts[rels] = f'<Relationships xmlns="{PR}"/>'.encode()
        tree = self.tree(rels)
        taken = {node.get("Id") for node in tree}
        new = next(f"rId{number}" for number in range(1, 9999) if f"rId{number}" not in taken)
        node = etree.SubElement(tree, f"{{{PR}}}Relationship", Id=new, Type=kind if ":" in kind else f"{R}/{kind}")
        node.set("Target", target if external else "/" + target)
        if external:
            node.set("TargetMode", "External")
        return new

    def unrelate(self, name: str, rel_id: str) -> None:
        tree = self.tree(self.rels_name(name))
        for node in list(tree):
            if node.get("Id") == rel_id:
                tree.remove(node)

    # -- parts

    def free(self, pattern: str) -> str:
        return next(pattern.format(number) for number in range(1, 9999) if pattern.format(number) not in self.parts)

    def add(self, name: str, data: bytes | str | Element, content_type: str) -> str:
        if isinstance(data, bytes | str):
            self.parts[name] = data if isinstance(data, bytes) else data.encode()
        else:
            self.parts[name] = etree.tostring(data, xml_declaration=True, encoding="UTF-8", standalone=True)
        self.trees.pop(name, None)
        types = self.tree("[Content_Types].xml")
        extension = name.rsplit(".", 1)[-1]
        if name.endswith(MARKUP[0]):
            etree.SubElement(types, f"{{{CT}}}Override", PartName=f"/{name}", ContentType=content_type)
        elif not any(node.get("Extension", "").lower() == extension for node in types):
            types.insert(0, etree.Element(f"{{{CT}}}Default", Extension=extension, ContentType=content_type))
        return name

    def content_type(self, name: str) -> str | None:
        extension = None
        for node in self.tree("[Content_Types].xml"):
            if node.get("PartName", "").lower() == f"/{name}".lower():
                return node.get("ContentType")
            if node.get("Extension", "").lower() == name.rsplit(".", 1)[-1].lower():
                extension = node.get("ContentType")
        return extension

    def drop(self, name: str) -> None:
        for gone in (name, self.rels_name(name)):
            self.parts.pop(gone, None)
            self.trees.pop(gone, None)
        types = self.tree("[Content_Types].xml")
        for node in list(types):
            if node.get("PartName", "").lower() == f"/{name}".lower():
                types.remove(node)

    # -- slides

    @property
    def main(self) -> str:
        return self.related("", "officeDocument") or "ppt/presentation.xml"

    @property
    def presentation(self) -> Element:
        return self.tree(self.main)

    def slides(self) -> list[str]:
        leads = {rel.id: rel.target for rel in self.relations(self.main)}
        return [leads[node.get(q("r:id"))] for node in self.presentation.iterfind("p:sldIdLst/p:sldId", NS)]

    def slide_ids(self) -> list[Element]:
        return list(self.presentation.iterfind("p:sldIdLst/p:sldId", NS))

    def notes(self, slide: str) -> str | None:
        return self.related(slide, "notesSlide")

    def shapes(self, slide: str) -> list[Element]:
        """The shapes of the slide's tree, groups not opened."""
        tree = self.tree(slide).find("p:cSld/p:spTree", NS)
        return [node for node in tree if node.tag in SHAPES]

    def reachable(self, start: str = "", stop: tuple[str, ...] = ()) -> Iterator[str]:
        """Every part that relationships lead to from `start`, once; those of `stop` are not gone into."""
        seen, todo = {start, *stop}, [start]
        while todo:
            for rel in self.relations(todo.pop()):
                if not rel.external and rel.target not in seen and rel.target in self.parts:
                    seen.add(rel.target)
                    todo.append(rel.target)
                    yield rel.target


SHAPES = {q(f"p:{kind}") for kind in ("sp", "grpSp", "graphicFrame", "pic", "cxnSp", "contentPart")} | {q("mc:AlternateContent")}


def new_shape_id(tree: Element) -> int:
    """A number that no shape of the slide has."""
    return 1 + max(int(node.get("id", "0")) for node in tree.iter(q("p:cNvPr"), f"{{{A}}}cNvPr"))
