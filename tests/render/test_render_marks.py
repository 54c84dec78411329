"""Marks of lists: numbers as PowerPoint counts and writes them."""

from __future__ import annotations

import pytest

from deck.drawing import SceneParagraph, SceneRun, TextLevel
from deck.render.marks import counted, marks_of


@pytest.mark.parametrize(
    ("number", "scheme", "said"),
    [
        (3, "arabicPeriod", "3."),
        (3, "arabicPlain", "3"),
        (2, "alphaLcParenR", "b)"),
        (28, "alphaUcPeriod", "BB."),
        (1994, "romanUcPeriod", "MCMXCIV."),
        (4, "romanLcParenBoth", "(iv)"),
        (7, "thaiAlphaPeriod", "7."),
    ],
)
def test_numbers_are_written_as_their_list_has_them(number: int, scheme: str, said: str) -> None:
    assert counted(number, scheme) == said


def item(words: str, bullet: str = "•", font: str = "", start: int = 0) -> SceneParagraph:
    how = ("arabicPeriod", start or 1)
    look = TextLevel("Arial", 18, bullet="1." if start else bullet, bullet_font=font, numbering=how)
    return SceneParagraph((SceneRun(words, "Arial", 18),), 0, look, "number" if start else "bullet")


def test_numbers_begin_where_they_are_told_and_go_on_past_empty_lines() -> None:
    assert list(marks_of((item("a", start=4), item("", start=4), item("b", start=4)))) == [(0, "4."), (2, "5.")]


def test_marks_of_symbol_fonts_are_marks_that_others_have() -> None:
    found = dict(
        marks_of((item("a", "§", "Wingdings"), item("b", "\uf0d8", "Wingdings"), item("c", "\uf0b7", "Symbol"), item("d", "–")))
    )
    assert found == {0: "▪", 1: "►", 2: "•", 3: "–"}
