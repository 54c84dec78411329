"""Connectors that were glued to what has gone."""

from __future__ import annotations

import pytest
from lxml import etree
from refresh_corpus import generated

from deck.drawing.names import Element, child, detach, need, qn
from deck.drawing.sheet import contents, properties_of
from deck.package import open_package
from deck.package.names import namespaces
from deck.refresh.apply.glue import unglued
from deck.refresh.document import Document

LINE = (
    '<p:cxnSp {spaces}><p:nvCxnSpPr><p:cNvPr id="901" name="Egen"/><p:cNvCxnSpPr><a:stCxn id="{start}" idx="0"/>'
    '<a:endCxn id="{end}" idx="2"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr/></p:cxnSp>'
)


def glued(start: str = "", end: str = "") -> tuple[Document, str, list[Element]]:
    """A slide with a connector between its first two shapes, or to others by number, and those shapes."""
    package = open_package(generated(), "test")
    part = next(name for name in package.parts if name.startswith("ppt/slides/slide"))
    root = etree.fromstring(package.parts[part])
    one, two, *_rest = contents(need(root, "p:cSld", "p:spTree"))
    ids = [props.get("id", "") for item in (one, two) if (props := properties_of(item)) is not None]
    line = LINE.format(spaces=namespaces("a", "p"), start=start or ids[0], end=end or ids[1])
    need(root, "p:cSld", "p:spTree").append(etree.fromstring(line))
    document = Document(package.replace({part: etree.tostring(root)}))
    return document, part, list(contents(need(document.tree(part), "p:cSld", "p:spTree")))


def ends(document: Document, part: str) -> list[str]:
    held = next(document.tree(part).iter(qn("p:cxnSp")))
    link = child(held, "p:nvCxnSpPr", "p:cNvCxnSpPr")
    return [etree.QName(item).localname for item in link] if link is not None else []


@pytest.mark.parametrize(("gone", "left"), [(0, ["endCxn"]), (1, ["stCxn"])])
def test_an_end_at_a_shape_that_went_is_free_and_the_line_stays(gone: int, left: list[str]) -> None:
    document, part, shapes = glued()
    detach(shapes[gone])
    unglued(document)
    assert ends(document, part) == left


def test_what_led_nowhere_before_is_its_owners() -> None:
    document, part, shapes = glued(end="777")
    detach(shapes[1])
    unglued(document)
    assert ends(document, part) == ["stCxn", "endCxn"]
