"""ReshapeChart and SetPoint: a chart's points, names and labels."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from apply_deck import OnBench, edited_file, on_bench, with_block
from lxml import etree
from refresh_releases import CHART

from deck.drawing.names import NSMAP, Element, qn
from deck.drawing.sheet import properties_of
from deck.presentation import Chart, Series
from deck.refresh.apply.chart import chart_part, set_cache
from deck.refresh.plan import ReshapeChart, SetPoint
from deck.refresh.workbook import repacked, unpacked

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


MORE = replace(CHART, categories=("Börja", *CHART.categories), series=(replace(SERIES, values=(9.0, *SERIES.values)),), labels=())
FEWER = replace(CHART, categories=CHART.categories[1:], series=(replace(SERIES, values=SERIES.values[1:]),))
REGIONS = replace(CHART, series=(SERIES, Series("Regioner", (10.0, 20.0, 30.0))))


def dressed(deck: OnBench) -> None:
    """What an owner does to a chart: a colour on the series, one on its second point, a title, a trend, words in the workbook."""
    painted(deck)
    part, root = chart(deck)
    series = next(root.iter(qn("c:ser")))
    for own in list(series.iterchildren(qn("c:dPt"))):
        series.remove(own)
    labels = next(series.iter(qn("c:dLbls")))
    labels.addprevious(
        element('<c:dPt><c:idx val="1"/><c:spPr><a:solidFill><a:srgbClr val="00FF00"/></a:solidFill></c:spPr></c:dPt>')
    )
    labels.addnext(element('<c:trendline><c:trendlineType val="linear"/></c:trendline>'))
    holder = next(root.iter(qn("c:chart")))
    holder.insert(
        0,
        element(
            "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>Så gick det hos oss</a:t></a:r></a:p></c:rich></c:tx></c:title>"
        ),
    )
    book = deck.bench.document.one(part, "package")
    assert book is not None
    infos, parts = unpacked(deck.bench.document.parts[book]) or ([], {})
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(
        b"</row></sheetData>", b'<c r="E4" t="inlineStr"><is><t>sagt av Eva</t></is></c></row></sheetData>'
    )
    deck.bench.document.parts[book] = repacked(infos, parts)


def element(xml: str) -> Element:
    declared = " ".join(f'xmlns:{prefix}="{NSMAP[prefix]}"' for prefix in "ac")
    return etree.fromstring(xml.replace(">", f" {declared}>", 1) if "/" not in xml[: xml.index(">")] else xml)


def green(deck: OnBench) -> list[str]:
    """The categories whose point is green."""
    series = next(chart(deck)[1].iter(qn("c:ser")))
    names = [item.text or "" for holder in series.iterchildren(qn("c:cat")) for item in holder.iter(qn("c:v"))]
    points = [
        item for item in series.iterchildren(qn("c:dPt")) if any(c.get("val") == "00FF00" for c in item.iter(qn("a:srgbClr")))
    ]
    return [names[int(next(item.iter(qn("c:idx"))).get("val", "0"))] for item in points]


@pytest.mark.parametrize(
    "block",
    [MORE, FEWER, REGIONS, replace(CHART, kind="bar"), replace(CHART, kind="line")],
    ids=["a category more", "one less", "a series more", "another kind", "a line"],
)
def test_what_its_owner_gave_a_chart_stays_when_it_gets_another_form(block: Chart) -> None:
    deck = on_bench(with_block("chart", "object", block), edited_file(dressed))
    part = chart(deck)[0]
    deck.alone(ReshapeChart)
    assert chart(deck)[0] == part, "under the owner's part's name"
    assert len(list(chart(deck)[1].iter(qn("c:ser")))) == len(block.series)
    assert is_painted(deck) and green(deck) == ["Genomföra"]
    assert "Så gick det hos oss" in etree.tostring(chart(deck)[1], encoding="unicode")
    assert list(chart(deck)[1].iter(qn("c:trendline")))
    assert "sagt av Eva" in sheet(deck)
    said = re.findall(r'<c r="([A-Z]\d+)"[^>]*>(?:<is><t>|<v>)([^<]*)', sheet(deck))
    rows = {value: cell[1:] for cell, value in said}
    assert rows["sagt av Eva"] == str(block.categories.index("Följa upp") + 2), "it stands beside what it spoke of"


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


def come_one_by_one(deck: OnBench) -> None:
    """Its owner lets each category come by a click."""
    slide = deck.bench.document.tree(deck.bench.mine["chart"][0].part)
    props = properties_of(deck.shape("chart", "object"))
    assert props is not None
    effects = "".join(
        f'<p:par><p:cTn id="{n}0"><p:childTnLst><p:set><p:cBhvr><p:cTn id="{n}1"/><p:tgtEl><p:spTgt spid="{props.get("id")}">'
        f'<p:graphicEl><a:chart seriesIdx="-3" categoryIdx="{n}" bldStep="category"/></p:graphicEl></p:spTgt></p:tgtEl></p:cBhvr>'
        "</p:set></p:childTnLst></p:cTn></p:par>"
        for n in range(1, len(CHART.categories))
    )
    head = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NSMAP.items())
    slide.append(
        etree.fromstring(
            f'<p:timing {head}><p:tnLst><p:par><p:cTn id="1"><p:childTnLst><p:seq><p:cTn id="2" nodeType="mainSeq"><p:childTnLst>'
            f"{effects}</p:childTnLst></p:cTn></p:seq></p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>"
        )
    )


def test_a_category_comes_by_its_own_click_wherever_it_stands() -> None:
    more = replace(
        CHART, categories=("Ny", *CHART.categories), series=(replace(SERIES, values=(1.0, *SERIES.values)),), labels=()
    )
    deck = on_bench(with_block("chart", "object", more), edited_file(come_one_by_one))
    deck.alone(ReshapeChart)
    slide = deck.bench.document.tree(deck.bench.mine["chart"][0].part)
    assert [item.get("categoryIdx") for item in slide.iter(qn("a:chart"))] == [str(n) for n in range(2, len(more.categories))]
