"""Placeholders beside each other."""

from __future__ import annotations

import pytest
from template_drawn import BODY, LEFT, RIGHT, STAGE, TITLE, drawn, holder

from deck.geometry import Box
from deck.template.neighbours import beside, levelled, side_by_side
from deck.template.roles import Casting
from deck.template.spots import in_placeholder, moved


@pytest.mark.parametrize(
    ("one", "other", "near", "alike"),
    [
        (LEFT, RIGHT, True, True),
        (RIGHT, LEFT, True, True),
        (LEFT, holder("obj", 2, (52, 25, 15, 65)), True, False),
        (LEFT, BODY, False, False),
        (holder("obj", 1, (5, 25, 90, 20)), holder("obj", 2, (5, 50, 90, 20)), False, False),
    ],
    ids=["columns", "the other way", "a margin", "one over the other", "rows"],
)
def test_columns_are_neighbours_and_rows_are_not(one, other, near: bool, alike: bool) -> None:
    assert (beside(one, other), side_by_side(one, other)) == (near, alike)


def test_places_beside_each_other_begin_and_end_alike() -> None:
    """Where a decoration takes a little of one of them."""
    left, right = LEFT, RIGHT
    corner = Box(right.box.x, right.box.y - 200_000, right.box.w + 600_000, 500_000)
    spots = Casting([drawn(TITLE, left, right, obstacles=(corner,))], STAGE).cast("two-content").spots
    one, other = spots["left"].box, spots["right"].box
    assert (one.y, one.bottom) == (other.y, other.bottom) and other.y >= corner.bottom and one.x == left.box.x


def test_places_that_are_not_alike_stay() -> None:
    left, right = LEFT, holder("obj", 2, (52, 35, 43, 55))
    sheet = drawn(TITLE, left, right)
    spots = [in_placeholder(role, sheet, STAGE, item, "") for role, item in (("left", left), ("right", right))]
    assert levelled(spots, sheet) == spots
    deep = drawn(TITLE, LEFT, RIGHT)
    spots = [in_placeholder(role, deep, STAGE, item, "") for role, item in (("left", LEFT), ("right", RIGHT))]
    short = [spots[0], moved(spots[1], Box(RIGHT.box.x, RIGHT.box.y + RIGHT.box.h // 2, RIGHT.box.w, RIGHT.box.h // 2), deep)]
    assert levelled(short, deep) == short, "it would take much"
