"""Charts: what they say is not said by colour alone (WCAG 1.4.1, EN 301 549 10.1.4.1). ECMA-376 Part 1, 21.2."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from deck.check.accessible.chart_words import ChartWords, chart_words, labels_shown, points_of
from deck.check.model import Finding, Rule
from deck.check.subject import SlideRef, Subject
from deck.check.words import Seen, kept, shapes_of
from deck.diagnostics import Severity
from deck.drawing import numbers
from deck.drawing.color import ColorContext, color_of
from deck.drawing.names import Element, child, local, qn, yes
from deck.drawing.paint import fill_in
from deck.i18n import N_, _

ROUND = ("pieChart", "pie3DChart", "doughnutChart", "ofPieChart")
LINES = ("lineChart", "line3DChart", "scatterChart", "radarChart")


@dataclass(frozen=True, slots=True)
class DrawnSeries:
    """`points` that are told apart by colour; `pattern`, `dash`, `marker` as the file has them ("" for none)."""

    kind: str
    name: str
    color: str
    points: int
    labelled: bool
    pattern: bool = False
    dash: str = ""
    marker: str = ""


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A chart on a slide. `ground`: its own plain fill, "" where the slide shows through."""

    seen: Seen
    series: tuple[DrawnSeries, ...]
    ground: str
    data_table: bool
    words: tuple[ChartWords, ...] = ()

    @property
    def labelled(self) -> bool:
        return self.data_table or (bool(self.series) and all(series.labelled for series in self.series))

    @property
    def colors(self) -> tuple[tuple[str, str], ...]:
        return tuple((series.name, series.color) for series in self.series if series.color)


@kept
def charts_of(subject: Subject, slide: SlideRef) -> tuple[DrawnChart, ...]:
    colors = subject.sheets.sheet(slide.part).colors
    found: list[DrawnChart] = []
    for seen in shapes_of(subject, slide):
        root = subject.tree(seen.shape.part) if seen.shape.kind == "chart" else None
        chart = child(root, "c:chart")
        area = child(chart, "c:plotArea")
        if area is None or seen.hidden:
            continue
        series = tuple(item for plot in area if local(plot).endswith("Chart") for item in _series(plot, colors))
        fills = [fill_in(child(holder, "c:spPr")) for holder in (area, root)]
        plain = next((f for f in fills if f is not None and local(f) == "solidFill"), None)
        ground = color_of(plain, colors) if plain is not None else None
        table = child(area, "c:dTable") is not None
        words = chart_words(root, colors) if root is not None else ()
        found.append(DrawnChart(seen, series, ground[0] if ground else "", table, words))
    return tuple(found)


def _labelled(holder: Element | None) -> bool | None:
    """Does c:dLbls show words? None where nothing is said."""
    labels = child(holder, "c:dLbls")
    if labels is None:
        return None
    if yes(getattr(child(labels, "c:delete"), "attrib", {}).get("val")):
        return False
    each = [item for item in labels.iterchildren(qn("c:dLbl")) if child(item, "c:delete") is None]
    return labels_shown(labels) or any(labels_shown(item) for item in each)


def _series(plot: Element, colors: ColorContext) -> Iterator[DrawnSeries]:
    kind = local(plot)
    general = _labelled(plot)
    for item in plot.iterchildren(qn("c:ser")):
        own = _labelled(item)
        props = child(item, "c:spPr")
        fill = fill_in(props)
        stroke = child(props, "a:ln")
        index = numbers.index(getattr(child(item, "c:idx"), "attrib", {}).get("val"), 0)
        holder = fill_in(stroke) if kind in LINES else fill
        rgb = color_of(holder, colors) if holder is not None and local(holder) == "solidFill" else None
        known = rgb[0] if rgb else "" if holder is not None else colors.named(f"accent{index % 6 + 1}")
        dash = child(stroke, "a:prstDash")
        marker = child(item, "c:marker", "c:symbol")
        name = "".join(part.text or "" for part in _texts(child(item, "c:tx"))) or str(index + 1)
        yield DrawnSeries(
            kind,
            name=name,
            color="" if kind in ROUND else known,
            points=points_of(item),
            labelled=bool(general if own is None else own),
            pattern=_patterned(item),
            dash=dash.get("val", "") if dash is not None else "",
            marker=marker.get("val", "") if marker is not None else "",
        )


def _texts(holder: Element | None) -> list[Element]:
    return list(holder.iter(qn("c:v"), qn("a:t"))) if holder is not None else []


def _patterned(series: Element) -> bool:
    """Every point, or the series, has a pattern or picture fill."""
    points = [child(item, "c:spPr") for item in series.iterchildren(qn("c:dPt"))] or [child(series, "c:spPr")]
    fills = [fill_in(props) for props in points]
    return bool(fills) and all(fill is not None and local(fill) in ("pattFill", "blipFill") for fill in fills)


def by_colour_alone(drawn: DrawnChart) -> bool:
    """Is a reader who sees no colours lost? Two series, or the sectors of a ring, with no words nor
    patterns to tell them apart."""
    if drawn.labelled:
        return False
    sectors = [series for series in drawn.series if series.kind in ROUND]
    if sectors:
        return any(series.points > 1 and not (series.labelled or series.pattern) for series in sectors)
    silent = [series for series in drawn.series if not (series.labelled or series.pattern)]
    if len(drawn.series) < 2 or not silent:
        return False
    if all(series.kind in LINES for series in silent):
        marks = {(series.dash, series.marker) for series in silent}
        return len(marks) < len(silent)
    return True


def _colour(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        for drawn in charts_of(subject, slide):
            if by_colour_alone(drawn):
                message = _("the chart tells its parts apart by colour alone: they have neither data labels nor patterns")
                yield COLOUR.found(message, subject.where(slide.part, drawn.seen.shape.name), box=drawn.seen.shape.box)


COLOUR = Rule(
    "accessible/chart-colour-alone",
    severity=Severity.ERROR,
    title=N_("A chart speaks by colour alone"),
    why=N_("WCAG 1.4.1 (EN 301 549, 10.1.4.1): colour is never the only way that something is told."),
    mend=N_("choose Chart Design > Add Chart Element > Data Labels, with series or category name; or give each series a pattern"),
    find=_colour,
)
RULES = (COLOUR,)
