"""A house that writes from right to left, under words that run from left to right: PowerPoint turns the order of numbers, marks
and bullets about, and so the deck's own masters and layouts are set the other way."""

from __future__ import annotations

from deck.drawing import Sheets
from deck.drawing.names import Element, yes
from deck.package import Package, serialise


def left_to_right(package: Package) -> Package:
    """The package with every right-to-left level (21.1.2.2.7 rtl) of its masters, layouts and defaults turned: what stood against
    the right margin stands against the left."""
    sheets = Sheets(package)
    of_masters = [(master, *sheets.layout_parts(master)) for master in sheets.master_parts()]
    parts: dict[str, bytes | None] = {}
    for part in dict.fromkeys((package.main, *(name for names in of_masters for name in names))):
        if b'rtl="' not in package.parts.get(part, b""):
            continue
        root = sheets.root(part)
        levels = [item for item in root.iter() if yes(item.get("rtl"))] if root is not None else []
        for level in levels:
            _turn(level)
        if levels and root is not None:
            parts[part] = serialise(root)
    return package.replace(parts) if parts else package


def _turn(level: Element) -> None:
    level.set("rtl", "0")
    if level.get("algn") == "r":
        level.set("algn", "l")


__all__ = ["left_to_right"]
