"""Placeholders beside each other."""

from __future__ import annotations

import pytest
from template_drawn import BODY, LEFT, RIGHT, holder

from deck.template.neighbours import beside, side_by_side


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
