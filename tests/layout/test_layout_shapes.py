"""Small tools for drawn blocks."""

from __future__ import annotations

import pytest
from layout_made import QR

from deck.fonts import LINE_PITCH
from deck.geometry import Box, pt
from deck.layout.model import Manner, PlacedShape
from deck.layout.shapes import group, height, line_width, measure_shape, moved, sizes_down
from deck.layout.shapes import words as words_of
from deck.presentation import Link, Paragraph, Run


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


def drawn(*lines: str, **how) -> PlacedShape:
    return PlacedShape("k", "x", "rect", Box(0, 0, 1, 1), paragraphs=words_of("\n".join(lines)), **how)


def test_a_shapes_paragraphs_are_measured_each_in_its_manner() -> None:
    manners = (Manner(size_pt=32, bold=True), Manner(before_pt=6))
    found = measure_shape(drawn("Rubrik", "Text", size_pt=20.0, line_spacing=0.9, manners=manners), "Arial", pt(400))
    assert found.heights == pytest.approx((32 * 0.9 * LINE_PITCH, 20 * 0.9 * LINE_PITCH + 6))
    spread = measure_shape(drawn("Rubrik", size_pt=20.0, letter_pt=2.0), "Arial", pt(400))
    assert spread.widest == pytest.approx(measure_shape(drawn("Rubrik", size_pt=20.0), "Arial", pt(400)).widest + 12)
    assert line_width("Rubrik", "Arial", 20, letter_pt=2.0) - line_width("Rubrik", "Arial", 20) == pytest.approx(
        pt(12), abs=pt(1)
    )


def test_what_stands_before_a_tab_is_in_the_margin() -> None:
    hung = (Manner(hang=pt(60)),)
    wide = measure_shape(drawn("12\tGod livsmiljö", size_pt=20.0, manners=hung), "Arial", pt(60 + 90))
    assert wide.lines == 2 and not wide.broken
    assert measure_shape(drawn("God livsmiljö", size_pt=20.0), "Arial", pt(90)).lines == 2
    assert measure_shape(drawn("123456\tGod", size_pt=20.0, manners=hung), "Arial", pt(300)).broken
    bold = PlacedShape("k", "x", "rect", Box(0, 0, 1, 1), paragraphs=(Paragraph((Run("1\tGod "), Run("miljö", bold=True))),))
    plain = measure_shape(drawn("1\tGod miljö", size_pt=18.0, manners=hung), "Arial", pt(400)).widest
    assert (
        measure_shape(PlacedShape(**{**{f: getattr(bold, f) for f in bold.__slots__}, "manners": hung}), "Arial", pt(400)).widest
        > plain
    )
