"""What is missing, in a person's words."""

from __future__ import annotations

from collections import Counter

from deck.refresh.guard import Losable
from deck.refresh.guard.missing import MOST_WORDS, Missing, Things, missing_of, told_things

MANY = [f"ord{n}" for n in range(MOST_WORDS + 3)]


def test_the_first_are_told_and_how_many_more() -> None:
    found = missing_of("word", "why", MANY)
    assert found.words({}) == f"words ({' '.join(MANY[:MOST_WORDS])} … and 3 more)"
    assert found.words({}, whole=True) == f"words ({' '.join(MANY)})"
    few = missing_of("word", "why", MANY[:MOST_WORDS])
    assert few.words({}) == few.words({}, whole=True) == f"words ({' '.join(MANY[:MOST_WORDS])})"


def test_links_to_slides_are_told_by_their_titles_however_many() -> None:
    titles = {f"s{n}": f"Bild {n}" for n in range(MOST_WORDS + 1)}
    found = missing_of("link", "why", [f"→ {key}" for key in titles])
    assert found.words(titles).endswith(f"→ “Bild {MOST_WORDS - 1}” … and 1 more)")
    assert found.words(titles, whole=True).endswith(f"→ “Bild {MOST_WORDS}”)")


def test_digests_say_nothing() -> None:
    assert missing_of("media", "why", MANY).words({}) == "a picture, film or sound"
    assert Missing("comment", "why", "").words({}) == "a comment"


def test_things_are_told_a_kind_at_a_time() -> None:
    had = Counter([*(Losable("word", word) for word in MANY), Losable("link", "https://egen.se"), Losable("word", "vårt")])
    own = had - Counter([Losable("word", "vårt")])
    words, link = told_things(had, own, {})
    assert words == Things(missing_of("word", "", MANY).words({}), f"words ({' '.join(MANY)})")
    assert link == Things("a link (https://egen.se)", "a link (https://egen.se)")
