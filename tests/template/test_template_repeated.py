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
COVER, PANELLED = (600_000, 1_400_000, 7_600_000, 2_400_000), (3_200_000, 450_000, 8_500_000, 900_000)
"""Where `panelled` has its titles."""


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
        (by_hand(used=True, shift=400_000), "its bars are apart"),
    ],
    ids=["few", "apart"],
)
def test_a_template_that_is_written_in_is_what_its_layouts_say(data: bytes, why: str) -> None:
    template = read_template(data)
    assert template.heading_font != "Georgia" and ("shape", YELLOW) not in drawn(template, "content"), why


def test_a_bar_that_stands_on_all_its_slides_is_the_house_s_where_they_write_in_places_too() -> None:
    template = read_template(by_hand(used=True))
    assert ("shape", YELLOW) in drawn(template, "content")
    assert template.heading_font != "Georgia", "fonts are as the layouts have them"


def panelled(*, photo: bool = False, over: bool = False) -> bytes:
    """python-pptx's own template, whose slides have titles in their places, moved: a cover on a green field with a group of
    blots, white on it; slides beside a green panel with a line and their number. `photo`: the cover has a picture of the matter;
    `over`: a yellow field lies on its title."""
    made: Any = pptx.Presentation()
    made.slide_width, made.slide_height = Emu(WIDE), Emu(HIGH)

    def field(slide: Any, box: tuple[int, int, int, int], color: str) -> None:
        shape = slide.shapes.add_shape(1, *box)
        shape.fill.solid()
        shape.fill.fore_color.rgb = RGBColor.from_string(color)
        shape.line.fill.background()

    for n in range(4):
        slide = made.slides.add_slide(made.slide_layouts[5 if n else 0])
        title = slide.shapes.title
        slide.shapes._spTree.remove(title._element)
        field(slide, (0, 0, 2_700_000 if n else WIDE, HIGH), GREEN)
        if n:
            slide.shapes.add_connector(1, 2_800_000, 0, 2_800_000, HIGH)
            slide.shapes.add_textbox(200_000, 400_000, 2_000_000, 900_000).text_frame.text = f"0{n}"
        else:
            blots = slide.shapes.add_group_shape()
            for at in (9_000_000, 10_500_000):
                blots.shapes.add_shape(9, at, 5_000_000, 1_200_000, 1_200_000)
        if photo and not n:
            picture = io.BytesIO()
            Image.new("RGB", (60, 40), "#336699").save(picture, "PNG")
            slide.shapes.add_picture(picture, 8_500_000, 800_000, 3_000_000, 3_500_000)
        slide.shapes._spTree.append(title._element)
        title.left, title.top, title.width, title.height = PANELLED if n else COVER
        run = title.text_frame.paragraphs[0].add_run()
        run.text, run.font.size, run.font.bold = f"Så gör vi, {n}", Pt(40), True
        run.font.color.rgb = RGBColor.from_string(GREEN if n else "FFFFFF")
        if over and not n:
            field(slide, (600_000, 3_300_000, 2_000_000, 300_000), YELLOW)
    raw = io.BytesIO()
    made.save(raw)
    return raw.getvalue()


def test_a_cover_is_drawn_as_the_first_slide_is_and_its_title_reads_there() -> None:
    template = read_template(panelled())
    found = drawn(template, "title")
    assert ("shape", GREEN) in found and "group" in [kind for kind, *_fill in found]
    spot = template.roles["title"].spots["title"]
    assert (spot.style.levels[0].color, spot.style.levels[0].bold) == ("FFFFFF", True)
    assert spot.palette.ground.main == (GREEN,)
    ids = [item.id for item in scene(template.package, template.roles["title"].layout.part, Sheets(template.package)).shapes]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("more", [{"photo": True}, {"over": True}], ids=["photo", "over"])
def test_a_photograph_and_what_lies_on_the_title_are_that_slide_s_alone(more: dict[str, bool]) -> None:
    assert drawn(read_template(panelled(**more)), "title") == drawn(read_template(panelled()), "title")


def test_a_panel_and_its_line_are_every_content_s_and_its_number_is_not() -> None:
    template = read_template(panelled())
    for kind in ("content", "two-content", "title-only", "section"):
        found = drawn(template, kind)
        assert found[0] == ("shape", GREEN) and [item for item, *_fill in found] == ["shape", "connector"], kind
        assert all(spot.box.x >= 2_800_000 for spot in template.roles[kind].spots.values()), kind
    role = template.roles["two-content"]
    assert role.spots["title"].box.x == PANELLED[0] and role.spots["title"].style.levels[0].bold
    left, right = role.spots["left"].box, role.spots["right"].box
    assert left.x == PANELLED[0] and abs(left.w - right.w) < 100_000 and right.x > left.right


def test_what_stands_elsewhere_on_each_slide_is_no_house_s() -> None:
    template = read_template(by_hand(shift=400_000, logo=False, cover=""))
    assert ("shape", YELLOW) not in drawn(template, "content") and template.heading_font == "Georgia"
    assert template.roles["title"].spots["title"].palette.ground.main == ("FFFFFF",)


def test_a_deck_in_it_can_be_opened_and_has_its_title_in_a_placeholder() -> None:
    template = read_template(by_hand())
    assert open_package(by_hand(), "x").main and template.roles["content"].spots["title"].placeholder is not None
