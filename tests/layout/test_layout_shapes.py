"""Small tools for drawn blocks."""

from __future__ import annotations

import pytest
from layout_made import QR

from deck.fonts import LINE_PITCH
from deck.geometry import Box, pt
from deck.layout.model import PlacedShape
from deck.layout.shapes import group, height, line_width, moved, sizes_down
from deck.layout.shapes import words as words_of
from deck.presentation import Link


def test_words_by_lines() -> None:
    assert [item.text for item in words_of("ett\n\ntre")] == ["ett", "", "tre"]
    assert words_of("x", Link(url="https://a.se"))[0].runs[0].link == Link(url="https://a.se")


@pytest.mark.parametrize(
    ("said", "width", "lines"),
    [("", 100, 0), ("ett två", 300, 1), ("ett två", 45, 2), ("ett\ntvå", 300, 2), ("hållbarhet", 50, None)],
)
def test_heights_in_whole_points(said: str, width: int, lines: int | None) -> None:
    found = height(said, "Arial", 20, pt(width))
    if not lines:
        assert found == lines
        return
    assert found is not None and found % 12_700 == 0
    assert lines * 20 * LINE_PITCH <= found / 12_700 <= lines * 20 * LINE_PITCH + 1


def test_a_line_fits_in_its_own_width() -> None:
    for bold in (False, True):
        width = line_width("Hållbar utveckling", "Arial", 20, bold=bold)
        one = height("x", "Arial", 20, width, bold=bold)
        assert height("Hållbar utveckling", "Arial", 20, width, bold=bold) == one


@pytest.mark.parametrize(
    ("base", "minimum", "sizes"), [(20, 18, (20, 19, 18)), (18, 18, (18,)), (10, 18, (18,)), (19.5, 18, (19.5, 18.5))]
)
def test_whole_sizes_down(base: float, minimum: float, sizes: tuple[float, ...]) -> None:
    assert sizes_down(base, minimum) == sizes


def test_a_group_is_around_its_shapes() -> None:
    shapes = [PlacedShape(str(n), "x", "rect", Box(10 * n, 5, 10, 10)) for n in range(3)]
    found = group("s", QR, shapes, "alt")
    assert (found.box, found.children, found.alt, found.slot) == (Box(0, 5, 30, 10), tuple(shapes), "alt", "s")
    assert moved(Box(1, 2, 3, 4), 10, -2) == Box(11, 0, 3, 4)
