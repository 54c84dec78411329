"""A translator's spreadsheet: nothing in it is passed over in silence."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
import xlsxwriter

from deck.diagnostics import Diagnostics, Where
from deck.i18n import use
from deck.translation import sheet


@pytest.fixture(autouse=True)
def english():
    use("en")
    yield
    use(None)


def told(fill: Callable[[Any, Any], None]) -> list[str]:
    raw, found = io.BytesIO(), Diagnostics()
    with xlsxwriter.Workbook(raw) as book:
        page = book.add_worksheet("fi")
        page.write_row(0, 0, ["id", "sv", "fi", "ok", "info", "print"])
        page.write_row(1, 0, ["slides.a.title", "Hej", "Hei", "", "", "x"])
        fill(book, page)
    sheet.read(raw.getvalue(), Where("a.xlsx"), found)
    return list(map(str, found))


def test_a_whole_sheet_is_silent() -> None:
    assert told(lambda _book, _page: None) == []


def test_a_further_sheet_is_told() -> None:
    [line] = told(lambda book, _page: book.add_worksheet("Frågor").write(0, 0, "Är ordet rätt?"))
    assert "Frågor" in line and "Är ordet rätt?" in line


def test_a_formula_without_a_value_is_told_as_such() -> None:
    [line] = told(lambda _book, page: page.write_formula(1, 2, '=GOOGLETRANSLATE(B2;"sv";"fi")', None, ""))
    assert "formulas" in line and "C2" in line


@pytest.mark.parametrize("words", ["#NAME?", "#NAMN?", "#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#VÄRDEFEL!", "Loading..."])
def test_an_error_of_the_spreadsheet_is_no_translation(words: str) -> None:
    [line] = told(lambda _book, page: page.write_string(1, 2, words))
    assert line.startswith("a.xlsx:2:") and words in line


def test_words_that_begin_with_a_sign_are_words() -> None:
    assert told(lambda _book, page: page.write_string(1, 2, "#13 ja muut")) == []
