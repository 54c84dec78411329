"""The ends of a chart's lines: each bears the name of its series and its last amount, clear of the others, so that nobody goes
from line to legend and back."""

from __future__ import annotations

from dataclasses import dataclass

from deck.fonts import em_width
from deck.geometry import Box, pt
from deck.presentation import Chart

MOST_SHARE = 0.5
"""Of the chart's width that the words may take; where they are longer, a legend tells the lines apart."""
HEADROOM = 1.2
"""The axis is as long as its program likes, at most about so many times the highest amount: distances are at least what they are
on the longest."""
LINE = 1.25
"""The height of a line of words, in ems."""


@dataclass(frozen=True, slots=True)
class NamedEnd:
    """The point `at` of a series (from 0) bears its words, `shift` chart heights below where they stand by themselves."""

    at: int
    shift: float


@dataclass(frozen=True, slots=True)
class NamedEnds:
    """One end a series, in their order, None for a series without amounts. `plot`: the inner plot area in shares of the chart:
    left, top, width, height (ECMA-376 Part 1, 21.2.2.88)."""

    ends: tuple[NamedEnd | None, ...]
    plot: tuple[float, float, float, float]
    every: int = 1
    """Of so many categories one is named under the axis: all where there is room."""


def line_ends(block: Chart, box: Box, size: float, font: str) -> NamedEnds | None:
    """Where the words of each line stand, at `size` points; None for another chart than one of several lines, and where the words
    would take more than half of it."""
    if block.kind != "line" or len(block.series) < 2:
        return None
    last = [max((n for n, value in enumerate(series.values) if value is not None), default=None) for series in block.series]
    known = [value for series in block.series for value in series.values if value is not None]
    words = [f"{series.name} {series.values[at]:g}" for series, at in zip(block.series, last, strict=True) if at is not None]
    wide = (max((em_width(said, font) for said in words), default=0.0) + 1.2) * size
    share = pt(wide) / max(box.w, 1)
    top, low = max((0.0, *known)), min((0.0, *known))
    if not words or share > MOST_SHARE or top <= low:
        return None
    line = pt(size * LINE) / max(box.h, 1)
    widest = max((em_width(name, font) for name in block.categories), default=0.0) + 0.4
    pitch = max(round((0.97 - share) * box.w / max(len(block.categories), 1)), 1)
    every = max(-(-pt(widest * size) // pitch), 1)
    # A program that leaves no name out turns them: there is room for that, too.
    plot = (0.03, line, 0.97 - share, 1 - (3 if every == 1 else 4.5) * line)
    middles = [
        None if at is None else plot[1] + plot[3] * (1 - ((series.values[at] or 0.0) / HEADROOM - low) / (top - low))
        for series, at in zip(block.series, last, strict=True)
    ]
    spread = _apart({n: y for n, y in enumerate(middles) if y is not None}, line, plot[1] - line / 2, plot[1] + plot[3])
    ends = tuple(
        None if at is None or y is None else NamedEnd(at, round(spread[n] - y, 4))
        for n, (at, y) in enumerate(zip(last, middles, strict=True))
    )
    return NamedEnds(ends, plot, every)


def _apart(middles: dict[int, float], line: float, top: float, bottom: float) -> dict[int, float]:
    """The same middles, at least a line from one another, moved as little as that takes; in their order from the top down."""
    # Lines that touch make a block, whose middle stays where its lines' middles were, as far as the chart goes.
    blocks: list[list[int]] = []

    def start(block: list[int]) -> float:
        """The middle of the block's first line."""
        half = line * (len(block) - 1) / 2
        middle = sum(middles[n] for n in block) / len(block)
        return min(max(middle, top + half), bottom - half) - half

    for n in sorted(middles, key=lambda n: (middles[n], n)):
        blocks.append([n])
        while len(blocks) > 1 and start(blocks[-1]) - start(blocks[-2]) < line * len(blocks[-2]):
            low = blocks.pop()
            blocks[-1] = [*blocks[-1], *low]
    return {item: start(block) + n * line for block in blocks for n, item in enumerate(block)}


__all__ = ["NamedEnd", "NamedEnds", "line_ends"]
