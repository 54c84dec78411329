"""Labels and legends within a chart: does what is written stand where it belongs? ECMA-376 Part 1, 21.2.2.48 (where a data label
stands) and 21.2.2.132 (a legend upon the plot)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from deck.check.accessible.charts import charts_of
from deck.check.model import Finding, Rule
from deck.check.subject import Subject
from deck.diagnostics import Severity, short
from deck.drawing import numbers
from deck.drawing.names import Element, child, qn, yes
from deck.fonts import em_width
from deck.geometry import EMU_PER_PT
from deck.i18n import N_, _
from deck.render.plots import ROUND, Plot, plots_of

INSIDE = ("ctr", "inEnd", "inBase")
LINE = 1.2
"""A line's height, of its size."""
AIR = 0.85
"""So much of a label's box must be on its slice: letters do not fill their box to its corners."""
MOST_WORDS = 12
OFFICE_SIZE = 10.0


@dataclass(frozen=True, slots=True)
class Slice:
    """A slice of a pie or ring: radii in points, from the whole's turn `start` (clockwise from the top) to `end`, of 1."""

    hole: float
    radius: float
    start: float
    end: float

    def has(self, x: float, y: float) -> bool:
        """Whether a point lies on it; x to the right of the middle, y above it."""
        turn = (math.atan2(x, y) / (2 * math.pi)) % 1.0
        return self.hole <= math.hypot(x, y) <= self.radius and (turn - self.start) % 1.0 <= self.end - self.start

    def holds(self, width: float, height: float, places: tuple[float, ...]) -> bool:
        """Whether a box of this size stands on it, its middle at one of these shares between the hole and the edge."""
        angle = (self.start + self.end) * math.pi
        x, y = width * AIR / 2, height * AIR / 2
        middles = [self.hole + (self.radius - self.hole) * place for place in places]
        spots = [(at * math.sin(angle), at * math.cos(angle)) for at in middles]
        return any(all(self.has(cx + dx, cy + dy) for dx in (-x, 0, x) for dy in (-y, 0, y)) for cx, cy in spots)


def _crossing(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        colors = subject.sheets.sheet(slide.part).colors
        for drawn in charts_of(subject, slide):
            root, shape = subject.tree(drawn.seen.shape.part), drawn.seen.shape
            # At the very most: no title and no legend takes of its room.
            radius = min(shape.box.w, shape.box.h) / 2 / EMU_PER_PT
            own = _own_size(root)
            for plot in plots_of(root, colors):
                if plot.kind in ("pieChart", "doughnutChart"):
                    for words in _over_edge(plot, radius, own):
                        message = _("the label “{words}” is larger than its slice, and lies over the edge").format(
                            words=short(words, 40)
                        )
                        yield CROSSING.found(message, subject.where(slide.part, shape.name), box=shape.box)


def _over_edge(plot: Plot, radius: float, own: float) -> Iterator[str]:
    """The labels that no division into lines puts wholly on their slices. Of several rings the outer one tells."""
    series = plot.series[-1] if plot.series else None
    if series is None or (len(plot.series) > 1 and plot.kind != "doughnutChart"):
        return
    amounts = [max(value or 0, 0) for value in series.values]
    total, turn = sum(amounts), plot.first
    hole = radius * plot.hole
    hole += (radius - hole) * (len(plot.series) - 1) / len(plot.series)
    rest = zip(amounts, series.labels, series.sides, series.sizes, series.apart, strict=True)
    for value, words, side, size, apart in rest if total > 0 else ():
        piece = Slice(hole, radius, turn, turn + value / total)
        turn = piece.end
        inside = plot.kind == "doughnutChart" or side in INSIDE
        places = (0.5,) if plot.kind == "doughnutChart" or side == "ctr" else tuple(n / 10 for n in range(1, 10))
        if value and words.strip() and inside and not apart and not _stands(piece, words, size or own, places):
            yield words


def _stands(piece: Slice, words: str, size: float, places: tuple[float, ...]) -> bool:
    each = words.split()[:MOST_WORDS]
    return any(piece.holds(wide, high, places) for wide, high in _set(each, size))


def _set(words: list[str], size: float) -> Iterator[tuple[float, float]]:
    """Widths and heights of the words in one line, in two, and so on, broken where the widest is least."""
    widths = [em_width(word, "Arial") * size for word in words]
    space = em_width(" ", "Arial") * size
    limits = sorted({sum(widths[a:b]) + space * (b - a - 1) for a in range(len(words)) for b in range(a + 1, len(words) + 1)})
    for limit in limits:
        lines, room = 1, limit
        if max(widths) > limit:
            continue
        for width in widths:
            if width > room + 0.001:
                lines, room = lines + 1, limit
            room -= width + space
        yield limit, lines * LINE * size


def _own_size(root: Element | None) -> float:
    props = child(root, "c:txPr")
    found = next((item.get("sz") for item in props.iter(qn("a:defRPr")) if item.get("sz")), None) if props is not None else None
    return numbers.font_size(found, 0) / 100 or OFFICE_SIZE


def _overlaid(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        for drawn in charts_of(subject, slide):
            chart, shape = child(subject.tree(drawn.seen.shape.part), "c:chart"), drawn.seen.shape
            legend, area = child(chart, "c:legend"), child(chart, "c:plotArea")
            over = child(legend, "c:overlay")
            if over is None or not yes(over.get("val"), True) or _is_placed(legend) or _is_placed(area):
                continue
            if not all(series.kind in ROUND for series in drawn.series):
                message = _("the chart's legend lies upon the chart")
                yield OVERLAID.found(message, subject.where(slide.part, shape.name), box=shape.box)


def _is_placed(holder: Element | None) -> bool:
    """Whether somebody moved it, or made room: then its place is meant."""
    return child(holder, "c:layout", "c:manualLayout") is not None


CROSSING = Rule(
    "fits/label-over-edge",
    severity=Severity.WARNING,
    title=N_("A chart's label lies over its slice's edge"),
    why=N_("What lies half on one colour and half on another is hard to read, and tells of neither."),
    mend=N_("right-click the labels, choose Format Data Labels, and set Outside End, or shorten them; a ring's: use a legend"),
    find=_crossing,
)
OVERLAID = Rule(
    "fits/legend-on-chart",
    severity=Severity.WARNING,
    title=N_("A chart's legend lies upon the chart"),
    why=N_("A legend that lies upon bars, lines or grid hides them, and is hidden by them."),
    mend=N_("right-click the legend, choose Format Legend, and tick “Show the legend without overlapping the chart”"),
    find=_overlaid,
)
RULES = (CROSSING, OVERLAID)


__all__ = ["RULES", "Slice"]
