"""Words of one slot that the guidance now says in three."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deck.presentation import CONTACT, Diagram, Item, Presentation, Slide, SlideKind, Slot, Text, text
from deck.refresh.parted import parted

OLD = ("Kim Lind", "Nämnden, 3 december")


def deck(**said: tuple[str, ...]) -> Presentation:
    """A title slide of these slots."""
    slots = (Slot("title", "title", text("Rubrik")), *(Slot(name, name, text(*lines)) for name, lines in said.items()))
    return Presentation("P", "sv-SE", "1281", "Lund", "kort", "alla", "2026", (), (Slide("title", "title", slots),))


def said(presentation: Presentation) -> dict[str, str]:
    return {slot.id: slot.block.text for slot in presentation.slides[0].slots[1:] if isinstance(slot.block, Text)}


BASE, THEIRS = deck(speaker=OLD), deck(speaker=("Kim Lind",), event=("Nämnden",), date=("3 december",))
KEPT = {"speaker": "\n".join(OLD), "event": "", "date": ""}


@pytest.mark.parametrize("mine", [OLD, ("Kim Lind, chef", OLD[1]), (OLD[1],)])
def test_where_the_owner_left_them_they_move(mine: tuple[str, ...]) -> None:
    assert parted(BASE, deck(speaker=mine), THEIRS) == THEIRS


@pytest.mark.parametrize("mine", [("Kim Lind", "Nämnden, 10 december"), ("Kim Lind",), ("",), ("Vi i Lund", "Styrelsen i vår")])
def test_what_the_owner_changed_stands_whole_and_is_not_said_anew(mine: tuple[str, ...]) -> None:
    assert said(parted(BASE, deck(speaker=mine), THEIRS)) == KEPT


def test_a_placeholder_that_was_taken_away_takes_its_words_along() -> None:
    assert said(parted(BASE, deck(), THEIRS)) == KEPT


def test_the_next_refresh_says_the_same() -> None:
    mine = deck(speaker=("Kim Lind", "Styrelsen"), event=("",), date=("",))
    once = parted(BASE, mine, THEIRS)
    assert parted(once, mine, THEIRS) == once


@pytest.mark.parametrize("base", [deck(speaker=("",)), deck(speaker=("Kim Lind",), event=("Nämnden",), date=("i vår",)), deck()])
def test_what_was_never_in_one_is_let_be(base: Presentation) -> None:
    assert parted(base, deck(speaker=("Mina ord",)), THEIRS) == THEIRS


def test_slides_that_are_not_in_all_of_the_three_are_let_be() -> None:
    none = replace(BASE, slides=())
    assert parted(none, BASE, THEIRS) == THEIRS and parted(BASE, none, THEIRS) == THEIRS


@pytest.mark.parametrize("words", ["", "Kim Ägare"])
def test_a_contact_that_was_drawn_goes_on_being_drawn(words: str) -> None:
    """In a deck that has lines of it, they stay."""

    def shown(kind: SlideKind, words: str, *lines: str) -> Presentation:
        held = (Slot(name, name, text("")) for name in lines)
        pairs = Slot("body", "body", Diagram("pairs", (Item("name", key="Namn", text=words),), "Kontakt"))
        slide = Slide("contact", kind, (Slot("title", "title", text("Kontakt")), *held, pairs))
        return Presentation("P", "sv-SE", "1281", "Lund", "kort", "alla", "2026", (), (slide,))

    new = shown("contact", "", *CONTACT)
    assert parted(shown("closing", ""), shown("closing", words), new) == shown("closing", "")
    assert parted(new, shown("contact", words, *CONTACT), new) == new
