"""The largest size at which a text fits its box; where none does, the paragraphs that each slide takes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from deck.layout.lines import measure_text
from deck.presentation import Paragraph
from deck.template.model import TextStyle


def steps(base: float, minimum: float) -> Iterator[float]:
    """Sizes to try: the style's own, then downwards, in even steps while they are large."""
    size = max(base, minimum)
    while size > minimum:
        yield size
        size = (size * 0.8 if size > 120 else size - 4 if size > 60 else size - 2 if size > 26 else size - 1) // 1
    yield minimum


def level_sizes(style: TextStyle, top: float, minimum: float) -> tuple[float, ...]:
    """Sizes of all levels where the first has `top`: in the style's proportion, none larger than its own, none too small."""
    base = style.levels[0].size_pt or top
    return tuple(
        max(minimum, min(level.size_pt, round(level.size_pt * top / base))) if n else top for n, level in enumerate(style.levels)
    )


@lru_cache(maxsize=8_192)
def fit(
    paragraphs: tuple[Paragraph, ...],
    style: TextStyle,
    width: float,
    height: float,
    minimum: float,
    bold: bool | None = None,
    lines: int = 0,
    most: float = 0.0,
) -> float | None:
    """The largest first-level size in points at which all fits (in at most `lines` lines, where said) and no word is cut. `most`:
    where to begin (0: at the style's own)."""
    for top in steps(most or style.levels[0].size_pt, minimum):
        found = measure_text(paragraphs, style, level_sizes(style, top, minimum), width, bold=bold)
        if not found.broken and found.height <= height and (not lines or found.lines <= lines):
            return top
    return None


def _breaks(paragraphs: tuple[Paragraph, ...]) -> list[float]:
    """What it costs to begin a slide with each paragraph: a list stays with its lead, a sub-item with its parent."""
    costs = [0.0]
    for before, after in pairwise(paragraphs):
        if before.text.rstrip().endswith(":") or (before.list == "none" and after.list != "none"):
            costs.append(1_000.0)
        elif after.level > before.level:
            costs.append(400.0)
        elif after.level > 0:
            costs.append(60.0)
        elif after.list != "none":
            costs.append(8.0)
        else:
            costs.append(0.0)
    return costs


_Best = list[tuple[float, tuple[int, ...]] | None]


def partition(heights: tuple[float, ...], costs: list[float], height: float) -> tuple[int, ...] | None:
    """Where each slide begins: few slides, evenly filled, broken where it costs least. None: a paragraph alone is too high."""
    n = len(heights)
    total = [0.0]
    for value in heights:
        total.append(total[-1] + value)
    if any(value > height for value in heights):
        return None
    best: _Best = [(0.0, ()), *([None] * n)]
    chosen: tuple[float, tuple[int, ...]] | None = None
    least = 0
    for parts in range(1, n + 1):
        # best[k]: cost of the first k paragraphs on the slides so far, and where each of these begins.
        best = [_extend(best, end, total, costs, height) for end in range(n + 1)]
        if (found := best[n]) is None:
            continue
        least = least or parts
        cost = found[0] + 300 * parts
        if chosen is None or cost < chosen[0]:
            chosen = (cost, found[1])
        if parts >= least + 2:
            break
    return chosen[1] if chosen else None


def _extend(best: _Best, end: int, total: list[float], costs: list[float], height: float) -> tuple[float, tuple[int, ...]] | None:
    """The cheapest way to end the next slide after paragraph `end`."""
    found: tuple[float, tuple[int, ...]] | None = None
    for start in range(end):
        # The sums round: a paragraph as high as the slide must not be told to be higher.
        before, used = best[start], total[end] - total[start]
        if before is None or used > height + 1e-6:
            continue
        cost = before[0] + costs[start] + 100 * (used / height) ** 2
        if found is None or cost < found[0]:
            found = (cost, (*before[1], start))
    return found


def split(
    paragraphs: tuple[Paragraph, ...], style: TextStyle, width: float, height: float, minimum: float
) -> tuple[tuple[int, ...], float] | None:
    """Where each slide begins, and the largest size at which every slide then fits."""
    sizes = level_sizes(style, minimum, minimum)
    found = measure_text(paragraphs, style, sizes, width)
    if found.broken:
        return None
    starts = partition(found.heights, _breaks(paragraphs), height)
    if starts is None:
        return None
    ends = (*starts[1:], len(paragraphs))
    tops = [fit(paragraphs[a:b], style, width, height, minimum) for a, b in zip(starts, ends, strict=True)]
    return starts, min((top for top in tops if top is not None), default=minimum)
