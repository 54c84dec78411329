"""Speaker notes: a notes page each, and a proper notes master where the template has none (ECMA-376 Part 1, 13.3.5)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from deck.drawing import numbers
from deck.drawing.sheet import placeholder_of, walk
from deck.package import parse_xml
from deck.package.names import HEAD, namespaces
from deck.pptx.text import LinkId, direction, quoted, runs, words
from deck.presentation import Paragraph
from deck.presentation.names import PARTS, called

NS = namespaces("a", "r", "p")
TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
    'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)


@lru_cache(maxsize=16)
def body_index(master: bytes) -> int:
    """The idx of the notes master's text placeholder; 1 where it has none."""
    for shape in walk(parse_xml(master).find("{*}cSld/{*}spTree")):
        ph = placeholder_of(shape)
        if ph is not None and ph.get("type") == "body":
            return numbers.index(ph.get("idx"), 1)
    return 1


def notes_xml(paragraphs: Sequence[Paragraph], lang: str, index: int, link_id: LinkId) -> bytes:
    """p:notes: the slide's picture and the words."""
    text = (
        "".join(f"<a:p>{_mark(item)}{runs(item, lang, link_id) or _end(lang)}</a:p>" for item in paragraphs)
        or f"<a:p>{_end(lang)}</a:p>"
    )
    names = ("a", "r", "p") if " r:id=" in text else ("a", "p")
    return (
        f"{HEAD}<p:notes {namespaces(*names)}><p:cSld><p:spTree>{TREE}<p:sp><p:nvSpPr>"
        f'<p:cNvPr id="2" name={quoted(called(PARTS, "sldImg", lang))}/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
        f'<p:sp><p:nvSpPr><p:cNvPr id="3" name={quoted(called(PARTS, "notes", lang))}/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="body" idx="{index}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>'
        f"<a:lstStyle/>{text}</p:txBody></p:sp>"
        f"</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    ).encode()


def _end(lang: str) -> str:
    return f'<a:endParaRPr lang="{lang}" dirty="0"/>'


def _mark(item: Paragraph) -> str:
    if item.list == "none" and not item.level and not item.right_to_left:
        return ""
    level = (f' lvl="{item.level}"' if item.level else "") + direction(item)
    bullet = {
        "bullet": '<a:buFont typeface="Arial"/><a:buChar char="•"/>',
        "number": '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>',
    }
    indent = f' marL="{171_450 * (item.level + 1)}" indent="-171450"' if item.list in bullet else ""
    return f"<a:pPr{level}{indent}>{bullet.get(item.list, '')}</a:pPr>"


def notes_master_xml(lang: str) -> bytes:
    """A plain notes master: the slide above, its notes under."""

    def shape(n: int, kind: str, name: str, box: tuple[int, int, int, int], text: str) -> str:
        lock = '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>' if kind == "sldImg" else '<a:spLocks noGrp="1"/>'
        x, y, w, h = box
        line = '<a:noFill/><a:ln w="12700"><a:solidFill><a:prstClr val="black"/></a:solidFill></a:ln>' if kind == "sldImg" else ""
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{n}" name={quoted(name)}/><p:cNvSpPr>{lock}</p:cNvSpPr><p:nvPr>'
            f'<p:ph type="{kind}" idx="{n}"/></p:nvPr></p:nvSpPr>'
            f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
            f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{line}</p:spPr>{text}</p:sp>'
        )

    said = called(PARTS, "notes", lang)
    body = f'<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="{lang}"/><a:t>{words(said)}</a:t></a:r></a:p></p:txBody>'
    shapes = shape(2, "sldImg", called(PARTS, "sldImg", lang), (685_800, 685_800, 5_486_400, 3_086_100), "")
    shapes += shape(3, "body", said, (685_800, 4_000_000, 5_486_400, 4_500_000), body)
    levels = "".join(
        f'<a:lvl{n}pPr marL="{(n - 1) * 228_600}"><a:defRPr sz="1200"><a:solidFill><a:schemeClr val="tx1"/>'
        f'</a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl{n}pPr>'
        for n in range(1, 10)
    )
    return (
        f'{HEAD}<p:notesMaster {NS}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
        f"<a:effectLst/></p:bgPr></p:bg>"
        f"<p:spTree>{TREE}{shapes}</p:spTree></p:cSld>{MAP}<p:notesStyle>{levels}</p:notesStyle></p:notesMaster>"
    ).encode()
