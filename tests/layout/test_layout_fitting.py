"""The largest size that fits, and where slides begin where none does."""

from __future__ import annotations

import layout_templates
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.layout.fitting import _breaks, fit, level_sizes, partition, split, steps
from deck.layout.lines import measure_text
from deck.presentation import Paragraph, Run, paragraph

STYLE = layout_templates.style(32, "Arial", marks=True)


@given(st.lists(st.floats(5, 200), min_size=1, max_size=20))
def test_a_partition_holds_its_height_and_begins_at_the_beginning(heights: list[float]) -> None:
    starts = partition(tuple(heights), [0.0] * len(heights), 200.0)
    assert starts is not None
    assert starts[0] == 0
    ends = (*starts[1:], len(heights))
    assert all(sum(heights[a:b]) <= 200.0 + 1e-6 for a, b in zip(starts, ends, strict=True))


@pytest.mark.parametrize(
    ("base", "minimum", "sizes"),
    [
        (20, 18, [20, 19, 18]),
        (18, 18, [18]),
        (12, 18, [18]),
        (30, 24, [30, 28, 26, 25, 24]),
        (66, 60, [66, 62, 60]),
        (18.5, 18, [18.5, 18]),
    ],
)
def test_sizes_to_try(base: float, minimum: float, sizes: list[float]) -> None:
    assert list(steps(base, minimum)) == sizes


@given(st.floats(1, 200), st.floats(18, 40))
def test_sizes_go_down_to_the_least_and_no_further(base: float, minimum: float) -> None:
    found = list(steps(base, minimum))
    assert found[0] == max(base, minimum) and found[-1] == minimum
    assert found == sorted(set(found), reverse=True)


@given(st.floats(18, 32))
def test_levels_keep_their_proportion_and_their_least(top: float) -> None:
    sizes = level_sizes(STYLE, top, 18)
    assert sizes[0] == top and len(sizes) == 9
    assert all(18 <= size <= max(level.size_pt, 18) for size, level in zip(sizes[1:], STYLE.levels[1:], strict=True))
    assert list(sizes) == sorted(sizes, reverse=True)


@given(st.integers(1, 60), st.floats(150, 900), st.floats(60, 500))
def test_the_size_found_fits_and_the_next_larger_does_not(count: int, width: float, height: float) -> None:
    words = (paragraph("vägledning för kommunens arbete " * count),)
    top = fit(words, STYLE, width, height, 18)
    tried = list(steps(32, 18))

    def fits(size: float) -> bool:
        found = measure_text(words, STYLE, level_sizes(STYLE, size, 18), width)
        return not found.broken and found.height <= height

    assert [size for size in tried if fits(size)][:1] == ([] if top is None else [top])


def test_at_most_so_many_lines() -> None:
    words = (paragraph("Hållbarhet i hela kommunen"),)
    whole = fit(words, STYLE, 300, 500, 18)
    one = fit(words, STYLE, 300, 500, 18, lines=1)
    assert whole == 32 and one is not None and one < whole
    assert measure_text(words, STYLE, level_sizes(STYLE, one, 18), 300).lines == 1


@pytest.mark.parametrize(
    ("marks", "starts"),
    [
        ("nnnnnn", {3}),
        ("nnnbbb", {3}),
        ("nnbbbb", {2}),
    ],
)
def test_a_slide_begins_where_it_costs_least(marks: str, starts: set[int]) -> None:
    """Half full each; a list is not parted from its lead."""
    kinds = {"n": "none", "b": "bullet"}
    words = tuple(Paragraph((Run("Ord"),), 0, kinds[mark]) for mark in marks)  # type: ignore[arg-type]
    tall = measure_text(words, STYLE, level_sizes(STYLE, 18, 18), 500).height
    found = split(words, STYLE, 500, tall * 0.7, 18)
    assert found is not None
    assert set(found[0][1:]) <= {2, 3, 4} and found[0][0] == 0
    for start in found[0][1:]:
        assert not (words[start - 1].list == "none" and words[start].list == "bullet")


def test_a_paragraph_too_high_or_a_word_too_wide_cannot_be_split() -> None:
    assert split((paragraph("ord " * 400),), STYLE, 400, 50, 18) is None
    assert split((paragraph("hållbarhetsutvecklingsarbetet"),), STYLE, 60, 500, 18) is None
    assert partition((10.0, 60.0), [0.0, 0.0], 50) is None
    assert partition((), [], 50) is None


def test_a_list_stays_with_the_line_that_leads_into_it() -> None:
    heights = (100.0, 80.0, 40.0, 80.0, 80.0)
    costs = [0.0, 0.0, 0.0, 1000.0, 8.0]
    starts = partition(heights, costs, 300.0)
    assert starts is not None
    assert 3 not in starts


def test_words_may_be_just_as_high_as_their_room() -> None:
    words = (paragraph("Ett mål"),)
    high = measure_text(words, STYLE, level_sizes(STYLE, 32, 18), 500).height
    assert fit(words, STYLE, 500, high, 18) == 32
    assert fit(words, STYLE, 500, high - 0.01, 18) != 32


def test_what_it_costs_to_begin_a_slide_with_each() -> None:
    """Dear behind a lead, less so under a bullet, and least where an ordinary paragraph begins."""
    marks = [("Vi gör så här:", 0, "none"), ("Ett", 0, "bullet"), ("under", 1, "bullet"), ("mer", 1, "bullet")]
    marks += [("Två", 0, "bullet"), ("Slut", 0, "none"), ("Punkt", 0, "bullet"), ("Sist", 0, "none")]
    words = tuple(Paragraph((Run(said),), level, mark) for said, level, mark in marks)  # type: ignore[arg-type]
    assert _breaks(words) == [0.0, 1_000.0, 400.0, 60.0, 8.0, 0.0, 1_000.0, 0.0]
