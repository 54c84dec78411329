"""Edits of what stands on slides: tables, charts, pictures, groups, shapes, animations, comments and the like."""

from __future__ import annotations

import copy
import struct
import zlib
from random import Random

from .edits import a_slide, edit, in_groups, own_run, paragraphs, place_link, put, runs, texts
from .marks import Mint
from .package import NS, TYPE, A, Element, Package, element, new_shape_id, q

MS = "http://schemas.microsoft.com/office"


def picture(token: str) -> bytes:
    """A PNG of one dot that carries a word."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head, dot = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0), zlib.compress(b"\0\x2f\x6f\x5f")
    text = b"Comment\0" + token.encode()
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"tEXt", text) + chunk(b"IDAT", dot) + chunk(b"IEND", b"")


def _tree(package: Package, slide: str) -> Element:
    return package.tree(slide).find("p:cSld/p:spTree", NS)


def _picture(package: Package, part: str, mint: Mint, place: str = "slide @descr") -> Element:
    image = package.add(package.free("ppt/media/egen{}.png"), picture(mint.word("media")), "image/png")
    return element(
        f'<p:pic><p:nvPicPr><p:cNvPr id="{new_shape_id(package.tree(part))}" name="Bild" descr="{mint.word(place)}"/>'
        "<p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>"
        f'<a:blip r:embed="{package.relate(part, "image", image)}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>'
        '<a:xfrm><a:off x="914400" y="5486400"/><a:ext cx="609600" cy="609600"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</p:spPr></p:pic>"
    )


@edit("picture")
def a_picture(package: Package, chance: Random, mint: Mint) -> bool:
    slide = a_slide(package, chance)
    if slide:
        put(_tree(package, slide), _picture(package, slide, mint), ("p:extLst",))
    return bool(slide)


@edit("picture in notes")
def picture_in_notes(package: Package, chance: Random, mint: Mint) -> bool:
    found = [notes for slide in package.slides() if (notes := package.notes(slide))]
    if found:
        notes = chance.choice(found)
        put(_tree(package, notes), _picture(package, notes, mint, "notes @descr"), ("p:extLst",))
    return bool(found)


def _box(package: Package, slide: str, words: str, *, geometry: str = "rect", extra: str = "") -> Element:
    return element(
        f'<p:sp><p:nvSpPr><p:cNvPr id="{new_shape_id(package.tree(slide))}" name="textruta">{extra}</p:cNvPr>'
        f'<p:cNvSpPr txBox="1"/><p:nvPr/>'
        f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="762000" y="5867400"/><a:ext cx="3048000" cy="457200"/></a:xfrm>'
        f'<a:prstGeom prst="{geometry}">'
        '<a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr wrap="square"/><a:lstStyle/><a:p><a:r><a:rPr lang="sv-SE"/>'
        f"<a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


@edit("text box")
def text_box(package: Package, chance: Random, mint: Mint) -> bool:
    slide = a_slide(package, chance)
    if slide:
        put(_tree(package, slide), _box(package, slide, f"Hos oss: {mint.word('slide')}"), ("p:extLst",))
    return bool(slide)


@edit("group")
def group(package: Package, chance: Random, mint: Mint) -> bool:
    slide = a_slide(package, chance)
    if not slide:
        return False
    tree = _tree(package, slide)
    number = new_shape_id(tree)
    place = '<a:off x="762000" y="5257800"/><a:ext cx="3048000" cy="1066800"/>'
    new = element(
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{number}" name="Grupp"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr><a:xfrm>{place}"
        f"{place.replace('a:off', 'a:chOff').replace('a:ext', 'a:chExt')}</a:xfrm></p:grpSpPr></p:grpSp>"
    )
    put(tree, new, ("p:extLst",))
    for _ in range(2):
        new.append(_box(package, slide, f"I gruppen {mint.word('slide')}", geometry="ellipse"))
    return True


@edit("action button")
def action_button(package: Package, chance: Random, mint: Mint) -> bool:
    slide = a_slide(package, chance)
    if slide:
        to = chance.choice(package.slides())
        link = (
            f'<a:hlinkClick r:id="{package.relate(slide, "slide", to)}" action="ppaction://hlinksldjump" '
            f'tooltip="{mint.word("slide @tooltip")}"/>'
        )
        new = _box(package, slide, mint.word("slide"), geometry="actionButtonHome", extra=link)
        put(_tree(package, slide), new, ("p:extLst",))
    return bool(slide)


@edit("link on a shape")
def shape_link(package: Package, chance: Random, mint: Mint) -> bool:
    slide = a_slide(package, chance)
    shapes = list(_tree(package, slide).iter(q("p:sp"))) if slide else []
    if not slide or not shapes:
        return False
    about = chance.choice(shapes).find("p:nvSpPr/p:cNvPr", NS)
    if about.find("a:hlinkClick", NS) is not None:
        return False
    target = package.relate(slide, "hyperlink", f"https://example.se/{mint.word('slide link')}", external=True)
    about.insert(0, about.makeelement(q("a:hlinkClick"), {q("r:id"): target}))
    return True


@edit("alternative text")
def alternative_text(package: Package, chance: Random, mint: Mint) -> bool:
    slide = a_slide(package, chance)
    shapes = package.shapes(slide) if slide else []
    if not shapes:
        return False
    about = next(chance.choice(shapes).iter(q("p:cNvPr")))
    about.set("descr", f"{about.get('descr', '')} {mint.word('slide @descr')}".strip())
    return True


@edit("moved shape")
def moved(package: Package, chance: Random, mint: Mint) -> bool:
    found = [shape for slide in package.slides() for shape in package.shapes(slide) if shape.tag == q("p:sp")]
    if not found:
        return False
    look = chance.choice(found).find("p:spPr", NS)
    for old in look.findall("a:xfrm", NS):
        look.remove(old)
    x, wide = mint.number("slide @x", 1_200_007, 130_003), mint.number("slide @cx", 2_400_011, 130_007)
    look.insert(0, element(f'<a:xfrm><a:off x="{x}" y="4114800"/><a:ext cx="{wide}" cy="914400"/></a:xfrm>'))
    return True


@edit("moved group")
def moved_group(package: Package, chance: Random, mint: Mint) -> bool:
    found = [shape for slide in package.slides() for shape in package.shapes(slide) if shape.tag == q("p:grpSp")]
    if found:
        chance.choice(found).find("p:grpSpPr/a:xfrm/a:off", NS).set("x", mint.number("slide @x", 150_007, 130_003))
    return bool(found)


@edit("moved card")
def moved_card(package: Package, chance: Random, mint: Mint) -> bool:
    found = [shape for slide in package.slides() for shape in in_groups(package, slide)]
    if found:
        chance.choice(found).find("p:spPr/a:xfrm/a:off", NS).set("x", mint.number("slide @x", 250_007, 130_003))
    return bool(found)


@edit("ungrouped")
def ungrouped(package: Package, chance: Random, mint: Mint) -> bool:
    """A group's parts stand on the slide, where they stood, and one of them is moved."""
    found = [shape for slide in package.slides() for shape in package.shapes(slide) if shape.tag == q("p:grpSp")]
    if not found:
        return False
    group = chance.choice(found)
    parts = [item for item in group if item.tag in (q("p:sp"), q("p:cxnSp"), q("p:pic"), q("p:grpSp"), q("p:graphicFrame"))]
    places = [place for item in parts if (place := next(item.iter(q("a:off")), None)) is not None]
    for item in parts:
        group.addprevious(item)
    group.getparent().remove(group)
    if places:
        chance.choice(places).set("x", mint.number("slide @x", 350_003, 130_003))
    return True


@edit("colour of a shape")
def colour_of_shape(package: Package, chance: Random, mint: Mint) -> bool:
    found = [shape for slide in package.slides() for shape in in_groups(package, slide)]
    found += [shape for slide in package.slides() for shape in package.shapes(slide) if shape.tag == q("p:sp")]
    if found:
        look = chance.choice(found).find("p:spPr", NS)
        for old in [node for node in look if node.tag.endswith(("Fill",))]:
            look.remove(old)
        fill = element(f'<a:solidFill><a:srgbClr val="{mint.number("slide @val", 800000, 11)}"/></a:solidFill>')
        put(look, fill, ("a:ln", "a:effectLst", "a:scene3d", "a:sp3d", "a:extLst"))
    return bool(found)


@edit("card deleted")
def card_deleted(package: Package, chance: Random, mint: Mint) -> bool:
    found = [shape for slide in package.slides() for shape in in_groups(package, slide)]
    if not found:
        return False
    gone = chance.choice(found)
    words = "".join(text.text or "" for text in paragraphs(gone.find("p:txBody", NS))[0].iter(q("a:t"))).strip()
    if not words.isdigit():  # a numeral is counted anew: the next card may bear it
        mint.also("para", words, gone=True)
    gone.getparent().remove(gone)
    return True


# -- tables


def _tables(package: Package) -> list[Element]:
    return [table for slide in package.slides() for table in package.tree(slide).iter(q("a:tbl"))]


def _cell(words: str) -> Element:
    return element(
        f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="sv-SE" sz="1800"/><a:t>{words}</a:t>'
        f"</a:r></a:p></a:txBody><a:tcPr/></a:tc>"
    )


@edit("cell's words")
def cell_words(package: Package, chance: Random, mint: Mint) -> bool:
    cells = [cell for table in _tables(package) for cell in table.iter(q("a:tc")) if paragraphs(cell.find("a:txBody", NS))]
    if cells:
        text = runs(paragraphs(chance.choice(cells).find("a:txBody", NS))[0])[-1].find("a:t", NS)
        text.text += f" {mint.word('slide')}"
    return bool(cells)


@edit("row added")
def row_added(package: Package, chance: Random, mint: Mint) -> bool:
    rows = [row for table in _tables(package) for row in table.findall("a:tr", NS)]
    if rows:
        after = chance.choice(rows)
        new = after.makeelement(q("a:tr"), {"h": after.get("h", "370840")})
        for _cell_of_row in after.findall("a:tc", NS):
            new.append(_cell(f"Vår {mint.word('slide')}"))
        after.addnext(new)
    return bool(rows)


@edit("row deleted")
def row_deleted(package: Package, chance: Random, mint: Mint) -> bool:
    rows = [row for table in _tables(package) for row in table.findall("a:tr", NS)[1:] if len(table.findall("a:tr", NS)) > 2]
    if not rows:
        return False
    gone = chance.choice(rows)
    mint.also("para", "".join(text.text or "" for text in gone.find("a:tc", NS).iter(q("a:t"))).strip(), gone=True)
    gone.getparent().remove(gone)
    return True


@edit("column added")
def column_added(package: Package, chance: Random, mint: Mint) -> bool:
    tables = _tables(package)
    if tables:
        table = chance.choice(tables)
        at = chance.randrange(1, len(table.findall("a:tblGrid/a:gridCol", NS)) + 1)
        wide = mint.number("slide @w", 1_000_003, 101)
        table.findall("a:tblGrid/a:gridCol", NS)[at - 1].addnext(table.makeelement(q("a:gridCol"), {"w": wide}))
        for row in table.findall("a:tr", NS):
            row.findall("a:tc", NS)[at - 1].addnext(_cell(mint.word("slide")))
    return bool(tables)


@edit("merged cells")
def merged_cells(package: Package, chance: Random, mint: Mint) -> bool:
    rows = [row for table in _tables(package) for row in table.findall("a:tr", NS) if len(row.findall("a:tc", NS)) > 1]
    rows = [row for row in rows if not any(cell.get("gridSpan") or cell.get("hMerge") for cell in row)]
    if not rows:
        return False
    one, other = chance.choice(rows).findall("a:tc", NS)[:2]
    one.set("gridSpan", "2")
    other.set("hMerge", "1")
    mint.also("slide @gridSpan", "2")
    text = one.find("a:txBody/a:p", NS)
    for run in other.findall("a:txBody/a:p/*", NS):
        run.getparent().remove(run)
    new = element(f'<a:r><a:rPr lang="sv-SE" sz="1800"/><a:t> {mint.word("slide")}</a:t></a:r>')
    put(text, new, ("a:endParaRPr",))
    return True


@edit("row's height")
def row_height(package: Package, chance: Random, mint: Mint) -> bool:
    rows = [row for table in _tables(package) for row in table.findall("a:tr", NS)]
    if rows:
        chance.choice(rows).set("h", mint.number("slide @h", 700_003, 101))
    return bool(rows)


@edit("column's width")
def column_width(package: Package, chance: Random, mint: Mint) -> bool:
    columns = [column for table in _tables(package) for column in table.findall("a:tblGrid/a:gridCol", NS)]
    if columns:
        chance.choice(columns).set("w", mint.number("slide @w", 1_500_007, 101))
    return bool(columns)


@edit("column deleted")
def column_deleted(package: Package, chance: Random, mint: Mint) -> bool:
    found = [table for table in _tables(package) if len(table.findall("a:tblGrid/a:gridCol", NS)) > 2]
    found = [table for table in found if not any(cell.get("gridSpan") or cell.get("hMerge") for cell in table.iter(q("a:tc")))]
    if not found:
        return False
    table = chance.choice(found)
    at = chance.randrange(1, len(table.findall("a:tblGrid/a:gridCol", NS)))
    head = table.findall("a:tr", NS)[0].findall("a:tc", NS)[at]
    mint.also("para", "".join(text.text or "" for text in head.iter(q("a:t"))).strip(), gone=True)
    for row in table.findall("a:tr", NS):
        row.remove(row.findall("a:tc", NS)[at])
    grid = table.find("a:tblGrid", NS)
    grid.remove(grid.findall("a:gridCol", NS)[at])
    return True


@edit("rows merged")
def rows_merged(package: Package, chance: Random, mint: Mint) -> bool:
    """Two cells below each other become one."""
    pairs = [
        (one, other)
        for table in _tables(package)
        for one, other in zip(table.findall("a:tr", NS)[1:], table.findall("a:tr", NS)[2:], strict=False)
        if not any(cell.attrib for row in (one, other) for cell in row.findall("a:tc", NS))
    ]
    if not pairs:
        return False
    one, other = (row.findall("a:tc", NS)[-1] for row in chance.choice(pairs))
    one.set("rowSpan", "2")
    other.set("vMerge", "1")
    for run in other.findall("a:txBody/a:p/*", NS):
        run.getparent().remove(run)
    new = element(f'<a:r><a:rPr lang="sv-SE" sz="1800"/><a:t> {mint.word("slide")}</a:t></a:r>')
    put(one.find("a:txBody/a:p", NS), new, ("a:endParaRPr",))
    mint.also("slide @rowSpan", "2")
    return True


@edit("link in a cell")
def cell_link(package: Package, chance: Random, mint: Mint) -> bool:
    found = [
        (slide, cell)
        for slide in package.slides()
        for cell in package.tree(slide).iter(q("a:tc"))
        if paragraphs(cell.find("a:txBody", NS))
    ]
    if found:
        slide, cell = chance.choice(found)
        run = own_run(paragraphs(cell.find("a:txBody", NS))[0], f" (se {mint.word('slide')})")
        place_link(package, slide, run, f"https://example.se/{mint.word('slide link')}")
    return bool(found)


@edit("turned shape")
def turned(package: Package, chance: Random, mint: Mint) -> bool:
    found = [place for slide in package.slides() for place in package.tree(slide).iterfind(".//p:sp/p:spPr/a:xfrm", NS)]
    if found:
        chance.choice(found).set("rot", mint.number("slide @rot", 300_007, 101))
    return bool(found)


@edit("text box in notes")
def notes_box(package: Package, chance: Random, mint: Mint) -> bool:
    found = [notes for slide in package.slides() if (notes := package.notes(slide))]
    if found:
        notes = chance.choice(found)
        put(_tree(package, notes), _box(package, notes, f"Att minnas: {mint.word('notes')}"), ("p:extLst",))
    return bool(found)


# -- charts


def _charts(package: Package) -> list[str]:
    return [
        rel.target
        for slide in package.slides()
        for rel in package.relations(slide)
        if rel.type == "chart" and rel.target in package.parts
    ]


@edit("chart's title")
def chart_title(package: Package, chance: Random, mint: Mint) -> bool:
    charts = _charts(package)
    if charts:
        chart = package.tree(chance.choice(charts)).find("c:chart", NS)
        for old in chart.findall("c:title", NS):
            chart.remove(old)
        chart.insert(
            0,
            element(
                '<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="sv-SE"/>'
                f'<a:t>Hos oss {mint.word("chart")}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
            ),
        )
        for old in chart.findall("c:autoTitleDeleted", NS):
            old.set("val", "0")
    return bool(charts)


@edit("chart's point")
def chart_point(package: Package, chance: Random, mint: Mint) -> bool:
    """A category's name and value in the cache, as after 'edit data' in a program that shows no workbook."""
    charts = _charts(package)
    points = list(package.tree(chance.choice(charts)).findall(".//c:cat//c:pt/c:v", NS)) if charts else []
    if points:
        point = chance.choice(points)
        point.text = f"{point.text} {mint.word('chart')}"
    return bool(points)


@edit("chart's label")
def chart_label(package: Package, chance: Random, mint: Mint) -> bool:
    charts = _charts(package)
    labels = list(package.tree(chance.choice(charts)).findall(".//c:dLbl//a:t", NS)) if charts else []
    if labels:
        label = chance.choice(labels)
        label.text = f"{label.text} {mint.word('chart')}"
    return bool(labels)


@edit("chart's colour")
def chart_colour(package: Package, chance: Random, mint: Mint) -> bool:
    charts = _charts(package)
    fills = list(package.tree(chance.choice(charts)).findall(".//c:dPt/c:spPr/a:solidFill", NS)) if charts else []
    if fills:
        fill = chance.choice(fills)
        fill[:] = [fill.makeelement(f"{{{A}}}srgbClr", {"val": mint.number("chart @val", 900000, 11)})]
    return bool(fills)


# -- what moves, and what is said about it


@edit("animation")
def animation(package: Package, chance: Random, mint: Mint) -> bool:
    found = [slide for slide in package.slides() if package.tree(slide).find("p:timing", NS) is None]
    if not found:
        return False
    slide = chance.choice(found)
    shapes = [shape for shape in package.shapes(slide) if shape.tag != q("mc:AlternateContent")]
    if not shapes:
        return False
    number = next(chance.choice(shapes).iter(q("p:cNvPr"))).get("id")
    long = mint.number("slide @dur", 40_003)
    timing = element(
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
        '<p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" '
        'nodeType="mainSeq"><p:childTnLst><p:par><p:cTn id="3" fill="hold">'
        '<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst><p:childTnLst><p:par><p:cTn id="4" fill="hold">'
        '<p:stCondLst><p:cond delay="0"/>'
        '</p:stCondLst><p:childTnLst><p:par><p:cTn id="5" presetID="10" presetClass="entr" presetSubtype="0" '
        'fill="hold" nodeType="clickEffect">'
        '<p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst><p:animEffect transition="in" filter="fade"><p:cBhvr>'
        f'<p:cTn id="6" dur="{long}"/><p:tgtEl><p:spTgt spid="{number}"/></p:tgtEl></p:cBhvr></p:animEffect>'
        f"</p:childTnLst></p:cTn></p:par>"
        "</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn><p:prevCondLst>"
        '<p:cond evt="onPrev" delay="0">'
        '<p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst><p:nextCondLst><p:cond evt="onNext" delay="0">'
        "<p:tgtEl><p:sldTgt/></p:tgtEl>"
        "</p:cond></p:nextCondLst></p:seq></p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>"
    )
    put(package.tree(slide), timing, ("p:extLst",))
    return True


@edit("transition")
def transition(package: Package, chance: Random, mint: Mint) -> bool:
    found = [slide for slide in package.slides() if package.tree(slide).find("p:transition", NS) is None]
    if found:
        new = element(f'<p:transition advTm="{mint.number("slide @advTm", 60_003)}"><p:fade/></p:transition>')
        put(package.tree(chance.choice(found)), new, ("p:timing", "p:extLst"))
    return bool(found)


@edit("background")
def background(package: Package, chance: Random, mint: Mint) -> bool:
    found = [slide for slide in package.slides() if package.tree(slide).find("p:cSld/p:bg", NS) is None]
    if found:
        colour = mint.number("slide @val", 600000, 11)
        new = element(f'<p:bg><p:bgPr><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>')
        package.tree(chance.choice(found)).find("p:cSld", NS).insert(0, new)
    return bool(found)


@edit("comment")
def comment(package: Package, chance: Random, mint: Mint) -> bool:
    found = [slide for slide in package.slides() if package.related(slide, "comments") is None]
    if not found or any("modernComment" in name for name in package.parts):
        return False
    authors = package.related(package.main, "commentAuthors")
    if authors is None:
        authors = package.add("ppt/commentAuthors.xml", element("<p:cmAuthorLst/>"), TYPE + "presentationml.commentAuthors+xml")
        package.relate(package.main, "commentAuthors", authors)
    known = package.tree(authors)
    number = 1 + max([int(node.get("id")) for node in known], default=0)
    known.append(element(f'<p:cmAuthor id="{number}" name="Kim {mint.word("deck @name")}" initials="K" lastIdx="1" clrIdx="0"/>'))
    said = element(
        f'<p:cmLst><p:cm authorId="{number}" dt="2026-05-05T10:00:00.000" idx="1"><p:pos x="10" y="10"/>'
        f"<p:text>Stämmer det? {mint.word('comment')}</p:text></p:cm></p:cmLst>"
    )
    part = package.add(package.free("ppt/comments/comment{}.xml"), said, TYPE + "presentationml.comments+xml")
    package.relate(chance.choice(found), "comments", part)
    return True


@edit("threaded comment")
def threaded_comment(package: Package, chance: Random, mint: Mint) -> bool:
    """PowerPoint's newer comments [MS-PPTX 2.8]: an author's part, and a part with a thread for the slide."""
    if any(name.startswith("ppt/comments/comment") for name in package.parts):
        return False
    slide = a_slide(package, chance)
    if not slide:
        return False
    kinds = f"{MS}/2018/10/relationships"
    authors = package.related(package.main, "authors")
    if authors is None:
        empty = element(
            '<p188:authorLst><p188:author id="{11111111-2222-3333-4444-555555555555}" name="Kim" initials="K" '
            'userId="k" providerId="None"/></p188:authorLst>'
        )
        authors = package.add("ppt/authors.xml", empty, "application/vnd.ms-powerpoint.authors+xml")
        package.relate(package.main, f"{kinds}/authors", authors)
    number = package.slide_ids()[package.slides().index(slide)].get("id")
    thread = element(
        f'<p188:cmLst><p188:cm id="{{{chance.randrange(16**8):08X}-0000-4000-8000-000000000001}}" '
        'authorId="{11111111-2222-3333-4444-555555555555}" created="2026-05-05T10:00:00.000">'
        f'<pc:sldMkLst xmlns:pc="{MS}/powerpoint/2013/main/command"><pc:docMk/><pc:sldMk cId="0" sldId="{number}"/></pc:sldMkLst>'
        f'<p188:replyLst><p188:reply id="{{{chance.randrange(16**8):08X}-0000-4000-8000-000000000002}}" '
        'authorId="{11111111-2222-3333-4444-555555555555}" created="2026-05-05T11:00:00.000"><p188:txBody>'
        "<a:bodyPr/><a:lstStyle/><a:p><a:r>"
        f'<a:rPr lang="sv-SE"/><a:t>Ja, {mint.word("comment")}</a:t></a:r></a:p></p188:txBody></p188:reply>'
        f"</p188:replyLst><p188:txBody><a:bodyPr/>"
        f'<a:lstStyle/><a:p><a:r><a:rPr lang="sv-SE"/><a:t>Stämmer {mint.word("comment")}?</a:t></a:r></a:p>'
        f"</p188:txBody></p188:cm></p188:cmLst>"
    )
    if package.related(slide, "comments") is not None:
        return False
    part = package.add(package.free("ppt/comments/modernComment_{:X}.xml"), thread, "application/vnd.ms-powerpoint.comments+xml")
    package.relate(slide, f"{kinds}/comments", part)
    return True


@edit("tag of an add-in")
def tag(package: Package, chance: Random, mint: Mint) -> bool:
    slide = a_slide(package, chance)
    shapes = [shape for shape in package.shapes(slide) if shape.tag == q("p:sp")] if slide else []
    shapes = [shape for shape in shapes if shape.find("p:nvSpPr/p:nvPr/p:custDataLst", NS) is None]
    if not slide or not shapes:
        return False
    part = package.add(
        package.free("ppt/tags/tag{}.xml"),
        element(f'<p:tagLst><p:tag name="TILLAGG" val="{mint.word("tag @val")}"/></p:tagLst>'),
        TYPE + "presentationml.tags+xml",
    )
    holder = chance.choice(shapes).find("p:nvSpPr/p:nvPr", NS)
    put(holder, element(f'<p:custDataLst><p:tags r:id="{package.relate(slide, "tags", part)}"/></p:custDataLst>'), ("p:extLst",))
    return True


@edit("ink")
def ink(package: Package, chance: Random, mint: Mint) -> bool:
    slide = a_slide(package, chance)
    if not slide:
        return False
    strokes = (
        f'<inkml:ink xmlns:inkml="http://www.w3.org/2003/InkML"><inkml:annotation>'
        f"{mint.word('ink')}</inkml:annotation><inkml:trace>0 0, 9 9</inkml:trace></inkml:ink>"
    )
    part = package.add(package.free("ppt/ink/ink{}.xml"), strokes, "application/inkml+xml")
    number = new_shape_id(package.tree(slide))
    shown = _picture(package, slide, mint)
    place = '<a:off x="609600" y="609600"/><a:ext cx="360" cy="360"/>'
    new = element(
        f'<mc:AlternateContent><mc:Choice Requires="p14"><p:contentPart p14:bwMode="auto" '
        f'r:id="{package.relate(slide, "customXml", part)}">'
        f'<p14:nvContentPartPr><p14:cNvPr id="{number}" name="Pennanteckning"/><p14:cNvContentPartPr/>'
        f"<p14:nvPr/></p14:nvContentPartPr>"
        f"<p14:xfrm>{place}</p14:xfrm></p:contentPart></mc:Choice><mc:Fallback/></mc:AlternateContent>"
    )
    shown.find("p:nvPicPr/p:cNvPr", NS).set("id", str(number))
    new[1].append(shown)
    put(_tree(package, slide), new, ("p:extLst",))
    return True


@edit("film")
def film(package: Package, chance: Random, mint: Mint) -> bool:
    slide = a_slide(package, chance)
    if not slide:
        return False
    data = b"\0\0\0\x18ftypmp42" + mint.word("media").encode()
    media = package.add(package.free("ppt/media/film{}.mp4"), data, "video/mp4")
    new = _picture(package, slide, mint)
    about = new.find("p:nvPicPr", NS)
    about.find("p:cNvPr", NS).append(element('<a:hlinkClick r:id="" action="ppaction://media"/>'))
    ours = package.relate(slide, f"{MS}/2007/relationships/media", media)
    about.find("p:nvPr", NS).extend(
        [
            element(f'<a:videoFile r:link="{package.relate(slide, "video", media)}"/>'),
            element(
                f'<p:extLst><p:ext uri="{{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}}"><p14:media r:embed="{ours}"/>'
                f"</p:ext></p:extLst>"
            ),
        ]
    )
    mint.also("media", mint.marks[-2].token)
    put(_tree(package, slide), new, ("p:extLst",))
    return True


@edit("SmartArt")
def smartart(package: Package, chance: Random, mint: Mint) -> bool:
    slide = a_slide(package, chance)
    if not slide:
        return False
    dgm = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    ids = []
    for kind, xml in (
        (
            "Data",
            f'<dgm:dataModel xmlns:dgm="{dgm}" xmlns:a="{A}"><dgm:ptLst><dgm:pt modelId="0" type="doc">'
            f'<dgm:prSet/><dgm:spPr/></dgm:pt><dgm:pt modelId="1"><dgm:prSet/>'
            f"<dgm:spPr/><dgm:t><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr/><a:t>{mint.word('diagram')}</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst>"
            '<dgm:cxnLst><dgm:cxn modelId="2" srcId="0" destId="1" srcOrd="0" destOrd="0"/></dgm:cxnLst>'
            "<dgm:bg/><dgm:whole/></dgm:dataModel>",
        ),
        ("Layout", f'<dgm:layoutDef xmlns:dgm="{dgm}" uniqueId="urn:x"><dgm:layoutNode/></dgm:layoutDef>'),
        ("Style", f'<dgm:styleDef xmlns:dgm="{dgm}" uniqueId="urn:s"><dgm:styleLbl name="n"/></dgm:styleDef>'),
        ("Colors", f'<dgm:colorsDef xmlns:dgm="{dgm}" uniqueId="urn:c"/>'),
    ):
        part = package.add(package.free(f"ppt/diagrams/{kind.lower()}{{}}.xml"), xml, f"{TYPE}drawingml.diagram{kind}+xml")
        ids.append(package.relate(slide, "diagramQuickStyle" if kind == "Style" else f"diagram{kind}", part))
    names = zip(("dm", "lo", "qs", "cs"), ids, strict=True)
    new = element(
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{new_shape_id(package.tree(slide))}" name="Diagram"/>'
        f"<p:cNvGraphicFramePr/><p:nvPr/>"
        '</p:nvGraphicFramePr><p:xfrm><a:off x="609600" y="5029200"/><a:ext cx="1828800" cy="914400"/></p:xfrm><a:graphic>'
        f'<a:graphicData uri="{dgm}"><dgm:relIds xmlns:dgm="{dgm}" '
        f"{' '.join(f'r:{n}={i!r}'.replace(chr(39), chr(34)) for n, i in names)}/></a:graphicData></a:graphic></p:graphicFrame>"
    )
    put(_tree(package, slide), new, ("p:extLst",))
    return True


@edit("hidden shape")
def hidden_shape(package: Package, chance: Random, mint: Mint) -> bool:
    found = [shape for slide in package.slides() for shape in package.tree(slide).iter(q("p:sp"))]
    if found:
        about = chance.choice(found).find("p:nvSpPr/p:cNvPr", NS)
        about.set("hidden", "1")
        about.set("title", mint.word("slide @title"))
    return bool(found)


@edit("shape named")
def shape_named(package: Package, chance: Random, mint: Mint) -> bool:
    """A name of its owner's in the selection pane."""
    slide = a_slide(package, chance)
    shapes = package.shapes(slide) if slide else []
    if shapes:
        about = next(chance.choice(shapes).iter(q("p:cNvPr")))
        about.set("name", f"Vår {mint.word('slide @name')}")
    return bool(shapes)


@edit("copied shape")
def copied_shape(package: Package, chance: Random, mint: Mint) -> bool:
    slide = a_slide(package, chance)
    bodies = texts(package, slide) if slide else []
    if not slide or not bodies:
        return False
    shape = chance.choice(bodies).getparent()
    new = copy.deepcopy(shape)
    for node in list(new.iter(q("a:hlinkClick"))):
        node.getparent().remove(node)
    about = new.find("p:nvSpPr/p:cNvPr", NS)
    about.set("id", str(new_shape_id(package.tree(slide))))
    for extension in about.findall("a:extLst", NS):
        about.remove(extension)
    for holder in new.findall("p:nvSpPr/p:nvPr/p:custDataLst", NS):
        holder.getparent().remove(holder)
    runs(paragraphs(new.find("p:txBody", NS))[0])[-1].find("a:t", NS).text += f" {mint.word('slide')}"
    shape.addnext(new)
    return True
