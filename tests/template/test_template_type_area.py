"""Where in its box type stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deck.drawing.model import Insets, TextLevel, TextStyle
from deck.geometry import Box, pt
from deck.template.type_area import lines_box, type_area

BOX = Box(1000, 1000, pt(600), pt(100))
STYLE = TextStyle((TextLevel("Arial", 20.0),) * 9, insets=Insets(0, 0, 0, 0))


@pytest.mark.parametrize(("anchor", "down"), [("t", 0), ("ctr", 38), ("b", 76)])
def test_a_line_stands_where_its_anchor_says(anchor: str, down: int) -> None:
    assert lines_box(BOX, replace(STYLE, anchor=anchor), 1) == Box(1000, 1000 + pt(down), pt(600), pt(24))


def test_lines_are_never_higher_than_their_box() -> None:
    assert lines_box(BOX, STYLE, 9).h == BOX.h
    assert lines_box(Box(0, 0, pt(10), pt(10)), STYLE, 2).h == pt(10)


@pytest.mark.parametrize(("align", "begin"), [("l", 0), ("ctr", 283.5), ("r", 567)])
def test_a_number_takes_little_of_its_box(align: str, begin: float) -> None:
    style = replace(STYLE, levels=(replace(STYLE.levels[0], align=align),) * 9)
    found = type_area(BOX, style, "sldNum")
    assert (found.x - BOX.x, found.w) == (pt(begin), pt(33))


def test_a_title_takes_two_lines_and_a_body_its_box() -> None:
    assert type_area(BOX, STYLE, "title").h == pt(48)
    assert type_area(BOX, replace(STYLE, insets=Insets(10, 20, 30, 40)), "body") == BOX.inset(10, 20, 30, 40)
    assert type_area(Box(0, 0, 100, 100), replace(STYLE, insets=Insets(90, 20, 30, 40)), "body") == Box(0, 0, 100, 100)
