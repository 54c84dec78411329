"""The words within a chart, each with its colour, its size, and the fills that it stands on. ECMA-376 Part 1, 21.2."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from deck.drawing import numbers
from deck.drawing.color import ColorContext, color_of
from deck.drawing.names import Element, child, local, qn, yes
from deck.drawing.paint import fill_in
from deck.i18n import _

AXES = ("catAx", "valAx", "dateAx", "serAx")
INSIDE = ("ctr", "inEnd", "inBase")
_LOOKS = ("a:defRPr", "a:rPr")


@dataclass(frozen=True, slots=True)
class ChartWords:
    """`what` they are, as a person says it; `color` RRGGBB; `grounds`: fills of the points that they stand on, none where the
    chart's own ground is behind them; `legend`: whether they are the legend's."""

    what: str
    color: str
    size_pt: float
    bold: bool
    grounds: tuple[str, ...] = ()
    legend: bool = False


@dataclass(frozen=True, slots=True)
class _Look:
    color: str
    size_pt: float
    bold: bool

    def under(self, holder: Element | None, colors: ColorContext) -> _Look:
        """This look with what c:txPr, or rich text, of `holder` says instead."""
        found = self
        for name in ("c:txPr", "c:tx"):
            block = child(holder, name)
            for props in block.iter(*map(qn, _LOOKS)) if block is not None else ():
                found = found.with_props(props, colors)
        return found

    def with_props(self, props: Element, colors: ColorContext) -> _Look:
        fill = fill_in(props)
        solid = color_of(fill, colors) if fill is not None and local(fill) == "solidFill" else None
        size = numbers.whole(props.get("sz"), 0, 0, 400_000)
        bold = props.get("b")
        return _Look(
            solid[0] if solid else self.color, size / 100 if size else self.size_pt, yes(bold) if bold is not None else self.bold
        )

    def words(self, what: str, grounds: tuple[str, ...] = ()) -> ChartWords:
        return ChartWords(what, color=self.color, size_pt=self.size_pt, bold=self.bold, grounds=grounds)


def chart_words(root: Element, colors: ColorContext) -> tuple[ChartWords, ...]:
    """All that shows words in a c:chartSpace. Where nothing is said, they have the text colour tx1 and
    10 pt, as Office has them."""
    return tuple(_found(root, colors))


def _found(root: Element, colors: ColorContext) -> Iterator[ChartWords]:
    general = _Look(colors.named("tx1"), 10.0, False).under(root, colors)
    chart = child(root, "c:chart")
    area = child(chart, "c:plotArea")
    title = child(chart, "c:title")
    if title is not None:
        yield general.under(title, colors).words(_("the chart's title"))
    legend = child(chart, "c:legend")
    if legend is not None:
        yield replace(general.under(legend, colors).words(_("the chart's legend")), legend=True)
    for axis in area if area is not None else ():
        if local(axis) in AXES and not _deleted(axis):
            if getattr(child(axis, "c:tickLblPos"), "attrib", {}).get("val") != "none":
                yield general.under(axis, colors).words(_("an axis of the chart"))
            if (own := child(axis, "c:title")) is not None:
                yield general.under(own, colors).words(_("an axis title of the chart"))
        elif local(axis).endswith("Chart"):
            yield from _labels(axis, general, colors)


def _deleted(holder: Element) -> bool:
    mark = child(holder, "c:delete")
    return mark is not None and yes(mark.get("val"), True)


def _labels(plot: Element, general: _Look, colors: ColorContext) -> Iterator[ChartWords]:
    shared = child(plot, "c:dLbls")
    for series in plot.iterchildren(qn("c:ser")):
        own = child(series, "c:dLbls")
        labels = own if own is not None else shared
        if labels is None or _deleted(labels):
            continue
        look = general.under(labels, colors)
        each = list(labels.iterchildren(qn("c:dLbl")))
        # Where each point has a label of its own, the shared look shows nowhere.
        if labels_shown(labels) and len(each) < points_of(series):
            yield look.words(_("the chart's data labels"), _fills(series, colors) if _inside(plot, labels) else ())
        for one in each:
            if _deleted(one) or not (labels_shown(one) or child(one, "c:tx") is not None):
                continue
            at = numbers.index(getattr(child(one, "c:idx"), "attrib", {}).get("val"), 0)
            on = _fills(series, colors, at) if _inside(plot, one, labels) else ()
            yield look.under(one, colors).words(_("a data label of the chart"), on)


def labels_shown(labels: Element) -> bool:
    """Does c:dLbls, or one c:dLbl, say that words are to be seen?"""
    names = ("c:showVal", "c:showCatName", "c:showSerName", "c:showPercent")
    return any((mark := child(labels, name)) is not None and yes(mark.get("val"), True) for name in names)


def points_of(series: Element) -> int:
    """How many points a series has, as its cache says."""
    values = child(series, "c:val")
    count = next(iter(values.iter(qn("c:ptCount"))), None) if values is not None else None
    return numbers.count(count.get("val")) if count is not None else 0


def _inside(plot: Element, *labels: Element) -> bool:
    """Whether labels stand upon what they tell of (21.2.2.48); a ring's always do, a stacked bar's where nothing else is said."""
    if local(plot) == "doughnutChart":
        return True
    said = next((mark.get("val", "") for item in labels if (mark := child(item, "c:dLblPos")) is not None), "")
    if said:
        return said in INSIDE
    grouping = child(plot, "c:grouping")
    return grouping is not None and grouping.get("val") in ("stacked", "percentStacked") and local(plot).startswith("bar")


def _fills(series: Element, colors: ColorContext, point: int | None = None) -> tuple[str, ...]:
    """The plain fills of a series' points, or of one; none where one of them is not known."""
    points = {
        numbers.index(getattr(child(item, "c:idx"), "attrib", {}).get("val"), 0): item
        for item in series.iterchildren(qn("c:dPt"))
    }
    chosen = list(points.values()) if point is None else [points[point]] if point in points else []
    found: list[str] = []
    for holder in chosen or [series]:
        fill = fill_in(child(holder, "c:spPr"))
        solid = color_of(fill, colors) if fill is not None and local(fill) == "solidFill" else None
        if solid is None:
            return ()
        found.append(solid[0])
    return tuple(dict.fromkeys(found))


__all__ = ["ChartWords", "chart_words", "labels_shown", "points_of"]
