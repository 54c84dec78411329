"""Amounts as people write them and programs do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.tables import amount, may_be_either, thousands_of


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1 234,5", 1234.5),
        ("1\N{NO-BREAK SPACE}234\N{NARROW NO-BREAK SPACE}567", 1234567.0),
        ("1234.5", 1234.5),
        ("12 %", 12.0),
        ("\N{MINUS SIGN}3", -3.0),
        (",5", 0.5),
        ("1e5", 100_000.0),
        ("0", 0.0),
    ],
)
def test_an_amount(words: str, value: float) -> None:
    assert amount(words) == value


@pytest.mark.parametrize("words", ["", " ", "..", "-", "\N{EN DASH}", "saknas", "NaN", "N/A"])
def test_a_word_for_none_is_none_and_never_nought(words: str) -> None:
    assert amount(words) is None


@pytest.mark.parametrize("words", ["tolv", "1 23", "1,2,3", "12 kr", "1e999", "inf", "0x10", "2020-01-01"])
def test_other_words_are_no_amount(words: str) -> None:
    with pytest.raises(ValueError):
        amount(words)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_what_is_written_in_swedish_is_read_again(value: object) -> None:
    assert amount(f"{value:,.2f}".replace(",", "\N{NO-BREAK SPACE}").replace(".", ",")) == float(str(value))


@pytest.mark.parametrize(
    ("words", "value"),
    [("1.234,5", 1234.5), ("1,234.5", 1234.5), ("-1.234.567,5", -1234567.5), ("1.234.567", 1234567.0), ("1,234", 1.234)],
)
def test_a_sign_between_thousands_is_read_where_only_that_can_be_meant(words: str, value: float) -> None:
    assert amount(words) == value


@pytest.mark.parametrize("words", ["\N{HORIZONTAL ELLIPSIS}", "#N/A", "#SAKNAS!", "Uppgift saknas"])
def test_what_programs_write_for_none(words: str) -> None:
    assert amount(words) is None


@pytest.mark.parametrize("words", ["\N{EN DASH}5", "\N{EM DASH}5", "\N{HYPHEN}5", "\N{FULLWIDTH HYPHEN-MINUS}5"])
def test_a_dash_before_a_number_is_its_minus(words: str) -> None:
    assert amount(words) == -5.0


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        (["1.234", "1.345"], None),
        (["1.234", "987"], None),
        (["1.234", "1.5"], ""),
        (["1.234", "0.123"], ""),
        (["1.234", "12,5"], "."),
        (["1.234", "1.234.567"], "."),
        (["1.234", "1.234,5"], "."),
        (["1,234", "1,345"], ""),
        (["1,234", "1,234.5"], ","),
        (["1,234", "1.5"], ","),
        (["1.5", "1,6", "1.234"], None),
        (["1.234", "1,234"], None),
        (["..", "", "12 %"], ""),
    ],
)
def test_what_parts_thousands_is_told_by_the_amounts_beside(words: list[str], sign: str | None) -> None:
    assert thousands_of(words) == sign


def test_thousands_are_read_as_they_are_said_to_be_parted() -> None:
    assert (amount("1.234", "."), amount("1.234"), amount("-1,234 %", ","), amount("12.5", ".")) == (1234.0, 1.234, -1234.0, 12.5)
    assert may_be_either("1.234") and may_be_either("12,345 %") and not may_be_either("0.123") and not may_be_either("1.2345")
