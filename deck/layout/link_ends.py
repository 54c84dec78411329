"""Where the lines of long links end in a table. LibreOffice breaks a link that is longer than a line within its words, and sets
its lines upon each other, for it has a link as one field; of two it begins the second on a line of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from deck.geometry import EMU_PER_PT
from deck.layout.lines import plain_style, rows_of
from deck.layout.zone import SLACK
from deck.presentation import Paragraph, Table


class LinkEnds(NamedTuple):
    """The paragraph of a cell, all counted from 0, and after which of its letters a line within a link ends."""

    row: int
    column: int
    paragraph: int
    ends: tuple[int, ...]


def link_ends(
    table: Table, font: str, size_of: Callable[[int, int], float], widths: Sequence[int], bold: Callable[[int, int], bool]
) -> tuple[LinkEnds, ...]:
    """Of all cells. `size_of`, `bold`: of the words in a row and column; `widths` of the columns less their margins, in EMU."""
    found = []
    for n, row in enumerate(table.rows):
        for m, (cell, wide) in enumerate(zip(row.cells, widths, strict=False)):
            level = plain_style(font, bold=bold(n, m)).levels[0]
            for k, paragraph in enumerate(cell.paragraphs):
                if not any(run.link is not None for run in paragraph.runs) or "\v" in paragraph.text:
                    continue
                lines, cut = rows_of(paragraph, level, size_of(n, m), wide * SLACK / EMU_PER_PT)
                breaks = list(accumulate(chars for _wide, chars in lines))[:-1]
                within = set(_within_links(paragraph))
                ends = tuple(at for at in breaks if at in within and not cut)
                if ends:
                    found.append(LinkEnds(n, m, k, ends))
    return tuple(found)


def _within_links(paragraph: Paragraph) -> Iterator[int]:
    """After how many letters of the paragraph a word of a link ends, and another follows."""
    at = 0
    for run in paragraph.runs:
        for n, letter in enumerate(run.text[:-1], 1):
            if run.link is not None and letter == " ":
                yield at + n
        at += len(run.text)


__all__ = ["LinkEnds", "link_ends"]
