"""Slides taken apart: what is read, in which order, and what is only seen."""

from __future__ import annotations

from smartart_made import WORDS, box, diagram_deck
from typeset_made import deck_made

from deck.typeset.reading import told
from deck.typeset.told import PaintLayer, TablePart, TextPart, plain


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


def test_smartart_says_its_words() -> None:
    decks = (diagram_deck("".join(map(box, WORDS, (0, 3_000_000)))), diagram_deck())
    drawing, worded = (told(package).slides[0].parts for package in decks)
    assert [plain(part) for part in drawing if isinstance(part, TextPart)] == list(WORDS)
    assert [part.alt for part in worded if isinstance(part, PaintLayer) and part.alt] == [" ".join(WORDS)]
