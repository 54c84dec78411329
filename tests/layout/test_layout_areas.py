"""Areas in a plane: clipped, on a grid, and the points well inside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layout_made import MAP

from deck.compose.county import county_areas
from deck.layout.areas import bounds, clipped, gridded, inner_points, middle_of, projected, within
from deck.places import load_places
from deck.presentation import Area

SQUARE = ((0, 0), (100, 0), (100, 100), (0, 100))
C_SHAPE = ((0, 0), (100, 0), (100, 20), (20, 20), (20, 80), (100, 80), (100, 100), (0, 100))
HOLED = (SQUARE, ((20, 20), (80, 20), (80, 80), (20, 80)))


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        ((-10, -10, 200, 200), set(SQUARE)),
        ((50, 50, 200, 200), {(50, 50), (100, 50), (100, 100), (50, 100)}),
        ((25, -10, 75, 50), {(25, 0), (75, 0), (75, 50), (25, 50)}),
        ((200, 200, 300, 300), set()),
    ],
)
def test_what_lies_in_a_frame(frame: tuple[int, int, int, int], expected: set[tuple[int, int]]) -> None:
    assert set(clipped(SQUARE, frame)) == expected


@given(st.lists(st.tuples(st.integers(-200, 200), st.integers(-200, 200)), min_size=3, max_size=12))
def test_nothing_is_left_outside_the_frame(ring: list[tuple[int, int]]) -> None:
    found = clipped(ring, (-50, -40, 60, 70))
    assert all(-50 <= x <= 60 and -40 <= y <= 70 for x, y in found)
    assert clipped(ring, (-500, -500, 500, 500)) == tuple(ring)


def test_points_on_a_grid_without_repetitions_or_straight_ones() -> None:
    ring = ((0.0, 0.0), (49.0, 1.0), (101.0, 0.0), (100.0, 99.0), (100.0, 101.0), (0.0, 100.0), (1.0, 1.0))
    assert gridded(ring, 10) == ((0, 0), (100, 0), (100, 100), (0, 100))


@pytest.mark.parametrize("rings", [(SQUARE,), (C_SHAPE,), HOLED])
def test_inner_points_lie_within(rings) -> None:
    found = inner_points(rings)
    assert found and all(within(rings, point) for point in found) and len(set(found)) == len(found)


def test_the_first_point_has_the_most_room() -> None:
    assert inner_points((SQUARE,))[0] == (50, 50)
    assert not within(HOLED, (50, 50)) and within(HOLED, (10, 50))


def test_every_municipality_has_points_within_itself() -> None:
    places = load_places()
    for county in places.counties:
        areas = county_areas(places, county.code)
        middle = middle_of(areas)
        for area in areas:
            rings = [gridded([(x * 1e7, y * 1e7) for x, y in ring], 1) for ring in projected(area, middle)]
            found = inner_points(rings)
            assert found and all(within(rings, point) for point in found), area.name


def test_the_plane_is_as_a_map() -> None:
    west, east, north = MAP.areas
    middle = middle_of(MAP.areas)
    boxes = [bounds(projected(area, middle)) for area in (west, east, north)]
    assert boxes[1][0] > boxes[0][0] and boxes[2][1] < boxes[0][1]
    assert middle_of(()) == 0.0 and projected(Area("x", "x", ()), middle) == ()
