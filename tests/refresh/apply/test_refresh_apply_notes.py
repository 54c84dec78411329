"""SetNotes: the speaker notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from apply_deck import OnBench, edited_file, on_bench, red, reds, with_slide
from refresh_corpus import generated

from deck.drawing.names import detach, qn
from deck.package import package_bytes
from deck.presentation import paragraph
from deck.refresh.apply.notes import notes_body
from deck.refresh.plan import SetNotes

NEWS = tuple(paragraph(words) for words in ("Säg något om why.", "Sedan frågar du hela gruppen.", "Ta en paus."))


def notes_part(deck: OnBench) -> str:
    part = deck.bench.document.one(deck.bench.mine["why"][0].part, "notesSlide")
    assert part is not None
    return part


def test_paragraphs_that_stay_keep_their_looks() -> None:
    def paint(deck: OnBench) -> None:
        body = notes_body(deck.bench.document.tree(notes_part(deck)))
        assert body is not None
        red(body, "Säg något")

    wanted = with_slide("why", lambda slide: replace(slide, notes=NEWS))
    deck = on_bench(wanted, edited_file(paint))
    deck.alone(SetNotes)
    body = notes_body(deck.bench.document.tree(notes_part(deck)))
    assert body is not None and reds(body) == ["Säg något om why."]
    assert deck.changed() == {notes_part(deck)}


def without_words(change: Callable[[OnBench], None]) -> bytes:
    """A deck with a slide that nothing was to be said of, changed by its owner."""
    silent = with_slide("why", lambda slide: replace(slide, notes=()))
    deck = on_bench(silent, generated(silent))
    change(deck)
    return package_bytes(deck.bench.document.package())


def empty(deck: OnBench) -> None:
    body = notes_body(deck.bench.document.tree(notes_part(deck)))
    assert body is not None
    for item in list(body.iterchildren(qn("a:p"))):
        detach(item)


def test_a_slide_without_a_notes_page_gets_one_with_the_news() -> None:
    data = without_words(lambda deck: deck.bench.document.drop([notes_part(deck)]))
    deck = on_bench(with_slide("why", lambda slide: replace(slide, notes=NEWS)), data)
    assert deck.bench.document.one(deck.bench.mine["why"][0].part, "notesSlide") is None
    (edit,) = deck.alone(SetNotes)
    assert edit.before == () and edit.after == NEWS


def test_an_empty_page_takes_the_words() -> None:
    deck = on_bench(with_slide("why", lambda slide: replace(slide, notes=NEWS)), without_words(empty))
    deck.alone(SetNotes)


def test_a_page_that_its_owner_emptied_stays_empty() -> None:
    deck = on_bench(with_slide("why", lambda slide: replace(slide, notes=NEWS)), edited_file(empty))
    assert not any(isinstance(edit, SetNotes) for edit in deck.plan.edits)
