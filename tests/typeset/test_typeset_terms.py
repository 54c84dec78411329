"""Words beside a deck's own are in its language."""

from __future__ import annotations

from deck.typeset.terms import _TERMS, term


def test_each_language_has_every_word_and_others_are_english() -> None:
    assert len({frozenset(words) for words in _TERMS.values()}) == 1
    assert term("slide", "sv-SE", number=3) == "Bild 3" and term("slide", "SV", number=3) == "Bild 3"
    assert term("notes", "fi") == "Notes"
