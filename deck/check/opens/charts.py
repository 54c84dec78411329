"""Charts and what they stand on: the cache against the ranges it was read from, and the workbook
(ECMA-376 Part 1, 13.3.2, 21.2)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from math import isfinite

from deck.check.model import Finding, Rule
from deck.check.opens.package import SAVE
from deck.check.opens.workbook import cells_of, visible_cells
from deck.check.subject import Subject
from deck.diagnostics import Severity
from deck.drawing import numbers
from deck.drawing.names import Element, child, local, qn, yes
from deck.i18n import N_, _
from deck.package import begins

ZIP = b"PK\x03\x04"
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")
ERRORS = ("#N/A", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA")
AXES = ("catAx", "valAx", "dateAx", "serAx")
THREE = ("bar3DChart", "area3DChart", "line3DChart", "surfaceChart", "surface3DChart")
"""Charts whose third axis may be 0, for none."""
PLACES: dict[str, tuple[str, ...]] = {
    "lineChart": ("ctr", "l", "r", "t", "b"),
    "scatterChart": ("ctr", "l", "r", "t", "b"),
    "bubbleChart": ("ctr", "l", "r", "t", "b"),
    "stockChart": ("ctr", "l", "r", "t", "b"),
    "pieChart": ("bestFit", "ctr", "inEnd", "outEnd"),
    "pie3DChart": ("bestFit", "ctr", "inEnd", "outEnd"),
    "ofPieChart": ("bestFit", "ctr", "inEnd", "outEnd"),
    "radarChart": ("outEnd",),
}
"""Kind of chart → the places that its labels may stand at; a doughnut, an area, and what is in three dimensions have none."""


def _charts(subject: Subject) -> Iterator[tuple[str, Element]]:
    for name in subject.package.parts:
        root = subject.tree(name) if "/charts/" in name and name.endswith(".xml") else None
        if root is not None and local(root) == "chartSpace":
            yield name, root


def _cache(subject: Subject) -> Iterator[Finding]:
    for name, root in _charts(subject):
        for cache in root.iter(qn("c:numCache"), qn("c:strCache")):
            count = child(cache, "c:ptCount")
            points = [numbers.index(point.get("idx"), -1) for point in cache.iterchildren(qn("c:pt"))]
            said = numbers.index(count.get("val"), -1) if count is not None else len(points)
            formula = child(cache.getparent(), "c:f")
            if any(not 0 <= index < said for index in points) or len(set(points)) < len(points):
                yield CACHE.found(_("a series has points beyond their number, or twice"), subject.where(name))
            elif formula is not None and not _agrees(subject, name, formula.text or "", said):
                message = _("{range} names {cells} cells, and {count} are kept").format(
                    range=formula.text, cells=cells_of(formula.text or ""), count=said
                )
                yield CACHE.found(message, subject.where(name))


def _agrees(subject: Subject, chart: str, formula: str, kept: int) -> bool:
    """Are as many points kept as the range shows cells? Hidden rows and columns are left out, unless the chart shows them."""
    cells = cells_of(formula)
    if cells is None or cells == kept:
        return True
    root = subject.tree(chart)
    only = child(root, "c:chart", "c:plotVisOnly")
    if kept > cells or (only is not None and not yes(only.get("val", "1"))):
        return False
    # Where the workbook cannot be read, the missing points may be of hidden rows.
    return visible_cells(_book(subject, chart), formula) in (kept, None)


def _book(subject: Subject, chart: str) -> bytes:
    outer = child(subject.tree(chart), "c:externalData")
    wanted = outer.get(qn("r:id")) if outer is not None else None
    rels = subject.package.rels.get(chart, ())
    rel = next((rel for rel in rels if rel.id == wanted and not rel.external), None)
    return subject.package.parts.get(rel.target, b"") if rel else b""


def _is_number(words: str) -> bool:
    """Whether it is one that a chart can draw: written as a number is (xsd:double), and finite."""
    return _NUMBER.fullmatch(words) is not None and isfinite(float(words))


def _values(subject: Subject) -> Iterator[Finding]:
    for name, root in _charts(subject):
        told: set[str] = set()
        for cache in root.iter(qn("c:numCache"), qn("c:numLit")):
            for value in cache.iter(qn("c:v")):
                words = (value.text or "").strip()
                # An empty value, and Excel's own errors, are written where a cell has no number.
                if words and not _is_number(words) and words not in ERRORS and words not in told:
                    told.add(words)
                    message = _("“{value}” is kept where a number belongs").format(value=words[:40])
                    yield VALUE.found(message, subject.where(name))


def _allowed(plot: Element) -> tuple[str, ...]:
    """Where this kind of chart may put its labels (21.2.3.10 as Office reads it); nothing where it may not say."""
    kind = local(plot)
    if kind == "barChart":
        grouping = child(plot, "c:grouping")
        stacked = grouping is not None and grouping.get("val") in ("stacked", "percentStacked")
        return ("ctr", "inBase", "inEnd") if stacked else ("ctr", "inBase", "inEnd", "outEnd")
    return PLACES.get(kind, ())


def _positions(subject: Subject) -> Iterator[Finding]:
    for name, root in _charts(subject):
        area = child(root, "c:chart", "c:plotArea")
        told: set[tuple[str, str]] = set()
        for plot in area if area is not None else ():
            if not local(plot).endswith("Chart"):
                continue
            for place in plot.iter(qn("c:dLblPos")):
                said = place.get("val", "")
                if said not in _allowed(plot) and (local(plot), said) not in told:
                    told.add((local(plot), said))
                    message = _("labels of a {kind} may not stand at “{place}”").format(kind=local(plot), place=said)
                    yield PLACE.found(message, subject.where(name))


def _axes(subject: Subject) -> Iterator[Finding]:
    for name, root in _charts(subject):
        area = child(root, "c:chart", "c:plotArea")
        if area is None:
            continue
        axes = {_val(axis, "c:axId"): axis for axis in area if local(axis) in AXES}
        for plot in area:
            if local(plot).endswith("Chart"):
                for item in plot.iterchildren(qn("c:axId")):
                    if item.get("val") not in axes and not (local(plot) in THREE and item.get("val") == "0"):
                        message = _("a {kind} names the axis {id}, which does not exist").format(
                            kind=local(plot), id=item.get("val")
                        )
                        yield AXIS.found(message, subject.where(name))
        for number, axis in axes.items():
            if _val(axis, "c:crossAx") not in axes:
                message = _("the axis {id} crosses {other}, which does not exist").format(
                    id=number, other=_val(axis, "c:crossAx")
                )
                yield AXIS.found(message, subject.where(name))


def _series(subject: Subject) -> Iterator[Finding]:
    """Each series of a chart has its own index and its own place in the order (21.2.2.84, 21.2.2.128)."""
    for name, root in _charts(subject):
        series = list(root.iter(qn("c:ser")))
        for mark in ("c:idx", "c:order"):
            twice = sorted(key for key, count in Counter(_val(item, mark) for item in series).items() if key and count > 1)
            if twice:
                message = _("several series of the chart have {mark} {number}").format(mark=mark, number=", ".join(twice[:4]))
                yield SERIES.found(message, subject.where(name))
        for holder, mark in (*((item, "c:dPt") for item in series), *((item, "c:dLbl") for item in root.iter(qn("c:dLbls")))):
            points = Counter(_val(item, "c:idx") for item in holder.iterchildren(qn(mark)))
            twice = sorted(key for key, count in points.items() if key and count > 1)
            if twice:
                message = _("a series has several {mark} for its point {number}").format(mark=mark, number=", ".join(twice[:4]))
                yield SERIES.found(message, subject.where(name))


def _val(holder: Element, name: str) -> str:
    found = child(holder, name)
    return found.get("val", "") if found is not None else ""


def _workbook(subject: Subject) -> Iterator[Finding]:
    for name, root in _charts(subject):
        outer = child(root, "c:externalData")
        if outer is None:
            continue
        rel = next((rel for rel in subject.package.rels.get(name, ()) if rel.id == outer.get(qn("r:id"))), None)
        if rel is None:
            yield WORKBOOK.found(_("the chart's workbook is not there"), subject.where(name))
        elif not rel.external and not (
            rel.target in subject.package.parts and begins(subject.package.parts, rel.target).startswith(ZIP)
        ):
            hint = _("PowerPoint shows the chart, and cannot edit it: put the chart in anew")
            message = _("{part} is no workbook").format(part=rel.target)
            yield WORKBOOK.found(message, subject.where(name), hint=hint, severity=Severity.WARNING)


CACHE = Rule(
    "opens/chart-cache",
    severity=Severity.WARNING,
    title=N_("a chart whose kept numbers do not agree with its ranges"),
    why=N_(
        "ECMA-376 Part 1, 21.2.2.121 and 21.2.2.150: the points kept are those of the range that show; else "
        "PowerPoint shows others as soon as the data is edited."
    ),
    mend=N_("choose the chart, then Chart Design > Edit Data, and close the data again"),
    find=_cache,
)
WORKBOOK = Rule(
    "opens/chart-workbook",
    severity=Severity.ERROR,
    title=N_("a chart without its workbook"),
    why=N_(
        "ECMA-376 Part 1, 13.3.2 and 21.2.2.63: the data that a chart names is in the file; else it cannot be "
        "edited, or PowerPoint repairs."
    ),
    mend=SAVE,
    find=_workbook,
)
VALUE = Rule(
    "opens/chart-value",
    severity=Severity.ERROR,
    title=N_("a chart's number that is none"),
    why=N_(
        "ECMA-376 Part 1, 21.2.2.121 and 21.2.2.231: what is kept of numbers is numbers; else PowerPoint "
        "repairs the file, and the chart is lost."
    ),
    mend=N_("choose the chart, then Chart Design > Edit Data, write a number or leave the cell empty, and close the data again"),
    find=_values,
    known=("scanny/python-pptx#149",),
)
PLACE = Rule(
    "opens/chart-label-place",
    severity=Severity.ERROR,
    title=N_("a chart's labels where its kind has none"),
    why=N_(
        "ECMA-376 Part 1, 21.2.2.48 and 21.2.3.10: each kind of chart has its own places for labels; at "
        "another, PowerPoint repairs the file."
    ),
    mend=N_("choose the chart, then Chart Design > Add Chart Element > Data Labels, and one of the places offered"),
    find=_positions,
    known=("scanny/python-pptx#337",),
)
AXIS = Rule(
    "opens/chart-axis",
    severity=Severity.ERROR,
    title=N_("a chart's axis that does not exist"),
    why=N_(
        "ECMA-376 Part 1, 21.2.2.9 and 21.2.2.31: the axes that are named are there; else PowerPoint repairs "
        "the file, and the chart is lost."
    ),
    mend=SAVE,
    find=_axes,
)
SERIES = Rule(
    "opens/chart-series",
    severity=Severity.WARNING,
    title=N_("series of a chart that share their number"),
    why=N_(
        "ECMA-376 Part 1, 21.2.2.84 and 21.2.2.128: each series has its own index and place in the order. Excel calls a file "
        "damaged that breaks it; whether PowerPoint minds is not known, and looks and words may land on the wrong series."
    ),
    mend=SAVE,
    find=_series,
)
RULES = (SERIES, CACHE, VALUE, PLACE, AXIS, WORKBOOK)
