"""A county's map: every member named, no leaders cross, no words lie on each other, in all 21 counties."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import combinations

import pytest
from layout_forms import shapes_of, words_box
from layout_made import place

from deck.compose.county import county_areas, county_around
from deck.geometry import Box, pt
from deck.layout.areas import within
from deck.layout.context import ChosenSpot, LaidBlock
from deck.layout.county_map import MOST_LABELS, alphabetic, drawn, place_county, pushed
from deck.layout.leaders import Leader, crossing, distance
from deck.layout.maps import place_map
from deck.layout.model import Freeform, PlacedShape
from deck.layout.shapes import line_width
from deck.layout.zone import PX
from deck.places import load_places
from deck.presentation import Map

PLACES = load_places()
COUNTIES = {county.stem: county.code for county in PLACES.counties}
ZONE = place(864, 360)
"""1,152 x 480 px."""


@lru_cache(maxsize=32)
def county(code: str, own: str | None = None) -> Map:
    return Map(county_areas(PLACES, code), "Karta", "", own, county_around(PLACES, code), named=True)


def by_key(outcome: LaidBlock | None) -> dict[str, PlacedShape]:
    assert outcome is not None and not outcome.troubles
    return {shape.key: shape for shape in shapes_of(outcome)}


def leaders(shapes: dict[str, PlacedShape]) -> dict[str, Leader]:
    found = {}
    for key, shape in shapes.items():
        if key.startswith("leader:"):
            code = key.partition(":")[2]
            dot = shapes[f"dot:{code}"].box
            end = dot.x + dot.w // 2, dot.y + dot.h // 2
            left = shapes[f"label:{code}"].align == "r"
            box = shape.box
            falls = not shape.flip_v
            start = (box.x, box.y if falls else box.bottom) if left else (box.right, box.bottom if falls else box.y)
            assert end == ((box.right, box.bottom if falls else box.y) if left else (box.x, box.y if falls else box.bottom))
            found[code] = Leader(start, end, left)
    return found


def all_apart(shapes: dict[str, PlacedShape]) -> None:
    spoken = [shape for shape in shapes.values() if shape.paragraphs]
    for one, two in combinations(spoken, 2):
        common = words_box(one).intersection(words_box(two))
        assert common.w <= pt(1) or common.h <= pt(1), (one.key, two.key)


def all_in(shapes: dict[str, PlacedShape], frame: Box) -> None:
    for shape in shapes.values():
        assert frame.contains(shape.box, pt(0.5)), shape.key


@pytest.mark.parametrize("code", COUNTIES.values(), ids=COUNTIES)
def test_every_member_is_named_and_is_a_shape_of_its_own(code: str) -> None:
    block = county(code)
    shapes = by_key(place_county(block, ZONE))
    assert [shapes[f"area:{area.code}"].name for area in block.areas] == [area.name for area in block.areas]
    assert all(isinstance(shapes[f"area:{area.code}"].geometry, Freeform) for area in block.areas)
    assert {shapes[f"label:{area.code}"].paragraphs[0].text for area in block.areas} == {area.name for area in block.areas}
    assert ("around" in shapes) == bool(block.around)
    assert min(shape.size_pt for key, shape in shapes.items() if key.startswith(("label:", "key:"))) >= 18
    all_apart(shapes)
    all_in(shapes, ZONE.spot.box)


@pytest.mark.parametrize("code", [code for code in COUNTIES.values() if len(county(code).areas) <= MOST_LABELS])
def test_leaders_do_not_cross_and_end_within_their_areas_clear_of_each_other(code: str) -> None:
    block = county(code)
    shapes = by_key(place_county(block, ZONE))
    lines = leaders(shapes)
    assert len(lines) == len(block.areas)
    assert not [(a, b) for (a, one), (b, two) in combinations(lines.items(), 2) if crossing(one, two)]
    for code_, line in lines.items():
        area = shapes[f"area:{code_}"]
        assert isinstance(area.geometry, Freeform)
        assert within(area.geometry.rings, (line.end[0] - area.box.x, line.end[1] - area.box.y))  # type: ignore[arg-type]
        label = shapes[f"label:{code_}"].box
        assert label.y <= line.start[1] <= label.bottom
        near = [other for other in lines.values() if other is not line and distance(other.end, line) < 4.5 * PX]
        assert not near, code_


@pytest.mark.parametrize(("code", "size", "count"), [("06", 22, 13), ("01", 20, 26), ("12", 18, 33), ("09", 22, 1)])
def test_sizes_follow_how_many_they_are(code: str, size: float, count: int) -> None:
    shapes = by_key(place_county(county(code), ZONE))
    labels = [shape for key, shape in shapes.items() if key.startswith("label:")]
    assert len(labels) == count and {label.size_pt for label in labels} == {size}
    sides = [label.align for label in labels]
    assert abs(sides.count("r") - sides.count("l")) <= 1
    assert all(line_width(shape.paragraphs[0].text, "Arial", size) <= shape.box.w for shape in labels)


def test_over_so_many_members_numerals_and_a_list() -> None:
    block = county("14")
    shapes = by_key(place_county(block, ZONE))
    assert not any(key.startswith("leader:") for key in shapes)
    for n, area in enumerate(alphabetic(block.areas), 1):
        assert shapes[f"number:{area.code}"].paragraphs[0].text == shapes[f"key:{area.code}"].paragraphs[0].text == str(n)
        assert shapes[f"label:{area.code}"].paragraphs[0].text == area.name
    numerals = [shape.box for key, shape in shapes.items() if key.startswith("number:")]
    assert not [1 for one, two in combinations(numerals, 2) if one.overlaps(two, PX)]
    assert {shape.size_pt for key, shape in shapes.items() if key.startswith("number:")} == {12}
    assert [area.name for area in alphabetic(block.areas)][-3:] == ["Vänersborg", "Åmål", "Öckerö"]


def test_numerals_stand_near_their_areas() -> None:
    shapes = by_key(place_county(county("14"), ZONE))
    for area in county("14").areas:
        one, other = shapes[f"area:{area.code}"].box, shapes[f"number:{area.code}"].box
        grown = Box(one.x - 24 * PX, one.y - 24 * PX, one.w + 48 * PX, one.h + 48 * PX)
        assert grown.overlaps(other), area.name


def test_the_own_one_is_told_by_fill_and_weight() -> None:
    shapes = by_key(place_county(county("12", "1281"), ZONE))
    assert shapes["label:1281"].bold and not shapes["label:1280"].bold
    assert shapes["area:1281"].fill != shapes["area:1280"].fill
    assert list(shapes)[[key.startswith("area:") for key in shapes].count(True)] == "area:1281", "on top of its neighbours"
    numbered = by_key(place_county(county("14", "1480"), ZONE))
    own, other = numbered["area:1480"], numbered["area:1401"]
    assert own.line is not None and other.line is not None and own.line.width > 2 * other.line.width
    assert numbered["label:1480"].bold


@pytest.mark.parametrize("size", [(620, 400), (460, 360), (330, 330), (150, 120)])
@pytest.mark.parametrize("code", ["06", "12", "14"])
def test_narrower_places(code: str, size: tuple[int, int]) -> None:
    """Numerals with a list, on two slides where they must be; at last a map without names."""
    where: ChosenSpot = place(*size)
    found = place_county(county(code), where)
    if found is None:
        assert place_map(county(code), where).parts[0][0].slot == where.slot  # type: ignore[union-attr]
        return
    assert not found.troubles and len(found.parts) <= 2
    for page in found.parts:
        shapes = {shape.key: shape for shape in page[0].children}  # type: ignore[union-attr]
        all_in(shapes, where.spot.box)
        all_apart(shapes)
    shown = {shape.key for shape in shapes_of(found)}
    assert all(f"label:{area.code}" in shown and f"area:{area.code}" in shown for area in county(code).areas)


def test_where_the_borders_come_from_stands_under_the_map() -> None:
    for code in ("06", "14"):
        shapes = by_key(place_county(replace(county(code), caption="Källa: SCB"), ZONE))
        areas = [shape.box for key, shape in shapes.items() if key.startswith("area:")]
        assert shapes["caption"].box.y >= max(box.bottom for box in areas) and shapes["caption"].size_pt >= 18
        all_apart(shapes)


def test_neighbours_are_clipped_to_the_panel_and_drawn_as_one() -> None:
    block = county("06")
    found = drawn(block.areas, block.around, 536 * PX, 480 * PX, 16 * PX)
    assert all(0 <= x <= 536 * PX + 4000 and 0 <= y <= 480 * PX + 4000 for ring in found.around for x, y in ring)
    assert drawn(block.areas, block.around, 536 * PX, 480 * PX, 16 * PX) is found
    assert min(box.y for box, _ in found.members) >= 15 * PX


def test_points_are_pushed_apart_and_no_further() -> None:
    alone = [(100, 100), (300, 300)]
    assert pushed(alone, 23, 18, 500, 500) == alone
    heap = pushed([(50, 50)] * 9, 23, 18, 500, 500)
    boxes = [Box(x - 11, y - 9, 22, 17) for x, y in heap]
    assert not [1 for one, two in combinations(boxes, 2) if one.overlaps(two)]
    assert all(abs(x - 50) < 120 and abs(y - 50) < 120 for x, y in heap)
