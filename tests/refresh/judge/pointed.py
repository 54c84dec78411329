"""Edits that speak of a part from elsewhere: effects on paragraphs and categories, connectors glued to a part,
comments on words. What they speak of bears a mark, and has to be what they speak of afterwards."""

from __future__ import annotations

from random import Random

from .edits import a_paragraph, edit, in_groups, paragraphs, put, runs, texts
from .marks import Mint
from .package import NS, Element, Package, element, new_shape_id, q
from .reader import plain
from .things import MS


def _say(paragraph: Element, mint: Mint, *places: str) -> str:
    """A marked word at a paragraph's end, looked for in some places."""
    word = mint.word("slide")
    runs(paragraph)[-1].find("a:t", NS).text += f" {word}"
    for place in places:
        mint.also(place, word)
    return word


def _number(shape: Element) -> str:
    return next(shape.iter(q("p:cNvPr"))).get("id", "")


def _let_come(package: Package, slide: str, target: str) -> None:
    """An effect by a click; `target`: what p:spTgt is."""
    timing = element(
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
        '<p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst><p:par>'
        '<p:cTn id="3" fill="hold"><p:stCondLst><p:cond delay="indefinite"/></p:stCondLst><p:childTnLst><p:par>'
        '<p:cTn id="4" fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst><p:par>'
        '<p:cTn id="5" presetID="1" presetClass="entr" presetSubtype="0" fill="hold" nodeType="clickEffect"><p:stCondLst>'
        '<p:cond delay="0"/></p:stCondLst><p:childTnLst><p:set><p:cBhvr><p:cTn id="6" dur="1" fill="hold"/><p:tgtEl>'
        f"{target}</p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr><p:to>"
        '<p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par></p:childTnLst>'
        "</p:cTn></p:par></p:childTnLst></p:cTn></p:seq></p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>"
    )
    put(package.tree(slide), timing, ("p:extLst",))


def _still(package: Package) -> list[str]:
    return [slide for slide in package.slides() if package.tree(slide).find("p:timing", NS) is None]


@edit("paragraph animated")
def paragraph_animated(package: Package, chance: Random, mint: Mint) -> bool:
    found = [
        (slide, body, node)
        for slide in _still(package)
        for body in texts(package, slide)
        for node in paragraphs(body)
        if len(paragraphs(body)) > 1
    ]
    if not found:
        return False
    slide, body, node = chance.choice(found)
    _say(node, mint, "slide effect")
    at = body.findall("a:p", NS).index(node)
    span = f'<p:txEl><p:pRg st="{at}" end="{at}"/></p:txEl>'
    _let_come(package, slide, f'<p:spTgt spid="{_number(body.getparent())}">{span}</p:spTgt>')
    return True


@edit("category animated")
def category_animated(package: Package, chance: Random, mint: Mint) -> bool:
    found = []
    for slide in _still(package):
        for frame in package.tree(slide).iter(q("p:graphicFrame")):
            chart = next(frame.iter(q("c:chart")), None)
            part = next(
                (rel.target for rel in package.relations(slide) if chart is not None and rel.id == chart.get(q("r:id"))), ""
            )
            names = [node.text or "" for node in package.tree(part).findall(".//c:ser[1]/c:cat//c:pt/c:v", NS)] if part else []
            found += [(slide, frame, n, name) for n, name in enumerate(names)]
    if not found:
        return False
    slide, frame, n, name = chance.choice(found)
    mint.also("slide category", name)
    what = f'<p:graphicEl><a:chart seriesIdx="-3" categoryIdx="{n}" bldStep="category"/></p:graphicEl>'
    _let_come(package, slide, f'<p:spTgt spid="{_number(frame)}">{what}</p:spTgt>')
    return True


@edit("connector on a part")
def connector(package: Package, chance: Random, mint: Mint) -> bool:
    found = [(slide, shape) for slide in package.slides() for shape in in_groups(package, slide)]
    if not found:
        return False
    slide, shape = chance.choice(found)
    _say(paragraphs(shape.find("p:txBody", NS))[0], mint, "slide glued")
    line = element(
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{new_shape_id(package.tree(slide))}" name="Koppling"/><p:cNvCxnSpPr>'
        f'<a:stCxn id="{_number(shape)}" idx="0"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr><a:xfrm>'
        '<a:off x="914400" y="914400"/><a:ext cx="914400" cy="0"/></a:xfrm>'
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom></p:spPr></p:cxnSp>'
    )
    put(package.tree(slide).find("p:cSld/p:spTree", NS), line, ("p:extLst",))
    return True


@edit("comment on words")
def comment_on_words(package: Package, chance: Random, mint: Mint) -> bool:
    """PowerPoint's newer comments, on a range of letters of a shape."""
    found = a_paragraph(package, chance)
    if found is None or package.related(found[0], "comments") is not None:
        return False
    if any(name.startswith("ppt/comments/comment") for name in package.parts):
        return False
    slide, node = found
    word = _say(node, mint, "slide remark")
    body = node.getparent()
    said = "\r".join(plain(line) for line in body.iterfind("a:p", NS))
    kinds = f"{MS}/2018/10/relationships"
    if package.related(package.main, "authors") is None:
        empty = element(
            '<p188:authorLst><p188:author id="{11111111-2222-3333-4444-555555555555}" name="Kim" initials="K" '
            'userId="k" providerId="None"/></p188:authorLst>'
        )
        authors = package.add("ppt/authors.xml", empty, "application/vnd.ms-powerpoint.authors+xml")
        package.relate(package.main, f"{kinds}/authors", authors)
    number = package.slide_ids()[package.slides().index(slide)].get("id")
    command = f'xmlns:pc="{MS}/powerpoint/2013/main/command" xmlns:ac="{MS}/drawing/2013/main/command"'
    thread = element(
        f'<p188:cmLst><p188:cm id="{{{chance.randrange(16**8):08X}-0000-4000-8000-000000000003}}" '
        'authorId="{11111111-2222-3333-4444-555555555555}" created="2026-05-05T10:00:00.000">'
        f'<ac:txMkLst {command}><pc:docMk/><pc:sldMk cId="0" sldId="{number}"/><ac:spMk id="{_number(body.getparent())}"/>'
        f'<ac:txMk cp="{said.index(word)}" len="{len(word)}"/></ac:txMkLst><p188:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r>'
        f'<a:rPr lang="sv-SE"/><a:t>Stämmer {mint.word("comment")}?</a:t></a:r></a:p></p188:txBody></p188:cm></p188:cmLst>'
    )
    part = package.add(package.free("ppt/comments/modernComment_{:X}.xml"), thread, "application/vnd.ms-powerpoint.comments+xml")
    package.relate(slide, f"{kinds}/comments", part)
    return True
