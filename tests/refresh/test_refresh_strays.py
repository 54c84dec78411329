"""The slides of a file that are ours."""

from __future__ import annotations

from refresh_corpus import base_pages, edited, generated
from refresh_releases import BASE

from deck.package import open_package
from deck.pptx import read_pptx
from deck.pptx.reader import ReadDeck
from deck.refresh.pages import Page
from deck.refresh.strays import Stray, by_content, by_tags


def deck(data: bytes = b"") -> ReadDeck:
    return read_pptx(open_package(data or generated(), "test"))


def pages() -> dict[str, list[Page]]:
    return base_pages(BASE, open_package(generated(), "test"))


def strays(held: ReadDeck, *slides: str) -> list[Stray]:
    return [Stray(held, piece, BASE.lang) for piece in held.slides if piece.slide in slides]


def test_tags_tell_each_slide_and_its_copies() -> None:
    found, copies = by_tags(deck(), BASE, pages())
    assert list(found) == [slide.id for slide in BASE.slides] and copies == []
    again, copied = by_tags(deck(edited(["slide-copied"]).data), BASE, pages())
    assert set(again) == set(found) and len(copied) == 1


def test_the_best_for_all_together_by_words_notes_and_names() -> None:
    lost = [pages()[slide][0] for slide in ("cards", "steps", "why")]
    held = deck()
    found = by_content(lost, strays(held, "why", "cards", "steps"), 0.42)
    assert {page.id: stray.piece.slide for page, stray in found} == {"cards": "cards", "steps": "steps", "why": "why"}


def test_what_is_too_unlike_is_nobody_s() -> None:
    assert by_content([pages()["cards"][0]], strays(deck(), "contact"), 0.75) == []
    assert by_content([], strays(deck(), "why"), 0.1) == [] == by_content([pages()["why"][0]], [], 0.1)


def test_a_stray_says_what_it_shows_and_what_its_notes_say() -> None:
    (stray,) = strays(deck(), "why")
    assert "Målen gäller hela samhället" in stray.text and stray.notes.startswith("Säg något om why.")
    assert {name.rpartition("(")[2] for name in stray.names} >= {"title)", "body)"}
