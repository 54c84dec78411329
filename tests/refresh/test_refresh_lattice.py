"""Where a block's parts stand that was laid out otherwise."""

from __future__ import annotations

import pytest

from deck.geometry import Box
from deck.refresh.lattice import Lattice

TITLE, TEXT = Box(0, 0, 500_000, 60_000), Box(0, 60_000, 500_000, 140_000)
KNOWN = Lattice.between([(TITLE, Box(100_000, 300_000, 400_000, 60_000)), (TEXT, Box(100_000, 360_000, 400_000, 100_000))])


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (TITLE, Box(100_000, 300_000, 400_000, 60_000)),
        (Box(0, 0, 500_000, 200_000), Box(100_000, 300_000, 400_000, 160_000)),
        # A rule before the words: its left edge is no line of theirs, so it is as wide as we draw it.
        (Box(-50_000, 0, 50_000, 200_000), Box(50_000, 300_000, 50_000, 160_000)),
        # Nothing stands beside it.
        (Box(900_000, 0, 80_000, 60_000), None),
    ],
)
def test_the_lines_of_what_is_known_tell_where_the_rest_stands(asked: Box, found: Box | None) -> None:
    assert KNOWN.place(asked) == found


def test_lines_that_went_different_ways_tell_nothing() -> None:
    moved = Lattice.between([(TITLE, TITLE), (Box(0, 90_000, 500_000, 50_000), Box(700_000, 90_000, 500_000, 50_000))])
    assert moved.place(Box(0, 0, 250_000, 60_000)) is None
