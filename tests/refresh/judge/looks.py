"""Edits of looks that few use: directions, margins, outlines, indents, effects; and what lies beside the slides: fonts, guides,
properties, parts of add-ins, shapes on layouts."""

from __future__ import annotations

from random import Random

from .edits import a_paragraph, edit, in_groups, own_run, properties, put, runs, texts
from .marks import Mint
from .package import NS, Element, Package, element, q

_AFTER_HIGHLIGHT = ("a:latin", "a:ea", "a:cs", "a:sym", "a:hlinkClick", "a:hlinkMouseOver", "a:rtl", "a:extLst")
_AFTER_EFFECTS = ("a:scene3d", "a:sp3d", "a:extLst")
_FILLS = "a:noFill a:solidFill a:gradFill a:blipFill a:pattFill"


def _line_look(paragraph: Element) -> Element:
    """A paragraph's properties, made if there are none."""
    look = paragraph.find("a:pPr", NS)
    if look is None:
        look = paragraph.makeelement(q("a:pPr"), {})
        paragraph.insert(0, look)
    return look


def _run_look(package: Package, chance: Random) -> Element | None:
    found = a_paragraph(package, chance)
    return properties(chance.choice(runs(found[1]))) if found else None


def _body(package: Package, chance: Random) -> Element | None:
    """The settings of a text of a slide's own."""
    found = [body.find("a:bodyPr", NS) for slide in package.slides() for body in texts(package, slide)]
    return chance.choice(found) if found else None


def _cell(package: Package, chance: Random) -> Element | None:
    """The properties of a table's cell, made if there are none."""
    found = [cell for slide in package.slides() for cell in package.tree(slide).iter(q("a:tc"))]
    if not found:
        return None
    cell = chance.choice(found)
    look = cell.find("a:tcPr", NS)
    if look is None:
        look = cell.makeelement(q("a:tcPr"), {})
        put(cell, look, ("a:extLst",))
    return look


def _card(package: Package, chance: Random) -> Element | None:
    """The properties of a shape of a drawing."""
    found = [shape.find("p:spPr", NS) for slide in package.slides() for shape in in_groups(package, slide)]
    return chance.choice(found) if found else None


def _anew(look: Element, tags: str, xml: str, before: tuple[str, ...] = ()) -> None:
    """Puts an element in place of those of these names; `before`: which the schema wants after it (none: it comes first)."""
    for old in [node for node in look if node.tag in [q(tag) for tag in tags.split()]]:
        look.remove(old)
    if before:
        put(look, element(xml), before)
    else:
        look.insert(0, element(xml))


@edit("right-to-left words")
def right_to_left(package: Package, chance: Random, mint: Mint) -> bool:
    found = a_paragraph(package, chance)
    if found:
        own_run(found[1], f" {mint.word('slide')}")
        _line_look(found[1]).set("rtl", "1")
        mint.also("slide @rtl", "1")
    return bool(found)


@edit("outlined words")
def outlined(package: Package, chance: Random, mint: Mint) -> bool:
    look = _run_look(package, chance)
    if look is not None:
        width = mint.number("slide @w", 6_101, 3)
        _anew(look, "a:ln", f'<a:ln w="{width}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln>')
    return look is not None


@edit("highlighted words")
def highlighted(package: Package, chance: Random, mint: Mint) -> bool:
    look = _run_look(package, chance)
    if look is not None:
        colour = mint.number("slide @val", 300_000, 13)
        _anew(look, "a:highlight", f'<a:highlight><a:srgbClr val="{colour}"/></a:highlight>', _AFTER_HIGHLIGHT)
    return look is not None


@edit("raised words")
def raised(package: Package, chance: Random, mint: Mint) -> bool:
    look = _run_look(package, chance)
    if look is not None:
        look.set("baseline", mint.number("slide @baseline", 21_001))
    return look is not None


@edit("letter spacing")
def spaced(package: Package, chance: Random, mint: Mint) -> bool:
    look = _run_look(package, chance)
    if look is not None:
        look.set("spc", mint.number("slide @spc", 101))
    return look is not None


@edit("link when pointed at")
def pointed_link(package: Package, chance: Random, mint: Mint) -> bool:
    found = a_paragraph(package, chance)
    if found:
        run = own_run(found[1], f" {mint.word('slide')}")
        target = f"https://example.se/{mint.word('slide link')}"
        link = run.makeelement(q("a:hlinkMouseOver"), {q("r:id"): package.relate(found[0], "hyperlink", target, external=True)})
        put(properties(run), link, ("a:rtl", "a:extLst"))
    return bool(found)


@edit("indented")
def indented(package: Package, chance: Random, mint: Mint) -> bool:
    found = a_paragraph(package, chance)
    if found:
        _line_look(found[1]).set("marL", mint.number("slide @marL", 100_103, 7))
    return bool(found)


@edit("line spacing")
def line_spacing(package: Package, chance: Random, mint: Mint) -> bool:
    found = a_paragraph(package, chance)
    if found:
        share = mint.number("slide @val", 132_001, 3)
        _anew(_line_look(found[1]), "a:lnSpc", f'<a:lnSpc><a:spcPct val="{share}"/></a:lnSpc>')
    return bool(found)


@edit("own bullet")
def own_bullet(package: Package, chance: Random, mint: Mint) -> bool:
    found = a_paragraph(package, chance)
    if found:
        mark = mint.also("slide @char", chr(0x2700 + chance.randrange(150)))
        after = ("a:tabLst", "a:defRPr", "a:extLst")
        _anew(_line_look(found[1]), "a:buNone a:buChar a:buAutoNum a:buBlip", f'<a:buChar char="{mark}"/>', after)
    return bool(found)


@edit("margin of a text")
def margin(package: Package, chance: Random, mint: Mint) -> bool:
    body = _body(package, chance)
    if body is not None:
        body.set("tIns", mint.number("slide @tIns", 200_003, 3))
    return body is not None


@edit("columns of text")
def columns(package: Package, chance: Random, mint: Mint) -> bool:
    body = _body(package, chance)
    if body is not None:
        body.set("numCol", "2")
        body.set("spcCol", mint.number("slide @spcCol", 90_007, 3))
    return body is not None


@edit("upright text")
def upright(package: Package, chance: Random, mint: Mint) -> bool:
    body = _body(package, chance)
    if body is not None:
        body.set("vert", "vert270")
        mint.also("slide @vert", "vert270")
    return body is not None


@edit("margin of a cell")
def cell_margin(package: Package, chance: Random, mint: Mint) -> bool:
    look = _cell(package, chance)
    if look is not None:
        look.set("marT", mint.number("slide @marT", 20_011, 3))
    return look is not None


@edit("edge of a cell")
def cell_edge(package: Package, chance: Random, mint: Mint) -> bool:
    look = _cell(package, chance)
    if look is not None:
        line = '<a:solidFill><a:srgbClr val="C00000"/></a:solidFill>'
        after = ("a:lnTlToBr", "a:lnBlToTr", "a:noFill", "a:solidFill", "a:extLst")
        _anew(look, "a:lnB", f'<a:lnB w="{mint.number("slide @w", 19_003, 3)}">{line}</a:lnB>', after)
    return look is not None


@edit("colour of a cell")
def cell_colour(package: Package, chance: Random, mint: Mint) -> bool:
    look = _cell(package, chance)
    if look is not None:
        colour = f'<a:srgbClr val="{mint.number("slide @val", 200_000, 17)}"/>'
        _anew(look, _FILLS, f"<a:solidFill>{colour}</a:solidFill>", ("a:effectLst", "a:headers", "a:extLst"))
    return look is not None


@edit("shadow of a card")
def shadow(package: Package, chance: Random, mint: Mint) -> bool:
    look = _card(package, chance)
    if look is not None:
        colour = '<a:srgbClr val="000000"><a:alpha val="40000"/></a:srgbClr>'
        cast = (
            f'<a:outerShdw blurRad="{mint.number("slide @blurRad", 50_003, 3)}" dist="38100" dir="5400000">{colour}</a:outerShdw>'
        )
        _anew(look, "a:effectLst", f"<a:effectLst>{cast}</a:effectLst>", _AFTER_EFFECTS)
    return look is not None


@edit("gradient of a card")
def gradient(package: Package, chance: Random, mint: Mint) -> bool:
    look = _card(package, chance)
    if look is not None:
        first = f'<a:gs pos="0"><a:srgbClr val="{mint.number("slide @val", 400_000, 17)}"/></a:gs>'
        stops = f'<a:gsLst>{first}<a:gs pos="100000"><a:srgbClr val="FFFFFF"/></a:gs></a:gsLst>'
        fill = f'<a:gradFill>{stops}<a:lin ang="5400000" scaled="0"/></a:gradFill>'
        _anew(look, _FILLS, fill, ("a:ln", "a:effectLst", *_AFTER_EFFECTS))
    return look is not None


@edit("embedded font")
def embedded_font(package: Package, chance: Random, mint: Mint) -> bool:
    """A font of the house's, used by words of a slide."""
    look = _run_look(package, chance)
    if look is None or package.presentation.find("p:embeddedFontLst", NS) is not None:
        return False
    name = mint.word("deck @typeface")
    mint.also("slide @typeface", name)
    _anew(look, "a:latin", f'<a:latin typeface="{name}"/>', _AFTER_HIGHLIGHT[1:])
    font = package.add(package.free("ppt/fonts/font{}.fntdata"), b"\0" * 64, "application/x-fontdata")
    held = element(
        f'<p:embeddedFontLst><p:embeddedFont><p:font typeface="{name}"/>'
        f'<p:regular r:id="{package.relate(package.main, "font", font)}"/></p:embeddedFont></p:embeddedFontLst>'
    )
    put(
        package.presentation,
        held,
        ("p:custShowLst", "p:photoAlbum", "p:custDataLst", "p:kinsoku", "p:defaultTextStyle", "p:extLst"),
    )
    return True


@edit("guides")
def guides(package: Package, chance: Random, mint: Mint) -> bool:
    """Lines to align by, in the presentation."""
    root = package.presentation
    held = root.find("p:extLst", NS)
    if held is None:
        held = root.makeelement(q("p:extLst"), {})
        root.append(held)
    if any(node.get("uri") == _GUIDES for node in held):
        return False
    place = mint.number("deck @pos", 1_009, 3)
    held.append(
        element(
            f'<p:ext uri="{_GUIDES}"><p15:sldGuideLst><p15:guide id="1" orient="horz" pos="{place}">'
            '<p15:clr><a:srgbClr val="A4A3A4"/></p15:clr></p15:guide></p15:sldGuideLst></p:ext>'
        )
    )
    return True


_GUIDES = "{EFAFB233-063F-42B5-8137-9DF3F51BA10A}"


@edit("property of the file")
def custom_property(package: Package, chance: Random, mint: Mint) -> bool:
    """A registry's number, as archives ask for."""
    part = package.related("", "custom-properties")
    if not part or _REGISTRY in (node.get("name") for node in package.tree(part)):
        return False
    root = package.tree(part)
    number = 1 + max((int(node.get("pid", "1")) for node in root), default=1)
    entry = root.makeelement(
        f"{{{root.nsmap[None]}}}property",
        {"fmtid": "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", "pid": str(number), "name": _REGISTRY},
    )
    words = entry.makeelement("{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}lpwstr", {})
    words.text = mint.word("property")
    entry.append(words)
    root.append(entry)
    return True


_REGISTRY = "Diarienummer"


@edit("data of an add-in")
def custom_data(package: Package, chance: Random, mint: Mint) -> bool:
    word = mint.word("data")
    name = package.add(
        package.free("customXml/egen{}.xml"), f'<egen xmlns="urn:egen"><sak>{word}</sak></egen>', "application/xml"
    )
    package.relate(package.main, "customXml", name)
    return True


@edit("shape on a layout")
def layout_shape(package: Package, chance: Random, mint: Mint) -> bool:
    layouts = sorted({str(package.related(slide, "slideLayout")) for slide in package.slides()})
    if not layouts:
        return False
    package.tree(chance.choice(layouts)).find("p:cSld/p:spTree", NS).append(
        element(
            f'<p:sp><p:nvSpPr><p:cNvPr id="9002" name="Stjärna" descr="{mint.word("layout")}"/><p:cNvSpPr/>'
            '<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="11200000" y="76200"/><a:ext cx="304800" cy="304800"/>'
            '</a:xfrm><a:prstGeom prst="star5"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="C00000"/></a:solidFill>'
            "</p:spPr></p:sp>"
        )
    )
    return True
