"""How a chart's amounts are shown."""

from __future__ import annotations

import pytest

from deck.compose.amounts import number_format


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ((1.0, 2.5), "General"),
        ((), "General"),
        ((1000.0, 1.0), "#,##0"),
        ((1000.5, 1.25), "#,##0.00"),
        ((-1234.567,), "#,##0.00"),
    ],
)
def test_thousands_are_parted(values: tuple[float, ...], shown: str) -> None:
    assert number_format(values) == shown
