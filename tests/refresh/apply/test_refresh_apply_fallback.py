"""What programs of old show in a shape's stead."""

from __future__ import annotations

import copy
from dataclasses import replace

import pytest
from lxml import etree
from refresh_corpus import generated, refreshed
from refresh_releases import BASE

from deck.drawing.names import Element, child, detach, need, qn
from deck.drawing.sheet import contents
from deck.package import Package, open_package, package_bytes
from deck.package.names import MC, P14
from deck.presentation import Text
from deck.refresh.apply.fallback import fallen_back
from deck.refresh.document import Document


def alternate(shape: Element, *, words: str = "", look: str = "") -> Element:
    """A shape put into a choice, with a fallback that is it to the letter, but for its `words` or its `look`."""
    holder = etree.Element(qn("mc:AlternateContent"), nsmap={"mc": MC})
    choice = etree.SubElement(holder, qn("mc:Choice"), {"Requires": "p14"}, nsmap={"p14": P14})
    fallback = etree.SubElement(holder, qn("mc:Fallback"))
    above = shape.getparent()
    assert above is not None
    above.replace(shape, holder)
    choice.append(shape)
    other = copy.deepcopy(shape)
    fallback.append(other)
    for item in other.iter(qn("a:t")):
        item.text = words or item.text
    for item in other.iter(qn("p:spPr")) if look else ():
        etree.SubElement(item, qn("a:noFill"))
    return holder


def with_ways(**changed: str) -> tuple[Package, str]:
    """A deck with its slide "why" in choices and fallbacks."""
    package = open_package(generated(), "test")
    document = Document(package)
    part = next(piece.part for piece in document.deck().slides if piece.slide == "why")
    root = etree.fromstring(package.parts[part])
    for shape in list(contents(need(root, "p:cSld", "p:spTree"))):
        alternate(shape, **changed)
    return package.replace({part: etree.tostring(root)}), part


def ways(document: Document, part: str) -> list[list[str]]:
    """The words of the choices and of the fallbacks."""
    tree = document.tree(part)
    return [
        ["".join(item.text or "" for item in way.iter(qn("a:t"))) for way in tree.iter(qn(f"mc:{name}"))]
        for name in ("Choice", "Fallback")
    ]


@pytest.mark.parametrize("look", ["", "other"])
def test_news_are_in_the_fallback_too(look: str) -> None:
    package, part = with_ways(look=look)
    held = BASE.slide("why")
    assert held is not None
    news = replace(held, slots=tuple(replace(slot, block=_anew(slot.block)) for slot in held.slots))
    theirs = replace(BASE, release="r1", slides=tuple(news if one.id == "why" else one for one in BASE.slides))
    outcome = refreshed(package_bytes(package), theirs)
    assert outcome.package is not None
    choices, fallbacks = ways(Document(outcome.package), part)
    assert choices == fallbacks and "alldeles nytt" in "".join(choices)


def _anew(block: object) -> object:
    if not isinstance(block, Text):
        return block
    first, *others = block.paragraphs
    runs = (*first.runs[:-1], replace(first.runs[-1], text=f"{first.runs[-1].text} alldeles nytt"))
    return Text((replace(first, runs=runs), *others))


def test_a_fallback_that_says_something_else_stays() -> None:
    package, part = with_ways(words="Öppna i ett nyare program")
    document = Document(package)
    before = ways(document, part)[1]
    for item in next(document.tree(part).iter(qn("mc:Choice"))).iter(qn("a:t")):
        item.text = "Nytt"
    fallen_back(document)
    assert ways(document, part)[1] == before


def test_what_went_leaves_no_fallback_behind() -> None:
    package, part = with_ways()
    document = Document(package)
    choice = next(document.tree(part).iter(qn("mc:Choice")))
    count = len(ways(document, part)[0])
    for item in list(choice):
        detach(item)
    fallen_back(document)
    assert [len(side) for side in ways(document, part)] == [count - 1, count - 1]
    assert child(document.tree(part), "p:cSld", "p:spTree") is not None
