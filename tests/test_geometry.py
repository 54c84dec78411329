"""Boxes and lengths: laws of what covers what, in whole EMU."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.geometry import Box, cm, pt, slide_scale

far, size = st.integers(-(10**7), 10**7), st.integers(0, 10**7)
boxes = st.builds(Box, far, far, size, size)


def test_lengths_in_emu() -> None:
    assert (pt(1), pt(18), cm(1), cm(2.54), pt(72)) == (12_700, 228_600, 360_000, 914_400, 914_400)


def test_sides_and_area() -> None:
    box = Box(10, 20, 30, 40)
    assert (box.right, box.bottom, box.area) == (40, 60, 1200)
    assert Box(0, 0, -3, 5).area == 0


@given(boxes, boxes)
def test_what_both_cover_lies_in_each_and_both_lie_in_what_holds_them(one: Box, other: Box) -> None:
    common, whole = one.intersection(other), one.union(other)
    assert common == other.intersection(one)
    assert whole == other.union(one)
    assert whole.contains(one) and whole.contains(other)
    assert one.overlaps(other) == (common.area > 0)
    if common.area:
        assert one.contains(common) and other.contains(common)


@given(boxes, *[st.integers(0, 10**7)] * 4)
def test_a_margin_never_turns_a_box_inside_out(box: Box, left: int, top: int, right: int, bottom: int) -> None:
    inner = box.inset(left, top, right, bottom)
    assert inner.w == max(box.w - left - right, 0) and inner.h == max(box.h - top - bottom, 0)
    assert (inner.x, inner.y) == (box.x + left, box.y + top)


@pytest.mark.parametrize(
    ("shift", "tolerance", "overlaps", "contains"),
    [
        (100, 0, False, False),
        (99, 0, True, False),
        (99, 1, False, False),
        (0, 0, True, True),
        (1, 1, True, True),
        (-1, 0, True, False),
    ],
)
def test_touching_is_not_overlapping_and_a_tolerance_forgives(shift: int, tolerance: int, overlaps: bool, contains: bool) -> None:
    one, other = Box(0, 0, 100, 100), Box(shift, 0, 100, 100)
    assert (one.overlaps(other, tolerance), one.contains(other, tolerance)) == (overlaps, contains)


@pytest.mark.parametrize(
    ("slide", "scale"),
    [
        ((9_144_000, 6_858_000), 1.0),
        ((12_192_000, 6_858_000), 1.0),
        ((4_000_000, 3_000_000), 0.5),
        ((5_759_450, 3_240_088), 0.5),
        ((5_328_000, 3_780_000), 0.75),
        ((7_560_000, 5_328_000), 1.0),
        ((1_000_000, 500_000), 0.25),
        ((18_288_000, 13_716_000), 2.0),
        ((18_288_000, 6_858_000), 1.0),
        ((12_000_000, 9_000_000), 1.25),
    ],
)
def test_a_larger_slide_has_larger_words_in_whole_steps_and_a_small_one_smaller(slide: tuple[int, int], scale: float) -> None:
    assert slide_scale(slide) == scale
