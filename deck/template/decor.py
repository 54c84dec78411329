"""Placeholders that hold nothing but decoration: a bar or a field that somebody drew as a text placeholder, with a space for its
prompt. Nobody writes there, and a slide without it lacks a part of its layout: it becomes an ordinary shape of the layout."""

from __future__ import annotations

from typing import Any

from deck.drawing.names import Element, child, local, need, qn
from deck.drawing.scene import extent, xfrm_of
from deck.geometry import Box
from deck.package import Package, parse_xml, serialise

FILLS = ("solidFill", "gradFill", "blipFill", "pattFill")
SMALL, THIN = 0.12, 0.12
"""The share of the slide that a decoration takes at most, or of its width or height: what is larger is a card to write on."""


def with_decor_drawn(package: Package, layouts: list[str], size: tuple[int, int]) -> Package:
    """The package, whose parts are well-formed, with such placeholders of its layouts as shapes; itself where there are none."""
    changed: dict[str, bytes | None] = {}
    for part in layouts:
        data = package.parts.get(part, b"")
        if b'type="body"' not in data:
            continue
        root = parse_xml(data)
        found = [shape for shape in root.iter(qn("p:sp")) if _is_decor(shape, size)]
        for shape in found:
            _drawn(shape)
        if found:
            changed[part] = serialise(root)
    return package.replace(changed) if changed else package


def _is_decor(shape: Element, size: tuple[int, int]) -> bool:
    holder = child(shape, "p:nvSpPr", "p:nvPr", "p:ph")
    place = extent(xfrm_of(shape))
    look = child(shape, "p:spPr")
    if holder is None or holder.get("type") != "body" or place is None or look is None:
        return False
    if not any(local(item) in FILLS for item in look if isinstance(item.tag, str)):
        return False
    prompt = [item.text or "" for item in shape.iter(qn("a:t"))]
    box = Box(*place)
    thin = box.w <= THIN * size[0] or box.h <= THIN * size[1]
    return bool(prompt) and not "".join(prompt).strip() and (thin or box.area <= SMALL * size[0] * size[1])


def _drawn(shape: Any) -> None:
    """The placeholder's mark taken away, and that it may not be grouped; a shape without a form of its own is a rectangle."""
    props, look = child(shape, "p:nvSpPr", "p:nvPr"), child(shape, "p:spPr")
    assert props is not None and look is not None
    holder: Any = child(props, "p:ph")
    props.remove(holder)
    props.set("userDrawn", "1")
    for lock in list(shape.iter(qn("a:spLocks"))):
        lock.attrib.pop("noGrp", None)
    if child(look, "a:prstGeom") is None and child(look, "a:custGeom") is None:
        form = look.makeelement(qn("a:prstGeom"), {"prst": "rect"})
        form.append(form.makeelement(qn("a:avLst"), {}))
        look.insert(list(look).index(need(look, "a:xfrm")) + 1, form)


__all__ = ["with_decor_drawn"]
