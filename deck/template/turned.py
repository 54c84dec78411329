"""A house that writes from right to left, under words that run from left to right: PowerPoint turns the order of numbers, marks
and bullets about, and so the deck's own masters and layouts are set the other way."""

from __future__ import annotations

from collections.abc import Iterator

from deck.drawing import Sheets
from deck.drawing.names import Element, qn, yes
from deck.drawing.sheet import TITLES
from deck.package import Package, serialise
from deck.template.stood import ALIKE, boxes_of, own_places


def left_to_right(package: Package) -> Package:
    """The package with every right-to-left level (21.1.2.2.7 rtl) of its masters, layouts and defaults turned: what stood against
    the right margin stands against the left; but for titles that have nothing in common with their content but that margin."""
    sheets = Sheets(package)
    of_masters = [(master, *sheets.layout_parts(master)) for master in sheets.master_parts()]
    opposite = {name for master, *layouts in of_masters if _ends_alike(sheets, master) for name in (master, *layouts)}
    parts: dict[str, bytes | None] = {}
    for part in dict.fromkeys((package.main, *(name for names in of_masters for name in names))):
        if b'rtl="' not in package.parts.get(part, b""):
            continue
        root = sheets.root(part)
        levels = [item for item in root.iter() if yes(item.get("rtl"))] if root is not None else []
        held = set(_of_titles(root)) if part in opposite and root is not None else set[Element]()
        for level in levels:
            _turn(level, aligned=level not in held)
        if levels and root is not None:
            parts[part] = serialise(root)
    return package.replace(parts) if parts else package


def _ends_alike(sheets: Sheets, master: str) -> bool:
    """Do a master's title and content end at one right edge, and begin far apart, a logo between? Against the left margin, the
    title would begin above nothing."""
    title, content = boxes_of(sheets.root(master))
    rim = ALIKE * sheets.size[0]
    if title is None or content is None:
        return False
    return abs(title.right - content.right) <= rim < title.x - content.x


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
