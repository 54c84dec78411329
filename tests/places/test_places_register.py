"""Look-up: what a person types finds the place that is meant."""

from __future__ import annotations

import csv
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.errors import UsageError
from deck.places import Place, Places, file_stem, load_places

PLACES = load_places()
any_place = st.sampled_from(PLACES.all)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("1281", "1281"),
        ("lund", "1281"),
        ("Lunds kommun", "1281"),
        ("LUNDS KOMMUN", "1281"),
        ("1281-lund", "1281"),
        ("amal", "1492"),
        ("åmål", "1492"),
        ("skane", "12"),
        ("Skåne", "12"),
        ("Länsstyrelsen Skåne", "12"),
        ("skåne län", "12"),
        ("lansstyrelsen i skane lan", "12"),
        ("12", "12"),
        ("lan-12-skane", "12"),
        ("Habo", "0643"),
        ("habo", "0643"),
        ("Håbo", "0305"),
        ("håbo kommun", "0305"),
        ("Kalmar", "0880"),
        ("Kalmar län", "08"),
        ("Gotland", "0980"),
        ("Region Gotland", "0980"),
        ("Gotlands län", "09"),
        ("Länsstyrelsen Gotland", "09"),
        ("Malmö stad", "1280"),
        ("malmo kommun", "1280"),
        ("upplands-bro", "0139"),
        ("Falun", "2080"),
        ("Falu kommun", "2080"),
        ("  västra   götaland ", "14"),
        ("dalarna", "20"),
        ("0114", "0114"),
        ("örebro", "1880"),
        ("Örebro län", "18"),
        ("uppsala", "0380"),
        ("stockholm", "0180"),
    ],
)
def test_find(query: str, code: str) -> None:
    assert PLACES.find(query).code == code


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("114", "0114 is Upplands Väsby kommun"),
        ("lnud", "Lund"),
        ("Uppsalla", "Uppsala"),
        ("goteborgg", "Göteborg"),
        ("xyzzyq", "deck places"),
    ],
)
def test_unknown_says_what_to_do(query: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        PLACES.find(query)
    assert hint in str(caught.value)
    assert query in str(caught.value)


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("", 311),
        ("  ", 311),
        ("upplands", ["0114", "0139"]),
        ("0139", ["0139"]),
        ("24", 16),
        ("håbo", ["0305", "0643"]),
        ("xyzzyq", []),
    ],
)
def test_search_by_words_and_the_beginning_of_a_code(query: str, codes: list[str] | int) -> None:
    found = [place.code for place in PLACES.search(query)]
    assert (len(found) if isinstance(codes, int) else found) == codes


def test_a_name_that_several_have_is_asked_about() -> None:
    lund = PLACES.find("1281")
    twins = Places([replace(lund, code="9991"), replace(lund, code="9992")])
    assert twins.find("9992").code == "9992"
    with pytest.raises(UsageError, match="Lunds kommun \\(9991\\), Lunds kommun \\(9992\\); say which by its code") as caught:
        twins.find("lund")
    assert caught.value.diagnostics[0].code == "ambiguous-place"


def test_the_county_of_a_place_and_of_a_county() -> None:
    skane = PLACES.find("12")
    assert PLACES.county(PLACES.find("1281")) is skane is PLACES.county(skane)


def test_genitives() -> None:
    own = {place.code: place.genitive for place in PLACES.all}
    assert (own["1281"], own["1480"], own["12"], own["14"]) == (
        "Lunds kommuns",
        "Göteborgs Stads",
        "Länsstyrelsen Skånes",
        "Länsstyrelsen Västra Götalands",
    )


def test_numbers_and_uniqueness() -> None:
    assert (len(PLACES.municipalities), len(PLACES.counties)) == (290, 21)
    assert len({file_stem(place, "standard") for place in PLACES.all}) == 311
    assert sum(len(PLACES.members(county)) for county in PLACES.counties) == 290
    assert len(PLACES.members(PLACES.find("14"))) == 49


@given(any_place)
def test_each_is_found_by_code_and_own_name_in_any_spelling(place: Place) -> None:
    assert PLACES.find(place.code) is place
    for name in (place.own_name, place.legal_name):
        assert PLACES.find(name) is place
        assert PLACES.find(unicodedata.normalize("NFD", name.upper())) is place
        assert place in PLACES.search(name)


@given(st.text(max_size=30))
def test_whatever_is_typed_ends_in_a_place_or_a_clear_word(query: str) -> None:
    try:
        assert PLACES.find(query) in PLACES.all
    except UsageError as error:
        assert error.diagnostics[0].hint


def test_data_is_the_owners() -> None:
    shared = Path(__file__).parents[3] / "shared" / "data" / "municipalities.csv"
    ours = Path(__file__).parents[2] / "deck" / "places" / "data" / "municipalities.csv"
    rows = list(csv.DictReader(ours.read_text(encoding="utf-8").splitlines()))
    assert rows[0]["code"] == "0114"
    if shared.exists():
        assert ours.read_bytes() == shared.read_bytes()
