"""A chart's plots: what the file caches of their numbers, names, colours and labels (ECMA-376 Part 1, 21.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from deck.drawing import numbers
from deck.drawing.color import ColorContext, color_of
from deck.drawing.names import Element, child, local, qn, yes
from deck.drawing.paint import fill_in
from deck.render.amounts import amount

ROUND = ("pieChart", "pie3DChart", "doughnutChart", "ofPieChart")
MOST_POINTS = 400


@dataclass(frozen=True, slots=True)
class PlotSeries:
    """A series: a value, a colour and a label a point ("" where none shows)."""

    name: str
    values: tuple[float | None, ...]
    colors: tuple[str, ...]
    labels: tuple[str, ...]
    inks: tuple[str, ...]
    sides: tuple[str, ...] = ()
    """Where each label stands by its point (ST_DLblPos, 21.2.3.12)."""
    shifts: tuple[float, ...] = ()
    """How far below that its owner, or we, moved it, in shares of the chart's height."""
    dash: str = ""
    sizes: tuple[float, ...] = ()
    """Points of each label's words; 0 where the chart's own size holds."""
    apart: tuple[bool, ...] = ()
    """Whether each label has a ground of its own, or was moved away from its point."""


@dataclass(frozen=True, slots=True)
class Plot:
    kind: str
    categories: tuple[str, ...]
    series: tuple[PlotSeries, ...]
    across: bool
    stacked: bool
    hole: float
    frame: tuple[float, float, float, float] | None = None
    """The inner plot area, in shares of the chart, where the file says it."""
    every: int = 1
    """Of so many categories one is named (21.2.2.208)."""
    spanned: bool = False
    """Whether a line goes on over a missing amount (21.2.2.42)."""
    first: float = 0.0
    """Where the first slice begins, clockwise from the top, in shares of the whole turn (21.2.2.68)."""


def plots_of(root: Element | None, colors: ColorContext) -> Iterator[Plot]:
    area = child(root, "c:chart", "c:plotArea")
    for plot in area if area is not None else ():
        kind = local(plot)
        if kind not in (*ROUND, "barChart", "lineChart", "areaChart"):
            continue
        way, grouping, hole = (child(plot, name) for name in ("c:barDir", "c:grouping", "c:holeSize"))
        items = list(plot.iterchildren(qn("c:ser")))
        categories = tuple(_points(child(items[0], "c:cat"))) if items else ()
        series = tuple(_series(item, kind, n, plot, colors) for n, item in enumerate(items))
        stacked = grouping is not None and "tacked" in (grouping.get("val") or "")
        yield Plot(
            kind,
            categories=categories,
            series=series,
            across=way is not None and way.get("val") == "bar",
            stacked=stacked,
            hole=numbers.hole(hole.get("val"), 50) / 100 if hole is not None else 0.0,
            frame=_frame(area),
            every=max(numbers.count(_value(child(area, "c:catAx"), "c:tickLblSkip") or "1"), 1),
            spanned=getattr(child(root, "c:chart", "c:dispBlanksAs"), "attrib", {}).get("val") == "span",
            first=numbers.count(_value(plot, "c:firstSliceAng")) % 360 / 360,
        )


def _frame(area: Element | None) -> tuple[float, float, float, float] | None:
    layout = child(area, "c:layout", "c:manualLayout")
    if layout is None or getattr(child(layout, "c:layoutTarget"), "attrib", {}).get("val") != "inner":
        return None
    shares = [numbers.real(getattr(child(layout, f"c:{name}"), "attrib", {}).get("val", "")) for name in "xywh"]
    known = [share for share in shares if share is not None and 0 <= share <= 1]
    return (known[0], known[1], known[2], known[3]) if len(known) == 4 and known[2] and known[3] else None


def _points(holder: Element | None) -> list[str]:
    if holder is None:
        return []
    count = next((numbers.count(item.get("val")) for item in holder.iter(qn("c:ptCount"))), 0)
    found = [""] * min(count, MOST_POINTS)
    for point in holder.iter(qn("c:pt")):
        value = child(point, "c:v")
        index = numbers.index(point.get("idx"), -1)
        if value is not None and 0 <= index < len(found):
            found[index] = value.text or ""
    return found


def _series(item: Element, kind: str, n: int, plot: Element, colors: ColorContext) -> PlotSeries:
    values = tuple(numbers.real(text) for text in _points(child(item, "c:val")))
    props = child(item, "c:spPr")
    own = _tint(child(props, "a:ln") if kind == "lineChart" else props, colors) or colors.named(f"accent{n % 6 + 1}")
    vary = kind in ROUND
    tints = [colors.named(f"accent{m % 6 + 1}") if vary else own for m in range(len(values))]
    for point in item.iterchildren(qn("c:dPt")):
        index = numbers.index(getattr(child(point, "c:idx"), "attrib", {}).get("val"), -1)
        tint = _tint(child(point, "c:spPr"), colors)
        if tint and 0 <= index < len(tints):
            tints[index] = tint
    said = child(item, "c:tx")
    name = "".join(part.text or "" for part in said.iter(qn("c:v"))) if said is not None else ""
    labels = _labels(item, plot, name, tuple(_points(child(item, "c:cat"))), values, colors)
    dash = child(props, "a:ln", "a:prstDash")
    return PlotSeries(
        name,
        values=values,
        colors=tuple(tints),
        labels=tuple(label.words for label in labels),
        inks=tuple(label.ink for label in labels),
        sides=tuple(label.side for label in labels),
        sizes=tuple(label.size for label in labels),
        apart=tuple(label.apart for label in labels),
        shifts=tuple(label.shift for label in labels),
        dash=dash.get("val", "") if dash is not None else "",
    )


def _tint(holder: Element | None, colors: ColorContext) -> str:
    fill = fill_in(holder) if holder is not None else None
    found = color_of(fill, colors) if fill is not None and local(fill) == "solidFill" else None
    return found[0] if found else ""


@dataclass(frozen=True, slots=True)
class PointLabel:
    """What stands at a point, in which colour ("" for the chart's), on which side of it, and how far below that."""

    words: str
    ink: str
    side: str = ""
    shift: float = 0.0
    size: float = 0.0
    """Points; 0 where the chart's own size holds."""
    apart: bool = False
    """Whether it has a ground of its own, or was moved away."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What a label can say of its point: `share` of the whole, from 0 to 1."""

    name: str
    category: str
    value: float | None
    share: float | None


def _labels(
    item: Element, plot: Element, name: str, categories: tuple[str, ...], values: tuple[float | None, ...], colors: ColorContext
) -> list[PointLabel]:
    labels = child(item, "c:dLbls")
    labels = child(plot, "c:dLbls") if labels is None else labels
    general = PointLabel(
        "", ink=_ink(labels, colors), side=_value(labels, "c:dLblPos"), size=_size(labels), apart=_has_ground(labels)
    )
    source = next((code.text or "" for code in item.iterfind(f"{qn('c:val')}//{qn('c:formatCode')}")), "")
    total = sum(abs(value or 0) for value in values)
    said = [
        _Said(name=name, category=_at(categories, n), value=value, share=(value or 0) / total if total else None)
        for n, value in enumerate(values)
    ]
    found = [replace(general, words=_words_of(labels, one, _format(labels, source))) for one in said]
    for one in labels.iterchildren(qn("c:dLbl")) if labels is not None else ():
        index = numbers.index(_value(one, "c:idx"), -1)
        if not 0 <= index < len(found):
            continue
        text = "".join(part.text or "" for part in one.iter(qn("a:t"))) or _words_of(
            one, said[index], _format(one, _format(labels, source))
        )
        if yes(_value(one, "c:delete") or "0"):
            text = ""
        moved = child(one, "c:layout", "c:manualLayout")
        found[index] = PointLabel(
            text,
            ink=_ink(one, colors) or general.ink,
            side=_value(one, "c:dLblPos") or general.side,
            shift=numbers.real(_value(moved, "c:y")) or 0.0,
            size=_size(one) or general.size,
            apart=general.apart or _has_ground(one) or moved is not None,
        )
    return found


def _at(categories: tuple[str, ...], n: int) -> str:
    return categories[n] if n < len(categories) else ""


def _value(holder: Element | None, name: str) -> str:
    return getattr(child(holder, name), "attrib", {}).get("val", "")


def _format(holder: Element | None, source: str) -> str:
    """The format code of the labels, or that of the numbers (21.2.2.121)."""
    own = child(holder, "c:numFmt")
    return source if own is None or yes(own.get("sourceLinked", "0")) else own.get("formatCode", "")


def _words_of(holder: Element | None, said: _Said, code: str) -> str:
    """What a label says of itself: its series' name, its category's, its amount, its share of the whole (21.2.2.49)."""
    if holder is None or said.value is None:
        return ""
    words = [said.name] if yes(_value(holder, "c:showSerName") or "0") else []
    words += [said.category] if yes(_value(holder, "c:showCatName") or "0") else []
    words += [amount(said.value, code)] if yes(_value(holder, "c:showVal") or "0") else []
    if yes(_value(holder, "c:showPercent") or "0") and said.share is not None:
        words.append(amount(said.share, code if "%" in code else "0%"))
    separator = child(holder, "c:separator")
    return (separator.text or " " if separator is not None else "; ").join(filter(None, words))


def _has_ground(holder: Element | None) -> bool:
    fill = fill_in(child(holder, "c:spPr"))
    return fill is not None and local(fill) != "noFill"


def _size(holder: Element | None) -> float:
    """Points, as c:txPr or rich text of labels says; 0 where they do not."""
    props = holder.iter(qn("a:rPr"), qn("a:defRPr")) if holder is not None else ()
    return next((numbers.font_size(item.get("sz"), 0) / 100 for item in props if item.get("sz")), 0.0)


def _ink(holder: Element | None, colors: ColorContext) -> str:
    looks = (props for props in (holder.iter(qn("a:rPr"), qn("a:defRPr")) if holder is not None else ()))
    return next((tint for props in looks if (tint := _tint(props, colors))), "")
