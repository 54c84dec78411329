"""Paragraphs as DrawingML text (ECMA-376 Part 1, 21.1.2)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from xml.sax.saxutils import escape

from deck.drawing.model import Insets
from deck.layout.model import Manner, PlacedShape, PlacedText
from deck.pptx.dress import PLAIN, Dress
from deck.presentation import Link, Paragraph, Run
from deck.template.model import ThemeColor

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LinkId = Callable[[Link], tuple[str, str, str]]
"""A link's relationship id, its action ("" for a web address), and what is inside its element."""


def words(text: str) -> str:
    """XML text; characters that XML cannot hold are left out (XML 1.0, 2.2)."""
    return escape(_FORBIDDEN.sub("", text))


def quoted(text: str) -> str:
    """An attribute's value, with its quotes. Line breaks are kept as character references."""
    value = words(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")
    return f'"{value}"'


def color(item: ThemeColor) -> str:
    inner = f'<a:satMod val="{item.sat_mod}"/>' if item.sat_mod else ""
    inner += f'<a:lumMod val="{item.lum_mod}"/>' if item.lum_mod else ""
    inner += f'<a:lumOff val="{item.lum_off}"/>' if item.lum_off else ""
    inner += f'<a:alpha val="{item.alpha}"/>' if item.alpha < 100_000 else ""
    return f'<a:schemeClr val="{item.name}">{inner}</a:schemeClr>' if inner else f'<a:schemeClr val="{item.name}"/>'


def fill(item: ThemeColor | None) -> str:
    return f"<a:solidFill>{color(item)}</a:solidFill>" if item is not None else "<a:noFill/>"


def runs(
    paragraph: Paragraph,
    lang: str,
    link_id: LinkId,
    look: str = "",
    inner: str = "",
    suffix: str = "",
    emphasis: str = "",
    ends: Sequence[int] = (),
) -> str:
    """a:r and a:br elements. `look`: more attributes, `inner`: fill and font of each run's properties, `emphasis`: of bold
    ones; `ends`: after which of its letters a run is written in two."""
    out: list[str] = []
    for run in _parted(paragraph.runs, ends):
        attributes = (
            f'lang="{run.lang or lang}"{look}'
            + (' b="1"' if run.bold and 'b="1"' not in look else "")
            + (' i="1"' if run.italic else "")
        )
        click = ""
        if run.link is not None:
            rid, action, more = link_id(run.link)
            if rid:
                act = f' action="{action}"' if action else ""
                click = f'<a:hlinkClick r:id="{rid}"{act}>{more}</a:hlinkClick>' if more else f'<a:hlinkClick r:id="{rid}"{act}/>'
        own = emphasis if emphasis and run.bold else inner
        props = f'<a:rPr {attributes} dirty="0">{own}{click}</a:rPr>' if own or click else f'<a:rPr {attributes} dirty="0"/>'
        for n, piece in enumerate(run.text.split("\v")):
            if n:
                out.append(f"<a:br>{props}</a:br>")
            if piece:
                out.append(f"<a:r>{props}<a:t>{words(piece)}</a:t></a:r>")
    if suffix:
        props = f'<a:rPr lang="{lang}"{look} dirty="0">{inner}</a:rPr>' if inner else f'<a:rPr lang="{lang}"{look} dirty="0"/>'
        out.append(f"<a:r>{props}<a:t>{words(suffix)}</a:t></a:r>")
    return "".join(out)


def _parted(given: Sequence[Run], ends: Sequence[int]) -> Iterator[Run]:
    at = 0
    for run in given:
        cuts = [0, *(end - at for end in ends if 0 < end - at < len(run.text)), len(run.text)]
        yield from (replace(run, text=run.text[a:b]) for a, b in pairwise(cuts)) if len(cuts) > 2 else (run,)
        at += len(run.text)


def drawn_body(item: PlacedShape, lang: str, link_id: LinkId, heading: str = "+mj-lt") -> str:
    """Paragraphs of a drawn shape, each in its manner. `heading`: how the font of headings is named."""
    out: list[str] = []
    for n, paragraph in enumerate(item.paragraphs):
        manner = item.manner(n)
        look = f' sz="{round((manner.size_pt or 18) * 100)}"' + (' b="1"' if manner.bold else "")
        look += ' u="sng"' if item.underline else ""
        look += f' spc="{round(item.letter_pt * 100)}"' if item.letter_pt else ""
        inner = fill(manner.color) if manner.color is not None else ""
        inner += f"<a:latin typeface={quoted(heading)}/>" if item.heading_font else ""
        props = _manner(item, manner, n, direction(paragraph, item.align))
        end = f'<a:endParaRPr lang="{lang}"{look} dirty="0"/>' if not paragraph.runs else ""
        out.append(f"<a:p>{props}{runs(paragraph, lang, link_id, look, inner)}{end}</a:p>")
    return "".join(out) or f'<a:p><a:endParaRPr lang="{lang}" dirty="0"/></a:p>'


def direction(paragraph: Paragraph, align: str = "l") -> str:
    """Attributes of a:pPr (21.1.2.2.7) that say where a paragraph begins: its alignment where that is not the left, and `rtl`.
    `align`: "" inherits it."""
    if paragraph.right_to_left:
        return f' algn="{align if align in ("ctr", "just") else "r"}" rtl="1"'
    return f' algn="{align}"' if align not in ("", "l") else ""


def _manner(item: PlacedShape, manner: Manner, n: int, begins: str) -> str:
    """a:pPr (21.1.2.2.7) of a drawn shape's paragraph."""
    attributes = f' marL="{manner.hang}" indent="{-manner.hang}"' if manner.hang else ""
    attributes += begins
    inner = f'<a:lnSpc><a:spcPct val="{round(item.line_spacing * 100_000)}"/></a:lnSpc>' if item.line_spacing != 1.0 else ""
    inner += f'<a:spcBef><a:spcPts val="{round(manner.before_pt * 100)}"/></a:spcBef>' if n and manner.before_pt else ""
    marked = bool(manner.mark or manner.number)
    inner += f"<a:buClr>{color(manner.mark_color)}</a:buClr>" if marked and manner.mark_color is not None else ""
    if manner.mark:
        inner += f'<a:buFont typeface="Arial"/><a:buChar char={quoted(manner.mark)}/>'
    elif manner.number:
        begin = f' startAt="{manner.number}"' if manner.number > 1 else ""
        inner += f'<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPlain"{begin}/>'
    elif manner.hang:
        inner += f'<a:buNone/><a:tabLst><a:tab pos="{manner.hang}" algn="l"/></a:tabLst>'
    if not attributes and not inner:
        return ""
    return f"<a:pPr{attributes}>{inner}</a:pPr>" if inner else f"<a:pPr{attributes}/>"


def insets_xml(insets: Insets | None) -> str:
    if insets is None:
        return ""
    return f' lIns="{insets.left}" tIns="{insets.top}" rIns="{insets.right}" bIns="{insets.bottom}"'


UPRIGHT = ' rot="0" vert="horz"'


def text_body(
    item: PlacedText, lang: str, link_id: LinkId, start: int = 1, dress: Dress = PLAIN, *, upright: bool = False
) -> str:
    """p:txBody of a placeholder or text box: what differs from what it inherits stands in its list style, so that an owner's new
    paragraphs look like the others. `start`: the first number of a list that began on another slide; `upright`: it takes after
    a placeholder that may be turned."""
    box = item.placeholder is None
    # Lines were measured as broken at the edge: a layout that lets them run on is told not to.
    held = ' wrap="square"' if item.placeholder is not None and not item.placeholder.style.wrap else ""
    wrap = ' wrap="square"' if box else held
    anchor = f' anchor="{item.anchor}"' if item.anchor else ""
    turn = (UPRIGHT if upright else "") + (' numCol="1"' if item.one_column else "")
    out = [
        f"<p:txBody><a:bodyPr{turn}{wrap}{insets_xml(item.insets)}{anchor}><a:normAutofit/></a:bodyPr>",
        _list_style(item, dress),
    ]
    last = len(item.paragraphs) - 1
    strong = fill(item.emphasis) if item.emphasis is not None else ""
    for n, paragraph in enumerate(item.paragraphs):
        props = _paragraph_props(item, paragraph, start)
        suffix = item.suffix if n == last else ""
        end = f'<a:endParaRPr lang="{lang}" dirty="0"/>' if not paragraph.runs and not suffix else ""
        out.append(f"<a:p>{props}{runs(paragraph, lang, link_id, suffix=suffix, emphasis=strong)}{end}</a:p>")
    if not item.paragraphs:
        out.append(f'<a:p><a:endParaRPr lang="{lang}" dirty="0"/></a:p>')
    out.append("</p:txBody>")
    return "".join(out)


def _list_style(item: PlacedText, dress: Dress) -> str:
    levels = []
    dress = dress if item.placeholder is None else PLAIN
    for n, size in enumerate(item.sizes[:9]):
        own, spacing = dress.paragraph(n, spaced=item.line_spacing is None)
        attributes = own.replace(' algn="l"', "") + f' algn="{item.align}"' if item.align else own
        if item.line_spacing is not None:
            spacing += f'<a:lnSpc><a:spcPct val="{round(item.line_spacing * 100_000)}"/></a:lnSpc>'
        if item.space_before_pt is not None:
            spacing += f'<a:spcBef><a:spcPts val="{round(item.space_before_pt * 100)}"/></a:spcBef>'
        spacing += dress.after(n)
        plain, latin = dress.run(n, item.font)
        plain = plain.replace(' b="0"', "") if item.bold is not None else plain
        look = (f' sz="{round(size * 100)}"' if size is not None else "") + (
            f' b="{int(item.bold)}"' if item.bold is not None else ""
        )
        look += plain + (' cap="none"' if item.uncapped else "")
        inner = (fill(item.color) if item.color is not None else "") + latin
        default = f"<a:defRPr{look}>{inner}</a:defRPr>" if inner else f"<a:defRPr{look}/>" if look else ""
        if attributes or spacing or default:
            levels.append(f"<a:lvl{n + 1}pPr{attributes}>{spacing}{default}</a:lvl{n + 1}pPr>")
    return f"<a:lstStyle>{''.join(levels)}</a:lstStyle>" if levels else "<a:lstStyle/>"


def _paragraph_props(item: PlacedText, paragraph: Paragraph, start: int) -> str:
    level = min(paragraph.level, 8)
    inherited = item.placeholder.style.levels[level].bullet if item.placeholder is not None else ""
    attributes = f' lvl="{level}"' if level else ""
    if paragraph.right_to_left:
        given = item.placeholder.style.levels[level].align if item.placeholder is not None else ""
        attributes += direction(paragraph, item.align or given or "l")
    inner = ""
    if paragraph.list == "none" and inherited:
        attributes += (
            f' marL="{item.placeholder.style.levels[level].margin_left if level and item.placeholder else 0}" indent="0"'
        )
        inner = "<a:buNone/>"
    elif paragraph.list == "bullet" and (not inherited or inherited == "1."):
        attributes += f' marL="{285_750 * (level + 1)}" indent="-285750"'
        inner = f'<a:buFont typeface="Arial"/><a:buChar char="{"•" if level % 2 == 0 else "–"}"/>'
    elif paragraph.list == "number":
        attributes += f' marL="{457_200 * (level + 1)}" indent="-457200"'
        begin = f' startAt="{start}"' if start > 1 and not level else ""
        inner = f'<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"{begin}/>'
    if not attributes and not inner:
        return ""
    return f"<a:pPr{attributes}>{inner}</a:pPr>" if inner else f"<a:pPr{attributes}/>"
