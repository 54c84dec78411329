"""A place lit beside words: for every place nothing is outside the panel, its name is whole and stands on nothing else."""

# pyright: reportAttributeAccessIssue=false

from __future__ import annotations

from dataclasses import replace

import pytest
from layout_made import place

from deck.compose.county import county_areas, county_around, place_around
from deck.geometry import Box
from deck.layout.look import look
from deck.layout.model import Freeform, PlacedShape
from deck.layout.place_panel import UNIT, inside, place_panel
from deck.layout.shapes import line_width
from deck.places import load_places
from deck.presentation import Map
from deck.template.model import Ground
from deck.template.palette import palette_on

PLACES = load_places()
PANEL = Box(7_029_450, 1_447_800, 5_162_550, 4_572_000)


def map_of(code: str) -> Map:
    county = code[:2]
    around = county_around(PLACES, county) if code == county else place_around(PLACES, county, code)
    return Map(county_areas(PLACES, county), "Karta", "", None if code == county else code, around)


def drawn(block: Map, box: Box = PANEL) -> dict[str, PlacedShape]:
    spot = place(400, 300)
    (group,) = place_panel(block, replace(spot, spot=replace(spot.spot, box=box))).parts[0]
    return {shape.key: shape for shape in group.children}


@pytest.mark.parametrize("item", PLACES.all, ids=lambda item: item.code)
def test_all_is_within_the_panel_and_the_name_is_whole(item) -> None:
    shapes = drawn(map_of(item.code))
    for shape in shapes.values():
        assert PANEL.contains(shape.box, UNIT), shape.key
        if isinstance(shape.geometry, Freeform):
            for ring in shape.geometry.points:
                assert all(0 <= x <= shape.box.w and 0 <= y <= shape.box.h for x, y in ring)
    assert shapes["lit"].fill != shapes.get("county", shapes["lit"]).fill or "county" not in shapes
    if item.is_county:
        assert "label" not in shapes
        return
    label = shapes["label"]
    assert label.paragraphs[0].text == item.name
    assert label.box.w >= line_width(item.name, "Arial", label.size_pt, bold=True)
    if "leader" in shapes:
        assert not label.box.overlaps(shapes["lit"].box, UNIT) or label.box.y == PANEL.y
        assert shapes["lit"].box.contains(shapes["dot"].box.intersection(shapes["lit"].box))
    else:
        assert shapes["lit"].box.contains(label.box)


def test_most_names_stand_within_their_place() -> None:
    within = sum("leader" not in drawn(map_of(item.code)) for item in PLACES.municipalities)
    assert within >= 220


@pytest.mark.parametrize(
    "size", [(5_162_550, 4_572_000), (3_000_000, 4_500_000), (10_972_800, 3_000_000), (1_800_000, 1_500_000)]
)
def test_in_a_panel_of_another_shape_it_is_cut_at_the_edges(size: tuple[int, int]) -> None:
    box = Box(100_000, 200_000, *size)
    for code in ("1281", "0183", "2584", "12"):
        assert all(box.contains(shape.box, UNIT) for shape in drawn(map_of(code), box).values())


def test_a_caption_stands_under_the_panel() -> None:
    shapes = drawn(replace(map_of("1281"), caption="Karta: SCB"))
    assert shapes["caption"].box.bottom == PANEL.bottom
    assert all(shape.box.bottom <= shapes["caption"].box.y for key, shape in shapes.items() if key != "caption")


def test_on_a_dark_ground_land_is_seen_through() -> None:
    spot = place(400, 300)
    rgb = {"tx1": "FFFFFF", "bg1": "1C2547", "tx2": "CDD8F9", "bg2": "1C1915", "accent1": "B7C8FF", "accent2": "96918C"}
    dark = replace(spot, look=look(palette_on(Ground(("1C2547",)), rgb)))
    (group,) = place_panel(map_of("1281"), dark).parts[0]
    fills = {shape.key: shape.fill for shape in group.children if shape.fill is not None}
    assert fills["county"].alpha == 16_000 and fills["lit"].alpha == 100_000


@pytest.mark.parametrize(
    ("ring", "size", "found"),
    [
        (((0, 0), (100, 0), (100, 40), (0, 40)), (60, 20), True),
        (((0, 0), (100, 0), (100, 40), (0, 40)), (120, 20), False),
        (((0, 0), (100, 0), (100, 40), (0, 40)), (60, 50), False),
        (((0, 0), (100, 0), (0, 100)), (60, 60), False),
        (((0, 0), (100, 0), (100, 100), (60, 100), (60, 50), (40, 50), (40, 100), (0, 100)), (90, 30), True),
    ],
)
def test_where_a_name_has_room(ring: tuple[tuple[int, int], ...], size: tuple[int, int], found: bool) -> None:
    middle = inside((ring,), *size)
    assert (middle is not None) == found
