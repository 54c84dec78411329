"""Titles of a slide's later pages, and the counters that stand behind them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deck.drawing.names import qn
from deck.presentation import Link, Paragraph, Run, paragraph
from deck.refresh.continued import KEY, element_of, recount, remembered, to_remember


@pytest.mark.parametrize(
    ("said", "plain", "new", "now"),
    [
        ("Källor (1 av 2)", "Källor", "", "Källor"),
        ("Källor (1 av 2)", "Källor", " (1 av 3)", "Källor (1 av 3)"),
        ("Källor", "Källor", " (1 av 3)", "Källor"),  # its owner took it away
        ("Etapp (1 av 2)", "Etapp (1 av 2)", "", "Etapp (1 av 2)"),  # words of its owner's
        ("Etapp (1 av 2) (1 av 2)", "Etapp (1 av 2)", "", "Etapp (1 av 2)"),
        ("Källor (1 av 9)", "Källor", "", "Källor (1 av 9)"),  # none of ours
        ("Källor (1 av 2) hos oss", "Källor hos oss", " (1 av 3)", "Källor (1 av 3) hos oss"),  # its owner wrote behind it
    ],
)
def test_a_counter_follows_the_pages_and_no_words_are_taken_for_one(said: str, plain: str, new: str, now: str) -> None:
    title = element_of(paragraph(said))
    recount(title, {" (1 av 2)", " (2 av 2)"}, new, plain)
    assert "".join(item.text or "" for item in title.iter(qn("a:t"))) == now
    recount(None, {" (1 av 2)"}, new, plain)


def test_a_counter_that_went_with_words_written_anew_is_there_again() -> None:
    title = element_of(paragraph("Varje uppgift går att följa"))
    recount(title, {" (1 av 2)"}, " (1 av 2)", "Varje uppgift går att följa", had=True)
    assert "".join(item.text or "" for item in title.iter(qn("a:t"))) == "Varje uppgift går att följa (1 av 2)"


def test_what_is_remembered_comes_back_and_damage_is_nothing() -> None:
    words = (Paragraph((Run("Fler ", bold=True), Run("källor", link=Link(url="https://rus.se/"))), 1, "bullet"),)
    held = {"sources#2": {"title": words}}
    assert remembered(to_remember(held)) == held and to_remember({}) == {}
    for damaged in ("", "[]", '{"a": 1}', '{"a": {"b": [7]}}', "{" * 99):
        assert remembered({KEY: damaged}) == {}


def test_a_line_that_its_owner_moved_in_on_one_page_stands_so_there() -> None:
    """The words alone would be those of the first page, and the line would be written anew as that one is."""
    moved_in = replace(paragraph("Ord"), level=2)
    assert [item.get("lvl") for item in element_of(moved_in).iter(qn("a:pPr"))] == ["2"]
    assert next(element_of(paragraph("Ord")).iter(qn("a:pPr")), None) is None
