"""A place lit among its neighbours: for every place all of it is within the panel, lit where it should be, and small."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.places import load_places
from deck.places.borders import all_borders
from deck.places.panel import (
    CLOSEST_KM,
    DEGREE_KM,
    PanelFrame,
    PanelPlane,
    _within,
    clipped,
    outline,
    plane_of,
    silhouette,
    view_of,
)

PLACES = load_places()
FRAME = PanelFrame(1280, 1440, 896, 1024, 672, 720)


def lit_of(code: str) -> tuple[str, ...]:
    return tuple(border.code for border in all_borders() if border.code.startswith(code))


@pytest.mark.parametrize("place", PLACES.all, ids=lambda place: place.code)
def test_nothing_lies_outside_the_panel_and_the_place_is_whole(place) -> None:
    view = view_of(lit_of(place.code), FRAME)
    assert view.lit
    for rings in (view.others, view.own, view.lit):
        for ring in rings:
            assert len(ring) >= 3
            assert all(0 <= x <= FRAME.width and 0 <= y <= FRAME.height for x, y in ring)
    xs, ys = [x for ring in view.lit for x, _y in ring], [y for ring in view.lit for _x, y in ring]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    assert wide <= FRAME.fit_width + 2 and high <= FRAME.fit_height + 2
    assert abs((max(xs) + min(xs)) / 2 - FRAME.x) <= 2 and abs((max(ys) + min(ys)) / 2 - FRAME.y) <= 2
    fills = max(wide / FRAME.fit_width, high / FRAME.fit_height) > 0.99
    known = [border for border in all_borders() if border.code in lit_of(place.code)]
    plane = plane_of([ring for border in known for ring in border.rings], FRAME)
    closest = plane.scale * CLOSEST_KM / DEGREE_KM >= FRAME.fit_width - 1
    assert fills or closest
    assert view.count < 3_200


def test_a_countys_members_are_all_lit_and_its_neighbours_are_not() -> None:
    county = view_of(lit_of("12"), FRAME)
    assert len(county.lit) >= 33 and not county.own and county.others
    lund = view_of(("1281",), FRAME)
    assert len(lund.lit) == 1 and lund.own and not lund.others


def test_an_island_of_its_own_has_sea_around_it() -> None:
    found = view_of(("0980",), FRAME)
    assert not found.own and not found.others


def test_a_small_place_shows_its_neighbours() -> None:
    found = view_of(("0183",), FRAME)
    assert len(found.own) > 8
    xs = [x for ring in found.lit for x, _y in ring]
    assert max(xs) - min(xs) < FRAME.fit_width / 3


SQUARE = ((10.0, 60.0), (12.0, 60.0), (12.0, 58.0), (10.0, 58.0), (10.0, 60.0))


def test_what_reaches_beyond_is_cut_at_the_edge() -> None:
    plane = PanelPlane(11.0, 59.0, 0.5, 100.0, 50.0, 50.0)
    (whole,) = clipped([SQUARE], plane, 100, 200)
    assert set(whole) == {(0, 0), (100, 0), (100, 150), (0, 150)}
    (part,) = clipped([SQUARE], plane, 60, 40)
    assert set(part) == {(0, 0), (60, 0), (60, 40), (0, 40)}
    assert clipped([SQUARE], PanelPlane(20.0, 59.0, 0.5, 100.0, 50.0, 50.0), 100, 100) == []


def test_points_that_show_no_bend_are_left_out() -> None:
    ring = ((0.0, 0.0), (0.0, 0.5), (0.0, 1.0), (0.5, 1.0001), (1.0, 1.0), (1.0, 0.0), (0.0, 0.0))
    (found,) = clipped([ring], PanelPlane(0.0, 1.0, 1.0, 100.0, 0.0, 0.0), 100, 100)
    assert sorted(found) == [(0, 0), (0, 100), (100, 0), (100, 100)]


@pytest.mark.parametrize("code", ["1281", "0120", "1407", "12", "0980", "0115"])
def test_a_silhouette_fills_its_box_and_is_small(code: str) -> None:
    found = silhouette(lit_of(code), 128, 128)
    xs, ys = [x for ring in found for x, _y in ring], [y for ring in found for _x, y in ring]
    assert max(max(xs) - min(xs), max(ys) - min(ys)) >= 125
    assert min(*xs, *ys) >= 0 and max(*xs, *ys) <= 128
    assert sum(map(len, found)) < 400


def square(x: float, y: float, turned: bool = False) -> tuple[tuple[float, float], ...]:
    ring = ((x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1), (x, y))
    return ring[::-1] if turned else ring


def test_an_outline_has_no_borders_between_members() -> None:
    (found,) = outline([square(0, 0), square(1, 0)])
    assert set(found) == {(0, 0), (1, 0), (2, 0), (2, 1), (1, 1), (0, 1)} and len(found) == 7
    apart = outline([square(0, 0), square(5, 0)])
    assert sorted(len(ring) for ring in apart) == [5, 5]
    # Borders that do not run the other way round cannot be told from others, and stay.
    assert sum(len(ring) - 1 for ring in outline([square(0, 0), square(1, 0, turned=True)])) == 8


@pytest.mark.parametrize("county", PLACES.counties, ids=lambda county: county.code)
def test_a_countys_outline_is_of_one_piece_and_its_islands(county) -> None:
    rings = [ring for border in all_borders() if border.code.startswith(county.code) for ring in border.rings]
    found = outline(rings)
    assert len(found) <= len(rings) and all(ring[0] == ring[-1] for ring in found)
    if len(PLACES.members(county)) > 1:
        assert sum(map(len, found)) < 0.65 * sum(map(len, rings))


sides = st.integers(4, 40)


@given(st.lists(st.tuples(st.integers(-60, 60), st.integers(-60, 60)), min_size=3, max_size=9), sides, sides)
def test_what_lies_wholly_within_or_without_is_seen_at_a_glance(points: list[tuple[int, int]], wide: int, tall: int) -> None:
    """As side after side would have it."""
    ring = [(float(x), float(y)) for x, y in points]
    found = _within(ring, wide, tall)
    assert all(-1e-9 <= x <= wide + 1e-9 and -1e-9 <= y <= tall + 1e-9 for x, y in found)
    if all(0 <= x <= wide and 0 <= y <= tall for x, y in ring):
        assert found == ring
    for axis, most in ((0, wide), (1, tall)):
        if all(point[axis] < 0 for point in ring) or all(point[axis] > most for point in ring):
            assert not found
