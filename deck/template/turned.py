"""A house that writes from right to left, under words that run from left to right: PowerPoint turns the order of numbers, marks
and bullets about, and so the deck's own masters and layouts are set the other way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from deck.drawing import Sheets
from deck.drawing.names import Element, child, put_child, qn, yes
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import TITLES, placeholder_of
from deck.geometry import Box, pt
from deck.package import Package, serialise
from deck.template.order import TEXT
from deck.template.stood import ALIKE, CONTENT, boxes_of, near, own_places, put_at

AIR, GAP = pt(8), pt(14)
"""What is left between a logo and a title that goes under it, and at most between that and its content."""
MOST, GROUND = 0.2, 0.4
"""The share of its height that content gives such a title at most, and that of the slide from which a shape is ground."""


class Lowering(NamedTuple):
    """Where a master's title and content are, where the title goes, and how far down the content begins then, in EMU."""

    title: Box
    content: Box
    under: Box
    begins: int


def left_to_right(package: Package) -> Package:
    """The package with every right-to-left level (21.1.2.2.7 rtl) of its masters, layouts and defaults turned: what stood against
    the right margin stands against the left. A title beside a logo, that would begin above nothing there, goes under that; where
    it has no room, it keeps the margin that it has in common with its content, but for where it begins as what is under it."""
    sheets = Sheets(package)
    of_masters = [(master, *sheets.layout_parts(master)) for master in sheets.master_parts()]
    parts: dict[str, bytes | None] = {}
    for names in [(package.main,), *of_masters]:
        roots = {part: root for part in dict.fromkeys(names) if (root := sheets.root(part)) is not None and part not in parts}
        levels = {
            part: [item for item in root.iter() if yes(item.get("rtl"))] if b'rtl="' in package.parts.get(part, b"") else []
            for part, root in roots.items()
        }
        turned = any(levels.values()) and names[0] != package.main
        apart = turned and _ends_alike(roots.get(names[0]), sheets.size)
        lowering = _lowering(list(roots.values()), sheets.size) if apart else None
        for part, root in roots.items():
            held = set(_of_titles(root)) if apart and lowering is None else set[Element]()
            for level in levels[part]:
                _turn(level, aligned=level not in held)
            moved = _lowered(root, lowering, sheets.size) if lowering is not None else apart and _flush(root, sheets.size)
            if levels[part] or moved:
                parts[part] = serialise(root)
    return package.replace(parts) if parts else package


def _ends_alike(master: Element | None, size: tuple[int, int]) -> bool:
    """Do a master's title and content end at one right edge, and begin far apart, a logo between? Against the left margin, the
    title would begin above nothing."""
    title, content = boxes_of(master)
    rim = ALIKE * size[0]
    if title is None or content is None:
        return False
    return abs(title.right - content.right) <= rim < title.x - content.x


def _lowering(roots: Sequence[Element], size: tuple[int, int]) -> Lowering | None:
    """How a master's title goes under what is beside it, flush with its content, the master first of `roots`; None where content
    would lose too much, or something is drawn there."""
    title, content = boxes_of(roots[0])
    if title is None or content is None or title.bottom > content.y:
        return None
    beside = Box(content.x, title.y, title.x - content.x, title.h)
    like = [root for root in roots if not _elsewhere(root, title, size)]
    blocks = [box for root in like for box in _drawn(root) if box.area < GROUND * size[0] * size[1]]
    over = [block.bottom + AIR for block in blocks if block.overlaps(beside, 0)]
    under = Box(content.x, max(over, default=title.y), content.right - content.x, title.h)
    begins = max(under.bottom + min(content.y - title.bottom, GAP), content.y)
    room = Box(under.x, under.y, under.w, begins - under.y)
    if begins - content.y > MOST * content.h or any(block.overlaps(room, 0) for block in blocks):
        return None
    return Lowering(title, content, under, begins)


def _elsewhere(root: Element, title: Box, size: tuple[int, int]) -> bool:
    """Has a sheet its title in another place than its master's `title`?"""
    return any(kind in TITLES and box is not None and not near(box, title, size) for kind, _shape, box in own_places(root))


def _drawn(root: Element) -> Iterator[Box]:
    """The boxes of what a sheet has drawn; a line is as high as its stroke."""
    tree = child(root, "p:cSld", "p:spTree")
    for shape in tree if tree is not None else ():
        place = extent(xfrm_of(shape)) if placeholder_of(shape) is None and xfrm_of(shape) is not None else None
        if place is not None:
            x, y, w, h = place
            yield Box(x, y, max(w, 1), max(h, 1))


def _lowered(root: Element, to: Lowering, size: tuple[int, int]) -> bool:
    """A sheet's title under what it stood beside, its contents in what is left under it; whether any has moved. One whose title
    is elsewhere stays as it is."""
    if _elsewhere(root, to.title, size):
        return False
    whole = to.content
    share, changed = (whole.bottom - to.begins) / whole.h, False
    for kind, shape, box in own_places(root):
        if box is None:
            continue
        if kind in TITLES:
            put_at(shape, to.under)
        elif kind in CONTENT and to.title.bottom <= box.y < whole.bottom:
            top = whole.bottom - round((whole.bottom - box.y) * share)
            put_at(shape, Box(box.x, top, box.w, round(box.h * share)))
        else:
            continue
        changed = True
    return changed


def _flush(root: Element, size: tuple[int, int]) -> bool:
    """A title that begins where what is under it does, set from there; whether there is one that was not."""
    title, content = boxes_of(root)
    if title is None or content is None or abs(title.x - content.x) > ALIKE * size[0]:
        return False
    body = next((child(shape, "p:txBody") for kind, shape, _box in own_places(root) if kind in TITLES), None)
    if body is None:
        return False
    style = child(body, "a:lstStyle")
    if style is None:
        style = etree.Element(qn("a:lstStyle"))
        put_child(body, style, [name.partition(":")[2] for name in TEXT])
    level = child(style, "a:lvl1pPr")
    if level is None:
        level = etree.Element(qn("a:lvl1pPr"))
        style.insert(0, level)
    said = level.get("algn")
    level.set("algn", "l" if said in (None, "r") else said)
    return level.get("algn") != said


def _of_titles(root: Element) -> Iterator[Element]:
    """What says how titles are set."""
    yield from (level for style in root.iter(qn("p:titleStyle")) for level in style)
    for kind, shape, _box in own_places(root):
        if kind in TITLES:
            yield from shape.iter()


def _turn(level: Element, *, aligned: bool) -> None:
    level.set("rtl", "0")
    if aligned and level.get("algn") == "r":
        level.set("algn", "l")


__all__ = ["left_to_right"]
