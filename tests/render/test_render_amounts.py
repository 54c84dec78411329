"""An amount is said as its format code says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.render.amounts import amount

SAID = [
    (1250.5, "", "1250,5"),
    (1250.5, "General", "1250,5"),
    (1234567.0, "General", "1234567"),
    (0.1, "General", "0,1"),
    (1250.5, "#,##0.00", "1\u00a0250,50"),
    (1100.0, "#,##0", "1\u00a0100"),
    (1234567.0, "#,##0", "1\u00a0234\u00a0567"),
    (980.25, "0.0", "980,3"),
    (2.5, "0", "3"),
    (0.43, "0%", "43%"),
    (0.435, "0.0 %", "43,5 %"),
    (12.0, '0" ton"', "12 ton"),
    (12.0, "0\\ kg", "12 kg"),
    (-3.0, "0", "−3"),
    (-3.0, "0;(0)", "(3)"),
    (0.0, '0;-0;"–"0', "–0"),
    (-0.2, "0", "0"),
    (5.5, "0.##", "5,5"),
    (5.0, "0.##", "5"),
    (7.0, "[Red]0", "7"),
    (7.0, "_-0_-", "7"),
    (45000.0, "yyyy-mm-dd", "45000"),
    (7.0, '"bara ord"', "7"),
]


@pytest.mark.parametrize(("value", "code", "said"), SAID)
def test_as_its_code_says(value: float, code: str, said: str) -> None:
    assert amount(value, code) == said


@given(st.floats(allow_nan=False, allow_infinity=False), st.text('#0?,.;%"\\_*[]-()Ee dmy', max_size=12))
def test_any_code_gives_words(value: float, code: str) -> None:
    assert isinstance(amount(value, code), str)


@given(st.integers(-(10**9), 10**9))
def test_grouping_loses_no_digit(value: int) -> None:
    assert amount(float(value), "#,##0").replace("\u00a0", "").replace("−", "-") == str(value)
