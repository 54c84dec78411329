"""What is placed on a slide as shapes: ids, words for those who do not see, links on the whole card."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from deck.drawing.names import NSMAP, qn
from deck.geometry import Box
from deck.layout.model import Arc, Freeform, Furniture, PlacedGroup, PlacedPicture, PlacedShape, PlacedText, Stroke, circle
from deck.pptx.identity import guid
from deck.pptx.shapes import (
    WritingSlide,
    drawn_shape,
    frame,
    frames_numeral,
    furniture_shape,
    group_shape,
    ph_xml,
    picture_shape,
    text_shape,
    xfrm,
)
from deck.presentation import Diagram, Link, Media, Paragraph, Picture, Run, paragraph
from deck.template.model import Placeholder, TextLevel, TextStyle, ThemeColor

HEAD = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NSMAP.items())
STYLE = TextStyle((TextLevel("Arial", 18),) * 9)


def tree(xml: str) -> etree._Element:
    return etree.fromstring(f"<x{HEAD}>{xml}</x>")[0]


def shape(**more: Any) -> etree._Element:
    sheet = more.pop("sheet", None) or WritingSlide("s", "sv-SE")
    fields: dict[str, Any] = {"key": "step:a:title", "name": 'Plan & "mål"', "geometry": "rect", "box": Box(1, 2, 3, 4), **more}
    return tree(drawn_shape(sheet, PlacedShape(**fields), "slot"))


def first(root: etree._Element, name: str) -> Any:
    return next(root.iter(qn(name)), None)


def test_a_drawn_shape_bears_its_name_and_its_id_for_life() -> None:
    root = shape(paragraphs=(paragraph("x"),))
    props = first(root, "p:cNvPr")
    assert props.get("name") == 'Plan & "mål" (step:a:title)'
    assert next(root.iter(f"{{{NSMAP['a16']}}}creationId")).get("id") == guid("s", "slot", "step:a:title")


@pytest.mark.parametrize(
    ("more", "decorative"), [({}, True), ({"paragraphs": (paragraph("x"),)}, False), ({"alt": "En pil"}, False)]
)
def test_what_says_nothing_is_decorative(more: dict[str, Any], decorative: bool) -> None:
    root = shape(**more)
    assert (next(root.iter(f"{{{NSMAP['adec']}}}decorative"), None) is not None) == decorative
    assert first(root, "p:cNvPr").get("descr") == more.get("alt")


def test_a_path_its_line_and_its_fill() -> None:
    root = shape(
        geometry=Freeform((((0, 0), (3, 0), (3, 4)),)), fill=ThemeColor("accent1"), line=Stroke(ThemeColor("tx1"), 9525, "dash")
    )
    assert [(pt.get("x"), pt.get("y")) for pt in root.iter(qn("a:pt"))] == [("0", "0"), ("3", "0"), ("3", "4")]
    assert (first(root, "a:path").get("w"), first(root, "a:path").get("h")) == ("3", "4")
    assert first(root, "a:ln").get("w") == "9525" and first(root, "a:prstDash").get("val") == "dash"
    assert [item.get("val") for item in root.iter(qn("a:schemeClr"))] == ["accent1", "tx1"]


def test_many_circles_are_one_shape() -> None:
    root = shape(geometry=Freeform((circle(10, 10, 5), circle(30, 10, 5))), fill=ThemeColor("accent1"))
    path = first(root, "a:path")
    assert [etree.QName(step).localname for step in path] == ["moveTo", "arcTo", "arcTo", "close"] * 2
    assert [(step.get("wR"), step.get("stAng"), step.get("swAng")) for step in path.iter(qn("a:arcTo"))] == [
        ("5", "10800000", "10800000"),
        ("5", "0", "10800000"),
    ] * 2


def test_an_open_path_is_a_line() -> None:
    root = shape(geometry=Freeform((((0, 0), Arc(3, 4, 0, 5_400_000)),), open=True), line=Stroke(ThemeColor("tx1"), 9525))
    assert first(root, "a:path").get("fill") == "none" and first(root, "a:close") is None


def test_a_line_is_a_connector() -> None:
    root = shape(geometry="line", box=Box(5, 6, 70, 0), line=Stroke(ThemeColor("accent1"), 19_050, "dash"), flip_v=True)
    assert etree.QName(root).localname == "cxnSp" and first(root, "p:cNvCxnSpPr") is not None
    assert first(root, "a:xfrm").get("flipV") == "1" and first(root, "p:txBody") is None
    assert first(root, "a:prstGeom").get("prst") == "line" and first(root, "a:prstDash").get("val") == "dash"


@pytest.mark.parametrize("whole", [True, False])
def test_a_cards_link_is_on_the_whole_of_it(whole: bool) -> None:
    sheet = WritingSlide("s", "sv-SE")
    root = shape(sheet=sheet, paragraphs=(Paragraph((Run("x", link=Link(slide="b")),)),), whole_link=whole)
    assert (first(first(root, "p:cNvPr"), "a:hlinkClick") is not None) == whole
    assert (first(first(root, "a:r"), "a:hlinkClick") is not None) != whole
    assert sheet.links == {Link(slide="b"): "rIdL1"}


def test_a_sheets_ids_are_its_own_and_a_link_is_asked_for_once() -> None:
    sheet = WritingSlide("s", "sv-SE", link_color=False)
    assert [sheet.next_id() for _ in range(3)] == [2, 3, 4]
    one, again = sheet.link(Link(url="https://a.se")), sheet.link(Link(url="https://a.se"))
    assert one == again and one[0] == "rIdL1" and "hlinkClr" in one[2]
    assert sheet.link(Link(slide="x"))[:2] == ("rIdL2", "ppaction://hlinksldjump")
    assert WritingSlide("s", "sv").link(Link(slide="x"))[2] == ""


@pytest.mark.parametrize(
    ("kind", "idx", "sized", "xml"),
    [
        ("title", 0, False, '<p:ph type="title"/>'),
        ("obj", 1, False, '<p:ph idx="1"/>'),
        ("ftr", 11, True, '<p:ph type="ftr" sz="quarter" idx="11"/>'),
    ],
)
def test_a_placeholder_is_named_as_the_layout_has_it(kind: str, idx: int, sized: bool, xml: str) -> None:
    assert ph_xml(Placeholder(kind, idx, "x", Box(0, 0, 1, 1), STYLE), sized) == xml


def test_transforms() -> None:
    assert xfrm(Box(1, 2, 3, 4), rotation=60_000) == '<a:xfrm rot="60000"><a:off x="1" y="2"/><a:ext cx="3" cy="4"/></a:xfrm>'
    assert xfrm(Box(1, 2, 3, 4), "p:xfrm").startswith("<p:xfrm><a:off")


def test_a_group_has_one_text_for_all_and_inner_and_outer_alike() -> None:
    inner = PlacedShape("a", "b", "rect", Box(5, 5, 5, 5))
    root = tree(
        group_shape(
            WritingSlide("s", "sv-SE"),
            PlacedGroup("g", "g", Box(1, 2, 3, 4), Diagram("cards", (), ""), (inner,), "Kort"),
            "object",
        )
    )
    assert (first(root, "p:cNvPr").get("descr"), first(root, "p:cNvPr").get("name")) == ("Kort", "Kort (g)")
    move = first(root, "a:xfrm")
    assert dict(move[0].attrib) == dict(move[2].attrib) and dict(move[1].attrib) == dict(move[3].attrib)


@pytest.mark.parametrize("crop", [(0, 0, 0, 0), (10, 20, 30, 40)])
def test_a_picture(crop: tuple[int, int, int, int]) -> None:
    item = PlacedPicture("p", "p", None, Box(1, 2, 3, 4), Picture(Media("image/png", b"x"), 3, 4, "Vapen"), crop)
    root = tree(picture_shape(WritingSlide("s", "sv-SE"), item, "picture", "rId7"))
    assert first(root, "a:blip").get(qn("r:embed")) == "rId7" and first(root, "p:cNvPr").get("descr") == "Vapen"
    cut = first(root, "a:srcRect")
    assert (cut is not None) == any(crop) and (cut is None or [cut.get(side) for side in "ltrb"] == list(map(str, crop)))
    assert first(root, "a:picLocks").get("noChangeAspect") == "1"


def test_furniture_and_frames() -> None:
    holder = Placeholder("ftr", 11, "x", Box(0, 0, 1, 1), STYLE)
    foot = tree(furniture_shape(WritingSlide("s", "sv-SE"), Furniture("ftr", holder, "Lund & co", ThemeColor("bg1")), 3))
    assert first(foot, "a:t").text == "Lund & co" and first(foot, "a:schemeClr").get("val") == "bg1"
    assert not list(foot.iter(qn("a:latin")))
    for heading, face in ((True, "+mj-lt"), (False, "+mn-lt")):
        named = Furniture("ftr", holder, "Lund", heading_font=heading)
        assert first(tree(furniture_shape(WritingSlide("s", "sv-SE"), named, 3)), "a:latin").get("typeface") == face
    count = tree(furniture_shape(WritingSlide("s", "sv-SE"), Furniture("sldNum", holder), 3))
    assert (first(count, "a:fld").get("type"), first(count, "a:t").text) == ("slidenum", "3")
    for kind, named in (("obj", True), ("body", False)):
        held = Placeholder(kind, 1, "x", Box(0, 0, 1, 1), STYLE)
        root = tree(frame(WritingSlide("s", "sv-SE"), "n", "{c}", "alt", held, Box(1, 2, 3, 4), "<a:graphicData/>"))
        assert (first(root, "p:ph") is not None) == named


@pytest.mark.parametrize(("words", "wrap"), [("16", "none"), ("2021", "none"), ("7", "square"), ("16 mål", "square")])
def test_a_numeral_is_never_broken(words: str, wrap: str) -> None:
    assert first(shape(paragraphs=(paragraph(words),)), "a:bodyPr").get("wrap") == wrap


@pytest.mark.parametrize(("words", "ours"), [("16", True), ("7", True), ("", False), ("16 mål", False)])
def test_whether_a_numeral_wraps_is_ours_to_say(words: str, ours: bool) -> None:
    assert frames_numeral(first(shape(paragraphs=(paragraph(words),) if words else ()), "a:bodyPr")) == ours


@pytest.mark.parametrize(("role", "turn"), [("title", ("0", "horz")), ("body", (None, None))])
def test_a_title_of_our_own_stands_upright_whatever_the_layouts_does(role: str, turn: tuple[str | None, str | None]) -> None:
    item = PlacedText("t", "t", None, Box(1, 2, 3, 4), False, (paragraph("Rubrik"),), (32.0,))
    body = tree(text_shape(WritingSlide("s", "sv-SE"), item, role)).find(f".//{qn('a:bodyPr')}")
    assert body is not None
    assert (body.get("rot"), body.get("vert")) == turn


@pytest.mark.parametrize("one", [True, False])
def test_words_that_do_not_go_on_in_a_second_column_say_so(one: bool) -> None:
    holder = Placeholder("body", 1, "b", Box(1, 2, 3, 4), TextStyle(STYLE.levels, columns=2))
    item = PlacedText("t", "t", holder, holder.box, True, (paragraph("Citat"),), one_column=one)
    body = tree(text_shape(WritingSlide("s", "sv-SE"), item, "quote")).find(f".//{qn('a:bodyPr')}")
    assert body is not None and body.get("numCol") == ("1" if one else None)


@pytest.mark.parametrize("plain", [True, False])
def test_words_that_are_not_in_the_placeholders_capitals_say_so(plain: bool) -> None:
    holder = Placeholder("body", 1, "b", Box(1, 2, 3, 4), STYLE)
    item = PlacedText("t", "t", holder, holder.box, True, (paragraph("Citat"),), (24.0,), uncapped=plain)
    look = tree(text_shape(WritingSlide("s", "sv-SE"), item, "quote")).find(f".//{qn('a:defRPr')}")
    assert look is not None and look.get("cap") == ("none" if plain else None)
