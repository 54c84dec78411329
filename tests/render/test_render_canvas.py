"""An SVG that is being drawn: lengths from EMU, paints, gradients said once."""

from __future__ import annotations

import pytest

from deck.drawing import Paint
from deck.geometry import Box, pt
from deck.render.canvas import SVG, add, new_canvas


@pytest.mark.parametrize(
    ("size", "height"),
    [((12_192_000, 6_858_000), 540), ((9_144_000, 6_858_000), 720), ((0, 0), 540), ((6_858_000, 12_192_000), 1707)],
)
def test_an_empty_picture_has_the_slides_form(size: tuple[int, int], height: int) -> None:
    canvas = new_canvas(size, 960, "Bild <1>")
    assert canvas.height == height
    assert (canvas.root.get("viewBox"), canvas.root.get("role"), canvas.root.get("aria-label")) == (
        f"0 0 960 {height}",
        "img",
        "Bild <1>",
    )


def test_lengths() -> None:
    canvas = new_canvas((12_192_000, 6_858_000), 960, "")
    assert canvas.length(12_700) == canvas.points(1) == pytest.approx(1)
    assert canvas.box(Box(0, pt(10), pt(20), pt(30))) == pytest.approx({"x": 0, "y": 10, "width": 20, "height": 30})


def test_names_and_numbers_as_svg_writes_them() -> None:
    root = new_canvas((1, 1), 1, "").root
    item = add(root, "text", "Å", x=1.25, font_size=2, class_="a", fill=None)
    assert item.tag == f"{{{SVG}}}text" and item.text == "Å"
    assert dict(item.attrib) == {"x": "1.2", "font-size": "2", "class": "a"}


@pytest.mark.parametrize(
    ("paint", "said"),
    [
        (Paint(), "none"),
        (Paint("solid", ("FF0000",)), "#FF0000"),
        (Paint("unknown"), "none"),
        (Paint("gradient", ("FF0000",)), "#FF0000"),
        (Paint("pattern", ("FF0000", "00FF00")), "#FF0000"),
        (Paint("gradient", ("FF0000", "00FF00")), "url(#paint-af678d8d97f8)"),
    ],
)
def test_paints(paint: Paint, said: str) -> None:
    assert new_canvas((1, 1), 1, "").paint(paint) == said


def test_a_gradient_is_said_once_from_its_first_colour_to_its_last() -> None:
    canvas = new_canvas((1, 1), 1, "")
    one = Paint("gradient", ("FF0000", "00FF00", "0000FF"))
    assert canvas.paint(one) == canvas.paint(one) != canvas.paint(Paint("gradient", ("000000", "FFFFFF")))
    stops = [(item.get("offset"), item.get("stop-color")) for item in canvas.root[0]]
    assert stops == [("0.0", "#FF0000"), ("0.5", "#00FF00"), ("1.0", "#0000FF")] and len(canvas.root) == 2
