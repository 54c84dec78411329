"""How high the box of a title is: two lines stand in it, and where an ordinary title needs them, in nearly their own size."""

from __future__ import annotations

from deck.fonts import em_width
from deck.geometry import EMU_PER_PT, Box, least_scale, pt, slide_scale
from deck.template.model import Placeholder, TextStyle

TITLE_PT, FULL_PT = 24.0, 32.0
"""The least size that a title has, in points on a common slide: a smaller one would be read after what stands under it. And up to
what one on two lines keeps its own."""
SPACED_PT = 18.0
"""The same where it is in capitals with air between them."""
LETTERS, TITLE_LETTERS, ONE_LINE = "enartis domlgkv", 51, 0.8
"""Letters as common as in a text, and so many of them as an ordinary title has; and the least share of its own size at which one
is rather set on one line than on two."""
MOST_GROWN, ACROSS = 1.3, 0.6
"""So many times its height a title's box becomes for more than two small lines; and the share of the slide's width from which it
is one over all that follows."""
LOOSEST = 1.6
"""How far apart a title's lines may be for its box to grow by that, in lines."""
EDGE = 0.02
"""The share of the slide's height that is left above it."""


def two_lines(points: float, apart: float = 1.0) -> int:
    """What two lines of a title take, so far apart, in EMU."""
    return pt(points * (2 * 1.2 * apart + 1 / 3))


def tall(title: Placeholder, size: tuple[int, int]) -> Box:
    """A title's box with room for two lines of the least size, on a slide of `size` (EMU)."""
    least = least_title(title.style, title.box.w, size) / slide_scale(size)
    return _grown(title, two_lines(least * least_scale(size), _apart(title)), size)


def least_title(style: TextStyle, wide: int, size: tuple[int, int]) -> float:
    """The least size in points of a title in a box so `wide` (EMU). One that its house sets in spaced capitals, as a heading over
    the matter, is read as a title where it is smaller: it is raised no further than an ordinary one stays a line."""
    scale, level = slide_scale(size), style.levels[0]
    most = TITLE_PT * scale
    if not (level.caps and level.letter_spacing_pt > 0 and SPACED_PT * scale <= level.size_pt < most):
        return most
    room = (wide - style.insets.left - style.insets.right) / EMU_PER_PT / TITLE_LETTERS - level.letter_spacing_pt
    return min(max(level.size_pt, float(int(room / letter_width(style)))), most)


def taller(title: Placeholder, size: tuple[int, int]) -> Box | None:
    """One with room for two lines of nearly its own size; None where an ordinary title is one line, or that is no more."""
    box = title.box.intersection(Box(0, 0, *size))
    if box.w < ACROSS * size[0] or is_a_line(box, title.style):
        return None
    full = two_lines(min(title.style.levels[0].size_pt, FULL_PT * slide_scale(size)), _apart(title))
    found = _grown(title, min(full, round(MOST_GROWN * box.h)), size)
    return found if found.h > tall(title, size).h else None


def is_a_line(box: Box, style: TextStyle) -> bool:
    """Is an ordinary title one line in such a box, hardly smaller than it would have it?"""
    wide = box.w - style.insets.left - style.insets.right
    return TITLE_LETTERS * letter_width(style) * ONE_LINE * style.levels[0].size_pt <= wide / EMU_PER_PT


def letter_width(style: TextStyle) -> float:
    """What an ordinary letter of a title takes, in points at one point's size."""
    level = style.levels[0]
    return em_width(LETTERS.upper() if level.caps else LETTERS, level.font, level.bold, level.italic) / len(LETTERS)


def _apart(title: Placeholder) -> float:
    return min(max(title.style.levels[0].line_spacing, 1.0), LOOSEST)


def _grown(title: Placeholder, least: int, size: tuple[int, int]) -> Box:
    box = title.box.intersection(Box(0, 0, *size))
    if box.h >= least:
        return box
    grow = least - box.h
    up = min(grow if title.style.anchor == "b" else grow // 2, max(box.y - round(EDGE * size[1]), 0))
    return Box(box.x, min(box.y - up, size[1] - least), box.w, least)


__all__ = ["EDGE", "ONE_LINE", "TITLE_PT", "is_a_line", "least_title", "letter_width", "tall", "taller", "two_lines"]
