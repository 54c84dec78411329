"""Native charts: numbers in the part and in the workbook alike, every point said in words."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from lxml import etree

from deck.drawing.names import qn
from deck.geometry import Box, pt
from deck.layout.ends import line_ends
from deck.layout.model import PlacedChart
from deck.pptx.chart import _column, chart_xml, workbook
from deck.pptx.words import chart_data
from deck.presentation import Chart, Series
from deck.template.model import ThemeColor

COLORS = (ThemeColor("accent1"), ThemeColor("accent6"))


def chart(kind: str, *values: tuple[float | None, ...], labels: tuple[str, ...] = ()) -> Chart:
    series = tuple(Series(f"Serie & {n}", row) for n, row in enumerate(values))
    return Chart(kind, ("Nord", "<Syd>"), series, "alt", labels)  # type: ignore[arg-type]


def drawn(made: Chart) -> etree._Element:
    item = PlacedChart("c", "c", None, Box(0, 0, 9, 9), made, 18.0, COLORS, ThemeColor("tx1"))
    return etree.fromstring(chart_xml(item, "sv-SE", lambda _color: ThemeColor("bg1")))


KINDS = {"bar": "barChart", "column": "barChart", "line": "lineChart", "doughnut": "doughnutChart"}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("values", [((1.0, 2.5),), ((1.0, None), (3.0, 4.0)), ((0.1, 1e6),)])
def test_what_is_written_is_read_back(kind: str, values: tuple[tuple[float | None, ...], ...]) -> None:
    made = chart(kind, *values)
    root = drawn(made)
    assert len(list(root.iter(qn(f"c:{KINDS[kind]}")))) == 1
    assert chart_data(root, None, "alt") == made
    assert (root.find(f".//{qn('c:legend')}") is not None) == (len(values) > 1 or kind == "doughnut")


def test_labels_are_words_where_they_are_given_and_numbers_show_else() -> None:
    said = drawn(chart("bar", (80.0, 210.0), labels=("drygt 80", "")))
    assert [t.text for t in said.iter(qn("a:t"))] == ["drygt 80"]
    assert {item.get("val") for item in said.iter(qn("c:showVal"))} == {"1"}


def test_words_on_a_rings_sector_have_the_sectors_own_ink() -> None:
    root = drawn(chart("doughnut", (80.0, 210.0)))
    inks = {item.get("val") for label in root.iter(qn("c:dLbl")) for item in label.iter(qn("a:schemeClr"))}
    assert inks == {"bg1"} and len(list(root.iter(qn("c:dPt")))) == 2


@pytest.mark.parametrize(("n", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")])
def test_columns_as_sheets_call_them(n: int, name: str) -> None:
    assert _column(n) == name


def test_the_workbook_has_the_numbers_and_is_the_same_each_time() -> None:
    made = chart("bar", (1.0, None), (3.0, 4.5))
    data = workbook(made)
    workbook.cache_clear()
    assert workbook(made) == data
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        assert {info.date_time for info in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        words = book.read("xl/sharedStrings.xml").decode()
    assert re.findall(r'<c r="([B-C][23])"[^>]*><v>([^<]+)</v>', sheet) == [("B2", "1"), ("C2", "3"), ("C3", "4.5")]
    assert "&lt;Syd&gt;" in words and "Serie &amp; 1" in words


def test_several_lines_bear_their_names_at_their_ends_in_place_of_a_legend() -> None:
    made = Chart("line", ("2020", "2021", "2022"), (Series("Lund", (1.0, 2.0, None)), Series("Riket", (9.0, 8.0, 7.0))), "alt")
    box = Box(0, 0, pt(430), pt(300))
    item = PlacedChart("c", "c", None, box, made, 18.0, COLORS, ThemeColor("tx1"), ends=line_ends(made, box, 18.0, "Arial"))
    root = etree.fromstring(chart_xml(item, "sv-SE", lambda _color: ThemeColor("bg1")))
    assert root.find(f".//{qn('c:legend')}") is None
    assert chart_data(root, None, "alt") == made  # their words are no labels of the owner's
    said = ("c:idx", "c:dLblPos", "c:showSerName")
    named = [tuple(next(label.iter(qn(name))).get("val") for name in said) for label in root.iter(qn("c:dLbl"))]
    # Lund's first amount lies under Riket's line.
    assert named == [("0", "b", "0"), ("1", "r", "1"), ("2", "r", "1")]
    assert [dash.get("val") for dash in root.iter(qn("a:prstDash"))] == []
    assert next(root.iter(qn("c:layoutTarget"))).get("val") == "inner"


def test_what_is_below_nought_is_not_cut_off() -> None:
    assert drawn(chart("line", (1.0, 2.0))).find(f".//{qn('c:min')}") is not None
    for kind in ("line", "column", "bar"):
        assert drawn(chart(kind, (1.0, -2.0))).find(f".//{qn('c:min')}") is None


def test_beside_the_line_that_the_slide_is_about_only_ends_bear_amounts() -> None:
    """Where their names have no room: a label at each point of two lines that are near is read by nobody."""
    first, second = drawn(chart("line", (1.0, 2.0), (0.9, 1.9))).iter(qn("c:ser"))
    labels = [[item.find(qn("c:idx")).get("val") for item in one.iter(qn("c:dLbl"))] for one in (first, second)]  # type: ignore[union-attr]
    assert labels == [[], ["1"]]
    assert [item.get("val") for item in second.iter(qn("c:dLblPos"))] == ["b"]
