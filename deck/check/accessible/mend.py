"""What is safe to mend, mended: the marks and flags that rules find missing. The package is never changed in place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from deck.check.subject import Subject
from deck.check.words import element_of
from deck.drawing.names import Element, child, qn
from deck.drawing.sheet import properties_of
from deck.package import Package
from deck.package.names import ADEC

DECORATIVE_URI = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""The extension that Office keeps its decorative mark in ([MS-ODRAWXML] 2.24.3.4)."""


def xml_of(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def copy_of(root: Element) -> Element:
    return etree.fromstring(etree.tostring(root))


def with_decorative_marks(subject: Subject, marks: Mapping[str, Iterable[tuple[int, ...]]]) -> Package:
    """`marks`: part → the paths of shapes that get a decorative mark."""
    parts: dict[str, bytes | None] = {}
    for part, paths in marks.items():
        found = list(paths)
        root = subject.tree(part)
        if not found or root is None:
            continue
        root = copy_of(root)
        for path in found:
            shape = element_of(child(root, "p:cSld", "p:spTree"), path)
            props = properties_of(shape) if shape is not None else None
            if props is not None:
                _mark(props)
        parts[part] = xml_of(root)
    return subject.package.replace(parts)


def _mark(props: Element) -> None:
    holder = child(props, "a:extLst")
    if holder is None:
        holder = etree.SubElement(props, qn("a:extLst"))
    for old in list(holder):
        if old.get("uri") == DECORATIVE_URI:
            holder.remove(old)
    extension = etree.SubElement(holder, qn("a:ext"), uri=DECORATIVE_URI)
    etree.SubElement(extension, f"{{{ADEC}}}decorative", nsmap={"adec": ADEC}, val="1")
