"""Tables as people save them: Excel's CSV in Sweden, publishers' CSV, spreadsheets; and files that are none."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from deck.tables.cells import BadCells, FileCells
from deck.tables.read import cells_in, column_letter, read_cells

PLAIN = FileCells(("År", "Ton"), (("2020", "1,5"), ("2021", "2")))


@pytest.mark.parametrize(
    "data",
    [
        "År;Ton\n2020;1,5\n2021;2\n".encode("cp1252"),
        "År;Ton\r\n2020;1,5\r\n2021;2".encode("utf-8-sig"),
        'År,Ton\n2020,"1,5"\n2021,2\n'.encode(),
        "År\tTon\n2020\t1,5\n2021\t2\n".encode("utf-16"),
        "sep=;\nÅr;Ton\n2020;1,5\n2021;2\n".encode(),
        "\n\nÅr;Ton;\n\n2020;1,5;\n2021;2;\n;;\n".encode(),
    ],
)
def test_csv_in_its_dialects(data: bytes) -> None:
    assert cells_in(data, ".csv") == PLAIN


def spreadsheet(fill: Callable[[Any], None]) -> bytes:
    raw = io.BytesIO()
    with xlsxwriter.Workbook(raw) as book:
        fill(book)
    return raw.getvalue()


def test_the_first_sheet_with_anything_in_it_is_read() -> None:
    def fill(book: Any) -> None:
        book.add_worksheet("Tomt")
        sheet = book.add_worksheet("Data")
        for row, values in enumerate([("Namn", "Andel", "Klart", "Dag"), ("Lund", 12.5, True, 3), ("Eslöv", 7, False, None)], 2):
            for column, value in enumerate(values, 1):
                sheet.write(row, column, value)
        sheet.write_datetime(3, 4, date(2025, 3, 1), book.add_format({"num_format": "yyyy-mm-dd"}))

    cells = cells_in(spreadsheet(fill), ".xlsx")
    assert cells.head == ("Namn", "Andel", "Klart", "Dag")
    assert cells.rows == (("Lund", "12.5", "true", "2025-03-01"), ("Eslöv", "7", "false", ""))


def test_a_sheet_that_says_it_is_endless_is_refused_at_once() -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "a")
        sheet.write(1_048_575, 16_383, "b")

    with pytest.raises(BadCells, match=r"too large|no rows"):
        cells_in(spreadsheet(fill), ".xlsx")


def test_a_spreadsheet_that_unpacks_to_gigabytes_is_not_unpacked() -> None:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/worksheets/sheet1.xml", bytes(210_000_000))
    with pytest.raises(BadCells, match="larger than"):
        cells_in(raw.getvalue(), ".xlsx")


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (b"", ".csv"),
        (b" \n ", ".csv"),
        (b"\x89PNG\0\0", ".csv"),
        (b"PK\x03\x04 broken", ".xlsx"),
        (b"not a zip", ".xlsx"),
        (b"anything", ".ods"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".xls"),
        (b'a;b\n"' + b"x" * 300_000, ".csv"),
    ],
)
def test_what_is_no_table_is_said_with_what_to_do(data: bytes, suffix: str) -> None:
    with pytest.raises(BadCells) as caught:
        cells_in(data, suffix)
    assert caught.value.hint


def test_a_file_is_read_again_when_it_changes(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("År;Ton\n2020;1,5\n2021;2\n", "utf-8")
    assert read_cells(path) == PLAIN
    path.write_text("År;Ton\n2020;7\n", "utf-8")
    assert read_cells(path).rows == (("2020", "7"),)


@pytest.mark.parametrize("name", ["saknas.csv", "mapp", "a\0b"])
def test_a_name_that_leads_to_no_table(tmp_path: Path, name: str) -> None:
    (tmp_path / "mapp").mkdir()
    with pytest.raises(BadCells) as caught:
        read_cells(tmp_path / name)
    assert caught.value.hint


def test_hidden_sheets_are_not_read_and_formulas_without_values_are_told() -> None:
    def fill(book: Any) -> None:
        hidden, seen = book.add_worksheet("Gamla"), book.add_worksheet("Nya")
        hidden.write_row(0, 0, ["År", "Ton"])
        hidden.write_row(1, 0, [2020, 99])
        seen.activate()
        seen.set_first_sheet()
        hidden.hide()
        seen.write_row(0, 0, ["År", "Ton"])
        seen.write_row(1, 0, [2020, 1.2345])
        seen.write(2, 0, 2021)
        seen.write_formula(2, 1, "=1+1", None, "")

    cells = cells_in(spreadsheet(fill), ".xlsx")
    assert cells.rows[0] == ("2020", "1.2345") and cells.unfilled == ("B3",)
    with pytest.raises(BadCells, match="B3"):
        cells.check()


def test_a_share_with_three_decimals_is_no_thousand() -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["År", "Andel"])
        sheet.write(1, 0, 2020)
        sheet.write(1, 1, 0.12345, book.add_format({"num_format": "0.0%"}))

    assert cells_in(spreadsheet(fill), ".xlsx").rows == (("2020", "12.3450 %"),)


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850", "cp1252"])
def test_what_excel_saves_without_a_mark(encoding: str) -> None:
    assert cells_in("År;Värde\n2020;1\n".encode(encoding), ".csv").head == ("År", "Värde")


def test_utf8_that_was_read_as_windows_1252_is_mended() -> None:
    assert cells_in("År;Utsläpp\n2020;1\n".encode().decode("cp1252").encode(), ".csv").head[1] == "Utsläpp"


def test_what_is_hidden_in_a_spreadsheet_is_left_out_and_told() -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet("Data")
        for row, values in enumerate([("Namn", "Kod", "Andel"), ("Lund", "x", 1), ("Eslöv", "y", 2), ("Malmö", "z", 3)]):
            for column, value in enumerate(values):
                sheet.write(row, column, value)
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column(1, 1, 8, None, {"hidden": True})
        sheet.set_column(30, 40, 8, None, {"hidden": True})
        sheet.set_row(90, None, None, {"hidden": True})

    cells = cells_in(spreadsheet(fill), ".xlsx")
    assert cells.head == ("Namn", "Andel") and cells.rows == (("Lund", "1"), ("Malmö", "3"))
    assert cells.hidden == ("B", "3") and "B, 3" in cells.left_out
    assert [cells.line(n) for n in range(2)] == [2, 4]


@pytest.mark.parametrize(("at", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")])
def test_columns_have_letters(at: int, letters: str) -> None:
    assert column_letter(at) == letters
