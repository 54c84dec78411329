"""Titles of a house that draws by hand."""

from __future__ import annotations

import copy
import io
from typing import Any

import pptx
import pytest
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from deck.geometry import Box
from deck.template import Template, read_template

WIDE, HIGH, GREEN = 12_192_000, 6_858_000, "2F3E2C"
TITLE, TEXT = (700_000, 720_000, 10_500_000, 960_000), (700_000, 2_000_000, 9_600_000, 3_400_000)
OPENS, UNDER = (700_000, 1_900_000, 6_000_000, 1_680_000), (700_000, 3_840_000, 6_000_000, 720_000)


def by_hand(*, shift: int = 0, slides: int = 5, second: float = 0.0) -> bytes:
    """python-pptx's own template, whose slides are drawn on its blank layout. `shift`: each title stands so much further down
    than the last; `second`: a line in this size in the title's box."""
    made: Any = pptx.Presentation()
    made.slide_width, made.slide_height = Emu(WIDE), Emu(HIGH)
    for n in range(slides):
        slide = made.slides.add_slide(made.slide_layouts[6])

        def write(box: tuple[int, int, int, int], text: str, size: float, bold: bool, slide: Any = slide) -> Any:
            frame = slide.shapes.add_textbox(*box).text_frame
            run = frame.paragraphs[0].add_run()
            run.text, run.font.size, run.font.bold, run.font.name = text, Pt(size), bold, "Georgia"
            run.font.color.rgb = RGBColor.from_string(GREEN)
            return frame

        if n == 0:
            write(OPENS, "Odla nära", 64, bold=True)
            write(UNDER, "Årsmöte", 24, bold=False)
            continue
        x, y, w, h = TITLE
        frame = write((x, y + n * shift, w, h), f"Rubrik {n}", 40, bold=True)
        if second:
            run = frame.add_paragraph().add_run()
            run.text, run.font.size = "Och mer om det", Pt(second)
        write(TEXT, f"Text om vad vi gör, {n} av alla", 20, bold=False)
    raw = io.BytesIO()
    made.save(raw)
    return raw.getvalue()


def look(template: Template, kind: str, role: str = "title") -> tuple[Box, float, bool, str, str]:
    spot = template.roles[kind].spots[role]
    level = spot.style.levels[0]
    return spot.box, level.size_pt, level.bold, level.color, level.align


def test_a_title_stands_where_the_slides_have_it_and_looks_so() -> None:
    template = read_template(by_hand())
    for kind in ("content", "title-only", "two-content"):
        box, *rest = look(template, kind)
        assert (box.x, box.w) == (TITLE[0], TITLE[2]) and abs(box.y - TITLE[1]) < 300_000, kind
        assert rest == [40.0, True, GREEN, "l"], kind
        assert template.roles[kind].spots["title"].placeholder is not None
    assert template.roles["content"].spots["body"].box.x == TITLE[0]


def test_content_begins_where_the_words_under_the_titles_do() -> None:
    """In boxes of their own, too: a rule under the title and the content would crowd."""
    assert read_template(by_hand()).roles["content"].spots["body"].box.y == TEXT[1]


def test_a_cover_is_as_the_first_slide_is() -> None:
    template = read_template(by_hand())
    box, *rest = look(template, "title")
    assert box.contains(Box(*OPENS)) and rest == [64.0, True, GREEN, "l"]
    under, size, bold, *_rest = look(template, "title", "subtitle")
    assert (under.x, under.w, size, bold) == (UNDER[0], UNDER[2], 24.0, False) and under.y >= box.bottom


@pytest.mark.parametrize("made", [by_hand(shift=600_000), by_hand(slides=2), by_hand(second=20)], ids=["apart", "few", "mixed"])
def test_what_slides_do_not_agree_on_is_no_house_s(made: bytes) -> None:
    """Two slides are a try; a box with more than a title in it tells nothing of where titles stand."""
    assert look(read_template(made), "content")[1:] != (40.0, True, GREEN, "l")


@pytest.mark.parametrize(
    ("tops", "top"), [((1_300_000,) * 4, 1_300_000), ((1_300_000, 1_400_000, 1_500_000, 1_600_000), 1_600_200)]
)
def test_content_begins_where_most_slides_have_it(tops: tuple[int, ...], top: int) -> None:
    made: Any = pptx.Presentation()
    for n, y in enumerate((0, *tops)):
        slide = made.slides.add_slide(made.slide_layouts[1 if n else 0])
        slide.shapes.add_connector(1, 300_000, 6_750_000, 8_000_000, 6_750_000)
        head, body = slide.shapes.title, slide.placeholders[1]
        head.text_frame.text, body.text_frame.text = f"Rubrik {n}", f"Text {n}"
        if n:
            head.left, head.top, head.width, head.height = 500_000, 300_000, 8_000_000, 800_000
            body.left, body.top, body.width, body.height = 500_000, y, 8_000_000, 4_500_000
    raw = io.BytesIO()
    made.save(raw)
    assert read_template(raw.getvalue()).roles["content"].spots["body"].box.y == top


def with_author() -> bytes:
    """A template whose cover has a line for the author at its foot, and whose slides are written in its places, the title of the
    first one a little moved; a bar is drawn on all others."""
    made: Any = pptx.Presentation()
    layout = made.slide_layouts[0]
    author = copy.deepcopy(layout.placeholders[1]._element)
    author.nvSpPr.nvPr.find(qn("p:ph")).attrib.update({"type": "body", "idx": "21"})
    author.nvSpPr.cNvPr.attrib.update({"id": "77", "name": "Författare"})
    layout.shapes._spTree.append(author)
    foot = layout.placeholders[len(layout.placeholders) - 1]
    foot.left, foot.top, foot.width, foot.height = Emu(1_371_600), Emu(6_300_000), Emu(6_400_800), Emu(400_000)
    for n in range(4):
        slide = made.slides.add_slide(made.slide_layouts[0 if n == 0 else 1])
        slide.shapes.title.text, slide.placeholders[1].text = f"Rubrik {n}", f"Text {n}"
        if n:
            bar = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, Emu(6_700_000), made.slide_width, Emu(158_000))
            bar.fill.solid()
            bar.fill.fore_color.rgb = RGBColor.from_string(GREEN)
        else:
            title = slide.shapes.title
            box = title.left, title.top - 900_000, title.width, title.height
            title.left, title.top, title.width, title.height = box
    raw = io.BytesIO()
    made.save(raw)
    return raw.getvalue()


def test_what_else_a_cover_has_places_for_stays() -> None:
    role = read_template(with_author()).roles["title"]
    places = {item.idx: item.box for item in role.layout.placeholders}
    assert places[21].y == 6_300_000, "the author's line, at the foot"
    assert places[0].y == 2_130_425 - 900_000 and places[0].y < places[1].y < 6_000_000, "the title where the first slide has it"
