"""Titles that come newly written into a look that is lost: in the font and the colour of the deck's own."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterator

from deck.drawing.names import Element, child, local, qn
from deck.drawing.sheet import TITLES, contents, placeholder_of
from deck.refresh.apply.bench import Bench
from deck.refresh.dress import as_looks
from deck.refresh.worn import dressed_in
from deck.template.roomy import FRONT

_WORN = ("solidFill", "latin")
"""What a title takes after the others in. Not their capitals, which are wider than what was measured."""


def dress_titles(bench: Bench) -> None:
    """Where LibreOffice wrote the masters, they say nothing of how titles look: each run does. A new slide's take after most of
    those that stand under the same master, the cover's apart."""
    usual = _usual(bench)
    for part in dict.fromkeys(part for parts in bench.parts.values() for part in parts):
        worn = usual.get(_master(bench, part))
        for look in _looks(bench.document.read_tree(part)) if worn is not None else ():
            if child(look, "a:latin") is None:
                _wear(bench, part, worn)
                break


def _wear(bench: Bench, part: str, worn: Element | None) -> None:
    for look in _looks(bench.document.tree(part)):
        holder = look.getparent()
        if holder is None or worn is None or child(look, "a:latin") is not None:
            continue
        given = copy.deepcopy(worn)
        if child(look, "a:solidFill") is not None:  # words told apart by their colour
            given[:] = [item for item in given if local(item) != "solidFill"]
        holder.replace(look, dressed_in(look, given))


def _usual(bench: Bench) -> dict[str, Element]:
    """Master → what of a look (a:rPr) most titles under it have, in the file as it was read."""
    kinds = {slide.id: slide.kind for slide in bench.before.now.slides}
    found: dict[str, list[Element]] = {}
    for slide, pages in bench.mine.items():
        for page in pages if kinds.get(slide) not in FRONT else ():
            looks = list(_looks(page.reader.sheet.root))[:1]
            found.setdefault(_master(bench, page.part), []).extend(_worn_of(look) for look in looks)
    usual: dict[str, Element] = {}
    for master, looks in found.items():
        counted = Counter(map(as_looks, looks))
        most = max(looks, key=lambda item: counted[as_looks(item)], default=None)
        if most is not None and child(most, "a:latin") is not None:
            usual[master] = most
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
