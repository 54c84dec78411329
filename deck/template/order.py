"""The children of a stranger's master and layouts put in the order that the standard has for them, and what it has no attribute
for left out: PowerPoint repairs a file that has them otherwise, and a deck built upon it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from lxml import etree

from deck.drawing.names import qn
from deck.package import Package, UnsafeXML, parse_xml, serialise

TEXT = ("a:bodyPr", "a:lstStyle", "a:p")
ORDER: dict[str, tuple[str, ...]] = {
    "p:sldMaster": (*("p:cSld", "p:clrMap", "p:sldLayoutIdLst", "p:transition", "p:timing", "p:hf", "p:txStyles", "p:extLst"),),
    "p:sldLayout": ("p:cSld", "p:clrMapOvr", "p:transition", "p:timing", "p:hf", "p:extLst"),
    "p:cSld": ("p:bg", "p:spTree", "p:custDataLst", "p:controls", "p:extLst"),
    "p:sp": ("p:nvSpPr", "p:spPr", "p:style", "p:txBody", "p:extLst"),
    "p:pic": ("p:nvPicPr", "p:blipFill", "p:spPr", "p:style", "p:extLst"),
    "p:cxnSp": ("p:nvCxnSpPr", "p:spPr", "p:style", "p:extLst"),
    "p:txBody": TEXT,
    "a:txBody": TEXT,
    "a:p": ("a:pPr", "", "a:endParaRPr"),
}
"""Children of an element in their order (ECMA-376 Part 1, 19.3.1 and 21.1.2); "" is for any other."""
ATTRIBUTES = {"p:cSld": ("name",)}
"""All that an element may have, where other programs are known to write more (19.3.1.16)."""


def put_in_order(package: Package, parts: Iterable[str]) -> dict[str, bytes | None]:
    """Those of the parts that were otherwise. One that is not well-formed is left to who reads it."""
    changed: dict[str, bytes | None] = {}
    for part in parts:
        try:
            root = parse_xml(package.parts[part])
        except (etree.XMLSyntaxError, UnsafeXML, ValueError):
            continue
        touched = [item for item in root.iter(*_TAGS) if in_order(item, ORDER[_TAGS[item.tag]])]
        touched += [item for name in ATTRIBUTES for item in root.iter(qn(name)) if _trimmed(item, ATTRIBUTES[name])]
        if touched:
            changed[part] = serialise(root)
    return changed


_TAGS = {qn(name): name for name in ORDER}


def in_order(root: Any, names: Sequence[str]) -> bool:
    """Puts an element's children in the order of `names`; what is not among them stays after what it stood after, or where ""
    is. Says whether it had to."""
    places = {qn(name if ":" in name else f"p:{name}"): n for n, name in enumerate(names) if name}
    other = names.index("") if "" in names else None
    keys: list[tuple[int, int]] = []
    last = -1
    for n, item in enumerate(root):
        known = places.get(item.tag, other if other is not None else last) if isinstance(item.tag, str) else last
        last = known
        keys.append((known, n))
    if keys == sorted(keys):
        return False
    root[:] = [item for _key, item in sorted(zip(keys, list(root), strict=True), key=lambda pair: pair[0])]
    return True


def _trimmed(item: Any, allowed: Sequence[str]) -> bool:
    extra = [name for name in item.attrib if name not in allowed and not name.startswith("{")]
    for name in extra:
        del item.attrib[name]
    return bool(extra)


__all__ = ["in_order", "put_in_order"]
