"""Where a chart's legend stands, as nearly as the file tells (ECMA-376 Part 1, 21.2.2.94 and 21.2.3.21): its words have their own
ground where the chart has none."""

from __future__ import annotations

from deck.check.accessible.charts import ROUND, DrawnChart
from deck.drawing import numbers
from deck.drawing.names import Element, child
from deck.fonts import measure
from deck.geometry import EMU_PER_PT, Box

KEY, LINE, EDGE = 2.0, 1.4, 0.02
"""What an entry takes beside its words, and a line's height, in ems; the share of the frame that stays free at its edge."""
MOST = 0.4
"""The share of the frame that a legend at its side takes at most."""


def legend_box(chart: Element | None, drawn: DrawnChart, size_pt: float) -> Box:
    """The legend's box on the slide, in EMU; the chart's whole frame where it cannot be told."""
    frame, legend = drawn.seen.shape.box, child(chart, "c:legend")
    said = child(legend, "c:layout", "c:manualLayout")
    if said is not None:
        return _placed(frame, said)
    names = [series.name for series in drawn.series]
    if any(series.kind in ROUND for series in drawn.series):
        names = ["x" * 8] * sum(series.points for series in drawn.series[:1])
    if not names:
        return frame
    em = size_pt * EMU_PER_PT
    widths = [round(measure(name, "Arial", size_pt) * EMU_PER_PT + KEY * em) for name in names]
    free_x, free_y = round(EDGE * frame.w), round(EDGE * frame.h)
    mark = child(legend, "c:legendPos")
    place = mark.get("val", "r") if mark is not None else "r"
    if place in ("t", "b"):
        wide, high = min(sum(widths), frame.w), round(LINE * em)
        y = frame.y + free_y if place == "t" else frame.bottom - free_y - high
        return Box(frame.x + (frame.w - wide) // 2, y, wide, high)
    wide, high = min(max(widths), round(MOST * frame.w)), min(round(len(names) * LINE * em), frame.h)
    x = frame.x + free_x if place == "l" else frame.right - free_x - wide
    return Box(x, frame.y + free_y if place == "tr" else frame.y + (frame.h - high) // 2, wide, high)


def _placed(frame: Box, said: Element) -> Box:
    """Where somebody moved it to, in shares of the frame; the frame itself where only some of them are said."""
    shares = [child(said, f"c:{name}") for name in ("x", "y", "w", "h")]
    if any(item is None for item in shares):
        return frame
    x, y, w, h = ((numbers.real(item.get("val")) or 0.0) if item is not None else 0.0 for item in shares)
    return Box(frame.x + round(x * frame.w), frame.y + round(y * frame.h), round(w * frame.w), round(h * frame.h))
