"""A chart's workbook, cell by cell."""

from __future__ import annotations

import io
import zipfile

import pytest
from refresh_releases import CHART

from deck.package import parse_xml
from deck.pptx.chart import workbook
from deck.refresh.workbook import S, patch_workbook, references

BOOK = workbook(CHART)


def sheet_name() -> str:
    with zipfile.ZipFile(io.BytesIO(BOOK)) as book:
        found = next(parse_xml(book.read("xl/workbook.xml")).iter(f"{S}sheet"))
    return found.get("name", "")


def cell(data: bytes, reference: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        tree = parse_xml(book.read("xl/worksheets/sheet1.xml"))
    found = next(item for item in tree.iter(f"{S}c") if item.get("r") == reference)
    return "".join(map(str, found.itertext()))


@pytest.mark.parametrize(
    ("formula", "cells"),
    [
        ("Data!$A$2:$A$4", ["Data!A2", "Data!A3", "Data!A4"]),
        ("Data!$B$1:$D$1", ["Data!B1", "Data!C1", "Data!D1"]),
        ("Data!B2", ["Data!B2"]),
        ("'Mina ''tal'''!$Z$1:$AB$1", ["Mina 'tal'!Z1", "Mina 'tal'!AA1", "Mina 'tal'!AB1"]),
        ("Data!$A$1:$B$2", []),  # no row and no column
        ("Data!$A$1:$A$99999", []),  # longer than any chart
        ("SUM(Data!A1)", []),
        ("", []),
    ],
)
def test_a_formula_s_cells(formula: str, cells: list[str]) -> None:
    assert list(references(formula)) == cells


def test_a_number_words_and_nothing_are_set_and_all_else_stays() -> None:
    name = sheet_name()
    data = patch_workbook(BOOK, {f"{name}!B2": 41.5, f"{name}!A3": "Göra & låta", f"{name}!B4": None})
    assert data is not None
    assert (cell(data, "B2"), cell(data, "A3"), cell(data, "B4")) == ("41.5", "Göra & låta", "")
    assert cell(data, "B3") == cell(BOOK, "B3") == "25"
    with zipfile.ZipFile(io.BytesIO(BOOK)) as old, zipfile.ZipFile(io.BytesIO(data)) as new:
        assert old.namelist() == new.namelist()
        assert all(old.read(n) == new.read(n) for n in old.namelist() if "worksheets" not in n)
    assert patch_workbook(BOOK, {f"{name}!B2": 41.5}) == patch_workbook(BOOK, {f"{name}!B2": 41.5})


@pytest.mark.parametrize("data", [b"", b"PK no zip", BOOK[:200]])
def test_what_is_no_workbook_is_none(data: bytes) -> None:
    assert patch_workbook(data, {"Data!A1": 1.0}) is None


def test_a_cell_or_a_sheet_that_is_not_there_is_none_but_may_stay_empty() -> None:
    name = sheet_name()
    assert patch_workbook(BOOK, {f"{name}!Z99": 1.0}) is None and patch_workbook(BOOK, {"Nowhere!A1": 1.0}) is None
    assert patch_workbook(BOOK, {f"{name}!Z99": None}) is not None
