"""A changed paragraph, put together letter by letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from deck.drawing.names import Element, qn
from deck.presentation import Paragraph, Run
from deck.refresh.letters import blend, signature

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
RED = '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>'


def made(*runs: tuple[str, str]) -> Element:
    """A paragraph of words and what stands in their a:rPr."""
    inner = "".join(f'<a:r><a:rPr lang="sv-SE">{look}</a:rPr><a:t>{words}</a:t></a:r>' for words, look in runs)
    return etree.fromstring(f'<a:p xmlns:a="{A}">{inner}</a:p>')


def said(element: Element) -> Paragraph:
    return Paragraph((Run("".join(item.text or "" for item in element.iter(qn("a:t")))),))


def red(element: Element) -> list[str]:
    """The words that are red."""
    found = [run for run in element.iter(qn("a:r")) if next(run.iter(qn("a:srgbClr")), None) is not None]
    return ["".join(item.text or "" for item in run.iter(qn("a:t"))) for run in found]


OWN = (("Stöd och ", ""), ("inspiration", RED), (" till arbetet", ""))


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("Stöd och kunskap till arbetet", ["kunskap"]),
        ("Stöd och mycket inspiration till arbetet", ["inspiration"]),
        ("Stöd och inspiration till allt arbetet", ["inspiration"]),
        ("Stöd till arbetet", []),
    ],
    ids=["exchanged", "put in before", "put in behind", "taken out"],
)
def test_what_comes_for_marked_words_is_marked(words: str, marked: list[str]) -> None:
    mine, fresh = made(*OWN), made((words, ""))
    found = blend(mine, fresh, said(mine), said(fresh))
    assert said(found).text == words and red(found) == marked


def test_a_look_of_ours_goes_with_its_words() -> None:
    mine, fresh = made(*OWN), made(("Stöd och kunskap till arbetet", ""))
    ours = {signature(look) for look in made(*OWN).iter(qn("a:rPr"))}
    assert red(blend(mine, fresh, said(mine), said(fresh), ours)) == []


@given(st.lists(st.sampled_from(["mål", "och", "stöd", "till", "arbete"]), max_size=8).map(" ".join))
def test_the_new_words_are_all_there(words: str) -> None:
    mine, fresh = made(*OWN), made((words, ""))
    assert said(blend(mine, fresh, said(mine), said(fresh))).text == words
