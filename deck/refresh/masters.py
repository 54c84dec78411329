"""A package's masters exchanged: another template's in, with all that hangs on them, and the old ones
out once no slide needs them."""

from __future__ import annotations

import copy

from lxml import etree

from deck.drawing.names import Element, child, detach, need, qn, whole
from deck.package import parse_xml
from deck.package.names import PRESENTATION_ORDER, REL
from deck.refresh.document import Document, Graft

_FONTS = ("embedTrueTypeFonts", "saveSubsetFonts")


def masters_of(document: Document) -> list[str]:
    """The masters that the presentation lists."""
    targets = {rel.id: rel.target for rel in document.rels[document.main]}
    holder = child(document.tree(document.main), "p:sldMasterIdLst")
    items: list[Element] = list(holder) if holder is not None else []
    return [part for item in items if (part := targets.get(item.get(qn("r:id"), ""), ""))]


def layouts_of(document: Document, master: str) -> list[str]:
    return [rel.target for rel in document.rels.get(master, ()) if rel.kind == "slideLayout" and not rel.external]


def bring_masters(graft: Graft, *, back: bool = False) -> list[str]:
    """The source's masters, layouts, themes, fonts, table styles and slide size into the document; the new masters' parts.
    `back`: it is the look that the document had, so what it has beyond that is its owner's.
    Ids of masters and layouts are unique in a presentation (19.7.9 and 19.7.10)."""
    document, source = graft.document, graft.source
    main = document.main
    root, other = document.tree(main), parse_xml(source.parts[source.main])
    targets = {rel.id: rel.target for rel in source.rels[source.main]}
    listed = child(root, "p:sldMasterIdLst")
    if listed is None:
        listed = etree.Element(qn("p:sldMasterIdLst"))
        root.insert(0, listed)
    taken = {whole(item.get("id")) for item in listed}
    for master in masters_of(document):
        taken |= set(_layout_ids(document.tree(master)))
    brought: list[str] = []
    theirs = need(other, "p:sldMasterIdLst")
    for item in theirs:
        part = graft.part(targets[item.get(qn("r:id"), "")], "slideMaster")
        tree = document.tree(part)
        own = _layout_ids(tree)
        entries = need(tree, "p:sldLayoutIdLst")
        number = _number(whole(item.get("id")), taken)
        if taken & set(own):
            for entry in entries:
                entry.set("id", str(_number(whole(entry.get("id")), taken)))
        taken |= set(own)
        rid = document.relate(main, f"{REL}/slideMaster", part)
        etree.SubElement(listed, qn("p:sldMasterId"), {"id": str(number), qn("r:id"): rid})
        brought.append(part)
    _theme(document, brought[0])
    for name in ("sldSz", "defaultTextStyle"):
        _put(root, child(other, f"p:{name}"), name)
    _fonts(graft, root, other, back=back)
    _table_styles(graft)
    return brought


def drop_masters(document: Document, masters: list[str]) -> None:
    """Masters and their layouts taken out, and what only they led to."""
    main = document.main
    gone = {rel.id for rel in document.rels[main] if rel.target in masters}
    holder = child(document.tree(main), "p:sldMasterIdLst")
    for item in list(holder) if holder is not None else ():
        if item.get(qn("r:id")) in gone:
            detach(item)
    document.drop([*masters, *(layout for master in masters for layout in layouts_of(document, master))])


def _layout_ids(master: Element) -> list[int]:
    holder = child(master, "p:sldLayoutIdLst")
    return [whole(item.get("id")) for item in holder] if holder is not None else []


def _number(wanted: int, taken: set[int]) -> int:
    """The id itself where it is free, else the next that is."""
    number = wanted if wanted >= 2**31 and wanted not in taken else max([2**31 - 1, *taken]) + 1
    taken.add(number)
    return number


def _theme(document: Document, master: str) -> None:
    """The presentation's own relationship to a theme leads to the new master's."""
    theme = document.one(master, "theme")
    main = document.main
    document.rels[main] = tuple(rel for rel in document.rels[main] if rel.kind != "theme")
    if theme is not None:
        document.relate(main, f"{REL}/theme", theme)


def _put(root: Element, element: Element | None, name: str) -> None:
    """The child of that name exchanged for a copy of `element`, where the order has its place; None: taken out."""
    old = child(root, f"p:{name}")
    if old is not None:
        root.remove(old)
    if element is None:
        return
    before = [qn(f"p:{item}") for item in PRESENTATION_ORDER[: PRESENTATION_ORDER.index(name)]]
    place = sum(1 for item in root if item.tag in before)
    root.insert(place, copy.deepcopy(element))


def _fonts(graft: Graft, root: Element, other: Element, *, back: bool) -> None:
    """Embedded fonts belong to the look: the old ones out, the new ones in. Those that words of the owner's are set in stay, and
    all where the deck gets `back` the look that it had."""
    document, main = graft.document, graft.document.main
    old, new = child(root, "p:embeddedFontLst"), child(other, "p:embeddedFontLst")
    brought = graft.shape(new, graft.source.main, main) if new is not None else etree.Element(qn("p:embeddedFontLst"))
    known = {_typeface(item) for item in brought}
    further = [item for item in old if _typeface(item) not in known] if old is not None else []
    kept = [item for item in further if back or _is_named(document, _typeface(item))]
    brought.extend(copy.deepcopy(item) for item in kept)
    ids = {value for item in brought.iter() for name, value in item.attrib.items() if name == qn("r:id")}
    _put(root, brought if len(brought) else None, "embeddedFontLst")
    document.drop([rel.target for rel in document.rels[main] if rel.kind == "font" and rel.id not in ids])
    for name in () if kept else _FONTS:
        root.attrib.pop(name, "")
        if other.get(name):
            root.set(name, other.get(name, ""))


def _typeface(font: Element) -> str:
    held = child(font, "p:font")
    return held.get("typeface", "") if held is not None else ""


def _is_named(document: Document, typeface: str) -> bool:
    """Whether something on a slide is set in it."""
    slides = [rel.target for rel in document.rels[document.main] if rel.kind == "slide" and rel.target in document.parts]
    return bool(typeface) and any(item.get("typeface") == typeface for part in slides for item in document.tree(part).iter())


def _table_styles(graft: Graft) -> None:
    """The new template's table styles beside those that the owner's tables use (20.1.4.2.27)."""
    document, source = graft.document, graft.source
    mine, theirs = document.one(document.main, "tableStyles"), source.one(source.main, "tableStyles")
    if theirs is None:
        return
    if mine is None:
        document.relate(document.main, f"{REL}/tableStyles", graft.part(theirs, "tableStyles"))
        return
    tree, other = document.tree(mine), parse_xml(source.parts[theirs])
    known = {item.get("styleId") for item in tree}
    for item in other:
        if item.get("styleId") not in known:
            tree.append(copy.deepcopy(item))
    if other.get("def") and other.get("def") != tree.get("def"):
        tree.set("def", other.get("def", ""))


__all__ = ["bring_masters", "drop_masters", "layouts_of", "masters_of"]
