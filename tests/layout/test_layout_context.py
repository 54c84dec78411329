"""What the drawing of a block is given."""

from __future__ import annotations

from layout_made import place

from deck.geometry import Box


def test_a_spot_in_another_box_is_the_same_else() -> None:
    where, box = place(600, 450), Box(1, 2, 3, 4)
    inside = where.within(box)
    assert inside.spot.box == box and inside.within(where.spot.box) == where
