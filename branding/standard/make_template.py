# A line of XML reads best whole.
"""Makes standard.potx, the default template: `python branding/standard/make_template.py [FILE]`.

Written as XML by hand, so that every byte is ours and the same each time (ECMA-376 Part 1, clauses 19-21; child order matters).
Slide 33.867 x 19.05 cm (16:9); margins 2 cm; a grid of twelve columns with gutters of 0.6 cm. All colours are the theme's, so
another theme is another brand. The invisible rectangles named "Logotyp plats" say where a logo may stand.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import quoteattr

from pieces import (
    BODY_BOTTOM,
    BODY_Y,
    DARK,
    HEAD,
    HEIGHT,
    LIGHT,
    MARGIN,
    NS,
    ON_DARK,
    REL,
    TITLE,
    TITLE_H,
    TITLE_Y,
    TREE,
    WIDTH,
    Shapes,
    at,
    body_levels,
    col,
    level,
    tweak,
    words_of,
    xfrm,
)

DATE = (1980, 1, 1, 0, 0, 0)

COLORS = {
    "dk1": "1B2328",
    "lt1": "FFFFFF",
    "dk2": "12353F",
    "lt2": "EDF2F0",
    "accent1": "0B6E69",
    "accent2": "A9510C",
    "accent3": "2F5F98",
    "accent4": "66701B",
    "accent5": "8A3160",
    "accent6": "56646C",
    "hlink": "0A5A8C",
    "folHlink": "6A3A7C",
}


# --- master and layouts --------------------------------------------------------------------------------------------------------


def master(count: int) -> str:
    shapes = Shapes()
    shapes.block("Kantlist", (0, 0, 180_000, HEIGHT), ("accent1", 0, 0))
    shapes.quarter("Ring 1", 576_000, ("accent1", 0, 0))
    shapes.quarter("Ring 2", 324_000, LIGHT)
    shapes.block("Accentlist", (MARGIN, 432_000, 864_000, 72_000), ("accent1", 0, 0))
    shapes.logo(at(10, 12, 6_120_000, 6_606_000))
    shapes.placeholder("title", 0, "Rubrik", at(1, 12, TITLE_Y, TITLE_Y + TITLE_H), TITLE, anchor="t", insets=True)
    shapes.placeholder("body", 1, "Text", at(1, 12, BODY_Y, BODY_BOTTOM), words_of("levels"), insets=True)
    shapes.furniture(master=True)
    ids = "".join(f'<p:sldLayoutId id="{2_147_483_649 + n}" r:id="rId{n + 1}"/>' for n in range(count))
    body = (
        level(1, 28, mark="•", left=360_000, hang=360_000, before=14)
        + level(2, 24, mark="–", left=684_000, hang=324_000, before=8)
        + "".join(
            level(n, 20, mark="•" if n % 2 else "–", left=684_000 + (n - 2) * 288_000, hang=288_000, before=6)
            for n in range(3, 10)
        )
    )
    other = '<a:defPPr><a:defRPr lang="sv-SE"/></a:defPPr>' + "".join(level(n, 18, left=(n - 1) * 457_200) for n in range(1, 10))
    return (
        f'{HEAD}<p:sldMaster {NS} preserve="1"><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/>'
        f"</a:solidFill><a:effectLst/></p:bgPr></p:bg>"
        f"<p:spTree>{TREE}{shapes.xml}</p:spTree></p:cSld>"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
        'accent3="accent3" accent4="accent4" '
        'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
        f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>"
        f"<p:txStyles><p:titleStyle>{level(1, 36, bold=True, major=True, spacing=95, ink=('tx2', 0, 0))}</p:titleStyle>"
        f"<p:bodyStyle>{body}</p:bodyStyle><p:otherStyle>{other}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def layout(name: str, kind: str, shapes: Shapes, *, dark: bool = False, plain: bool = False) -> str:
    shapes.furniture(dark=dark)
    kind_attr = f' type="{kind}"' if kind else ""
    own = ' showMasterSp="0"' if dark or plain else ""
    return (
        f'{HEAD}<p:sldLayout {NS}{own}{kind_attr} preserve="1" userDrawn="1"><p:cSld '
        f"name={quoteattr(name)}>{DARK if dark else ''}"
        f"<p:spTree>{TREE}{shapes.xml}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def dark_shapes(rings: tuple[int, ...], strip: bool = True) -> Shapes:
    """What the dark layouts share: rings in the corner, a strip on the edge, a place for a light logo."""
    shapes = Shapes()
    inks = (("accent1", 75_000, 0), ("accent1", 0, 0), LIGHT)
    for n, (radius, ink) in enumerate(zip(rings, inks, strict=False), 1):
        shapes.quarter(f"Ring {n}", radius, ink)
    if strip:
        shapes.block("Kantlist", (0, 0, 180_000, HEIGHT), ("accent1", 0, 0))
    return shapes


def front(name: str, kind: str, title_pt: int, body_kind: str, *, closing: bool = False, rings: tuple[int, ...]) -> str:
    """Title, section and closing: a title over a bar over text, on dark ground."""
    shapes = dark_shapes(rings)
    split = 2_808_000 if closing else 3_960_000
    top = 936_000 if closing else 1_224_000
    shapes.logo(at(9, 12, 5_760_000, 6_552_000))
    shapes.block("Accentlist", (MARGIN, split + 108_000, 864_000, 72_000), LIGHT)
    title = tweak(1, title_pt, bold=True, ink=ON_DARK, spacing=95)
    shapes.placeholder(
        "ctrTitle" if kind == "title" else "title", 0, "Rubrik", at(1, 8, top, split), TITLE, styles=title, anchor="b"
    )
    box = at(1, 9 if closing else 8, split + 324_000, 5_688_000)
    if closing:
        styles = body_levels(ON_DARK, "bg1").replace("<a:lvl1pPr>", '<a:lvl1pPr marL="0" indent="0">', 1)
        styles = styles.replace("</a:buClr>", "</a:buClr><a:buNone/>", 1)
        shapes.placeholder("body", 1, "Text", box, words_of("levels"), styles=styles)
    else:
        styles = tweak(1, 24, ink=ON_DARK, plain=True, before=6) + "".join(
            tweak(n, 20, ink=ON_DARK, plain=True) for n in range(2, 6)
        )
        shapes.placeholder(body_kind, 1, "Underrubrik", box, words_of("Klicka och skriv en underrubrik"), styles=styles)
    return layout(name, kind, shapes, dark=True)


def title_shape(shapes: Shapes) -> Shapes:
    shapes.placeholder("title", 0, "Rubrik", None, TITLE)
    return shapes


def content() -> str:
    shapes = title_shape(Shapes())
    shapes.placeholder("obj", 1, "Innehåll", None, words_of("levels"))
    return layout("Rubrik och innehåll", "obj", shapes)


def two() -> str:
    shapes = title_shape(Shapes())
    shapes.placeholder("obj", 1, "Vänster", at(1, 6, BODY_Y, BODY_BOTTOM), words_of("levels"), size="half")
    shapes.placeholder("obj", 2, "Höger", at(7, 12, BODY_Y, BODY_BOTTOM), words_of("levels"), size="half")
    return layout("Två innehåll", "twoObj", shapes)


def comparison() -> str:
    shapes = title_shape(Shapes())
    head = tweak(1, 24, bold=True, plain=True, ink=("tx2", 0, 0), before=0)
    top, split = BODY_Y - 36_000, BODY_Y + 648_000
    for n, (side, first, last) in enumerate((("Vänster", 1, 6), ("Höger", 7, 12))):
        x, width = col(first, last)
        shapes.block(f"Linje {side.lower()}", (x, split, width, 25_400), ("accent1", 0, 0))
        shapes.placeholder(
            "body", 1 + 2 * n, f"{side} rubrik", at(first, last, top, split - 54_000), words_of("Rubrik"), styles=head, anchor="b"
        )
        box = at(first, last, split + 144_000, BODY_BOTTOM)
        shapes.placeholder("obj", 2 + 2 * n, side, box, words_of("levels"), size="quarter")
    return layout("Jämförelse", "twoTxTwoObj", shapes)


def picture_text() -> str:
    shapes = title_shape(Shapes())
    shapes.placeholder(
        "pic",
        1,
        "Bild",
        at(8, 12, BODY_Y, BODY_BOTTOM),
        words_of("Klicka på ikonen och lägg till en bild"),
        styles=tweak(1, 18, plain=True),
    )
    shapes.placeholder("body", 2, "Text", at(1, 7, BODY_Y, BODY_BOTTOM), words_of("levels"), size="half")
    return layout("Bild och text", "picTx", shapes)


def data() -> str:
    shapes = title_shape(Shapes())
    shapes.placeholder("obj", 13, "Tabell eller diagram", at(1, 12, BODY_Y - 108_000, 6_012_000), words_of("levels"))
    return layout("Tabell eller diagram", "", shapes)


def quote() -> str:
    shapes = dark_shapes((1_296_000, 864_000, 432_000))
    x, _ = col(1, 1)
    shapes.block("Citatlist", (x, 1_692_000, 72_000, 2_988_000), LIGHT)
    shapes.logo(at(9, 12, 5_760_000, 6_552_000))
    shapes.placeholder(
        "title", 0, "Rubrik", at(1, 10, 576_000, 1_440_000), TITLE, anchor="t", styles=tweak(1, 28, bold=True, ink=ON_DARK)
    )
    words = tweak(1, 32, ink=ON_DARK, plain=True, spacing=110, before=0) + "".join(
        tweak(n, 24, ink=ON_DARK, plain=True) for n in range(2, 6)
    )
    box = (x + 360_000, 1_692_000, col(1, 11)[1] - 360_000, 2_988_000)
    shapes.placeholder("body", 13, "Citat", box, words_of("Klicka och skriv ett citat"), styles=words, anchor="ctr")
    by = tweak(1, 20, ink=ON_DARK, plain=True, before=0) + "".join(tweak(n, 18, ink=ON_DARK, plain=True) for n in range(2, 6))
    shapes.placeholder(
        "body",
        14,
        "Källa till citatet",
        (x + 360_000, 4_824_000, col(1, 11)[1] - 360_000, 828_000),
        words_of("Vem som sagt det"),
        styles=by,
        anchor="t",
    )
    return layout("Citat", "", shapes, dark=True)


def big_number() -> str:
    shapes = title_shape(Shapes())
    x, width = col(1, 6)
    shapes.block("Platta", (x, BODY_Y, width, BODY_BOTTOM - BODY_Y), ("bg2", 0, 0))
    shapes.block("Plattans list", (x, BODY_Y, 72_000, BODY_BOTTOM - BODY_Y), ("accent1", 0, 0))
    number = tweak(1, 115, bold=True, ink=("accent1", 0, 0), plain=True, align="ctr", spacing=90, before=0) + "".join(
        tweak(n, 24, plain=True, align="ctr") for n in range(2, 6)
    )
    box = (x + 180_000, BODY_Y + 144_000, width - 288_000, BODY_BOTTOM - BODY_Y - 288_000)
    shapes.placeholder("body", 13, "Stort tal", box, words_of("80"), styles=number, anchor="ctr")
    shapes.placeholder(
        "body",
        14,
        "Text",
        at(7, 12, BODY_Y, BODY_BOTTOM),
        words_of("levels"),
        anchor="ctr",
        size="half",
        styles=tweak(1, 24, plain=True),
    )
    return layout("Stort tal", "", shapes)


def empty() -> str:
    shapes = Shapes()
    shapes.logo(at(10, 12, 6_120_000, 6_606_000))
    return layout("Tom", "blank", shapes, plain=True)


def layouts() -> list[str]:
    return [
        front("Rubrikbild", "title", 44, "subTitle", rings=(3_240_000, 2_268_000, 1_296_000)),
        front("Avsnitt", "secHead", 40, "body", rings=(2_268_000, 1_296_000)),
        content(),
        two(),
        comparison(),
        layout("Endast rubrik", "titleOnly", title_shape(Shapes())),
        picture_text(),
        data(),
        quote(),
        big_number(),
        front("Avslutning", "", 40, "body", closing=True, rings=(3_240_000, 2_268_000, 1_296_000)),
        empty(),
    ]


# --- theme, notes master, presentation -----------------------------------------------------------------------------------------


def theme(name: str) -> str:
    colors = "".join(f'<a:{key}><a:srgbClr val="{value}"/></a:{key}>' for key, value in COLORS.items())
    font = '<a:latin typeface="Arial" panose="020B0604020202020204"/><a:ea typeface=""/><a:cs typeface=""/>'
    plain = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(
        f'<a:ln w="{w}" cap="flat" cmpd="sng" algn="ctr">{plain}<a:prstDash val="solid"/><a:miter lim="800000"/></a:ln>'
        for w in (6350, 12700, 19050)
    )
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{colors}</a:clrScheme><a:fontScheme name="{name}"><a:majorFont>{font}</a:majorFont>'
        f'<a:minorFont>{font}</a:minorFont></a:fontScheme><a:fmtScheme name="{name}"><a:fillStyleLst>{plain * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>"
        f"{plain * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def notes_master() -> str:
    """Portrait A4-like page: the slide above, its notes under (19.3.1.27)."""
    levels = "".join(level(n, 12, left=(n - 1) * 228_600, before=3) for n in range(1, 10))

    def shape(n: int, kind: str, name: str, box: tuple[int, int, int, int], inner: str) -> str:
        lock = '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>' if kind == "sldImg" else '<a:spLocks noGrp="1"/>'
        line = '<a:noFill/><a:ln w="12700"><a:solidFill><a:prstClr val="black"/></a:solidFill></a:ln>' if kind == "sldImg" else ""
        size = {"sldImg": "", "body": ' sz="quarter"'}.get(kind, ' sz="quarter"')
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{n}" name={quoteattr(name)}/><p:cNvSpPr>{lock}</p:cNvSpPr><p:nvPr>'
            f'<p:ph type="{kind}"{size} idx="{n}"/>'
            f'</p:nvPr></p:nvSpPr><p:spPr>{xfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{line}</p:spPr>{inner}</p:sp>'
        )

    def text(inner: str, anchor: str = "t", align: str = "l") -> str:
        look = (
            f'<a:lstStyle><a:lvl1pPr algn="{align}"><a:defRPr sz="1000"/></a:lvl1pPr></a:lstStyle>'
            if anchor == "b"
            else "<a:lstStyle/>"
        )
        return (
            f'<p:txBody><a:bodyPr vert="horz" lIns="91440" tIns="45720" rIns="91440" bIns="45720" rtlCol="0" '
            f'anchor="{anchor}"/>{look}{inner}</p:txBody>'
        )

    empty = '<a:p><a:endParaRPr lang="sv-SE"/></a:p>'
    number = (
        '<a:p><a:fld id="{0B1E3C0C-5C5D-4E0B-9C7A-6A0F6D6E2A11}" type="slidenum"><a:rPr lang="sv-SE"/>'
        '<a:t>‹#›</a:t></a:fld><a:endParaRPr lang="sv-SE"/></a:p>'
    )
    shapes = (
        shape(2, "sldImg", "Bild", (685_800, 685_800, 5_486_400, 3_086_100), "")
        + shape(3, "body", "Anteckningar", (685_800, 4_000_000, 5_486_400, 4_500_000), text(words_of("levels")))
        + shape(4, "ftr", "Sidfot", (0, 8_685_213, 2_971_800, 457_200), text(empty, "b"))
        + shape(5, "sldNum", "Sidnummer", (3_884_613, 8_685_213, 2_971_800, 457_200), text(number, "b", "r"))
    )
    return (
        f'{HEAD}<p:notesMaster {NS}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
        f"<p:spTree>{TREE}{shapes}</p:spTree></p:cSld>"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
        'accent3="accent3" accent4="accent4" '
        f'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:notesStyle>'
        f"{levels}</p:notesStyle></p:notesMaster>"
    )


def presentation() -> str:
    levels = '<a:defPPr><a:defRPr lang="sv-SE"/></a:defPPr>' + "".join(level(n, 18, left=(n - 1) * 457_200) for n in range(1, 10))
    return (
        f'{HEAD}<p:presentation {NS} saveSubsetFonts="1" autoCompressPictures="0"><p:sldMasterIdLst>'
        f'<p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldSz cx="{WIDTH}" cy="{HEIGHT}"/><p:notesSz cx="6858000" cy="9144000"/><p:defaultTextStyle>'
        f"{levels}</p:defaultTextStyle></p:presentation>"
    )


def relationships(*items: tuple[str, str]) -> str:
    rows = "".join(f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(items, 1))
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


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
        "/ppt/theme/theme1.xml": dml + "theme+xml",
        "/ppt/theme/theme2.xml": dml + "theme+xml",
        "/ppt/presProps.xml": ml + "presProps+xml",
        "/ppt/viewProps.xml": ml + "viewProps+xml",
        "/ppt/tableStyles.xml": ml + "tableStyles+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": dml + "extended-properties+xml",
    }
    types = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    out = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'content-types"><Default Extension="rels" '
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
        "ppt/notesMasters/notesMaster1.xml": notes_master(),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": relationships((f"{REL}/theme", "../theme/theme2.xml")),
        "ppt/theme/theme1.xml": theme("Standard"),
        "ppt/theme/theme2.xml": theme("Anteckningar"),
        "ppt/presProps.xml": f"{HEAD}<p:presentationPr {NS}/>",
        "ppt/viewProps.xml": f'{HEAD}<p:viewPr {NS}><p:gridSpacing cx="72008" cy="72008"/></p:viewPr>',
        "ppt/tableStyles.xml": f'{HEAD}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/'
        f'main" def="{{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}}"/>',
        "docProps/core.xml": f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/'
        f'2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        '<dc:title>Standardmall</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">2020-04-30T00:00:00Z</dcterms:created>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">2020-04-30T00:00:00Z</dcterms:modified></cp:coreProperties>',
        "docProps/app.xml": f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><TotalTime>0</TotalTime>'
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
