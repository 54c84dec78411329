"""What is left of a place beside what stands in its way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.geometry import Box
from deck.template.clear import across, clear_of, thick

small = st.builds(Box, st.integers(0, 10**6), st.integers(0, 10**6), st.integers(30_000, 10**6), st.integers(30_000, 10**6))


@given(small, st.lists(small, max_size=5))
def test_what_is_clear_is_within_the_box_and_clear(box: Box, blocks: list[Box]) -> None:
    found = clear_of(box, blocks)
    assert box.contains(found)
    near = [block for block in blocks if box.overlaps(block, 6_350) and not block.contains(box, 12_700)]
    if found != box:
        assert not any(found.overlaps(block, 6_350) and not block.contains(found, 12_700) for block in near)
    assert near or found == box


@pytest.mark.parametrize(
    ("block", "keep", "found"),
    [
        (Box(0, 0, 1_000_000, 200_000), 0.0, Box(0, 200_000, 1_000_000, 800_000)),
        (Box(0, 700_000, 1_000_000, 300_000), 0.0, Box(0, 0, 1_000_000, 700_000)),
        (Box(0, 0, 300_000, 1_000_000), 0.0, Box(300_000, 0, 700_000, 1_000_000)),
        (Box(100_000, 100_000, 800_000, 800_000), 0.5, Box(0, 0, 1_000_000, 1_000_000)),
        (Box(-50_000, -50_000, 2_000_000, 2_000_000), 0.0, Box(0, 0, 1_000_000, 1_000_000)),
    ],
)
def test_the_largest_part_is_kept_where_enough_is_left(block: Box, keep: float, found: Box) -> None:
    assert clear_of(Box(0, 0, 1_000_000, 1_000_000), [block], keep) == found


def test_a_corner_cut_off_takes_width_before_much_of_the_height() -> None:
    """Steps of a slope in the lower right: the box that is as high as it can be, for the band of its whole width is low."""
    unit = 10_000
    box = Box(0, 0, 1_000 * unit, 400 * unit)
    slope = [Box(890 * unit, 284 * unit, 110 * unit, 100 * unit), Box(700 * unit, 384 * unit, 300 * unit, 16 * unit)]
    assert clear_of(box, slope) == Box(0, 0, 890 * unit, 384 * unit)
    logo = [Box(900 * unit, 0, 100 * unit, 40 * unit)]
    assert clear_of(box, logo) == Box(0, 40 * unit, 1_000 * unit, 360 * unit)


@pytest.mark.parametrize("line", [Box(100_000, 0, 0, 900_000), Box(0, 100_000, 900_000, 0)])
def test_a_line_without_thickness_has_one(line: Box) -> None:
    assert thick(line).w > 0 and thick(line).h > 0 and thick(line).contains(line)
    assert not clear_of(Box(0, 0, 1_000_000, 1_000_000), [line]).overlaps(line)


def test_of_the_whole_width_is_the_highest_band_that_is_free() -> None:
    box, unit = Box(0, 0, 1_000_000, 400_000), 100_000
    corner = Box(0, 0, 2 * unit, unit)
    assert across(box, [corner]) == Box(0, unit, 1_000_000, 3 * unit)
    assert across(box, [corner, Box(9 * unit, 3 * unit, unit, unit)]) == Box(0, unit, 1_000_000, 2 * unit)
    assert across(box, []) == box
    assert across(box, [Box(4 * unit, -unit, unit, 9 * unit)]).h == 0


@pytest.mark.parametrize(("high", "flush"), [(100, True), (160, False)])
def test_a_part_that_begins_where_the_box_does_is_taken_where_it_is_nearly_as_large(high: int, flush: bool) -> None:
    """A drawing in the lower left corner: content would begin further in than its title, slide after slide."""
    unit = 1_000
    box = Box(0, 0, 1_000 * unit, 400 * unit)
    found = clear_of(
        box, [Box(-10 * unit, box.bottom - high * unit, 170 * unit, 900 * unit), Box(850 * unit, 0, 200 * unit, 60 * unit)]
    )
    assert (found.x == box.x) == flush and (found.x == 160 * unit) != flush
