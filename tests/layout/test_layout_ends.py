"""The words at the ends of a chart's lines."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from deck.geometry import Box, pt
from deck.layout.ends import LINE, line_ends
from deck.presentation import Chart, Series

BOX = Box(0, 0, pt(430), pt(300))
AMOUNTS = st.lists(st.none() | st.floats(0, 1e6, allow_nan=False), min_size=4, max_size=4).map(tuple)


def chart(*series: tuple[float | None, ...], kind: str = "line", years: int = 4) -> Chart:
    names = tuple(f"Plats {n}" for n in range(len(series)))
    rows = tuple(Series(name, values) for name, values in zip(names, series, strict=True))
    return Chart(kind, tuple(str(2020 + n) for n in range(years)), rows, "x")  # type: ignore[arg-type]


def test_only_several_lines_bear_names() -> None:
    assert line_ends(chart((1.0, 2.0)), BOX, 18, "Arial") is None
    assert line_ends(chart((1.0,), (2.0,), kind="column"), BOX, 18, "Arial") is None
    assert line_ends(chart((0.0,), (None,)), BOX, 18, "Arial") is None
    assert line_ends(chart((1.0, 2.0), (2.0, 3.0)), BOX, 18, "Arial") is not None


def test_words_that_are_too_long_are_left_to_a_legend() -> None:
    long = Chart("line", ("2020", "2021"), (Series("x" * 60, (1.0, 2.0)), Series("y", (1.0, 2.0))), "x")
    assert line_ends(long, BOX, 18, "Arial") is None


def test_the_end_is_the_last_amount() -> None:
    found = line_ends(chart((9.0, 5.0, 1.0, None), (None, None, None, None), (1.0, 2.0, 9.0, 9.5)), BOX, 18, "Arial")
    assert found is not None
    assert [end and end.at for end in found.ends] == [2, None, 3]


def test_years_are_named_as_far_as_there_is_room() -> None:
    few, many = (line_ends(chart((9.0,) * n, (1.0,) * n, years=n), BOX, 18, "Arial") for n in (4, 16))
    assert few is not None and few.every == 1
    assert many is not None and many.every > 1 and many.plot[3] < few.plot[3]


@given(st.lists(AMOUNTS, min_size=2, max_size=5))
def test_no_two_words_touch_and_all_stay_in_their_chart(rows: list[tuple[float | None, ...]]) -> None:
    found = line_ends(chart(*rows), BOX, 18, "Arial")
    if found is None:
        assert max((value or 0 for row in rows for value in row), default=0) <= 0
        return
    top = max(value for row in rows for value in row if value is not None)
    line, (_x, y, _w, h) = LINE * 18 / 300, found.plot
    middles = sorted(
        y + h * (1 - (row[end.at] or 0.0) / (top * 1.2)) + end.shift
        for row, end in zip(rows, found.ends, strict=True)
        if end is not None
    )
    assert middles
    assert all(b - a >= line - 0.001 for a, b in pairwise(middles))
    assert middles[0] >= 0 and middles[-1] <= 1


def test_the_end_of_a_line_below_nought_is_where_it_is() -> None:
    found = line_ends(chart((1.0, -4.0), (1.0, 4.0), years=2), BOX, 18, "Arial")
    assert found is not None and all(end is not None and end.shift == 0 for end in found.ends)
    assert line_ends(chart((-1.0, -4.0), (-1.0, -2.0), years=2), BOX, 18, "Arial") is not None
