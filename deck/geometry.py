"""Lengths and boxes. All lengths are integers in EMU (English Metric Units): 914 400 an inch, 12 700 a point."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

EMU_PER_PT = 12_700
EMU_PER_CM = 360_000


def pt(points: float) -> int:
    """Points to EMU."""
    return round(points * EMU_PER_PT)


def cm(centimetres: float) -> int:
    """Centimetres to EMU."""
    return round(centimetres * EMU_PER_CM)


@dataclass(frozen=True, slots=True, order=True)
class Box:
    """A rectangle on a slide, in EMU, from the slide's upper left corner (ECMA-376 Part 1, 20.1.7.6 xfrm)."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        return self.x + self.w

    @property
    def bottom(self) -> int:
        return self.y + self.h

    @property
    def area(self) -> int:
        return max(self.w, 0) * max(self.h, 0)

    def inset(self, left: int, top: int, right: int, bottom: int) -> Box:
        """The box less a margin on each side; never of negative size."""
        return Box(self.x + left, self.y + top, max(self.w - left - right, 0), max(self.h - top - bottom, 0))

    def intersection(self, other: Box) -> Box:
        """What both cover; a box of no area where they do not meet."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Box(x, y, max(min(self.right, other.right) - x, 0), max(min(self.bottom, other.bottom) - y, 0))

    def overlaps(self, other: Box, tolerance: int = 0) -> bool:
        """True where the common part is larger than `tolerance` EMU both ways."""
        wide = min(self.x + self.w, other.x + other.w) - max(self.x, other.x)
        high = min(self.y + self.h, other.y + other.h) - max(self.y, other.y)
        return max(wide, 0) > tolerance and max(high, 0) > tolerance

    def contains(self, other: Box, tolerance: int = 0) -> bool:
        return (
            other.x >= self.x - tolerance
            and other.y >= self.y - tolerance
            and other.right <= self.right + tolerance
            and other.bottom <= self.bottom + tolerance
        )

    def union(self, other: Box) -> Box:
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Box(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)


COMMON_SLIDE = (9_144_000, 6_858_000)
"""The smaller of Office's two slides, 4:3: 25.4 x 19.05 cm, in EMU."""
SCALE_STEP, SMALL = 0.25, 0.6
"""The step that sizes change by, and the share of a common slide under which one is small: common words would fill it."""


def slide_scale(size: tuple[int, int]) -> float:
    """How much larger a slide is than a common one, in whole steps; 1 for those that are a little smaller. A small one is as
    large on the wall as any other, and its words with it."""
    least = min(size[0] / COMMON_SLIDE[0], size[1] / COMMON_SLIDE[1])
    if least < SMALL:
        return max(ceil(least / SCALE_STEP), 1) * SCALE_STEP
    return max(1.0, int(least / SCALE_STEP) * SCALE_STEP)


def least_scale(size: tuple[int, int]) -> float:
    """By what the least sizes of words are multiplied: 1 but on a small slide, however large others are."""
    return min(slide_scale(size), 1.0)
