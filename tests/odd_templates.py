"""Templates as strangers make them, each made from the default one by a single oddity."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from functools import cache

from PIL import Image

from deck.compose import compose
from deck.package import Package, Relationship, open_package, package_bytes
from deck.template import default_template_path

REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MASTER = "ppt/slideMasters/slideMaster1.xml"
MAIN = "ppt/presentation.xml"
Change = Callable[[str, str], str]


@cache
def plain() -> Package:
    return open_package(default_template_path(), "standard.potx")


def sheets(package: Package) -> list[str]:
    return [name for name in package.parts if re.fullmatch(r"ppt/slide(Layouts|Masters)/[^/]+\.xml", name)]


def each(change: Change, package: Package | None = None) -> Package:
    """Every master and layout rewritten: (part, text) → text."""
    package = package or plain()
    return package.replace({name: change(name, package.parts[name].decode()).encode() for name in sheets(package)})


def shapes_without(text: str, pattern: str) -> str:
    """The sheet without the placeholders whose p:ph matches."""
    return re.sub(r"<p:sp>(?:(?!</p:sp>).)*?<p:ph" + pattern + r"(?:(?!</p:sp>).)*?</p:sp>", "", text, flags=re.DOTALL)


def no_titles() -> Package:
    return each(lambda _name, text: shapes_without(text, r'[^>]*type="(?:title|ctrTitle)"'))


def no_placeholders() -> Package:
    return each(lambda _name, text: shapes_without(text, ""))


def same_index() -> Package:
    return each(lambda name, text: re.sub(r'(<p:ph[^>]*) idx="\d+"', r'\1 idx="1"', text) if "Layout" in name else text)


def same_names() -> Package:
    return each(lambda _name, text: re.sub(r'<p:cSld name="[^"]*"', '<p:cSld name="Layout"', text))


def foreign_names(*names: str) -> Package:
    """Layouts named in another language, without the types that say what they are for."""

    def change(name: str, text: str) -> str:
        number = int(re.search(r"(\d+)\.xml$", name)[1])  # type: ignore[index]
        text = re.sub(r'(<p:sldLayout [^>]*?) type="\w+"', r"\1", text)
        return (
            re.sub(r'<p:cSld name="[^"]*"', f'<p:cSld name="{names[(number - 1) % len(names)]}"', text)
            if "Layout" in name
            else text
        )

    return each(change)


def high_index() -> Package:
    def change(_name: str, text: str) -> str:
        return re.sub(
            r'(<p:ph(?![^>]*type="(?:dt|ftr|sldNum)")[^>]*) idx="(\d+)"', lambda m: f'{m[1]} idx="{int(m[2]) + 20}"', text
        )

    return each(change)


def right_to_left() -> Package:
    return each(lambda _name, text: text.replace('rtl="0"', 'rtl="1"').replace('algn="l"', 'algn="r"'))


def vertical() -> Package:
    def change(name: str, text: str) -> str:
        return (
            re.sub(r'(type="body"[^>]*/></p:nvPr></p:nvSpPr>.*?<a:bodyPr)', r'\1 vert="vert"', text) if "Layout" in name else text
        )

    return each(change)


def dark_map() -> Package:
    swapped = 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"'
    return each(lambda _name, text: text.replace('bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"', swapped))


def ground(fill: str) -> Package:
    return each(lambda _name, text: re.sub(r"<p:bgPr>.*?</p:bgPr>", f"<p:bgPr>{fill}<a:effectLst/></p:bgPr>", text))


def gradient() -> Package:
    stops = '<a:gs pos="0"><a:srgbClr val="0B2545"/></a:gs><a:gs pos="100000"><a:srgbClr val="13315C"/></a:gs>'
    return ground(f'<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="5400000"/></a:gradFill>')


def picture_ground() -> Package:
    raw = io.BytesIO()
    Image.linear_gradient("L").resize((64, 36)).point([value // 6 for value in range(256)]).convert("RGB").save(raw, "PNG")
    package = ground('<a:blipFill><a:blip r:embed="rIdBg"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>')
    rels = {
        name: (*package.rels.get(name, ()), Relationship("rIdBg", f"{REL}/image", "ppt/media/ground.png"))
        for name in sheets(package)
        if b"rIdBg" in package.parts[name]
    }
    return package.replace({"ppt/media/ground.png": raw.getvalue()}, {"ppt/media/ground.png": "image/png"}, dict(rels))


def sized(width: int, height: int) -> Package:
    """Another slide size, everything in proportion."""
    wide, high = width / 12_192_000, height / 6_858_000

    def scaled(match: re.Match[str]) -> str:
        return f'{match[1]}="{round(int(match[2]) * wide)}" {match[3]}="{round(int(match[4]) * high)}"'

    package = each(lambda _name, text: re.sub(r'\b(x|cx)="(\d+)" (y|cy)="(\d+)"', scaled, text))
    main = re.sub(rb"<p:sldSz [^>]*/>", f'<p:sldSz cx="{width}" cy="{height}"/>'.encode(), package.parts[MAIN])
    return package.replace({MAIN: main})


def small_page() -> Package:
    """A page of 16 x 9 cm, with words as small as it."""

    def change(_name: str, text: str) -> str:
        return re.sub(r'\bsz="(\d{4,})"', lambda m: f'sz="{int(m[1]) // 200 * 100}"', text)

    return each(change, sized(5_759_450, 3_240_088))


def outside() -> Package:
    """Content placeholders pushed off the slide, or too low for a line."""

    def change(name: str, text: str) -> str:
        if "Layout" not in name:
            return text
        return re.sub(
            r'(type="(?:body|subTitle)"[^>]*/></p:nvPr></p:nvSpPr><p:spPr>)<a:xfrm>.*?</a:xfrm>',
            r'\1<a:xfrm><a:off x="13000000" y="7000000"/><a:ext cx="3000000" cy="100000"/></a:xfrm>',
            text,
        )

    return each(change)


def title_below() -> Package:
    """Titles under what they are about, and no place for a source."""
    title = r'(type="title"[^>]*/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="\d+") y="\d+"/>(<a:ext cx="\d+") cy="\d+"'

    def change(_name: str, text: str) -> str:
        return re.sub(title, r'\1 y="5334000"/>\2 cy="685800"', text)

    return each(change, unsourced(plain()))


def unsourced(package: Package) -> Package:
    """Without the line for a source."""
    line = r'<p:sp>(?:(?!</p:sp>).)*?name="Källrad(?:(?!</p:sp>).)*?</p:sp>'
    return each(lambda _name, text: re.sub(line, "", text, flags=re.DOTALL), package)


def narrow() -> Package:
    """A small slide whose places leave a column free at the right."""

    def change(_name: str, text: str) -> str:
        return re.sub(r'<a:ext cx="(\d+)"', lambda found: f'<a:ext cx="{min(int(found[1]), 6_700_000)}"', text)

    return each(change, unsourced(sized(9_144_000, 5_143_500)))


def low() -> Package:
    """Room for three lines."""

    def change(_part: str, text: str) -> str:
        return re.sub(r'(<a:ext cx="\d+" cy=")(\d{7,})"', lambda m: f'{m[1]}{min(int(m[2]), 1_500_000)}"', text)

    return each(change)


def two_masters() -> Package:
    """The master and three of its layouts a second time, with ids that collide."""
    package = plain()
    second, layouts = "ppt/slideMasters/slideMaster2.xml", [f"ppt/slideLayouts/slideLayout{n}.xml" for n in (1, 3, 6)]
    copies = {name: name.replace("slideLayout", "andra", 1).replace("andras", "slideLayouts") for name in layouts}
    copies = {name: f"ppt/slideLayouts/andra{n}.xml" for n, name in enumerate(layouts)}
    listed = "".join(f'<p:sldLayoutId id="{2_147_483_649 + n}" r:id="rId{n + 1}"/>' for n in range(3))
    master = re.sub(
        r"<p:sldLayoutIdLst>.*?</p:sldLayoutIdLst>",
        f"<p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst>",
        package.parts[MASTER].decode(),
    )
    theme = next(rel for rel in package.rels[MASTER] if rel.kind == "theme")
    parts: dict[str, bytes | None] = {second: master.encode(), "ppt/theme/theme9.xml": package.parts[theme.target]}
    parts |= {new: package.parts[old] for old, new in copies.items()}
    overrides = {
        name: package.content_type(old)
        for old, name in [*copies.items(), (MASTER, second), (theme.target, "ppt/theme/theme9.xml")]
    }
    rels: dict[str, tuple[Relationship, ...] | None] = {
        new: (Relationship("rId1", f"{REL}/slideMaster", second),) for new in copies.values()
    }
    rels[second] = (
        *(Relationship(f"rId{n + 1}", f"{REL}/slideLayout", new) for n, new in enumerate(copies.values())),
        Relationship("rId9", f"{REL}/theme", "ppt/theme/theme9.xml"),
    )
    rels[MAIN] = (*package.rels[MAIN], Relationship("rIdM2", f"{REL}/slideMaster", second))
    parts[MAIN] = package.parts[MAIN].replace(
        b"</p:sldMasterIdLst>", b'<p:sldMasterId id="2147483648" r:id="rIdM2"/></p:sldMasterIdLst>'
    )
    return package.replace(parts, overrides, rels)


def loud() -> Package:
    """Two layouts that say something themselves, over which no slide of another's should be laid."""
    words = (
        '<p:sp><p:nvSpPr><p:cNvPr id="90" name="Fråga"/><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/>'
        '</p:nvSpPr><p:spPr><a:xfrm><a:off x="1000000" '
        'y="2400000"/><a:ext cx="9000000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</p:spPr><p:txBody><a:bodyPr/>"
        '<a:p><a:r><a:rPr lang="sv-SE" sz="4800"/><a:t>Sant eller falskt?</a:t></a:r></a:p></p:txBody></p:sp>'
    )
    return each(
        lambda name, text: text.replace("</p:spTree>", f"{words}</p:spTree>") if re.search(r"Layout[45]\.xml", name) else text
    )


def dangling() -> Package:
    """A list entry whose relationship is not there, one that leads to no part, and a picture that is gone."""
    package = plain()
    known = next(rel for rel in package.rels[MAIN] if rel.kind == "handoutMaster")
    main = package.parts[MAIN].replace(f'handoutMasterId r:id="{known.id}"'.encode(), b'handoutMasterId r:id="rIdH"')
    rest = (rel for rel in package.rels[MAIN] if rel is not known)
    rels = (*rest, Relationship("rIdH", f"{REL}/handoutMaster", "ppt/handoutMasters/handoutMaster9.xml"))
    return package.replace({MAIN: main}, None, {MAIN: rels})


def kind_of_file(content_type: str) -> Package:
    package = plain()
    return package.replace(None, {MAIN: content_type})


def with_slides() -> Package:
    """A whole deck with sections and notes as the template."""
    from deck.brand import load_brand
    from deck.layout import lay_out
    from deck.making import Recipe, content_of
    from deck.places import load_places
    from deck.pptx import write_pptx
    from deck.template import read_template

    register = load_places()
    place = register.find("lund")
    presentation = compose(
        content_of(Recipe("1281", "konferens")), place, register, load_brand(place, register), outline="konferens"
    )
    return write_pptx(presentation, lay_out(presentation, read_template(default_template_path())))


LOUD = (
    '<a:lvl1pPr marL="342900" indent="-342900" algn="ctr" rtl="1"><a:lnSpc><a:spcPct val="150000"/></a:lnSpc><a:spcBef>'
    '<a:spcPts val="1200"/></a:spcBef><a:spcAft><a:spcPts val="900"/></a:spcAft><a:buChar char="•"/>'
    '<a:defRPr sz="2400" b="1" i="1" cap="all" spc="300"><a:solidFill><a:schemeClr val="accent2"/></a:solidFill>'
    '<a:latin typeface="Times New Roman"/></a:defRPr></a:lvl1pPr>'
)


def loud_defaults() -> Package:
    """Default text that nobody wants in a card: Times, bold, capitals, centred, right to left, with marks, lines far apart."""
    levels = "".join(LOUD.replace("lvl1pPr", f"lvl{n}pPr") for n in range(1, 10))
    style = f"<p:defaultTextStyle>{levels}</p:defaultTextStyle>"
    return _replaced(r"<p:defaultTextStyle>.*</p:defaultTextStyle>", style, r"ppt/presentation\.xml")


def _shape(
    box: tuple[int, int, int, int], fill: str, geometry: str = "rect", turn: str = "", more: str = "", name: str = "Form"
) -> str:
    x, y, w, h = box
    return (
        f'<p:sp{more}><p:nvSpPr><p:cNvPr id="97" name="{name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
        f'<a:xfrm{turn}><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="{geometry}"><a:avLst/>'
        f"</a:prstGeom>{fill}</p:spPr></p:sp>"
    )


def behind_all(shapes: str, package: Package | None = None, parts: str = "Layout") -> Package:
    """Shapes drawn before all else on each layout."""
    end = "</p:grpSpPr>"

    def change(name: str, text: str) -> str:
        if parts not in name:
            return text
        head, mark, rest = text.partition(end)
        return f"{head}{mark}{shapes}{rest}" if mark else re.sub(r"(<p:grpSpPr/>)", lambda m: m[1] + shapes, text, count=1)

    return each(change, package)


def solid(value: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{value}"/></a:solidFill>'


PALE = '<a:solidFill><a:schemeClr val="bg1"><a:lumMod val="96000"/></a:schemeClr></a:solidFill>'


def title_bar(high: int = 620_000) -> Package:
    """Titles in white on a dark bar that is lower than two of their lines."""
    white = each(
        lambda name, text: re.sub(
            r"(<p:titleStyle>.*?</p:titleStyle>)",
            lambda m: re.sub(r'<a:schemeClr val="\w+"/>', '<a:schemeClr val="bg1"/>', m[1]),
            text,
            flags=re.DOTALL,
        )
    )
    title = r'(type="title"/></p:nvPr></p:nvSpPr><p:spPr>)(?:<a:xfrm>.*?</a:xfrm>)?'
    place = '<a:xfrm><a:off x="600000" y="300000"/><a:ext cx="10900000" cy="620000"/></a:xfrm>'
    placed = each(lambda name, text: re.sub(title, lambda m: m[1] + place, text), white)
    return behind_all(_shape((0, 300_000, 12_192_000, high), solid("1B1464"), name="List"), placed)


def filled_titles() -> Package:
    """Titles in white, whose own boxes are dark, narrow and in a corner."""
    white = each(
        lambda _name, text: re.sub(
            r"(<p:titleStyle>.*?</p:titleStyle>)",
            lambda m: re.sub(r'<a:schemeClr val="\w+"/>', '<a:schemeClr val="bg1"/>', m[1]),
            text,
            flags=re.DOTALL,
        )
    )
    title = r'(type="title"/></p:nvPr></p:nvSpPr><p:spPr>)(?:<a:xfrm>.*?</a:xfrm>)?(?:<a:prstGeom.*?</a:prstGeom>)?'
    place = (
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="4300000" cy="620000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    )
    return each(lambda _name, text: re.sub(title, lambda m: m[1] + place + solid("1B1464"), text), white)


def filled_bodies() -> Package:
    """Places for content whose own boxes are dark."""
    body = r'(<p:ph[^>]*idx="1"[^>]*/></p:nvPr></p:nvSpPr><p:spPr>(?:<a:xfrm>.*?</a:xfrm>)?)(?:<a:prstGeom.*?</a:prstGeom>)?'
    filled = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' + solid("20304A")
    return each(lambda _name, text: re.sub(body, lambda m: m[1] + filled, text))


def windows() -> Package:
    """A pale master, on whose layouts one shape over all shows the layout's own dark background (useBgFill)."""
    dark = f"<p:bg><p:bgPr>{solid('3A1D10')}<a:effectLst/></p:bgPr></p:bg>"

    def change(name: str, text: str) -> str:
        if "Layout" not in name:
            return text
        text = re.sub(r"<p:bg>.*?</p:bg>", "", text, flags=re.DOTALL)
        return re.sub(r"(<p:cSld[^>]*>)", lambda m: m[1] + dark, text, count=1)

    panel = _shape((0, 0, 12_192_000, 6_858_000), solid("FFFFFF")) + _shape(
        (0, 0, 12_192_000, 6_858_000), "", more=' useBgFill="1"', name="Genomsyn"
    )
    return behind_all(panel, each(change))


def _pictured(data: bytes, package: Package | None = None) -> Package:
    found = ground('<a:blipFill><a:blip r:embed="rIdBg"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>')
    rels = {
        name: (*found.rels.get(name, ()), Relationship("rIdBg", f"{REL}/image", "ppt/media/ground.png"))
        for name in sheets(found)
        if b"rIdBg" in found.parts[name]
    }
    return found.replace({"ppt/media/ground.png": data}, {"ppt/media/ground.png": "image/png"}, dict(rels))


def _png(image: Image.Image) -> bytes:
    raw = io.BytesIO()
    image.save(raw, "PNG")
    return raw.getvalue()


def sixteen_bits() -> Package:
    """A dark grey background of sixteen bits a pixel."""
    return _pictured(_png(Image.new("I;16", (64, 36), 0x2222)))


def few_colours() -> Package:
    """A dark background with a palette of its own."""
    image = Image.new("P", (64, 36), 1)
    image.putpalette([255, 255, 255, 12, 40, 24])
    return _pictured(_png(image))


def photograph() -> Package:
    """Squares of black, white and grey: no colour of a theme reads upon all of them."""
    image = Image.new("RGB", (64, 36))
    image.putdata([((0, 0, 0), (255, 255, 255), (120, 120, 120))[(x // 4 + y // 4) % 3] for y in range(36) for x in range(64)])
    return _pictured(_png(image))


def waves() -> Package:
    """A white background with green stripes: black reads on both, and not at ease."""
    image = Image.new("RGB", (64, 36), "white")
    for n in range(4):
        image.paste((0xA6, 0xCB, 0x46), (8 + 14 * n, 0, 14 + 14 * n, 36))
    return _pictured(_png(image))


def dark_foot() -> Package:
    """A light background that is dark at its foot, and no layout with a line for sources."""
    image = Image.new("RGB", (64, 40), "white")
    image.paste((0x14, 0x21, 0x3D), (0, 31, 64, 40))
    return each(lambda _name, text: shapes_without(text, r'[^>]*idx="20"'), _pictured(_png(image)))


def dark_head() -> Package:
    """A light background with a dark fifth at its head."""
    image = Image.new("RGB", (64, 40), "white")
    image.paste((0x14, 0x21, 0x3D), (0, 0, 64, 8))
    return _pictured(_png(image))


def pale_circles() -> Package:
    """Decorations that hardly show, and a line that stands upright by being turned."""
    circles = "".join(
        _shape((x, y, 2_400_000, 2_400_000), PALE, "ellipse", name="Cirkel")
        for x, y in ((400_000, 1_500_000), (4_500_000, 2_500_000), (8_800_000, 1_200_000))
    )
    line = _shape((6_000_000, 3_300_000, 3_000_000, 25_400), solid("C0392B"), turn=' rot="5400000"', name="Linje")
    return behind_all(circles + line.replace("6000000", "10400000"))


GERMAN = (
    "Titelfolie",
    "Abschnittsüberschrift",
    "Titel und Inhalt",
    "Zwei Inhalte",
    "Vergleich",
    "Nur Titel",
    "Bild mit Überschrift",
    "Tabelle",
    "Zitat",
    "Zahl",
    "Schluss",
    "Leer",
)
FINNISH = (
    "Otsikkodia",
    "Osan ylätunniste",
    "Otsikko ja sisältö",
    "Kaksi sisältökohdetta",
    "Vertailu",
    "Vain otsikko",
    "Kuva ja teksti",
    "Taulukko",
    "Lainaus",
    "Luku",
    "Lopetus",
    "Tyhjä",
)
PML = "application/vnd.openxmlformats-officedocument.presentationml."
ODD: dict[str, Callable[[], Package]] = {
    "no-titles": no_titles,
    "no-placeholders": no_placeholders,
    "same-index": same_index,
    "same-names": same_names,
    "german": lambda: foreign_names(*GERMAN),
    "finnish": lambda: foreign_names(*FINNISH),
    "high-index": high_index,
    "right-to-left": right_to_left,
    "vertical": vertical,
    "dark-map": dark_map,
    "gradient": gradient,
    "picture": picture_ground,
    "4:3": lambda: sized(9_144_000, 6_858_000),
    "a4": lambda: sized(9_906_000, 6_858_000),
    "portrait": lambda: sized(6_858_000, 9_906_000),
    "wide": lambda: sized(24_387_048, 13_716_000),
    "small": lambda: sized(9_144_000, 5_143_500),
    "outside": outside,
    "low": low,
    "small-page": small_page,
    "title-below": title_below,
    "narrow": narrow,
    "two-masters": two_masters,
    "loud": loud,
    "dangling": dangling,
    "show": lambda: kind_of_file(PML + "slideshow.main+xml"),
    "template": lambda: kind_of_file(PML + "template.main+xml"),
    "with-macros": lambda: kind_of_file("application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"),
    "with-slides": with_slides,
    "loud-defaults": loud_defaults,
    "title-bar": title_bar,
    "windows": windows,
    "sixteen-bits": sixteen_bits,
    "few-colours": few_colours,
    "photograph": photograph,
    "pale-circles": pale_circles,
    "dark-foot": dark_foot,
    "dark-head": dark_head,
    "waves": waves,
}


def made(name: str) -> bytes:
    return package_bytes(ODD[name]())


# --- pairs that differ in one thing ---------------------------------------------------------------------------------------------


def _with_logo(x: int) -> Package:
    """A mark on every layout, `x` from its left edge."""
    mark = (
        '<p:sp><p:nvSpPr><p:cNvPr id="94" name="Märke"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="{x}" y="250000"/><a:ext cx="900000" cy="300000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill></p:spPr></p:sp>'
    )
    return each(lambda name, text: text.replace("</p:spTree>", f"{mark}</p:spTree>") if "Layout" in name else text)


def _replaced(pattern: str, words: str, parts: str = r"ppt/slide(Layouts|Masters)/[^/]+\.xml") -> Package:
    package = plain()
    found = {
        name: re.sub(pattern, words, data.decode()).encode() for name, data in package.parts.items() if re.fullmatch(parts, name)
    }
    assert any(package.parts[name] != data for name, data in found.items()), pattern
    return package.replace(dict(found))


PAIRS: dict[str, tuple[Callable[[], Package], Callable[[], Package]]] = {
    "logo": (lambda: _with_logo(300_000), lambda: _with_logo(10_900_000)),
    "name": (plain, lambda: _replaced(r'<p:cNvPr id="2" name="[^"]*"', '<p:cNvPr id="2" name="Annat"')),
    "colour": (plain, lambda: _replaced(r"(<a:dk1>.*?)<a:s\w+Clr [^>]*?/>", r'\1<a:srgbClr val="202020"/>', r"ppt/theme/.*")),
    "font": (plain, lambda: _replaced(r'(<a:latin typeface=")[^"+]+"', r'\1Verdana"', r"ppt/theme/.*")),
    "colour map": (plain, dark_map),
}


def pair(name: str) -> tuple[bytes, bytes]:
    one, other = PAIRS[name]
    return package_bytes(one()), package_bytes(other())
