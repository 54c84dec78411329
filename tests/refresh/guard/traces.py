"""Traces that owners leave where no model of a slide's words looks, as scripts over a real file; each
says on which slide, and what."""

from __future__ import annotations

import copy
import io
from collections.abc import Callable
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import PP_ALIGN
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.util import Cm, Pt
from refresh_edits import NS, every, find, own_slide, set_text, shape_of
from refresh_releases import png

Trace = Callable[[Any, Any], None]
TRACES: dict[str, tuple[str, Trace]] = {}
"""Name → the slide it is left on, and how."""
LEFT_BEHIND: dict[str, str] = {}
A, P, R = (f'xmlns:{name}="{NS[name]}"' for name in ("a", "p", "r"))
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MATH = (
    '<a14:m xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"><m:oMath '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>EGEN=1</m:t></m:r></m:oMath></a14:m>'
)


def trace(name: str, slide: str) -> Callable[[Trace], Trace]:
    def register(function: Trace) -> Trace:
        TRACES[name] = (slide, function)
        return function

    return register


def left(data: bytes, name: str) -> bytes:
    """The file with the trace in it."""
    deck = Presentation(io.BytesIO(data))
    slide, function = TRACES[name]
    function(deck, find(deck, slide))
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def body(slide: Any, slot: str = "body") -> Any:
    return shape_of(slide, slot)


def part_of(slide: Any) -> Any:
    """The first part of a drawn block that says something."""
    group = next(shape for shape in slide.shapes if shape.shape_type == 6)
    return next(shape for shape in every(group.shapes) if shape.has_text_frame and shape.text_frame.text.strip())


def props(shape: Any) -> Any:
    return shape._element.xpath(".//p:cNvPr")[0]


def run_props(paragraph: Any) -> Any:
    return paragraph.runs[0]._r.get_or_add_rPr()


def before(slide: Any, xml: str, *names: str) -> None:
    """A child of p:sld where the schema has it: before the first of `names` that is there."""
    root = slide._element
    held = next((item for name in names if (item := root.find(name, NS)) is not None), None)
    new = etree.fromstring(xml)
    if held is not None:
        held.addprevious(new)
    else:
        root.append(new)


def hang(slide: Any, kind: str, name: str, content_type: str, data: bytes) -> str:
    part = Part(PackURI(name), content_type, slide.part.package, data)
    return slide.part.relate_to(part, kind)


def linked(slide: Any, holder: Any, url: str = "https://lund.se/egen", tag: str = "hlinkClick", **more: str) -> None:
    rid = slide.part.relate_to(url, f"{REL}/hyperlink", is_external=True)
    etree.SubElement(holder, f"{{{NS['a']}}}{tag}", {f"{{{NS['r']}}}id": rid, **more})


# --- furniture, places, order ---------------------------------------------------------------------------------------------------


@trace("own footer", "cards")
def _footer(_deck: Any, slide: Any) -> None:
    for shape in slide.placeholders:
        if int(shape.placeholder_format.type or 0) == 15:
            set_text(shape.text_frame.paragraphs[0], "Miljöförvaltningen")


@trace("footer taken away", "cards")
def _no_footer(_deck: Any, slide: Any) -> None:
    for shape in list(slide.placeholders):
        if int(shape.placeholder_format.type or 0) in (13, 15, 16):
            shape._element.getparent().remove(shape._element)
            return


@trace("a card moved", "cards")
def _card_moved(_deck: Any, slide: Any) -> None:
    part_of(slide).left += 400_000


@trace("a card grown", "cards")
def _card_grown(_deck: Any, slide: Any) -> None:
    part_of(slide).width += 300_000


@trace("a card turned", "cards")
def _card_turned(_deck: Any, slide: Any) -> None:
    part_of(slide).rotation = 7.0


@trace("a card deleted", "cards")
def _card_deleted(_deck: Any, slide: Any) -> None:
    shape = part_of(slide)
    shape._element.getparent().remove(shape._element)


@trace("a card copied", "cards")
def _card_copied(_deck: Any, slide: Any) -> None:
    shape = part_of(slide)
    new = copy.deepcopy(shape._element)
    for mark in [item for item in new.iter() if str(item.tag).endswith("}creationId")]:
        mark.set("id", "{0A0A0A0A-1111-4222-8333-444444444444}")
    shape._element.addnext(new)


@trace("a shape turned over", "cards")
def _flipped(_deck: Any, slide: Any) -> None:
    next(shape for shape in slide.shapes if shape.shape_type == 6)._element.grpSpPr.find("a:xfrm", NS).set("flipH", "1")


@trace("brought to the front", "cards")
def _front(_deck: Any, slide: Any) -> None:
    shape = slide.shapes.title._element
    shape.getparent().append(shape)


@trace("a shape's name", "cards")
def _named(_deck: Any, slide: Any) -> None:
    props(next(shape for shape in slide.shapes if shape.shape_type == 6)).set("name", "Våra kort")


@trace("a text box", "cards")
def _box(_deck: Any, slide: Any) -> None:
    slide.shapes.add_textbox(Cm(1), Cm(1), Cm(4), Cm(1)).text_frame.text = "Eget"


@trace("a line", "cards")
def _line(_deck: Any, slide: Any) -> None:
    slide.shapes.add_connector(1, Cm(1), Cm(1), Cm(9), Cm(1))


# --- links, alt texts, looks ----------------------------------------------------------------------------------------------------


@trace("a link on a card", "cards")
def _card_link(_deck: Any, slide: Any) -> None:
    linked(slide, props(part_of(slide)))


@trace("a link on a word of a card", "cards")
def _word_link(_deck: Any, slide: Any) -> None:
    linked(slide, run_props(part_of(slide).text_frame.paragraphs[0]))


@trace("a hover link", "cards")
def _hover(_deck: Any, slide: Any) -> None:
    linked(slide, props(part_of(slide)), tag="hlinkHover")


@trace("a tooltip", "links")
def _tooltip(_deck: Any, slide: Any) -> None:
    next(slide._element.iter(f"{{{NS['a']}}}hlinkClick")).set("tooltip", "Öppna sidan")


@trace("alt text of a part", "cards")
def _alt(_deck: Any, slide: Any) -> None:
    props(part_of(slide)).set("descr", "Vårt första kort")


@trace("title of a part", "cards")
def _title(_deck: Any, slide: Any) -> None:
    props(part_of(slide)).set("title", "Vårt första kort")


@trace("a hidden part", "cards")
def _hidden_part(_deck: Any, slide: Any) -> None:
    props(part_of(slide)).set("hidden", "1")


@trace("colour of a word", "cards")
def _color(_deck: Any, slide: Any) -> None:
    part_of(slide).text_frame.paragraphs[0].runs[0].font.color.rgb = RGBColor(0xAA, 0x00, 0x11)


@trace("size of a word", "cards")
def _size(_deck: Any, slide: Any) -> None:
    part_of(slide).text_frame.paragraphs[0].runs[0].font.size = Pt(31)


@trace("a fill", "cards")
def _fill(_deck: Any, slide: Any) -> None:
    fill = part_of(slide).fill
    fill.solid()
    fill.fore_color.rgb = RGBColor(1, 2, 3)


@trace("alignment", "why")
def _aligned(_deck: Any, slide: Any) -> None:
    body(slide).text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT


@trace("text columns", "why")
def _columns(_deck: Any, slide: Any) -> None:
    body(slide).text_frame._txBody.bodyPr.set("numCol", "2")


@trace("vertical text", "why")
def _vertical(_deck: Any, slide: Any) -> None:
    body(slide).text_frame._txBody.bodyPr.set("vert", "vert270")


@trace("a tab stop", "why")
def _tab(_deck: Any, slide: Any) -> None:
    held = body(slide).text_frame.paragraphs[0]._p.get_or_add_pPr()
    held.append(etree.fromstring(f'<a:tabLst {A}><a:tab pos="914400" algn="l"/></a:tabLst>'))


@trace("an equation", "why")
def _equation(_deck: Any, slide: Any) -> None:
    body(slide).text_frame.paragraphs[0]._p.append(etree.fromstring(MATH))


@trace("a date field", "why")
def _date(_deck: Any, slide: Any) -> None:
    xml = (
        f'<a:fld {A} id="{{11111111-2222-4333-8444-555555555555}}" type="datetime1"><a:rPr lang="sv-SE"/><a:t>'
        f"2026-01-01</a:t></a:fld>"
    )
    body(slide).text_frame.paragraphs[0]._p.append(etree.fromstring(xml))


# --- notes ----------------------------------------------------------------------------------------------------------------------


@trace("a picture in the notes", "cards")
def _notes_picture(_deck: Any, slide: Any) -> None:
    notes = slide.notes_slide
    _part, rid = notes.part.get_or_add_image_part(io.BytesIO(png("green")))
    xml = (
        f'<p:pic {P} {A} {R}><p:nvPicPr><p:cNvPr id="77" name="Bild"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{rid}"/>'
        '<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="900000" cy="900000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
    notes.shapes._spTree.append(etree.fromstring(xml))


@trace("an equation in the notes", "cards")
def _notes_equation(_deck: Any, slide: Any) -> None:
    slide.notes_slide.notes_text_frame.paragraphs[0]._p.append(etree.fromstring(MATH))


@trace("a colour in the notes", "cards")
def _notes_color(_deck: Any, slide: Any) -> None:
    slide.notes_slide.notes_text_frame.paragraphs[0].runs[0].font.color.rgb = RGBColor(0xCC, 0, 0)


@trace("a text box in the notes", "cards")
def _notes_box(_deck: Any, slide: Any) -> None:
    new = copy.deepcopy(body(find(_deck, "why"))._element)
    for ph in list(new.iter(f"{{{NS['p']}}}ph")):
        ph.getparent().remove(ph)
    slide.notes_slide.shapes._spTree.append(new)


# --- the slide itself -----------------------------------------------------------------------------------------------------------


@trace("a hidden slide", "cards")
def _hidden(_deck: Any, slide: Any) -> None:
    slide._element.set("show", "0")


@trace("a transition", "cards")
def _transition(_deck: Any, slide: Any) -> None:
    before(slide, f'<p:transition {P} spd="slow"><p:fade/></p:transition>', "p:timing", "p:extLst")


@trace("a transition that goes by itself", "cards")
def _advance(_deck: Any, slide: Any) -> None:
    before(slide, f'<p:transition {P} advTm="5000"/>', "p:timing", "p:extLst")


@trace("a newer transition", "cards")
def _morph(_deck: Any, slide: Any) -> None:
    xml = (
        f'<mc:AlternateContent {P} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:p159="http://schemas.microsoft.com/office/powerpoint/2015/09/main"><mc:Choice '
        'Requires="p159"><p:transition spd="slow">'
        '<p159:morph option="byObject"/></p:transition></mc:Choice><mc:Fallback><p:transition spd="slow">'
        "<p:fade/></p:transition></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    before(slide, xml, "p:timing", "p:extLst")


@trace("an animation", "cards")
def _animation(_deck: Any, slide: Any) -> None:
    number = props(part_of(slide)).get("id")
    xml = (
        f'<p:timing {P}><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" '
        f'nodeType="tmRoot"><p:childTnLst><p:set><p:cBhvr>'
        f'<p:cTn id="2" dur="1" fill="hold"/><p:tgtEl><p:spTgt spid="{number}"/></p:tgtEl><p:attrNameLst>'
        f"<p:attrName>style.visibility"
        '</p:attrName></p:attrNameLst></p:cBhvr><p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst>'
        "</p:cTn></p:par></p:tnLst></p:timing>"
    )
    before(slide, xml, "p:extLst")


@trace("a background", "cards")
def _background(_deck: Any, slide: Any) -> None:
    fill = slide.background.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor(0xFA, 0xFA, 0xF0)


@trace("another layout", "cards")
def _layout(deck: Any, slide: Any) -> None:
    other = next(item for item in deck.slide_layouts if item.part is not slide.slide_layout.part)
    rid = next(rid for rid, rel in slide.part.rels.items() if rel.reltype.endswith("/slideLayout"))
    slide.part.rels[rid]._target = other.part


@trace("other theme colours", "cards")
def _colors(_deck: Any, slide: Any) -> None:
    held = slide._element.find("p:clrMapOvr", NS)
    for item in list(held):
        held.remove(item)
    accents = " ".join(f'accent{n}="accent{n}"' for n in range(1, 7))
    xml = f'<a:overrideClrMapping {A} bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" {accents} hlink="hlink" folHlink="folHlink"/>'
    held.append(etree.fromstring(xml))


@trace("the master's shapes hidden", "cards")
def _no_master(_deck: Any, slide: Any) -> None:
    slide._element.set("showMasterSp", "0")


@trace("an add-in's tag on the slide", "cards")
def _tag(_deck: Any, slide: Any) -> None:
    data = f'<p:tagLst {P}><p:tag name="THINKCELL" val="7"/></p:tagLst>'.encode()
    rid = hang(
        slide,
        f"{REL}/tags",
        "/ppt/tags/tag901.xml",
        "application/vnd.openxmlformats-officedocument.presentationml.tags+xml",
        data,
    )
    held = slide._element.find("p:cSld/p:custDataLst", NS)
    held.append(etree.fromstring(f'<p:tags {P} {R} r:id="{rid}"/>'))


@trace("an add-in's tag on a shape", "cards")
def _shape_tag(_deck: Any, slide: Any) -> None:
    data = f'<p:tagLst {P}><p:tag name="MENTI" val="9"/></p:tagLst>'.encode()
    rid = hang(
        slide,
        f"{REL}/tags",
        "/ppt/tags/tag902.xml",
        "application/vnd.openxmlformats-officedocument.presentationml.tags+xml",
        data,
    )
    held = part_of(slide)._element.xpath(".//p:nvPr")[0]
    held.append(etree.fromstring(f'<p:custDataLst {P} {R}><p:tags r:id="{rid}"/></p:custDataLst>'))


@trace("guides", "cards")
def _guides(_deck: Any, slide: Any) -> None:
    xml = (
        f'<p:extLst {P}><p:ext uri="{{EFAFB233-063F-42B5-8137-9DF3F51BA10A}}"><p15:sldGuideLst '
        'xmlns:p15="http://schemas.microsoft.com/office/powerpoint/2012/main">'
        '<p15:guide id="1" orient="horz" pos="2160"/></p15:sldGuideLst>'
        "</p:ext></p:extLst>"
    )
    slide._element.append(etree.fromstring(xml))


@trace("a comment", "cards")
def _comment(_deck: Any, slide: Any) -> None:
    data = f'<p:cmLst {P}><p:cm authorId="0" idx="1"><p:pos x="1" y="1"/><p:text>Kolla</p:text></p:cm></p:cmLst>'.encode()
    hang(
        slide,
        f"{REL}/comments",
        "/ppt/comments/comment9.xml",
        "application/vnd.openxmlformats-officedocument.presentationml.comments+xml",
        data,
    )


@trace("a threaded comment", "cards")
def _thread(_deck: Any, slide: Any) -> None:
    data = b'<p188:cmLst xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main"><p188:cm id="{1}"/></p188:cmLst>'
    kind = "http://schemas.microsoft.com/office/2018/10/relationships/comments"
    hang(slide, kind, "/ppt/comments/modernComment_1.xml", "application/vnd.ms-powerpoint.comments+xml", data)


@trace("a sound on a click", "cards")
def _sound(_deck: Any, slide: Any) -> None:
    rid = hang(slide, f"{REL}/audio", "/ppt/media/audio9.wav", "audio/x-wav", b"RIFF....WAVE")
    held = props(part_of(slide))
    click = etree.SubElement(held, f"{{{NS['a']}}}hlinkClick", {f"{{{NS['r']}}}id": "", "action": "ppaction://noaction"})
    etree.SubElement(click, f"{{{NS['a']}}}snd", {f"{{{NS['r']}}}embed": rid, "name": "ding.wav"})


@trace("a part of a kind unknown", "cards")
def _unknown(_deck: Any, slide: Any) -> None:
    hang(slide, "http://example.org/relationships/poll", "/ppt/poll/poll1.xml", "application/xml", b"<poll/>")


@trace("an own slide that links to it", "cards")
def _linked(deck: Any, slide: Any) -> None:
    own = own_slide(deck, "Vår egen", 1)
    rid = own.part.relate_to(slide.part, f"{REL}/slide")
    etree.SubElement(
        props(own.shapes[0]), f"{{{NS['a']}}}hlinkClick", {f"{{{NS['r']}}}id": rid, "action": "ppaction://hlinksldjump"}
    )


@trace("a custom show", "cards")
def _show(deck: Any, slide: Any) -> None:
    rid = next(rid for rid, rel in deck.part.rels.items() if not rel.is_external and rel._target is slide.part)
    xml = (
        f'<p:custShowLst {P} {R}><p:custShow name="Kort" id="0"><p:sldLst><p:sld r:id="{rid}"/></p:sldLst>'
        f"</p:custShow></p:custShowLst>"
    )
    deck.part._element.find("p:notesSz", NS).addnext(etree.fromstring(xml))


# --- tables, charts -------------------------------------------------------------------------------------------------------------


def table_of(slide: Any) -> Any:
    return next(shape for shape in slide.shapes if shape.has_table).table


@trace("row height", "table")
def _row_height(_deck: Any, slide: Any) -> None:
    table_of(slide).rows[1].height += 300_000


@trace("column width", "table")
def _column_width(_deck: Any, slide: Any) -> None:
    table_of(slide).columns[0].width += 300_000


@trace("merged cells", "table")
def _merged(_deck: Any, slide: Any) -> None:
    table = table_of(slide)
    table.cell(1, 0).merge(table.cell(2, 0))


@trace("cell margins", "table")
def _margins(_deck: Any, slide: Any) -> None:
    table_of(slide).cell(1, 1).margin_left = Cm(1)


@trace("banded columns", "table")
def _banded(_deck: Any, slide: Any) -> None:
    table_of(slide).vert_banding = True


@trace("a chart's own title", "chart")
def _chart_title(_deck: Any, slide: Any) -> None:
    chart = next(shape for shape in slide.shapes if shape.has_chart).chart
    chart.has_title = True
    chart.chart_title.text_frame.text = "Vår rubrik"


@trace("a chart's legend", "chart")
def _legend(_deck: Any, slide: Any) -> None:
    chart = next(shape for shape in slide.shapes if shape.has_chart).chart
    chart.has_legend = not chart.has_legend


@trace("a chart's colour", "chart")
def _chart_color(_deck: Any, slide: Any) -> None:
    fill = next(shape for shape in slide.shapes if shape.has_chart).chart.plots[0].series[0].format.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor(9, 9, 9)


@trace("a chart's axis", "chart")
def _axis(_deck: Any, slide: Any) -> None:
    next(shape for shape in slide.shapes if shape.has_chart).chart.value_axis.maximum_scale = 70.0
