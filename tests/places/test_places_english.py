"""Places as an English text calls them."""

from __future__ import annotations

import pytest

from deck.places import load_places, told_in


@pytest.mark.parametrize(
    ("place", "name", "own", "genitive"),
    [
        ("lund", "Lund", "Lund Municipality", "Lund Municipality’s"),
        ("malmö", "Malmö", "City of Malmö", "City of Malmö’s"),
        ("gotland", "Gotland", "Region Gotland", "Region Gotland’s"),
        ("skåne län", "Skåne County", "Skåne County Administrative Board", "Skåne County Administrative Board’s"),
        ("14", "Västra Götaland County", "Västra Götaland County Administrative Board", None),
    ],
)
def test_what_kind_of_place_it_is_is_said_in_english(place: str, name: str, own: str, genitive: str | None) -> None:
    found = told_in(load_places().find(place), "en")
    assert (found.name, found.own_name) == (name, own)
    assert genitive in (None, found.genitive)


def test_in_swedish_and_by_code_nothing_changes() -> None:
    for place in load_places().all:
        assert told_in(place, "sv") == place
        told = told_in(place, "en")
        assert (told.code, told.stem, told.kind) == (place.code, place.stem, place.kind)
        assert "kommun" not in told.own_name.casefold() and " län" not in f"{told.own_name} {told.name}".casefold()
