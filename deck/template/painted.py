"""Bars at the slide's head and foot that no shape draws, for they are painted in the picture behind everything."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from deck.drawing.ground import flat, ground_behind, least
from deck.drawing.model import Scene
from deck.drawing.sheet import TITLES
from deck.geometry import Box
from deck.package import Package
from deck.template.model import Placeholder
from deck.template.seen import MOSTLY, PALE

FROM, STEPS = 0.75, 18
"""The share of the slide's height under which its foot begins, and the strips in which it is felt."""
MIDDLE = 0.3, 0.7
"""Between these shares of its height is what content stands on."""
FOREIGN, OWN = 0.6, 0.15
"""The share of a strip that is another colour on a bar, at least, and over one, at most."""
DEEPEST = 0.16
"""The share of the slide's height up to which it is a bar: a deeper one is a field, and words may stand on it."""
HEAD, DEEP_HEAD = 0.34, 0.3
"""The share of the slide's height over which its head ends, and up to which a bar there is one: titles are larger than feet."""
CALM = 0.6
"""The share that one colour has of what content stands on, at least: a photograph has no bars, only what it shows."""


def painted_foot(package: Package, drawn: Scene, holders: Sequence[Placeholder]) -> Box | None:
    """From a bar's upper edge down to the slide's, where a picture over the whole slide ends in one and none of the layout's own
    placeholders stands there."""
    wide, high = drawn.size
    start = round(FROM * high)
    edges = [start + n * (high - start) // STEPS for n in range(STEPS + 1)]
    strips = [Box(0, top, wide, bottom - top) for top, bottom in pairwise(edges)]
    first = _bar_from(package, drawn, strips, DEEPEST)
    bar = Box(0, strips[first].y, wide, high - strips[first].y) if first else None
    return bar if bar is not None and not any(_stands(item.box, bar) for item in holders) else None


def painted_head(package: Package, drawn: Scene, holders: Sequence[Placeholder]) -> Box | None:
    """From the slide's upper edge down to a bar's lower one, where a picture over the whole slide begins with one: a title may
    stand on it, and no place for content does."""
    wide, high = drawn.size
    edges = [n * round(HEAD * high) // STEPS for n in range(STEPS + 1)]
    strips = [Box(0, top, wide, bottom - top) for top, bottom in pairwise(edges)][::-1]
    first = _bar_from(package, drawn, strips, DEEP_HEAD)
    bar = Box(0, 0, wide, strips[first].bottom) if first else None
    bodies = [item for item in holders if item.type not in TITLES]
    return bar if bar is not None and not any(_stands(item.box, bar) for item in bodies) else None


def _bar_from(package: Package, drawn: Scene, strips: Sequence[Box], deepest: float) -> int:
    """The number of the strip, counted from the slide's middle, in which a bar of the picture's begins; 0 where there is none."""
    wide, high = drawn.size
    seen = (shape for shape in flat(drawn.shapes) if not (shape.hidden or shape.is_placeholder))
    shapes = [shape for shape in seen if shape.box.area > MOSTLY * wide * high]
    if drawn.background.kind != "picture" and not any("picture" in (shape.kind, shape.fill.kind) for shape in shapes):
        return 0
    upper, lower = (round(share * high) for share in MIDDLE)
    usual = ground_behind(package, drawn, shapes, Box(0, upper, wide, lower - upper))
    if usual.kind != "picture" or usual.shares[0] < CALM:
        return 0

    def foreign(strip: Box) -> float:
        found = ground_behind(package, drawn, shapes, strip)
        pairs = zip(found.colors, found.shares, strict=True)
        return sum(share for color, share in pairs if least(color, usual.colors) >= PALE)

    shares = [foreign(strip) for strip in strips]
    first = next((n for n, share in enumerate(shares) if share > OWN), 0)
    if not first or max(shares[first : first + 2]) < FOREIGN:
        return 0
    # An edge may run through a strip: that belongs to the bar.
    deep = next((n for n, share in enumerate(shares[first + 1 :], 1) if share < FOREIGN), len(strips) - first)
    return first if deep * strips[first].h <= deepest * high else 0


def _stands(box: Box, bar: Box) -> bool:
    return 2 * box.intersection(bar).area > box.area > 0


__all__ = ["painted_foot", "painted_head"]
