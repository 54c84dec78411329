"""Layouts that have another master's looks. LibreOffice writes one page's boxes and prompts into the layouts of all masters, and
each page's own into its master alone: there the layouts of each take after their master."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from deck.drawing import Sheets, numbers
from deck.drawing.names import Element, child, detach, qn
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import TITLES
from deck.geometry import Box
from deck.package import Package, serialise
from deck.template.stood import ANEW, APP, CONTENT, near, own_places, put_at

WHOLE, LEANING = 21_600_000, 900_000
"""A whole turn, and how far a place may lean that is upright all the same, in 1/60,000 of a degree."""


def as_mastered(package: Package) -> Package:
    """The package with layouts' titles and contents where their master has its own, in the sizes and colours of its prompts; as
    it was where another program wrote it, or where there is one master."""
    if ANEW not in package.parts.get(APP, b""):
        return package
    sheets = Sheets(package)
    masters = sheets.master_parts()
    parts: dict[str, bytes | None] = {}
    for master in masters if len(masters) > 1 else ():
        own = list(own_places(sheets.root(master)))
        title = next((_upright(shape) for kind, shape, _box in own if kind in TITLES), None)
        body = next((_upright(shape) for kind, shape, _box in own if kind in CONTENT), None)
        for part in sheets.layout_parts(master):
            root = sheets.root(part)
            if part in parts or root is None:
                continue
            moved = [*_moved(root, title, body, sheets.size)]
            for shape, box in moved:
                put_at(shape, box)
            if moved:
                _unsay(root)
                parts[part] = serialise(root)
    return package.replace(parts) if parts else package


def _upright(shape: Element) -> Box | None:
    """Where a place would stand that leans a little, as a title does along a slanting field."""
    xfrm = xfrm_of(shape)
    turned = numbers.angle(xfrm.get("rot")) % WHOLE if xfrm is not None else 0
    place = extent(xfrm) if min(turned, WHOLE - turned) <= LEANING else None
    return Box(*place) if place is not None else None


def _moved(root: Element, title: Box | None, body: Box | None, size: tuple[int, int]) -> Iterator[tuple[Element, Box]]:
    """The layout's places that its master has elsewhere, and where: its contents as they stand in the room of all of them."""
    own = [(kind, shape, box) for kind, shape, box in own_places(root) if box is not None and box.area]
    contents = [box for kind, _shape, box in own if kind in CONTENT]
    room = reduce(Box.union, contents) if contents else None
    for kind, shape, box in own:
        new = None
        if kind in TITLES:
            new = title
        elif kind in CONTENT and room is not None and body is not None:
            new = _within(box, room, body)
        if new is not None and not near(box, new, size):
            yield shape, new


def _within(box: Box, room: Box, body: Box) -> Box:
    """A part of a room, in another room."""
    left, right = (body.x + (at - room.x) * body.w // room.w for at in (box.x, box.right))
    top, bottom = (body.y + (at - room.y) * body.h // room.h for at in (box.y, box.bottom))
    return Box(left, top, right - left, bottom - top)


def _unsay(root: Element) -> None:
    """Prompts without sizes, weights and colours: they take after the master's."""
    for kind, shape, _box in own_places(root):
        if kind not in TITLES and kind not in CONTENT:
            continue
        for look in (*shape.iter(qn("a:rPr")), *shape.iter(qn("a:endParaRPr"))):
            for name in ("sz", "b"):
                look.attrib.pop(name, "")
            fill = child(look, "a:solidFill")
            if fill is not None:
                detach(fill)


__all__ = ["as_mastered"]
