"""Fields by their Swedish names."""

from __future__ import annotations

import pytest

from deck.source.meant import meant

KNOWN = ("title", "subtitle", "body", "contact", "number", "text")


@pytest.mark.parametrize(
    ("word", "names"),
    [("rubrik", ["title"]), ("Brödtext", ["body", "text"]), ("kontakt", ["contact"]), ("xyz", [])],
)
def test_a_swedish_word_names_the_field_that_is_known_there(word: str, names: list[str]) -> None:
    assert meant(word, KNOWN) == names
