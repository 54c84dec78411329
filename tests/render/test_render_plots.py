"""What a chart's file says of its plot."""

from __future__ import annotations

from typing import Any

import pytest
from render_made import chart, package_of

from deck.drawing import Sheets
from deck.package import parse_xml
from deck.package.names import NSMAP
from deck.presentation import Chart
from deck.render.plots import MOST_POINTS, Plot, plots_of

DECK = package_of(chart("bar", (3.0, 5.0, 8.0)))
COLORS = Sheets(DECK).sheet("ppt/slides/slide1.xml").colors


def plots(block: Chart) -> list[Plot]:
    parts = package_of(block).parts
    name = next(name for name in parts if "/charts/chart" in name and name.endswith(".xml"))
    return list(plots_of(parse_xml(parts[name]), COLORS))


def of(inner: str, around: str = "") -> Plot:
    xml = f'<c:chartSpace xmlns:c="{NSMAP["c"]}" xmlns:a="{NSMAP["a"]}"><c:chart><c:plotArea>{inner}</c:plotArea>{around}'
    (plot,) = plots_of(parse_xml(f"{xml}</c:chart></c:chartSpace>".encode()), COLORS)
    return plot


def points(name: str, count: int, *values: tuple[object, str]) -> str:
    inner = "".join(f'<c:pt idx="{index}"><c:v>{value}</c:v></c:pt>' for index, value in values)
    return f'<c:{name}><c:numRef><c:numCache><c:ptCount val="{count}"/>{inner}</c:numCache></c:numRef></c:{name}>'


@pytest.mark.parametrize(
    ("kind", "found", "across"),
    [
        ("bar", "barChart", True),
        ("column", "barChart", False),
        ("line", "lineChart", False),
        ("doughnut", "doughnutChart", False),
    ],
)
def test_what_we_write_is_read(kind: Any, found: str, across: bool) -> None:
    (plot,) = plots(chart(kind, (3.0, None, 8.0)))
    assert (plot.kind, plot.across, plot.categories) == (found, across, ("Nord", "Mitt", "Syd"))
    (series,) = plot.series
    assert (series.name, series.values) == ("Serie 1", (3.0, None, 8.0))
    assert len(series.colors) == len(series.labels) == len(series.inks) == 3
    assert (len(set(series.colors)) == 3) == (kind == "doughnut")


def test_points_that_are_not_there_and_such_as_cannot_be() -> None:
    plot = of(
        f"<c:barChart><c:ser>{points('val', 3, (0, '1'), (2, 'x'), (3, '9'), ('-1', '9'), ('y', '9'))}</c:ser></c:barChart>"
    )
    assert plot.series[0].values == (1.0, None, None)
    many = of(f"<c:barChart><c:ser>{points('val', 10**9)}</c:ser></c:barChart>")
    assert len(many.series[0].values) == MOST_POINTS


def test_colours_of_the_series_and_of_a_point() -> None:
    fill = '<c:spPr><a:solidFill><a:srgbClr val="{}"/></a:solidFill></c:spPr>'
    point = f'<c:dPt><c:idx val="1"/>{fill.format("00FF00")}</c:dPt><c:dPt><c:idx val="7"/>{fill.format("0000FF")}</c:dPt>'
    plot = of(f"<c:barChart><c:ser>{fill.format('FF0000')}{point}{points('val', 2)}</c:ser></c:barChart>")
    assert plot.series[0].colors == ("FF0000", "00FF00")
    none = of(f"<c:barChart><c:ser>{points('val', 1)}</c:ser><c:ser>{points('val', 1)}</c:ser></c:barChart>")
    assert [series.colors[0] for series in none.series] == [COLORS.named("accent1"), COLORS.named("accent2")]


LABELS = '<c:dLbls>{}<c:dLblPos val="t"/><c:showVal val="1"/><c:showSerName val="{}"/>{}</c:dLbls>'


@pytest.mark.parametrize(
    ("named", "separator", "words"),
    [("0", "", ("1,5", "2")), ("1", "", ("Ett; 1,5", "Ett; 2")), ("1", "<c:separator> </c:separator>", ("Ett 1,5", "Ett 2"))],
)
def test_labels_say_what_they_are_asked_to(named: str, separator: str, words: tuple[str, ...]) -> None:
    series = f"<c:tx><c:v>Ett</c:v></c:tx>{LABELS.format('', named, separator)}{points('val', 2, (0, '1.5'), (1, '2'))}"
    plot = of(f"<c:lineChart><c:ser>{series}</c:ser></c:lineChart>")
    assert plot.series[0].labels == words and plot.series[0].sides == ("t", "t")


def test_a_label_of_its_own_says_moves_and_goes() -> None:
    moved = '<c:layout><c:manualLayout><c:y val="0.05"/></c:manualLayout></c:layout>'
    own = (
        f'<c:dLbl><c:idx val="0"/>{moved}<c:tx><c:rich><a:p><a:r><a:t>Mest</a:t></a:r></a:p></c:rich></c:tx><c:dLblPos val="r"/>'
        '</c:dLbl><c:dLbl><c:idx val="1"/><c:delete val="1"/></c:dLbl>'
    )
    values = points("val", 3, (0, "1"), (1, "2"), (2, "3"))
    (series,) = of(f"<c:lineChart><c:ser>{LABELS.format(own, '0', '')}{values}</c:ser></c:lineChart>").series
    assert series.labels == ("Mest", "", "3")
    assert series.sides == ("r", "t", "t") and series.shifts == (0.05, 0.0, 0.0)


def test_the_plot_s_labels_are_those_of_series_without_any() -> None:
    values = points("val", 1, (0, "4"))
    (series,) = of(f"<c:barChart><c:ser>{values}</c:ser>{LABELS.format('', '0', '')}</c:barChart>").series
    assert series.labels == ("4",)


@pytest.mark.parametrize(
    ("grouping", "stacked"), [("stacked", True), ("percentStacked", True), ("clustered", False), ("", False)]
)
def test_stacked_or_side_by_side(grouping: str, stacked: bool) -> None:
    said = f'<c:grouping val="{grouping}"/>' if grouping else ""
    assert of(f"<c:barChart>{said}</c:barChart>").stacked == stacked


def test_what_is_drawn_of_a_hole_a_frame_and_names() -> None:
    plain = of("<c:doughnutChart/>")
    assert (plain.hole, plain.frame, plain.every, plain.spanned, plain.categories) == (0.0, None, 1, False, ())
    frame = "".join(f'<c:{name} val="0.{n}"/>' for n, name in enumerate("xywh", 1))
    layout = f'<c:layout><c:manualLayout><c:layoutTarget val="{{}}"/>{frame}</c:manualLayout></c:layout>'
    rest = '<c:doughnutChart><c:holeSize val="60"/></c:doughnutChart><c:catAx><c:tickLblSkip val="3"/></c:catAx>'
    full = of(layout.format("inner") + rest, '<c:dispBlanksAs val="span"/>')
    assert (full.hole, full.frame, full.every, full.spanned) == (0.6, (0.1, 0.2, 0.3, 0.4), 3, True)
    assert of(layout.format("outer") + rest).frame is None
    assert of(layout.format("inner").replace('"0.3"', '"0"') + rest).frame is None


def test_no_chart_of_ours_has_no_plot() -> None:
    assert list(plots_of(None, COLORS)) == []
    named = parse_xml(f'<c:chartSpace xmlns:c="{NSMAP["c"]}"/>'.encode())
    assert list(plots_of(named, COLORS)) == []
    assert of("<c:barChart/>").series == ()


def labelled(shown: str, first: int = 0) -> Plot:
    """A pie of three slices whose labels show so much."""
    texts = "".join(f'<c:pt idx="{n}"><c:v>{word}</c:v></c:pt>' for n, word in enumerate(("Nord", "Mitt", "Syd")))
    names = f'<c:cat><c:strRef><c:strCache><c:ptCount val="3"/>{texts}</c:strCache></c:strRef></c:cat>'
    values = points("val", 3, (0, "1"), (1, "2"), (2, "5"))
    marks = "".join(f'<c:{name} val="1"/>' for name in shown.split())
    look = '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1400"/></a:pPr></a:p></c:txPr>'
    series = f"<c:ser><c:dLbls>{look}{marks}<c:separator>, </c:separator></c:dLbls>{names}{values}</c:ser>"
    return of(f'<c:pieChart>{series}<c:firstSliceAng val="{first}"/></c:pieChart>')


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        ("showVal", ("1", "2", "5")),
        ("showCatName", ("Nord", "Mitt", "Syd")),
        ("showPercent", ("13 %", "25 %", "63 %")),
        ("showVal showCatName showPercent", ("Nord, 1, 13 %", "Mitt, 2, 25 %", "Syd, 5, 63 %")),
    ],
)
def test_labels_say_what_they_are_to_show_of_their_points(shown: str, words: tuple[str, ...]) -> None:
    (series,) = labelled(shown).series
    assert tuple(word.replace("%", " %").replace("  ", " ") for word in series.labels) == words
    assert series.sizes == (14.0,) * 3 and series.apart == (False,) * 3


@pytest.mark.parametrize(("degrees", "share"), [(0, 0.0), (90, 0.25), (360, 0.0)])
def test_where_the_first_slice_begins(degrees: int, share: float) -> None:
    assert labelled("showVal", degrees).first == share
