"""Room for two lines of a title, in a size that is nearly its own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from template_drawn import SIZE, holder, styled

from deck.geometry import Box, pt, slide_scale
from deck.template.headroom import is_a_line, least_title, tall, taller, two_lines


def test_two_lines_of_the_least_size_stand_in_any_title() -> None:
    low = holder("title", 0, (5, 5, 90, 5))
    assert tall(low, SIZE).h == two_lines(24.0) == pt(2 * 24 * 1.2 + 8)
    assert tall(styled(low, line_spacing=1.5), SIZE).h > 1.3 * tall(low, SIZE).h


@pytest.mark.parametrize(("size_pt", "wide", "more"), [(36.0, 65, True), (44.0, 90, True), (28.0, 90, False), (36.0, 40, False)])
def test_it_grows_for_an_ordinary_title_that_is_no_line(size_pt: float, wide: int, more: bool) -> None:
    """A title beside a picture, in a narrow box, is no line over all that follows: there it stays as it is."""
    low = styled(holder("title", 0, (5, 6, wide, 13)), size_pt=size_pt)
    found = taller(low, SIZE)
    assert (found is not None) == more
    if found is not None:
        assert not is_a_line(low.box, low.style)
        assert tall(low, SIZE).h < found.h <= round(1.3 * low.box.h)


def test_capitals_and_margins_make_a_line_shorter() -> None:
    item = styled(holder("title", 0, (5, 6, 90, 13)), size_pt=32.0)
    assert is_a_line(item.box, item.style)
    assert not is_a_line(item.box, styled(item, caps=True).style)
    wide = replace(item.style, insets=replace(item.style.insets, left=2_000_000, right=2_000_000))
    assert not is_a_line(item.box, wide)


@given(st.integers(0, 95), st.integers(1, 60), st.floats(12, 120), st.sampled_from(("t", "ctr", "b")))
def test_a_grown_title_is_on_its_slide_and_no_lower(y: int, high: int, size_pt: float, anchor: str) -> None:
    item = styled(holder("title", 0, (5, y, 70, high)), size_pt=size_pt)
    item = replace(item, style=replace(item.style, anchor=anchor))
    slide = Box(0, 0, *SIZE)
    for found in (tall(item, SIZE), taller(item, SIZE)):
        if found is not None:
            assert slide.contains(found) and found.h >= item.box.intersection(slide).h
            assert (found.x, found.w) == (item.box.x, item.box.w)


def test_on_a_slide_twice_as_large_it_has_twice_as_much() -> None:
    large = (2 * SIZE[0], 2 * SIZE[1])
    assert slide_scale(large) == 2 * slide_scale(SIZE)
    item = styled(holder("title", 0, (5, 6, 70, 13)), size_pt=36.0)
    twice = replace(styled(item, size_pt=72.0), box=Box(*(2 * side for side in (item.box.x, item.box.y, item.box.w, item.box.h))))
    one, other = taller(item, SIZE), taller(twice, large)
    assert one is not None and other is not None and abs(other.h - 2 * one.h) <= 4


@pytest.mark.parametrize(
    ("look", "wide", "least"),
    [
        ({"caps": True, "letter_spacing_pt": 2.0}, 75, 18.0),
        ({"caps": True, "letter_spacing_pt": 2.0}, 45, 18.0),
        ({"caps": True, "letter_spacing_pt": 2.0}, 88, 21.0),
        ({"caps": True, "letter_spacing_pt": 0.1}, 98, 24.0),
        ({"caps": True}, 60, 24.0),
        ({"letter_spacing_pt": 2.0}, 60, 24.0),
        ({"caps": True, "letter_spacing_pt": 2.0, "size_pt": 16.0}, 60, 24.0),
        ({"caps": True, "letter_spacing_pt": 2.0, "size_pt": 30.0}, 60, 24.0),
    ],
    ids=["a line", "never a line", "raised in part", "raised", "no air", "no capitals", "too small", "large"],
)
def test_small_spaced_capitals_are_raised_as_far_as_an_ordinary_title_is_a_line(
    look: dict[str, float], wide: int, least: float
) -> None:
    item = styled(holder("title", 0, (5, 6, wide, 8)), **{"size_pt": 18.0, **look})
    assert abs(least_title(item.style, item.box.w, SIZE) - least) <= 1.0
    assert tall(item, SIZE).h == max(item.box.h, two_lines(least_title(item.style, item.box.w, SIZE)))
    twice = (2 * SIZE[0], 2 * SIZE[1])
    assert least_title(item.style, item.box.w, twice) == 48.0 or slide_scale(SIZE) > 1, "as small as 9 pt on a common slide"
