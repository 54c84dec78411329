"""The show: which slides it has, in which order, and where new ones come to stand (19.2.1.34)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from deck.drawing.names import Element, child, detach, need, qn
from deck.package import Package
from deck.package.names import REL
from deck.pptx.reader import OWN, ReadDeck
from deck.pptx.slots import SlideReader
from deck.refresh.document import Document
from deck.refresh.pages import Page
from deck.refresh.sections import regroup


def order_of(deck: ReadDeck, pages: dict[str, list[Page]]) -> tuple[list[str], dict[str, str]]:
    """The file's slides as keys in order (a slide of several pages once, where its first one stands), and each own slide's
    part → its key."""
    ours = {page.part: slide for slide, group in pages.items() for page in group}
    own = {piece.part: f"{OWN}{piece.part}" for piece in deck.slides if piece.part not in ours}
    keys = [ours.get(piece.part) or own.get(piece.part, "") for piece in deck.slides]
    return [key for key in dict.fromkeys(keys) if key], own


def title_on(deck: ReadDeck, part: str, lang: str) -> str:
    """An own slide's title as shown; else its first words."""
    sheet = deck.sheets.sheet(part)
    reader = SlideReader(deck.package, sheet=sheet, slide_id="", lang=lang, ids={})
    shapes = [shape for kind, _idx, shape in sheet.placeholders if kind in ("title", "ctrTitle")]
    words = [text for shape in (*shapes, *reader.shapes) if (text := reader.words(shape).strip())]
    return words[0].replace("\n", " ").replace("\v", " ")[:80] if words else ""


def shown_order(groups: Iterable[Sequence[str]], before: Sequence[str]) -> list[str]:
    """Slides in the show's order. `groups`: the pages of each slide; `before`: the file's slides. Pages that their owner
    has put in another order, or apart, stay so: each goes after what stood before it, where that does not part it from
    a slide that moved."""
    place = {part: n for n, part in enumerate(before)}
    result: list[str] = []
    later: list[str] = []
    more: dict[str, list[str]] = {}
    for group in groups:
        there = sorted((part for part in group if part in place), key=place.__getitem__)
        new = [part for part in group if part not in place]
        apart = bool(there) and place[there[-1]] - place[there[0]] >= len(there)
        result += there[:1] if apart else [*there, *new]
        if apart:
            later += there[1:]
            more[there[-1]] = new
    for part in sorted(later, key=place.__getitem__):
        behind = next((before[n] for n in range(place[part] - 1, -1, -1) if before[n] in result), None)
        at = result.index(behind) + 1 if behind is not None else 0
        result[at:at] = [part, *more.get(part, ())]
    return result


def arrange(
    document: Document, deck: ReadDeck, order: Sequence[str], sections: Mapping[str, str], said: Iterable[str] = ()
) -> None:
    """p:sldIdLst and the sections, and parts that no slide uses any more. `deck`: the file as it was read; `order`: the
    parts of its slides as they shall be shown; `sections`: a new part → the section that it begins or joins; `said`:
    ids of all our sections."""
    main = document.main
    root = document.tree(main)
    for part in [name for name in document.parts if name.startswith("ppt/slides/") and document.parts[name] == b""]:
        del document.parts[part]
    order, shown = list(order), [piece.part for piece in deck.slides]
    kept = {piece.part: piece.sld_id for piece in deck.slides if piece.part in order}
    gone = [part for part in shown if part not in kept]
    if order != shown:
        holder = need(root, "p:sldIdLst")
        targets = {rel.id: rel.target for rel in document.rels[main]}
        items = {targets.get(item.get(qn("r:id"), ""), ""): item for item in holder}
        for item in list(holder):
            holder.remove(item)
        number = max([255, *(piece.sld_id for piece in deck.slides)])
        for place, part in enumerate(order, 1):
            item = items.get(part)
            if item is None:
                _number(document, part, place)
                number += 1
                rid = document.relate(main, f"{REL}/slide", part)
                item = etree.SubElement(holder, qn("p:sldId"), {"id": str(number), qn("r:id"): rid})
                kept[part] = number
            else:
                holder.append(item)
        _shows(root, {rel.id for rel in document.rels[main] if rel.target in gone})
    if gone:
        document.drop([*gone, *(page for part in gone if (page := document.one(part, "notesSlide")))])
    if order != shown:
        numbers = {kept[part]: name for part, name in sections.items() if part in kept}
        regroup(root, said, [kept[part] for part in order], numbers)


def numbered(package: Package, order: Sequence[str]) -> Package:
    """The package with its slides' parts named in the order of the show, as PowerPoint names them: LibreOffice and ONLYOFFICE
    take a link to "slide22.xml" for one to the 22nd slide. `order`: the parts as they are shown."""
    names = {part: f"ppt/slides/slide{n}.xml" for n, part in enumerate(order, 1)}
    others = {name.lower() for name in package.parts if name not in names}
    if all(old == new for old, new in names.items()) or any(new in others for new in names.values()):
        return package
    return package.renamed(names)


def _number(document: Document, part: str, place: int) -> None:
    """A new slide's number as it shows before a program works it out (21.1.2.2.4)."""
    for item in document.tree(part).iter(qn("a:fld")):
        words = child(item, "a:t")
        if item.get("type") == "slidenum" and words is not None:
            words.text = str(place)


def _shows(root: Element, gone: set[str]) -> None:
    """Custom shows (19.2.1.7) without slides that are gone."""
    shows = child(root, "p:custShowLst")
    for item in list(shows.iter(qn("p:sld"))) if shows is not None else ():
        if item.get(qn("r:id")) in gone:
            detach(item)


__all__ = ["arrange", "numbered", "order_of", "shown_order", "title_on"]
