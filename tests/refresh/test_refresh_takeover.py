"""What its owner did to a shape, taken over into the one in its place."""

from __future__ import annotations

import copy

import pytest
from lxml import etree

from deck.drawing.names import Element, child, qn
from deck.drawing.sheet import properties_of
from deck.refresh.hand import PLAIN, REWRITTEN
from deck.refresh.takeover import holds_more, take_list_style, take_marks, take_over, take_paint, take_properties

NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
FILL = '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>'


def shape(words: str = "Ord", *, props: str = "", inner: str = "", paint: str = "", body: str = "") -> Element:
    return etree.fromstring(
        f'<p:sp {NS}><p:nvSpPr><p:cNvPr id="2" name="Text (body)" {props}>{inner}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{paint}</p:spPr><p:txBody><a:bodyPr {body}/><a:lstStyle/>"
        f"<a:p><a:r><a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def test_words_and_frame_and_paint_are_the_owner_s() -> None:
    old, new, ours = shape("Mina ord", paint=FILL, body='numCol="2"'), shape("Nya ord"), shape("Gamla ord")
    take_over(old, new, [ours], PLAIN.said)
    body = child(new, "p:txBody")
    assert body is not None and "".join(t.text or "" for t in body.iter(qn("a:t"))) == "Mina ord"
    assert next(body.iter(qn("a:bodyPr"))).get("numCol") == "2"
    assert [color.get("val") for color in new.iter(qn("a:srgbClr"))] == ["FF0000"]


def test_what_we_had_written_ourselves_is_not_taken_over() -> None:
    ours = shape("Ord", paint=FILL, body='anchor="b"', props='descr="Vår"')
    new = shape("Ord", body='anchor="t"')
    take_over(copy.deepcopy(ours), new, [ours], PLAIN.said)
    props = properties_of(new)
    assert not list(new.iter(qn("a:srgbClr"))) and next(new.iter(qn("a:bodyPr"))).get("anchor") == "t"
    assert props is not None and props.get("descr") is None


def test_a_fill_comes_in_its_order_and_only_where_it_is_another() -> None:
    new = shape(paint="<a:prstGeom prst='rect'/><a:noFill/>")
    take_paint(shape(paint=f"<a:prstGeom prst='rect'/>{FILL}"), new, [])
    holder = child(new, "p:spPr")
    assert holder is not None and [item.tag for item in holder] == [qn("a:prstGeom"), qn("a:solidFill")]


@pytest.mark.parametrize(("said", "name"), [(PLAIN.said, "Min ruta"), (REWRITTEN.said, "Text (body)")])
def test_a_name_is_taken_over_only_where_it_tells(said: tuple[str, ...], name: str) -> None:
    old, new = shape(props='descr="Min text" hidden="1"'), shape()
    mine, fresh = properties_of(old), properties_of(new)
    assert mine is not None and fresh is not None
    mine.set("name", "Min ruta")
    take_properties(mine, fresh, [shape()], said)
    assert (fresh.get("name"), fresh.get("descr"), fresh.get("hidden")) == (name, "Min text", "1")


def test_clicks_are_the_owner_s_and_stand_in_order() -> None:
    old = shape(inner='<a:hlinkClick action="ppaction://a"/><a:hlinkHover action="ppaction://b"/>')
    new = shape(inner='<a:hlinkClick action="ppaction://c"/>')
    take_properties(properties_of(old), properties_of(new), [], PLAIN.said)
    props = properties_of(new)
    assert props is not None and [(etree.QName(item).localname, item.get("action")) for item in props] == [
        ("hlinkClick", "ppaction://a"),
        ("hlinkHover", "ppaction://b"),
    ]


MARK = (
    '<a:extLst><a:ext uri="{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}"><a16:creationId '
    'xmlns:a16="http://schemas.microsoft.com/office/drawing/2014/main" id="{%s}"/></a:ext></a:extLst>'
)


def group(*parts: Element) -> Element:
    made = etree.fromstring(
        f'<p:grpSp {NS}><p:nvGrpSpPr><p:cNvPr id="9" name="Kort (object)">{MARK % "G"}</p:cNvPr><p:cNvGrpSpPr/><p:nvPr/>'
        "</p:nvGrpSpPr><p:grpSpPr/></p:grpSp>"
    )
    made.extend(parts)
    return made


def test_part_by_part_a_click_and_that_it_is_hidden_come_along() -> None:
    click = '<a:hlinkClick action="ppaction://a"/>'
    old = group(shape(inner=click + MARK % "A"), shape(props='hidden="1" title="Vår"', inner=MARK % "B"))
    new = group(shape(inner=MARK % "B"), shape(inner=MARK % "A"), shape(inner=MARK % "C"))
    take_marks(old, new, [group(shape(inner=MARK % "A"), shape(inner=MARK % "B"))])
    parts = [props for item in new.iter(qn("p:sp")) if (props := properties_of(item)) is not None]
    assert [item.get("hidden") for item in parts] == ["1", None, None] and parts[0].get("title") == "Vår"
    assert [[click.get("action") for click in item.iter(qn("a:hlinkClick"))] for item in parts] == [[], ["ppaction://a"], []]


@pytest.mark.parametrize(
    ("called", "said", "found"),
    [
        ("Vår ruta", PLAIN.said, "Vår ruta"),
        # A program names all anew.
        ("Vår ruta", REWRITTEN.said, "Text (body)"),
        # An earlier version called it so.
        ("Brödtext (body)", PLAIN.said, "Text (body)"),
    ],
)
def test_a_name_of_the_owner_s_comes_along(called: str, said: tuple[str, ...], found: str) -> None:
    old, new, ours = (shape(inner=MARK % "A") for _time in range(3))
    props, other = properties_of(old), properties_of(new)
    assert props is not None and other is not None
    props.set("name", called)
    take_marks(old, new, [ours], said)
    assert other.get("name") == found


def test_a_click_of_the_guidance_s_own_is_written_anew_with_its_words() -> None:
    ours = shape(inner='<a:hlinkClick action="ppaction://old"/>' + MARK % "A")
    new = shape(inner='<a:hlinkClick action="ppaction://new"/>' + MARK % "A")
    take_marks(copy.deepcopy(ours), new, [ours])
    assert [item.get("action") for item in new.iter(qn("a:hlinkClick"))] == ["ppaction://new"]


def test_what_no_words_tell_of_is_more_than_ours() -> None:
    field = '</a:t></a:r><a:fld id="{1}" type="datetime1"><a:t>2026</a:t></a:fld><a:r><a:t>'
    with_field = etree.fromstring(etree.tostring(shape("X")).decode().replace("X", field))
    assert holds_more(with_field, [shape()]) and not holds_more(with_field, [with_field]) and not holds_more(shape(), [])


def test_a_list_style_that_is_none_of_ours_comes_along() -> None:
    def styled(size: int) -> Element:
        held = shape()
        style = child(held, "p:txBody", "a:lstStyle")
        assert style is not None
        style.append(etree.fromstring(f'<a:lvl1pPr {NS}><a:defRPr sz="{size}"/></a:lvl1pPr>'))
        return held

    new = shape()
    take_list_style(styled(2300), new, [shape(), styled(1800)])
    assert [item.get("sz") for item in new.iter(qn("a:defRPr"))] == ["2300"]
    take_list_style(styled(1800), new, [styled(1800)])
    take_list_style(shape(), new, [styled(1800)])
    assert [item.get("sz") for item in new.iter(qn("a:defRPr"))] == ["2300"]
