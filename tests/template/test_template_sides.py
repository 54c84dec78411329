"""A picture that takes one side of the slide, and that the layout's places keep clear of, is in the way however large it is."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.oxml.shapes.picture import CT_Picture
from pptx.util import Emu
from template_drawn import BODY, SIZE, TITLE, holder

from deck.drawing import Paint, Scene
from deck.drawing.model import SceneShape
from deck.geometry import Box
from deck.package import Package
from deck.template import read_template
from deck.template.sides import side_fields, side_pictures

WIDE, HIGH = SIZE
PART = "ppt/media/side.png"
RIGHT = holder("title", 0, (54, 5, 42, 15)), holder("obj", 1, (54, 25, 42, 60))


def photograph(*, plain: bool = False) -> bytes:
    image = Image.new("RGB", (60, 90), "#305080")
    if not plain:
        image.putdata(
            [((30, 60, 20), (190, 210, 240), (120, 90, 50))[(x // 6 + y // 6) % 3] for y in range(90) for x in range(60)]
        )
    raw = io.BytesIO()
    image.save(raw, "PNG")
    return raw.getvalue()


def scene(box: Box) -> Scene:
    shape = SceneShape("1", "Bild", "picture", "master", box, fill=Paint("picture", ("FFFFFF",), part=PART), part=PART)
    return Scene("layout", SIZE, Paint("solid", ("FFFFFF",)), (shape,))


def package(data: bytes) -> Package:
    return Package({PART: data}, {PART: "image/png"}, {}, {})


def across(left: int, right: int) -> Box:
    return Box(left * WIDE // 100, 0, (right - left) * WIDE // 100, HIGH)


@pytest.mark.parametrize(
    ("left", "right", "holders"),
    [(0, 50, RIGHT), (0, 45, RIGHT), (52, 100, (holder("obj", 1, (4, 25, 44, 60)),)), (0, 50, (TITLE, RIGHT[1]))],
    ids=["half", "less", "on the right", "under a title"],
)
def test_a_photograph_at_one_side_is_in_the_way(left: int, right: int, holders: tuple) -> None:
    side = across(left, right)
    assert list(side_pictures(package(photograph()), scene(side), holders)) == [side]


@pytest.mark.parametrize(
    ("box", "plain", "holders"),
    [
        (across(0, 50), True, RIGHT),
        (across(0, 50), False, (BODY,)),
        (across(0, 50), False, ()),
        (across(0, 100), False, RIGHT),
        (Box(0, 0, WIDE // 2, round(0.9 * HIGH)), False, RIGHT),
    ],
    ids=["a field of one colour", "a body stands on it", "nothing tells", "all of the slide", "not from edge to edge"],
)
def test_what_is_ground(box: Box, plain: bool, holders: tuple) -> None:
    assert not list(side_pictures(package(photograph(plain=plain)), scene(box), holders))


def halved() -> bytes:
    """A template whose master has a photograph on its left half, and all places for words on its right one."""
    made = Presentation()
    master, (wide, high) = made.slide_master, (made.slide_width or 0, made.slide_height or 0)
    _part, rel = master.part.get_or_add_image_part(io.BytesIO(photograph()))  # type: ignore[attr-defined]
    master.shapes._spTree.insert(2, CT_Picture.new_pic(900, "Bild", "", rel, 0, 0, wide // 2, high))
    for layout in list(master.slide_layouts)[3:]:
        if layout.name != "Title Only":
            master.slide_layouts.remove(layout)
    for sheet in (master, *master.slide_layouts):
        for item in sheet.placeholders:
            top, tall = item.top or 0, item.height or 0
            item.left, item.top, item.width, item.height = (
                Emu(side) for side in (round(0.54 * wide), top, round(0.42 * wide), tall)
            )
    raw = io.BytesIO()
    made.save(raw)
    return raw.getvalue()


def test_nothing_of_ours_lies_on_the_masters_photograph() -> None:
    found = read_template(halved())
    edge = found.size[0] // 2
    for kind, role in found.roles.items():
        for name, spot in role.spots.items():
            assert spot.box.x >= edge, (kind, name)


CLEAR = holder("title", 0, (4, 5, 58, 15)), holder("obj", 1, (4, 25, 58, 60))


def field(box: Box, color: str = "D5E8E4") -> Scene:
    shape = SceneShape("1", "Fält", "shape", "master", box, fill=Paint("solid", (color,)), geometry="rect")
    return Scene("layout", SIZE, Paint("solid", ("FFFFFF",)), (shape,))


def test_a_pale_field_at_one_side_that_places_keep_clear_of_is_in_the_way() -> None:
    """So pale that it would be ground, and not stood upon by anything that the house has."""
    for box in (across(67, 100), Box(67 * WIDE // 100, HIGH * 6 // 100, WIDE - 67 * WIDE // 100, HIGH - HIGH * 6 // 100)):
        assert list(side_fields(Package({}, {}, {}, {}), field(box), CLEAR)) == [box]


def test_a_pale_field_that_a_title_has_to_itself_is_the_title_s() -> None:
    """What stands beside it begins beyond its edge; a title that reaches over it is on it as on any ground."""
    panel = across(0, 31)
    title, text = holder("title", 0, (3, 15, 26, 40)), holder("obj", 1, (36, 8, 60, 80))
    kicker, over = holder("body", 2, (3, 8, 20, 5)), holder("title", 0, (3, 15, 60, 20))
    for holders in ((title, text), (title, text, kicker), (title, kicker)):
        assert list(side_fields(Package({}, {}, {}, {}), field(panel), holders)) == [panel]
    for holders in ((over, text), (text, kicker), (title, holder("obj", 1, (20, 8, 70, 80)))):
        assert list(side_fields(Package({}, {}, {}, {}), field(panel), holders)) == []


@pytest.mark.parametrize(
    ("box", "color", "holders"),
    [
        (across(67, 100), "FCFDFD", CLEAR),
        (across(67, 100), "D5E8E4", (TITLE, CLEAR[1])),
        (across(67, 100), "D5E8E4", (CLEAR[0], BODY)),
        (across(67, 100), "D5E8E4", ()),
        (across(90, 100), "D5E8E4", CLEAR),
        (Box(67 * WIDE // 100, 0, WIDE // 3, HIGH // 2), "D5E8E4", CLEAR),
    ],
    ids=["hardly seen", "a title stands on it", "a body does", "nothing tells", "narrow", "half as high"],
)
def test_a_field_that_is_ground(box: Box, color: str, holders: tuple) -> None:
    assert list(side_fields(Package({}, {}, {}, {}), field(box, color), holders)) == []


def test_a_field_that_a_layout_paints_over_is_not_there() -> None:
    at = across(67, 100)
    lid = SceneShape("2", "Yta", "shape", "layout", Box(0, 0, WIDE, HIGH), fill=Paint("solid", ("C1533B",)), geometry="rect")
    scene = replace(field(at), shapes=(*field(at).shapes, lid))
    assert list(side_fields(Package({}, {}, {}, {}), scene, CLEAR)) == []


def with_facts() -> bytes:
    """A template whose master has a dark field at the right: one layout has a small box of facts on it beside its content, and
    all other places keep clear."""
    made = Presentation()
    master, (wide, high) = made.slide_master, (made.slide_width or 0, made.slide_height or 0)
    panel, left = "<a:solidFill><a:srgbClr val='1F5C46'/></a:solidFill>", round(0.72 * wide)
    master.shapes._spTree.insert(
        2,
        parse_xml(
            f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr><p:cNvPr id='900' name='Fält'/><p:cNvSpPr/><p:nvPr userDrawn='1'/></p:nvSpPr>"
            f"<p:spPr><a:xfrm><a:off x='{left}' y='0'/><a:ext cx='{wide - left}' cy='{high}'/></a:xfrm>"
            f"<a:prstGeom prst='rect'><a:avLst/></a:prstGeom>{panel}</p:spPr></p:sp>"
        ),
    )
    kept = {"Title Slide", "Title and Content", "Two Content", "Title Only"}
    for layout in list(master.slide_layouts):
        if layout.name not in kept:
            master.slide_layouts.remove(layout)
    for sheet in (master, *master.slide_layouts):
        for item in sheet.placeholders:
            left, across = (0.75, 0.22) if item.placeholder_format.idx == 2 and sheet is not master else (0.05, 0.62)
            top, tall = Emu(item.top or 0), Emu(item.height or 0)
            item.left, item.top, item.width, item.height = Emu(round(left * wide)), top, Emu(round(across * wide)), tall
    raw = io.BytesIO()
    made.save(raw)
    return raw.getvalue()


def test_a_box_of_facts_on_a_field_makes_it_nobody_elses_ground() -> None:
    found = read_template(with_facts())
    edge = round(0.72 * found.size[0])
    for kind in ("title-only", "object", "question", "figures"):
        for name, spot in found.roles[kind].spots.items():
            assert spot.box.right <= edge, (kind, name)
