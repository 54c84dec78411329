"""What comes from slides onto a master, and what makes room for it."""

from __future__ import annotations

import io
from typing import Any

import pptx
import pytest
from pptx.util import Emu

from deck.geometry import Box
from deck.template import Template, read_template

WIDE, HIGH = 12_192_000, 6_858_000


def lined(y: int, *, tall: int = 0, stops: bool = False) -> bytes:
    """python-pptx's own template with a line, or a bar `tall`, drawn `y` down on each slide; `stops`: with rings on it."""
    made: Any = pptx.Presentation()
    made.slide_width, made.slide_height = Emu(WIDE), Emu(HIGH)
    for n in range(4):
        slide = made.slides.add_slide(made.slide_layouts[1])
        slide.shapes.title.text_frame.text, slide.placeholders[1].text_frame.text = f"Rubrik {n}", f"Text {n}"
        if tall:
            slide.shapes.add_shape(1, 0, y, WIDE, tall)
        else:
            slide.shapes.add_connector(1, 300_000, y, WIDE - 300_000, y)
        for at in range(1_000_000, 9_000_000, 1_500_000) if stops else ():
            slide.shapes.add_shape(9, at, y - 110_000, 220_000, 220_000)
    raw = io.BytesIO()
    made.save(raw)
    return raw.getvalue()


def feet(template: Template) -> list[Box]:
    return [item.box for item in template.roles["content"].layout.furniture]


@pytest.mark.parametrize("stops", [False, True], ids=["line", "route"])
def test_a_footer_stands_under_a_line_that_crosses_it(stops: bool) -> None:
    boxes = feet(read_template(lined(6_350_000, stops=stops)))
    assert boxes and all(box.y >= 6_350_000 + stops * 110_000 and box.bottom <= HIGH for box in boxes)
    assert len({box.y for box in boxes}) == 1, "all in one row"


def test_a_footer_stands_over_a_line_with_no_room_under_it() -> None:
    boxes = feet(read_template(lined(6_600_000, stops=True)))
    assert boxes and all(box.bottom <= 6_600_000 - 110_000 for box in boxes)


@pytest.mark.parametrize(("y", "tall"), [(6_250_000, 608_000), (6_000_000, 0)], ids=["upon a bar", "beside a line"])
def test_what_holds_a_footer_or_is_clear_of_it_moves_nothing(y: int, tall: int) -> None:
    assert {box.y for box in feet(read_template(lined(y, tall=tall)))} == {6_356_350}


def test_a_footer_that_has_nowhere_to_go_is_left_out() -> None:
    assert not feet(read_template(lined(6_380_000, tall=330_000)))
