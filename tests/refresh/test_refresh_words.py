"""Paragraphs taken apart into words, and put together again."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from deck.presentation import Link, Paragraph, Run
from deck.refresh.words import canonical, joined, plain, stable_words, tokens

_word = st.sampled_from(
    ["mål", "Agenda", "2030", "i", "länet", ",", ".", " ", "  ", "\v", "%", "\u00a0", "\u2011", "e\u0301", "ö", "–"]
)
_links = st.none() | st.builds(Link, url=st.sampled_from(["https://a.se", "https://b.se"]))
runs = st.builds(
    Run, st.lists(_word, max_size=6).map("".join), st.booleans(), st.booleans(), st.sampled_from([None, "en-GB", "sv-FI"]), _links
)
paragraphs = st.builds(
    Paragraph, st.lists(runs, max_size=3).map(tuple), st.integers(0, 2), st.sampled_from(["none", "bullet", "number"])
)


def look(run: Run) -> tuple[object, ...]:
    return run.bold, run.italic, run.lang, run.link


@given(paragraphs)
def test_taken_apart_and_put_together_nothing_is_lost(para: Paragraph) -> None:
    assert "".join(token.hard or token.text for token in tokens(para)) == para.text
    assert "".join(token.text for token in tokens(para)) == plain(para.text)
    again = joined(tokens(para))
    assert [(char, *look(run)) for run in again for char in run.text] == [
        (char, *look(run)) for run in para.runs for char in run.text
    ]
    assert all(look(one) != look(two) for one, two in pairwise(again))
    assert tokens(Paragraph(again)) == tokens(para)


@given(paragraphs)
def test_what_programs_do_on_saving_is_no_edit(para: Paragraph) -> None:
    once = canonical(para)
    assert canonical(once) == once
    split = tuple(Run(char, run.bold, run.italic, run.lang or "sv-SE", run.link) for run in once.runs for char in run.text)
    assert canonical(Paragraph((*split, Run("")), once.level, once.list)) == once
    assert canonical(Paragraph((*once.runs, Run("  ", lang="sv-SE")), once.level, once.list)) == once


@given(*[st.lists(st.sampled_from(["a", "b", "c", " "]), max_size=8)] * 3)
def test_stable_words_are_the_same_on_all_sides_and_in_order(base: list[str], mine: list[str], theirs: list[str]) -> None:
    found = stable_words(base, mine, theirs)
    assert all(base[i] == mine[j] == theirs[k] for i, j, k in found)
    assert all(one < other for side in zip(*found, strict=True) for one, other in pairwise(side))
    same = stable_words(base, base, base)
    assert {(n, n, n) for n, word in enumerate(base) if word != " "} <= set(same)
