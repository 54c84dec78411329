"""Which place a row is about."""

from __future__ import annotations

import pytest

from deck.figures import COUNTRY, place_of


@pytest.mark.parametrize(
    ("code", "name", "place", "called"),
    [
        ("1281", "", "1281", "Lund"),
        ("1281", "Lunds kommun", "1281", "Lunds kommun"),
        ("", "1281 Lund", "1281", "Lund"),
        ("1281 Lund", "", "1281", "Lund"),
        ("", "lund", "1281", "lund"),
        ("0114", "", "0114", "Upplands Väsby"),
        ("12", "", "12", "Skåne län"),
        ("", "Kalmar län", "08", "Kalmar län"),
        ("", "Kalmar", "0880", "Kalmar"),
        ("1281.0", "", "1281", "Lund"),
        ("", "Lund (1281)", "1281", "Lund"),
        ("", "Malmo", "1280", "Malmo"),
        ("", "Habo", "0643", "Habo"),
        ("", "Håbo", "0305", "Håbo"),
        ("00", "", COUNTRY, "Riket"),
        ("0000", "Riket", COUNTRY, "Riket"),
        ("", "Sverige", COUNTRY, "Sverige"),
        ("0012", "Region Skåne", "Region Skåne", "Region Skåne"),
        ("9999", "", "9999", "9999"),
        ("", "Liknande kommuner", "Liknande kommuner", "Liknande kommuner"),
        ("", "", "", ""),
    ],
)
def test_codes_and_names_as_publishers_write_them(code: str, name: str, place: str, called: str) -> None:
    assert place_of(code, name) == (place, called)


@pytest.mark.parametrize(
    ("code", "place"), [("180", "0180"), ("3", "03"), ("0", COUNTRY), ("114 Upplands Väsby", "0114"), ("999", "999")]
)
def test_the_zeros_that_a_spreadsheet_takes_from_a_code(code: str, place: str) -> None:
    assert place_of(code, "")[0] == place
