# A line of XML reads best whole.
"""Makes standard.potx, the default template: `python branding/standard/make_template.py [FILE]`.

Written as XML by hand, so that every byte is ours and the same each time (ECMA-376 Part 1, clauses 19-21; child order matters).
The grid, the type and the colour roles are those of docs/look.md. All colours are the theme's, so another theme is another
brand. Invisible
rectangles say where the place's map and silhouette, and a logo, stand (deck/template/branding.py puts them there).
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import quoteattr

from layouts import layouts, master
from pieces import (
    HEIGHT,
    LIGHT_MAP,
    NS,
    PX,
    REL,
    TREE,
    WIDTH,
    level,
    words_of,
)

DATE = (1980, 1, 1, 0, 0, 0)

COLORS = {
    "dk1": "1C1915",
    "lt1": "FFFFFF",
    "dk2": "1C2547",
    "lt2": "CDD8F9",
    "accent1": "4A5A99",
    "accent2": "96918C",
    "accent3": "242F68",
    "accent4": "7082C5",
    "accent5": "534F4A",
    "accent6": "B7C8FF",
    "hlink": "4A5A99",
    "folHlink": "242F68",
}
"""Those of an accent 4A5A99: a place without any other look is never seen in them, for each has its own."""


def theme(name: str) -> str:
    colors = "".join(f'<a:{key}><a:srgbClr val="{value}"/></a:{key}>' for key, value in COLORS.items())
    font = '<a:latin typeface="Arial" panose="020B0604020202020204"/><a:ea typeface=""/><a:cs typeface=""/>'
    plain = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(
        f'<a:ln w="{w}" cap="flat" cmpd="sng" algn="ctr">{plain}<a:prstDash val="solid"/><a:miter lim="800000"/></a:ln>'
        for w in (9525, 19050, 28575)
    )
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{colors}</a:clrScheme><a:fontScheme name="{name}"><a:majorFont>{font}</a:majorFont>'
        f'<a:minorFont>{font}</a:minorFont></a:fontScheme><a:fmtScheme name="{name}"><a:fillStyleLst>{plain * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{plain * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


TABLE_STYLE = "{8B5C1E52-6D0B-4C6A-9F5E-2D1F0A7C4E11}"


def table_styles() -> str:
    """An owner's own table looks like ours: rules above and below the header, a fine one under each row, nothing filled."""

    def rule(side: str, slot: str, width: int) -> str:
        return f'<a:{side}><a:ln w="{width}" cmpd="sng"><a:solidFill><a:schemeClr val="{slot}"/></a:solidFill></a:ln></a:{side}>'

    def part(tag: str, borders: str, bold: bool) -> str:
        weight = ' b="on"' if bold else ""
        return (
            f'<a:{tag}><a:tcTxStyle{weight}><a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef>'
            f'<a:schemeClr val="tx1"/></a:tcTxStyle>'
            f"<a:tcStyle><a:tcBdr>{borders}</a:tcBdr><a:fill><a:noFill/></a:fill></a:tcStyle></a:{tag}>"
        )

    heavy, fine = 2 * PX, PX
    whole = rule("bottom", "accent2", fine) + rule("insideH", "accent2", fine)
    return (
        f'<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{TABLE_STYLE}">'
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="Linjer">'
        + part("wholeTbl", whole, False)
        + part("lastCol", "", True)
        + part("firstCol", "", True)
        + part("lastRow", rule("top", "tx1", heavy), True)
        + part("firstRow", rule("top", "tx1", heavy) + rule("bottom", "tx1", heavy), True)
        + "</a:tblStyle></a:tblStyleLst>"
    )


NOTES = (6_858_000, 9_144_000)


def page_master(tag: str, title: str) -> str:
    """Notes or handouts, a portrait page: margins, a foot of two words, and on a notes page the slide above its notes
    (19.3.1.27, 19.3.1.24)."""
    edge, foot = 720_000, 8_460_000
    across = NOTES[0] - 2 * edge

    def shape(n: int, kind: str, name: str, box: tuple[int, int, int, int], inner: str) -> str:
        x, y, w, h = box
        lock = '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>' if kind == "sldImg" else '<a:spLocks noGrp="1"/>'
        line = (
            '<a:noFill/><a:ln w="9525"><a:solidFill><a:schemeClr val="accent2"/></a:solidFill></a:ln>' if kind == "sldImg" else ""
        )
        size = "" if kind == "sldImg" else ' sz="quarter"'
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{n}" name={quoteattr(name)}/><p:cNvSpPr>{lock}</p:cNvSpPr><p:nvPr>'
            f'<p:ph type="{kind}"{size} idx="{n}"/>'
            f'</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
            f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{line}</p:spPr>{inner}</p:sp>'
        )

    grey = '<a:solidFill><a:schemeClr val="accent5"/></a:solidFill>'

    def words(inner: str, anchor: str = "t", align: str = "l", small: bool = False) -> str:
        style = f'<a:lvl1pPr algn="{align}"><a:defRPr sz="900" b="1">{grey}</a:defRPr></a:lvl1pPr>'
        look = f"<a:lstStyle>{style}</a:lstStyle>" if small else "<a:lstStyle/>"
        sits = 'vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"'
        return f'<p:txBody><a:bodyPr {sits} anchor="{anchor}"/>{look}{inner}</p:txBody>'

    empty = '<a:p><a:endParaRPr lang="sv-SE"/></a:p>'
    number = (
        '<a:p><a:fld id="{0B1E3C0C-5C5D-4E0B-9C7A-6A0F6D6E2A11}" type="slidenum"><a:rPr lang="sv-SE"/>'
        '<a:t>‹#›</a:t></a:fld><a:endParaRPr lang="sv-SE"/></a:p>'
    )
    shapes = ""
    if tag == "notesMaster":
        tall = across * HEIGHT // WIDTH
        shapes = shape(2, "sldImg", "Bild", (edge, edge, across, tall), "") + shape(
            3, "body", "Anteckningar", (edge, edge + tall + 288_000, across, foot - edge - tall - 576_000), words(words_of())
        )
    shapes += shape(4, "ftr", "Sidfot", (edge, foot, across // 2, 216_000), words(empty, "ctr", small=True))
    shapes += shape(
        5, "sldNum", "Sidnummer", (edge + across // 2, foot, across - across // 2, 216_000), words(number, "ctr", "r", True)
    )
    levels = "".join(level(n, 12, left=(n - 1) * 24, before=4, spacing=105) for n in range(1, 10))
    style = f"<p:notesStyle>{levels}</p:notesStyle>" if tag == "notesMaster" else ""
    return (
        f'<p:{tag} {NS}><p:cSld name={quoteattr(title)}><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef>'
        f"</p:bg><p:spTree>{TREE}{shapes}</p:spTree></p:cSld>"
        f"{LIGHT_MAP}{style}</p:{tag}>"
    )


def presentation() -> str:
    levels = '<a:defPPr><a:defRPr lang="sv-SE"/></a:defPPr>' + "".join(level(n, 18, left=(n - 1) * 48) for n in range(1, 10))
    return (
        f'<p:presentation {NS} saveSubsetFonts="1" autoCompressPictures="0"><p:sldMasterIdLst>'
        f'<p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:handoutMasterIdLst>'
        '<p:handoutMasterId r:id="rId7"/></p:handoutMasterIdLst>'
        f'<p:sldSz cx="{WIDTH * PX}" cy="{HEIGHT * PX}"/><p:notesSz cx="{NOTES[0]}" cy="{NOTES[1]}"/>'
        f"<p:defaultTextStyle>{levels}</p:defaultTextStyle></p:presentation>"
    )


def relationships(*items: tuple[str, str]) -> str:
    rows = "".join(f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(items, 1))
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def parts() -> dict[str, str]:
    """The package's parts, in the order in which Office writes them."""
    sheets = layouts()
    ml = "application/vnd.openxmlformats-officedocument.presentationml."
    dml = "application/vnd.openxmlformats-officedocument."
    kinds = {
        "/ppt/presentation.xml": ml + "template.main+xml",
        "/ppt/slideMasters/slideMaster1.xml": ml + "slideMaster+xml",
        **{f"/ppt/slideLayouts/slideLayout{n}.xml": ml + "slideLayout+xml" for n in range(1, len(sheets) + 1)},
        "/ppt/notesMasters/notesMaster1.xml": ml + "notesMaster+xml",
        "/ppt/handoutMasters/handoutMaster1.xml": ml + "handoutMaster+xml",
        "/ppt/theme/theme1.xml": dml + "theme+xml",
        "/ppt/theme/theme2.xml": dml + "theme+xml",
        "/ppt/theme/theme3.xml": dml + "theme+xml",
        "/ppt/presProps.xml": ml + "presProps+xml",
        "/ppt/viewProps.xml": ml + "viewProps+xml",
        "/ppt/tableStyles.xml": ml + "tableStyles+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": dml + "extended-properties+xml",
    }
    types = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    out = {
        "[Content_Types].xml": f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{types}</Types>",
        "_rels/.rels": relationships(
            (f"{REL}/officeDocument", "ppt/presentation.xml"),
            ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{REL}/extended-properties", "docProps/app.xml"),
        ),
        "ppt/presentation.xml": presentation(),
        "ppt/_rels/presentation.xml.rels": relationships(
            (f"{REL}/slideMaster", "slideMasters/slideMaster1.xml"),
            (f"{REL}/notesMaster", "notesMasters/notesMaster1.xml"),
            (f"{REL}/presProps", "presProps.xml"),
            (f"{REL}/viewProps", "viewProps.xml"),
            (f"{REL}/theme", "theme/theme1.xml"),
            (f"{REL}/tableStyles", "tableStyles.xml"),
            (f"{REL}/handoutMaster", "handoutMasters/handoutMaster1.xml"),
        ),
        "ppt/slideMasters/slideMaster1.xml": master(len(sheets)),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relationships(
            *((f"{REL}/slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in range(1, len(sheets) + 1)),
            (f"{REL}/theme", "../theme/theme1.xml"),
        ),
    }
    for n, sheet in enumerate(sheets, 1):
        out[f"ppt/slideLayouts/slideLayout{n}.xml"] = sheet
        out[f"ppt/slideLayouts/_rels/slideLayout{n}.xml.rels"] = relationships(
            (f"{REL}/slideMaster", "../slideMasters/slideMaster1.xml")
        )
    out |= {
        "ppt/notesMasters/notesMaster1.xml": page_master("notesMaster", "Anteckningar"),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": relationships((f"{REL}/theme", "../theme/theme2.xml")),
        "ppt/handoutMasters/handoutMaster1.xml": page_master("handoutMaster", "Åhörarkopior"),
        "ppt/handoutMasters/_rels/handoutMaster1.xml.rels": relationships((f"{REL}/theme", "../theme/theme3.xml")),
        "ppt/theme/theme1.xml": theme("Standard"),
        "ppt/theme/theme2.xml": theme("Anteckningar"),
        "ppt/theme/theme3.xml": theme("Åhörarkopior"),
        "ppt/presProps.xml": f"<p:presentationPr {NS}/>",
        "ppt/viewProps.xml": f'<p:viewPr {NS}><p:gridSpacing cx="76200" cy="76200"/></p:viewPr>',
        "ppt/tableStyles.xml": table_styles(),
        "docProps/core.xml": "<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        '<dc:title>Standardmall</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">2020-04-30T00:00:00Z</dcterms:created>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">2020-04-30T00:00:00Z</dcterms:modified></cp:coreProperties>',
        "docProps/app.xml": "<Properties "
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><TotalTime>0</TotalTime>'
        "<Application>Microsoft Office PowerPoint</Application></Properties>",
    }
    return out


def write(target: Path) -> None:
    """Stored, with one fixed date: compressed bytes differ from one zlib to the next."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, words in parts().items():
            info = zipfile.ZipInfo(name, DATE)
            info.compress_type = zipfile.ZIP_STORED
            info.create_system = 0
            archive.writestr(info, words.encode())


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("standard.potx"))
