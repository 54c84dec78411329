"""Borders: each municipality's rings, whole and closed, within Sweden."""

from __future__ import annotations

import pytest

from deck.places import load_places
from deck.places.borders import borders_of

PLACES = load_places()


@pytest.mark.parametrize("county", PLACES.counties, ids=lambda place: place.stem)
def test_a_countys_borders_are_its_municipalities_by_code(county) -> None:
    borders = borders_of(county.code)
    assert [(border.code, border.name) for border in borders] == [(place.code, place.name) for place in PLACES.members(county)]
    for border in borders:
        assert border.rings
        for ring in border.rings:
            assert len(ring) >= 4 and ring[0] == ring[-1]
            assert all(10 < lon < 25 and 55 < lat < 70 for lon, lat in ring)
    assert PLACES.borders(county.code) == borders


@pytest.mark.parametrize("code", ["", "99", "1281", "skåne"])
def test_an_unknown_county_has_none(code: str) -> None:
    assert borders_of(code) == ()
