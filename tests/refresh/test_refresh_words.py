"""Laws of merging a paragraph word by word, and cases as an editor would meet them."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from deck.presentation import Link, Paragraph, Run, paragraph
from deck.refresh.words import Token, canonical, joined, merge_paragraph, merge_scalar, merge_words, tokens

_word = st.sampled_from(["mål", "Agenda", "2030", "i", "länet", ",", ".", " ", "  ", "\v", "%", "e\u0301", "ö", "–"])
_links = st.none() | st.builds(Link, url=st.sampled_from(["https://a.se", "https://b.se"]))
runs = st.builds(
    Run, st.lists(_word, max_size=6).map("".join), st.booleans(), st.booleans(), st.sampled_from([None, "en-GB", "sv-FI"]), _links
)
paragraphs = st.builds(
    Paragraph, st.lists(runs, max_size=3).map(tuple), st.integers(0, 2), st.sampled_from(["none", "bullet", "number"])
)
sentences = (
    st.lists(st.sampled_from(["vi", "når", "målen", "år", "2030", "2045", "inte", "alla"]), max_size=7)
    .map(" ".join)
    .map(paragraph)
)
either = paragraphs | sentences


def look(run: Run) -> tuple[object, ...]:
    return run.bold, run.italic, run.lang, run.link


@given(paragraphs)
def test_taken_apart_and_put_together_nothing_is_lost(para: Paragraph) -> None:
    assert "".join(token.text for token in tokens(para)) == para.text
    again = joined(tokens(para))
    assert [(char, *look(run)) for run in again for char in run.text] == [
        (char, *look(run)) for run in para.runs for char in run.text
    ]
    assert all(look(one) != look(two) for one, two in pairwise(again))
    assert tokens(Paragraph(again)) == tokens(para)


@given(paragraphs)
def test_what_programs_do_on_saving_is_no_edit(para: Paragraph) -> None:
    plain = canonical(para)
    assert canonical(plain) == plain
    split = tuple(Run(char, run.bold, run.italic, run.lang or "sv-SE", run.link) for run in plain.runs for char in run.text)
    assert canonical(Paragraph((*split, Run("")), plain.level, plain.list)) == plain
    assert canonical(Paragraph((*plain.runs, Run("  ", lang="sv-SE")), plain.level, plain.list)) == plain


@given(either, either)
def test_one_sides_change_is_taken(base: Paragraph, side: Paragraph) -> None:
    assert merge_paragraph(base, side, base) == side
    assert merge_paragraph(base, base, side) == side
    assert merge_paragraph(base, side, side) == side


@given(sentences | paragraphs, sentences | paragraphs, sentences | paragraphs)
def test_a_conflict_is_one_from_both_sides(base: Paragraph, mine: Paragraph, theirs: Paragraph) -> None:
    one, other = merge_paragraph(base, mine, theirs), merge_paragraph(base, theirs, mine)
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert tokens(one) == tokens(other)
        assert (one.level, one.list) == (other.level, other.list)


@given(either, either, either)
def test_nothing_of_mine_is_lost_and_nothing_comes_from_nowhere(base: Paragraph, mine: Paragraph, theirs: Paragraph) -> None:
    found = merge_paragraph(base, mine, theirs)
    assume(found is not None)
    assert found is not None

    def added(side: Paragraph) -> list[Token]:
        return list((Counter(tokens(side)) - Counter(tokens(base))).elements())

    rest = list(tokens(found))
    for token in added(mine):
        assert token in rest
        rest.remove(token)
    for token in tokens(found):
        assert token in tokens(mine) or token in tokens(theirs)


@given(either, either, either)
def test_the_second_time_changes_nothing(base: Paragraph, mine: Paragraph, theirs: Paragraph) -> None:
    found = merge_paragraph(base, mine, theirs)
    if found is not None:
        assert merge_paragraph(theirs, found, theirs) == found


@given(st.integers(0, 2), st.integers(0, 2), st.integers(0, 2))
def test_a_single_value(base: int, mine: int, theirs: int) -> None:
    found = merge_scalar(base, mine, theirs)
    if mine == theirs or base == theirs:
        assert found == mine
    elif mine == base:
        assert found == theirs
    else:
        assert found is None


BOLD = Paragraph((Run("Vi når "), Run("alla", bold=True), Run(" mål")))


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "expected"),
    [
        ("Vi når målen 2030", "Vi når inte målen 2030", "Vi når målen 2045", "Vi når inte målen 2045"),
        ("Vi når målen 2030", "Vi når målen 2040", "Vi når målen 2045", None),
        ("Vi når målen 2030", "Vi når målen", "Vi når målen 2045", None),
        ("Vi når målen.", "Lund når målen.", "Vi når målen!", "Lund når målen!"),
        ("Två av sexton mål nås", "Tre av sexton mål nås", "Två av sexton mål kan nås", "Tre av sexton mål kan nås"),
        ("a b c d", "a x c d", "a b y d", None),
        ("a b c d e f", "a x c d e f", "a b c d y f", "a x c d y f"),
        ("", "mina ord", "deras ord", None),
        ("ord", "", "andra", None),
        ("a b c", "a b c m", "t a b c", "t a b c m"),
        ("a b", "a b m", "a b t", None),
    ],
)
def test_cases_of_words(base: str, mine: str, theirs: str, expected: str | None) -> None:
    found = merge_paragraph(paragraph(base), paragraph(mine), paragraph(theirs))
    assert (found.text if found else None) == expected


@pytest.mark.parametrize("theirs", [paragraph("Vi når nu alla mål"), paragraph("Vi nådde alla mål")])
def test_what_touches_a_word_with_a_new_look_is_for_the_owner_to_decide(theirs: Paragraph) -> None:
    assert merge_paragraph(paragraph("Vi når alla mål"), BOLD, theirs) is None


@pytest.mark.parametrize(
    "theirs",
    [
        paragraph("Ni når alla mål"),
        paragraph("Vi når alla dessa viktiga mål"),
        paragraph("Vi når alla mål år 2045"),
        paragraph("Vi når alla mål", 1),
    ],
)
def test_looks_merge_with_words(theirs: Paragraph) -> None:
    """The owner's bold word stays bold in the guidance's new sentence."""
    found = merge_paragraph(paragraph("Vi når alla mål"), BOLD, theirs)
    assert found is not None
    assert found.text == theirs.text
    assert [run.text for run in found.runs if run.bold] == ["alla"]
    assert (found.level, found.list) == (theirs.level, theirs.list)


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        (Paragraph((Run("x"),), 1), Paragraph((Run("y"),), 0), (None, None)),
        (Paragraph((Run("ord"),), 1), Paragraph((Run("ord"),), 2), (None, None)),
        (Paragraph((Run("ord"),), 1), Paragraph((Run("ord"),), 0, "number"), (1, "number")),
        (Paragraph((Run("ord"),), 0, "number"), Paragraph((Run("ord"),), 0, "bullet"), (None, None)),
    ],
)
def test_level_and_mark_each_on_their_own(mine: Paragraph, theirs: Paragraph, expected: tuple[int | None, str | None]) -> None:
    found = merge_paragraph(paragraph("ord"), mine, theirs)
    assert ((found.level, found.list) if found else (None, None)) == expected


def test_words_merge_of_nothing_is_nothing() -> None:
    assert merge_words([], [], []) == []
