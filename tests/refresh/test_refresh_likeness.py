"""What slides and shapes are known by where no id tells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from refresh_corpus import base_pages, generated
from refresh_releases import BASE

from deck.package import open_package
from deck.refresh.likeness import bag, name_of, overlap, table_words, words_on

TEXT = st.text("abc ", max_size=20)


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("Målen gäller alla", "målen GÄLLER alla!", 1.0),
        ("ett två", "två tre", 0.5),
        ("ett ett", "ett", 2 / 3),
        ("a", "b", 0.0),
        ("", "", 0.0),
    ],
)
def test_words_in_common(one: str, other: str, share: float) -> None:
    assert overlap(bag(one), bag(other)) == pytest.approx(share)


@given(TEXT, TEXT)
def test_it_is_the_same_both_ways_and_no_more_than_all(one: str, other: str) -> None:
    assert overlap(bag(one), bag(other)) == overlap(bag(other), bag(one)) <= 1


def test_a_slide_s_words_are_its_tables_too() -> None:
    page = base_pages(BASE, open_package(generated(), "test"))["table"][0]
    said = words_on(page.reader)
    assert "Vem gör vad?" in said and "Miljönämnden" in said
    table, title = page.shape("object"), page.shape("title")
    assert table is not None and title is not None
    assert table_words(table).startswith("Mål") and table_words(title) == "" and name_of(table).endswith("(object)")
