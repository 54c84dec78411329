"""What is placed on a slide as PresentationML shapes (ECMA-376 Part 1, 19.3.1)."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

from deck.drawing.names import Element, qn
from deck.geometry import Box
from deck.layout.model import Arc, Freeform, Furniture, PathStep, PlacedGroup, PlacedPicture, PlacedShape, PlacedText
from deck.package.names import A16, ADEC, AHYP
from deck.pptx.dress import MAJOR, MINOR, PLAIN, Dress
from deck.pptx.identity import guid, kind_of, slot_name
from deck.pptx.text import color, drawn_body, fill, insets_xml, quoted, text_body, words
from deck.presentation import Link, Paragraph
from deck.presentation.names import DRAWN, PARTS, called
from deck.template.model import Placeholder, ThemeColor

CREATION_URI = "{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}"
DECORATIVE_URI = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
TEXT_COLOR = (
    f'<a:extLst><a:ext uri="{{A12FA001-AC4F-418D-AE19-62706E023703}}">'
    f'<ahyp:hlinkClr xmlns:ahyp="{AHYP}" val="tx"/></a:ext></a:extLst>'
)
"""[MS-ODRAWXML] 2.18: a link in the colour of its text."""


@dataclass
class WritingSlide:
    """A slide being written: its id, its next shape id, and the links that its shapes ask for."""

    slide: str
    lang: str
    links: dict[Link, str] = field(default_factory=dict)
    last: int = 1
    dress: Dress = PLAIN
    """What drawn words would take from the template's default text, and must not."""
    link_color: bool = True
    """Whether links take the theme's link colour (they do, whatever their run says); else their text's, which reads here."""

    def next_id(self) -> int:
        self.last += 1
        return self.last

    def link(self, link: Link) -> tuple[str, str, str]:
        rid = self.links.setdefault(link, f"rIdL{len(self.links) + 1}")
        return rid, "ppaction://hlinksldjump" if link.slide else "", "" if self.link_color else TEXT_COLOR


def xfrm(box: Box, tag: str = "a:xfrm", rotation: int = 0, flip_h: bool = False, flip_v: bool = False) -> str:
    turn = (f' rot="{rotation}"' if rotation else "") + (' flipH="1"' if flip_h else "") + (' flipV="1"' if flip_v else "")
    return f'<{tag}{turn}><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.w}" cy="{box.h}"/></{tag}>'


def properties(sheet: WritingSlide, name: str, creation: str, alt: str = "", decorative: bool = False, inner: str = "") -> str:
    """p:cNvPr: id, name, words for those who do not see it, and the id for life."""
    describe = f" descr={quoted(alt)}" if alt and not decorative else ""
    mark = f'<a:ext uri="{DECORATIVE_URI}"><adec:decorative xmlns:adec="{ADEC}" val="1"/></a:ext>' if decorative else ""
    made = f'<a:ext uri="{CREATION_URI}"><a16:creationId xmlns:a16="{A16}" id="{creation}"/></a:ext>'
    return f'<p:cNvPr id="{sheet.next_id()}" name={quoted(name)}{describe}>{inner}<a:extLst>{made}{mark}</a:extLst></p:cNvPr>'


def ph_xml(holder: Placeholder, sized: bool = False) -> str:
    """p:ph naming the layout's placeholder (19.3.1.36)."""
    return _ph(holder.type, holder.idx, sized)


def _ph(type_: str, index: int, sized: bool) -> str:
    kind = f' type="{type_}"' if type_ != "obj" else ""
    size = ' sz="quarter"' if sized else ""
    idx = f' idx="{index}"' if index else ""
    return f"<p:ph{kind}{size}{idx}/>"


def text_shape(sheet: WritingSlide, item: PlacedText, role: str, start: int = 1) -> str:
    holder = item.placeholder
    head = properties(sheet, slot_name(item.slot, role, "Text", sheet.lang), guid(sheet.slide, item.slot))
    if holder is not None:
        lock, ph = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>', f"<p:nvPr>{ph_xml(holder)}</p:nvPr>"
        plate = fill(item.plate) if item.plate is not None else ""
        where = "" if item.inherits_box else xfrm(item.box)
        place = f"<p:spPr>{where}{plate}</p:spPr>" if where or plate else "<p:spPr/>"
    else:
        lock, ph = '<p:cNvSpPr txBox="1"/>', "<p:nvPr/>"
        if role == "title":
            # Where the layout has no title the slide still has one: it is what people find the slide by.
            lock, ph = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>', '<p:nvPr><p:ph type="title"/></p:nvPr>'
        place = f'<p:spPr>{xfrm(item.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill(item.plate)}</p:spPr>'
    # A title takes after the master's title, whatever the layout lacks.
    own = role == "title"
    body = text_body(item, sheet.lang, sheet.link, start, PLAIN if own else sheet.dress, upright=own and holder is None)
    return f"<p:sp><p:nvSpPr>{head}{lock}{ph}</p:nvSpPr>{place}{body}</p:sp>"


def group_shape(sheet: WritingSlide, item: PlacedGroup, role: str) -> str:
    head = properties(sheet, slot_name(item.slot, role, kind_of(item.block), sheet.lang), guid(sheet.slide, item.slot), item.alt)
    box = item.box
    place = (
        f'<p:grpSpPr><a:xfrm><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.w}" cy="{box.h}"/>'
        f'<a:chOff x="{box.x}" y="{box.y}"/><a:chExt cx="{box.w}" cy="{box.h}"/></a:xfrm></p:grpSpPr>'
    )
    inner = "".join(drawn_shape(sheet, shape, item.slot) for shape in item.children)
    return f"<p:grpSp><p:nvGrpSpPr>{head}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>{place}{inner}</p:grpSp>"


def drawn_shape(sheet: WritingSlide, item: PlacedShape, slot: str) -> str:
    silent = not item.paragraphs and not item.alt
    paragraphs, click = _whole_link(sheet, item)
    name = called(DRAWN, item.name, sheet.lang) or item.name
    head = properties(sheet, f"{name} ({item.key})", guid(sheet.slide, slot, item.key), item.alt, silent, click)
    line = "<a:ln><a:noFill/></a:ln>"
    if item.line is not None:
        dash = f'<a:prstDash val="{item.line.dash}"/>' if item.line.dash != "solid" else ""
        line = f'<a:ln w="{item.line.width}">{fill(item.line.color)}{dash}</a:ln>'
    where = xfrm(item.box, rotation=item.rotation, flip_h=item.flip_h, flip_v=item.flip_v)
    if item.geometry == "line":
        place = f"<p:spPr>{where}{geometry(item)}{line}</p:spPr>"
        return f"<p:cxnSp><p:nvCxnSpPr>{head}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>{place}</p:cxnSp>"
    place = f"<p:spPr>{where}{geometry(item)}{fill(item.fill)}{line}</p:spPr>"
    wrap = "none" if _is_numeral(item) else "square"
    held = f'wrap="{wrap}"{insets_xml(item.insets)} anchor="{item.anchor}"'
    body = f"<a:bodyPr {held}><a:noAutofit/></a:bodyPr>{sheet.dress.list_style}"
    text = drawn_body(replace(item, paragraphs=paragraphs), sheet.lang, sheet.link, sheet.dress.heading_face)
    return f"<p:sp><p:nvSpPr>{head}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>{place}<p:txBody>{body}{text}</p:txBody></p:sp>"


def _is_numeral(item: PlacedShape) -> bool:
    """Digits alone, which some programs break in two where the font is lacking and another's are wider."""
    return len(item.paragraphs) == 1 and len(words := item.paragraphs[0].text) > 1 and words.isdecimal()


def frames_numeral(frame: Element) -> bool:
    """Whether a text's a:bodyPr is a numeral's: whether it wraps is ours to say, for older versions said otherwise."""
    body = frame.getparent()
    return body is not None and "".join(item.text or "" for item in body.iter(qn("a:t"))).isdecimal()


def _whole_link(sheet: WritingSlide, item: PlacedShape) -> tuple[tuple[Paragraph, ...], str]:
    """A card's link goes on the whole shape: a larger goal to hit, and its words keep their own look."""
    links = {run.link for paragraph in item.paragraphs for run in paragraph.runs}
    link = next(iter(links), None)
    if not item.whole_link or len(links) != 1 or link is None:
        return item.paragraphs, ""
    rid, action, _more = sheet.link(link)
    act = f' action="{action}"' if action else ""
    plain = tuple(replace(p, runs=tuple(replace(run, link=None) for run in p.runs)) for p in item.paragraphs)
    return plain, f'<a:hlinkClick r:id="{rid}"{act}/>'


def geometry(item: PlacedShape) -> str:
    if isinstance(item.geometry, Freeform):
        return path_xml(item.geometry, item.box.w, item.box.h)
    adjust = "".join(f'<a:gd name="{name}" fmla="val {value}"/>' for name, value in item.adjust)
    return (
        f'<a:prstGeom prst="{item.geometry}"><a:avLst>{adjust}</a:avLst></a:prstGeom>'
        if adjust
        else f'<a:prstGeom prst="{item.geometry}"><a:avLst/></a:prstGeom>'
    )


def path_xml(path: Freeform, width: int, height: int) -> str:
    """a:custGeom (20.1.9.8) of a path in a box so large, in the largest unit that all its lengths are whole in: a map's numbers
    are half as long."""
    unit = math.gcd(width, height, *(length for ring in path.rings for step in ring for length in _lengths(step))) or 1
    end = "" if path.open else "<a:close/>"
    rings = "".join("".join(_step(step, n, unit) for n, step in enumerate(ring)) + end for ring in path.rings if ring)
    bare = ' fill="none"' if path.open else ""
    return (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{width // unit}" h="{height // unit}"{bare}>'
        f"{rings}</a:path></a:pathLst></a:custGeom>"
    )


def _lengths(step: PathStep) -> tuple[int, int]:
    return (step.wide, step.high) if isinstance(step, Arc) else step


def _step(step: PathStep, n: int, unit: int) -> str:
    if isinstance(step, Arc):
        return f'<a:arcTo wR="{step.wide // unit}" hR="{step.high // unit}" stAng="{step.start}" swAng="{step.sweep}"/>'
    tag = "lnTo" if n else "moveTo"
    return f'<a:{tag}><a:pt x="{step[0] // unit}" y="{step[1] // unit}"/></a:{tag}>'


def picture_shape(sheet: WritingSlide, item: PlacedPicture, role: str, rid: str) -> str:
    picture = item.picture
    head = properties(
        sheet, slot_name(item.slot, role, "Picture", sheet.lang), guid(sheet.slide, item.slot), picture.alt, picture.decorative
    )
    ph = f"<p:nvPr>{ph_xml(item.placeholder)}</p:nvPr>" if item.placeholder is not None else "<p:nvPr/>"
    group = ' noGrp="1"' if item.placeholder is not None else ""
    left, top, right, bottom = item.crop
    crop = f'<a:srcRect l="{left}" t="{top}" r="{right}" b="{bottom}"/>' if any(item.crop) else ""
    place = (
        "<p:spPr/>" if item.inherits_box else f'<p:spPr>{xfrm(item.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
    )
    return (
        f'<p:pic><p:nvPicPr>{head}<p:cNvPicPr><a:picLocks{group} noChangeAspect="1"/></p:cNvPicPr>{ph}</p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{rid}"/>{crop}<a:stretch><a:fillRect/></a:stretch></p:blipFill>{place}</p:pic>'
    )


def frame(sheet: WritingSlide, name: str, creation: str, alt: str, holder: Placeholder | None, box: Box, graphic: str) -> str:
    """p:graphicFrame around a table or chart."""
    ph = (
        f"<p:nvPr>{ph_xml(holder)}</p:nvPr>"
        if holder is not None and holder.type in ("obj", "tbl", "chart", "dgm")
        else "<p:nvPr/>"
    )
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{properties(sheet, name, creation, alt)}"
        f'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>{ph}</p:nvGraphicFramePr>'
        f"{xfrm(box, 'p:xfrm')}<a:graphic>{graphic}</a:graphic></p:graphicFrame>"
    )


@dataclass(frozen=True, slots=True)
class Foot:
    """Of a footer or a number all that decides how it is written, but its words: `type` and `idx` of its placeholder."""

    kind: str
    type: str
    idx: int
    color: ThemeColor | None
    plate: ThemeColor | None
    box: Box | None = None
    heading_font: bool | None = None
    unmarked: bool = False

    @classmethod
    def of(cls, item: Furniture) -> Foot:
        holder = item.placeholder
        return cls(
            item.kind,
            holder.type,
            holder.idx,
            color=item.color,
            plate=item.plate,
            box=item.box,
            heading_font=item.heading_font,
            unmarked=item.unmarked,
        )


def furniture_shape(sheet: WritingSlide, item: Furniture, number: int) -> str:
    before, after = furniture_around(sheet, Foot.of(item), number)
    return before + (words(item.text) if item.kind != "sldNum" else "") + after


def furniture_around(sheet: WritingSlide, item: Foot, number: int) -> tuple[str, str]:
    """What stands before its words, and after them."""
    head = properties(sheet, called(PARTS, item.kind, sheet.lang), guid(sheet.slide, f"furniture-{item.kind}"))
    # LibreOffice passes over a footer's list style: its words say it themselves, too.
    own = fill(item.color) if item.color is not None else ""
    own += f'<a:latin typeface="{MAJOR if item.heading_font else MINOR}"/>' if item.heading_font is not None else ""
    inner = f">{own}</a:rPr>" if own else "/>"
    said = f'<a:rPr lang="{sheet.lang}" dirty="0"{inner}<a:t>'
    if item.kind == "sldNum":
        before = f'<a:fld id="{guid("field", "slidenum")}" type="slidenum">{said}{number}'
        after = f'</a:t></a:fld><a:endParaRPr lang="{sheet.lang}" dirty="0"/>'
    else:
        before, after = f"<a:r>{said}", "</a:t></a:r>"
    look = f"<a:lvl1pPr><a:defRPr>{fill(item.color)}</a:defRPr></a:lvl1pPr>" if item.color is not None else ""
    style = f"<a:lstStyle>{look}</a:lstStyle>" if look else "<a:lstStyle/>"
    where = xfrm(item.box) if item.box is not None else ""
    plate = f"<p:spPr>{where}{fill(item.plate)}</p:spPr>" if item.plate is not None else "<p:spPr/>"
    # As wide as its words: a font that is a hair wider must not break them.
    body = '<a:bodyPr wrap="none"/>' if item.box is not None else "<a:bodyPr/>"
    unmarked = "<a:pPr><a:buNone/></a:pPr>" if item.unmarked else ""
    return (
        f'<p:sp><p:nvSpPr>{head}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f"{_ph(item.type, item.idx, True)}</p:nvPr></p:nvSpPr>"
        f"{plate}<p:txBody>{body}{style}<a:p>{unmarked}{before}"
    ), f"{after}</a:p></p:txBody></p:sp>"


__all__ = ["WritingSlide", "color", "frame", "furniture_shape", "group_shape", "picture_shape", "text_shape"]
