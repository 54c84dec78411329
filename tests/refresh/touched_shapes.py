"""A shape that its owner changed, beside the same as we wrote it."""

from __future__ import annotations

from collections.abc import Callable

from refresh_corpus import base_pages, generated
from refresh_releases import BASE

from deck.drawing.names import Element, qn
from deck.drawing.scene import extent, xfrm_of
from deck.geometry import Box
from deck.package import open_package
from deck.refresh.document import Document
from deck.refresh.pages import Page, pages_of
from deck.refresh.transform import write_box

Change = Callable[[Element], None]


def changed(slide: str, slot: str, change: Change) -> tuple[Page, list[Page]]:
    """A page with one shape changed by its owner, and as we wrote it."""
    document = Document(open_package(generated(), "test"))
    page = pages_of(document.deck(), BASE.lang)[slide][0]
    shape = page.shape(slot)
    assert shape is not None
    change(shape)
    return page, base_pages(BASE, open_package(generated(), "test"))[slide]


def nothing(_shape: Element) -> None:
    """Its owner has left it alone."""


def bold(shape: Element) -> None:
    next(shape.iter(qn("a:rPr"))).set("b", "1")


def slanted(shape: Element) -> None:
    next(shape.iter(qn("a:rPr"))).set("i", "1")


def justified(shape: Element) -> None:
    """No program aligns lines so by itself."""
    line = next(shape.iter(qn("a:p")))
    look = line.find(qn("a:pPr"))
    if look is None:
        look = line.makeelement(qn("a:pPr"), {})
        line.insert(0, look)
    look.set("algn", "dist")


def saved(shape: Element) -> None:
    """As a program leaves it."""
    for item in shape.iter(qn("a:rPr")):
        item.attrib.update({"dirty": "0", "lang": "en-US", "err": "1"})


def shifted(by: int) -> Change:
    def change(shape: Element) -> None:
        box = extent(xfrm_of(shape))
        assert box is not None
        write_box(shape, Box(box[0] + by, *box[1:]))

    return change
