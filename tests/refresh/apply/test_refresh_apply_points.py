"""PointMoves and series by name, and the labels at them."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import pytest
from apply_deck import with_block
from lxml import etree
from refresh_corpus import generated

from deck.drawing.names import NSMAP, Element, qn
from deck.package import open_package
from deck.presentation import Chart, Series
from deck.refresh.apply.points import PointMoves, blend_chart, say_labels, series_of

ONE = Chart("column", ("2021", "2022", "2023"), (Series("Kommuner", (1.0, 2.0, 3.0)),), "Diagram")


def with_categories(*names: str) -> Chart:
    return replace(ONE, categories=names, series=(Series("Kommuner", (1.0,) * len(names)),))


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (("2021", "2022", "2023", "2024"), (0, 1, 2, None)),
        (("2020", "2021", "2022", "2023"), (None, 0, 1, 2)),
        (("2023", "2021"), (2, 0)),
        (("2021", "2022", "2024"), (0, 1, 2)),
        (("2021", "2021", "2023"), (0, 1, 2)),
    ],
    ids=["one at the end", "one at the beginning", "fewer, moved", "one called otherwise", "a name that stands twice"],
)
def test_categories_are_known_by_name_else_by_place(names: tuple[str, ...], found: tuple[int | None, ...]) -> None:
    assert PointMoves.of(ONE, with_categories(*names)).categories == found


def test_series_are_known_by_name() -> None:
    two = replace(ONE, series=(Series("Regioner", (1.0, 1.0, 1.0)), *ONE.series))
    assert PointMoves.of(ONE, two).series == (None, 0) and PointMoves.of(two, ONE).series == (1,)


def chart(*labels: tuple[int, str], plot: str = "barChart") -> Element:
    said = "".join(
        f'<c:dLbl><c:idx val="{n}"/><c:tx><c:rich><a:p><a:r><a:rPr b="1"/><a:t>{words[:2]}</a:t></a:r>'
        f"<a:r><a:t>{words[2:]}</a:t></a:r></a:p></c:rich></c:tx></c:dLbl>"
        for n, words in labels
    )
    return etree.fromstring(
        f'<c:chartSpace xmlns:c="{NSMAP["c"]}" xmlns:a="{NSMAP["a"]}"><c:{plot}><c:ser><c:idx val="0"/><c:order val="0"/>'
        f"<c:tx/><c:dLbls>{said}</c:dLbls><c:cat/><c:val/></c:ser></c:{plot}></c:chartSpace>"
    )


def words(root: Element) -> dict[str, str]:
    return {
        next(label.iter(qn("c:idx"))).get("val", ""): "".join(item.text or "" for item in label.iter(qn("a:t")))
        for label in root.iter(qn("c:dLbl"))
    }


def test_a_label_gets_its_words_and_keeps_its_look() -> None:
    own, fresh = chart((1, "drygt 80")), chart((0, "nära 70"), (1, "drygt 90"))
    say_labels(series_of(own)[0], series_of(fresh)[0])
    assert words(own) == {"0": "nära 70", "1": "drygt 90"}
    assert list(words(own)) == ["0", "1"], "in their order"
    assert len(list(own.iter(qn("a:rPr")))) == 2


def test_labels_come_before_all_else_that_the_list_of_them_holds() -> None:
    own, fresh = chart((0, "nära 70"), (1, "drygt 80")), chart((0, "nära 60"), (1, "drygt 90"), (2, "alla"))
    labels = next(own.iter(qn("c:dLbls")))
    labels.append(labels.makeelement(qn("c:spPr"), {}))
    say_labels(series_of(own)[0], series_of(fresh)[0])
    assert [item.tag for item in labels] == [qn("c:dLbl")] * 3 + [qn("c:spPr")]
    assert list(words(own)) == ["0", "1", "2"]


def test_a_chart_that_is_none_any_more_is_left_alone() -> None:
    own = chart(plot="scatterChart")
    before = etree.tostring(own)
    assert not blend_chart(own, chart(), chart(), PointMoves((), (0,)))
    assert etree.tostring(own) == before


ORDERS = {
    "barChart": "idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape extLst",
    "lineChart": "idx order tx spPr marker dPt dLbls trendline errBars cat val smooth extLst",
    "doughnutChart": "idx order tx spPr explosion dPt dLbls cat val extLst",
}
"""The children of a series (21.2.2.170: CT_BarSer, CT_LineSer, CT_PieSer)."""
KINDS = {"column": "barChart", "line": "lineChart", "doughnut": "doughnutChart"}


@lru_cache
def _written(block: Chart) -> bytes:
    package = open_package(generated(with_block("chart", "object", block)), "test")
    return next(package.parts[name] for name in sorted(package.parts) if name.startswith("ppt/charts/chart"))


def written(block: Chart) -> Element:
    return etree.fromstring(_written(block))


@pytest.mark.parametrize("new", KINDS)
@pytest.mark.parametrize("old", KINDS)
@pytest.mark.parametrize("painted", [False, True])
def test_a_chart_of_another_kind_has_its_children_in_that_kind_s_order(old: str, new: str, painted: bool) -> None:
    before, after = replace(ONE, kind=old), replace(ONE, kind=new)  # type: ignore[arg-type]
    root = written(before)
    if painted:
        (own,) = series_of(root)
        place = next(n for n, item in enumerate(own) if etree.QName(item).localname in ("dPt", "dLbls", "cat"))
        point = f'<c:dPt xmlns:c="{NSMAP["c"]}"><c:idx val="1"/></c:dPt>'
        if not own.findall(qn("c:dPt")):
            own.insert(place, etree.fromstring(point))
    assert blend_chart(root, written(before), written(after), PointMoves.of(before, after))
    plot = next(item for item in root.iter() if etree.QName(item).localname in ORDERS)
    assert etree.QName(plot).localname == KINDS[new]
    names = [etree.QName(item).localname for item in series_of(root)[0]]
    order = ORDERS[KINDS[new]].split()
    assert names == sorted(names, key=order.index) and set(names) <= set(order)
