"""A county's map: shapes as on a Swedish map, the own one told apart."""

# pyright: reportAttributeAccessIssue=false

from __future__ import annotations

from dataclasses import replace

import pytest
from layout_made import MAP, group_of, place

from deck.compose.county import county_areas
from deck.geometry import Box, pt
from deck.layout.maps import GRID, aspect, place_map, project, shapes_of
from deck.places import load_places
from deck.presentation import Map, SlideKind

PLACES = load_places()


@pytest.mark.parametrize(
    ("kind", "role"), [("object", "object"), ("two-content", "right"), ("picture", "picture"), ("content", "body")]
)
def test_a_map_names_its_own_area_in_words(kind: SlideKind, role: str) -> None:
    group = group_of(MAP, kind, role)
    areas = [child for child in group.children if child.key.startswith("area:")]
    assert [child.key for child in areas] == ["area:01", "area:03", "area:02"]
    assert areas[-1].fill != areas[0].fill
    assert {child.fill for child in areas[:-1]} == {areas[0].fill}
    by_key = {child.key: child for child in group.children}
    assert by_key["label"].paragraphs[0].text == "Öster"
    assert by_key["caption"].paragraphs[0].text == "Källa: SCB"
    assert not by_key["label"].box.overlaps(areas[-1].box)
    # A degree of longitude is about cos(57.5°) of one of latitude, there.
    assert areas[-1].box.w / areas[-1].box.h == pytest.approx(0.54, abs=0.02)
    # The leader ends within the area.
    assert areas[-1].box.contains(Box(by_key["leader"].box.x, by_key["leader"].box.y, 1, 1))


AREAS = MAP.areas


def test_north_is_up_and_east_to_the_right_and_shapes_keep_their_form() -> None:
    west, east, north = (box for box, _path in shapes_of(AREAS, pt(400), pt(400)))
    assert east.x > west.x and north.y < west.y
    assert west.w == pytest.approx(east.w, rel=0.02) and north.w < west.w
    assert max(box.bottom for box in (west, east, north)) <= pt(400) + 8_000


def test_neighbours_share_their_border() -> None:
    rings = [
        {(box.x + x, box.y + y) for ring in path.points for x, y in ring} for box, path in shapes_of(AREAS, pt(400), pt(400))
    ]
    assert len(rings[0] & rings[1]) >= 2 and len(rings[0] & rings[2]) >= 2


@pytest.mark.parametrize("county", PLACES.counties, ids=lambda county: county.stem)
def test_every_county_is_drawn_whole_on_its_grid(county) -> None:
    areas = county_areas(PLACES, county.code)
    drawn = shapes_of(areas, pt(300), pt(300))
    assert len(drawn) == len(areas)
    for box, path in drawn:
        assert box.x >= 0 and box.y >= 0 and box.w > 0 and box.h > 0
        for ring in path.points:
            assert len(ring) > 2 and ring[0] != ring[-1]
            assert all(0 <= x <= box.w and 0 <= y <= box.h for x, y in ring)
    wide, high = max(box.right for box, _ in drawn), max(box.bottom for box, _ in drawn)
    assert wide / high == pytest.approx(aspect(areas), rel=0.03) and max(wide, high) == pytest.approx(pt(300), abs=2 * GRID)
    assert project(areas) is project(areas)


@pytest.mark.parametrize(("width", "height", "fits"), [(600, 300, True), (200, 400, True), (150, 100, False), (60, 60, False)])
def test_a_place_too_small_is_complained_of(width: int, height: int, fits: bool) -> None:
    outcome = place_map(MAP, place(width, height))
    assert (not outcome.troubles) == fits and len(outcome.parts) == 1


def test_a_map_of_nothing_is_nothing() -> None:
    assert place_map(Map((), "", ""), place(600, 300)).parts == ((),)


def test_without_a_highlight_all_are_alike() -> None:
    (group,) = place_map(replace(MAP, highlight=None), place(600, 300)).parts[0]
    assert len({child.fill for child in group.children if child.key.startswith("area:")}) == 1
    assert "label" not in [child.key for child in group.children]
