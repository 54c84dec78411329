"""Templates of blank sheets, whose house is drawn on their slides."""

from __future__ import annotations

import io
from typing import Any

import pptx
import pytest
from pptx.dml.color import RGBColor
from pptx.util import Pt

from deck.template import Template, read_template

PAPER, INK = "F4E9DC", "2E4A3F"


def drawn_on(*grounds: str, font: str = "Georgia", keep: bool = False, ground: str = "", named: str = "", ink: str = "") -> bytes:
    """python-pptx's own template with its blank layout alone, and slides that draw all: a ground, a field, words. `keep`: its
    layouts for text stay, too; `ground`: the layout's own; `named`: the font that the master names itself; `ink`: what
    words have."""
    made: Any = pptx.Presentation()
    for face in made.slide_master._element.iter("{*}latin") if named else ():
        face.set("typeface", named)
    for layout in list(made.slide_layouts):
        if layout.name != "Blank" and not keep:
            made.slide_layouts.remove(layout)
    blank = next(layout for layout in made.slide_layouts if layout.name == "Blank")
    for shape in [*blank.placeholders, *(() if keep else made.slide_master.placeholders)]:
        shape._element.getparent().remove(shape._element)
    if ground:
        blank.background.fill.solid()
        blank.background.fill.fore_color.rgb = RGBColor.from_string(ground)
    for color in grounds:
        slide = made.slides.add_slide(blank)
        for fill, wide in ((color, made.slide_width), (INK, made.slide_width // 4)):
            field = slide.shapes.add_shape(1, 0, 0, wide, made.slide_height)
            field.fill.solid()
            field.fill.fore_color.rgb = RGBColor.from_string(fill)
            field.line.fill.background()
        words = slide.shapes.add_textbox(0, 0, made.slide_width, made.slide_height // 4).text_frame
        for text, size in (("Klimatplan", 60), ("Text om vad vi gör", 24)):
            run = words.add_paragraph().add_run()
            run.text, run.font.size, run.font.name = text, Pt(size), font
            if ink:
                run.font.color.rgb = RGBColor.from_string(ink)
    raw = io.BytesIO()
    made.save(raw)
    return raw.getvalue()


def looks(template: Template) -> tuple[str, str, str]:
    palette = template.roles["content"].layout.palette
    return palette.ground.main[0], template.heading_font, palette.rgb["accent1"]


def test_ground_fonts_and_colours_are_the_slides() -> None:
    assert looks(read_template(drawn_on(PAPER, PAPER))) == (PAPER, "Georgia", INK)


@pytest.mark.parametrize("keep", [False, True], ids=["blank alone", "layouts for text"])
def test_a_master_that_names_its_program_s_font_in_each_level_has_the_slides(keep: bool) -> None:
    template = read_template(drawn_on(PAPER, PAPER, PAPER, keep=keep, named="Arial"))
    spots = template.roles["content"].spots
    assert {spots[name].style.levels[0].font for name in ("title", "body")} == {"Georgia"}


@pytest.mark.parametrize(("ink", "told"), [("333333", "333333"), ("8A8A8A", "000000"), ("3E3A6D", "000000")])
def test_the_ink_of_text_is_the_slides_where_it_is_a_grey_that_reads_well(ink: str, told: str) -> None:
    data = drawn_on(*("FFFFFF",) * 3, ink=ink)
    assert read_template(data).roles["content"].layout.palette.rgb["tx1"] == told


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (drawn_on(PAPER), "one slide is a try"),
        (drawn_on(PAPER, "C9D6B0"), "they do not agree"),
        (drawn_on("1B2328", "1B2328"), "the theme's text would not read"),
        (drawn_on(PAPER, PAPER, keep=True), "its layouts have places"),
        (drawn_on(PAPER, PAPER, ground="E7E6E6"), "its layouts have a ground"),
    ],
    ids=lambda item: item if isinstance(item, str) else "",
)
def test_a_ground_that_is_not_surely_the_houses_is_left(data: bytes, why: str) -> None:
    assert looks(read_template(data))[0] != PAPER, why


def test_a_deck_made_of_it_is_read_as_it_was() -> None:
    data = drawn_on(PAPER, PAPER)
    assert read_template(data).fingerprint == read_template(bytes(bytearray(data))).fingerprint
    assert looks(read_template(data)) == looks(read_template(bytes(bytearray(data))))
