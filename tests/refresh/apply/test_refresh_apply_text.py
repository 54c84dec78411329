"""SetText: a text slot's paragraphs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from apply_deck import edited_file, on_bench, red, reds, with_block
from refresh_releases import bullets

from deck.presentation import Paragraph, Run, paragraph, text
from deck.refresh.apply.text import with_counter
from deck.refresh.plan import SetText

NEWS = bullets(
    "Målen gäller hela samhället, alltid", "Kommunen har stora möjligheter", (1, "planering och tillsyn"), "Alla vill hjälpa till"
)


def test_words_change_and_the_owner_s_colour_stays_on_those_that_stay() -> None:
    data = edited_file(lambda deck: red(deck.shape("why", "body"), "stora möjligheter"))
    deck = on_bench(with_block("why", "body", NEWS), data=data)
    deck.alone(SetText)
    assert reds(deck.shape("why", "body")) == ["Kommunen har stora möjligheter"]
    assert deck.changed() == {deck.bench.mine["why"][0].part}


def test_a_changed_paragraph_keeps_the_colour_of_its_words() -> None:
    data = edited_file(lambda deck: red(deck.shape("why", "body"), "hela samhället"))
    deck = on_bench(with_block("why", "body", NEWS), data=data)
    deck.alone(SetText)
    assert "".join(reds(deck.shape("why", "body"))) == "Målen gäller hela samhället, alltid"


def test_a_title_alone() -> None:
    deck = on_bench(with_block("next", "title", text("Så går ni vidare")))
    (edit,) = deck.alone(SetText)
    assert (edit.slide, edit.slot) == ("next", "title")


def test_a_list_becomes_shorter_and_longer() -> None:
    for lines in (["En rad"], [f"Rad {n}" for n in range(6)]):
        deck = on_bench(with_block("why", "body", bullets(*lines)))
        deck.alone(SetText)


@pytest.mark.parametrize(
    ("words", "said", "result"),
    [
        (("Källor",), "Källor (2 av 3)", "Källor (2 av 3)"),
        (("Fler källor",), "Källor (2 av 3)", "Fler källor (2 av 3)"),
        (("Fler källor",), "Källor", "Fler källor"),
        ((), "Källor (2 av 3)", ""),
        (("Fler källor",), "Källor (2 av 3) med mera", "Fler källor (2 av 3)"),
    ],
)
def test_a_later_page_keeps_its_counter(words: tuple[str, ...], said: str, result: str) -> None:
    found = with_counter(tuple(paragraph(item) for item in words), (paragraph(said),), 2, 3)
    assert "\n".join(item.text for item in found) == result


def test_the_counter_takes_the_last_run_s_look() -> None:
    words = (Paragraph((Run("Fler ", bold=True), Run("källor", italic=True))),)
    (found,) = with_counter(words, (paragraph("Källor (2 av 3)"),), 2, 3)
    assert found == replace(words[0], runs=(Run("Fler ", bold=True), Run("källor (2 av 3)", italic=True)))
