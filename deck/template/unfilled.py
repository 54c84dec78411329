"""Words that a program wrote for what it would have filled in itself: LibreOffice leaves text boxes on masters that say
"<date/time>", "<footer>" or "<number>", and nobody else fills them."""

from __future__ import annotations

import re

from deck.drawing import Sheets
from deck.drawing.names import Element, child, detach, qn
from deck.drawing.sheet import placeholder_of
from deck.package import Package, serialise

_UNFILLED = re.compile(r"<[^<>]{2,24}>")
_MAYBE = re.compile(rb">&lt;[^&<>]{2,40}&gt;</a:t>")


def without_unfilled(package: Package) -> Package:
    """The package without such boxes on its masters and layouts. Placeholders stay: theirs show on no slide."""
    sheets = Sheets(package)
    parts: dict[str, bytes | None] = {}
    for master in sheets.master_parts():
        for part in (master, *sheets.layout_parts(master)):
            if part in parts or not _MAYBE.search(package.parts.get(part, b"")):
                continue
            root = sheets.root(part)
            boxes = [shape for shape in _boxes(root) if _UNFILLED.fullmatch(_text(shape))]
            for shape in boxes:
                detach(shape)
            if boxes and root is not None:
                parts[part] = serialise(root)
    return package.replace(parts) if parts else package


def _boxes(root: Element | None) -> list[Element]:
    tree = child(root, "p:cSld", "p:spTree")
    return [shape for shape in tree.iterchildren(qn("p:sp")) if placeholder_of(shape) is None] if tree is not None else []


def _text(shape: Element) -> str:
    return "".join(item.text or "" for item in shape.iter(qn("a:t"))).strip()


__all__ = ["without_unfilled"]
