"""A file of figures, by its ending."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import xlsxwriter

from deck.figures import PartlyRead, read_figures
from deck.tables import BadCells


def test_tables_and_cubes_are_read(tmp_path: Path) -> None:
    table, cube = tmp_path / "folk.csv", tmp_path / "folk.json"
    table.write_text("kod;år;värde\n1281;2023;5\n", "utf-8")
    one = {"category": {"index": ["2023"]}}
    place = {"category": {"index": ["1281"]}}
    cube.write_text(
        json.dumps({"id": ["region", "tid"], "size": [1, 1], "dimension": {"region": place, "tid": one}, "value": [5]})
    )
    for path in (table, cube):
        (found,) = read_figures(path).observations
        assert (found.place, found.indicator.name, found.period, found.value) == ("1281", "folk", "2023", 5.0)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for name in ("borta.csv", "borta.json"):
        with pytest.raises(BadCells):
            read_figures(tmp_path / name)


def _book(path: Path, sheets: dict[str, list[list[object]]], style: str = "") -> Path:
    with xlsxwriter.Workbook(path) as book:
        shown = book.add_format({"num_format": style} if style else {})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for y, row in enumerate(rows):
                for x, value in enumerate(row):
                    sheet.write(y, x, value, shown if isinstance(value, float) else None)
    return path


HEAD: list[object] = ["kod", "nyckeltal", "år", "värde", "källa"]


def _told(path: Path) -> list[tuple[str, str, str, float | None]]:
    return [(item.place, item.indicator.name, item.period, item.value) for item in read_figures(path).observations]


def test_all_sheets_with_figures_are_read_and_the_others_are_not(tmp_path: Path) -> None:
    path = _book(
        tmp_path / "bok.xlsx",
        {
            "Läs mig": [["Om filen"], ["Den är vår", "nej"], ["a", "b"]],
            "2022": [HEAD, [180, "a", 2022, 1, "vi"]],
            "2023": [HEAD, [180, "a", 2023, 2, "vi"]],
        },
    )
    assert _told(path) == [("0180", "a", "2022", 1.0), ("0180", "a", "2023", 2.0)]


def test_a_sheet_is_the_name_of_what_it_counts(tmp_path: Path) -> None:
    wide: list[list[object]] = [["Kommun", 2022], ["Lund", 1]]
    path = _book(tmp_path / "bok.xlsx", {"Utsläpp": wide, "Energi": wide})
    assert _told(path) == [("1281", "Utsläpp", "2022", 1.0), ("1281", "Energi", "2022", 1.0)]


def test_a_sheet_of_figures_with_a_fault_is_not_passed_over(tmp_path: Path) -> None:
    path = _book(tmp_path / "bok.xlsx", {"A": [HEAD, [1281, "a", 2022, 1]], "B": [HEAD, [1281, "a", 2023, "tolv"]]})
    with pytest.raises(BadCells, match="tolv"):
        read_figures(path)


def test_a_share_is_read_as_its_sheet_shows_it(tmp_path: Path) -> None:
    path = _book(tmp_path / "bok.xlsx", {"A": [HEAD, [1281, "a", 2022, 0.125]]}, "0.0%")
    assert _told(path) == [("1281", "a", "2022", 12.5)] and read_figures(path).indicators["a"].unit == "%"


def test_the_faults_of_all_sheets_are_told_each_by_its_sheet(tmp_path: Path) -> None:
    head: list[object] = ["kod", "år", "värde", "enhet"]
    sheets = {"Avfall": [head, ["1281", "2023", "mycket", "kg"]], "Luft": [head, ["1281", "2023", "fel", "kg"]]}
    with pytest.raises(BadCells) as caught:
        read_figures(_book(tmp_path / "a.xlsx", {**sheets, "Vatten": [head, ["1281", "2023", "5", "kg"]]}))
    assert "Avfall: " in str(caught.value) and "Luft: " in str(caught.value)
    assert isinstance(caught.value, PartlyRead)
    assert [item.indicator.name for item in caught.value.figures.observations] == ["Vatten"]
