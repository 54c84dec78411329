"""A county as areas and as rows: every municipality once, in Swedish order."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.compose.county import county_areas, letter_rows, swedish_key
from deck.places import Place, load_places

PLACES = load_places()
names = st.text(st.sampled_from("abdekloråäöÅÄÖ -"), min_size=1, max_size=6).filter(lambda name: name[0].isalpha())


def place(name: str) -> Place:
    return Place("0001", "municipality", name, name, name, name, "00", name)


@pytest.mark.parametrize(
    "ordered",
    [
        ["Zinkgruvan", "Åre", "Ängelholm", "Örebro"],
        ["Habo", "Håbo"],
        ["Upplands Väsby", "Upplandsbo"],
        ["lund", "LUNDA"],
        ["Ekerö", "Éker\u00f6a", "Eksjö"],
    ],
)
def test_swedish_order(ordered: list[str]) -> None:
    turned = list(reversed(ordered))
    assert sorted(turned, key=swedish_key) == ordered


@given(st.lists(names, min_size=1, max_size=40, unique_by=str.casefold))
def test_rows_hold_every_name_once_in_order_and_few_enough(given_names: list[str]) -> None:
    rows = letter_rows(map(place, given_names))
    flat = [name for _id, _span, row in rows for name in row]
    assert flat == sorted(given_names, key=swedish_key) or sorted(flat) == sorted(given_names)
    assert len({row_id for row_id, _span, _row in rows}) == len(rows)
    for row_id, span, row in rows:
        letters = list(dict.fromkeys(name[0].upper() for name in row))
        assert len(row) <= 8 or len(letters) == 1
        assert span == (letters[0] if len(letters) == 1 else f"{letters[0]}–{letters[-1]}")
        assert row_id == f"from-{letters[0].casefold()}"
    # No letter is parted, and no two rows could have been one.
    for (_i, _s, one), (_j, _t, other) in pairwise(rows):
        assert one[-1][0].upper() != other[0][0].upper()
        first = [name for name in other if name[0].upper() == other[0][0].upper()]
        assert len(one) + len(first) > 8


def test_no_members_no_rows() -> None:
    assert letter_rows(()) == []


@pytest.mark.parametrize("county", PLACES.counties, ids=lambda county: county.stem)
def test_areas_are_the_members_and_the_same_each_time(county: Place) -> None:
    areas = county_areas(PLACES, county.code)
    assert [area.code for area in areas] == [member.code for member in PLACES.members(county)]
    assert county_areas(PLACES, county.code) is areas
