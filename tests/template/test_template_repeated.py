"""Houses that draw by hand: what stands on slide after slide is their master's."""

from __future__ import annotations

import io
from typing import Any

import pptx
import pytest
from PIL import Image
from pptx.dml.color import RGBColor
from pptx.util import Emu, Pt

from deck.drawing import Sheets, scene
from deck.package import Package, open_package
from deck.template import Template, read_template

GREEN, YELLOW = "1B5E3F", "F9C80E"
WIDE, HIGH = 12_192_000, 6_858_000


def by_hand(
    *, slides: int = 4, cover: str = GREEN, used: bool = False, logo: bool = True, shift: int = 0, side: int = 0, first: int = 1
) -> bytes:
    """python-pptx's own template, whose slides are drawn on its blank layout: a bar, a logo, words in text boxes. `used`: one of
    them has its title in a placeholder; `shift`: each bar stands so much further to the right than the last; `side`: how high
    a picture at the right of the first is; `first`: the number of the first slide with a bar."""
    made: Any = pptx.Presentation()
    made.slide_width, made.slide_height = Emu(WIDE), Emu(HIGH)
    picture = io.BytesIO()
    Image.new("RGB", (60, 20), "#1B5E3F").save(picture, "PNG")
    for n in range(slides):
        titled = used and n == 1
        slide = made.slides.add_slide(made.slide_layouts[5 if titled else 6])
        if titled:
            slide.shapes.title.text = "Resultat"
        if n == 0 and cover:
            slide.background.fill.solid()
            slide.background.fill.fore_color.rgb = RGBColor.from_string(cover)
        if n == 0 and side:
            slide.shapes.add_picture(io.BytesIO(picture.getvalue()), 8_000_000, 0, WIDE - 8_000_000, side)
        if n >= first:
            bar = slide.shapes.add_shape(1, n * shift, 0, 250_000, HIGH)
            bar.fill.solid()
            bar.fill.fore_color.rgb = RGBColor.from_string(YELLOW)
            bar.line.fill.background()
            if logo:
                slide.shapes.add_picture(io.BytesIO(picture.getvalue()), 10_000_000, 6_250_000, 1_500_000, 500_000)
        words = slide.shapes.add_textbox(900_000, 600_000, 9_000_000, 1_500_000).text_frame
        for text, size, font in ((f"Rubrik {n}", 40, "Georgia"), (f"Text om vad vi gör, {n} av alla", 20, "Verdana")):
            run = words.add_paragraph().add_run()
            run.text, run.font.size, run.font.name = text, Pt(size), font
    raw = io.BytesIO()
    made.save(raw)
    return raw.getvalue()


def drawn(template: Template, kind: str) -> list[tuple[str, str]]:
    """Kind and fill of what is drawn around the words of a kind of slide."""
    layout = template.roles[kind].layout.part
    shapes = scene(template.package, layout, Sheets(template.package)).shapes
    return [(item.kind, *item.fill.colors[:1]) for item in shapes if not item.is_placeholder]  # type: ignore[misc]


def test_a_bar_and_a_logo_a_font_and_a_cover_s_ground_are_the_house_s() -> None:
    template = read_template(by_hand())
    assert (template.heading_font, template.body_font) == ("Georgia", "Verdana")
    found = drawn(template, "content")
    assert ("shape", YELLOW) in found and [kind for kind, *_fill in found].count("picture") == 1
    assert template.roles["title"].spots["title"].palette.ground.main == (GREEN,)
    assert template.roles["title"].spots["title"].palette.text_rgb == "FFFFFF"
    assert all(spot.box.x >= 250_000 for name, spot in template.roles["content"].spots.items() if name != "title")


@pytest.mark.parametrize(("side", "pictures"), [(HIGH, 1), (2_000_000, 0)])
def test_a_cover_without_the_bar_stays_so_and_has_the_picture_that_takes_its_side(side: int, pictures: int) -> None:
    found = drawn(read_template(by_hand(side=side)), "title")
    assert ("shape", YELLOW) not in found and [kind for kind, *_fill in found].count("picture") == pictures
    assert ("shape", YELLOW) in drawn(read_template(by_hand(side=side, first=0)), "title")


def test_what_it_adds_is_whole() -> None:
    package: Package = read_template(by_hand()).package
    master = next(rel.target for rel in package.related(package.main, "slideMaster"))
    ids = [item.id for item in scene(package, master, Sheets(package)).shapes]
    assert len(ids) == len(set(ids))
    images = package.related(master, "image")
    assert images and all(rel.target in package.parts and package.content_type(rel.target) == "image/png" for rel in images)


def test_the_number_stands_beside_a_logo_that_comes_where_it_was() -> None:
    package = read_template(by_hand()).package
    sheets = Sheets(package)
    for part in [*sheets.master_parts(), *sheets.layout_parts(sheets.master_parts()[0])]:
        shapes = scene(package, part, sheets).shapes
        logo = next((item.box for item in shapes if item.kind == "picture"), None)
        if logo is None:
            assert sheets.sheet(part).root.get("type") == "title"  # type: ignore[union-attr]
            continue
        feet = [item.box for item in shapes if item.ph_type == "sldNum"]
        assert not any(box.overlaps(logo, 6_350) for box in feet)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (by_hand(slides=2), "two slides are a try"),
        (by_hand(used=True), "its placeholders are written in"),
    ],
    ids=["few", "used"],
)
def test_a_template_that_is_written_in_is_what_its_layouts_say(data: bytes, why: str) -> None:
    template = read_template(data)
    assert template.heading_font != "Georgia" and ("shape", YELLOW) not in drawn(template, "content"), why


def test_what_stands_elsewhere_on_each_slide_is_no_house_s() -> None:
    template = read_template(by_hand(shift=400_000, logo=False, cover=""))
    assert ("shape", YELLOW) not in drawn(template, "content") and template.heading_font == "Georgia"
    assert template.roles["title"].spots["title"].palette.ground.main == ("FFFFFF",)


def test_a_deck_in_it_can_be_opened_and_has_its_title_in_a_placeholder() -> None:
    template = read_template(by_hand())
    assert open_package(by_hand(), "x").main and template.roles["content"].spots["title"].placeholder is not None
