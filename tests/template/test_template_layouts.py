"""Layouts read: placeholders in reading order, furniture apart, decorations in the way, words that a layout says itself."""

from __future__ import annotations

import re
from dataclasses import replace

import odd_templates
import pytest
from odd_templates import MASTER, plain
from template_drawn import BODY, SIZE, TITLE, default, drawn, holder

from deck.drawing import Sheets
from deck.drawing.model import SceneShape
from deck.drawing.sheet import TITLES
from deck.geometry import Box, pt
from deck.package import Package, package_bytes
from deck.template import read_template
from deck.template.layouts import Drawn, on_shared_ground, read_layout, usable
from deck.template.type_area import lines_box

LAYOUT = "ppt/slideLayouts/slideLayout3.xml"


def with_shapes(*shapes: str) -> Package:
    text = plain().parts[LAYOUT].decode()
    return plain().replace({LAYOUT: text.replace("</p:spTree>", f"{''.join(shapes)}</p:spTree>").encode()})


def box(
    x: int,
    y: int,
    w: int,
    h: int,
    *,
    fill: str = "<a:noFill/>",
    words: str = "",
    size: int = 1800,
    ph: str = "",
    hidden: str = "",
) -> str:
    body = f'<p:txBody><a:bodyPr/><a:p><a:r><a:rPr sz="{size}"/><a:t>{words}</a:t></a:r></a:p></p:txBody>' if words else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="90" name="Egen" {hidden}/><p:cNvSpPr/><p:nvPr>{ph}</p:nvPr></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom>{fill}</p:spPr>{body}</p:sp>"
    )


RED = '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>'
SLIDE = (12_192_000, 6_858_000)
MINE = Box(100_000, 200_000, 300_000, 400_000)
AT = (MINE.x, MINE.y, MINE.w, MINE.h)


def read(package: Package) -> Drawn:
    return read_layout(Sheets(package), LAYOUT, MASTER)


@pytest.mark.parametrize(
    ("shape", "in_the_way"),
    [
        (box(*AT, fill=RED), True),
        (box(*AT, words="Sekretess"), True),
        (box(*AT), False),
        (box(*AT, words="  "), False),
        (box(*AT, fill=RED, hidden='hidden="1"'), False),
        (box(*AT, fill=RED, ph='<p:ph type="body" idx="77"/>'), False),
    ],
)
def test_what_words_must_keep_clear_of(shape: str, in_the_way: bool) -> None:
    assert (MINE in read(with_shapes(shape)).layout.obstacles) == in_the_way


PALE = '<a:solidFill><a:srgbClr val="FAFAFA"/></a:solidFill>'
VEILED = '<a:solidFill><a:srgbClr val="FF0000"><a:alpha val="{}"/></a:srgbClr></a:solidFill>'
OUTLINE = '<a:ln w="12700"><a:solidFill><a:srgbClr val="202020"/></a:solidFill></a:ln>'
HALF = Box(6_096_000, 0, 6_096_000, 6_858_000)


@pytest.mark.parametrize(
    ("at", "fill", "panel"),
    [
        (HALF, RED, True),
        (HALF, VEILED.format(88_000), True),
        (HALF, VEILED.format(30_000), False),
        (HALF, VEILED.format(12_000) + OUTLINE, True),
        (HALF, PALE, False),
        (HALF, "<a:noFill/>", False),
        (MINE, RED, False),
        (Box(0, 0, *SLIDE), RED, False),
    ],
)
def test_a_field_that_ends_on_the_slide_is_a_panel(at: Box, fill: str, panel: bool) -> None:
    found = read(with_shapes(box(at.x, at.y, at.w, at.h, fill=fill))).layout
    assert (at in found.panels) == panel
    assert not panel or at not in found.obstacles


def test_what_fills_most_of_the_slide_is_ground() -> None:
    whole = box(0, 0, 12_192_000, 6_858_000, fill=RED)
    before, after = read(plain()), read(with_shapes(whole))
    assert after.layout.obstacles == before.layout.obstacles
    assert after.layout.palette.ground.colors == ("FF0000",)
    assert after.ground(MINE).colors == ("FF0000",) and after.palette(MINE).ground.colors == ("FF0000",)


@pytest.mark.parametrize(
    ("words", "size", "said"), [("Välkommen", 4000, "Välkommen"), ("Lunds kommun", 1200, ""), ("2030", 4000, "")]
)
def test_large_words_on_a_layout_are_said_by_it(words: str, size: int, said: str) -> None:
    assert read(with_shapes(box(*AT, words=words, size=size))).says == said


def test_placeholders_in_reading_order_furniture_apart_of_one_index_the_first() -> None:
    text = read(plain()).layout
    assert text.furniture and all(item.type in ("dt", "ftr", "sldNum") for item in text.furniture)
    assert len(text.furniture_palettes) == len(text.furniture)
    assert all(item.worded for item in (*text.furniture, *text.placeholders))
    empty = re.sub(r'(type="ftr".*?<a:t)>[^<]*</a:t>', r"\1/>", plain().parts[LAYOUT].decode(), flags=re.DOTALL)
    bare = read(plain().replace({LAYOUT: empty.encode()})).layout
    assert [item.type for item in bare.furniture if not item.worded] == ["ftr"]
    places = [(item.box.y // 457_200, item.box.x) for item in text.placeholders]
    assert places == sorted(places) and text.name
    twin = re.search(r"<p:sp>(?:(?!</p:sp>).)*idx=(?:(?!</p:sp>).)*</p:sp>", plain().parts[LAYOUT].decode(), re.DOTALL)
    assert twin is not None
    assert len(read(with_shapes(twin[0])).layout.placeholders) == len(text.placeholders)


@pytest.mark.parametrize(
    ("item", "answer"),
    [
        (TITLE, True),
        (BODY, True),
        (holder("body", 1, (5, 5, 9, 50)), False),
        (holder("body", 1, (5, 5, 50, 3)), False),
        (holder("body", 1, (70, 5, 50, 50)), False),
        (holder("body", 1, (5, 5, 50, 50), rotation=60_000), False),
        (holder("body", 1, (5, 5, 50, 50), rotation=21_600_000), True),
        (holder("body", 1, (5, 5, 50, 50), vert="eaVert"), False),
    ],
)
def test_usable(item, answer: bool) -> None:
    assert usable(item, SIZE) == answer


def test_titles_and_bodies_are_told_apart() -> None:
    made = drawn(TITLE, BODY, holder("ctrTitle", 9, (1, 1, 50, 10)))
    assert [item.type for item in made.titles] == ["title", "ctrTitle"]
    assert made.bodies == (BODY,)


def test_every_layout_of_the_default_template_has_a_title_and_its_places_on_the_slide() -> None:
    template, every = default()
    for item in every:
        assert not item.says
        assert item.titles or item.layout.type == "blank"
        assert all(Box(0, 0, *template.size).contains(holder.box, 2) for holder in item.layout.placeholders)


def test_what_is_drawn_in_a_placeholders_place_does_not_stand_on_its_fill() -> None:
    template = read_template(package_bytes(odd_templates.filled_bodies()))
    plain = read_template(package_bytes(odd_templates.plain()))
    drawn, written = template.roles["object"].spots["object"], template.roles["content"].spots["body"]
    assert written.placeholder is not None and written.palette.ground.colors == ("20304A",)
    assert drawn.palette.ground == plain.roles["object"].spots["object"].palette.ground


MARK = SceneShape(
    "9", "mark", "ole", "master", Box(*(side * n // 100 for side, n in zip(SIZE * 2, (40, 20, 55, 70), strict=True)))
)


def test_what_a_body_stands_on_is_ground_on_the_masters_other_layouts_too() -> None:
    """A pale emblem behind all text: where a layout has no body it is no more in the way than where it has one."""
    text = drawn(TITLE, BODY, obstacles=(), shapes=(MARK,))
    text = replace(text, layout=replace(text.layout, grounds=(MARK.box,)))
    logo = holder("pic", 9, (2, 90, 10, 8)).box
    bare = drawn(TITLE, name="Endast rubrik", obstacles=(MARK.box, logo), shapes=(MARK,))
    assert [item.layout.obstacles for item in on_shared_ground([text, bare])] == [(), (logo,)]
    assert on_shared_ground([bare]) == [bare]


def test_an_object_under_a_layouts_own_body_is_its_ground() -> None:
    body = read(plain()).layout
    large = max((item.box for item in body.placeholders if item.type not in TITLES), key=lambda item: item.area)
    found = read(with_shapes(box(large.x, large.y, large.w, large.h * 3 // 4, fill=RED)))
    assert any(large.intersection(one).area > 0.5 * large.area for one in found.layout.grounds)


def test_words_on_a_restless_picture_stand_on_a_veil_of_it() -> None:
    found = read_template(package_bytes(odd_templates.waves()))
    for kind, role in (("content", "body"), ("object", "object")):
        plate = found.roles[kind].spots[role].plate
        assert plate is not None and plate.name == "bg1" and plate.alpha < 100_000, kind
    assert found.roles["content"].spots["title"].plate is None, "large words, few of them"


def test_a_plate_under_a_title_is_as_high_as_its_lines() -> None:
    found = read_template(package_bytes(odd_templates.photograph()))
    for name, spot in found.roles["title"].spots.items():
        if spot.plate is not None and spot.placeholder is not None and name in ("title", "subtitle"):
            assert spot.box.h <= lines_box(spot.placeholder.box, spot.style, 2).h + pt(20)
    assert found.roles["title"].spots["title"].plate is not None


def test_a_bar_painted_at_the_head_is_in_the_way() -> None:
    found = read_template(package_bytes(odd_templates.dark_head()))
    layout = found.roles["title-only"].layout
    bar = next(box for box in layout.obstacles if box.y == 0 and box.w == found.size[0])
    assert abs(bar.h - 0.2 * found.size[1]) <= 0.02 * found.size[1]
    assert not found.roles["title-only"].spots["object"].box.overlaps(bar, 6_350)


PALE = '<a:solidFill><a:srgbClr val="FCFCFC"/></a:solidFill>'


@pytest.mark.parametrize(("fill", "wide", "card"), [(PALE, False, True), ("<a:noFill/>", False, False), (PALE, True, False)])
def test_what_a_body_stands_on_is_a_card_however_pale(fill: str, wide: bool, card: bool) -> None:
    body = max((item.box for item in read(plain()).layout.placeholders if item.type not in TITLES), key=lambda item: item.area)
    at = (0, body.y, SLIDE[0], body.h) if wide else (body.x, body.y, body.w, body.h)
    found = read(with_shapes(box(*at, fill=fill))).layout
    assert (Box(*at) in found.cards) == card
    assert not found.panels, "words may cross its edge"


def test_a_field_that_a_place_stands_on_is_no_part_of_it_in_its_way() -> None:
    """A step in the ground's own colour over the edge of a dark field: half of it stands out, and the subtitle stands on all."""
    red = (
        '<p:sp><p:nvSpPr><p:cNvPr id="98" name="Falt"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="5200000" cy="6858000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
        '<a:srgbClr val="B3261E"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )
    step = red.replace('id="98"', 'id="99"').replace('x="0" y="0"', 'x="600000" y="400000"').replace("Falt", "Steg")
    step = step.replace('cx="5200000" cy="6858000"', 'cx="11200000" cy="1000000"').replace("<p:sp>", '<p:sp useBgFill="1">')
    step = re.sub("<a:solidFill>.*?</a:solidFill>", "", step)

    def change(_name: str, text: str) -> str:
        if 'name="Rubrik och objekt"' not in text:
            return text
        return re.sub(r"(<p:grpSpPr/>|</p:grpSpPr>)", lambda found: found[0] + red + step, text, count=1)

    role = read_template(package_bytes(odd_templates.each(change))).roles["object"]
    title = role.spots["title"]
    assert title.placeholder is not None and title.box.x == title.placeholder.box.x
    assert Box(600_000, 400_000, 11_200_000, 1_000_000) in role.layout.obstacles


def test_a_ribbon_with_words_takes_its_own_corner_and_not_its_upright_box() -> None:
    ribbon = (
        '<p:sp><p:nvSpPr><p:cNvPr id="99" name="Band"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm rot="-2700000">'
        '<a:off x="-1116000" y="324000"/><a:ext cx="3456000" cy="396000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        '</a:prstGeom><a:solidFill><a:srgbClr val="C8102E"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr><p:txBody>'
        '<a:bodyPr/><a:p><a:r><a:rPr lang="cs-CZ" sz="1200"/><a:t>Ribbon</a:t></a:r></a:p></p:txBody></p:sp>'
    )

    def change(_name: str, text: str) -> str:
        if 'name="Rubrik och objekt"' not in text:
            return text
        return re.sub(r"(<p:grpSpPr/>|</p:grpSpPr>)", lambda found: found[0] + ribbon, text, count=1)

    obstacles = read_template(package_bytes(odd_templates.each(change))).roles["object"].layout.obstacles
    corner = [box for box in obstacles if box.x < 1_900_000 and box.bottom < 1_900_000]
    assert len(corner) > 2 and not any(box.contains(Box(1_200_000, 1_200_000, 100_000, 100_000)) for box in corner)
