"""A slide's picture as SVG, drawn from the resolved scene: what stands where, in which colour. No effects, no shadows."""

from __future__ import annotations

from typing import Any

from lxml import etree

from deck.drawing import Paint, Scene, SceneShape, Sheets
from deck.drawing.presets import outline
from deck.geometry import Box
from deck.package import Package
from deck.render.canvas import Canvas, add, new_canvas
from deck.render.charts import draw_chart
from deck.render.pictures import draw_picture, place
from deck.render.words import draw_text

WIDTH = 960
"""The picture's width in its own units; its height follows the slide's."""
MOST_RINGS = 2_000
PALE, EDGE = Paint("solid", colors=("EEEEEE",)), Paint("solid", colors=("999999",))


def draw_slide(sheets: Sheets, scene: Scene, label: str = "", width: int = WIDTH) -> Canvas:
    """The slide that `scene` shows; `label`: its words for those who do not see it."""
    canvas = new_canvas(scene.size, width, label)
    ground = canvas.paint(scene.background) if scene.background.colors else "#FFFFFF"
    add(canvas.root, "rect", width=width, height=canvas.height, fill=ground)
    if scene.background.part:
        whole = Box(0, 0, *scene.size)
        place(canvas, canvas.root, sheets.package.parts.get(scene.background.part, b""), whole, scene.background)
    for shape in scene.shapes:
        _shape(canvas, canvas.root, sheets, scene, shape)
    return canvas


def svg_of(canvas: Canvas) -> str:
    return etree.tostring(canvas.root, encoding="unicode")


def _shape(canvas: Canvas, parent: Any, sheets: Sheets, scene: Scene, shape: SceneShape) -> None:
    if shape.hidden:
        return
    if shape.children:
        for inner in shape.children:
            _shape(canvas, parent, sheets, scene, inner)
        return
    if shape.rotation % 21_600_000:
        box = shape.box
        turn = f"{shape.rotation / 60_000:.1f} {canvas.length(box.x + box.w / 2):.1f} {canvas.length(box.y + box.h / 2):.1f}"
        parent = add(parent, "g", transform=f"rotate({turn})")
    if shape.table is not None:
        _table(canvas, parent, shape)
    elif shape.kind == "chart":
        draw_chart(canvas, parent, sheets, scene.part, shape)
    elif shape.kind != "picture" or not draw_picture(canvas, parent, sheets.package, shape):
        _drawn(canvas, parent, sheets.package, shape)
    if shape.text is not None:
        draw_text(canvas, parent, shape.text, shape.box, shape.geometry, shape.adjust)


def _drawn(canvas: Canvas, parent: Any, package: Package, shape: SceneShape) -> None:
    """The shape itself; what cannot be drawn is a pale box in its place."""
    fill, line = shape.fill, shape.line
    if shape.kind in ("picture", "diagram", "media", "ole", "unknown") and fill.kind == "none":
        fill, line = PALE, EDGE
    look = {
        "fill": canvas.paint(fill),
        "fill_opacity": round(fill.alpha, 3) if fill.alpha < 1 else None,
        "stroke": canvas.paint(line),
        "stroke_width": max(canvas.length(shape.line_width), 0.5) if line.kind != "none" else None,
    }
    box = shape.box
    if look["fill"] == look["stroke"] == "none" or (box.w <= 0 and box.h <= 0):
        return
    x, y, w, h = canvas.box(box).values()
    if fill.kind == "picture" and place(canvas, parent, package.parts.get(fill.part, b""), box, fill):
        return
    if shape.kind == "connector" or shape.geometry in ("line", "straightConnector1"):
        y1, y2 = (y + h, y) if shape.flip_v != shape.flip_h else (y, y + h)
        add(parent, "line", x1=x, y1=y1, x2=x + w, y2=y2, stroke=look["stroke"], stroke_width=look["stroke_width"])
    elif shape.geometry == "ellipse":
        add(parent, "ellipse", cx=x + w / 2, cy=y + h / 2, rx=w / 2, ry=h / 2, **look)
    elif shape.rings:
        corners = (((box.x + px, box.y + py) for px, py in ring) for ring in shape.rings[:MOST_RINGS])
        steps = (" L".join(f"{canvas.length(px):.1f} {canvas.length(py):.1f}" for px, py in ring) for ring in corners)
        add(parent, "path", d=" ".join(f"M{step}Z" for step in steps), fill_rule="evenodd", **look)
    elif corners := outline(shape.geometry, box, shape.adjust):
        if shape.flip_h:
            corners = tuple((2 * box.x + box.w - px, py) for px, py in corners)
        if shape.flip_v:
            corners = tuple((px, 2 * box.y + box.h - py) for px, py in corners)
        add(parent, "polygon", points=" ".join(f"{canvas.length(px):.1f},{canvas.length(py):.1f}" for px, py in corners), **look)
    else:
        round_ = min(w, h) * dict(shape.adjust).get("adj", 16_667) / 100_000 if shape.geometry == "roundRect" else None
        add(parent, "rect", x=x, y=y, width=w, height=h, rx=round_, **look)


def _table(canvas: Canvas, parent: Any, shape: SceneShape) -> None:
    """Cells with their fills and words, a hair line under each row."""
    table = shape.table
    assert table is not None
    y = shape.box.y
    for row, height in zip(table.rows, table.heights, strict=False):
        x = shape.box.x
        for n, cell in enumerate(row):
            wide = sum(table.widths[n : n + max(cell.col_span, 1)])
            box = Box(x, y, wide, height)
            x += table.widths[n] if n < len(table.widths) else 0
            if cell.merged:
                continue
            if cell.fill.kind != "none":
                add(parent, "rect", **canvas.box(box), fill=canvas.paint(cell.fill))
            draw_text(canvas, parent, cell.text, box)
        y += height
        under = canvas.length(y)
        add(
            parent,
            "line",
            x1=canvas.length(shape.box.x),
            y1=under,
            x2=canvas.length(x),
            y2=under,
            stroke="#8A8F94",
            stroke_width=0.7,
        )
