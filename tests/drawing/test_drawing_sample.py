"""What is painted at points of a slide."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from deck.drawing import Paint, Scene, SceneShape
from deck.drawing.ground import ground_behind
from deck.drawing.sample import POINTS, blended, cover, is_bar, painted_at, pixel, points_of, shade, within
from deck.geometry import Box, pt
from deck.package import Package

RED, BLUE, NONE = Paint("solid", ("FF0000",)), Paint("solid", ("0000FF",)), Paint()
DOWN = Paint("gradient", ("000000", "FFFFFF"), stops=((0.0, "000000", 1.0), (1.0, "FFFFFF", 1.0)), angle=90.0)
EMPTY = Package({}, {}, {}, {})


SQUARE = Box(0, 0, 1000, 1000)


def shape(box: Box = SQUARE, fill: Paint = RED, **more: Any) -> SceneShape:
    return SceneShape("1", "x", more.pop("kind", "shape"), "slide", box, fill=fill, **more)


@pytest.mark.parametrize("box", [Box(0, 0, 9_000_000, 400_000), Box(5, 5, 300, 9_000), Box(0, 0, 0, 0), Box(1, 1, 1000, 1000)])
def test_points_lie_within_their_box_and_are_no_more_than_told(box: Box) -> None:
    points = list(points_of(box))
    assert 16 <= len(points) <= POINTS
    assert all(box.x <= x <= box.x + max(box.w, 1) and box.y <= y <= box.y + max(box.h, 1) for x, y in points)


@pytest.mark.parametrize(
    ("item", "point", "sure"),
    [
        (shape(), (500, 500), 1),
        (shape(), (1500, 500), 0),
        (shape(geometry="ellipse"), (500, 500), 1),
        (shape(geometry="ellipse"), (50, 50), 0),
        (shape(geometry="roundRect", adjust=(("adj", 50_000),)), (20, 20), 0),
        (shape(geometry="roundRect"), (500, 5), 1),
        (shape(geometry="triangle"), (50, 50), 0),
        (shape(geometry="triangle"), (500, 900), 1),
        (shape(geometry="triangle", flip_v=True), (50, 50), 1),
        (shape(geometry="star5"), (500, 500), 0.5),
        (shape(Box(0, 400, 1000, 200), rotation=5_400_000), (500, 50), 1),
        (shape(Box(0, 400, 1000, 200), rotation=5_400_000), (50, 500), 0),
        (shape(geometry="custom", rings=(((0, 0), (1000, 0), (0, 1000)),)), (100, 100), 1),
        (shape(geometry="custom", rings=(((0, 0), (1000, 0), (0, 1000)),)), (900, 900), 0),
        (shape(geometry="custom", rings=(((0, 0), (1000, 0), (0, 1000)),), flip_h=True), (900, 100), 1),
    ],
)
def test_a_shape_covers_what_lies_within_its_outline(item: SceneShape, point: tuple[int, int], sure: float) -> None:
    assert cover(item, *point) == sure


def test_a_wide_line_is_an_area() -> None:
    bar = shape(Box(0, 100_000, 1_000_000, 0), NONE, kind="connector", line=BLUE, line_width=pt(20))
    assert is_bar(bar) and cover(bar, 500_000, 150_000) and not cover(bar, 500_000, 300_000)
    assert not is_bar(shape(Box(0, 0, 1_000_000, 500_000), NONE, kind="connector", line=BLUE, line_width=pt(20)))
    found = ground_behind(EMPTY, Scene("s", (1_000_000, 400_000), RED, ()), [bar], Box(100_000, 50_000, 600_000, 90_000))
    assert found.colors == ("0000FF",)


@pytest.mark.parametrize(("at", "color"), [((0.5, 0.0), "000000"), ((0.5, 1.0), "FFFFFF"), ((0.1, 0.5), "7F7F7F")])
def test_a_gradient_goes_along_its_line(at: tuple[float, float], color: str) -> None:
    assert blended(DOWN, *at) == (color, 1.0)


def test_a_gradient_may_go_outwards_and_fade() -> None:
    out = Paint("gradient", ("000000", "FFFFFF"), stops=((0.0, "000000", 1.0), (1.0, "FFFFFF", 0.0)), focus=(0.5, 0.5))
    assert blended(out, 0.5, 0.5) == ("000000", 1.0)
    assert blended(out, 0.0, 0.5) == ("FFFFFF", 0.0)
    assert shade(EMPTY, out, 0.0, 0.5, 1.0, {"FF0000": 1.0}) == {"FF0000": 1.0}


def test_the_ground_of_a_gradient_is_that_of_the_place() -> None:
    scene = Scene("s", (1000, 1000), DOWN, ())
    assert ground_behind(EMPTY, scene, [], Box(0, 0, 1000, 200)).against("FFFFFF") > 9
    assert ground_behind(EMPTY, scene, [], Box(0, 800, 1000, 200)).against("000000") > 9
    assert ground_behind(EMPTY, scene, [], Box(0, 0, 1000, 1000)).against("000000") < 2


def test_a_pattern_is_both_its_colours() -> None:
    dots = Paint("pattern", ("000000", "FFFFFF"), ink=0.25)
    assert shade(EMPTY, dots, 0.5, 0.5, 1.0, {"00FF00": 1.0}) == {
        "000000": 0.25,
        "FFFFFF": 0.75,
    }


def test_a_shape_that_shows_the_background_hides_what_is_between() -> None:
    scene = Scene("s", (1000, 1000), BLUE, ())
    window = shape(fill=BLUE, backdrop=True)
    assert painted_at(EMPTY, scene, [shape(), window], (500, 500), {"FFFFFF": 1.0}) == {"0000FF": 1.0}
    assert ground_behind(EMPTY, scene, [shape(), window], Box(100, 100, 500, 500)).colors == ("0000FF",)


def saved(image: Image.Image, **more: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", **more)
    return out.getvalue()


def grey16(level: int) -> bytes:
    return saved(Image.new("I;16", (40, 20), level))


def palette() -> bytes:
    image = Image.new("P", (40, 20), 1)
    image.putpalette([255, 255, 255, 10, 60, 30])
    return saved(image)


@pytest.mark.parametrize(
    ("data", "near"),
    [
        (grey16(0x2020), (0x20, 0x20, 0x20)),
        (grey16(0x00F0), (0, 0, 0)),
        (grey16(0xF0F0), (0xF0, 0xF0, 0xF0)),
        (palette(), (10, 60, 30)),
        (saved(Image.new("RGB", (2000, 1000), (9, 99, 199))), (9, 99, 199)),
        (saved(Image.new("L", (40, 20), 77)), (77, 77, 77)),
    ],
)
def test_a_picture_has_the_colour_that_shows(data: bytes, near: tuple[int, int, int]) -> None:
    found = pixel(data, Paint("picture", ("FFFFFF",), part="p"), 0.3, 0.3)
    assert found is not None
    assert max(abs(one - other) for one, other in zip(bytes.fromhex(found[0]), near, strict=True)) <= 2


def test_a_picture_is_seen_through_and_cut() -> None:
    image = Image.new("RGBA", (40, 20), (255, 0, 0, 0))
    image.paste((0, 0, 255, 255), (20, 0, 40, 20))
    paint = Paint("picture", ("FFFFFF",), part="p", crop=(50_000, 0, 0, 0))
    assert pixel(saved(image), paint, 0.1, 0.5) == ("0000FF", 1.0)
    whole = Paint("picture", ("FFFFFF",), 0.5, part="p")
    assert shade(Package({"p": saved(image)}, {}, {}, {}), whole, 0.2, 0.5, 2.0, {"00FF00": 1.0}) == {"00FF00": 1.0}
    assert pixel(b"no picture", paint, 0.5, 0.5) is None


def test_within_knows_holes() -> None:
    outer, hole = ((0, 0), (100, 0), (100, 100), (0, 100)), ((40, 40), (60, 40), (60, 60), (40, 60))
    assert within((outer, hole), 10, 10) and not within((outer, hole), 50, 50)


CORNERS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=9)


@given(st.lists(CORNERS, min_size=1, max_size=3), st.integers(0, 80), st.integers(0, 80))
def test_a_point_is_within_rings_where_an_odd_number_of_their_sides_lies_right_of_it(
    rings: list[list[tuple[int, int]]], twice_x: int, twice_y: int
) -> None:
    x, y = twice_x / 2 + 0.25, twice_y / 2 + 0.25
    right = 0
    for ring in rings:
        for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (y0 > y) != (y1 > y):
                right += x0 + (x1 - x0) * (y - y0) / (y1 - y0) > x
    assert within(rings, x, y) == (right % 2 == 1)
