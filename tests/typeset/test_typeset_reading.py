"""Decks read to be told: which slides, their notes, and what their properties say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from typeset_made import deck_made, package_made

from deck.diagnostics import Diagnostics
from deck.drawing import looks
from deck.making import Recipe, make
from deck.memory import forget
from deck.places import load_places
from deck.typeset import reading
from deck.typeset.reading import slide_parts, told


def test_a_deck_tells_its_title_language_and_slides() -> None:
    deck = deck_made()
    assert (deck.title, deck.lang, len(deck.slides)) == ("Prov & försök", "sv-SE", 4)
    assert [slide.title for slide in deck.slides] == ["Rubrik 1", "Rubrik 2", "Rubrik 3", "Rubrik 4"]
    assert [note.text for note in deck.slides[0].notes] == ["Hälsa alla välkomna.", "Källa: Vägledningen, RUS, 2020."]


def test_hidden_slides_are_not_shown_and_broken_ones_stop_nothing() -> None:
    package = package_made()
    names = slide_parts(package)
    hidden = package.parts[names[0]].replace(b"<p:sld ", b'<p:sld show="0" ', 1)
    changed = replace(package, parts={**package.parts, names[0]: hidden, names[1]: b"<broken"})
    assert slide_parts(changed) == names[2:]
    assert [slide.number for slide in told(changed).slides] == [1, 2]


def test_a_deck_that_was_seen_is_told_without_resolving_it_again(monkeypatch: pytest.MonkeyPatch) -> None:
    package = make(Recipe("1281"), load_places().find("1281"), Diagnostics()).package
    assert package is not None
    forget()
    first = told(package)
    with monkeypatch.context() as patch:
        patch.setattr(looks, "scene", lambda *_given: pytest.fail("resolved twice"))
        again = told(replace(package))
    assert again == first and again.slides[0].parts is first.slides[0].parts
    forget()
    assert told(replace(package)) == first


def test_notes_that_were_read_in_another_deck_are_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    package = package_made()
    forget()
    notes = [slide.notes for slide in told(package).slides]
    assert any(notes)
    with monkeypatch.context() as patch:
        patch.setattr(reading, "_noted_in", lambda *_given: pytest.fail("read twice"))
        assert [slide.notes for slide in told(replace(package)).slides] == notes
    name = package.one(slide_parts(package)[0], "notesSlide") or ""
    other = package.parts[name].replace("Hälsa alla".encode(), "Hälsa ingen".encode())
    assert other != package.parts[name]
    changed = replace(package, parts={**package.parts, name: other})
    assert told(changed).slides[0].notes[0].text == "Hälsa ingen välkomna."
