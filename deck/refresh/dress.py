"""How a part of a drawn block is drawn now, given to the part that its owner has: what is as we wrote it follows, what its owner
changed stays."""

from __future__ import annotations

import copy
from collections.abc import Collection, Sequence

from lxml import etree

from deck.drawing.names import Element, child, local, qn, whole
from deck.refresh.bodies import bare_frame


def dress(target: Element, source: Element, known: Sequence[Element]) -> None:
    """Outline, fill, line, margins and the looks of paragraphs and words, as they are drawn now: each where it is as we wrote it.
    A ring of fewer arrows has others; a row that is no longer the current one is not bold."""
    own, new = child(target, "p:spPr"), child(source, "p:spPr")
    if own is not None and new is not None and _drawing(own) in [_drawing(child(item, "p:spPr")) for item in known]:
        for item in [item for item in own if local(item) != "xfrm"]:
            own.remove(item)
        own.extend(copy.deepcopy(item) for item in new if local(item) != "xfrm")
    elif own is not None and new is not None:
        _redraw(own, new, [path for item in known if (path := _path(child(item, "p:spPr"))) is not None])
    body, fresh = child(target, "p:txBody"), child(source, "p:txBody")
    bodies = [found for item in known if (found := child(item, "p:txBody")) is not None]
    if body is None or fresh is None:
        return
    frame, made = child(body, "a:bodyPr"), child(fresh, "a:bodyPr")
    frames = [bare_frame(found) for item in bodies if (found := child(item, "a:bodyPr")) is not None]
    if frame is not None and made is not None and bare_frame(frame) in frames:
        body.replace(frame, copy.deepcopy(made))
    elif frame is not None and made is not None:
        _inset(frame, made, [found for item in bodies if (found := child(item, "a:bodyPr")) is not None])
    written = [list(item.iterchildren(qn("a:p"))) for item in bodies]
    for n, (mine, theirs) in enumerate(zip(body.iterchildren(qn("a:p")), fresh.iterchildren(qn("a:p")), strict=False)):
        _dress_paragraph(mine, theirs, _ours_of(mine, n, written))


def _redraw(own: Element, new: Element, known: Sequence[Element]) -> None:
    """An outline that goes where ours went, in a paint of its owner's or of a program, goes where it is to go now: the ring has
    another size, or other arrows."""
    path, fresh = _path(own), _path(new)
    if path is None or fresh is None or as_looks(path) not in map(as_looks, known):
        return
    old, drawn = child(own, "a:custGeom"), child(new, "a:custGeom")
    if old is not None and drawn is not None:
        own.replace(old, copy.deepcopy(drawn))


def _path(properties: Element | None) -> Element | None:
    """Where an outline of our own drawing goes (20.1.9.16); guides and the text's rectangle, which programs write anew, apart."""
    return child(properties, "a:custGeom", "a:pathLst")


def _inset(frame: Element, made: Element, known: Sequence[Element]) -> None:
    """A frame that is otherwise than ours has our margins still, where they are those that we gave, as near as programs round."""
    for name in _INSETS:
        given, new = frame.get(name), made.get(name)
        ours = (item.get(name) for item in known)
        if given and new and any(value and abs(whole(given) - whole(value)) <= ROUNDED for value in ours):
            frame.set(name, new)


def _ours_of(mine: Element, n: int, written: Sequence[Sequence[Element]]) -> list[Element]:
    """What we wrote of a paragraph: the one that said the same, else the one in its place, else any, for a new one took the look
    of those that it came among."""
    known = [item for body in written for item in body]
    same = [item for item in known if (said := _said(item)) and said == _said(mine)]
    return same or [body[n] for body in written if len(body) > n] or known


def _said(paragraph: Element) -> str:
    return "".join(item.text or "" for item in paragraph.iter(qn("a:t")))


def _dress_paragraph(mine: Element, theirs: Element, ours: Sequence[Element]) -> None:
    own, new = child(mine, "a:pPr"), child(theirs, "a:pPr")
    if as_looks(own) in [as_looks(child(item, "a:pPr")) for item in ours] and as_looks(own) != as_looks(new):
        if own is not None:
            mine.remove(own)
        if new is not None:
            mine.insert(0, copy.deepcopy(new))
    looks = list(theirs.iter(qn("a:rPr")))
    if not looks:
        return
    known = {as_looks(item) for paragraph in ours for item in paragraph.iter(qn("a:rPr"))}
    if len({as_looks(item) for item in looks}) > 1:
        _dress_words(mine, theirs, known)
        return
    look = looks[0]
    for item in list(mine.iter(qn("a:rPr"))):
        holder = item.getparent()
        if holder is not None and as_looks(item) in known and as_looks(item) != as_looks(look):
            holder.replace(item, relooked(item, look))


def relooked(item: Element, look: Element) -> Element:
    """A run's properties in another look: its language and its links stay."""
    changed = copy.deepcopy(look)
    for name in [name for name in _WRITTEN if name in item.attrib]:
        changed.set(name, item.get(name, ""))
    for click in [found for found in changed if local(found).startswith("hlink")]:
        changed.remove(click)
    changed.extend(copy.deepcopy(found) for found in item if local(found).startswith("hlink"))
    return changed


def _dress_words(mine: Element, theirs: Element, known: Collection[bytes]) -> None:
    """A paragraph with some words told apart: where it says what the new one says, all of it in looks of ours, it has the
    new one's runs; what its owner wrote or coloured stays as it is."""
    own, new = (list(side.iterchildren(qn("a:r"))) for side in (mine, theirs))
    said, wanted = ("".join(getattr(child(run, "a:t"), "text", "") or "" for run in side) for side in (own, new))
    linked = any(local(item).startswith("hlink") for side in (mine, theirs) for item in side.iter())
    if said != wanted or linked or any(local(item) in ("br", "fld") for side in (mine, theirs) for item in side):
        return
    if not own or not all(as_looks(child(run, "a:rPr")) in known for run in own):
        return
    before = own[0].getprevious()
    at = mine.index(before) + 1 if before is not None else 0
    for run in own:
        mine.remove(run)
    for n, run in enumerate(new):
        mine.insert(at + n, copy.deepcopy(run))


_INSETS = ("lIns", "tIns", "rIns", "bIns")
ROUNDED = 360
"""EMU: a hundredth of a millimetre, which LibreOffice counts in."""
_WRITTEN = ("lang", "altLang", "dirty", "err", "smtClean", "noProof")
"""Attributes of a run that tell of its words or of a program, and of no look."""


def as_looks(element: Element | None) -> bytes:
    """Properties as they look, without links and what programs add on saving."""
    if element is None:
        return b""
    item = copy.deepcopy(element)
    for name in _WRITTEN:
        item.attrib.pop(name, "")
    for inner in [found for found in item if local(found) in ("hlinkClick", "hlinkMouseOver", "extLst")]:
        item.remove(inner)
    etree.cleanup_namespaces(item)
    return etree.tostring(item, method="c14n", with_tail=False)


def bears_looks(shape: Element, ours: Sequence[Element]) -> bool:
    """Whether a part has a look that none of ours has, measures apart: what of it would be lost, were it drawn anew."""
    return not _without_measures(shape) <= frozenset().union(*(_without_measures(item) for item in ours))


def _without_measures(shape: Element) -> frozenset[bytes]:
    found: set[bytes] = set()
    for item in shape.iter(qn("p:spPr"), qn("a:bodyPr"), qn("a:pPr"), qn("a:rPr")):
        bare = copy.deepcopy(item)
        for name in (*_WRITTEN, *_MEASURES):
            bare.attrib.pop(name, "")
        for inner in [inner for inner in bare if local(inner) in _MEASURED or local(inner).startswith("hlink")]:
            bare.remove(inner)
        etree.cleanup_namespaces(bare)
        found.add(etree.tostring(bare, method="c14n", with_tail=False))
    return frozenset(found)


_MEASURES = ("sz", "marL", "indent", "lIns", "tIns", "rIns", "bIns")
_MEASURED = frozenset(("xfrm", "prstGeom", "custGeom", "normAutofit", "spAutoFit", "noAutofit", "extLst"))


def _drawing(properties: Element | None) -> bytes:
    """A shape's outline, fill and line, wherever it stands."""
    if properties is None:
        return b""
    item = copy.deepcopy(properties)
    for inner in [found for found in item if local(found) == "xfrm"]:
        item.remove(inner)
    etree.cleanup_namespaces(item)
    return etree.tostring(item, method="c14n", with_tail=False)


__all__ = ["as_looks", "bears_looks", "dress", "relooked"]
