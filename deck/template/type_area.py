"""Where in its box type stands: what is behind the rest of the box, nobody reads upon."""

from __future__ import annotations

from deck.drawing.model import TextStyle
from deck.geometry import Box, pt
from deck.presentation import CONTACT, OCCASION

LINE = 1.2
"""From one line to the next, per point of size."""
MOST_LINES = {
    "title": 2,
    "subtitle": 2,
    **dict.fromkeys(("attribution", *OCCASION, *CONTACT, "part", "left-heading", "right-heading"), 1),
}
"""Lines that the words of a role take as a rule; those of other roles fill their box."""
LETTERS = {"sldNum": 3, "dt": 12, "ftr": 30}
"""Letters that furniture has as a rule, and so how much of its line is used."""
LETTER = 0.55
"""A letter's width, per point of size."""


def lines_box(box: Box, style: TextStyle, lines: int, size_pt: float | None = None) -> Box:
    """Where so many lines of the first level stand in a box, by its anchor; never higher than the box."""
    margins, level = style.insets, style.levels[0]
    inner = box.inset(margins.left, margins.top, margins.right, margins.bottom)
    size = size_pt or level.size_pt
    high = pt(lines * (level.line_exact_pt or LINE * size * level.line_spacing))
    high = min(max(high, 1), inner.h or box.h)
    spare = max(inner.h - high, 0)
    down = {"ctr": spare // 2, "b": spare}.get(style.anchor, 0)
    return Box(inner.x, inner.y + down, max(inner.w, 1), high)


def type_area(box: Box, style: TextStyle, role: str) -> Box:
    """Where the words of a slot's role, or of furniture ("ftr", "dt", "sldNum"), stand in a box."""
    if role in LETTERS:
        line, level = lines_box(box, style, 1), style.levels[0]
        wide = min(pt(LETTERS[role] * LETTER * level.size_pt), line.w)
        at = {"ctr": (line.w - wide) // 2, "r": line.w - wide}.get(level.align, 0)
        return Box(line.x + at, line.y, max(wide, 1), line.h)
    if role in MOST_LINES:
        return lines_box(box, style, MOST_LINES[role])
    margins = style.insets
    inner = box.inset(margins.left, margins.top, margins.right, margins.bottom)
    return inner if inner.area else box
