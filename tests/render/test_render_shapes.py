"""Shapes as they are drawn: outlines, mirrored and with arrow ends, and what is told of those that are not known."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from deck.drawing import Paint, SceneShape
from deck.drawing.model import LineEnd
from deck.geometry import Box
from deck.package import Package
from deck.render.canvas import Canvas, new_canvas
from deck.render.shapes import draw_outline

BLUE, RED = Paint("solid", ("0000FF",)), Paint("solid", ("FF0000",))
SHAPE = SceneShape(
    "1", "Figur", "shape", "slide", Box(1_270_000, 1_270_000, 2_540_000, 1_270_000), fill=BLUE, line=RED, line_width=38_100
)


def drawn(**changed: Any) -> Canvas:
    canvas = new_canvas((12_192_000, 6_858_000), 960, "x")
    draw_outline(canvas, canvas.root, Package({}, {}, {}, {}), replace(SHAPE, **changed))
    return canvas


def names(canvas: Canvas) -> list[str]:
    return [item.tag.rsplit("}", 1)[-1] for item in canvas.root]


@pytest.mark.parametrize(
    ("geometry", "element"),
    [
        ("rect", "rect"),
        ("roundRect", "rect"),
        ("ellipse", "ellipse"),
        ("line", "line"),
        ("chevron", "polygon"),
        ("donut", "path"),
    ],
)
def test_presets(geometry: str, element: str) -> None:
    canvas = drawn(geometry=geometry)
    assert names(canvas) == [element] and not canvas.undrawn


def test_a_preset_that_is_not_known_is_a_rectangle_and_told() -> None:
    canvas = drawn(geometry="cloud")
    assert names(canvas) == ["rect"] and list(canvas.undrawn) == [("geometry", "Figur")]


def test_a_mirrored_shape_is_drawn_mirrored_about_its_middle() -> None:
    (group,) = drawn(geometry="rtTriangle", flip_h=True).root
    # From 100 to 300 of 960: x becomes 400 - x.
    assert group.get("transform") == "translate(400.0 0.0) scale(-1 1)"


def test_lines_bear_ends_at_both_ends() -> None:
    canvas = drawn(kind="connector", geometry="straightConnector1", ends=(LineEnd("oval"), LineEnd("triangle", 5, 5)))
    line, oval, arrow = canvas.root
    assert (oval.get("cx"), oval.get("cy")) == (line.get("x1"), line.get("y1"))
    assert arrow.get("points").split()[0] == f"{line.get('x2')},{line.get('y2')}"


def test_a_bent_connector_has_its_arrow_at_its_end() -> None:
    canvas = drawn(kind="connector", geometry="bentConnector3", ends=(LineEnd(), LineEnd("stealth")))
    path, arrow = canvas.root
    assert path.get("fill") == "none" and arrow.get("points").startswith("300.0,200.0")


def test_gradients_go_their_way_across_the_shape() -> None:
    fill = Paint("gradient", ("FF0000", "00FF00"), 0.5, stops=((0.0, "FF0000", 1.0), (1.0, "00FF00", 0.5)), angle=90.0)
    blend = drawn(fill=fill).root[0]
    assert [round(float(blend.get(name))) for name in ("x1", "y1", "x2", "y2")] == [200, 100, 200, 200]
    assert [stop.get("stop-opacity") for stop in blend] == [None, "0.5"]
    ring = drawn(fill=replace(fill, focus=(0.5, 0.5))).root[0]
    assert ring.tag.endswith("radialGradient") and float(ring.get("cx")) == 200


def test_shades_of_a_solid_lie_upon_it() -> None:
    assert len(names(drawn(geometry="cube"))) == 6
