"""Laws of merging a text by paragraph, sentence and word, and cases as an editor would meet them."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from merge_sides import PARAGRAPHS, spot

from deck.presentation import Link, Paragraph, Run, paragraph
from deck.refresh.canon import canonical_value
from deck.refresh.merge.text import merge_paragraph, merge_paragraphs, merge_words
from deck.refresh.words import tokens

sentences = (
    st.lists(st.sampled_from(["vi", "når", "målen", "år", "2030", "2045", "inte", "alla"]), max_size=7)
    .map(" ".join)
    .map(paragraph)
)
either = PARAGRAPHS | sentences
texts = st.lists(either, max_size=4).map(tuple)
CHOICES = [None, "mine", "theirs"]


def merged(base: Paragraph, mine: Paragraph, theirs: Paragraph, prefer: Any = None) -> tuple[Any, Any]:
    here = spot(prefer=prefer)
    return merge_paragraph(base, mine, theirs, here), here.ledger


def words(item: Paragraph) -> list[str]:
    return [token.text for token in tokens(item)]


def glued(item: Paragraph) -> bool:
    """Whether a word or a space changes its look midway: its parts are merged apart, and one look makes one of them."""
    kinds = [(token.text[0].isalnum(), token.text[0].isspace()) for token in tokens(item)]
    return any(one == other and any(one) for one, other in pairwise(kinds))


@given(either, either)
def test_one_sides_change_is_taken(base: Paragraph, side: Paragraph) -> None:
    for mine, theirs in ((side, base), (base, side), (side, side)):
        found, ledger = merged(base, mine, theirs)
        assert (found.value, found.base, ledger.conflicts) == (side, theirs, [])


@given(either, either, either)
def test_a_conflict_is_one_from_both_sides(base: Paragraph, mine: Paragraph, theirs: Paragraph) -> None:
    one, other = merged(base, mine, theirs)[1], merged(base, theirs, mine)[1]
    asked = [[item for item in ledger.conflicts if item.at == "text"] for ledger in (one, other)]
    # Who links words that the other side takes away asks; a link that the guidance made does not.
    if not any(run.link for side in (base, mine, theirs) for run in side.runs):
        assert [item.address for item in asked[0]] == [item.address for item in asked[1]]


@given(either, either, either)
def test_nothing_of_mine_is_lost_and_nothing_comes_from_nowhere(base: Paragraph, mine: Paragraph, theirs: Paragraph) -> None:
    assume(not any(glued(side) for side in (base, mine, theirs)))
    for prefer in (None, "mine"):
        found, _ledger = merged(base, mine, theirs, prefer)
        assert not Counter(words(mine)) - Counter(words(base)) - Counter(words(found.value))
        assert not Counter(words(found.value)) - (
            Counter(words(mine)) | Counter(words(theirs)) | Counter(words(mine)) + Counter(words(theirs))
        )


@given(either, either, either)
def test_a_look_and_a_link_of_the_owners_stay_on_words_that_stay(base: Paragraph, mine: Paragraph, theirs: Paragraph) -> None:
    """Where the guidance kept every word, all the owner's looks are there."""
    if words(base) == words(mine) == words(theirs):
        found, _ledger = merged(base, mine, theirs)
        for old, ours, now in zip(tokens(base), tokens(mine), tokens(found.value), strict=True):
            for name in ("bold", "italic", "lang", "link"):
                if getattr(ours, name) != getattr(old, name):
                    assert getattr(now, name) == getattr(ours, name)


@given(texts, texts, texts, st.sampled_from(CHOICES))
@example(  # one of two paragraphs in the base is known no more the second time
    (paragraph("mål mål"), paragraph("mål mål")), (paragraph("åtgärd"),), (Paragraph((Run("mål"),), 0, "bullet"),), None
)
@example((paragraph(""), paragraph("mål mål")), (paragraph("åtgärd"),), (Paragraph((Run("mål"),), 0, "bullet"),), None)
def test_the_second_time_changes_nothing(base: Any, mine: Any, theirs: Any, prefer: Any) -> None:
    base, mine, theirs = (canonical_value(side, "sv-SE") for side in (base, mine, theirs))
    here = spot(prefer=prefer)
    found = merge_paragraphs(base, mine, theirs, here)
    again = spot()
    second = merge_paragraphs(found.base, found.value, theirs, again)
    assert second.value == found.value
    if prefer:
        assert not again.ledger.conflicts


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "expected"),
    [
        ("Vi når målen 2030", "Vi når inte målen 2030", "Vi når målen 2045", None),
        ("Vi når målen 2030", "Vi når målen 2040", "Vi når målen 2045", None),
        ("Vi når målen 2030", "Vi når målen", "Vi når målen 2045", None),
        ("Vi når målen.", "Lund når målen.", "Vi når målen!", "Lund når målen!"),
        ("Två av sexton mål nås", "Tre av sexton mål nås", "Två av sexton mål kan nås", None),
        ("a b c d", "a x c d", "a b y d", None),
        ("a b c d e f", "a x c d e f", "a b c d y f", "a x c d y f"),
        ("", "mina ord", "deras ord", None),
        ("ord", "", "andra", None),
        ("a b c", "a b c m", "t a b c", "t a b c m"),
        ("a b", "a b m", "a b t", None),
        ("Stöd och råd till alla", "Stöd och kunskap och råd till alla", "Stöd och kunskap till alla", None),
    ],
)
def test_cases_of_words(base: str, mine: str, theirs: str, expected: str | None) -> None:
    found, ledger = merged(paragraph(base), paragraph(mine), paragraph(theirs))
    assert (None if ledger.conflicts else found.value.text) == expected
    if ledger.conflicts:
        assert found.value.text == mine


BOLD = Paragraph((Run("Vi når "), Run("alla", bold=True), Run(" mål")))


@pytest.mark.parametrize(
    ("theirs", "bold"),
    [
        ("Ni når alla mål", ["alla"]),
        ("Vi når alla dessa viktiga mål", ["alla"]),
        ("Vi når nu alla mål", ["alla"]),
        ("Vi når samtliga mål", ["samtliga"]),
        ("Vi nådde alla mål", ["alla"]),
        ("Vi når mål", []),
    ],
)
def test_looks_merge_apart_from_words(theirs: str, bold: list[str]) -> None:
    """The owner's bold word stays bold in the guidance's new sentence; words that come for it are as bold."""
    found, ledger = merged(paragraph("Vi når alla mål"), BOLD, paragraph(theirs))
    assert found.value.text == theirs and not ledger.conflicts
    assert [run.text for run in found.value.runs if run.bold] == bold


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "expected"),
    [
        ("De når 20 % i år.", "De når 20\u00a0% i år.", "De når 25 % i år.", "De når 25\u00a0% i år."),
        ("De når 20 % i år.", "De når 20 % i länet.", "Vi når 20\u00a0% i år.", "Vi når 20\u00a0% i länet."),
        ("Se FN-dagen i år.", "Se FN\u2011dagen i år.", "Se hela FN-dagen i år.", "Se hela FN\u2011dagen i år."),
        ("De når 20 % i år.", "De når 20\u00a0% i år.", "De når en femtedel i år.", "De når en femtedel i år."),
    ],
)
def test_what_keeps_a_line_together_is_no_word(base: str, mine: str, theirs: str, expected: str) -> None:
    found, ledger = merged(paragraph(base), paragraph(mine), paragraph(theirs))
    assert (found.value.text, found.base.text) == (expected, theirs)
    assert not ledger.conflicts


def test_a_paragraph_with_hard_spaces_alone_is_not_edited() -> None:
    base, mine = (paragraph("Ett mål nås."),), (paragraph("Ett\u00a0mål nås."),)
    here = spot()
    assert merge_paragraphs(base, mine, (), here).value == ()
    assert not here.ledger.conflicts


def linked(words: str, url: str) -> Paragraph:
    before, _sign, after = "Läs mer på webben i dag".partition(words)
    return Paragraph(tuple(run for run in (Run(before), Run(words, link=Link(url=url)), Run(after)) if run.text))


def test_a_link_stays_on_the_words_that_come_for_its_own() -> None:
    found, ledger = merged(
        paragraph("Läs mer på webben i dag"), linked("webben", "https://a.se"), paragraph("Läs mer på sidan i dag")
    )
    assert not ledger.conflicts
    assert [(run.text, run.link) for run in found.value.runs if run.link] == [("sidan", Link(url="https://a.se"))]


def test_words_that_come_in_the_middle_of_a_link_are_in_it() -> None:
    link = Link("https://lund.se")
    mine = Paragraph((Run("Källa: Forum 2020", link=link),))
    found = merged(paragraph("Källa: Forum 2020"), mine, paragraph("Källa: Forum för kommuner 2020"))[0].value
    assert found.runs == (Run("Källa: Forum för kommuner 2020", link=link),)
    found = merged(paragraph("Källa: Forum 2020"), mine, paragraph("Källa: Forum 2020 och 2021"))[0].value
    assert found.runs[0] == Run("Källa: Forum 2020", link=link)


def test_a_link_on_words_that_go_is_for_the_owner_to_decide() -> None:
    mine = linked("på webben", "https://a.se")
    found, ledger = merged(paragraph("Läs mer på webben i dag"), mine, paragraph("Läs mer i dag"))
    assert found.value == mine and len(ledger.conflicts) == 1


@pytest.mark.parametrize(("prefer", "url"), [(None, "https://a.se"), ("mine", "https://a.se"), ("theirs", "https://b.se")])
def test_two_links_on_the_same_words(prefer: Any, url: str) -> None:
    base, mine, theirs = paragraph("Läs mer på webben i dag"), linked("webben", "https://a.se"), linked("webben", "https://b.se")
    found, ledger = merged(base, mine, theirs, prefer)
    (item,) = ledger.conflicts or [one.conflict for one in ledger.decided]
    assert (item.at, item.terms.mine, item.terms.theirs) == ("link", Link(url="https://a.se"), Link(url="https://b.se"))
    assert [run.link for run in found.value.runs if run.link] == [Link(url=url)]
    assert found.base == (theirs if prefer else base)


def test_another_look_of_the_same_words_is_no_conflict() -> None:
    base = paragraph("Vi når alla mål")
    theirs = Paragraph((Run("Vi "), Run("når", italic=True), Run(" alla", lang="en-GB"), Run(" mål")), 1)
    found, ledger = merged(base, BOLD, theirs)
    assert not ledger.conflicts
    assert [(run.text, run.bold, run.italic) for run in found.value.runs if run.bold or run.italic] == [
        ("når", False, True),
        ("alla", True, False),
    ]
    assert found.value.level == 1


def test_a_decision_is_a_sentences() -> None:
    base = paragraph("Ett mål nås. Luften är ren. Vattnet är klart.")
    mine = paragraph("Ett mål nås i länet. Luften är frisk. Vattnet är klart.")
    theirs = paragraph("Ett mål nås. Luften är god. Vattnet är helt klart.")
    found, ledger = merged(base, mine, theirs)
    assert found.value.text == "Ett mål nås i länet. Luften är frisk. Vattnet är helt klart."
    assert found.base.text == "Ett mål nås. Luften är ren. Vattnet är helt klart."
    assert [(item.key, item.terms.mine.text, item.terms.theirs.text) for item in ledger.conflicts] == [
        ("s/b:2", "Luften är frisk.", "Luften är god.")
    ]
    found, _ledger = merged(base, mine, theirs, "theirs")
    assert found.value.text == "Ett mål nås i länet. Luften är god. Vattnet är helt klart."


@pytest.mark.parametrize(
    ("choice", "value", "waits"),
    [
        (None, "Vi bör\nstödja Lund\nmed kunskap", "Vi ska\nstödja alla\nmed kunskap"),
        ("theirs", "De ska\nstödja Lund\nmed kunskap", "De ska\nstödja alla\nmed kunskap"),
        ("mine", "Vi bör\nstödja Lund\nmed kunskap", "De ska\nstödja alla\nmed kunskap"),
    ],
)
def test_words_of_several_lines_are_decided_line_by_line(choice: Any, value: str, waits: str) -> None:
    here = spot(prefer=choice)
    found = merge_words("Vi ska\nstödja alla\nmed råd", "Vi bör\nstödja Lund\nmed råd", "De ska\nstödja alla\nmed kunskap", here)
    assert (found.value, found.base) == (value, waits)
    met = here.ledger.conflicts or [item.conflict for item in here.ledger.decided]
    assert [item.address.point for item in met] == ["1"]


def test_an_abbreviation_ends_no_sentence() -> None:
    base, mine, theirs = (
        paragraph(words) for words in ("Se t.ex. Lund nu.", "Se inte t.ex. Lund nu.", "Se t.ex. Lund strax nu.")
    )
    assert merged(base, mine, theirs)[1].conflicts


def test_sentences_of_both_are_to_be_read_through() -> None:
    base, mine, theirs = (
        paragraph(words) for words in ("Vi når målen i länet.", "Vi når målen i hela länet.", "Ni når målen i länet.")
    )
    found, ledger = merged(base, mine, theirs)
    assert found.value.text == "Ni når målen i hela länet."
    assert [item.result for item in ledger.joined] == ["Ni når målen i hela länet."]


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        (Paragraph((Run("ord"),), 1), Paragraph((Run("ord"),), 2), (1, "none")),
        (Paragraph((Run("ord"),), 1), Paragraph((Run("ord"),), 0, "number"), (1, "number")),
        (Paragraph((Run("ord"),), 0, "number"), Paragraph((Run("ord"),), 0, "bullet"), (0, "number")),
    ],
)
def test_level_and_mark_each_on_their_own(mine: Paragraph, theirs: Paragraph, expected: tuple[int, str]) -> None:
    found, ledger = merged(paragraph("ord"), mine, theirs)
    assert (found.value.level, found.value.list) == expected and not ledger.conflicts
    assert found.base == theirs


def test_a_link_on_words_that_the_guidance_replaces_by_a_link_of_its_own_is_asked_about() -> None:
    base = paragraph("Sveriges egna mål")
    mine = Paragraph((Run("Sveriges egna mål", link=Link(url="https://lund.se")),))
    theirs = Paragraph((Run("Läs mer", link=Link(url="https://rus.se")),))
    found, ledger = merged(base, mine, theirs)
    assert found.value == mine and len(ledger.conflicts) == 1
    plain, ledger = merged(base, mine, paragraph("Målen i Sverige"))
    assert [run.link for run in plain.value.runs] == [Link(url="https://lund.se")] and not ledger.conflicts


def test_an_empty_place_that_both_filled_in_with_one_line_is_asked_about() -> None:
    """A name and another name under it would be nobody's."""
    base = (paragraph(""),)

    def found(mine: str, theirs: str) -> tuple[list[str], int]:
        here = spot()
        leaf = merge_paragraphs(base, tuple(map(paragraph, mine.split("/"))), tuple(map(paragraph, theirs.split("/"))), here)
        return [item.text for item in leaf.value if item.text], len(here.ledger.conflicts)

    assert found("Anna Ek", "Bo Al") == (["Anna Ek"], 1)
    assert found("Anna Ek", "Anna\u00a0Ek") == (["Anna Ek"], 0)


def test_an_empty_place_that_both_fill_in_is_asked_about() -> None:
    """A name, a day: two of them would be nobody's. Where one side has several, all of them stand."""
    empty, one, other, more = (), (paragraph("Anna"),), (paragraph("Bo"),), (paragraph("Bo"), paragraph("Eva"))
    here = spot()
    assert merge_paragraphs(empty, one, other, here).value == one and len(here.ledger.conflicts) == 1
    for mine, theirs in ((one, one), (one, more), (more, one)):
        here = spot()
        merge_paragraphs(empty, mine, theirs, here)
        assert not here.ledger.conflicts
