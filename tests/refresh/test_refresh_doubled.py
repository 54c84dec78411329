"""Shapes that were copied with their ids for life."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from refresh_corpus import base_pages, generated
from refresh_releases import BASE

from deck.drawing.names import Element, local, qn
from deck.drawing.sheet import walk
from deck.package import open_package
from deck.pptx.identity import creation_of, guid
from deck.refresh.document import Document
from deck.refresh.doubled import copies_on
from deck.refresh.recognise import identify
from deck.refresh.strays import Stray


def copied(slide: str, *path: str, words: str = "", whose: str = "copy") -> tuple[Document, Element, Element]:
    """A shape of a slide with a copy before it to the letter, into one of which its owner wrote: the document, the copy and the
    other."""
    document = Document(open_package(generated(), "test"))
    piece = next(item for item in document.deck().slides if item.slide == slide)
    mark = guid(slide, *path)
    shape = next(item for item in walk(document.tree(piece.part).find(f".//{qn('p:spTree')}")) if creation_of(item) == mark)
    other = copy.deepcopy(shape)
    shape.addprevious(other)
    for item in (other if whose == "copy" else shape).iter(qn("a:t")):
        item.text = words or item.text
    return document, other, shape


def bears_id(shape: Element) -> bool:
    return any(creation_of(item) for item in shape.iter() if local(item) in ("sp", "grpSp", "graphicFrame", "pic", "cxnSp"))


@pytest.mark.parametrize("whose", ["copy", "other"])
@pytest.mark.parametrize("path", [("cards", "title"), ("cards", "object"), ("cards", "object", "card:one:title")])
def test_the_one_most_like_ours_keeps_the_id(path: tuple[str, ...], whose: Any) -> None:
    document, one, other = copied(*path, words="Egen ruta", whose=whose)
    identify(document, BASE, base_pages(BASE, document.package()), "min.pptx")
    assert (bears_id(one), bears_id(other)) == ((False, True) if whose == "copy" else (True, False))


def test_of_two_alike_the_first_keeps_it_and_what_stands_once_is_left_alone() -> None:
    document, _one, other = copied("cards", "title")
    pieces = {item.slide: item for item in document.deck().slides}
    pages = base_pages(BASE, open_package(generated(), "test"))
    assert [*copies_on(pages["cards"][0], Stray(document.deck(), pieces["cards"], BASE.lang))] == [other]
    assert [*copies_on(pages["why"][0], Stray(document.deck(), pieces["why"], BASE.lang))] == []
