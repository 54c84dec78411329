"""A deck remembers the sizes of its words, and a refresh carries them on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import etree
from refresh_corpus import generated, refreshed, result_bytes
from refresh_releases import BASE, with_slot

from deck.drawing.names import Element, qn
from deck.package import Package, open_package, package_bytes, parse_xml
from deck.package.xml import serialise
from deck.pptx.manifest import add_manifest, read_manifest
from deck.pptx.reader import read_pptx
from deck.presentation import Diagram, Presentation
from deck.refresh.digests import known_of_written
from deck.refresh.guard.side import Side
from deck.refresh.guard.weights import written_in
from deck.refresh.variety import kept_sizes, sizes_on


def package() -> Package:
    return open_package(generated(BASE), "test")


def pages(deck: Package) -> dict[str, str]:
    return {piece.id: piece.part for piece in read_pptx(deck).slides}


def larger(deck: Package, slide: str) -> Package:
    """Its owner, or a program, gave all words of a slide another size."""
    part = pages(deck)[slide]
    root = parse_xml(deck.parts[part])
    for item in root.iter(qn("a:rPr")):
        item.set("sz", "4400")
    return deck.replace({part: serialise(root)})


def sizes(deck: Package) -> dict[str, dict[str, str]]:
    return sizes_on(Side.of(read_pptx(deck)))


def test_the_sizes_of_what_was_written_are_known() -> None:
    deck = package()
    found = sizes(deck)
    assert known_of_written(deck, pages(deck)).sizes == found
    parts = written_in(found["cards"]["object"])
    assert any(part.endswith(":title") for part in parts) and all(size for sizes in parts.values() for _marks, size in sizes)
    assert not any(slot.startswith("furniture") for slots in found.values() for slot in slots)


def test_sizes_are_carried_on_as_they_stand_but_for_an_owner_s() -> None:
    deck = package()
    was = sizes(deck)["cards"]["object"]
    mine = larger(deck, "cards")
    now = sizes(mine)["cards"]["object"]
    assert now != was
    others = {"why": {"title": "=3000:1"}}
    written, edited = (Side.of(read_pptx(package)) for package in (deck, mine))
    assert kept_sizes(written, written, others, set())["cards"]["object"] == was
    assert kept_sizes(edited, written, sizes(deck), set())["cards"]["object"] == was
    assert kept_sizes(edited, written, sizes(deck), {("cards", "object")})["cards"]["object"] == now
    assert "object" not in kept_sizes(edited, written, others, set()).get("cards", {})
    assert kept_sizes(written, written, {}, set()) == {}


def worded(text: str) -> Presentation:
    slide = BASE.slide("cards")
    slot = slide.slot("object") if slide is not None else None
    assert slot is not None and isinstance(slot.block, Diagram)
    items = tuple(replace(item, text=text) if item.id == "one" else item for item in slot.block.items)
    return with_slot(BASE, "cards", "object", replace(slot.block, items=items))


def saved_anew(change: Callable[[Element], None]) -> bytes:
    """A deck that remembers its sizes, changed by its owner and saved by a program that drops ids and spells looks out."""
    deck = open_package(generated(worded("Ett\nTvå\nTre")), "test")
    manifest = read_manifest(deck)
    assert manifest is not None
    digests, known = known_of_written(deck, pages(deck))
    deck = add_manifest(deck, replace(manifest, digests=digests, sizes=known))
    parts: dict[str, bytes | None] = {}
    for part in pages(deck).values():
        root = parse_xml(deck.parts[part])
        if part == pages(deck)["cards"]:
            change(root)
        for mark in list(root.iter(qn("a16:creationId"))):
            mark.getparent().remove(mark)  # type: ignore[union-attr]
        for look in root.iter(qn("a:rPr")):
            look.set("b", look.get("b", "0"))
        parts[part] = serialise(root)
    return package_bytes(deck.replace(parts))


def nothing(_root: Element) -> None:
    """Its owner has left it alone."""


def red(root: Element) -> None:
    part = next(item for item in root.iter(qn("p:sp")) if "(card:one:text)" in item[0][0].get("name", ""))
    *_rest, look = part.iter(qn("a:rPr"))
    for fill in look.findall(qn("a:solidFill")):
        look.remove(fill)
    fill = etree.Element(qn("a:solidFill"))
    etree.SubElement(fill, qn("a:srgbClr"), val="E12233")
    look.insert(0, fill)


@pytest.mark.parametrize(("change", "told"), [(nothing, False), (red, True)])
def test_a_colour_that_goes_with_new_words_is_told_and_nothing_else(change: Callable[[Element], None], told: bool) -> None:
    theirs = replace(worded("Ett\nFyra\nTre"), release="2026")
    data = saved_anew(change)
    outcome = refreshed(data, theirs)
    kept = b"E12233" in b"".join(bytes(item) for item in open_package(result_bytes(outcome, data), "test").parts.values())
    assert outcome.whole != (told and not kept)
    assert bool([item for item in outcome.merged.changes if item.kind == "kept"]) == (told and kept)


def test_in_a_program_s_masters_what_is_known_stays_known() -> None:
    """Placeholders have lost their names there; and a deck that remembers nothing remembers what it has from then on."""
    written = Side.of(read_pptx(package()))
    said = sizes_on(written)["cards"]["object"]
    assert kept_sizes(written, written, {}, set(), adrift=True)["cards"]["object"] == said
    nameless = {"cards": {"object": said, "title": "=2700:1#abcde"}}
    assert kept_sizes(written, written, nameless, set(), adrift=True)["cards"] == nameless["cards"]
    assert kept_sizes(written, written, nameless, set())["cards"] == {"object": said}
