"""The lines that a drawn block's parts stand on: where one was laid out otherwise, as by an earlier version, those known by their
words tell where the others stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from deck.geometry import Box
from deck.refresh.guard.noise import NEAR

Bearings = tuple[tuple[int, int], ...]
"""Where a line lies as we would draw it, and where it lies in the file."""


@dataclass(frozen=True)
class Lattice:
    across: Bearings
    down: Bearings

    @classmethod
    def between(cls, pairs: Iterable[tuple[Box, Box]]) -> Lattice:
        """From boxes as we would draw them, each with the one in the file."""
        held = list(pairs)
        across = [pair for one, other in held for pair in ((one.x, other.x), (one.right, other.right))]
        down = [pair for one, other in held for pair in ((one.y, other.y), (one.bottom, other.bottom))]
        return cls(tuple(across), tuple(down))

    def place(self, box: Box) -> Box | None:
        """Where a part of that box stands in the file; None where no line of its own tells."""
        x, y = _span(self.across, box.x, box.right), _span(self.down, box.y, box.bottom)
        return Box(x[0], y[0], x[1] - x[0], y[1] - y[0]) if x and y else None


def _span(lines: Bearings, start: int, end: int) -> tuple[int, int] | None:
    """A part with one known edge is as wide as we would draw it."""
    one, other = _line(lines, start), _line(lines, end)
    if one is None and other is None:
        return None
    first = one if one is not None else (other or 0) - (end - start)
    last = other if other is not None else first + end - start
    return (first, last) if last >= first else None


def _line(lines: Bearings, at: int) -> int | None:
    """None too where the parts on it have gone different ways."""
    found = {there for here, there in lines if abs(here - at) <= NEAR}
    return min(found) if found and max(found) - min(found) <= NEAR else None


__all__ = ["Lattice"]
