"""What a slide shows: every look inherited from where PowerPoint inherits it, boxes through all groups, bounds on strangers."""

from __future__ import annotations

import io

import pytest
from drawing_made import LAYOUT, MASTER, OFFICE, SLIDE, body, off, only, package, shape, sheet, shown, theme
from PIL import Image

from deck.drawing import Insets, Paint, scene
from deck.geometry import Box
from deck.package import Relationship

TITLE = 'type="title"'
SOLID = '<a:solidFill><a:schemeClr val="{0}"/></a:solidFill>'
STYLES = (
    '<p:titleStyle><a:lvl1pPr algn="ctr"><a:defRPr sz="4400" b="1"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill>'
    '<a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle>'
    '<p:bodyStyle><a:lvl1pPr marL="228600" indent="-228600"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc>'
    '<a:spcBef><a:spcPts val="1000"/></a:spcBef><a:buChar char="•"/><a:defRPr sz="2800"/></a:lvl1pPr>'
    '<a:lvl2pPr marL="685800"><a:buChar char="–"/><a:defRPr sz="2400"/></a:lvl2pPr></p:bodyStyle>'
)


def level(size: int = 0, more: str = "", run: str = "", n: int = 1) -> str:
    at = f'sz="{size}"' if size else ""
    return f"<a:lvl{n}pPr {more}><a:defRPr {at}>{run}</a:defRPr></a:lvl{n}pPr>"


def red(name: str = "FF0000") -> str:
    return f'<a:solidFill><a:srgbClr val="{name}"/></a:solidFill>'


# --- text ----------------------------------------------------------------------------------------------------------------------


def title(slide: str = "", layout: str = "", master: str = "", *, run: str = "", para: str = "", styles: str = STYLES):
    """The look of a title's first run: list styles on slide, layout and master."""
    made = package(
        shape("Rubrik", TITLE, body=body(levels=slide, run=run, para=para)),
        shape("Rubrik", TITLE, body=body(levels=layout)),
        shape("Rubrik", TITLE, body=body(levels=master)),
        styles=styles,
    )
    found = only(made).text
    assert found is not None
    return found.paragraphs[0]


@pytest.mark.parametrize(
    ("where", "size"),
    [
        ({}, 44.0),
        ({"master": level(4000)}, 40.0),
        ({"master": level(4000), "layout": level(3600)}, 36.0),
        ({"master": level(4000), "layout": level(3600), "slide": level(3200)}, 32.0),
        ({"layout": level(3600), "run": '<a:rPr sz="2000"/>'}, 20.0),
        ({"layout": level(3600), "para": '<a:pPr><a:defRPr sz="3000"/></a:pPr>'}, 30.0),
        ({"styles": ""}, 18.0),
        ({"master": level(3000, n=2)}, 44.0),
    ],
)
def test_a_size_is_that_of_the_nearest_who_says_one(where: dict[str, str], size: float) -> None:
    assert title(**where).runs[0].size_pt == size


def test_each_property_is_inherited_on_its_own() -> None:
    found = title(master=level(0, 'algn="r"'), layout=level(0, "", red()), slide=level(3600))
    run, style = found.runs[0], found.style
    assert (run.size_pt, run.color, run.bold, run.font, style.align) == (36.0, "FF0000", True, "Georgia", "r")


def test_bullets_margins_and_spacing_by_level() -> None:
    two = '<a:p><a:pPr lvl="1"/><a:r><a:t>två</a:t></a:r></a:p><a:p><a:pPr><a:buNone/></a:pPr><a:r><a:t>tre</a:t></a:r></a:p>'
    numbered = '<a:p><a:pPr><a:buAutoNum type="arabicPeriod"/></a:pPr><a:r><a:t>fyra</a:t></a:r></a:p>'
    made = package(
        shape("Text", 'idx="1"', body=body() + two + numbered),
        shape("Text", 'idx="1"', body=body()),
        shape("Text", 'type="body" idx="1"', body=body()),
        styles=STYLES,
    )
    text = only(made).text
    assert text is not None
    one, second, none, number = text.paragraphs
    assert (one.list, one.style.bullet, one.style.margin_left, one.style.indent) == ("bullet", "•", 228_600, -228_600)
    assert (one.style.line_spacing, one.style.space_before_pt, one.runs[0].size_pt) == (0.9, 10.0, 28.0)
    assert (second.level, second.style.bullet, second.style.margin_left, second.runs[0].size_pt) == (1, "–", 685_800, 24.0)
    assert (none.list, none.style.bullet) == ("none", "")
    assert number.list == "number"


def test_a_text_box_takes_after_the_presentation_and_not_the_master() -> None:
    made = package(shape(body=body()), styles=STYLES, default_text=level(1600, "", SOLID.format("accent1")))
    text = only(made).text
    assert text is not None
    assert (text.paragraphs[0].runs[0].size_pt, text.paragraphs[0].runs[0].color) == (16.0, "4472C4")


@pytest.mark.parametrize(
    ("slide", "layout", "insets"),
    [
        ("", "", Insets()),
        ("", 'lIns="0" bIns="10"', Insets(0, 45_720, 91_440, 10)),
        ('lIns="5"', 'lIns="0" bIns="10"', Insets(5, 45_720, 91_440, 10)),
    ],
)
def test_insets_by_attribute(slide: str, layout: str, insets: Insets) -> None:
    made = package(
        shape("R", TITLE, body=body(props=slide)),
        shape("R", TITLE, body=body(props=layout)),
        shape("R", TITLE, body=body(props='anchor="ctr"')),
    )
    text = only(made).text
    assert text is not None
    assert (text.style.insets, text.style.anchor) == (insets, "ctr")


@pytest.mark.parametrize(
    ("slide", "layout", "expected"),
    [
        ("", "", ("none", 1.0, 0.0)),
        ('<a:normAutofit fontScale="92500" lnSpcReduction="10000"/>', "", ("norm", 0.925, 0.1)),
        ('<a:normAutofit fontScale="92.5%" lnSpcReduction="10%"/>', "", ("norm", 0.925, 0.1)),
        ("<a:normAutofit/>", '<a:normAutofit fontScale="50000"/>', ("norm", 1.0, 0.0)),
        ("", '<a:normAutofit fontScale="50000"/>', ("norm", 0.5, 0.0)),
        ("<a:noAutofit/>", "<a:normAutofit/>", ("none", 1.0, 0.0)),
        ("<a:spAutoFit/>", "<a:normAutofit/>", ("shape", 1.0, 0.0)),
        ('<a:normAutofit fontScale="-5"/>', "", ("norm", 0.1, 0.0)),
        ('<a:normAutofit fontScale="900000" lnSpcReduction="900000"/>', "", ("norm", 1.0, 0.9)),
    ],
)
def test_autofit_as_the_file_stores_it(slide: str, layout: str, expected: tuple[str, float, float]) -> None:
    def holder(fit: str) -> str:
        return f"<a:bodyPr>{fit}</a:bodyPr><a:p><a:r><a:t>Ord</a:t></a:r></a:p>"

    text = only(package(shape("R", TITLE, body=holder(slide)), shape("R", TITLE, body=holder(layout)))).text
    assert text is not None
    assert (text.style.autofit, text.style.font_scale, pytest.approx(text.style.line_reduction)) == expected


def test_a_link_has_the_themes_colour_unless_it_keeps_its_own() -> None:
    keep = (
        '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr'
        ' xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
    )
    rel = (Relationship("rId9", f"{OFFICE}/hyperlink", "https://example.se", True),)
    for more, color in (("", "0563C1"), (keep, "FF0000")):
        run = f'<a:rPr>{red()}<a:hlinkClick r:id="rId9">{more}</a:hlinkClick></a:rPr>'
        text = only(package(shape(body=body(run=run)), slide_rels=rel)).text
        assert text is not None
        assert (text.paragraphs[0].runs[0].color, text.paragraphs[0].runs[0].link) == (color, "https://example.se")


def test_a_styles_font_colour_is_for_text_that_says_none() -> None:
    style = '<a:fontRef idx="minor"><a:schemeClr val="lt1"/></a:fontRef>'
    plain = only(package(shape(body=body(), style=style), default_text=level(1800, "", SOLID.format("tx1"))))
    own = only(package(shape(body=body(run=f"<a:rPr>{red()}</a:rPr>"), style=style)))
    assert plain.text is not None
    assert own.text is not None
    assert plain.text.paragraphs[0].runs[0].color == "FFFFFF"
    assert own.text.paragraphs[0].runs[0].color == "FF0000"


# --- colour maps and themes ----------------------------------------------------------------------------------------------------

DARK = (
    '<p:clrMapOvr><a:overrideClrMapping bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" accent1="accent2" accent2="accent2" accent3="accent3"'
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


# --- placeholders --------------------------------------------------------------------------------------------------------------


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


# --- fills and backgrounds -----------------------------------------------------------------------------------------------------


def picture(color: tuple[int, int, int]) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 40), color).save(out, "PNG")
    return out.getvalue()


GRADIENT = (
    '<a:gradFill><a:gsLst><a:gs pos="0"><a:schemeClr val="accent1"/></a:gs><a:gs pos="100000"><a:srgbClr val="FFFFFF">'
    '<a:alpha val="50000"/></a:srgbClr></a:gs></a:gsLst></a:gradFill>'
)


@pytest.mark.parametrize(
    ("fill", "paint"),
    [
        ("<a:noFill/>", Paint()),
        (SOLID.format("accent1"), Paint("solid", ("4472C4",))),
        (GRADIENT, Paint("gradient", ("4472C4", "FFFFFF"), 0.5)),
        (
            '<a:pattFill prst="dkUpDiag"><a:fgClr><a:srgbClr val="FF0000"/></a:fgClr><a:bgClr><a:schemeClr val="bg1"/></a:bgClr></a:pattFill>',
            Paint("pattern", ("FF0000", "FFFFFF")),
        ),
        ('<a:blipFill><a:blip r:embed="rId8"/></a:blipFill>', Paint("picture", ("0A5A8C",), 1.0, "ppt/media/image1.png")),
        (
            '<a:blipFill><a:blip r:embed="rId8"><a:alphaModFix amt="30000"/></a:blip></a:blipFill>',
            Paint("picture", ("0A5A8C",), 0.3, "ppt/media/image1.png"),
        ),
        ('<a:blipFill><a:blip r:embed="rIdGone"/></a:blipFill>', Paint("unknown")),
        ('<a:blipFill><a:blip r:link="rId8"/></a:blipFill>', Paint("unknown")),
    ],
)
def test_fills(fill: str, paint: Paint) -> None:
    rel = (Relationship("rId8", f"{OFFICE}/image", "ppt/media/image1.png"),)
    parts = {"ppt/media/image1.png": picture((0x0A, 0x5A, 0x8C))}
    assert only(package(shape(props=fill), slide_rels=rel, parts=parts)).fill == paint


def test_style_references_count_the_themes_lists() -> None:
    ph = '<a:solidFill><a:schemeClr val="phClr"><a:shade val="50000"/></a:schemeClr></a:solidFill>'
    made_theme = theme(
        fills=SOLID.format("phClr") + ph, lines=f'<a:ln w="6350">{SOLID.format("phClr")}</a:ln><a:ln w="19050">{ph}</a:ln>'
    )
    style = '<a:lnRef idx="2"><a:srgbClr val="4F81BD"/></a:lnRef><a:fillRef idx="1"><a:schemeClr val="accent6"/></a:fillRef>'
    found = only(package(shape(style=style), theme_xml=made_theme))
    assert (found.fill.colors, found.line.colors, found.line_width) == (("70AD47",), ("385D8A",), 19_050)
    none = only(package(shape(style=style.replace('idx="2"', 'idx="0"').replace('idx="1"', 'idx="99"')), theme_xml=made_theme))
    assert (none.fill.kind, none.line.kind) == ("none", "none")


def bg(fill: str) -> str:
    return f"<p:bg><p:bgPr>{fill}</p:bgPr></p:bg>"


def test_the_nearest_background_shows() -> None:
    one, two, three = (SOLID.format(name) for name in ("accent1", "accent2", "accent3"))
    assert shown(package(slide_bg=bg(one), layout_bg=bg(two), master_bg=bg(three))).background.colors == ("4472C4",)
    assert shown(package(layout_bg=bg(two), master_bg=bg(three))).background.colors == ("ED7D31",)
    assert shown(package(master_bg=bg(three))).background.colors == ("A5A5A5",)
    assert shown(package()).background == Paint("solid", ("FFFFFF",))


def test_a_layouts_picture_is_looked_up_where_the_layout_says() -> None:
    """The same id means another picture on the slide."""
    here, there = (Relationship("rId8", f"{OFFICE}/image", f"ppt/media/image{n}.png") for n in (1, 2))
    parts = {"ppt/media/image1.png": picture((255, 0, 0)), "ppt/media/image2.png": picture((0, 0, 255))}
    blip = '<a:blipFill><a:blip r:embed="rId8"/></a:blipFill>'
    made = package(
        shape("P", 'idx="7"'),
        shape("P", 'idx="7"', blip),
        layout_bg=bg(blip),
        slide_rels=(here,),
        layout_rels=(there,),
        parts=parts,
    )
    assert shown(made).background.part == "ppt/media/image2.png"
    assert only(made).fill.part == "ppt/media/image2.png"


def test_a_background_reference_takes_the_themes_own() -> None:
    made_theme = theme(backgrounds=SOLID.format("phClr") + GRADIENT)
    found = shown(package(master_bg='<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg2"/></p:bgRef></p:bg>', theme_xml=made_theme))
    assert found.background == Paint("solid", ("E7E6E6",))
    second = shown(package(master_bg='<p:bg><p:bgRef idx="1002"><a:schemeClr val="bg2"/></p:bgRef></p:bg>', theme_xml=made_theme))
    assert second.background.kind == "gradient"


# --- groups --------------------------------------------------------------------------------------------------------------------


def group(inner: str, outer: tuple[int, int, int, int], child: tuple[int, int, int, int], fill: str = "") -> str:
    x, y, w, h = outer
    cx, cy, cw, ch = child
    return (
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="5" name="Grupp"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
        f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/><a:chOff x="{cx}" y="{cy}"/><a:chExt cx="{cw}" cy="{ch}"/></a:xfrm>'
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


# --- strangers -----------------------------------------------------------------------------------------------------------------


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
    both = f'<mc:AlternateContent {mc}><mc:Choice Requires="p14">{shape("Ny")}</mc:Choice><mc:Fallback>{shape("Gammal")}</mc:Fallback></mc:AlternateContent>'
    assert [item.name for item in shown(package(both)).own] == ["Ny"]
