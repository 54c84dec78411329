"""A chart's rows and columns in its workbook."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from deck.pptx.chart import workbook
from deck.presentation import Chart, Series
from deck.refresh.grid import SeriesCells, fresh_cells, regrid
from deck.refresh.workbook import patch_workbook, repacked, unpacked

BLOCK = Chart("column", ("Väst", "Öst"), (Series("2021", (1.0, 2.0)),), "Diagram")
MORE = Chart("column", ("Norr", "Väst", "Öst"), (Series("2021", (9.0, 1.0, 2.0)), Series("2022", (7.0, 8.0, None))), "Diagram")
SHEET = "xl/worksheets/sheet1.xml"


def book(old: str = "", new: str = "", **parts: str) -> bytes:
    infos, found = unpacked(workbook(BLOCK)) or ([], {})
    found[SHEET] = found[SHEET].replace(old.encode(), new.encode()) if old else found[SHEET]
    for name, xml in parts.items():
        info = type(infos[0])(name)
        infos.append(info)
        found[name] = xml.encode()
    return repacked(infos, found)


def cells(data: bytes) -> dict[str, str]:
    _infos, found = unpacked(data) or ([], {})
    sheet = found[SHEET].decode()
    return dict(re.findall(r'<c r="([A-Z]+\d+)"[^>]*>(?:<is><t>|<v>|<f>)([^<]*)', sheet))


def test_rows_and_columns_come_and_the_formulas_follow() -> None:
    found = regrid(book(), fresh_cells(BLOCK), (None, 0, 1), (0, None), MORE)
    assert found is not None
    assert cells(found[0]) == {
        "B1": "2021",
        "C1": "2022",
        "A2": "Norr",
        "B2": "9",
        "C2": "7",
        "A3": "Väst",
        "B3": "1",
        "C3": "8",
        "A4": "Öst",
        "B4": "2",
    }
    assert found[1][1] == SeriesCells(name="Data!$C$1", categories="Data!$A$2:$A$4", values="Data!$C$2:$C$4")
    assert found[1] == fresh_cells(MORE)


def test_what_stands_beside_a_row_goes_with_it_and_what_stands_beneath_follows() -> None:
    own = book("</row></sheetData>", '<c r="E3"><v>77</v></c></row><row r="6"><c r="A6"><v>66</v></c></row></sheetData>')
    found = regrid(own, fresh_cells(BLOCK), (None, 0, 1), (0, None), MORE)
    assert found is not None
    said = cells(found[0])
    assert said["E4"] == "77" and said["A7"] == "66"
    assert said["F1"] == "2022", "beyond what its owner wrote"


def test_where_a_formula_stands_no_row_moves() -> None:
    own = book("</row></sheetData>", '</row><row r="9"><c r="A9"><f>SUM(B2:B3)</f></c></row></sheetData>')
    found = regrid(own, fresh_cells(BLOCK), (None, 0, 1), (0, None), MORE)
    assert found is not None and cells(found[0])["A9"] == "SUM(B2:B3)" and cells(found[0])["A4"] == "Öst"
    near = book("</row></sheetData>", '</row><row r="4"><c r="B4"><f>SUM(B2:B3)</f></c></row></sheetData>')
    assert regrid(near, fresh_cells(BLOCK), (None, 0, 1), (0, None), MORE) is None


def test_series_and_categories_that_go_leave_nothing() -> None:
    two = replace(BLOCK, series=(*BLOCK.series, Series("2022", (3.0, 4.0))))
    found = regrid(workbook(two), fresh_cells(two), (1,), (1,), Chart("bar", ("Öst",), (Series("2022", (4.0,)),), ""))
    assert found is not None and cells(found[0]) == {"C1": "2022", "A2": "Öst", "C2": "4"}
    assert found[1] == [SeriesCells(name="Data!$C$1", categories="Data!$A$2:$A$2", values="Data!$C$2:$C$2")]


def test_a_table_over_the_numbers_reaches_as_far_as_they_do() -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    table = (
        f'<table xmlns="{main}" id="1" ref="A1:B3"><autoFilter ref="A1:B3"/><tableColumns count="2">'
        '<tableColumn id="1" name="Kolumn1"/><tableColumn id="2" name="2021"/></tableColumns></table>'
    )
    found = regrid(book(**{"xl/tables/table1.xml": table}), fresh_cells(BLOCK), (None, 0, 1), (0, None), MORE)
    assert found is not None
    _infos, parts = unpacked(found[0]) or ([], {})
    said = parts["xl/tables/table1.xml"].decode()
    assert said.count('ref="A1:C4"') == 2 and re.findall(r'name="([^"]*)"', said) == ["Kolumn1", "2021", "2022"]


@pytest.mark.parametrize(
    "held",
    [
        [SeriesCells(name="", categories="Data!$A$2:$A$3", values="Data!$B$2:$B$3")],
        [SeriesCells(name="Data!$B$1", categories="Data!$A$2:$B$3", values="Data!$B$2:$B$3")],
        [SeriesCells(name="Data!$B$1", categories="Data!$A$2:$A$3", values="Data!$B$2:$B$4")],
        [SeriesCells(name="Annat!$B$1", categories="Annat!$A$2:$A$3", values="Annat!$B$2:$B$3")],
        [SeriesCells(name="Data!$B$2", categories="Data!$A$2:$A$3", values="Data!$B$2:$B$3")],
    ],
    ids=["no name", "two columns", "rows that differ", "no such sheet", "a name among the numbers"],
)
def test_another_form_of_workbook_is_none_of_ours(held: list[SeriesCells]) -> None:
    assert regrid(book(), held, (None, 0, 1), (0, None), MORE) is None


def test_what_is_no_workbook() -> None:
    assert regrid(b"ord", fresh_cells(BLOCK), (0, 1), (0,), BLOCK) is None
    assert patch_workbook(book(**{"xl/workbook.xml": "<broken"}), {}) is None
