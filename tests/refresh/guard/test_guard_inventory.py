"""What a deck holds, counted."""

from __future__ import annotations

import copy

import pytest
from lxml import etree
from refresh_corpus import generated
from refresh_releases import BASE, bullets, with_slot
from traces import TRACES, left

from deck.drawing.names import qn
from deck.package import open_package
from deck.pptx import read_pptx
from deck.pptx.reader import ReadDeck
from deck.presentation import text
from deck.refresh.guard.inventory import Inventory, inventory
from deck.refresh.guard.losable import Losable
from deck.refresh.guard.witness import keyed


def deck(data: bytes = b"") -> ReadDeck:
    return read_pptx(open_package(data or generated(), "test"))


def counted(data: bytes = b"") -> Inventory:
    held = deck(data)
    return inventory(held.sheets, keyed(held))


def kinds(found: Inventory, slide: str) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for item in found.slides[slide].elements():
        said.setdefault(item.kind, []).append(item.what)
    return said


def test_words_notes_links_and_pictures_of_each_slide() -> None:
    found = counted()
    assert set(found.slides) == {slide.id for slide in BASE.slides}
    links = kinds(found, "links")
    assert links["link"] == ["https://www.rus.se", "→ table"] and "Vägledningen" in links["word"] and "Säg" in links["note"]
    photo = kinds(found, "photo")
    assert len(photo["media"]) == 1 and "En röd yta" in photo["alt"]
    assert {"40", "25", "15", "Kommuner"} <= set(kinds(found, "chart")["chart"])


def test_only_what_is_asked_for_is_looked_at() -> None:
    held = deck()
    found = inventory(held.sheets, keyed(held), ["why"], whole=False)
    assert set(found.slides) == {"why"} and not found.deck


def test_what_is_ours_belongs_to_nobody() -> None:
    assert not [item for item in counted().deck if item.kind in ("property", "part")]


@pytest.mark.parametrize("name", sorted(TRACES)[::4])
def test_what_its_owner_put_in_is_counted_on_its_slide_alone(name: str) -> None:
    before, after = counted(), counted(left(generated(), name))
    others = [slide for slide in before.slides if slide != TRACES[name][0]]
    assert all(before.slides[slide] == after.slides[slide] for slide in others)


def test_a_counter_of_pages_is_no_word() -> None:
    many = bullets(*(f"Det här är punkt nummer {n}, som säger något om målen" for n in range(14)))
    data = generated(with_slot(with_slot(BASE, "why", "body", many), "why", "title", text("Skälen")))
    assert len(keyed(deck(data))["why"]) > 1
    assert kinds(counted(data), "why")["word"].count("av") == 0


def test_a_hidden_shape_and_the_heading_of_its_alternative_text_are_counted() -> None:
    held = deck()
    part = next(piece.part for piece in held.slides if piece.slide == "why")
    data = held.package.parts[part].replace(b'<p:cNvPr id="2"', b'<p:cNvPr hidden="1" title="Vad bilden visar" id="2"', 1)
    other = read_pptx(held.package.replace({part: data}))
    mine = inventory(other.sheets, keyed(other)).slides["why"] - counted().slides["why"]
    assert mine == {Losable("unseen", ""): 1, Losable("alt", "Vad bilden visar"): 1}


def test_a_link_whose_words_a_program_parted_is_one() -> None:
    """PowerPoint parts a run at what its spelling marks."""
    held = deck()
    part = next(piece.part for piece in held.slides if piece.slide == "links")
    root = etree.fromstring(held.package.parts[part])
    (run, *_more) = [item for item in root.iter(qn("a:r")) if next(item.iter(qn("a:hlinkClick")), None) is not None]
    second = copy.deepcopy(run)
    run.addnext(second)
    other = read_pptx(held.package.replace({part: etree.tostring(root)}))
    assert kinds(inventory(other.sheets, keyed(other)), "links")["link"] == kinds(counted(), "links")["link"]
    # With a run between them there are two.
    plain = copy.deepcopy(run)
    for look in plain.iter(qn("a:rPr")):
        look[:] = []
    run.addnext(plain)
    other = read_pptx(held.package.replace({part: etree.tostring(root)}))
    assert len(kinds(inventory(other.sheets, keyed(other)), "links")["link"]) == 3


def test_names_of_the_owners_are_counted_and_ours_are_not() -> None:
    assert not any(item.kind == "name" for items in counted().slides.values() for item in items)
    assert kinds(counted(left(generated(), "a shape's name")), "cards")["name"] == ["Våra kort"]
