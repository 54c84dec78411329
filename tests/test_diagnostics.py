"""A complaint says where, what and what to do; a collector keeps all of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.diagnostics import Diagnostic, Diagnostics, Severity, Where, did_you_mean, told_at_length


@pytest.mark.parametrize(
    ("where", "words"),
    [
        (Where(), ""),
        (Where("a.yaml"), "a.yaml"),
        (Where("a.yaml", 3), "a.yaml:3"),
        (Where("a.yaml", 3, 7), "a.yaml:3:7"),
        (Where("a.pptx", part="ppt/slides/slide1.xml"), "a.pptx: ppt/slides/slide1.xml"),
        (Where("a.pptx", part="ppt/slides/slide1.xml", slide=1, shape="Rubrik"), "a.pptx: slide 1, “Rubrik”"),
        (Where("a.pptx", slide=4, slide_id="lagen"), "a.pptx: slide 4"),
        (Where("a.pptx", slide_id="lagen"), "a.pptx: slide lagen"),
        (Where(slide=2), "slide 2"),
    ],
)
def test_where(where: Where, words: str) -> None:
    assert str(where) == words


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (Diagnostic("x", Severity.ERROR, "fel"), "fel"),
        (Diagnostic("x", Severity.ERROR, "fel", hint="gör så"), "fel; gör så"),
        (Diagnostic("x", Severity.ERROR, "fel", Where("a", 1), "gör så"), "a:1: fel; gör så"),
    ],
)
def test_where_what_and_what_to_do(item: Diagnostic, words: str) -> None:
    assert str(item) == words


def test_as_json_what_is_not_said_is_left_out() -> None:
    found = Diagnostic("bad-value", Severity.WARNING, "fel", Where("a.pptx", slide=2), "gör så").to_json()
    assert found == {
        "code": "bad-value",
        "severity": "warning",
        "message": "fel",
        "hint": "gör så",
        "where": {"file": "a.pptx", "slide": 2},
    }


def test_the_collector_keeps_order_and_knows_the_worst() -> None:
    found = Diagnostics()
    assert (found.worst, len(found), found.errors) == (None, 0, ())
    one, two = found.info("a", "ett"), found.error("b", "två", Where("f"), "h")
    found.extend([Diagnostic("c", Severity.WARNING, "tre")])
    assert found.warning("d", "fyra").severity is Severity.WARNING
    assert [item.code for item in found] == ["a", "b", "c", "d"]
    assert (one.severity, one.where, found.errors, found.worst) == (Severity.INFO, Where(), (two,), Severity.ERROR)
    assert [level.label for level in Severity] == ["info", "warning", "error"]


def test_near_words_are_offered_at_most_three_and_once_each() -> None:
    assert did_you_mean("colour", ["color", "size"]) == 'did you mean "color"?'
    assert did_you_mean("Lnud", ["Lund", "LUND", "Umeå"]) == 'did you mean "Lund", "LUND"?'
    assert did_you_mean("aaa", ["aaab", "aaac", "aaad", "aaae", "aaab"]).count('"') == 6
    assert did_you_mean("xyz", ["color"]) == ""
    # A slip of a finger is that, and nothing far off; who hesitates began right.
    assert did_you_mean("lundd", ["Falun", "Lund"]) == 'did you mean "Lund"?'
    assert did_you_mean("aron", ["baron", "aeron"]) == 'did you mean "aeron", "baron"?'


@given(st.text(min_size=1, max_size=12), st.lists(st.text(max_size=12), max_size=5))
def test_a_word_that_is_known_is_always_among_those_offered(word: str, others: list[str]) -> None:
    assert f'"{word}"' in did_you_mean(word, [word, *others])


def test_what_names_the_first_of_many_names_all_where_there_is_room() -> None:
    short = Diagnostic("lost", Severity.WARNING, "a … and 2 more", hint="look")
    assert told_at_length(short, short.message) is short and short.at_length == str(short) and "whole" not in short.to_json()
    long = told_at_length(short, "a b c")
    assert (str(long), long.at_length) == (str(short), "a b c; look") and long.to_json() == short.to_json() | {"whole": "a b c"}
