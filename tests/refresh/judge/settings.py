"""Edits of how a table, a text, a picture or the show is set: switches, order, alignment, crops, ranges, layouts, feet."""

from __future__ import annotations

from random import Random

from .edits import edit, paragraphs, put, runs, texts
from .marks import Mint
from .package import NS, Element, Package, element, q
from .things import a_picture


def _tables(package: Package) -> list[Element]:
    return [table for slide in package.slides() for table in package.tree(slide).iter(q("a:tbl"))]


@edit("table's stripes")
def stripes(package: Package, chance: Random, mint: Mint) -> bool:
    tables = _tables(package)[:1]
    for table in tables:
        table.find("a:tblPr", NS).set("bandCol", "1")
        mint.also("slide @bandCol", "1")
    return bool(tables)


@edit("table without header row")
def no_header_row(package: Package, chance: Random, mint: Mint) -> bool:
    tables = _tables(package)[:1]
    for table in tables:
        table.find("a:tblPr", NS).set("firstRow", "0")
        mint.also("slide @firstRow", "0")
    return bool(tables)


@edit("rows sorted")
def rows_sorted(package: Package, chance: Random, mint: Mint) -> bool:
    """Two rows change places; a word in each tells which stands first."""
    found = [table for table in _tables(package) if len(table.findall("a:tr", NS)) > 3]
    found = [table for table in found if not any(cell.get("rowSpan") or cell.get("vMerge") for cell in table.iter(q("a:tc")))]
    if not found:
        return False
    rows = chance.choice(found).findall("a:tr", NS)[1:]
    at = chance.randrange(len(rows) - 1)
    said = []
    for row in (rows[at + 1], rows[at]):
        held = [line for cell in row.findall("a:tc", NS) for line in paragraphs(cell.find("a:txBody", NS))]
        if not held:
            return False
        said.append(runs(held[0])[-1].find("a:t", NS))
    rows[at].addprevious(rows[at + 1])
    words = [mint.word("slide") for _text in said]
    for text, word in zip(said, words, strict=True):
        text.text += f" {word}"
    mint.also("rows", ">".join(words))
    return True


@edit("title aligned")
def title_aligned(package: Package, chance: Random, mint: Mint) -> bool:
    shapes = [shape for slide in package.slides() for shape in package.shapes(slide) if shape.find(_TITLE, NS) is not None]
    lines = [line for shape in shapes for line in paragraphs(shape.find("p:txBody", NS))]
    if lines:
        line = chance.choice(lines)
        look = line.find("a:pPr", NS)
        if look is None:
            look = line.makeelement(q("a:pPr"), {})
            line.insert(0, look)
        look.set("algn", "dist")
        mint.also("slide @algn", "dist")
    return bool(lines)


_TITLE = "p:nvSpPr/p:nvPr/p:ph[@type='title']"


@edit("picture cropped")
def cropped(package: Package, chance: Random, mint: Mint) -> bool:
    before = {id(node) for slide in package.slides() for node in package.tree(slide).iter(q("p:pic"))}
    if not a_picture(package, chance, mint):
        return False
    pictures = (node for slide in package.slides() for node in package.tree(slide).iter(q("p:pic")) if id(node) not in before)
    for node in pictures:
        node.find("p:blipFill/a:blip", NS).addnext(element(f'<a:srcRect l="{mint.number("slide @l", 12_007, 3)}" t="5000"/>'))
    return True


@edit("without feet")
def no_feet(package: Package, chance: Random, mint: Mint) -> bool:
    found = [node for slide in package.slides() for node in package.tree(slide).iterfind(".//p:ph[@type='ftr']", NS)]
    for node in found:
        shape = next(above for above in node.iterancestors() if above.tag == q("p:sp"))
        shape.getparent().remove(shape)
    if found:
        mint.also("feet", "ftr", gone=True)
    return bool(found)


@edit("show of some slides")
def show_range(package: Package, chance: Random, mint: Mint) -> bool:
    """From one slide to another; a word in each tells which."""
    part, slides = package.related(package.main, "presProps"), package.slides()
    known = [n for n, slide in enumerate(slides) if texts(package, slide)]
    if not part or len(known) < 3:
        return False
    first, last = sorted(chance.sample(known, 2))
    root = package.tree(part)
    for old in root.findall("p:showPr", NS):
        root.remove(old)
    show = element(f'<p:showPr><p:present/><p:sldRg st="{first + 1}" end="{last + 1}"/></p:showPr>')
    put(root, show, ("p:clrMru", "p:extLst"))
    for n in (first, last):
        word = mint.word("slide")
        mint.also("range", word)
        runs(paragraphs(texts(package, slides[n])[0])[0])[-1].find("a:t", NS).text += f" {word}"
    return True


@edit("words on a layout")
def layout_words(package: Package, chance: Random, mint: Mint) -> bool:
    layouts = sorted({str(package.related(slide, "slideLayout")) for slide in package.slides()})
    if not layouts:
        return False
    tree = package.tree(chance.choice(layouts))
    tree.find("p:cSld/p:spTree", NS).append(
        element(
            '<p:sp><p:nvSpPr><p:cNvPr id="9001" name="Vårt märke"/><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr>'
            '<p:spPr><a:xfrm><a:off x="10363200" y="76200"/><a:ext cx="1524000" cy="304800"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/>'
            '</a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="sv-SE"/>'
            f"<a:t>{mint.word('layout')}</a:t></a:r></a:p></p:txBody></p:sp>"
        )
    )
    return True
