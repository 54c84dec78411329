"""The line at a slide's foot."""

from __future__ import annotations

import pytest
from compose_made import made

from deck.content import load_content
from deck.presentation import Text


@pytest.mark.parametrize(
    ("slide", "line"),
    [
        ("why", "Källa: Forum för miljösmart konsumtion 2020"),
        ("generational-goal", "Källa: Sveriges miljömål 2023 · Fetstil: vår markering"),
        ("already-in-use", "Källa: Forum för miljösmart konsumtion 2020"),
        ("whats-new", "Källa: RUS 2020, 2021"),
        ("local", "Förslag, inte vägledningens ord · Karta: SCB, förenklade gränser"),
        ("discussion", "Förslag, inte vägledningens ord · Varje fråga är en länk till sin egen bild"),
        ("choose-goals", "Förslag, inte vägledningens ord · Källa: Sveriges miljömål"),
        ("title", ""),
        ("contact", ""),
    ],
)
def test_each_slide_says_at_its_foot_where_its_words_come_from(slide: str, line: str) -> None:
    found = made("1281", "konferens").slide(slide)
    assert found is not None
    slot = found.slot("provenance")
    assert (slot.block.text if slot is not None and isinstance(slot.block, Text) else "") == line
    assert slot is None or found.slots[-1] == slot


def test_an_older_release_has_no_such_line() -> None:
    slides = made("1281", content=load_content("2021")).slides
    assert not any(slot.role == "provenance" for slide in slides for slot in slide.slots)
