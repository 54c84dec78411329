"""What a sheet inherits: the colour map in force, the theme, and which placeholder above each takes after."""

from __future__ import annotations

import pytest
from drawing_made import OFFICE, SOLID, TITLE, body, off, only, package, red, shape, shown, theme

from deck.drawing import Paint
from deck.geometry import Box
from deck.package import Relationship

DARK = (
    '<p:clrMapOvr><a:overrideClrMapping bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" accent1="accent2" '
    'accent2="accent2" accent3="accent3"'
    ' accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/></p:clrMapOvr>'
)
AS_MASTER = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"


@pytest.mark.parametrize(
    ("slide", "layout", "text", "ground"),
    [
        ("", "", "000000", "FFFFFF"),
        (DARK, "", "FFFFFF", "000000"),
        (AS_MASTER, DARK, "FFFFFF", "000000"),
        (AS_MASTER, AS_MASTER, "000000", "FFFFFF"),
    ],
)
def test_colour_maps_and_their_overrides(slide: str, layout: str, text: str, ground: str) -> None:
    bg = f"<p:bg><p:bgPr>{SOLID.format('bg1')}</p:bgPr></p:bg>"
    found = shown(package(shape(body=body()), slide_after=slide, layout_after=layout, master_bg=bg))
    assert found.background == Paint("solid", (ground,))
    assert found.own[0].text is not None
    assert found.own[0].text.paragraphs[0].runs[0].color == text


def test_the_masters_decorations_follow_the_slides_map() -> None:
    made = package(slide_after=DARK, master=shape(props=SOLID.format("accent1")))
    assert shown(made).shapes[0].fill.colors == ("ED7D31",)
    assert shown(made).shapes[0].origin == "master"


def test_a_theme_override_holds_for_its_layout() -> None:
    override = theme({"accent1": "112233"}).replace("<a:themeElements>", "", 1).encode()
    override = override.replace(b"a:theme ", b"a:themeOverride ", 1).replace(
        b"</a:themeElements></a:theme>", b"</a:themeOverride>"
    )
    made = package(
        shape(props=SOLID.format("accent1")),
        parts={"ppt/theme/themeOverride1.xml": override},
        layout_rels=(Relationship("rId5", f"{OFFICE}/themeOverride", "ppt/theme/themeOverride1.xml"),),
    )
    assert only(made).fill.colors == ("112233",)


def test_a_placeholder_takes_box_fill_line_and_shape_from_above() -> None:
    line = f'<a:ln w="25400">{red()}</a:ln>'
    look = (
        off(10, 20, 300, 400, 'rot="600000"')
        + '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
        + SOLID.format("accent2")
        + line
    )
    found = only(package(shape("T", 'type="pic" idx="7"'), shape("T", 'type="pic" idx="7"', look)))
    assert (found.box, found.rotation, found.geometry) == (Box(10, 20, 300, 400), 600_000, "ellipse")
    assert (found.fill.colors, found.line.colors, found.line_width) == (("ED7D31",), ("FF0000",), 25_400)


def test_its_own_looks_win_and_no_fill_is_a_fill() -> None:
    above = off(10, 20, 300, 400) + '<a:prstGeom prst="ellipse"/>' + SOLID.format("accent2") + f"<a:ln>{red()}</a:ln>"
    own = off(1, 2, 3, 4) + '<a:prstGeom prst="roundRect"/><a:noFill/><a:ln><a:noFill/></a:ln>'
    found = only(package(shape("T", 'idx="7"', own), shape("T", 'idx="7"', above)))
    assert (found.box, found.geometry, found.fill.kind, found.line.kind) == (Box(1, 2, 3, 4), "roundRect", "none", "none")


@pytest.mark.parametrize(
    ("ph", "x"),
    [
        (TITLE, 1),
        ('type="ctrTitle"', 1),
        ('idx="10"', 2),
        ('type="body" idx="11"', 3),
        ('type="pic" idx="11"', 4),
        ('type="sldNum" idx="99"', 5),
        ('type="ftr"', 6),
        ('idx="77"', 0),
    ],
)
def test_which_placeholder_is_taken_after(ph: str, x: int) -> None:
    """By type for titles and footers, by idx for the rest; of two with one idx that of the same type."""
    layout = (
        shape("a", TITLE, off(1, 0, 9, 9))
        + shape("b", 'idx="10"', off(2, 0, 9, 9))
        + shape("c", 'type="body" idx="11"', off(3, 0, 9, 9))
        + shape("d", 'type="pic" idx="11"', off(4, 0, 9, 9))
        + shape("e", 'type="sldNum" idx="12"', off(5, 0, 9, 9))
    )
    master = shape("f", 'type="ftr" idx="3"', off(6, 0, 9, 9))
    found = only(package(shape("x", ph), layout + shape("f", 'type="ftr" idx="13"'), master))
    assert found.box.x == (x or 2)


def test_empty_placeholders_above_do_not_show_but_decorations_do() -> None:
    made = package(shape("S"), shape("Platshållare", TITLE) + shape("Linje"), shape("Logotyp"))
    assert [(item.origin, item.name) for item in shown(made).shapes] == [
        ("master", "Logotyp"),
        ("layout", "Linje"),
        ("slide", "S"),
    ]


@pytest.mark.parametrize(
    ("slide", "layout", "names"),
    [("", "", ["M", "L"]), ('showMasterSp="0"', "", []), ("", 'showMasterSp="0"', ["L"]), ('showMasterSp="1"', "", ["M", "L"])],
)
def test_decorations_may_be_hidden(slide: str, layout: str, names: list[str]) -> None:
    made = package("", shape("L"), shape("M"), slide_attributes=slide, layout_attributes=layout)
    assert [item.name for item in shown(made).shapes] == names
