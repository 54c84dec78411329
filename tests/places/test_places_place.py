"""One sender: its names, how they are compared, and what its files are called."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.places import exact_key, file_stem, folded_key, load_places

PLACES = load_places()


@pytest.mark.parametrize(
    ("one", "other", "exact", "folded"),
    [
        ("Lund", "LUND", True, True),
        ("Åmål", unicodedata.normalize("NFD", "åmål"), True, True),
        ("  Västra   Götaland ", "västra götaland", True, True),
        ("Håbo", "Habo", False, True),
        ("Upplands-Bro", "upplands bro", False, True),
        ("Malmø", "malmo", False, True),
        ("Straße", "STRASSE", True, True),
        ("Lund", "Lunda", False, False),
    ],
)
def test_names_compared(one: str, other: str, exact: bool, folded: bool) -> None:
    assert (exact_key(one) == exact_key(other), folded_key(one) == folded_key(other)) == (exact, folded)


@given(st.text(max_size=30))
def test_a_key_is_its_own_key_and_forgets_case_and_form(words: str) -> None:
    assert folded_key(folded_key(words)) == folded_key(words)
    assert exact_key(f"  {words}\t") == exact_key(words)
    assert all(c.isalnum() or c == " " for c in folded_key(words))


@pytest.mark.parametrize(
    ("code", "slug", "stem", "county"),
    [
        ("1281", "lund", "1281-lund", False),
        ("0139", "upplands-bro", "0139-upplands-bro", False),
        ("1492", "amal", "1492-amal", False),
        ("12", "skane", "lan-12-skane", True),
        ("14", "vastra-gotaland", "lan-14-vastra-gotaland", True),
    ],
)
def test_slug_and_stem(code: str, slug: str, stem: str, county: bool) -> None:
    place = PLACES.find(code)
    assert (place.slug, place.stem, place.is_county) == (slug, stem, county)
    assert stem.isascii()


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("1281", {"Lund", "Lunds kommun", "Lund kommun"}),
        ("1280", {"Malmö", "Malmö stad", "Malmö kommun"}),
        ("12", {"Skåne län", "Länsstyrelsen i Skåne län", "Länsstyrelsen Skåne", "Länsstyrelsen Skåne län", "Skåne"}),
    ],
)
def test_all_that_people_call_it_by(code: str, names: set[str]) -> None:
    assert set(PLACES.find(code).names) == names


def test_file_stems() -> None:
    assert file_stem(PLACES.find("lund"), "standard") == "1281-lund-standard"
    assert file_stem(PLACES.find("skåne"), "konferens", "politiker") == "lan-12-skane-konferens-politiker"
