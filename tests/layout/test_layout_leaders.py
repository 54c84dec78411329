"""Leaders: half to each side, none crosses another, labels apart."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layout_made import QUICK

from deck.layout.leaders import XY, LabelColumns, Leader, crossing, distance, led, spread, untangled

COLUMNS = LabelColumns(left=0, right=1000, top=10, bottom=500, pitch=30, clear=8)
points = st.tuples(st.integers(120, 880), st.integers(0, 510))


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (((0, 0), (10, 10)), ((0, 10), (10, 0)), True),
        (((0, 0), (10, 0)), ((0, 5), (10, 5)), False),
        (((0, 0), (10, 0)), ((11, 0), (20, 0)), False),
        (((0, 0), (10, 0)), ((5, 0), (20, 0)), True),
        (((0, 0), (10, 10)), ((5, 5), (20, 5)), True),
    ],
)
def test_lines_that_meet(one: tuple[XY, XY], other: tuple[XY, XY], meet: bool) -> None:
    a, b = Leader(one[0], one[1], True), Leader(other[0], other[1], True)
    assert crossing(a, b) == crossing(b, a) == meet


def test_how_far_a_point_is_from_a_line() -> None:
    line = Leader((0, 0), (100, 0), True)
    assert [distance(point, line) for point in ((50, 7), (-3, 4), (103, 4), (0, 0))] == [7, 5, 5, 0]
    assert distance((3, 4), Leader((0, 0), (0, 0), True)) == 5
    slope = Leader((10, 20), (110, 120), True)
    assert [round(distance(point, slope), 3) for point in ((10, 120), (110, 20), (60, 70), (10, 10))] == [70.711, 70.711, 0, 10]


@given(st.lists(st.integers(-50, 600), min_size=1, max_size=20))
def test_heights_keep_their_order_and_their_pitch(wanted: list[int]) -> None:
    wanted.sort()
    found = spread(wanted, COLUMNS)
    pitch = min(30, 490 // max(len(wanted) - 1, 1))
    assert len(found) == len(wanted) and found[0] >= 10 and found[-1] <= 500
    assert all(b - a >= pitch - 1 for a, b in pairwise(found))
    if all(b - a >= 30 for a, b in pairwise(wanted)) and wanted[0] >= 10 and wanted[-1] <= 500:
        assert found == wanted


def test_no_heights_of_nothing() -> None:
    assert spread([], COLUMNS) == [] and led([], COLUMNS) == ()


@given(st.lists(st.tuples(st.integers(0, 9), points), min_size=1, max_size=10, unique_by=lambda item: item[0]))
def test_untangled_lines_do_not_cross_and_end_where_they_did(found: list[tuple[int, tuple[int, int]]]) -> None:
    ends = [(x, y + n) for n, (_k, (x, y)) in enumerate(found)]
    lines = [Leader((0, 50 * key), end, True) for (key, _point), end in zip(found, ends, strict=True)]
    out = untangled(lines)
    assert [line.end for line in out] == ends and {line.start for line in out} == {line.start for line in lines}
    if len(set(ends)) == len(ends):
        assert not any(crossing(a, b) for a, b in combinations(out, 2) if _apart(a, b))


def _apart(a: Leader, b: Leader) -> bool:
    """Lines on one line share points whatever is done."""
    return distance(a.end, b) > 1 and distance(b.end, a) > 1


@QUICK
@given(st.lists(points, min_size=1, max_size=16, unique=True))
def test_half_of_the_labels_stand_at_each_side_and_no_two_lines_cross(found: list[tuple[int, int]]) -> None:
    lines = led([(point,) for point in found], COLUMNS)
    assert [line.end for line in lines] == found
    assert sum(line.left for line in lines) == (len(found) + 1) // 2
    assert all(line.start[0] == (0 if line.left else 1000) for line in lines)
    for left in (True, False):
        heights = sorted(line.start[1] for line in lines if line.left == left)
        assert all(b - a >= 30 for a, b in pairwise(heights))
    assert not any(crossing(a, b) for a, b in combinations(lines, 2) if _apart(a, b))


def test_a_spot_gives_way_to_anothers_line() -> None:
    far, near = ((600, 100),), ((300, 100), (300, 140))
    lines = led([near, far, ((700, 100),), ((800, 300),)], COLUMNS)
    assert all(distance(b.end, a) >= COLUMNS.clear for a in lines for b in lines if a is not b)
