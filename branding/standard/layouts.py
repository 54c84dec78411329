# A line of XML reads best whole.
"""The default template's master and layouts."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from pieces import (
    DARK_MAP,
    FOOT_Y,
    GRAPHITE,
    HALF,
    INK,
    LIGHT_MAP,
    LOGO_MARK,
    MAP_MARK,
    MARGIN,
    MASTER_MAP,
    NS,
    PAPER,
    SHADE_MARK,
    SIGN_MARK,
    STRONG,
    TITLE,
    TITLE_Y,
    TREE,
    WHITE,
    WHOLE,
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


def layout(
    name: str, kind: str, shapes: Shapes, *, dark: bool = False, panel: bool = False, paper: bool = False, bare: bool = False
) -> str:
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
    pairs = (
        tweak(1, 18, bold=True, plain=True, ink=STRONG, before=14)
        + tweak(2, 26, plain=True, ink=INK, before=0)
        + "".join(tweak(n, 20, plain=True, ink=INK, before=0) for n in range(3, 6))
    )
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
    shapes.placeholder(
        "body", 13, "Stort tal", (MARGIN, ZONE_Y, wide(5), ZONE_H), words_of("80"), styles=number, anchor="ctr", size="half"
    )
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
            shapes.placeholder(
                "body", 21 + 3 * n + m, f"Siffra {n + 1}{what}", box, words_of(prompt), styles=look, anchor=anchor, size="quarter"
            )
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
