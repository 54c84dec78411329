"""Layouts whose title is a text box that says "Rubrik": no placeholder, so nobody can fill it in, and every slide says it. In the
deck's own layouts it is made what it was meant to be, as are the boxes that ask for other words on such a layout."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from deck.drawing import Sheets, numbers
from deck.drawing.names import Element, child, detach, local, need, qn
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import TITLES, placeholder_of
from deck.package import Package, serialise
from deck.places import folded_key
from deck.template.order import in_order

TITLE = ("rubrik", "titel", "title", "titre", "titulo", "tittel", "overskrift", "otsikko", "uberschrift", "heading", "headline")
UNDER = ("underrubrik", "undertitel", "undertittel", "subtitle", "untertitel", "sous", "alaotsikko")
CONTENT = ("text", "innehall", "content", "inhalt", "contenu", "sisalto")
"""Folded beginnings of what a box asks for."""
ASKS = frozenset(
    (
        *("klicka", "skriv", "ange", "har", "ditt", "din", "er", "lagg", "fyll"),
        *("click", "insert", "add", "enter", "type", "edit", "here", "your"),
        *("klicken", "hinzufugen", "eingeben", "bearbeiten", "cliquez", "modifiez", "saisissez", "inserez", "ajouter", "ici"),
        *("klikk", "klik", "rediger", "lisaa", "napsauta", "muokkaa", "kirjoita", "tahan"),
    )
)
"""Folded words with which it asks."""
MOST_NAMED, MOST_ASKED = 3, 10
"""Words of a prompt that only names what it is, and of one that asks."""
WIDE, LEAST, UNSAID = 0.25, 1800, 1800
"""The share of the slide's width that a title takes at least; its least size in hundredths of a point, and that of a text box
which says none."""
INSETS = {"lIns": "91440", "tIns": "45720", "rIns": "91440", "bIns": "45720", "anchor": "t"}
"""How a text box sits where it does not say so: a placeholder would take after its master's."""
FIRST_INDEX = 4_000
LEVEL = ("a:lnSpc", "a:spcBef", "a:spcAft", "a:buNone", "a:tabLst", "a:defRPr")
RUN = (
    *("a:ln", "a:noFill", "a:solidFill", "a:gradFill", "a:blipFill", "a:pattFill", "a:effectLst", "a:effectDag", "a:highlight"),
    *("a:uLnTx", "a:uLn", "a:uFillTx", "a:uFill", "a:latin", "a:ea", "a:cs", "a:sym"),
)
"""What a level says, and how its words look, in the standard's order (ECMA-376 Part 1, 21.1.2.2.7 and 21.1.2.3.2)."""


def with_box_titles(package: Package) -> Package:
    """The package with such boxes as placeholders, where a layout has no title."""
    sheets = Sheets(package)
    parts: dict[str, bytes | None] = {}
    for master in sheets.master_parts():
        for part in sheets.layout_parts(master):
            if part not in parts and (changed := _with(sheets.root(part), sheets.size[0])) is not None:
                parts[part] = changed
    return package.replace(parts) if parts else package


def _with(root: Element | None, wide: int) -> bytes | None:
    tree = child(root, "p:cSld", "p:spTree")
    shapes = list(tree.iterchildren(qn("p:sp"))) if tree is not None else []
    holders = [holder for shape in shapes if (holder := placeholder_of(shape)) is not None]
    if root is None or any(holder.get("type") in TITLES for holder in holders):
        return None
    boxes = [(shape, words) for shape in shapes if placeholder_of(shape) is None and (words := _words(shape))]
    titles = [shape for shape, words in boxes if _asks(words, TITLE) and not _asks(words, UNDER) and _heads(shape, wide)]
    if not titles:
        return None
    title = max(titles, key=_size)
    _become(title, {"type": "title"})
    taken = {holder.get("idx", "0") for holder in holders}
    index = FIRST_INDEX
    for shape, words in boxes:
        if shape is not title and _asks(words, (*UNDER, *CONTENT)):
            index = next(n for n in range(index + 1, index + len(taken) + 2) if str(n) not in taken)
            _become(shape, {"type": "body", "idx": str(index)})
    return serialise(root)


def _words(shape: Element) -> list[str]:
    key = folded_key(" ".join(item.text or "" for item in shape.iter(qn("a:t"))))
    return "".join(letter if letter.isalnum() else " " for letter in key).split()


def _asks(words: list[str], named: tuple[str, ...]) -> bool:
    """Is it a prompt for what is called so: "Rubrik", "Klicka här för att lägga till rubrik"?"""
    most = MOST_NAMED if ASKS.isdisjoint(words) else MOST_ASKED
    return len(words) <= most and any(word.startswith(named) for word in words)


def _heads(shape: Element, wide: int) -> bool:
    """Is it as wide and as large as a title, and upright?"""
    xfrm = xfrm_of(shape)
    place = extent(xfrm) if xfrm is not None and not numbers.angle(xfrm.get("rot")) else None
    return place is not None and place[2] >= WIDE * wide and _size(shape) >= LEAST


def _size(shape: Element) -> int:
    looks = (*shape.iter(qn("a:rPr")), *shape.iter(qn("a:defRPr")))
    return max((numbers.font_size(item.get("sz"), UNSAID) for item in looks), default=UNSAID)


def _become(shape: Element, holder: dict[str, str]) -> None:
    """A text box as a placeholder that looks as it does, for whoever writes in it."""
    said = need(shape, "p:nvSpPr", "p:nvPr")
    said.attrib.pop("userDrawn", "")
    said.insert(0, said.makeelement(qn("p:ph"), holder))
    need(shape, "p:nvSpPr", "p:cNvSpPr").attrib.pop("txBox", "")
    body = need(shape, "p:txBody")
    props = need(body, "a:bodyPr")
    for name, value in INSETS.items():
        if props.get(name) is None:
            props.set(name, value)
    paragraph, old = need(body, "a:p"), child(body, "a:lstStyle")
    style = body.makeelement(qn("a:lstStyle"), {})
    style.append(_level(body, child(old, "a:lvl1pPr"), child(paragraph, "a:pPr"), next(shape.iter(qn("a:rPr")), None)))
    if old is not None:
        detach(old)
    body.insert(1, style)


def _level(body: Element, *sources: Element | None) -> Element:
    """A level of a list style that says what these do, the last first: a level, a paragraph's and a run's properties."""
    level = body.makeelement(qn("a:lvl1pPr"), {"algn": "l", "marL": "0", "indent": "0"})
    look = body.makeelement(qn("a:defRPr"), {"sz": str(UNSAID), "b": "0", "cap": "none"})
    own, paragraph, run = sources
    for source in (own, paragraph):
        _take(level, source, LEVEL[:3], ("algn", "marL", "marR", "indent"))
    for source in (child(own, "a:defRPr"), run):
        _take(look, source, RUN, ("sz", "b", "i", "u", "cap", "spc", "strike"))
    if not any(local(item).endswith("Fill") for item in look):
        # What a text box has where nobody says so.
        fill = look.makeelement(qn("a:solidFill"), {})
        fill.append(fill.makeelement(qn("a:schemeClr"), {"val": "tx1"}))
        look.append(fill)
    if child(look, "a:latin") is None:
        look.append(look.makeelement(qn("a:latin"), {"typeface": "+mn-lt"}))
    in_order(look, RUN)
    level.append(level.makeelement(qn("a:buNone"), {}))
    level.append(look)
    in_order(level, LEVEL)
    return level


def _take(element: Element, source: Element | None, children: Iterable[str], attributes: Iterable[str]) -> None:
    """Those of a source's children and attributes, in the place of the element's own."""
    if source is None:
        return
    for name in attributes:
        if source.get(name) is not None:
            element.set(name, source.get(name, ""))
    for name in children:
        new, old = child(source, name), child(element, name)
        if new is not None:
            if old is not None:
                detach(old)
            element.append(deepcopy(new))


__all__ = ["with_box_titles"]
