"""A show from one slide to another goes on showing those."""

from __future__ import annotations

import pytest
from lxml import etree
from refresh_corpus import generated
from refresh_releases import BASE

from deck.drawing.names import Element, child, need, qn
from deck.package import open_package
from deck.refresh.document import Document
from deck.refresh.presented import show_follows


def set_up(first: int, last: int) -> tuple[Document, list[str], Element]:
    document = Document(open_package(generated(), "test"))
    parts = [piece.part for piece in document.deck().slides]
    name = document.one(document.main, "presProps")
    assert name is not None
    root = document.tree(name)
    shown = child(root, "p:showPr")
    if shown is None:
        shown = etree.Element(qn("p:showPr"))
        root.insert(0, shown)
    etree.SubElement(shown, qn("p:sldRg"), {"st": str(first), "end": str(last)})
    document.parts[name] = etree.tostring(root)
    return document, parts, root


def moved(document: Document, order: list[int]) -> None:
    """The slides in another order; those that are not named go."""
    listed = need(document.tree(document.main), "p:sldIdLst")
    old = list(listed)
    for item in old:
        listed.remove(item)
    listed.extend([old[n] for n in order])


@pytest.mark.parametrize(
    ("order", "after", "told"),
    [
        ([0, 1, 2, 3, 4], ("2", "3"), 0),
        ([1, 2, 0, 3, 4], ("1", "2"), 1),
        ([1, 0, 2, 3, 4], ("1", "3"), 1),
        ([0, 2, 3, 4], ("2", "2"), 1),
        ([0, 3, 4], None, 1),
    ],
    ids=["as it was", "moved together", "another one among them", "one gone", "all gone"],
)
def test_the_range_follows_its_slides(order: list[int], after: tuple[str, str] | None, told: int) -> None:
    assert len(BASE.slides) >= 5
    document, parts, _root = set_up(2, 3)
    moved(document, order)
    notes = show_follows(document, parts)
    assert [item.code for item in notes] == ["show-range"] * told
    name = document.one(document.main, "presProps")
    assert name is not None
    span = child(document.tree(name), "p:showPr", "p:sldRg")
    assert (None if span is None else (span.get("st"), span.get("end"))) == after
    assert not show_follows(document, [piece.part for piece in document.deck().slides])


def test_a_show_of_all_slides_is_left_alone() -> None:
    document = Document(open_package(generated(), "test"))
    assert show_follows(document, [piece.part for piece in document.deck().slides]) == []
