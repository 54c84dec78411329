"""Edits of whole slides and of the deck: own slides, copies, moves, deletes, sections, shows."""

from __future__ import annotations

import posixpath
from random import Random

from .edits import a_slide, edit, paragraphs, put, runs, texts
from .marks import Mint
from .package import NS, TYPE, Package, element, q

SLIDE = TYPE + "presentationml.slide+xml"
NOTES = TYPE + "presentationml.notesSlide+xml"


def _enter(package: Package, slide: str, after: str) -> None:
    """A slide into the list and the section, after another."""
    ids, order = package.slide_ids(), package.slides()
    number = str(1 + max(int(node.get("id")) for node in ids))
    new = ids[0].makeelement(q("p:sldId"), {"id": number, q("r:id"): package.relate(package.main, "slide", slide)})
    before = ids[order.index(after)]
    before.addnext(new)
    for listed in package.presentation.iter(q("p14:sldId")):
        if listed.get("id") == before.get("id"):
            listed.addnext(listed.makeelement(q("p14:sldId"), {"id": number}))
            break


@edit("own slide")
def own_slide(package: Package, chance: Random, mint: Mint) -> bool:
    after = a_slide(package, chance)
    layout = package.related(after, "slideLayout") if after else None
    if not after or not layout:
        return False
    tree = element(
        '<p:sld><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Rubrik 1"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        '<p:ph type="title"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="sv-SE"/><a:t>'
        f"Vår bild {mint.word('slide')}</a:t></a:r></a:p></p:txBody></p:sp>"
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )
    slide = package.add(package.free("ppt/slides/slide{}.xml"), tree, SLIDE)
    package.relate(slide, "slideLayout", layout)
    _enter(package, slide, after)
    return True


@edit("slide copied")
def slide_copied(package: Package, chance: Random, mint: Mint) -> bool:
    """As PowerPoint's duplicate: all of it, notes too, with new ids for the slide itself and none of its tags' parts shared."""
    slide = a_slide(package, chance)
    if not slide or not texts(package, slide):
        return False
    new = package.add(package.free("ppt/slides/slide{}.xml"), package.data(slide), SLIDE)
    _copy_relations(package, slide, new)
    tree = package.tree(new)
    for creation in tree.iter(q("p14:creationId")):
        creation.set("val", str(chance.randrange(2**31)))
    for listed in [node for node in tree.iter(q("p:custDataLst")) if node.getparent().tag == q("p:cSld")]:
        listed.getparent().remove(listed)
    _enter(package, new, slide)
    runs(paragraphs(chance.choice(texts(package, new)))[0])[-1].find("a:t", NS).text += f" {mint.word('slide')}"
    return True


def _copy_relations(package: Package, slide: str, new: str) -> None:
    name = package.rels_name(slide)
    if name not in package.parts:
        return
    package.parts[package.rels_name(new)] = package.data(name)
    tree = package.tree(package.rels_name(new))
    for node in list(tree):
        kind = node.get("Type").rsplit("/", 1)[-1]
        if kind == "comments":
            tree.remove(node)
        elif kind == "notesSlide":
            old = package.related(slide, "notesSlide")
            notes = package.add(package.free("ppt/notesSlides/notesSlide{}.xml"), package.data(str(old)), NOTES)
            package.parts[package.rels_name(notes)] = package.data(package.rels_name(str(old)))
            for back in package.tree(package.rels_name(notes)):
                if back.get("Type").endswith("/slide"):
                    back.set("Target", "/" + new)
            node.set("Target", "/" + notes)
        elif kind in ("tags", "chart", "diagramData") and node.get("TargetMode") != "External":
            _copy_part(package, slide, node)


def _copy_part(package: Package, slide: str, node) -> None:
    target = posixpath.normpath(posixpath.join("/", posixpath.dirname(slide), node.get("Target"))).lstrip("/")
    stem, suffix = posixpath.splitext(target)
    copied = package.add(package.free(f"{stem}k{{}}{suffix}"), package.data(target), str(package.content_type(target)))
    if package.rels_name(target) in package.parts:
        package.parts[package.rels_name(copied)] = package.data(package.rels_name(target))
    node.set("Target", "/" + copied)


@edit("slide deleted")
def slide_deleted(package: Package, chance: Random, mint: Mint) -> bool:
    order = package.slides()
    linked = {rel.target for slide in order for rel in package.relations(slide) if rel.type == "slide"}
    found = [slide for slide in order if slide not in linked]
    if len(order) < 5 or not found:
        return False
    slide = chance.choice(found)
    for rel in package.relations(slide):
        if rel.type == "tags" and rel.target in package.parts:
            for tag in package.tree(rel.target):
                if tag.get("name") == "DECK_SLIDE":
                    _mark_deleted(package, slide, tag.get("val"), mint)
    node = package.slide_ids()[order.index(slide)]
    for listed in [*package.presentation.iter(q("p14:sldId")), *package.presentation.iter(q("p:sld"))]:
        if listed.get("id") == node.get("id") or listed.get(q("r:id")) == node.get(q("r:id")):
            listed.getparent().remove(listed)
    package.unrelate(package.main, node.get(q("r:id")))
    node.getparent().remove(node)
    for gone in [part for part in (slide, package.notes(slide)) if part]:
        package.drop(gone)
    _sweep(package)
    return True


def _mark_deleted(package: Package, slide: str, name: str, mint: Mint) -> None:
    """A slide with more pages is deleted when all are; and one that its owner has a copy of lives on in that."""
    others = 0
    for other in package.slides():
        if other != slide:
            named = package.tree(other).find("p:cSld", NS)
            others += named is not None and named.get("name") == name
            for rel in package.relations(other):
                if rel.type == "tags":
                    others += any(tag.get("val") == name for tag in package.tree(rel.target))
    if not others:
        mint.also("our slide", name, gone=True)


def _sweep(package: Package) -> None:
    """Parts that nothing leads to any more go, as in any program that saves."""
    kept = {*package.reachable(), "[Content_Types].xml"}
    kept |= {package.rels_name(name) for name in kept} | {"_rels/.rels"}
    for name in [name for name in package.parts if name not in kept]:
        package.drop(name)


@edit("slide moved")
def slide_moved(package: Package, chance: Random, mint: Mint) -> bool:
    """By dragging; its footer's neighbour says that it was us."""
    slide = a_slide(package, chance)
    bodies = texts(package, slide) if slide else []
    if not slide or not bodies or len(package.slides()) < 3:
        return False
    node = package.slide_ids()[package.slides().index(slide)]
    others = [other for other in package.slide_ids() if other is not node]
    to = chance.choice(others)
    to.addnext(node)
    listed = {entry.get("id"): entry for entry in package.presentation.iter(q("p14:sldId"))}
    if node.get("id") in listed and to.get("id") in listed:
        listed[to.get("id")].addnext(listed[node.get("id")])
    runs(paragraphs(bodies[0])[0])[-1].find("a:t", NS).text += f" {mint.word('slide')}"
    return True


@edit("slide hidden")
def slide_hidden(package: Package, chance: Random, mint: Mint) -> bool:
    found = [slide for slide in package.slides() if package.tree(slide).get("show") != "0"]
    if found:
        package.tree(chance.choice(found)).set("show", "0")
        mint.also("slide @show", "0")
    return bool(found)


@edit("section named")
def section_named(package: Package, chance: Random, mint: Mint) -> bool:
    found = list(package.presentation.iter(q("p14:section")))
    if found:
        chance.choice(found).set("name", f"Vår del {mint.word('deck @name')}")
    return bool(found)


@edit("section added")
def section_added(package: Package, chance: Random, mint: Mint) -> bool:
    found = [node for node in package.presentation.iter(q("p14:section")) if len(node.findall("p14:sldIdLst/p14:sldId", NS)) > 1]
    if not found:
        return False
    old = chance.choice(found)
    moved = old.findall("p14:sldIdLst/p14:sldId", NS)[1:]
    new = element(
        f'<p14:section name="Egen {mint.word("deck @name")}" '
        f'id="{{{chance.randrange(16**8):08X}-1111-4222-8333-444444444444}}"><p14:sldIdLst/></p14:section>'
    )
    new[0].extend(moved)
    old.addnext(new)
    return True


@edit("custom show")
def custom_show(package: Package, chance: Random, mint: Mint) -> bool:
    ids = package.slide_ids()
    if package.presentation.find("p:custShowLst", NS) is not None or len(ids) < 3:
        return False
    shown = "".join(f'<p:sld r:id="{node.get(q("r:id"))}"/>' for node in chance.sample(ids, 2))
    new = element(
        f'<p:custShowLst><p:custShow name="{mint.word("deck @name")}" id="0"><p:sldLst>{shown}</p:sldLst>'
        f"</p:custShow></p:custShowLst>"
    )
    put(
        package.presentation,
        new,
        ("p:photoAlbum", "p:custDataLst", "p:kinsoku", "p:defaultTextStyle", "p:modifyVerifier", "p:extLst"),
    )
    return True


@edit("second page")
def second_page(package: Package, chance: Random, mint: Mint) -> bool:
    """Words in the title of a slide that continues another (the same tag)."""
    seen, found = set[str](), []
    for slide in package.slides():
        for rel in package.relations(slide):
            if rel.type == "tags" and rel.target in package.parts:
                names = [tag.get("val") for tag in package.tree(rel.target) if tag.get("name") == "DECK_SLIDE"]
                if names and names[0] in seen:
                    found.append(slide)
                seen |= set(names)
    found = [slide for slide in found if texts(package, slide)]
    if found:
        text = runs(paragraphs(texts(package, chance.choice(found))[0])[0])[0].find("a:t", NS)
        text.text += f" {mint.word('slide')}"
    return bool(found)
