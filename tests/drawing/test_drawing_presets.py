"""Preset shapes: where words stand in them, and their corners."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.drawing.ground import SURE
from deck.drawing.presets import outline, text_rect
from deck.geometry import Box

KNOWN = (
    *(
        "rect",
        "ellipse",
        "roundRect",
        "homePlate",
        "chevron",
        "round1Rect",
        "triangle",
        "rtTriangle",
        "diamond",
        "octagon",
        "hexagon",
        "upArrow",
        "downArrow",
    ),
    *("parallelogram", "trapezoid", "rightArrow", "leftArrow", "plus", "plaque", "nothingKnown"),
)
boxes = st.builds(Box, st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
adjusts = st.sampled_from([(), (("adj", 0),), (("adj", 50_000),), (("adj", 100_000),)])


@pytest.mark.parametrize(
    ("geometry", "adjust", "rect"),
    [
        ("rect", (), Box(0, 0, 2000, 1000)),
        ("unheardOf", (), Box(0, 0, 2000, 1000)),
        ("ellipse", (), Box(293, 146, 1414, 708)),
        ("roundRect", (), Box(49, 49, 1902, 902)),
        ("roundRect", (("adj", 50_000),), Box(146, 146, 1708, 708)),
        ("homePlate", (), Box(0, 0, 1750, 1000)),
        ("chevron", (("adj", 20_000),), Box(200, 0, 1600, 1000)),
        ("diamond", (), Box(500, 250, 1000, 500)),
        ("triangle", (), Box(500, 500, 1000, 500)),
        ("rightArrow", (), Box(0, 250, 2000, 500)),
        ("upArrow", (), Box(500, 250, 1000, 750)),
        ("downArrow", (("adj1", 40_000), ("adj2", 50_000)), Box(600, 0, 800, 800)),
    ],
)
def test_where_words_stand(geometry: str, adjust: tuple[tuple[str, int], ...], rect: Box) -> None:
    assert text_rect(geometry, Box(0, 0, 2000, 1000), adjust) == rect


@given(st.sampled_from(KNOWN), boxes, adjusts)
def test_words_stand_within_the_shape(geometry: str, box: Box, adjust: tuple[tuple[str, int], ...]) -> None:
    inner = text_rect(geometry, box, adjust)
    assert inner.w >= 0 and inner.h >= 0
    assert box.contains(inner, 2) or not inner.area


@pytest.mark.parametrize(
    ("geometry", "adjust", "corners"),
    [
        ("homePlate", (), [(0, 0), (1500, 0), (2000, 500), (1500, 1000), (0, 1000)]),
        ("chevron", (("adj", 20_000),), [(0, 0), (1800, 0), (2000, 500), (1800, 1000), (0, 1000), (200, 500)]),
        ("triangle", (("adj", 0),), [(0, 1000), (0, 0), (2000, 1000)]),
        ("diamond", (), [(1000, 0), (2000, 500), (1000, 1000), (0, 500)]),
        ("rect", (), []),
        ("ellipse", (), []),
    ],
)
def test_corners(geometry: str, adjust: tuple[tuple[str, int], ...], corners: list[tuple[int, int]]) -> None:
    assert list(outline(geometry, Box(0, 0, 2000, 1000), adjust)) == corners


@given(st.sampled_from(KNOWN), boxes, adjusts)
def test_corners_stand_within_the_box(geometry: str, box: Box, adjust: tuple[tuple[str, int], ...]) -> None:
    for x, y in outline(geometry, box, adjust):
        assert box.x <= x <= box.right
        assert box.y <= y <= box.bottom or geometry in ("plus", "octagon")


def inside(point: tuple[float, float], ring: tuple[tuple[int, int], ...]) -> bool:
    x, y = point
    turns = [(bx - ax) * (y - ay) - (by - ay) * (x - ax) for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True)]
    return all(turn >= -1e4 for turn in turns) or all(turn <= 1e4 for turn in turns)


@pytest.mark.parametrize("geometry", [name for name in SURE if outline(name, Box(0, 0, 20_000, 10_000))])
def test_what_surely_covers_its_text_rectangle_does(geometry: str) -> None:
    box = Box(0, 0, 20_000, 10_000)
    inner = text_rect(geometry, box)
    ring = outline(geometry, box)
    corners = ((inner.x, inner.y), (inner.right, inner.y), (inner.right, inner.bottom), (inner.x, inner.bottom))
    if geometry == "homePlate":
        # The arrow's own words may touch its point: the corners lie half a point's width outside.
        corners = tuple((x - box.h // 4 if x == inner.right else x, y) for x, y in corners)
    assert all(inside(corner, ring) for corner in corners)


def test_arrows_up_and_down() -> None:
    up = outline("upArrow", Box(0, 0, 100, 200), (("adj1", 50_000), ("adj2", 40_000)))
    assert up == ((50, 0), (100, 40), (75, 40), (75, 200), (25, 200), (25, 40), (0, 40))
    down = outline("downArrow", Box(0, 0, 100, 200), (("adj1", 50_000), ("adj2", 40_000)))
    assert down == tuple((x, 200 - y) for x, y in up)
