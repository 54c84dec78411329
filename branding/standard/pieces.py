"""Pieces that the default template is made of: colours, list levels, placeholders and drawn shapes as
XML (ECMA-376 Part 1, 19-21)."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

WIDTH, HEIGHT = 12_192_000, 6_858_000
MARGIN, GUTTER = 720_000, 216_000
COLUMN = (WIDTH - 2 * MARGIN - 11 * GUTTER) // 12
TITLE_Y, TITLE_H = 612_000, 1_116_000
BODY_Y, BODY_BOTTOM = 1_836_000, 5_940_000
FOOT_Y, FOOT_H = 6_228_000, 324_000
LOGO_MARK = "Logotyp plats"

NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def col(first: int, last: int) -> tuple[int, int]:
    """x and width of the columns `first` to `last`, from 1, both counted."""
    x = MARGIN + (first - 1) * (COLUMN + GUTTER)
    return x, (last - first + 1) * COLUMN + (last - first) * GUTTER


def at(first: int, last: int, top: int, bottom: int) -> tuple[int, int, int, int]:
    x, width = col(first, last)
    return x, top, width, bottom - top


# --- small pieces -------------------------------------------------------------------------------------------------------------


def color(name: str, mod: int = 0, off: int = 0) -> str:
    inner = (f'<a:lumMod val="{mod}"/>' if mod else "") + (f'<a:lumOff val="{off}"/>' if off else "")
    return f'<a:schemeClr val="{name}">{inner}</a:schemeClr>' if inner else f'<a:schemeClr val="{name}"/>'


def fill(name: str, mod: int = 0, off: int = 0) -> str:
    return f"<a:solidFill>{color(name, mod, off)}</a:solidFill>"


LIGHT = ("bg2", 90_000, 0)
QUIET = ("tx1", 75_000, 25_000)


def xfrm(box: tuple[int, int, int, int]) -> str:
    x, y, w, h = box
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'


def level(
    n: int,
    size: float,
    *,
    bold: bool = False,
    mark: str = "",
    left: int = 0,
    hang: int = 0,
    before: float = 0,
    ink: tuple[str, int, int] | None = None,
    major: bool = False,
    align: str = "l",
    spacing: int = 100,
    tag: str = "",
    italic: bool = False,
    mark_ink: str = "accent1",
) -> str:
    """A list level's properties (21.1.2.4.13 lvl1pPr)."""
    name = tag or f"a:lvl{n}pPr"
    face = "mj" if major else "mn"
    bullet = (
        f'<a:buClr>{color(mark_ink)}</a:buClr><a:buFont typeface="Arial"/><a:buChar char="{mark}"/>' if mark else "<a:buNone/>"
    )
    return (
        f'<{name} marL="{left}" indent="{-hang}" algn="{align}" defTabSz="914400" rtl="0" eaLnBrk="1" '
        f'latinLnBrk="0" hangingPunct="1">'
        f'<a:lnSpc><a:spcPct val="{spacing * 1000}"/></a:lnSpc><a:spcBef><a:spcPts val="{round(before * 100)}"/></a:spcBef>'
        f'{bullet}<a:defRPr sz="{round(size * 100)}" b="{int(bold)}" i="{int(italic)}" '
        f'kern="1200">{fill(*(ink or ("tx1", 0, 0)))}'
        f'<a:latin typeface="+{face}-lt"/><a:ea typeface="+{face}-ea"/><a:cs typeface="+{face}-cs"/></a:defRPr></{name}>'
    )


def tweak(
    n: int,
    size: float,
    *,
    bold: bool | None = None,
    ink: tuple[str, int, int] | None = None,
    plain: bool = False,
    align: str = "",
    spacing: int = 0,
    italic: bool = False,
    mark_ink: str = "",
    before: float | None = None,
) -> str:
    """A level in a layout: only what differs from the master."""
    attributes = (' marL="0" indent="0"' if plain else "") + (f' algn="{align}"' if align else "")
    inner = f'<a:lnSpc><a:spcPct val="{spacing * 1000}"/></a:lnSpc>' if spacing else ""
    inner += f'<a:spcBef><a:spcPts val="{round(before * 100)}"/></a:spcBef>' if before is not None else ""
    inner += f"<a:buClr>{color(mark_ink)}</a:buClr>" if mark_ink else ""
    inner += "<a:buNone/>" if plain else ""
    look = (f' b="{int(bold)}"' if bold is not None else "") + (' i="1"' if italic else "")
    return (
        f'<a:lvl{n}pPr{attributes}>{inner}<a:defRPr sz="{round(size * 100)}"{look}>'
        f"{fill(*ink) if ink else ''}</a:defRPr></a:lvl{n}pPr>"
    )


def body_levels(ink: tuple[str, int, int] | None = None, mark_ink: str = "") -> str:
    sizes = (24, 20, 18, 18, 18)
    return "".join(tweak(n, size, ink=ink, mark_ink=mark_ink) for n, size in enumerate(sizes, 1))


def words_of(name: str) -> str:
    lines = ("Klicka och skriv", "Nivå två", "Nivå tre", "Nivå fyra", "Nivå fem") if name == "levels" else (name,)
    return "".join(
        f'<a:p><a:pPr lvl="{n}"/><a:r><a:rPr lang="sv-SE"/><a:t>{escape(line)}</a:t></a:r></a:p>' for n, line in enumerate(lines)
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
        box: tuple[int, int, int, int] | None,
        words: str,
        *,
        styles: str = "",
        anchor: str = "",
        size: str = "",
        insets: bool = False,
    ) -> None:
        """A placeholder (19.3.1.36 ph). Titles carry no idx."""
        ph = (f' type="{kind}"' if kind != "obj" else "") + (f' sz="{size}"' if size else "") + (f' idx="{idx}"' if idx else "")
        place = f"<p:spPr>{xfrm(box)}</p:spPr>" if box and not insets else ""
        if insets and box:
            place = f'<p:spPr>{xfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        anchored = f' anchor="{anchor}"' if anchor else ""
        zero = ' lIns="0" tIns="0" rIns="0" bIns="0"' if insets else ""
        vert = ' vert="horz" wrap="square" rtlCol="0"' if insets else ""
        lst = f"<a:lstStyle>{styles}</a:lstStyle>" if styles else "<a:lstStyle/>"
        body = f"<a:bodyPr{vert}{zero}{anchored}><a:normAutofit/></a:bodyPr>"
        self.xml += (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self._id()}" name={quoteattr(name)}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f"<p:nvPr><p:ph{ph}/></p:nvPr></p:nvSpPr>{place or '<p:spPr/>'}<p:txBody>{body}{lst}{words}</p:txBody></p:sp>"
        )

    def _drawn(self, name: str, geometry: str, paint: str, decorative: bool = True) -> None:
        mark = (
            '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
            'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
        )
        head = f'<p:cNvPr id="{self._id()}" name={quoteattr(name)}>{mark if decorative else ""}</p:cNvPr>'
        self.xml += (
            f'<p:sp><p:nvSpPr>{head}<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
            f"{geometry}{paint}<a:ln><a:noFill/></a:ln></p:spPr>"
            '<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:endParaRPr lang="sv-SE"/></a:p></p:txBody></p:sp>'
        )

    def block(self, name: str, box: tuple[int, int, int, int], ink: tuple[str, int, int] | None) -> None:
        self._drawn(name, f'{xfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>', fill(*ink) if ink else "<a:noFill/>")

    def logo(self, box: tuple[int, int, int, int]) -> None:
        self.block(LOGO_MARK, box, None)

    def quarter(self, name: str, radius: int, ink: tuple[str, int, int]) -> None:
        """A quarter disc in the upper right corner."""
        path = (
            f'<a:path w="{radius}" h="{radius}"><a:moveTo><a:pt x="0" y="0"/></a:moveTo>'
            f'<a:arcTo wR="{radius}" hR="{radius}" stAng="10800000" swAng="-5400000"/>'
            f'<a:lnTo><a:pt x="{radius}" y="0"/></a:lnTo><a:close/></a:path>'
        )
        geometry = (
            f"{xfrm((WIDTH - radius, 0, radius, radius))}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
            f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>{path}</a:pathLst></a:custGeom>'
        )
        self._drawn(name, geometry, fill(*ink))

    def furniture(self, dark: bool = False, master: bool = False) -> None:
        styles = tweak(1, 12, ink=("bg1", 0, 0)) if dark and not master else ""
        boxes = {
            "sldNum": at(1, 1, FOOT_Y, FOOT_Y + FOOT_H),
            "ftr": at(2, 7, FOOT_Y, FOOT_Y + FOOT_H),
            "dt": at(8, 9, FOOT_Y, FOOT_Y + FOOT_H),
        }
        for kind, idx, name in (("dt", 10, "Datum"), ("ftr", 11, "Sidfot"), ("sldNum", 12, "Bildnummer")):
            if kind == "sldNum":
                words = (
                    '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
                    '<a:rPr lang="sv-SE"/><a:t>‹#›</a:t></a:fld><a:endParaRPr lang="sv-SE"/></a:p>'
                )
            else:
                # Words of its own: from an empty footer LibreOffice takes no font.
                words = f'<a:p><a:r><a:rPr lang="sv-SE"/><a:t>{name}</a:t></a:r></a:p>'
            if master:
                align = "r" if kind == "dt" else "l"
                look = level(1, 12, ink=QUIET, align=align, bold=kind == "sldNum")
                self.placeholder(
                    kind,
                    {"dt": 2, "ftr": 3, "sldNum": 4}[kind],
                    name,
                    boxes[kind],
                    words,
                    styles=look,
                    anchor="ctr",
                    insets=True,
                    size="half" if kind == "dt" else "quarter",
                )
            else:
                self.placeholder(kind, idx, name, None, words, styles=styles, size="half" if kind == "dt" else "quarter")


TITLE = '<a:p><a:r><a:rPr lang="sv-SE"/><a:t>Klicka och skriv en rubrik</a:t></a:r></a:p>'
TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
DARK = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="tx2"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
ON_DARK = ("bg1", 0, 0)
