"""The segments of a ring of arrows."""

from __future__ import annotations

import math

import pytest
from layout_made import place

from deck.layout.model import Freeform
from deck.layout.ring import LoopRing, numeral, segment
from deck.presentation import Item

RING = LoopRing(2_000_000, 2_000_000, 1_500_000, 3)


def test_the_first_segment_ends_at_twelve() -> None:
    assert [RING.middle(n) for n in (1, 2, 3)] == [-60.0, 60.0, 180.0]
    assert RING.at(0, RING.radius) == (2_000_000, 500_000) and RING.at(90, RING.radius) == (3_500_000, 2_000_000)
    assert RING.half(RING.y) == RING.radius and RING.half(0) == 0


@pytest.mark.parametrize("n", [1, 2, 3])
def test_a_numeral_stands_in_its_segment(n: int) -> None:
    where = place(600, 450)
    shape, (size, box) = segment(Item("a", "Planera"), n, RING, where), numeral(n, RING, where)
    assert isinstance(shape.geometry, Freeform) and shape.box.contains(box) and shape.size_pt == size
    away = math.hypot(box.x + box.w // 2 - RING.x, box.y + box.h // 2 - RING.y)
    assert RING.inner < away < RING.radius
