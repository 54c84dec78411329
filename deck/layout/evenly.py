"""A title whose last line would be a word alone: its lines are broken sooner, by a margin, so that more words stand there."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from deck.fonts import wherever
from deck.geometry import EMU_PER_PT
from deck.layout.lines import column, rows_of
from deck.layout.zone import SLACK
from deck.presentation import Paragraph
from deck.template.model import Insets, TextLevel, TextStyle

SHORT, WORDS = 0.3, 2
"""The share of the longest line that a last line has at least, and its words."""
HAIR = SLACK, 2 - SLACK
"""How much narrower and wider a column is where other programs measure letters otherwise."""
STEP, MOST = 0.01, 0.45
"""By what share of the width its lines are tried, and how much of it they may give up."""


def even_insets(
    paragraphs: tuple[Paragraph, ...], style: TextStyle, size: float, width: float, bold: bool | None
) -> Insets | None:
    """The margins within which a text of one paragraph, `size` points large, has no last line that is too short; None where it
    has none anyway, or where nothing helps. `width`: of its column, in points."""
    if len(paragraphs) != 1 or style.vert != "horz" or style.columns > 1 or not style.wrap:
        return None
    less = _less(paragraphs[0], style.levels[min(paragraphs[0].level, len(style.levels) - 1)], size, width, bold)
    if not less:
        return None
    spare, insets = round(less * EMU_PER_PT), style.insets
    align = style.levels[0].align
    if align == "ctr":
        return replace(insets, left=insets.left + spare // 2, right=insets.right + spare // 2)
    return replace(insets, left=insets.left + spare) if align == "r" else replace(insets, right=insets.right + spare)


@lru_cache(maxsize=1_024)
def _less(paragraph: Paragraph, level: TextLevel, size: float, width: float, bold: bool | None) -> float:
    """The points that a column gives up; 0 for none."""
    levels = [replace(level, font=name) for name in wherever(level.font).split(",")]
    now = [_now(paragraph, item, size, width, bold) for item in levels]
    if all(map(_good, now)):
        return 0.0
    # What another program takes for a font counts as far as both can be had.
    both = [*zip(levels, now, strict=True)]
    for known in (both, both[:1] if not _good(now[0]) else []):
        for n in range(1, round(MOST / STEP) + 1):
            less = width * STEP * n
            if known and all(_holds(paragraph, item, size, width - less, bold, len(was)) for item, was in known):
                return less
    return 0.0


def _now(paragraph: Paragraph, level: TextLevel, size: float, width: float, bold: bool | None) -> tuple[tuple[float, int], ...]:
    """Its lines; where they are several, those of a column a hair narrower or wider if one of these ends badly, as other programs
    may have it."""
    own = _lines(paragraph, level, size, width, bold)[0]
    near = [own, *(_lines(paragraph, level, size, width * share, bold)[0] for share in HAIR if len(own) > 1)]
    return next((lines for lines in near if len(lines) == len(own) and not _good(lines)), own)


def _holds(paragraph: Paragraph, level: TextLevel, size: float, width: float, bold: bool | None, count: int) -> bool:
    """Whether the lines are good, and as many, and no word is cut, in this width, in a hair more and in a hair less."""
    tries = [_lines(paragraph, level, size, width * share, bold) for share in (1.0, *HAIR)]
    return all(len(found) == count and _good(found) and not cut for found, cut in tries)


def _lines(
    paragraph: Paragraph, level: TextLevel, size: float, width: float, bold: bool | None
) -> tuple[tuple[tuple[float, int], ...], bool]:
    """Each line's width in points, and its words; and whether a word is cut."""
    rows, broken = rows_of(paragraph, level, size, column(paragraph, level, width), bold)
    found, at, text = list[tuple[float, int]](), 0, paragraph.text
    for wide, chars in rows:
        found.append((wide, len(text[at : at + chars].strip(" ").split(" "))))
        at += chars
    return tuple(found), broken


def _good(lines: tuple[tuple[float, int], ...]) -> bool:
    wide, count = lines[-1]
    return len(lines) < 2 or (count >= WORDS and wide >= SHORT * max(line for line, _words in lines))


__all__ = ["even_insets"]
