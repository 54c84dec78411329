"""The page of a preview: each picture with all its words."""

from __future__ import annotations

from dataclasses import replace

from lxml import html
from typeset_made import deck_made

from deck.typeset.contact import contact_page


def test_each_picture_has_its_words_and_below_it_those_of_its_drawings() -> None:
    tree = html.fromstring(contact_page(deck_made(), [f"{n}.png" for n in range(1, 5)]))
    pictures = tree.findall(".//img")
    assert [item.get("src") for item in pictures] == ["1.png", "2.png", "3.png", "4.png"]
    assert (pictures[0].get("alt") or "").startswith("Rubrik 1. Vi når alla mål")
    assert [item.text for item in tree.findall(".//p")] == ["Nord har 3, Syd har 5", "Två steg i följd"]
    assert tree.findtext(".//h1") == "Prov & försök" and tree.get("lang") == "sv-SE"


def test_what_a_deck_says_is_never_markup() -> None:
    deck = replace(deck_made(), title="<b>x</b>", lang='sv"><script>')
    said = contact_page(deck, [f"{n}.png" for n in range(4)]).decode()
    assert "<b>" not in said and "<script" not in said
