"""Words that layouts are called by, in the languages of templates seen."""

from __future__ import annotations

import pytest

from deck.places import folded_key
from deck.presentation import KINDS
from deck.template.names import WORDS, called, instructs, is_index


@pytest.mark.parametrize(
    ("kind", "name", "answer"),
    [
        ("title", "Rubrikbild", True),
        ("title", "1_Title Slide", True),
        ("title", "FÖRSTASIDA mörk", True),
        ("section", "Avsnittsrubrik", True),
        ("content", "Rubrik och innehåll", True),
        ("content", "Context", False),
        ("comparison", "Jämförelse", True),
        ("title-only", "Nur Titel", True),
        ("closing", "Tack", True),
        ("closing", "Tackling", False),
        ("closing", "Trend", False),
        ("closing", "Fin-bild", True),
        ("quote", "Citat med bild", True),
        ("object", "Graf", True),
        ("object", "Grafisk profil", False),
        ("nowhere", "Tack", False),
        ("content", "", False),
    ],
)
def test_what_a_layout_is_called(kind: str, name: str, answer: bool) -> None:
    assert called(kind, name) == answer


@pytest.mark.parametrize("kind", WORDS)
def test_words_are_folded_and_each_is_found_by_itself(kind: str) -> None:
    assert kind in KINDS
    for word in WORDS[kind]:
        assert word == folded_key(word) and called(kind, word.upper())


def test_a_table_of_contents_is_known_by_its_whole_name() -> None:
    for name in (
        "Sommaire",
        "1_Sommaire",
        "Inhaltsverzeichnis",
        "Inhalt",
        "Agenda 2",
        "Innehållsförteckning",
        "Table of Contents",
    ):
        assert is_index(name), name
    for name in ("Titel und Inhalt", "Rubrik och innehåll", "Innehåll", "Two Contents", "Title and Content", "Content", ""):
        assert not is_index(name), name


@pytest.mark.parametrize(
    ("title", "layout", "tells"),
    [
        ("Så använder du mallen", "", True),
        ("HOW TO USE this template", "Title and Content", True),
        ("Anvisningar", "", True),
        ("", "Instruktion – radera", True),
        ("", "2_Info", True),
        ("Info", "Text", False),
        ("Hänvisningar", "Text", False),
        ("Konstruktion", "Kontaktinfo", False),
        ("Bruksanvisning för bryggan", "", False),
        ("Mall för Lunds kommun", "Rubrikbild", False),
    ],
)
def test_what_tells_how_the_template_is_used(title: str, layout: str, tells: bool) -> None:
    assert instructs(title, layout) == tells
