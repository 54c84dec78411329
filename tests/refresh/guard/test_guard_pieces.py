"""Slides in pieces: none is left out, and what is remembered of one is what it says itself."""

from __future__ import annotations

from collections import Counter

import pytest
from lxml import etree
from refresh_corpus import edited, generated
from refresh_edits import EDITS

from deck.drawing.names import Element, local, qn
from deck.drawing.sheet import Sheets
from deck.memory import Memory, forget
from deck.package import open_package, parse_xml
from deck.refresh.guard.inventory import held
from deck.refresh.guard.looks import looks
from deck.refresh.guard.losable import Losable
from deck.refresh.guard.pieces import fingerprint, pieces, remembered


def roots(data: bytes) -> list[tuple[str, Element]]:
    package = open_package(data, "deck.pptx")
    names = [name for name in package.parts if name.startswith(("ppt/slides/", "ppt/notesSlides/", "ppt/charts/"))]
    return [(name, parse_xml(package.parts[name])) for name in names if name.endswith(".xml")]


def test_the_pieces_are_all_of_a_slide_in_their_order() -> None:
    for name, root in roots(generated()):
        whole = [item for item in root.iter() if local(item) not in ("sld", "notes", "cSld", "spTree")]
        if name.startswith("ppt/charts/"):
            assert list(pieces(root)) == [root]
        else:
            assert [inner for piece in pieces(root) for inner in piece.iter()] == whole


def test_a_comment_is_no_piece() -> None:
    _name, root = roots(generated())[0]
    tree = next(root.iter(qn("p:spTree")))
    before = len(list(pieces(root)))
    tree.insert(0, etree.Comment("a program's"))
    assert len(list(pieces(root))) == before


def test_a_fingerprint_is_of_what_an_element_says_alone() -> None:
    _name, root = roots(generated())[0]
    shape = next(root.iter(qn("p:sp")))
    said = fingerprint(shape)
    shape.tail = "\n"
    assert fingerprint(shape) == said
    next(shape.iter(qn("p:cNvPr"))).set("name", "another")
    assert fingerprint(shape) != said


def test_what_is_told_of_an_element_is_told_once_of_all_that_say_the_same() -> None:
    asked: list[Element] = []

    def told(element: Element) -> str:
        asked.append(element)
        return local(element)

    memory: Memory[bytes, str] = Memory(2)
    one, other = (roots(generated())[0][1] for _ in range(2))
    assert remembered(memory, one, told) == remembered(memory, other, told) == "sld"
    assert asked == [one]


@pytest.mark.parametrize("names", [[], sorted(EDITS)[::4], sorted(EDITS)[1::4], sorted(EDITS)[2::4], sorted(EDITS)[3::4]])
def test_warm_and_cold_count_the_same(names: list[str]) -> None:
    package = open_package(edited(names).data, "deck.pptx")
    slides = [name for name in package.parts if name.startswith("ppt/slides/") and name.endswith(".xml")]

    def counted() -> list[tuple[set[Losable], list[tuple[Losable, int]]]]:
        sheets = Sheets(package)
        found = [(looks(sheets.root(part)), held(sheets, part, {})) for part in slides]
        return [(looks, [*counts.items()]) for looks, counts in found]

    forget()
    cold = counted()
    assert counted() == cold and any(isinstance(item, Losable) for looks, _counts in cold for item in looks)
    assert all(Counter(dict(counts)).total() for _looks, counts in cold)
