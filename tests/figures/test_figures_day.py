"""The day that figures were fetched."""

from __future__ import annotations

import pytest

from deck.figures.day import day_of
from deck.tables import BadCells


@pytest.mark.parametrize(
    "words",
    ["2026-11-20", "2026/11/20", "20.11.2026", "20/11/2026", "11/20/2026", "20261120", "2026-11-20T10:00:00", " 2026-11-20 "],
)
def test_a_day_however_it_is_written(words: str) -> None:
    assert day_of(words) == "2026-11-20"


@pytest.mark.parametrize("words", ["", "nov 2026", "2026", "hösten 2026"])
def test_words_are_left_as_they_are(words: str) -> None:
    assert day_of(words) == words


@pytest.mark.parametrize("words", ["2026-13-45", "31.02.2026", "03/04/2026"])
def test_what_is_no_day_or_may_be_two(words: str) -> None:
    with pytest.raises(BadCells):
        day_of(words)
