"""The cover of a house that draws its first slide by hand."""

from __future__ import annotations

import io
from typing import Any

import pptx
import pytest
from pptx.dml.color import RGBColor
from pptx.util import Emu, Pt

from deck.drawing import Sheets, scene
from deck.template import Template, read_template

WIDE, HIGH, GREEN, BLUE = 12_192_000, 6_858_000, "1F5A3C", "264653"
COVER, BAR = (650_000, 1_435_000, 7_000_000, 2_500_000), (0, 4_700_000, WIDE, 180_000)


def field(shapes: Any, box: tuple[int, int, int, int], color: str, kind: int = 1) -> None:
    shape = shapes.add_shape(kind, *box)
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor.from_string(color)
    shape.line.fill.background()


def opened(
    *, first: int = 5, bar: bool = False, large: bool = True, title: str = "Nya linjer", name: str = "", front: str = ""
) -> bytes:
    """python-pptx's own template. The first slide, in its layout `first`, has a field over all behind a white title, and a line
    across; or only a small blot where it is not `large`. `bar`: the master has one, so that layouts draw.
    `name`: small on each slide but the first, which has `front` in large letters."""
    made: Any = pptx.Presentation()
    made.slide_width, made.slide_height = Emu(WIDE), Emu(HIGH)
    if bar:
        slide = made.slides.add_slide(made.slide_layouts[6])
        field(slide.shapes, (0, 0, 200_000, HIGH), BLUE)
        drawn = slide.shapes[0]._element
        made.slide_master.shapes._spTree.append(drawn)
        made.part.drop_rel(made.slides._sldIdLst[0].rId)
        made.slides._sldIdLst.remove(made.slides._sldIdLst[0])
    for n in range(4):
        slide = made.slides.add_slide(made.slide_layouts[1 if n else first])
        head = slide.shapes.title
        if n == 0:
            slide.shapes._spTree.remove(head._element)
            if large and not bar:
                field(slide.shapes, (0, 0, WIDE, HIGH), GREEN)
                field(slide.shapes, BAR, BLUE)
            elif large:
                field(slide.shapes, (8_600_000, 0, WIDE - 8_600_000, HIGH), GREEN)
            else:
                field(slide.shapes, (9_000_000, 5_000_000, 300_000, 300_000), GREEN, kind=9)
            slide.shapes._spTree.append(head._element)
            head.left, head.top, head.width, head.height = COVER
        if said := name if n else front:
            words = slide.shapes.add_textbox(*((9_500_000, 6_400_000) if n else (650_000, 400_000)), 2_400_000, 400_000)
            words.text_frame.text = said
            words.text_frame.paragraphs[0].runs[0].font.size = Pt(12 if n else 24)
        run = head.text_frame.paragraphs[0].add_run()
        run.text = f"Rubrik {n}" if n else title
        if n == 0 and not bar:
            run.font.size, run.font.color.rgb = Pt(44), RGBColor.from_string("FFFFFF")
        if n:
            slide.placeholders[1].text_frame.text = f"Text {n}"
            slide.shapes.add_connector(1, 650_000, 6_300_000, 9_000_000, 6_300_000)
    raw = io.BytesIO()
    made.save(raw)
    return raw.getvalue()


def fills(template: Template, kind: str = "title") -> list[str]:
    shapes = scene(template.package, template.roles[kind].layout.part, Sheets(template.package)).shapes
    return [item.fill.colors[0] for item in shapes if not item.is_placeholder and item.fill.colors]


@pytest.mark.parametrize("first", [0, 5, 1], ids=["cover", "title-only", "content"])
def test_a_drawn_first_slide_is_the_cover_in_whatever_layout_it_stands(first: int) -> None:
    template = read_template(opened(first=first))
    role = template.roles["title"]
    assert role.layout.type == "title" and fills(template) == [GREEN, BLUE]
    title, under = role.spots["title"], role.spots["subtitle"]
    assert (title.box.x, title.box.y, title.style.levels[0].color) == (*COVER[:2], "FFFFFF")
    if first:
        assert under.box.x == COVER[0] and title.box.bottom <= under.box.y and under.box.bottom <= BAR[1]
        assert under.palette.ground.main == (GREEN,) and under.style.levels[0].color == "FFFFFF"
        assert template.samples.first.endswith("Title Slide") and "0/Title Only" not in template.samples.used


def test_a_master_s_bar_does_not_hide_what_the_first_slide_draws() -> None:
    template = read_template(opened(first=0, bar=True))
    assert fills(template) == [BLUE, GREEN]
    assert fills(template, "content") == [BLUE], "a content has its master's alone"
    assert template.roles["title"].spots["title"].box.right <= 8_600_000


@pytest.mark.parametrize(
    "data",
    [
        opened(first=5, bar=True),
        opened(first=0, bar=True, large=False),
        opened(first=0, bar=True, title="Så använder du mallen"),
    ],
    ids=["no cover's layout", "a blot", "instructions"],
)
def test_what_else_a_first_slide_draws_is_its_own(data: bytes) -> None:
    assert GREEN not in fills(read_template(data))


@pytest.mark.parametrize(("front", "stays"), [("KAMPNAGEL", True), ("Vorschau", False)])
def test_a_name_that_stands_on_each_slide_stands_on_the_cover_as_it_has_it(front: str, stays: bool) -> None:
    template = read_template(opened(first=0, name="KAMPNAGEL", front=front))
    shapes = scene(template.package, template.roles["title"].layout.part, Sheets(template.package)).shapes
    said = [item.text.text.strip() for item in shapes if item.text is not None and not item.is_placeholder]
    assert [words for words in said if words] == (["KAMPNAGEL"] if stays else [])
