"""Slides taken apart: what is read, in which order, and what is only seen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from smartart_made import WORDS, box, diagram_deck
from typeset_made import deck_made, package_made

from deck.diagnostics import Diagnostics
from deck.drawing import looks
from deck.making import Recipe, make
from deck.memory import forget
from deck.places import load_places
from deck.typeset.parts import PaintLayer, TablePart, TextPart, plain, slide_parts, told, web


def test_a_deck_tells_its_title_language_and_slides() -> None:
    deck = deck_made()
    assert (deck.title, deck.lang, len(deck.slides)) == ("Prov & försök", "sv-SE", 4)
    assert [slide.title for slide in deck.slides] == ["Rubrik 1", "Rubrik 2", "Rubrik 3", "Rubrik 4"]
    assert [note.text for note in deck.slides[0].notes] == ["Hälsa alla välkomna.", "Källa: Vägledningen, RUS, 2020."]


def test_every_word_of_a_slide_is_told_once_and_in_order() -> None:
    (body,) = [part for part in deck_made().slides[0].parts if isinstance(part, TextPart) and part.role == "text"]
    assert plain(body).replace("  ", " ").startswith("Vi når alla mål – steg för steg")
    assert [lines[0].mark for _p, lines in body.paragraphs] == ["", "–", "–", "1.", "2."]


def test_figures_say_what_they_show_and_their_words_are_words() -> None:
    steps = deck_made().slides[3].parts
    (figure,) = [part for part in steps if isinstance(part, PaintLayer) and part.alt]
    assert figure.alt == "Två steg i följd" and "<text" not in figure.svg
    at = steps.index(figure)
    assert "Planera" in [plain(part) for part in steps[at:] if isinstance(part, TextPart)]
    (chart,) = [part for part in deck_made().slides[2].parts if isinstance(part, PaintLayer) and part.alt]
    assert chart.alt == "Nord har 3, Syd har 5" and "Nord" in chart.svg


def test_a_table_knows_its_heads_and_its_cells() -> None:
    (table,) = [part for part in deck_made().slides[1].parts if isinstance(part, TablePart)]
    assert (table.rows, table.columns, table.head) == (2, 2, True)
    assert [plain(cell.words) for cell in table.cells] == ["Vad", "När", "Plan", "2026"]


def test_foot_and_number_are_not_read() -> None:
    slide = deck_made().slides[0]
    assert any(part.role == "page" for part in slide.parts if isinstance(part, TextPart))
    assert "Vi når alla" in slide.words and not slide.words.endswith("1")


def test_only_addresses_that_a_reader_may_follow_are_links() -> None:
    assert web("https://rus.se") and web("MAILTO:a@b.se")
    assert not any(map(web, ("file:///etc/passwd", "javascript:alert(1)", "#ppt/slides/slide2.xml", "ppaction://program", "")))


def test_hidden_slides_are_not_shown_and_broken_ones_stop_nothing() -> None:
    package = package_made()
    names = slide_parts(package)
    hidden = package.parts[names[0]].replace(b"<p:sld ", b'<p:sld show="0" ', 1)
    changed = replace(package, parts={**package.parts, names[0]: hidden, names[1]: b"<broken"})
    assert slide_parts(changed) == names[2:]
    assert [slide.number for slide in told(changed).slides] == [1, 2]


def test_smartart_says_its_words() -> None:
    decks = (diagram_deck("".join(map(box, WORDS, (0, 3_000_000)))), diagram_deck())
    drawing, worded = (told(package).slides[0].parts for package in decks)
    assert [plain(part) for part in drawing if isinstance(part, TextPart)] == list(WORDS)
    assert [part.alt for part in worded if isinstance(part, PaintLayer) and part.alt] == [" ".join(WORDS)]


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
