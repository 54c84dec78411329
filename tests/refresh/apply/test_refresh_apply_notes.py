"""SetNotes: the speaker notes."""

from __future__ import annotations

from dataclasses import replace

from apply_deck import OnBench, edited_file, on_bench, red, reds, with_slide

from deck.drawing.names import detach, qn
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


def test_a_slide_whose_owner_took_the_notes_page_away_gets_one_with_the_news() -> None:
    data = edited_file(lambda deck: deck.bench.document.drop([notes_part(deck)]))
    deck = on_bench(with_slide("why", lambda slide: replace(slide, notes=NEWS)), data)
    assert deck.bench.document.one(deck.bench.mine["why"][0].part, "notesSlide") is None
    (edit,) = deck.alone(SetNotes)
    assert edit.before == () and [item.text for item in edit.after] == ["Ta en paus."]


def test_an_emptied_page_takes_the_words() -> None:
    def empty(deck: OnBench) -> None:
        body = notes_body(deck.bench.document.tree(notes_part(deck)))
        assert body is not None
        for item in list(body.iterchildren(qn("a:p"))):
            detach(item)

    deck = on_bench(with_slide("why", lambda slide: replace(slide, notes=NEWS)), edited_file(empty))
    deck.alone(SetNotes)
