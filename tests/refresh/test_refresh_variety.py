"""A deck remembers the sizes of its words, and a refresh carries them on."""

from __future__ import annotations

from refresh_corpus import generated
from refresh_releases import BASE

from deck.drawing.names import qn
from deck.package import Package, open_package, parse_xml
from deck.package.xml import serialise
from deck.pptx.reader import read_pptx
from deck.refresh.digests import digests_of_written
from deck.refresh.guard.weights import SIZES, written_in
from deck.refresh.variety import remembered_of_written, with_sizes

NAME = "object" + SIZES


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


def test_what_was_written_is_known_by_digests_and_sizes() -> None:
    deck = package()
    found = remembered_of_written(deck, pages(deck))
    plain = {page: {slot: said for slot, said in slots.items() if not slot.endswith(SIZES)} for page, slots in found.items()}
    assert {page: slots for page, slots in plain.items() if slots} == digests_of_written(deck, pages(deck))
    parts = written_in(found["cards"][NAME])
    assert any(part.endswith(":title") for part in parts) and all(size for sizes in parts.values() for _marks, size in sizes)
    assert not any(slot.startswith("furniture") for slots in found.values() for slot in slots)
    assert remembered_of_written(deck, pages(deck)) == found


def test_sizes_are_carried_on_as_they_stand_but_for_an_owner_s() -> None:
    deck = package()
    was = remembered_of_written(deck, pages(deck))
    mine = larger(deck, "cards")
    now = {NAME: remembered_of_written(mine, pages(mine))["cards"][NAME]}
    assert now[NAME] != was["cards"][NAME]
    others = {"why": {"title" + SIZES: "=3000:1"}}
    assert with_sizes({}, deck, deck, others, set())["cards"][NAME] == was["cards"][NAME]
    assert with_sizes({}, mine, deck, was, set())["cards"][NAME] == was["cards"][NAME]
    assert with_sizes({}, mine, deck, was, {("cards", "object")})["cards"][NAME] == now[NAME]
    assert NAME not in with_sizes({}, mine, deck, others, set()).get("cards", {})
    assert with_sizes({}, deck, deck, {}, set()) == {}
