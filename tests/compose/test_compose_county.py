"""A county as areas, with what lies about it; names in Swedish order."""

from __future__ import annotations

import pytest

from deck.compose.county import alphabetical_key, county_areas, county_around
from deck.places import Place, load_places

PLACES = load_places()


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
    assert sorted(turned, key=lambda name: alphabetical_key(name, "sv")) == ordered


def test_danish_order() -> None:
    ordered = ["Brønderslev", "Læsø", "Aabenraa", "Aalborg", "Århus"]
    assert sorted(set(ordered), key=lambda name: alphabetical_key(name, "da")) == ordered


@pytest.mark.parametrize("county", PLACES.counties, ids=lambda county: county.stem)
def test_areas_are_the_members_and_the_same_each_time(county: Place) -> None:
    areas = county_areas(PLACES, county.code)
    assert [area.code for area in areas] == [member.code for member in PLACES.members(county)]
    assert county_areas(PLACES, county.code) is areas


@pytest.mark.parametrize("county", PLACES.counties, ids=lambda county: county.stem)
def test_what_lies_about_a_county_is_others_and_all_neighbours(county: Place) -> None:
    own, around = county_areas(PLACES, county.code), county_around(PLACES, county.code)
    assert not {area.code for area in own} & {area.code for area in around}
    points = {point for area in own for ring in area.rings for point in ring}
    touching = {
        area.code
        for other in PLACES.counties
        if other.code != county.code
        for area in county_areas(PLACES, other.code)
        if any(point in points for ring in area.rings for point in ring)
    }
    assert touching <= {area.code for area in around}
    assert bool(around) == (county.code != "09")  # Gotland has none in sight


def test_a_county_that_is_not_has_nothing_about_it() -> None:
    assert county_around(PLACES, "99") == ()
