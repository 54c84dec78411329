"""Small tools for drawn blocks: words that fit in a shape, groups, lengths."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from deck.geometry import EMU_PER_PT, Box
from deck.layout.lines import Measured, drawn_style, measure_text
from deck.layout.model import PlacedGroup, PlacedShape
from deck.presentation import Block, Link, Paragraph, Run

GAP = 108_000
"""Air between the boxes of a block: 3 mm."""
LARGEST_PT = 200.0
"""No drawn block has larger words, whatever its template says."""


def words(text: str, link: Link | None = None) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Run(line, link=link),) if line else ()) for line in text.split("\n"))


def marked(text: str, strong: str) -> tuple[Paragraph, ...]:
    """Words with some of them in bold: the phrases of `strong`, one a line, where they stand in the text, each after the one
    before."""
    cuts: list[tuple[int, int]] = []
    at = 0
    for phrase in filter(None, strong.split("\n")):
        found = text.find(phrase, at)
        if found >= 0:
            at = found + len(phrase)
            cuts.append((found, at))
    runs: list[Run] = []
    at = 0
    for start, end in cuts:
        runs += [Run(text[at:start]), Run(text[start:end], bold=True)]
        at = end
    return (Paragraph(tuple(run for run in (*runs, Run(text[at:])) if run.text)),)


def deep(paragraphs: tuple[Paragraph, ...], font: str, size: float, width: int, *, bold: bool = False) -> int | None:
    """`height` of paragraphs, some of whose words may be bold."""
    found = measure_text(paragraphs, drawn_style(font, bold=bold), (size,) * 9, width / EMU_PER_PT)
    return None if found.broken else (int(found.height) + 1) * EMU_PER_PT


def height(
    text: str, font: str, size: float, width: int, *, bold: bool = False, spacing: float = 1.0, letter_pt: float = 0.0
) -> int | None:
    """Height in EMU of words in a column of `width` EMU; None where a word would have to be cut. `spacing`: a factor on the
    lines."""
    if not text:
        return 0
    style = drawn_style(font, bold=bold, letter_pt=letter_pt, line_spacing=spacing)
    found = measure_text(words(text), style, (size,) * 9, width / EMU_PER_PT)
    # Rounded up to a whole point: the next program's lines are a hair higher.
    return None if found.broken else (int(found.height) + 1) * EMU_PER_PT


def measure_shape(shape: PlacedShape, font: str, width: int) -> Measured:
    """Its paragraphs, each in its manner, in a column of `width` EMU."""
    heights: list[float] = []
    broken, lines, widest = False, 0, 0.0
    for n, whole in enumerate(shape.paragraphs):
        manner = shape.manner(n)
        bold, size = bool(manner.bold), manner.size_pt or shape.size_pt
        key, tab, _rest = whole.text.partition("\t")
        paragraph = whole
        if tab and manner.hang:
            # What stands before the tab is in the margin: the words after it have the column.
            paragraph = _from(whole, len(key) + 1)
            broken = broken or line_width(key, font, size, bold=bold) > manner.hang
        above = (manner.before_pt or 0.0) if n else 0.0
        style = drawn_style(
            font, bold=bold, letter_pt=shape.letter_pt, line_spacing=shape.line_spacing, hang=manner.hang, before_pt=above
        )
        found = measure_text((paragraph,), style, (size,) * 9, width / EMU_PER_PT)
        heights += found.heights
        broken, lines, widest = broken or found.broken, lines + found.lines, max(widest, found.widest)
    return Measured(tuple(heights), broken, lines, widest)


def _from(paragraph: Paragraph, letter: int) -> Paragraph:
    """What stands from a letter on."""
    runs, at = [], 0
    for run in paragraph.runs:
        runs.append(replace(run, text=run.text[max(letter - at, 0) :]))
        at += len(run.text)
    return replace(paragraph, runs=tuple(run for run in runs if run.text))


def line_width(text: str, font: str, size: float, *, bold: bool = False, letter_pt: float = 0.0) -> int:
    """Width in EMU that a text needs on one line."""
    found = measure_text(words(text), drawn_style(font, bold=bold, letter_pt=letter_pt), (size,) * 9, 100_000.0)
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
    return PlacedGroup(slot, slot, box, block, shapes, alt)


def moved(box: Box, dx: int, dy: int) -> Box:
    return Box(box.x + dx, box.y + dy, box.w, box.h)
