"""A slide's picture as SVG, drawn from the resolved scene: what stands where, in which colour. No effects, no shadows: what is
left out is told (`Canvas.undrawn`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from lxml import etree

from deck.drawing import Scene, SceneShape, Sheets
from deck.geometry import Box
from deck.render.canvas import Canvas, add, new_canvas
from deck.render.charts import draw_chart
from deck.render.pictures import draw_picture, place
from deck.render.shapes import draw_outline
from deck.render.tables import draw_table
from deck.render.words import draw_text

WIDTH = 960
"""The picture's width in its own units; its height follows the slide's."""
TURN = 21_600_000
Wanted = Callable[[SceneShape], bool]


def draw_slide(sheets: Sheets, scene: Scene, label: str = "", width: int = WIDTH) -> Canvas:
    """The slide that `scene` shows; `label`: its words for those who do not see it."""
    canvas = new_canvas(scene.size, width, label)
    draw_ground(canvas, sheets, scene)
    for shape in scene.shapes:
        draw_shape(canvas, canvas.root, sheets, scene, shape)
    return canvas


def draw_ground(canvas: Canvas, sheets: Sheets, scene: Scene) -> None:
    """The background, whole."""
    ground = canvas.paint(scene.background) if scene.background.colors else "#FFFFFF"
    add(canvas.root, "rect", width=canvas.width, height=canvas.height, fill=ground)
    if scene.background.part:
        whole = Box(0, 0, *scene.size)
        if not place(canvas, canvas.root, sheets.package.parts.get(scene.background.part, b""), whole, scene.background):
            canvas.miss("picture", "")


def svg_of(canvas: Canvas) -> str:
    return etree.tostring(canvas.root, encoding="unicode")


def _waits(shape: SceneShape) -> bool:
    """Whether it is a placeholder that nobody has filled: a show leaves it out, its frame and ground with it."""
    return shape.is_placeholder and shape.kind == "shape" and not (shape.text is not None and shape.text.text.strip())


def draw_shape(
    canvas: Canvas, parent: Any, sheets: Sheets, scene: Scene, shape: SceneShape, wordless: Wanted = lambda _shape: False
) -> None:
    """A shape and all within it. Those that are `wordless` are drawn without their words."""
    if shape.hidden or _waits(shape):
        return
    if shape.backdrop and not scene.background.part:
        shape = replace(shape, fill=scene.background)
    parent = _turned(canvas, parent, shape)
    if shape.children:
        if shape.flip_h or shape.flip_v:
            canvas.miss("flip", shape.name)
        for inner in shape.children:
            draw_shape(canvas, parent, sheets, scene, inner, wordless)
        return
    if shape.drawn:
        if shape.worded:
            canvas.miss("worded", shape.name)
        for inner in shape.drawn:
            draw_shape(canvas, parent, sheets, scene, inner, wordless)
        return
    for effect in shape.effects:
        canvas.miss("effect" if effect != "sp3d" else "solid", shape.name)
    silent = wordless(shape)
    if shape.table is not None:
        draw_table(canvas, parent, shape, not silent)
    elif shape.kind == "chart":
        draw_chart(canvas, parent, sheets, scene.part, shape)
    elif shape.kind != "picture" or not draw_picture(canvas, parent, sheets.package, shape):
        if shape.kind in ("picture", "diagram", "media", "ole", "unknown") and shape.text is None:
            canvas.miss(shape.kind, shape.name)
        draw_outline(canvas, parent, sheets.package, shape)
    if shape.text is not None and not silent:
        draw_text(canvas, parent, shape.text, shape.box, shape.geometry, shape.adjust, shape.name)


def _turned(canvas: Canvas, parent: Any, shape: SceneShape) -> Any:
    """Where a shape is turned, a group that turns what is drawn in it."""
    if not shape.rotation % TURN:
        return parent
    box = shape.box
    turn = f"{shape.rotation / 60_000:.1f} {canvas.length(box.x + box.w / 2):.1f} {canvas.length(box.y + box.h / 2):.1f}"
    return add(parent, "g", transform=f"rotate({turn})")
