"""Titles are written as a template's own slides write them, where that is not how its layouts do."""

from __future__ import annotations

import io
from typing import Any

import pptx
import pytest
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Emu, Pt

from deck.layout.engine import lay_out
from deck.layout.model import PlacedText
from deck.package import open_package
from deck.presentation import Presentation, Slide, Slot, Text, paragraph
from deck.template import Template, read_template, template_of
from deck.template.inks import ink_for
from deck.template.sample_titles import WrittenTitle, looks_of
from deck.template.sampled import SampleTitle, samples_from
from deck.template.samples import samples_of

ACCENT2 = "C0504D"
"""The theme of python-pptx's own template."""
Titles = list[tuple[int, Any]]


def made(titles: Titles, *, boxed: bool = False) -> bytes:
    """Slides on these layouts, their titles in a theme colour, an RGBColor, or as the layout has it; `boxed`: in a text box
    instead of the placeholder."""
    deck: Any = pptx.Presentation()
    for number, color in titles:
        slide = deck.slides.add_slide(deck.slide_layouts[number])
        shape = slide.shapes.title
        if boxed:
            shape._element.getparent().remove(shape._element)
            shape = slide.shapes.add_textbox(Emu(500_000), Emu(300_000), Emu(7_000_000), Emu(900_000))
        run = shape.text_frame.paragraphs[0].add_run()
        run.text = "En rubrik"
        if boxed:
            run.font.size = Pt(36)
        if isinstance(color, RGBColor):
            run.font.color.rgb = color
        elif color is not None:
            run.font.color.theme_color = color
    raw = io.BytesIO()
    deck.save(raw)
    return raw.getvalue()


def title(template: Template, kind: str = "content"):
    return template.roles[kind].spots["title"]


@pytest.mark.parametrize("boxed", [False, True])
def test_the_ink_of_most_slides_is_the_house_s(boxed: bool) -> None:
    template = read_template(made([(0, None), *[(1, MSO_THEME_COLOR.ACCENT_2)] * 2, (1, None)], boxed=boxed))
    spot = title(template)
    level = spot.style.levels[0]
    # Of a house that draws by hand it is the master's own.
    assert (level.color, level.inked) == (ACCENT2, boxed)
    assert ink_for(spot).name == "accent2"
    assert title(template, "title").style.levels[0].inked


def test_a_literal_colour_is_written_as_the_theme_s_nearest() -> None:
    spot = title(read_template(made([(0, None), (1, RGBColor(0xC2, 0x51, 0x4C))])))
    assert spot.style.levels[0].color == "C2514C" and ink_for(spot).name == "accent2"


@pytest.mark.parametrize("color", [RGBColor(0xFF, 0xFF, 0xFF), MSO_THEME_COLOR.BACKGROUND_1])
def test_what_does_not_read_on_the_layout_is_left(color: Any) -> None:
    """White stood on a picture of the slide's own."""
    level = title(read_template(made([(0, None), (1, color), (1, color)]))).style.levels[0]
    assert level.inked and level.color == "000000"


def test_what_a_few_slides_do_says_nothing() -> None:
    titles = [(0, None), (1, MSO_THEME_COLOR.ACCENT_2), (1, MSO_THEME_COLOR.ACCENT_3), (1, None), (1, None)]
    assert title(read_template(made(titles))).style.levels[0].inked


def test_layouts_that_nobody_uses_follow_those_that_had_their_colour() -> None:
    color = MSO_THEME_COLOR.ACCENT_2

    def unused(*titles: tuple[int, Any]) -> str:
        layouts = read_template(made([(0, None), *titles])).layouts
        sheet = next(item for item in layouts if item.name == "Title Only")
        return next(item for item in sheet.placeholders if item.type == "title").style.levels[0].color

    assert unused((1, color), (3, color)) == ACCENT2
    assert unused((1, color), (3, None)) == unused((1, color), (3, MSO_THEME_COLOR.ACCENT_6)) == "000000"


def test_a_cover_s_ink_is_its_own() -> None:
    template = read_template(made([(0, MSO_THEME_COLOR.ACCENT_2), (1, None)]))
    assert title(template, "title").style.levels[0].color == ACCENT2
    assert title(template).style.levels[0].inked


def test_a_deck_writes_its_titles_as_it_did_when_it_was_made() -> None:
    data = made([(0, None), (1, MSO_THEME_COLOR.ACCENT_2)])
    bare = read_template(data)
    memory = bare.samples.to_json()
    again = template_of(bare.package, "a.pptx", samples=samples_from(memory))
    assert title(again).style.levels[0] == title(bare).style.levels[0]


def test_slides_that_write_as_their_layout_does_are_not_remembered() -> None:
    assert not samples_of(open_package(made([(0, None), (1, None)]), "a.pptx")).titles
    assert "titles" not in samples_of(open_package(made([(0, None)]), "a.pptx")).to_json()


def test_a_size_counts_where_the_layout_says_none_and_it_is_clearly_another() -> None:
    def look(size: float, *, sized: bool) -> dict[str, SampleTitle]:
        return looks_of([WrittenTitle("0/A", SampleTitle("112233", size, True), SampleTitle("112233", 18.0), sized)] * 2)

    assert look(34.0, sized=False) == {"0/A": SampleTitle("", 34.0, True)}
    assert look(34.0, sized=True) == look(20.0, sized=False) == {"0/A": SampleTitle("", bold=True)}


def styled(kinds: list[int], *, bold: bool | None = True, under: RGBColor | None = None) -> bytes:
    """Slides on these layouts, their titles' words bold, and their subtitles' of a colour of their own."""
    deck: Any = pptx.Presentation()
    for number in kinds:
        slide = deck.slides.add_slide(deck.slide_layouts[number])
        for shape in slide.placeholders:
            run = shape.text_frame.paragraphs[0].add_run()
            run.text = "Ord"
            if shape.placeholder_format.idx == 0:
                run.font.bold = bold
            elif under is not None and number == 0:
                run.font.color.rgb = under
    raw = io.BytesIO()
    deck.save(raw)
    return raw.getvalue()


def test_titles_that_the_slides_have_bold_are_bold() -> None:
    """A layout that no slide uses follows them; on a cover of its own weight the cover's counts."""
    template = read_template(styled([0, 1, 1]))
    for kind in ("title", "content", "object"):
        level = title(template, kind).style.levels[0]
        assert level.bold and not level.weighed, kind
    plain = title(read_template(styled([0, 1, 1], bold=None))).style.levels[0]
    assert not plain.bold and plain.weighed
    memory = samples_from(template.samples.to_json())
    assert memory.titles == template.samples.titles
    assert title(template_of(template.package, "a.pptx", samples=memory)).style.levels[0].bold


def test_bold_titles_are_written_bold_and_measured_so() -> None:
    template = read_template(styled([0, 1, 1]))
    slide = Slide("a", "content", (Slot("t", "title", Text((paragraph("En rubrik"),))),))
    laid = lay_out(Presentation("P", "sv-SE", "1281", "Lund", "kort", "alla", "2026", (), (slide,)), template)
    shape = next(item for item in laid.slides[0].shapes if isinstance(item, PlacedText) and item.paragraphs)
    assert shape.bold is True and shape.placeholder is not None and shape.placeholder.style.levels[0].bold


def test_a_subtitle_has_the_colour_that_the_slides_give_it() -> None:
    template = read_template(styled([0, 1], under=RGBColor(0xC2, 0x51, 0x4C)))
    spot = template.roles["title"].spots["subtitle"]
    assert spot.style.levels[0].color == "C2514C" and ink_for(spot).name == "accent2"
    again = template_of(template.package, "a.pptx", samples=samples_from(template.samples.to_json()))
    assert again.roles["title"].spots["subtitle"].style.levels[0].color == "C2514C"
    # What does not read there stood on a picture of the slide's own.
    white = read_template(styled([0, 1], under=RGBColor(0xFF, 0xFF, 0xFF))).roles["title"].spots["subtitle"]
    assert white.style.levels[0].inked
    assert "subtitles" not in read_template(styled([0, 1])).samples.to_json()
    assert samples_from('{"used": {}, "first": "", "subtitles": {"0/A": "red", "0/B": "C2514C", "0/C": 3}}').subtitles == {
        "0/B": "C2514C"
    }
