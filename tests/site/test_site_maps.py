"""Maps as SVG: well formed, within their frame, a link for each municipality."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from deck.places import Place, load_places
from deck.site.maps import PANEL, county_areas, county_svg, mark_svg, panel_svg

PLACES = load_places()


def points(data: str) -> list[tuple[int, int]]:
    """The corners of relative path data."""
    found = []
    for ring in re.findall(r"M[^z]+z", data):
        x, y = map(int, re.match(r"M(-?\d+) (-?\d+)", ring).groups())  # type: ignore[union-attr]
        found.append((x, y))
        for dx, dy in re.findall(r"(-?\d+) (-?\d+)", ring.partition("l")[2]):
            x, y = x + int(dx), y + int(dy)
            found.append((x, y))
    return found


@pytest.mark.parametrize("code", ["1281", "0980", "2584", "12", "14"])
def test_a_panel_lights_the_place_within_its_frame(code: str) -> None:
    tree = etree.fromstring(panel_svg(PLACES.find(code), PLACES))
    lit = [path for path in tree if path.get("class") == "lit"]
    assert len(lit) == 1
    for path in tree:
        corners = points(path.get("d", ""))
        assert corners and all(0 <= x <= PANEL.width and 0 <= y <= PANEL.height for x, y in corners)
    assert points(etree.fromstring(mark_svg(PLACES.find(code), PLACES))[0].get("d", ""))


@pytest.mark.parametrize("county", PLACES.counties, ids=lambda place: place.slug)
def test_every_municipality_of_a_county_is_a_link_on_its_map(county: Place) -> None:
    size, areas = county_areas(county, PLACES, lambda place: f"x/{place.code}")
    assert {area.address for area in areas} == {f"x/{place.code}" for place in PLACES.members(county)}
    for area in areas:
        corners = points(area.path)
        assert len(corners) > 2 and all(0 <= x <= size[0] and 0 <= y <= size[1] for x, y in corners)


def test_a_name_and_an_address_are_never_markup() -> None:
    svg = county_svg(PLACES.find("12"), PLACES, lambda _place: '"><script>')
    assert "<script" not in svg and etree.fromstring(svg) is not None
