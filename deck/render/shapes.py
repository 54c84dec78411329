"""A shape's paint: its outline with fill and line, curves, dashes and what a line's ends bear."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any

from deck.drawing import Paint, SceneShape
from deck.drawing.model import DrawnPath, LineEnd
from deck.drawing.outlines import preset_paths
from deck.drawing.preset_paths import ELLIPSES, POLYGONS, RECTANGLES
from deck.drawing.presets import outline
from deck.package import Package
from deck.render.canvas import Canvas, add
from deck.render.pictures import place

MOST_RINGS = 2_000
PALE, EDGE = Paint("solid", colors=("EEEEEE",)), Paint("solid", colors=("999999",))
_SHADES = {"darken": ("000000", 0.4), "darkenLess": ("000000", 0.2), "lighten": ("FFFFFF", 0.4), "lightenLess": ("FFFFFF", 0.2)}
_STANDS_IN = ("picture", "diagram", "media", "ole", "unknown")

DASHES = {
    "dot": (1, 3),
    "sysDot": (1, 1),
    "dash": (4, 3),
    "sysDash": (3, 1),
    "lgDash": (8, 3),
    "dashDot": (4, 3, 1, 3),
    "sysDashDot": (3, 1, 1, 1),
    "lgDashDot": (8, 3, 1, 3),
    "lgDashDotDot": (8, 3, 1, 3, 1, 3),
    "sysDashDotDot": (3, 1, 1, 1, 1, 1),
}
"""Lengths of lines and gaps in widths of the line (ECMA-376 Part 1, 20.1.10.49)."""


def dashes(canvas: Canvas, dash: str, width: int) -> str | None:
    steps = DASHES.get(dash)
    drawn = max(canvas.length(width), 0.5)
    return " ".join(f"{step * drawn:.1f}" for step in steps) if steps else None


def draw_outline(canvas: Canvas, parent: Any, package: Package, shape: SceneShape) -> None:
    """The shape itself; what cannot be drawn is a pale box in its place."""
    fill, line, box = shape.fill, shape.line, shape.box
    if shape.kind in _STANDS_IN and fill.kind == "none" and shape.text is None:
        fill, line = PALE, EDGE
    look = _look(canvas, shape, fill, line)
    if look["fill"] == look["stroke"] == "none" or (box.w <= 0 and box.h <= 0):
        return
    parent = _turned_over(canvas, parent, shape)
    if fill.kind == "picture":
        if place(canvas, parent, package.parts.get(fill.part, b""), box, fill):
            look["fill"] = "none"
        if look["stroke"] == "none":
            return
    elif fill.kind in ("pattern", "unknown"):
        canvas.miss("pattern", shape.name)
    x, y, w, h = canvas.box(box).values()
    geometry = POLYGONS.get(shape.geometry, shape.geometry)
    paths = shape.paths or preset_paths(geometry, box)
    if geometry in ("line", "straightConnector1") or (shape.kind == "connector" and not paths):
        strokes = {name: value for name, value in look.items() if name.startswith("stroke")}
        add(parent, "line", x1=x, y1=y, x2=x + w, y2=y + h, **strokes)
        _ends(canvas, parent, shape, ((x + w, y + h), (x, y)), ((x, y), (x + w, y + h)))
    elif geometry in ELLIPSES:
        add(parent, "ellipse", cx=x + w / 2, cy=y + h / 2, rx=w / 2, ry=h / 2, **look)
    elif geometry == "roundRect":
        share = min(max(dict(shape.adjust).get("adj", 16_667), 0), 50_000) / 100_000
        add(parent, "rect", x=x, y=y, width=w, height=h, rx=min(w, h) * share, **look)
    elif paths:
        _paths(canvas, parent, shape, paths, look)
    elif corners := outline(geometry, box, shape.adjust):
        add(parent, "polygon", points=" ".join(f"{canvas.length(px):.1f},{canvas.length(py):.1f}" for px, py in corners), **look)
    else:
        if geometry not in RECTANGLES and geometry != "custom":
            canvas.miss("geometry", shape.name)
        add(parent, "rect", x=x, y=y, width=w, height=h, **look)


def _look(canvas: Canvas, shape: SceneShape, fill: Paint, line: Paint) -> dict[str, object]:
    drawn = line.kind != "none"
    return {
        "fill": canvas.paint(fill, shape.box),
        "fill_opacity": round(fill.alpha, 3) if fill.alpha < 1 and not fill.stops else None,
        "stroke": canvas.paint(line, shape.box),
        "stroke_width": max(canvas.length(shape.line_width), 0.5) if drawn else None,
        "stroke_opacity": round(line.alpha, 3) if drawn and line.alpha < 1 else None,
        "stroke_dasharray": dashes(canvas, shape.line_dash, shape.line_width) if drawn else None,
    }


def _turned_over(canvas: Canvas, parent: Any, shape: SceneShape) -> Any:
    """Where a shape is mirrored, a group that mirrors what is drawn in it."""
    if not (shape.flip_h or shape.flip_v):
        return parent
    box = shape.box
    x, y = (2 * box.x + box.w if shape.flip_h else 0), (2 * box.y + box.h if shape.flip_v else 0)
    scale = f"scale({-1 if shape.flip_h else 1} {-1 if shape.flip_v else 1})"
    return add(parent, "g", transform=f"translate({canvas.length(x):.1f} {canvas.length(y):.1f}) {scale}")


def _paths(canvas: Canvas, parent: Any, shape: SceneShape, paths: tuple[DrawnPath, ...], look: dict[str, object]) -> None:
    for path in paths[:MOST_RINGS]:
        d = _steps(canvas.scale, shape.box.x, shape.box.y, path)
        if not d:
            continue
        own = dict(look)
        closed = any(name == "Z" for name, _points in path.steps)
        if path.fill == "none" or (not closed and shape.kind == "connector") or (shape.open_path and not closed):
            own["fill"] = "none"
        if not path.stroke:
            own = {name: ("none" if name == "stroke" else value) for name, value in own.items()}
        if own["fill"] == own["stroke"] == "none":
            continue
        add(parent, "path", d=d, fill_rule="evenodd", **own)
        if (shade := _SHADES.get(path.fill)) and own["fill"] != "none":
            add(parent, "path", d=d, fill_rule="evenodd", fill=f"#{shade[0]}", fill_opacity=shade[1])
        if not closed and path.stroke:
            _path_ends(canvas, parent, shape, path)


@lru_cache(maxsize=256)
def _steps(scale: float, left: int, top: int, path: DrawnPath) -> str:
    """A deck shows its place's map on several slides, and a map is thousands of points."""
    words = []
    for name, points in path.steps:
        spots = (f"{(left + x) * scale:.1f} {(top + y) * scale:.1f}" for x, y in points)
        words.append(f"{name}{' '.join(spots)}")
    return "".join(words)


def _path_ends(canvas: Canvas, parent: Any, shape: SceneShape, path: DrawnPath) -> None:
    """The ends of an open path: where it begins and where it ends, and whence it comes there."""
    spots = [point for _name, points in path.steps for point in points]
    apart = [spot for n, spot in enumerate(spots) if not n or spot != spots[n - 1]]
    if len(apart) < 2:
        return
    drawn = [(canvas.length(shape.box.x + x), canvas.length(shape.box.y + y)) for x, y in (*apart[:2], *apart[-2:])]
    _ends(canvas, parent, shape, (drawn[1], drawn[0]), (drawn[2], drawn[3]))


EndWay = tuple[tuple[float, float], tuple[float, float]]


def _ends(canvas: Canvas, parent: Any, shape: SceneShape, head: EndWay, tail: EndWay) -> None:
    if shape.line.kind == "none":
        return
    width = max(canvas.length(shape.line_width), 0.5)
    for end, (before, at) in zip(shape.ends, (head, tail), strict=True):
        if end.kind:
            _end(parent, end, canvas.paint(shape.line, shape.box), width, before, at)


def _end(parent: Any, end: LineEnd, color: str, width: float, before: tuple[float, float], at: tuple[float, float]) -> None:
    """An arrow's head or another end (20.1.10.33), its tip at `at`, coming from `before`."""
    far = math.hypot(at[0] - before[0], at[1] - before[1]) or 1.0
    ux, uy = (at[0] - before[0]) / far, (at[1] - before[1]) / far
    long, half = end.long * width, end.wide * width / 2

    def spot(back: float, side: float) -> str:
        return f"{at[0] - ux * back - uy * side:.1f},{at[1] - uy * back + ux * side:.1f}"

    if end.kind == "oval":
        turn = math.degrees(math.atan2(uy, ux))
        around = f"rotate({turn:.1f} {at[0]:.1f} {at[1]:.1f})"
        add(parent, "ellipse", cx=at[0], cy=at[1], rx=long / 2, ry=half, fill=color, transform=around)
    elif end.kind == "arrow":
        points = " ".join((spot(long, half), spot(0, 0), spot(long, -half)))
        add(parent, "polyline", points=points, fill="none", stroke=color, stroke_width=width)
    else:
        corners = {
            "diamond": (spot(-long / 2, 0), spot(0, half), spot(long / 2, 0), spot(0, -half)),
            "stealth": (spot(0, 0), spot(long, half), spot(long * 0.65, 0), spot(long, -half)),
        }.get(end.kind, (spot(0, 0), spot(long, half), spot(long, -half)))
        add(parent, "polygon", points=" ".join(corners), fill=color)
