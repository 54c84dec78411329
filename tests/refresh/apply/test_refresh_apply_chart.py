"""ReshapeChart and SetPoint: a chart's points, names and labels."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from apply_deck import OnBench, edited_file, on_bench, with_block
from lxml import etree
from refresh_releases import CHART

from deck.drawing.names import Element, qn
from deck.presentation import Chart, Series
from deck.refresh.apply.chart import chart_part, set_cache
from deck.refresh.plan import ReshapeChart, SetPoint

SERIES = CHART.series[0]


def chart(deck: OnBench) -> tuple[str, Element]:
    part = chart_part(deck.bench.document.rels[deck.bench.mine["chart"][0].part], deck.shape("chart", "object"))
    assert part is not None
    return part, deck.bench.document.tree(part)


def values(deck: OnBench) -> list[str]:
    held = next(chart(deck)[1].iter(qn("c:val")))
    return [item.text or "" for item in held.iter(qn("c:v"))]


def sheet(deck: OnBench) -> str:
    book = deck.bench.document.one(chart(deck)[0], "package")
    assert book is not None
    with zipfile.ZipFile(BytesIO(deck.bench.document.parts[book])) as held:
        return held.read("xl/worksheets/sheet1.xml").decode()


def painted(deck: OnBench) -> None:
    """Its owner's colour on the series."""
    props = next(next(chart(deck)[1].iter(qn("c:ser"))).iter(qn("c:spPr")))
    for item in list(props):
        props.remove(item)
    fill = etree.SubElement(props, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:srgbClr"), {"val": "FF0000"})


def is_painted(deck: OnBench) -> bool:
    return "FF0000" in [item.get("val") for item in chart(deck)[1].iter(qn("a:srgbClr"))]


def with_chart(block: Chart) -> OnBench:
    return on_bench(with_block("chart", "object", block), edited_file(painted))


def test_a_value_changes_in_cache_and_workbook_and_the_colour_stays() -> None:
    deck = with_chart(replace(CHART, series=(replace(SERIES, values=(40.0, 27.5, 15.0)),)))
    (edit,) = deck.alone(SetPoint)
    assert (edit.category, edit.before.value, edit.after.value) == ("Genomföra", 25.0, 27.5)
    assert values(deck) == ["40", "27.5", "15"] and "27.5" in sheet(deck) and is_painted(deck)


def test_a_label_alone() -> None:
    deck = with_chart(replace(CHART, labels=("", "drygt 25", "")))
    deck.alone(SetPoint)
    labels = list(chart(deck)[1].iter(qn("c:dLbl")))
    assert [next(item.iter(qn("c:idx"))).get("val") for item in labels] == ["1"]
    assert "".join(item.text or "" for item in labels[0].iter(qn("a:t"))) == "drygt 25" and is_painted(deck)


def test_names_change_in_their_places() -> None:
    block = replace(CHART, categories=("Planera", "Göra", "Följa upp"))
    deck = with_chart(block)
    deck.alone(ReshapeChart)
    names = next(chart(deck)[1].iter(qn("c:cat")))
    assert [item.text for item in names.iter(qn("c:v"))] == list(block.categories)
    assert "Göra" in sheet(deck) and "Genomföra" not in sheet(deck) and is_painted(deck)


@pytest.mark.parametrize(
    "block",
    [
        replace(CHART, categories=(*CHART.categories, "Byta"), series=(replace(SERIES, values=(*SERIES.values, 9.0)),)),
        replace(CHART, series=(SERIES, Series("Regioner", (10.0, 20.0, 30.0)))),
        replace(CHART, kind="bar"),
    ],
    ids=["a category more", "a series more", "another kind"],
)
def test_what_no_place_is_for_takes_the_chart_as_newly_written(block: Chart) -> None:
    deck = with_chart(block)
    part = chart(deck)[0]
    deck.alone(ReshapeChart)
    assert chart(deck)[0] == part, "under the owner's part's name"
    assert len(list(chart(deck)[1].iter(qn("c:ser")))) == len(block.series)


def cache(*points: tuple[int, str]) -> Element:
    holder = etree.Element(qn("c:val"))
    ref = etree.SubElement(holder, qn("c:numRef"))
    etree.SubElement(ref, qn("c:f")).text = "Data!$B$2:$B$4"
    held = etree.SubElement(ref, qn("c:numCache"))
    for n, value in points:
        etree.SubElement(etree.SubElement(held, qn("c:pt"), {"idx": str(n)}), qn("c:v")).text = value
    return holder


def test_points_of_a_cache_stay_in_order_and_an_empty_one_goes() -> None:
    holder = cache((0, "1"), (2, "3"))
    assert set_cache(holder, {1: 2.0, 2: None, 5: 9.5}) == {"Data!B3": 2.0, "Data!B4": None}
    said = [(item.get("idx"), item.findtext(qn("c:v"))) for item in holder.iter(qn("c:pt"))]
    assert said == [("0", "1"), ("1", "2"), ("5", "9.5")]
