"""Small tools for drawn blocks: words that fit in a shape, groups, lengths."""

from __future__ import annotations

from collections.abc import Iterable

from deck.geometry import EMU_PER_PT, Box
from deck.layout.lines import measure_text, plain_style
from deck.layout.model import PlacedGroup, PlacedShape
from deck.presentation import Block, Link, Paragraph, Run

GAP = 108_000
"""Air between the boxes of a block: 3 mm."""
LARGEST_PT = 200.0
"""No drawn block has larger words, whatever its template says."""


def words(text: str, link: Link | None = None) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Run(line, link=link),) if line else ()) for line in text.split("\n"))


def height(text: str, font: str, size: float, width: int, *, bold: bool = False) -> int | None:
    """Height in EMU of words in a column of `width` EMU; None where a word would have to be cut."""
    if not text:
        return 0
    found = measure_text(words(text), plain_style(font, bold=bold), (size,) * 9, width / EMU_PER_PT)
    # Rounded up to a whole point: the next program's lines are a hair higher.
    return None if found.broken else (int(found.height) + 1) * EMU_PER_PT


def line_width(text: str, font: str, size: float, *, bold: bool = False) -> int:
    """Width in EMU that a text needs on one line."""
    found = measure_text(words(text), plain_style(font, bold=bold), (size,) * 9, 100_000.0)
    return (int(found.widest) + 2) * EMU_PER_PT


def sizes_down(base: float, minimum: float) -> tuple[float, ...]:
    """Whole sizes from `base` to `minimum`, the largest first."""
    top = max(base, minimum)
    top = min(top, LARGEST_PT)
    return tuple(top - n for n in range(int(top - minimum) + 1)) if top > minimum else (minimum,)


def group(slot: str, block: Block, children: Iterable[PlacedShape], alt: str) -> PlacedGroup:
    shapes = tuple(children)
    box = shapes[0].box
    for shape in shapes[1:]:
        box = box.union(shape.box)
    return PlacedGroup(slot, name=slot, box=box, block=block, children=shapes, alt=alt)


def moved(box: Box, dx: int, dy: int) -> Box:
    return Box(box.x + dx, box.y + dy, box.w, box.h)
