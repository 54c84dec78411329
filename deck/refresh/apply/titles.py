"""Titles that come newly written into a look that is lost: in the font and the colour of the deck's own."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterator

from deck.drawing.names import Element, child, local, qn
from deck.drawing.sheet import TITLES, contents, placeholder_of
from deck.refresh.apply.bench import Bench
from deck.refresh.dress import as_looks
from deck.refresh.fitting import faint_on
from deck.refresh.worn import dressed_in
from deck.template.roomy import FRONT

_WORN = ("solidFill", "latin")
"""What a title takes after the others in. Not their capitals, which are wider than what was measured."""


def dress_titles(bench: Bench) -> None:
    """Where LibreOffice wrote the masters, they say nothing of how titles look: each run does. A new slide's take after most of
    those that stand under the same master, the cover's apart, in a colour that reads where they stand."""
    usual, worn = _usual(bench), dict[str, list[tuple[Element, Element]]]()
    # Slides that went are named still.
    for part in dict.fromkeys(part for parts in bench.parts.values() for part in parts if part in bench.document.parts):
        look = usual.get(_master(bench, part))
        if look is not None and any(child(item, "a:latin") is None for item in _looks(bench.document.read_tree(part))):
            worn[part] = list(_wear(bench.document.tree(part), look))
    for part, _name in faint_on(bench.document.package(), worn) if worn else ():
        for new, old in worn.pop(part, ()):
            _recolour(new, old)


def _wear(root: Element, worn: Element) -> Iterator[tuple[Element, Element]]:
    """Each new look with the one that it takes the place of."""
    for look in list(_looks(root)):
        holder = look.getparent()
        if holder is None or child(look, "a:latin") is not None:
            continue
        given = copy.deepcopy(worn)
        if child(look, "a:solidFill") is not None:  # words told apart by their colour
            given[:] = [item for item in given if local(item) != "solidFill"]
        new = dressed_in(look, given)
        holder.replace(look, new)
        yield new, look


def _recolour(look: Element, old: Element) -> None:
    for fill in look.findall(qn("a:solidFill")):
        look.remove(fill)
    if (fill := child(old, "a:solidFill")) is not None:
        look.insert(0, copy.deepcopy(fill))


def _usual(bench: Bench) -> dict[str, Element]:
    """Master → what of a look (a:rPr) most titles under it have that the program wrote."""
    kinds = {slide.id: slide.kind for slide in bench.before.now.slides}
    found: dict[str, list[Element]] = {}
    for slide, pages in bench.mine.items():
        for page in pages if kinds.get(slide) not in FRONT else ():
            first = next(_looks(page.reader.sheet.root), None)
            if first is not None and child(first, "a:latin") is not None:
                found.setdefault(_master(bench, page.part), []).append(_worn_of(first))
    usual: dict[str, Element] = {}
    for master, looks in found.items():
        counted = Counter(map(as_looks, looks))
        usual[master] = max(looks, key=lambda item: counted[as_looks(item)])
    return usual


def _worn_of(look: Element) -> Element:
    own = look.makeelement(look.tag, {})
    own.extend(copy.deepcopy(item) for item in look if local(item) in _WORN)
    return own


def _looks(root: Element | None) -> Iterator[Element]:
    """The looks (a:rPr) of a slide's title."""
    for shape in contents(child(root, "p:cSld", "p:spTree")):
        holder = placeholder_of(shape)
        if holder is not None and holder.get("type", "") in TITLES:
            yield from [item for run in shape.iter(qn("a:r")) if (item := child(run, "a:rPr")) is not None]


def _master(bench: Bench, part: str) -> str:
    layout = bench.document.one(part, "slideLayout")
    return (bench.document.one(layout, "slideMaster") if layout else None) or ""


__all__ = ["dress_titles"]
