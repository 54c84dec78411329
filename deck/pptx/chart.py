"""Native charts: a chart part in theme colours with its workbook inside (ECMA-376 Part 1, 21.2)."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import lru_cache

from deck.layout.ends import NamedEnds
from deck.layout.model import PlacedChart
from deck.package.names import HEAD, namespaces
from deck.pptx.dress import MINOR
from deck.pptx.identity import guid, slot_name
from deck.pptx.shapes import WritingSlide, frame
from deck.pptx.text import fill, quoted, words
from deck.presentation import Chart
from deck.tables import book_bytes, new_book
from deck.template.model import ThemeColor

NS = namespaces("c", "a", "r")
DASHES = ("", "", '<a:prstDash val="sysDash"/>', '<a:prstDash val="sysDot"/>', '<a:prstDash val="lgDash"/>')
"""What tells lines of one colour apart, in their order (20.1.8.48)."""
Readable = Callable[[ThemeColor], ThemeColor]
"""The text colour that reads on a fill."""


@lru_cache(maxsize=256)
def workbook(chart: Chart) -> bytes:
    """The chart's numbers as an .xlsx; the same bytes each time."""
    raw = io.BytesIO()
    book = new_book(raw)
    sheet = book.add_worksheet("Data")
    sheet.set_column(0, 0, max([10, *(len(name) + 2 for name in chart.categories)]))
    for row, name in enumerate(chart.categories, 1):
        sheet.write_string(row, 0, name)
    for column, series in enumerate(chart.series, 1):
        sheet.write_string(0, column, series.name)
        for row, value in enumerate(series.values, 1):
            if value is not None:
                sheet.write_number(row, column, value)
    book.close()
    return book_bytes(raw)


def chart_shape(sheet: WritingSlide, item: PlacedChart, role: str, rid: str) -> str:
    graphic = (
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="{rid}"/></a:graphicData>'
    )
    return frame(
        sheet,
        slot_name(item.slot, role, "Chart", sheet.lang),
        guid(sheet.slide, item.slot),
        item.chart.alt,
        item.placeholder,
        item.box,
        graphic,
    )


def _column(n: int) -> str:
    return (_column(n // 26 - 1) if n >= 26 else "") + chr(65 + n % 26)


def _text(item: PlacedChart, lang: str, color: ThemeColor, size: float | None = None, bold: bool = False) -> str:
    weight = ' b="1"' if bold else ' b="0"'
    look = f'sz="{round((size or item.size_pt) * 100)}"{weight}'
    return (
        f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr {look}>"
        f'{fill(color)}<a:latin typeface="+mn-lt"/></a:defRPr></a:pPr><a:endParaRPr lang="{lang}"/></a:p></c:txPr>'
    )


def _series(item: PlacedChart, n: int, lang: str, readable: Readable) -> str:
    chart = item.chart
    series = chart.series[n]
    last, letter = len(chart.categories) + 1, _column(n + 1)
    one = len(chart.series) == 1
    tint = item.colors[n % len(item.colors)] if item.colors else ThemeColor("accent1")
    points = ""
    if one and len(item.colors) > 1 and chart.kind != "line":
        points = "".join(
            f'<c:dPt><c:idx val="{i}"/>'
            + ("" if chart.kind == "doughnut" else '<c:invertIfNegative val="0"/>')
            + f'<c:bubble3D val="0"/><c:spPr>{fill(item.colors[i % len(item.colors)])}<a:ln>'
            f"{'<a:noFill/>'}</a:ln></c:spPr></c:dPt>"
            for i in range(len(chart.categories))
        )
    categories = "".join(f'<c:pt idx="{i}"><c:v>{words(name)}</c:v></c:pt>' for i, name in enumerate(chart.categories))
    values = "".join(
        f'<c:pt idx="{i}"><c:v>{value:.15g}</c:v></c:pt>' for i, value in enumerate(series.values) if value is not None
    )
    paint = f"<c:spPr>{fill(tint)}<a:ln><a:noFill/></a:ln></c:spPr>"
    if chart.kind == "line":
        paint = (
            f'<c:spPr><a:ln w="{38100 if n == 0 else 28575}" cap="rnd">{fill(tint)}{DASHES[min(n, len(DASHES) - 1)]}<a:round/>'
            "</a:ln></c:spPr><c:marker>"
            f'<c:symbol val="circle"/><c:size val="{9 if n == 0 else 6}"/>'
            f"<c:spPr>{fill(tint)}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>"
        )
    invert = '<c:invertIfNegative val="0"/>' if chart.kind in ("bar", "column") else ""
    smooth = '<c:smooth val="0"/>' if chart.kind == "line" else ""
    return (
        f'<c:ser><c:idx val="{n}"/><c:order val="{n}"/><c:tx><c:strRef><c:f>Data!${letter}$1</c:f><c:strCache>'
        f'<c:ptCount val="1"/>'
        f'<c:pt idx="0"><c:v>{words(series.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        f"{paint}{invert}{points}{_labels(item, n, lang, readable)}"
        f'<c:cat><c:strRef><c:f>Data!$A$2:$A${last}</c:f><c:strCache><c:ptCount val="{len(chart.categories)}"/>'
        f"{categories}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>Data!${letter}$2:${letter}${last}</c:f><c:numCache><c:formatCode>{words(chart.number_format)}</c:formatCode>"
        f'<c:ptCount val="{len(chart.categories)}"/>{values}</c:numCache></c:numRef></c:val>{smooth}</c:ser>'
    )


def _labels(item: PlacedChart, n: int, lang: str, readable: Readable) -> str:
    """Every point says its value or words in text: never colour alone (WCAG 2.1, 1.4.1)."""
    chart = item.chart
    where = {"bar": "outEnd", "column": "outEnd", "line": "t"}.get(chart.kind, "")
    position = f'<c:dLblPos val="{where}"/>' if where else ""
    shows = _shown(value=True, name=False)
    if item.ends is not None:
        return _end_label(item, n, lang, item.ends)
    own = ""
    ring = chart.kind == "doughnut" and bool(item.colors)
    said = chart.labels if len(chart.series) == 1 else ()
    if chart.kind == "line" and n > 0:
        return _last_label(item, n, lang)
    for i in range(len(chart.categories)):
        label = said[i] if i < len(said) else ""
        ink = readable(item.colors[i % len(item.colors)]) if ring else item.text
        if not label:
            # Upon a ring's sector the number has that sector's ink.
            own += f'<c:dLbl><c:idx val="{i}"/>{_text(item, lang, ink, bold=True)}{shows}</c:dLbl>' if ring else ""
            continue
        weight = ' b="1"' if i == chart.highlight else ""
        rich = (
            f'<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="{lang}" '
            f'sz="{round(item.size_pt * 100)}"{weight}>{fill(ink)}</a:rPr>'
            f"<a:t>{words(label)}</a:t></a:r></a:p></c:rich></c:tx>"
        )
        own += f'<c:dLbl><c:idx val="{i}"/>{rich}{position}{shows}</c:dLbl>'
    ink = readable(item.colors[n % len(item.colors)]) if ring else item.text
    return (
        f"<c:dLbls>{own}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{_text(item, lang, ink, bold=True)}{position}{shows}</c:dLbls>"
    )


def _last_label(item: PlacedChart, n: int, lang: str) -> str:
    """Of a line beside the one that the slide is about: its last amount alone, on the side where that is not."""
    plain, values = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>", item.chart.series[n].values
    last = max((at for at, value in enumerate(values) if value is not None), default=None)
    own = ""
    if last is not None:
        above = (values[last] or 0) > (item.chart.series[0].values[last] or 0)
        look = f'{plain}{_text(item, lang, item.text)}<c:dLblPos val="{"t" if above else "b"}"/>{_shown(value=True, name=False)}'
        own = f'<c:dLbl><c:idx val="{last}"/>{look}</c:dLbl>'
    return f"<c:dLbls>{own}{plain}{_text(item, lang, item.text)}{_shown(value=False, name=False)}</c:dLbls>"


def _shown(value: bool, name: bool) -> str:
    """What a label says: the point's amount, its series' name."""
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{int(value)}"/><c:showCatName val="0"/><c:showSerName val="{int(name)}"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def _end_label(item: PlacedChart, n: int, lang: str, found: NamedEnds) -> str:
    """The line's name and last amount at its end; its first amount too, where it is the line that the slide is about."""
    plain = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    end, values = found.ends[n], item.chart.series[n].values
    labels: dict[int, str] = {}
    first = next((at for at, value in enumerate(values) if value is not None), None)
    if n == 0 and end is not None and first is not None and first != end.at:
        others = [series.values[first] for series in item.chart.series[1:]]
        # On the side where no other line runs.
        side = "b" if sum((values[first] or 0) < (other or 0) for other in others) * 2 > len(others) else "t"
        look = f'{plain}{_text(item, lang, item.text, bold=True)}<c:dLblPos val="{side}"/>{_shown(value=True, name=False)}'
        labels[first] = f'<c:dLbl><c:idx val="{first}"/>{look}</c:dLbl>'
    if end is not None:
        moved = f'<c:x val="0"/><c:y val="{end.shift:g}"/>' if end.shift else ""
        layout = f"<c:layout><c:manualLayout>{moved}</c:manualLayout></c:layout>" if moved else ""
        look = f'{plain}{_text(item, lang, item.text, bold=n == 0)}<c:dLblPos val="r"/>{_shown(value=True, name=True)}'
        labels[end.at] = f'<c:dLbl><c:idx val="{end.at}"/>{layout}{look}<c:separator> </c:separator></c:dLbl>'
    own = "".join(labels[at] for at in sorted(labels))
    return f"<c:dLbls>{own}{plain}{_text(item, lang, item.text)}{_shown(value=False, name=False)}</c:dLbls>"


def _axes(item: PlacedChart, lang: str) -> str:
    bar = item.chart.kind == "bar"
    every = item.ends.every if item.ends is not None else 1
    skip = f'<c:tickLblSkip val="{every}"/>' if every > 1 else ""
    line = f'<c:spPr><a:ln w="9525">{fill(item.text)}</a:ln></c:spPr>'
    below = any(value is not None and value < 0 for series in item.chart.series for value in series.values)
    # From nought, and where there is less than that as far down as the program finds room for.
    least = "" if below else '<c:min val="0"/>'
    return (
        f'<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="{"maxMin" if bar else "minMax"}"/>'
        f'</c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{"l" if bar else "b"}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'{line}{_text(item, lang, item.text)}<c:crossAx val="222"/><c:crosses val="autoZero"/><c:auto val="1"/>'
        f'<c:lblAlgn val="ctr"/><c:lblOffset val="100"/>{skip}<c:noMultiLvlLbl val="0"/></c:catAx>'
        f'<c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/>{least}</c:scaling><c:delete val="1"/>'
        f'<c:axPos val="{"t" if bar else "l"}"/><c:numFmt formatCode={quoted(item.chart.number_format)} '
        f'sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        '<c:crossAx val="111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )


def _plot_layout(item: PlacedChart) -> str:
    if item.ends is None:
        return "<c:layout/>"
    x, y, w, h = item.ends.plot
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.4g}"/><c:y val="{y:.4g}"/><c:w val="{w:.4g}"/><c:h val="{h:.4g}"/></c:manualLayout></c:layout>'
    )


def chart_xml(item: PlacedChart, lang: str, readable: Readable, face: str = MINOR) -> bytes:
    """The chart part. `r:id` rId1 is the workbook; `face`: the font of its words."""
    whole = _chart_xml(item, lang, readable)
    return (whole if face == MINOR else whole.replace(f'typeface="{MINOR}"', f"typeface={quoted(face)}")).encode()


def _chart_xml(item: PlacedChart, lang: str, readable: Readable) -> str:
    chart = item.chart
    series = "".join(_series(item, n, lang, readable) for n in range(len(chart.series)))
    legend_needed = (len(chart.series) > 1 and item.ends is None) or chart.kind == "doughnut"
    ids = '<c:axId val="111"/><c:axId val="222"/>'
    if chart.kind == "doughnut":
        plot = (
            f'<c:doughnutChart><c:varyColors val="1"/>{series}<c:firstSliceAng val="0"/><c:holeSize val="36"/></c:doughnutChart>'
        )
    elif chart.kind == "line":
        plot = (
            f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>'
            f"{ids}</c:lineChart>{_axes(item, lang)}"
        )
    else:
        direction = "bar" if chart.kind == "bar" else "col"
        plot = (
            f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
            f'{series}<c:gapWidth val="50"/>{ids}</c:barChart>'
            f"{_axes(item, lang)}"
        )
    legend = (
        f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_text(item, lang, item.text)}</c:legend>' if legend_needed else ""
    )
    return (
        f'{HEAD}<c:chartSpace {NS}><c:date1904 val="0"/><c:lang val="{lang}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/>'
        f'<c:plotArea>{_plot_layout(item)}{plot}<c:spPr><a:noFill/></c:spPr></c:plotArea>{legend}<c:plotVisOnly val="1"/>'
        f'<c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr>{fill(item.plate)}<a:ln><a:noFill/></a:ln></c:spPr>"
        f'{_text(item, lang, item.text)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )
