"""Negations and numbers that one side put in, took out or changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from merge_sides import spot

from deck.presentation import paragraph
from deck.refresh.merge.sense import NEGATIONS, NUMBERS, at_odds, negations, numbers
from deck.refresh.merge.text import merge_paragraph

FIRM = ["vi", "når", "de", "nya", "målen", "för", "länet"]


@pytest.mark.parametrize("word", [*sorted(NEGATIONS), "don't", "isn’t"])
def test_a_negation_is_one(word: str) -> None:
    assert negations(f"De {word.upper()} målen.").total() == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Drygt 90 procent", ["90"]),
        ("12 500 kronor", ["12500"]),
        ("12\u00a0500 kronor", ["12500"]),
        ("4,5 ton", ["4,5"]),
        ("Två av sexton mål", ["två", "sexton"]),
        ("ett mål i en kommun", []),
        ("a.m. kl 8.30", ["8.30"]),
    ],
)
def test_numbers_in_digits_and_words(text: str, found: list[str]) -> None:
    assert sorted(numbers(text).elements()) == sorted(found)


@given(st.sampled_from([*sorted(NEGATIONS | NUMBERS), "85", "2045"]), st.integers(0, 3), st.integers(4, 6), st.booleans())
def test_what_turns_the_sense_of_a_changed_sentence_is_for_its_owner_to_decide(
    word: str, at: int, other: int, ours: bool
) -> None:
    """One side puts the word in, the other changes another word: never both without a question, whoever did which."""
    base = " ".join(FIRM)
    turned = " ".join([*FIRM[:at], word, *FIRM[at:]])
    changed = " ".join([*FIRM[:other], "regionen", *FIRM[other + 1 :]])
    here = spot()
    mine, theirs = (turned, changed) if ours else (changed, turned)
    found = merge_paragraph(paragraph(base), paragraph(mine), paragraph(theirs), here)
    assert found.value == paragraph(mine) and found.base == paragraph(base)
    assert len(here.ledger.conflicts) == 1
    # In a sentence of its own the same word is nobody's quarrel.
    here = spot()
    parts = [(paragraph(f"Så här. {a}".strip()), b) for a, b in ((base, 0), (turned, 1))]
    rest = paragraph(f"Så gör vi. {base}")
    found = merge_paragraph(parts[0][0], parts[1][0], rest, here)
    if not here.ledger.conflicts:
        assert word in found.value.text and "gör vi" in found.value.text


def test_the_guidances_case() -> None:
    base, mine, theirs = (
        paragraph(words)
        for words in (
            "En kommun ser nytta med målen.",
            "En kommun ser ingen nytta med målen.",
            "De flesta kommuner ser nytta med målen.",
        )
    )
    here = spot()
    assert merge_paragraph(base, mine, theirs, here).value == mine
    assert [(item.sense, item.terms.mine.text, item.terms.theirs.text) for item in here.ledger.conflicts] == [
        (True, mine.text, theirs.text)
    ]


def test_the_same_number_on_both_sides_is_no_odds() -> None:
    assert not at_odds("Vi når 85 mål nu", "Alla når 85 mål")
    assert at_odds("Vi når 85 mål", "Vi når 90 mål")


@pytest.mark.parametrize(
    ("mine", "theirs", "odd"),
    [
        ("Det är omöjligt i liten skala.", "Det är möjligt i ganska liten skala.", True),
        ("Det är möjligt i liten skala.", "Det är omöjligt i ganska liten skala.", True),
        ("It is unclear to us.", "It is clear to all of us.", True),
        ("Tre av fyra svarade nej.", "Tre av fyra kommuner svarade ja.", True),
        ("Området är stort i länet.", "Området är ganska stort.", False),
        ("Det är omöjligt, inte möjligt.", "Det är möjligt, inte omöjligt.", False),
    ],
)
def test_a_words_opposite_turns_a_sentence(mine: str, theirs: str, odd: bool) -> None:
    assert at_odds(mine, theirs) is odd is at_odds(theirs, mine)


@pytest.mark.parametrize(
    ("mine", "theirs", "odd"),
    [
        ("Utsläppen ökar kraftigt i länet", "Utsläppen minskar i länet", True),
        ("Fler kommuner är med nu", "Färre kommuner är med", True),
        ("Målen är frivilliga för alla här", "Målen är obligatoriska för alla", True),
        ("Emissions are increasing fast", "Emissions are decreasing", True),
        ("Utsläppen ökar kraftigt i länet", "Utsläppen ökar i hela länet", False),
        ("Vi höjer takten och sänker utsläppen nu", "Vi höjer takten och sänker alla utsläpp", False),
        ("Högst tio i länet", "Högstadiet tio i länet", False),
        ("Merparten nu", "Mindre nu", False),
    ],
)
def test_words_that_say_the_contrary_are_at_odds(mine: str, theirs: str, odd: bool) -> None:
    """What both have is no quarrel, nor is a short word at the beginning of a longer one."""
    assert at_odds(mine, theirs) is odd is at_odds(theirs, mine)
