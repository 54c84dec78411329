"""Pieces that the default template is made of: the grid, colours, list levels, placeholders and drawn shapes as XML (ECMA-376
Part 1, 19-21).

Lengths are in px of a slide 1,280 x 720 (docs/look.md): 1 px is 9,525 EMU, 0.75 pt."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

PX = 9_525
WIDTH, HEIGHT = 1280, 720
MARGIN, MODULE, GUTTER = 64, 98, 24
TITLE_Y, ZONE_Y, ZONE_H, FOOT_Y, FOOT_H = 44, 152, 480, 660, 24
WHOLE, HALF = 1152, 552
"""Widths: all twelve columns, and the text's half of a slide with a map."""
LOGO_MARK, MAP_MARK, SIGN_MARK, SHADE_MARK = "Logotyp plats", "Karta plats", "Silhuett plats", "Silhuett botten"
"""Invisible rectangles that say where the logo, the map, the place's silhouette, and its silhouette as a ground, may stand."""

NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
Box = tuple[int, int, int, int]
Color = tuple[str, int, int]

INK, WHITE, STRONG, STONE, GRAPHITE = (("tx1", 0, 0), ("bg1", 0, 0), ("accent1", 0, 0), ("accent2", 0, 0), ("accent5", 0, 0))
PAPER = ("bg2", 45_000, 55_000)
LIGHT_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
    'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
DARK_MAP = (
    '<p:clrMapOvr><a:overrideClrMapping bg1="dk2" tx1="lt1" bg2="dk1" tx2="lt2" accent1="accent6" '
    'accent2="accent2" accent3="lt2" '
    'accent4="accent4" accent5="accent2" accent6="accent1" hlink="accent6" folHlink="accent6"/></p:clrMapOvr>'
)
"""On dark slides each colour's name stands for one that reads there: what is pasted turns light by itself (19.3.1.7
clrMapOvr)."""
MASTER_MAP = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"


def left(column: int) -> int:
    """Where column 1, 2 … begins."""
    return MARGIN + MODULE * (column - 1)


def wide(columns: int) -> int:
    return MODULE * columns - GUTTER


# --- small pieces -------------------------------------------------------------------------------------------------------------


def color(name: str, mod: int = 0, off: int = 0) -> str:
    inner = (f'<a:lumMod val="{mod}"/>' if mod else "") + (f'<a:lumOff val="{off}"/>' if off else "")
    return f'<a:schemeClr val="{name}">{inner}</a:schemeClr>' if inner else f'<a:schemeClr val="{name}"/>'


def fill(name: str, mod: int = 0, off: int = 0) -> str:
    return f"<a:solidFill>{color(name, mod, off)}</a:solidFill>"


def ground(ink: Color) -> str:
    return f"<p:bg><p:bgPr>{fill(*ink)}<a:effectLst/></p:bgPr></p:bg>"


def xfrm(box: Box) -> str:
    x, y, w, h = (length * PX for length in box)
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'


def line(ink: Color, px: float, dash: str = "") -> str:
    """a:ln, `px` wide."""
    broken = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:ln w="{round(px * PX)}">{fill(*ink)}{broken}</a:ln>'


def level(
    n: int,
    size: float,
    *,
    bold: bool = False,
    mark: str = "",
    left: int = 0,
    hang: int = 0,
    before: float = 0,
    ink: Color = INK,
    major: bool = False,
    align: str = "l",
    spacing: int = 100,
    letters: int = 0,
) -> str:
    """A list level's properties (21.1.2.4.13 lvl1pPr). `left`, `hang` in px; `letters`: what they are moved on, in 1/100 pt."""
    face = "mj" if major else "mn"
    bullet = (
        f'<a:buClr>{color(*STRONG)}</a:buClr><a:buFont typeface="Arial"/><a:buChar char="{mark}"/>' if mark else "<a:buNone/>"
    )
    moved = f' spc="{letters}"' if letters else ""
    return (
        f'<a:lvl{n}pPr marL="{left * PX}" indent="{-hang * PX}" algn="{align}" defTabSz="914400" '
        f'rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        f'<a:lnSpc><a:spcPct val="{spacing * 1000}"/></a:lnSpc><a:spcBef><a:spcPts val="{round(before * 100)}"/></a:spcBef>'
        f'{bullet}<a:defRPr sz="{round(size * 100)}" b="{int(bold)}" i="0" kern="1200"{moved}>{fill(*ink)}'
        f'<a:latin typeface="+{face}-lt"/><a:ea typeface="+{face}-ea"/><a:cs typeface="+{face}-cs"/></a:defRPr></a:lvl{n}pPr>'
    )


def tweak(
    n: int,
    size: float,
    *,
    bold: bool | None = None,
    ink: Color | None = None,
    plain: bool = False,
    align: str = "",
    spacing: int = 0,
    before: float | None = None,
    hang: int = 0,
    letters: int | None = None,
) -> str:
    """A level in a layout: only what differs from the master. `hang`: how far its first line stands out, in px."""
    margin = f' marL="{hang * PX}" indent="{-hang * PX}"' if plain else ""
    attributes = margin + (f' algn="{align}"' if align else "")
    inner = f'<a:lnSpc><a:spcPct val="{spacing * 1000}"/></a:lnSpc>' if spacing else ""
    inner += f'<a:spcBef><a:spcPts val="{round(before * 100)}"/></a:spcBef>' if before is not None else ""
    inner += "<a:buNone/>" if plain else ""
    look = (f' b="{int(bold)}"' if bold is not None else "") + (f' spc="{letters}"' if letters is not None else "")
    run = f'<a:defRPr sz="{round(size * 100)}"{look}>{fill(*ink) if ink else ""}</a:defRPr>'
    return f"<a:lvl{n}pPr{attributes}>{inner}{run}</a:lvl{n}pPr>"


def plain_levels(first: float, rest: float = 18, **look: object) -> str:
    """Levels without marks: the first, and those under it in another size."""
    return tweak(1, first, plain=True, **{"before": 0, **look}) + "".join(  # type: ignore[arg-type]
        tweak(n, rest, plain=True, before=0) for n in range(2, 6)
    )


def words_of(*lines: str) -> str:
    """Prompt: a paragraph a line, each in the next level where it begins with a tab."""
    found = lines or ("Klicka och skriv", "\tNivå två", "\t\tNivå tre", "\t\t\tNivå fyra", "\t\t\t\tNivå fem")
    return "".join(
        f'<a:p><a:pPr lvl="{len(item) - len(item.lstrip(chr(9)))}"/><a:r><a:rPr lang="sv-SE"/>'
        f"<a:t>{escape(item.strip(chr(9)))}</a:t></a:r></a:p>"
        for item in found
    )


@dataclass
class Shapes:
    """The shapes of one part, each with the next id."""

    xml: str = ""
    last: int = 1

    def _id(self) -> int:
        self.last += 1
        return self.last

    def placeholder(
        self,
        kind: str,
        idx: int,
        name: str,
        box: Box | None,
        words: str,
        *,
        styles: str = "",
        anchor: str = "",
        size: str = "",
        first: bool = False,
    ) -> None:
        """A placeholder (19.3.1.36 ph). Titles carry no idx. `first`: nothing above it says how it sits."""
        ph = (f' type="{kind}"' if kind != "obj" else "") + (f' sz="{size}"' if size else "") + (f' idx="{idx}"' if idx else "")
        form = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' if first or kind == "pic" else ""
        place = f"<p:spPr>{xfrm(box)}{form}</p:spPr>" if box else "<p:spPr/>"
        anchored = f' anchor="{anchor}"' if anchor else ""
        sits = ' vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"' if first else ""
        # Footers and the like take nothing of the master's body.
        own = "" if first or kind in ("title", "ctrTitle") else ' lIns="0" tIns="0" rIns="0" bIns="0"'
        lst = f"<a:lstStyle>{styles}</a:lstStyle>" if styles else "<a:lstStyle/>"
        self.xml += (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self._id()}" name={quoteattr(name)}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f"<p:nvPr><p:ph{ph}/></p:nvPr></p:nvSpPr>{place}<p:txBody><a:bodyPr{sits}{own}{anchored}><a:normAutofit/>"
            f"</a:bodyPr>{lst}{words}</p:txBody></p:sp>"
        )

    def _head(self, name: str) -> str:
        mark = (
            '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
            'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
        )
        return f'<p:cNvPr id="{self._id()}" name={quoteattr(name)}>{mark}</p:cNvPr>'

    def mark(self, name: str, box: Box) -> None:
        """An invisible rectangle for what each place has for itself."""
        self.xml += (
            f'<p:sp><p:nvSpPr>{self._head(name)}<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{xfrm(box)}'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></p:spPr>'
            '<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:endParaRPr lang="sv-SE"/></a:p></p:txBody></p:sp>'
        )

    def block(self, name: str, box: Box, ink: Color) -> None:
        self.xml += (
            f'<p:sp><p:nvSpPr>{self._head(name)}<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{xfrm(box)}'
            f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill(*ink)}<a:ln><a:noFill/></a:ln></p:spPr>'
            '<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:endParaRPr lang="sv-SE"/></a:p></p:txBody></p:sp>'
        )

    def rule(self, name: str, x: int, y: int, length: int, ink: Color, px: float, dash: str = "") -> None:
        self.xml += (
            f'<p:cxnSp><p:nvCxnSpPr>{self._head(name)}<p:cNvCxnSpPr/><p:nvPr userDrawn="1"/></p:nvCxnSpPr>'
            f'<p:spPr>{xfrm((x, y, length, 0))}<a:prstGeom prst="line"><a:avLst/>'
            f"</a:prstGeom>{line(ink, px, dash)}</p:spPr></p:cxnSp>"
        )

    def words(self, name: str, box: Box, words: str, size: float, ink: Color) -> None:
        """Words that stand on the layout itself."""
        self.xml += (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self._id()}" name={quoteattr(name)}/><p:cNvSpPr txBox="1"/>'
            f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{xfrm(box)}'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>'
            '<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="ctr">'
            f"<a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:r>"
            f'<a:rPr lang="sv-SE" sz="{round(size * 100)}">{fill(*ink)}</a:rPr><a:t>{escape(words)}</a:t></a:r></a:p>'
            f"</p:txBody></p:sp>"
        )

    def furniture(self, *, dark: bool = False, master: bool = False, panel: bool = False) -> None:
        """Footer and number: `panel`, where a map has the right half."""
        number = (524 if panel else 1136, FOOT_Y, 80, FOOT_H)
        boxes = {"ftr": (108, FOOT_Y, 330, FOOT_H), "sldNum": number}
        ink = INK if dark else GRAPHITE
        for kind, idx, name in (("ftr", 11, "Sidfot"), ("sldNum", 12, "Bildnummer")):
            if kind == "sldNum":
                words = (
                    '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="sv-SE"/>'
                    '<a:t>‹#›</a:t></a:fld><a:endParaRPr lang="sv-SE"/></a:p>'
                )
            else:
                # Words of its own: from an empty footer LibreOffice takes no font.
                words = f'<a:p><a:r><a:rPr lang="sv-SE"/><a:t>{name}</a:t></a:r></a:p>'
            if master:
                look = level(1, 12, ink=ink, align="r" if kind == "sldNum" else "l", bold=True)
                number_of = {"ftr": 3, "sldNum": 4}[kind]
                self.placeholder(kind, number_of, name, boxes[kind], words, styles=look, anchor="ctr", first=True, size="quarter")
            else:
                styles = tweak(1, 12, ink=ink) if dark else ""
                box = number if panel and kind == "sldNum" else None
                self.placeholder(kind, idx, name, box, words, styles=styles, size="quarter")


def source_line(shapes: Shapes, dark: bool = False) -> None:
    """The one line that says where a slide's words come from."""
    look = tweak(1, 12, plain=True, before=0, ink=INK if dark else GRAPHITE, spacing=100)
    box = (456, FOOT_Y, 672, FOOT_H)
    shapes.placeholder("body", 20, "Källrad", box, words_of("Källa: "), styles=look, anchor="ctr", size="quarter")


TITLE = words_of("Klicka och skriv en rubrik").replace('<a:pPr lvl="0"/>', "")
TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
