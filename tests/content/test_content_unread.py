"""What a file of figures holds that no slide shows is told."""

from __future__ import annotations

import pytest

from deck.content.unread import tell_unread
from deck.diagnostics import Diagnostics, Where
from deck.figures import Figures, Indicator, Observation, Unread
from deck.i18n import use


@pytest.fixture(autouse=True)
def english():
    use("en")
    yield
    use(None)


def told(figures: Figures, name: str = "a.csv") -> list[str]:
    found = Diagnostics()
    tell_unread(figures, name, Where("a.csv"), found)
    return list(map(str, found))


def of(*places: str) -> Figures:
    return Figures(tuple(Observation(place, place, Indicator("A", "A"), "2020", 1.0) for place in places))


def test_rows_are_told_by_their_numbers() -> None:
    [place, year] = told(Figures(unread=(Unread(3, "place"), Unread(7, "place"), Unread(9, "year"))))
    assert "row 3, 7: the amount has no place" in place and "row 9: the amount has no year" in year


def test_a_name_that_is_nearly_a_places_is_told_and_others_are_not() -> None:
    [line] = told(of("1281", "00", "Lnud", "Liknande kommuner, Lund", "Region Skåne"))
    assert '"Lnud"' in line and '"Lund"' in line
    assert '"9999"' in told(of("9999"))[0]


def test_the_file_is_named_where_the_place_of_the_message_is_another() -> None:
    assert "b.csv: row 3" in told(Figures(unread=(Unread(3, "year"),)), "b.csv")[0]
