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

from pieces import (
    DARK_MAP,
    FOOT_Y,
    GRAPHITE,
    HALF,
    HEIGHT,
    INK,
    LIGHT_MAP,
    LOGO_MARK,
    MAP_MARK,
    MARGIN,
    MASTER_MAP,
    NS,
    PAPER,
    PX,
    REL,
    SHADE_MARK,
    SIGN_MARK,
    STRONG,
    TITLE,
    TITLE_Y,
    TREE,
    WHITE,
    WHOLE,
    WIDTH,
    ZONE_H,
    ZONE_Y,
    Shapes,
    ground,
    left,
    level,
    plain_levels,
    source_line,
    tweak,
    wide,
    words_of,
)

DATE = (1980, 1, 1, 0, 0, 0)

COLORS = {
    "dk1": "1C1915", "lt1": "FFFFFF", "dk2": "1C2547", "lt2": "CDD8F9",
    "accent1": "4A5A99", "accent2": "96918C", "accent3": "242F68", "accent4": "7082C5", "accent5": "534F4A", "accent6": "B7C8FF",
    "hlink": "4A5A99", "folHlink": "242F68",
}  # fmt: skip
"""Those of an accent 4A5A99: a place without any other look is never seen in them, for each has its own."""
SIGN, LOGO = (64, 656, 32, 32), (64, 648, 220, 40)
PANEL = (640, 0, 640, 720)
"""The map's half of a dark slide: it bleeds off three edges."""


# --- master and layouts --------------------------------------------------------------------------------------------------------


def guides() -> str:
    """The columns, the title's top, the zone of content and the footer, as guides ([MS-PPTX] 2.7.8: in eighths of a point)."""
    lines = [x for n in range(1, 13) for x in (left(n), left(n) + wide(1))]
    rows = (TITLE_Y, ZONE_Y, ZONE_Y + ZONE_H, FOOT_Y)
    found = [(x, "") for x in lines] + [(y, ' orient="horz"') for y in rows]
    items = "".join(
        f'<p15:guide id="{n}"{way} pos="{at * 6}" userDrawn="1"><p15:clr><a:srgbClr val="A4A3A4"/></p15:clr></p15:guide>'
        for n, (at, way) in enumerate(found, 1)
    )
    return (
        '<p:extLst><p:ext uri="{27BBF7A9-308A-43DC-89C8-2F10F3537804}"><p15:sldGuideLst '
        f'xmlns:p15="http://schemas.microsoft.com/office/powerpoint/2012/main">{items}</p15:sldGuideLst></p:ext></p:extLst>'
    )


def master(count: int) -> str:
    shapes = Shapes()
    shapes.mark(SIGN_MARK, SIGN)
    shapes.mark(LOGO_MARK, LOGO)
    shapes.placeholder("title", 0, "Rubrik", (MARGIN, TITLE_Y, WHOLE, 92), TITLE, anchor="t", first=True)
    shapes.placeholder("body", 1, "Text", (MARGIN, ZONE_Y, WHOLE, ZONE_H), words_of(), first=True)
    shapes.furniture(master=True)
    ids = "".join(f'<p:sldLayoutId id="{2_147_483_649 + n}" r:id="rId{n + 1}"/>' for n in range(count))
    sizes = ((28, 40, 40, 14), (24, 76, 36, 8), (22, 108, 32, 6), (20, 136, 28, 6))
    body = "".join(
        level(n, size, mark="–", left=start, hang=hang, before=before) for n, (size, start, hang, before) in enumerate(sizes, 1)
    ) + "".join(level(n, 18, mark="–", left=136 + (n - 4) * 28, hang=28, before=4) for n in range(5, 10))
    other = '<a:defPPr><a:defRPr lang="sv-SE"/></a:defPPr>' + "".join(level(n, 18, left=(n - 1) * 48) for n in range(1, 10))
    return (
        f'<p:sldMaster {NS} preserve="1"><p:cSld>{ground(WHITE)}<p:spTree>{TREE}{shapes.xml}</p:spTree></p:cSld>{LIGHT_MAP}'
        f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>"
        f"<p:txStyles><p:titleStyle>{level(1, 32, bold=True, major=True, spacing=90, letters=-30)}</p:titleStyle>"
        f"<p:bodyStyle>{body}</p:bodyStyle><p:otherStyle>{other}</p:otherStyle></p:txStyles>{guides()}</p:sldMaster>"
    )


def layout(name: str, kind: str, shapes: Shapes, *, dark: bool = False, panel: bool = False, paper: bool = False,
           bare: bool = False) -> str:  # fmt: skip
    """`panel`: a map has the right half. `bare`: neither footer nor silhouette. Dark ones draw the master's silhouette
    themselves."""
    if dark and not bare:
        shapes.mark(SIGN_MARK, SIGN)
        shapes.mark(LOGO_MARK, LOGO)
    if not bare:
        shapes.furniture(dark=dark, panel=panel)
        if not panel:
            source_line(shapes, dark)
    kind_attr = f' type="{kind}"' if kind else ""
    own = ' showMasterSp="0"' if dark or bare else ""
    under = ground(("dk2", 0, 0)) if dark else ground(PAPER) if paper else ""
    return (
        f'<p:sldLayout {NS}{own}{kind_attr} preserve="1" userDrawn="1"><p:cSld name={quoteattr(name)}>{under}'
        f"<p:spTree>{TREE}{shapes.xml}</p:spTree></p:cSld>{DARK_MAP if dark else MASTER_MAP}</p:sldLayout>"
    )


def title_slide() -> str:
    shapes = Shapes()
    shapes.mark(MAP_MARK, PANEL)
    shapes.mark(LOGO_MARK, (64, 48, 300, 72))
    big = tweak(1, 40, bold=True, ink=INK, spacing=90, letters=-30)
    shapes.placeholder("ctrTitle", 0, "Rubrik", (MARGIN, 148, HALF, 296), TITLE, styles=big, anchor="b")
    sender = plain_levels(28, bold=True, ink=STRONG, spacing=95)
    shapes.placeholder("subTitle", 1, "Avsändare", (MARGIN, 52, HALF, 80), words_of("Avsändare"), styles=sender, anchor="t")
    # Three fields, each as high as two lines: so lines that take one stand evenly, and long ones are not cut. No rule above
    # them: where nobody has filled them in, it would lead to nothing.
    asked = (
        ("Talare", "Namn och roll på den som talar"),
        ("Sammanhang", "Var ni visar den, till exempel nämnd"),
        ("Datum", "Datum"),
    )
    for n, (name, prompt) in enumerate(asked):
        where = (MARGIN, 482 + 60 * n, HALF, 60)
        shapes.placeholder(
            "body", 13 + n, name, where, words_of(prompt), styles=plain_levels(18, ink=INK), anchor="t", size="quarter"
        )
    shapes.words("Kartans källa", (MARGIN, 664, HALF, 24), "Karta: SCB, förenklade gränser", 12, INK)
    return layout("Titel med karta", "title", shapes, dark=True, panel=True, bare=True)


def section() -> str:
    shapes = Shapes()
    shapes.mark(MAP_MARK, PANEL)
    big = tweak(1, 44, bold=True, ink=INK, spacing=90, letters=-30)
    shapes.placeholder("title", 0, "Rubrik", (MARGIN, 128, HALF, 112), TITLE, styles=big, anchor="b")
    about = plain_levels(24, 20, ink=INK)
    shapes.placeholder(
        "body", 1, "Underrubrik", (MARGIN, 256, 540, 76), words_of("Vad delen handlar om"), styles=about, size="quarter"
    )
    count = plain_levels(22, bold=True, ink=STRONG)
    shapes.placeholder("body", 13, "Del", (MARGIN, TITLE_Y, 540, 40), words_of("Del 1 av 4"), styles=count, size="quarter")
    shapes.placeholder(
        "obj",
        14,
        "Delar",
        (MARGIN, 400, 540, 232),
        words_of("Klicka och skriv delarna"),
        styles=plain_levels(20, ink=INK),
        size="quarter",
    )
    return layout("Avsnitt med karta", "secHead", shapes, dark=True, panel=True)


def closing() -> str:
    shapes = Shapes()
    shapes.mark(MAP_MARK, PANEL)
    shapes.placeholder("title", 0, "Rubrik", (MARGIN, TITLE_Y, HALF, 92), TITLE, styles=tweak(1, 32, ink=INK), anchor="t")
    pairs = tweak(1, 18, bold=True, plain=True, ink=STRONG, before=14) + tweak(2, 26, plain=True, ink=INK, before=0) + "".join(
        tweak(n, 20, plain=True, ink=INK, before=0) for n in range(3, 6)
    )  # fmt: skip
    asked = (
        "Namn",
        "\tFörnamn Efternamn",
        "Roll",
        "\tHållbarhetsstrateg",
        "E-post",
        "\tfornamn.efternamn@kommun.se",
        "Telefon",
        "\t010-000 00 00",
    )
    shapes.placeholder("body", 1, "Kontakt", (MARGIN, ZONE_Y, HALF, 392), words_of(*asked), styles=pairs)
    shapes.placeholder(
        "body", 14, "Mer", (MARGIN, 576, HALF, 64), words_of("Mer att läsa"), styles=plain_levels(22, 20, ink=INK), size="quarter"
    )
    return layout("Avslut med karta", "", shapes, dark=True, panel=True)


def contact() -> str:
    """Whom to ask: a place for each thing, with its prompt, so that a show leaves out what nobody has filled in. The heading
    stands where a section's does, and what leads on at the foot: so nothing is missing between them, either."""
    shapes = Shapes()
    shapes.mark(MAP_MARK, PANEL)
    big = tweak(1, 44, bold=True, ink=INK, spacing=90, letters=-30)
    shapes.placeholder("title", 0, "Rubrik", (MARGIN, 128, HALF, 112), TITLE, styles=big, anchor="b")
    asked = (
        ("Namn", 268, 48, "Förnamn Efternamn", plain_levels(30, bold=True, ink=STRONG)),
        ("Roll", 320, 72, "Roll, till exempel hållbarhetsstrateg", plain_levels(24, ink=INK)),
        ("E-post", 404, 44, "fornamn.efternamn@kommun.se", plain_levels(24, ink=INK)),
        ("Telefon", 456, 44, "010-000 00 00", plain_levels(24, ink=INK)),
    )
    for n, (name, y, high, prompt, look) in enumerate(asked):
        where = (MARGIN, y, HALF, high)
        shapes.placeholder("body", 21 + n, name, where, words_of(prompt), styles=look, anchor="t", size="quarter")
    shapes.placeholder(
        "body", 14, "Mer", (MARGIN, 580, HALF, 64), words_of("Mer att läsa"), styles=plain_levels(22, 20, ink=INK), size="quarter"
    )
    return layout("Kontakt med karta", "", shapes, dark=True, panel=True)


def title_shape() -> Shapes:
    shapes = Shapes()
    shapes.placeholder("title", 0, "Rubrik", None, TITLE)
    return shapes


def text() -> str:
    shapes = title_shape()
    shapes.mark(SHADE_MARK, (872, 176, 336, 432))
    shapes.placeholder("body", 1, "Text", (MARGIN, ZONE_Y, 760, ZONE_H), words_of())
    return layout("Rubrik och text", "tx", shapes)


def objects() -> str:
    shapes = title_shape()
    shapes.placeholder("obj", 13, "Objekt", (MARGIN, ZONE_Y, WHOLE, ZONE_H), words_of())
    return layout("Rubrik och objekt", "", shapes)


def picture_text() -> str:
    shapes = title_shape()
    shapes.placeholder("body", 1, "Text", (MARGIN, ZONE_Y, 638, ZONE_H), words_of(), size="half")
    shapes.placeholder(
        "pic", 13, "Bild", (738, ZONE_Y, 542, ZONE_H), words_of("Klicka på ikonen och lägg till en bild"), styles=plain_levels(18)
    )
    return layout("Rubrik, text och bild", "picTx", shapes)


def two() -> str:
    shapes = title_shape()
    for idx, column, name in ((1, 1, "Vänster"), (13, 7, "Höger")):
        shapes.placeholder("obj", idx, name, (left(column), ZONE_Y, wide(6), ZONE_H), words_of(), size="half")
    return layout("Två innehåll", "twoObj", shapes)


def comparison() -> str:
    shapes = title_shape()
    for n, (side, column) in enumerate((("Vänster", 1), ("Höger", 7))):
        x, width = left(column), wide(6)
        shapes.rule(f"Linje {side.lower()}", x, 208, width, INK, 2)
        head = plain_levels(26, bold=True)
        shapes.placeholder(
            "body",
            1 + 4 * n,
            f"{side} rubrik",
            (x, ZONE_Y, width, 48),
            words_of("Rubrik"),
            styles=head,
            anchor="b",
            size="quarter",
        )
        shapes.placeholder("obj", 2 + 4 * n, side, (x, 232, width, 400), words_of(), size="quarter")
    return layout("Jämförelse", "twoTxTwoObj", shapes)


def quote(dark: bool) -> str:
    shapes = Shapes() if dark else title_shape()
    if dark:
        shapes.placeholder("title", 0, "Rubrik", None, TITLE, styles=tweak(1, 32, ink=INK))
    shapes.rule("Linje", 84, 540, 160, STRONG, 4)
    # The first mark stands out, so that the words are flush.
    ink = INK if dark else None
    words = tweak(1, 40, plain=True, hang=20, spacing=102, before=0, ink=ink) + "".join(
        tweak(n, 32, plain=True, before=6, ink=ink) for n in range(2, 6)
    )
    shapes.placeholder(
        "body", 13, "Citat", (MARGIN, ZONE_Y, WHOLE, 356), words_of("”Klicka och skriv ett citat.”"), styles=words, anchor="ctr"
    )
    by = plain_levels(24, 20, ink=ink)
    shapes.placeholder(
        "body",
        14,
        "Vem som sagt det",
        (84, 552, 1100, 80),
        words_of("Namn, roll", "\tNär och var det sades"),
        styles=by,
        anchor="t",
        size="quarter",
    )
    return layout("Citat, mörk" if dark else "Citat, ljus", "", shapes, dark=dark, paper=not dark)


def question() -> str:
    shapes = Shapes()
    big = tweak(1, 66, bold=True, spacing=90, letters=-60)
    shapes.placeholder(
        "title",
        0,
        "Rubrik",
        (MARGIN, 128, WHOLE, 300),
        words_of("Klicka och skriv en fråga").replace('<a:pPr lvl="0"/>', ""),
        styles=big,
        anchor="ctr",
    )
    count = plain_levels(24, bold=True, ink=STRONG)
    shapes.placeholder("body", 13, "Fråga", (MARGIN, TITLE_Y, WHOLE, 40), words_of("Fråga 1 av 4"), styles=count, size="quarter")
    shapes.placeholder(
        "obj",
        14,
        "Steg",
        (MARGIN, 472, WHOLE, 160),
        words_of("Hur ni svarar, och hur länge"),
        styles=plain_levels(24),
        size="quarter",
    )
    return layout("Fråga", "", shapes, paper=True)


def big_number() -> str:
    shapes = title_shape()
    number = plain_levels(138, 24, bold=True, ink=STRONG, spacing=90, letters=-200)
    shapes.placeholder("body", 13, "Stort tal", (MARGIN, ZONE_Y, wide(5), ZONE_H), words_of("80"), styles=number, anchor="ctr",
                       size="half")  # fmt: skip
    shapes.placeholder("body", 14, "Text", (left(6), ZONE_Y, wide(7), ZONE_H), words_of(), anchor="ctr", size="half")
    return layout("Stort tal", "", shapes)


def figures() -> str:
    """Four figures of the sender's own beside the map: each with what it shows and where it comes from, in placeholders, under a
    rule of the layout's. What nobody has filled in is a form with dashed lines, on paper as well."""
    shapes = title_shape()
    shapes.placeholder("obj", 13, "Karta", (0, ZONE_Y, 542, ZONE_H), words_of("Karta eller bild"), styles=plain_levels(18))
    wide_, high, gap = 306, ZONE_H // 2, 26
    for n in range(6):
        shapes.rule("Linje", 578 + (n % 2) * (wide_ + gap), ZONE_Y + (n // 2) * high, wide_, STRONG, 2, "dash")
    for n in range(4):
        x, y = 578 + (n % 2) * (wide_ + gap), ZONE_Y + (n // 2) * high
        parts = (
            ("", (x, y + 8, wide_, 88), "00", plain_levels(64, bold=True, ink=STRONG, spacing=90), "ctr"),
            (", vad den visar", (x, y + 98, wide_, 76), "Vad siffran visar, med enhet och år", plain_levels(22), "t"),
            (", källa", (x, y + 180, wide_, 54), "Källa: …", plain_levels(18, ink=GRAPHITE), "t"),
        )
        for m, (what, box, prompt, look, anchor) in enumerate(parts):
            shapes.placeholder("body", 21 + 3 * n + m, f"Siffra {n + 1}{what}", box, words_of(prompt), styles=look, anchor=anchor,
                               size="quarter")  # fmt: skip
    return layout("Egna siffror", "", shapes)


def empty() -> str:
    return layout("Tom", "blank", Shapes())


def layouts() -> list[str]:
    return [
        title_slide(),
        section(),
        text(),
        objects(),
        picture_text(),
        two(),
        comparison(),
        layout("Endast rubrik", "titleOnly", title_shape()),
        quote(False),
        quote(True),
        question(),
        big_number(),
        figures(),
        closing(),
        contact(),
        empty(),
    ]


# --- theme, notes and handouts, presentation ---------------------------------------------------------------------------


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
