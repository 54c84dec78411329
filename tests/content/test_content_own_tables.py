"""An own chart and table whose numbers stand in a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from deck.brand import load_brand
from deck.compose import compose
from deck.content import Content, load_content
from deck.errors import InputError
from deck.i18n import use
from deck.places import load_places
from deck.presentation import Chart, Series, Table

HEAD = "slides:\n  - id: egen\n    after: when\n    title: Vårt eget\n"
FILE = "År;Ton;Andel\n2020;1 200,5;3\n2021;..;4\n2022;900;\n"


@pytest.fixture(autouse=True)
def english():
    use("en")
    yield
    use(None)


def read(folder: Path, text: str) -> Content:
    (folder / "siffror.csv").write_bytes(FILE.encode("cp1252"))
    path = folder / "local.yaml"
    path.write_text(HEAD + text, encoding="utf-8")
    return load_content(local=path)


def block(content: Content) -> Any:
    places = load_places()
    place = places.find("lund")
    slide = compose(content, place, places, load_brand(place, places)).slide("egen")
    assert slide is not None
    return next(slot.block for slot in slide.slots if slot.role == "object")


def said(folder: Path, text: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        read(folder, text)
    return [f"{item.where.line}: {item.message}" for item in caught.value.diagnostics if item.severity.name == "ERROR"]


def test_a_chart_has_the_amounts_of_its_file(tmp_path: Path) -> None:
    content = read(tmp_path, "    chart: {file: siffror.csv, alt: x, highlight: '2022'}\n")
    chart = block(content)
    assert isinstance(chart, Chart) and chart.categories == ("2020", "2022")
    assert (chart.series[0].name, chart.series[0].values, chart.highlight) == ("Ton", (1200.5, 900.0), 1)


def test_a_row_without_an_amount_is_told_and_not_drawn(tmp_path: Path) -> None:
    content = read(tmp_path, "    chart: {file: siffror.csv, alt: x}\n")
    assert ['the row "2021" has no amount' in item.message for item in content.diagnostics] == [True]


def test_columns_are_chosen_by_their_headings(tmp_path: Path) -> None:
    chart = block(read(tmp_path, "    chart: {file: siffror.csv, names: Ton, column: andel, series: Procent, alt: x}\n"))
    assert chart.series[0] == Series("Procent", (3.0, 4.0)) and chart.categories == ("1 200,5", "..")


def test_a_table_has_the_rows_of_its_file(tmp_path: Path) -> None:
    table = block(read(tmp_path, "    table: {file: siffror.csv, columns: [År, Andel]}\n"))
    assert isinstance(table, Table)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["År", "Andel"],
        ["2020", "3"],
        ["2021", "4"],
        ["2022", ""],
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("chart: {file: siffror.csv, column: Tonn, alt: x}", '5: the table has no column "Tonn"'),
        ("chart: {file: siffror.csv, names: Namn, alt: x}", '5: the table has no column "Namn"'),
        ("chart: {file: siffror.csv, values: {a: 1}, series: s, alt: x}", '5: "file" and "values" say the same twice'),
        ("chart: {series: s, alt: x}", '5: the field "values" is missing'),
        ("chart: {values: {a: 1}, alt: x}", "5: the chart does not say what it measures"),
        ("chart: {file: borta.csv, alt: x}", "5: borta.csv: there is no such file"),
        ("table: {file: siffror.csv, rows: [[a]]}", '5: "file" and "rows" say the same twice'),
        ("table: {alt: x}", '5: the field "rows" is missing'),
        ("table: {rows: [[a]]}", '5: the field "columns" is missing'),
        ("table: {file: siffror.csv, columns: [Namn]}", '5: the table has no column "Namn"'),
    ],
)
def test_what_cannot_be_filled_is_told_once_at_its_place(tmp_path: Path, text: str, wanted: str) -> None:
    assert said(tmp_path, f"    {text}\n  - {{id: next, after: egen, title: Nästa, body: Ord}}\n") == [wanted]


@pytest.mark.parametrize(
    ("file", "wanted"),
    [
        ("a;b\nx;tolv\n", "the table has no column with amounts in every row"),
        ("a;b\nx;1\nx;2\n", 'two rows are called "x"'),
        ("a;b\n;1\ny;2\n", "a row has no name"),
        ("a;b\n" + "".join(f"r{n};{n}\n" for n in range(21)), "the table has 21 rows; a chart of 20 can be read"),
    ],
)
def test_a_file_that_makes_no_chart(tmp_path: Path, file: str, wanted: str) -> None:
    (tmp_path / "egen.csv").write_text(file, "utf-8")
    assert said(tmp_path, "    chart: {file: egen.csv, alt: x}\n") == [f"5: {wanted}"]


def test_a_word_among_the_amounts_is_told_by_its_row(tmp_path: Path) -> None:
    (tmp_path / "egen.csv").write_text("a;b\nx;tolv\ny;2\n", "utf-8")
    assert said(tmp_path, "    chart: {file: egen.csv, column: b, alt: x}\n") == ['5: "tolv" in the row "x" is no amount']


def test_a_table_that_nobody_can_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "egen.csv").write_text("a;b\n" + "x;1\n" * 41, "utf-8")
    assert said(tmp_path, "    table: {file: egen.csv}\n") == ["5: the table has 2 columns and 41 rows; 8 and 40 can be read"]
