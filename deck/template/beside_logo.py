"""A footer that stands in a house's logo: where its slides show no footer nobody sees it, and a deck's would cover the logo. It
stands where the layout has its date, which decks do not show."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from deck.drawing import Sheets, numbers
from deck.drawing.names import Element, child, qn
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import placeholder_of
from deck.geometry import Box
from deck.package import Package, serialise

WITHIN = 0.2
"""The share of a footer's place from which a picture stands in it."""
SMALL = 0.15
"""The share of the slide up to which a picture is a logo, not a ground."""
Feet = dict[str, tuple[Element, Box | None]]


def beside_logos(package: Package) -> Package:
    """The package with such footers moved, in its layouts."""
    sheets = Sheets(package)
    parts: dict[str, bytes | None] = {}
    for master in sheets.master_parts():
        below = sheets.root(master)
        usual, logos = _feet(below), list(_logos(below, sheets.size))
        for part in sheets.layout_parts(master):
            root = sheets.root(part)
            own = _feet(root)
            seen = [*_logos(root, sheets.size), *(logos if _shows(root) else ())]
            if root is None or "ftr" not in own:
                continue
            footer, date = (own.get(kind, (None, None))[1] or usual.get(kind, (None, None))[1] for kind in ("ftr", "dt"))
            if footer and date and _covered(footer, seen) and not any(date.overlaps(box, 1) for box in seen):
                _place(own["ftr"][0], date)
                parts[part] = serialise(root)
    return package.replace(parts) if parts else package


def _shows(root: Element | None) -> bool:
    return root is not None and root.get("showMasterSp", "1") not in ("0", "false")


def _covered(footer: Box, logos: list[Box]) -> bool:
    return any(footer.intersection(box).area >= WITHIN * min(footer.area, box.area) for box in logos)


def _own(shape: Element) -> Box | None:
    xfrm = xfrm_of(shape)
    place = extent(xfrm) if xfrm is not None and not numbers.angle(xfrm.get("rot")) else None
    return Box(*place) if place is not None else None


def _shapes(root: Element | None) -> Iterator[Element]:
    tree = child(root, "p:cSld", "p:spTree")
    yield from tree if tree is not None else ()


def _logos(root: Element | None, size: tuple[int, int]) -> Iterator[Box]:
    for shape in _shapes(root):
        if shape.tag == qn("p:pic") and (box := _own(shape)) is not None and box.area <= SMALL * size[0] * size[1]:
            yield box


def _feet(root: Element | None) -> Feet:
    held = [(placeholder_of(shape), shape) for shape in _shapes(root)]
    return {holder.get("type", ""): (shape, _own(shape)) for holder, shape in held if holder is not None}


def _place(shape: Element, box: Box) -> None:
    """The shape's own place, in EMU (20.1.7.6); a turn that it had is gone."""
    props = child(shape, "p:spPr")
    if props is None:
        return
    if (old := child(props, "a:xfrm")) is not None:
        props.remove(old)
    frame = etree.Element(qn("a:xfrm"))
    etree.SubElement(frame, qn("a:off"), x=str(box.x), y=str(box.y))
    etree.SubElement(frame, qn("a:ext"), cx=str(box.w), cy=str(box.h))
    props.insert(0, frame)


__all__ = ["beside_logos"]
