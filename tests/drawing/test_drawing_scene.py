"""A slide as it shows: boxes through all groups, bounds on strangers."""

from __future__ import annotations

import pytest
from drawing_made import LAYOUT, MASTER, OFFICE, SLIDE, SOLID, TITLE, body, free, off, only, package, red, shape, sheet, shown

from deck.drawing import scene
from deck.geometry import Box
from deck.package import Relationship


def group(inner: str, outer: tuple[int, int, int, int], child: tuple[int, int, int, int], fill: str = "") -> str:
    x, y, w, h = outer
    cx, cy, cw, ch = child
    return (
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="5" name="Grupp"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
        f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/><a:chOff x="{cx}" y="{cy}"/>'
        f'<a:chExt cx="{cw}" cy="{ch}"/></a:xfrm>'
        f"{fill}</p:grpSpPr>{inner}</p:grpSp>"
    )


def test_boxes_through_groups_within_groups() -> None:
    inner = group(shape(props=off(150, 150, 20, 40)), (10, 10, 50, 50), (100, 100, 100, 100))
    found = only(package(group(inner, (1000, 2000, 400, 200), (0, 0, 100, 100))))
    (middle,) = found.children
    (leaf,) = middle.children
    assert found.box == Box(1000, 2000, 400, 200)
    assert middle.box == Box(1040, 2020, 200, 100)
    assert leaf.box == Box(1140, 2070, 40, 40)
    assert leaf.path == (0, 0, 0)


def test_a_group_without_inner_size_leaves_its_children_where_they_are() -> None:
    found = only(package(group(shape(props=off(7, 8, 9, 10)), (1000, 2000, 400, 200), (0, 0, 0, 0))))
    assert found.children[0].box == Box(7, 8, 9, 10)


def test_a_groups_fill_is_its_childrens() -> None:
    inner = group(shape(props="<a:grpFill/>"), (0, 0, 9, 9), (0, 0, 9, 9), "<a:grpFill/>")
    found = only(package(group(inner + shape(), (0, 0, 9, 9), (0, 0, 9, 9), SOLID.format("accent4"))))
    assert found.children[0].children[0].fill.colors == ("FFC000",)
    assert found.children[1].fill.kind == "none"


@pytest.mark.parametrize("depth", [50, 80, 3000])
def test_deep_groups_end_somewhere(depth: int) -> None:
    """Beyond the bound, or beyond what the parser reads, there is less to see; there is never an exception."""
    xml = shape("Botten")
    for _ in range(depth):
        xml = group(xml, (0, 0, 9, 9), (0, 0, 9, 9))
    found, deep = shown(package(xml)), 0
    here = found.own
    while here:
        deep, here = deep + 1, here[0].children
    assert deep <= 62
    if depth == 50:
        assert deep == 51


# --- strangers ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", [SLIDE, LAYOUT, MASTER, "ppt/theme/theme1.xml", "ppt/presentation.xml"])
@pytest.mark.parametrize("data", [b"", b"<a><", b"<a/>", b"\xff\xfe", None])
def test_broken_parts_show_less_and_raise_nothing(part: str, data: bytes | None) -> None:
    made = package(shape("R", TITLE, body=body()), shape("R", TITLE, off(1, 2, 3, 4)), shape("R", TITLE)).replace({part: data})
    found = scene(made, SLIDE)
    assert (found.own == ()) == (part == SLIDE)


def test_sheets_that_lead_to_themselves() -> None:
    made = package(shape("R", TITLE, body=body()))
    loop = made.replace(rels={SLIDE: (Relationship("rId1", f"{OFFICE}/slideLayout", SLIDE),)})
    assert len(scene(loop, SLIDE).own) == 1
    around = made.replace(
        parts={MASTER: sheet("sldLayout")}, rels={MASTER: (Relationship("rId1", f"{OFFICE}/slideMaster", LAYOUT),)}
    )
    assert len(scene(around, SLIDE).own) == 1


@pytest.mark.parametrize("value", ["", "NaN", "1e400", "-99999999999999999999", "två", "0x10", "50%", "12.7"])
def test_numbers_that_are_none(value: str) -> None:
    props = (
        f'<a:xfrm rot="{value}"><a:off x="{value}" y="0"/><a:ext cx="{value}" cy="9"/></a:xfrm><a:ln w="{value}">{red()}</a:ln>'
    )
    words = body(
        props=f'lIns="{value}" numCol="{value}"', para=f'<a:pPr lvl="{value}" marL="{value}"/>', run=f'<a:rPr sz="{value}"/>'
    )
    found = only(package(shape(props=props, body=words)))
    assert found.text is not None
    assert 1 <= found.text.paragraphs[0].runs[0].size_pt <= 4000
    assert 1 <= found.text.style.columns <= 16
    assert 0 <= found.text.paragraphs[0].level <= 8
    assert abs(found.box.x) <= 27_273_042_316_900


def test_a_choice_that_we_can_read_is_taken_once() -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = (
        f'<mc:AlternateContent {mc}><mc:Choice Requires="p14">{shape("Ny")}</mc:Choice><mc:Fallback>'
        f"{shape('Gammal')}</mc:Fallback></mc:AlternateContent>"
    )
    assert [item.name for item in shown(package(both)).own] == ["Ny"]


def test_lines_that_are_broken_and_paths_that_are_open() -> None:
    steps = '<a:moveTo><a:pt x="0" y="0"/></a:moveTo><a:lnTo><a:pt x="100" y="100"/></a:lnTo>'
    line = f'<a:ln w="9525">{SOLID.format("accent1")}<a:prstDash val="dash"/></a:ln>'
    found = only(package(shape(props=free(steps, line))))
    assert found.open_path and found.line_dash == "dash"
    assert only(package(shape(props=free(steps, line.replace('"dash"', '"solid"'))))).line_dash == ""


def _group_of_one(turn: str) -> str:
    frame = '<a:off x="0" y="0"/><a:ext cx="4000" cy="2000"/><a:chOff x="0" y="0"/><a:chExt cx="4000" cy="2000"/>'
    inner = shape(props='<a:xfrm><a:off x="0" y="0"/><a:ext cx="1000" cy="500"/></a:xfrm>')
    return (
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="9" name="g"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr><a:xfrm {turn}>{frame}</a:xfrm></p:grpSpPr>{inner}</p:grpSp>"
    )


@pytest.mark.parametrize(
    ("turn", "middle", "rotation"),
    [
        ("", (500, 250), 0),
        ('rot="5400000"', (2750, -500), 5_400_000),
        ('rot="10800000"', (3500, 1750), 10_800_000),
        ('flipH="1"', (3500, 250), 0),
        ('flipV="1" rot="10800000"', (3500, 250), 10_800_000),
    ],
)
def test_what_is_in_a_turned_group_is_turned_with_it(turn: str, middle: tuple[int, int], rotation: int) -> None:
    inner = only(package(_group_of_one(turn))).children[0]
    assert (inner.box.x + inner.box.w // 2, inner.box.y + inner.box.h // 2) == middle
    assert inner.rotation == rotation


def test_a_shape_may_show_the_slides_background() -> None:
    found = only(package(shape().replace("<p:sp>", '<p:sp useBgFill="1">', 1)))
    assert found.backdrop and found.fill.kind == "solid" and found.fill.colors == ("FFFFFF",)
