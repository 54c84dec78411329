"""PointMoves and series by name, and the labels at them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from deck.drawing.names import NSMAP, Element, qn
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
