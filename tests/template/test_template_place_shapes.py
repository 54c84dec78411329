"""The place is lit on maps and stands as a silhouette: small, and told apart."""

from __future__ import annotations

import re
import zlib

import pytest
from template_branded import PLACES, PLAIN, brand, places_of

from deck.brand import load_brand
from deck.geometry import Box
from deck.package import parse_xml
from deck.template import brand_template
from deck.template.marks import MARKS, PlaceMark
from deck.template.place_shapes import PLACE_SHAPES, members_of


def test_the_place_is_lit_on_dark_layouts_and_in_every_footer() -> None:
    made = brand_template(PLAIN, brand())
    found = {layout.name: places_of(made).get(layout.part, []) for layout in made.layouts}
    three = ["Karta, andra län", "Karta, länet", "Karta, platsen"]
    assert found["Titel med karta"] == [name for name in three if name != "Karta, andra län"]
    assert found["Avsnitt med karta"] == found["Avslut med karta"] == [*three[1:], "Silhuett"]
    assert found["Citat, mörk"] == ["Silhuett"] and found["Rubrik och text"] == ["Silhuett, botten"]
    assert places_of(made)[made.layouts[0].master] == ["Silhuett"]
    for part in made.package.parts.values():
        assert not any(mark.encode() in part for mark in MARKS)


def test_a_place_that_nobody_knows_has_no_map() -> None:
    made = brand_template(PLAIN, brand(place="9999"))
    assert places_of(made) == {}


@pytest.mark.parametrize("query", ["1281", "14", "0183", "2584", "0980", "09"])
def test_a_map_is_small_and_its_ids_are_its_own(query: str) -> None:
    made = brand_template(PLAIN, load_brand(PLACES.find(query), PLACES))
    for part in places_of(made):
        data = made.package.parts[part]
        ids = re.findall(rb'<p:cNvPr id="(\d+)"', data)
        assert len(ids) == len(set(ids))
        assert len(zlib.compress(data)) - len(zlib.compress(PLAIN.package.parts[part])) < 20_000


@pytest.mark.parametrize(("code", "count"), [("1281", 1), ("12", 33), ("09", 1), ("9999", 0)])
def test_a_county_is_lit_by_its_members(code: str, count: int) -> None:
    assert len(members_of(code)) == count and all(member.startswith(code) for member in members_of(code))


@pytest.mark.parametrize("dark", [True, False])
@pytest.mark.parametrize("name", PLACE_SHAPES)
def test_what_is_drawn_lies_in_its_mark(name: str, dark: bool) -> None:
    """Borders of neighbours may end at the box; the place itself never does."""
    box = Box(1_000_000, 500_000, 2_000_000, 3_000_000)
    shapes = PLACE_SHAPES[name](PlaceMark(name, 7, box), members_of("1281"), dark)
    space = 'xmlns:p="p" xmlns:a="a"'
    root = parse_xml(f"<r {space}>{shapes}</r>".encode())
    paths = list(root.iter("{a}path"))
    assert paths
    for path in paths:
        w, h = int(path.get("w", "0")), int(path.get("h", "0"))
        points = [(int(pt.get("x", "-1")), int(pt.get("y", "-1"))) for pt in path.iter("{a}pt")]
        assert len(points) > 3 and all(0 <= x <= w and 0 <= y <= h for x, y in points)
