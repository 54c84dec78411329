"""What stands for a shape in programs of old (ECMA-376 Part 3, 10.2: mc:Fallback) says what the shape says now."""

from __future__ import annotations

import copy
from collections.abc import Iterator

from lxml import etree

from deck.drawing.names import Element, child, detach, local, qn
from deck.drawing.sheet import properties_of
from deck.refresh.document import Document

_PLAIN = ("pPr", "r", "br", "endParaRPr")
"""What paragraphs are made of that every program reads."""


def fallen_back(document: Document) -> None:
    """Of shapes that changed: a fallback that was the shape to the letter is again; of another one those texts follow that were
    the shape's. What went leaves nothing behind."""
    for slide in document.deck().slides:
        root = document.read_tree(slide.part)
        if root is None or next(root.iter(qn("mc:Fallback")), None) is None or not document.changed(slide.part):
            continue
        came = document.came(slide.part)
        left = list(_ways(came)) if came is not None else []
        for choice, fallback in list(_ways(root)):
            was = next((pair for pair in left if _said(pair[1]) == _said(fallback)), None)
            if was is not None:
                left.remove(was)
                _follow(was[0], choice, fallback)


def _ways(root: Element) -> Iterator[tuple[Element, Element]]:
    """The choice and the fallback of shapes on a slide."""
    tree = child(root, "p:cSld", "p:spTree")
    for item in tree.iter(qn("mc:AlternateContent")) if tree is not None else ():
        choice, fallback = child(item, "mc:Choice"), child(item, "mc:Fallback")
        within = any(local(above) == "Fallback" for above in item.iterancestors())
        if choice is not None and fallback is not None and not within:
            yield choice, fallback


def _follow(was: Element, choice: Element, fallback: Element) -> None:
    before, after = _said(was), _said(choice)
    if before == after:
        return
    if before and not after:
        alternate = choice.getparent()
        if alternate is not None:
            detach(alternate)
    elif before == _said(fallback):
        fallback[:] = [copy.deepcopy(item) for item in choice]
    else:
        old, new = _texts(was), _texts(choice)
        for number, body in _texts(fallback).items():
            if number in old and number in new and _words(body) == _words(old[number]) != _words(new[number]):
                _say(body, new[number])


def _said(way: Element) -> list[bytes]:
    """The shapes of one way to the letter."""
    return [etree.tostring(item, method="c14n", exclusive=True, with_tail=False) for item in way if isinstance(item.tag, str)]


def _texts(way: Element) -> dict[str, Element]:
    """A shape's number → its text's body."""
    shapes = ((properties_of(item), child(item, "p:txBody")) for item in way.iter(qn("p:sp")))
    return {about.get("id", ""): body for about, body in shapes if about is not None and body is not None}


def _words(body: Element) -> list[str]:
    return ["".join(item.text or "" for item in line.iter(qn("a:t"))) for line in body.iterchildren(qn("a:p"))]


def _say(body: Element, new: Element) -> None:
    lines = list(new.iterchildren(qn("a:p")))
    if not all(local(item) in _PLAIN for line in lines for item in line):
        return
    for old in list(body.iterchildren(qn("a:p"))):
        body.remove(old)
    body.extend(copy.deepcopy(line) for line in lines)


__all__ = ["fallen_back"]
