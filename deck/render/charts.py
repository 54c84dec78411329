"""Charts drawn small: bars, columns, lines, rings and pies of a chart's plot."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from deck.drawing import SceneShape, Sheets, numbers
from deck.drawing.color import ColorContext, color_of
from deck.drawing.names import Element, child, qn
from deck.drawing.paint import fill_in
from deck.fonts import em_width
from deck.geometry import Box, pt
from deck.package import UnsafeXML, parse_xml
from deck.render.canvas import Canvas, add
from deck.render.plots import ROUND, Plot, plots_of
from deck.render.words import FAMILIES


def draw_chart(canvas: Canvas, parent: Any, sheets: Sheets, slide: str, shape: SceneShape) -> None:
    """The chart in its frame; a pale box where its kind is not drawn here or it cannot be read."""
    try:
        root = parse_xml(sheets.package.parts[shape.part])
    except (KeyError, UnsafeXML, SyntaxError):
        root = None
    colors = sheets.sheet(slide).colors
    plot = next(plots_of(root, colors), None) if root is not None else None
    if root is None or plot is None or not any(series.values for series in plot.series):
        add(parent, "rect", **canvas.box(shape.box), fill="#EEEEEE", stroke="#999999")
        canvas.miss("chart", shape.name)
        return
    pen = _Pen(canvas, parent, *_look(root, colors))
    box = shape.box
    if child(root, "c:chart", "c:legend") is not None:
        names = list(plot.categories) if plot.kind in ROUND else [series.name for series in plot.series]
        tints = (
            list(plot.series[0].colors) if plot.kind in ROUND else [series.colors[0] for series in plot.series if series.colors]
        )
        box = pen.legend(box, names, tints)
    if plot.kind in ROUND:
        pen.ring(plot, box)
    elif plot.kind == "lineChart":
        pen.lines(plot, box)
    else:
        pen.bars(plot, box)


def _look(root: Element, colors: ColorContext) -> tuple[float, str]:
    """Size in points and colour of the chart's words."""
    legend = child(root, "c:chart", "c:legend")
    holders = [child(holder, "c:txPr") for holder in (root, legend)]
    props = next((item for holder in holders if holder is not None for item in holder.iter(qn("a:defRPr"))), None)
    found = color_of(fill_in(props), colors) if props is not None and fill_in(props) is not None else None
    return (numbers.font_size(props.get("sz"), 1800) / 100 if props is not None else 18.0), found[0] if found else colors.named(
        "tx1"
    )


@dataclass(frozen=True, slots=True)
class _Pen:
    """Draws a plot's parts; `size` of its words in points, `ink` their colour."""

    canvas: Canvas
    parent: Any
    size: float
    ink: str

    def word(self, text: str, x: float, y: float, anchor: str = "middle", color: str = "", bold: bool = False) -> None:
        """Words with their middle at y, in EMU."""
        add(
            self.parent,
            "text",
            text,
            x=self.canvas.length(x),
            y=self.canvas.length(y) + self.canvas.points(self.size) * 0.35,
            font_size=self.canvas.points(self.size),
            font_family=FAMILIES,
            fill=f"#{color or self.ink}",
            text_anchor=anchor,
            font_weight="bold" if bold else None,
        )

    def width(self, text: str) -> int:
        return pt(em_width(text, "Arial") * self.size)

    def legend(self, box: Box, names: list[str], tints: list[str]) -> Box:
        """The names with their colours at the foot, one under the other where they do not stand side by side; the room above."""
        line = pt(self.size * 1.4)
        widths = [self.width(name) + pt(self.size * 2) for name in names]
        rows = [list(range(len(names)))] if sum(widths) <= box.w else [[n] for n in range(len(names))][:8]
        y = box.bottom - line * len(rows)
        for row in rows:
            x = box.x + max((box.w - sum(widths[n] for n in row)) // 2, 0)
            for n in row:
                side = pt(self.size * 0.6)
                tint = tints[n] if n < len(tints) else "888888"
                add(self.parent, "rect", **self.canvas.box(Box(x, y + (line - side) // 2, side, side)), fill=f"#{tint}")
                self.word(names[n], x + side + pt(self.size * 0.4), y + line / 2, "start")
                x += widths[n]
            y += line
        return box.inset(0, 0, 0, line * len(rows) + pt(6))

    def ring(self, plot: Plot, box: Box) -> None:
        series = plot.series[0]
        total = sum(max(value or 0, 0) for value in series.values)
        if total <= 0:
            return
        radius = min(box.w, box.h) * 0.46
        hole = radius * plot.hole
        cx, cy = box.x + box.w / 2, box.y + box.h / 2
        turn = plot.first
        for value, tint, label, ink in zip(series.values, series.colors, series.labels, series.inks, strict=True):
            part = max(value or 0, 0) / total
            if part <= 0:
                continue
            part = min(part, 0.9999)
            add(self.parent, "path", d=self._wedge(cx, cy, radius, hole, turn, turn + part), fill=f"#{tint}", stroke="#FFFFFF")
            if label:
                angle = (turn + part / 2) * 2 * math.pi
                at = (radius + hole) / 2 if plot.hole else radius * 0.62
                self.word(label, cx + at * math.sin(angle), cy - at * math.cos(angle), color=ink)
            turn += part

    def _wedge(self, cx: float, cy: float, radius: float, hole: float, start: float, end: float) -> str:
        def spot(r: float, turn: float) -> str:
            angle = turn * 2 * math.pi
            return f"{self.canvas.length(cx + r * math.sin(angle)):.1f} {self.canvas.length(cy - r * math.cos(angle)):.1f}"

        big = int(end - start > 0.5)
        out, inner = self.canvas.length(radius), self.canvas.length(hole)
        outer = f"M{spot(radius, start)}A{out:.1f} {out:.1f} 0 {big} 1 {spot(radius, end)}"
        if hole:
            return f"{outer}L{spot(hole, end)}A{inner:.1f} {inner:.1f} 0 {big} 0 {spot(hole, start)}Z"
        return f"{outer}L{spot(0, 0)}Z"

    def bars(self, plot: Plot, box: Box) -> None:
        """Bars across or columns up, side by side or stacked, from nought."""
        count = max((len(series.values) for series in plot.series), default=0)
        low, most = _reach(plot)
        if not count or most <= low:
            return
        names = [*plot.categories, *[""] * count][:count]
        margin = min(max(map(self.width, names), default=0) + pt(6), box.w // 2) if plot.across else pt(self.size * 1.5)
        area = (
            Box(box.x + margin, box.y, box.w - margin - self.width("0000"), box.h)
            if plot.across
            else box.inset(0, margin, 0, margin)
        )
        long, pitch = (area.w if plot.across else area.h) * 0.92, (area.h if plot.across else area.w) / count
        side = 1 if plot.stacked else len(plot.series)
        thick = pitch * 0.66 / side
        for n, name in enumerate(names):
            base = -low / (most - low) * long
            middle = (area.y if plot.across else area.x) + pitch * (n + 0.5)
            if plot.across:
                self.word(name, area.x - pt(6), middle, "end")
            else:
                self.word(name, middle, area.bottom + margin / 2)
            for m, series in enumerate(plot.series):
                value = (series.values[n] or 0) if n < len(series.values) else 0
                value = max(value, 0) if plot.stacked else value
                at = middle + ((0 if plot.stacked else m) - side / 2) * thick
                length = value / (most - low) * long
                begin = base + min(length, 0)
                bar = (
                    Box(round(area.x + begin), round(at), round(abs(length)), round(thick))
                    if plot.across
                    else Box(round(at), round(area.bottom - base - max(length, 0)), round(thick), round(abs(length)))
                )
                add(
                    self.parent,
                    "rect",
                    **self.canvas.box(bar),
                    fill=f"#{series.colors[n] if n < len(series.colors) else '888888'}",
                )
                if n < len(series.labels) and series.labels[n]:
                    x, y = (
                        (bar.right + pt(4) if value >= 0 else bar.x - pt(4), bar.y + bar.h / 2)
                        if plot.across
                        else (bar.x + bar.w / 2, bar.y - pt(self.size * 0.6) if value >= 0 else bar.bottom + pt(self.size * 0.6))
                    )
                    side_of = "start" if value >= 0 else "end"
                    self.word(series.labels[n], x, y, side_of if plot.across else "middle", bold=True)
                base += length if plot.stacked else 0

    def lines(self, plot: Plot, box: Box) -> None:
        count = max((len(series.values) for series in plot.series), default=0)
        if not count:
            return
        low, most = _reach(plot)
        span = most - low or 1.0
        margin = pt(self.size * 1.6)
        area = _framed(box, plot.frame) if plot.frame else box.inset(margin, margin, margin, margin)
        for n, name in list(enumerate(plot.categories[:count]))[:: plot.every]:
            self.word(name, area.x + area.w * (n + 0.5) / count, area.bottom + margin / 2)
        if low < 0:
            nought = self.canvas.length(area.bottom + low / span * area.h)
            ends = {"x1": self.canvas.length(area.x), "x2": self.canvas.length(area.right), "y1": nought, "y2": nought}
            add(self.parent, "line", **ends, stroke=f"#{self.ink}", stroke_width=self.canvas.points(0.75))
        # The last drawn lies on top: the first line is what the slide is about.
        for series in reversed(plot.series):
            spots = {
                n: (area.x + area.w * (n + 0.5) / count, area.bottom - (value - low) / span * area.h)
                for n, value in enumerate(series.values)
                if value is not None
            }
            tint = f"#{series.colors[0]}" if series.colors else "#888888"
            for run in [list(spots)] if plot.spanned else _runs(spots):
                points = " ".join(f"{self.canvas.length(spots[n][0]):.1f},{self.canvas.length(spots[n][1]):.1f}" for n in run)
                dash = " ".join(f"{self.canvas.points(part):.1f}" for part in DASHES.get(series.dash, ()))
                add(
                    self.parent,
                    "polyline",
                    points=points,
                    fill="none",
                    stroke=tint,
                    stroke_width=self.canvas.points(3),
                    stroke_dasharray=dash or None,
                )
            for n, (x, y) in spots.items():
                add(
                    self.parent,
                    "circle",
                    cx=self.canvas.length(x),
                    cy=self.canvas.length(y),
                    r=self.canvas.points(4.5),
                    fill=tint,
                )
                if n < len(series.labels) and series.labels[n]:
                    shift = series.shifts[n] * box.h if n < len(series.shifts) else 0.0
                    if n < len(series.sides) and series.sides[n] == "r":
                        self.word(series.labels[n], x + pt(8), y + shift, "start", bold=True)
                    else:
                        side = 1 if n < len(series.sides) and series.sides[n] == "b" else -1
                        self.word(series.labels[n], x, y + side * pt(self.size) + shift, bold=True)


DASHES = {"sysDash": (9, 3), "sysDot": (3, 3), "lgDash": (24, 9), "dash": (12, 9), "dot": (3, 9), "dashDot": (12, 9, 3, 9)}
"""Strokes and gaps in points, of a line of 3 points (ST_PresetLineDashVal, 20.1.10.48)."""


def _framed(box: Box, frame: tuple[float, float, float, float]) -> Box:
    x, y, w, h = frame
    return Box(box.x + round(box.w * x), box.y + round(box.h * y), round(box.w * w), round(box.h * h))


def _runs(places: Iterable[int]) -> Iterator[list[int]]:
    """Numbers that follow one another, together."""
    run: list[int] = []
    for n in places:
        if run and n != run[-1] + 1:
            yield run
            run = []
        run.append(n)
    if run:
        yield run


def _reach(plot: Plot) -> tuple[float, float]:
    """The lowest and highest that the axis must hold, nought among them."""
    tops = _tops(plot)
    # Under what is below nought there is room for its words.
    return min((0.0, *tops)) * 1.2, max((0.0, *tops))


def _tops(plot: Plot) -> list[float]:
    """The heights that the axis must hold."""
    if not plot.stacked:
        return [value for series in plot.series for value in series.values if value is not None]
    count = max((len(series.values) for series in plot.series), default=0)
    return [sum(max(s.values[n] or 0, 0) for s in plot.series if n < len(s.values)) for n in range(count)]
