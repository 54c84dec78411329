"""Rows of text, whatever file they came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.tables.cells import LONGEST, MOST_COLUMNS, MOST_ROWS, BadCells, FileCells, NumberCell, number_cell

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=6)


def test_empty_lines_and_columns_around_a_table_are_none_of_it() -> None:
    cells = FileCells.of([["", "", ""], ["", " År ", "Ton", ""], ["", "2020", "1"], ["", "", "", ""], ["", "2021"]])
    assert cells == FileCells(("År", "Ton"), (("2020", "1"), ("2021", "")))


def test_a_title_above_the_headings_is_none_of_the_table() -> None:
    cells = FileCells.of([["Utsläpp i länet"], ["År", "Ton", "Andel"], ["2020", "1", "2"], ["2021", "3", "4"]])
    assert cells.head == ("År", "Ton", "Andel") and len(cells.rows) == 2


def test_a_column_is_found_whatever_its_capitals() -> None:
    cells = FileCells(("År", "Ton"), (("2020", "1"),))
    assert (cells.column("TON "), cells.column("år"), cells.column("kg")) == (1, 0, None)


@pytest.mark.parametrize("lines", [[], [["", ""]], [["bara", "rubriker"]]])
def test_headings_alone_are_no_table(lines: list[list[str]]) -> None:
    with pytest.raises(BadCells):
        FileCells.of(lines)


@pytest.mark.parametrize(
    "lines",
    [
        [["a", "b"], *[["1", "2"]] * MOST_ROWS],
        [["a"] * (MOST_COLUMNS + 1), ["1"]],
        [["a", "b"], ["x" * (LONGEST + 1), "1"]],
    ],
)
def test_too_much_is_said_and_not_held(lines: list[list[str]]) -> None:
    with pytest.raises(BadCells) as caught:
        FileCells.of(lines)
    assert caught.value.hint


@given(st.lists(st.lists(WORDS, min_size=2, max_size=4), min_size=2, max_size=6))
def test_what_is_remembered_is_what_was_read(lines: list[list[str]]) -> None:
    cells = FileCells.of(lines)
    assert FileCells.from_json(cells.to_json()) == cells
    assert all(len(row) == len(cells.head) for row in cells.rows)


@pytest.mark.parametrize("value", [None, {}, "a", [["a"], "b"], [1, 2], []])
def test_what_cannot_be_is_not_remembered(value: object) -> None:
    with pytest.raises(BadCells):
        FileCells.from_json(value)


def test_rows_are_known_by_their_numbers_in_the_file() -> None:
    cells = FileCells.of([["Titel"], [], ["År", "Ton"], [], ["2020", "1"], ["2021", "2"]])
    assert (cells.line(-1), cells.line(0), cells.line(1)) == (3, 5, 6)


def test_a_row_that_goes_on_after_the_headings_is_told() -> None:
    cells = FileCells.of([["År", "Ton"], ["2020", "61", "5"], ["2021", "60"]])
    with pytest.raises(BadCells, match=r"row 2: .*\(2\)|rad 2: .*\(2\)"):
        cells.check()
    FileCells.of([["År", "Ton"], ["2020", "61", "", "en anteckning"]]).check()


def test_a_number_of_its_program_is_no_doubt() -> None:
    with pytest.raises(BadCells, match=r"1234 .* 1,234"):
        FileCells.of([["År", "Ton"], ["2020", "1.234"]]).thousands([1])
    typed = FileCells.of([["År", "Ton"], ["2020", number_cell(1.234)], ["2021", "1.5"]])
    assert typed.thousands([1]) == ""
    again = FileCells.from_json(typed.to_json())
    assert again == typed and isinstance(again.rows[0][1], NumberCell)


def test_what_is_remembered_is_not_doubted() -> None:
    remembered = FileCells.from_json([["År", "Ton"], ["2020", "1.234", "5"]])
    remembered.check()
    assert remembered.thousands([1]) == ""
