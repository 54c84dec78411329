"""Days and amounts in a language's own way."""

from __future__ import annotations

import pytest

from deck.content.said import said_date, said_decimal, said_number
from deck.tables import NumberCell


@pytest.mark.parametrize(
    ("value", "lang", "words"),
    [
        ("2026-12-03", "sv-SE", "3 december 2026"),
        ("2026-12-03", "sv", "3 december 2026"),
        ("2026-12-03", "en-GB", "3 December 2026"),
        ("2026-12-03", "xx-nowhere", "2026-12-03"),
        ("2026-13-03", "sv", "2026-13-03"),
        ("3 december", "sv", "3 december"),
        ("", "sv", ""),
    ],
)
def test_a_day_in_words_or_as_given(value: str, lang: str, words: str) -> None:
    assert said_date(value, lang).replace("\N{NO-BREAK SPACE}", " ") == words
    assert " " not in said_date("2026-12-03", "sv"), "a date stays on one line"


@pytest.mark.parametrize(
    ("value", "lang", "words"), [(1.5, "sv-SE", "1,5"), (1.5, "en", "1.5"), (12.0, "sv", "12"), (1.5, "not a language", "1.5")]
)
def test_an_amount(value: float, lang: str, words: str) -> None:
    assert said_number(value, lang) == words


@pytest.mark.parametrize(
    ("words", "lang", "said"),
    [
        ("120.5", "sv-SE", "120,5"),
        ("120.5", "en-GB", "120.5"),
        ("2024", "sv-SE", "2024"),
        ("1.2.3", "sv-SE", "1.2.3"),
        ("", "sv", ""),
    ],
)
def test_a_spreadsheets_fraction_has_the_languages_sign(words: str, lang: str, said: str) -> None:
    assert said_decimal(words, lang) == said


def test_small_amounts_are_not_nought_and_a_minus_is_one() -> None:
    assert (said_number(0.00015, "sv"), said_number(0.0001234, "en"), said_number(0.0, "sv")) == ("0,00015", "0.000123", "0")
    assert said_number(-4.5, "sv") == "\N{MINUS SIGN}4,5"


def test_what_may_be_a_thousand_stays_as_somebody_wrote_it() -> None:
    assert said_decimal("1.234", "sv") == "1.234"
    assert (said_decimal(NumberCell("1.234"), "sv"), said_decimal("120.5", "sv")) == ("1,234", "120,5")
