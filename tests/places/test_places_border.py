"""What borders lie within."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.places.border import Bounds, around, bounds_of, meet

POINTS = st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=3, max_size=8).map(tuple)


@given(st.lists(POINTS, min_size=1, max_size=4))
def test_every_point_lies_within_the_bounds(rings: list[tuple[tuple[float, float], ...]]) -> None:
    west, south, east, north = bounds_of(rings)
    assert all(west <= lon <= east and south <= lat <= north for ring in rings for lon, lat in ring)
    assert around(bounds_of([ring]) for ring in rings) == (west, south, east, north)


def test_nothing_has_no_bounds() -> None:
    with pytest.raises(ValueError, match="min"):
        bounds_of([])


@pytest.mark.parametrize(
    ("other", "answer"),
    [((1, 1, 3, 3), True), ((0, 0, 2, 2), True), ((2, 0, 4, 2), False), ((0, 2, 2, 4), False), ((5, 5, 6, 6), False)],
    ids=["a corner", "the same", "an edge beside", "an edge above", "far away"],
)
def test_frames_meet_where_they_share_more_than_an_edge(other: Bounds, answer: bool) -> None:
    one = (0.0, 0.0, 2.0, 2.0)
    assert meet(one, other) is meet(other, one) is answer
