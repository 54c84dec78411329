"""The corner points of free shapes."""

from __future__ import annotations

import pytest
from drawing_made import free, only, package, shape

from deck.drawing.names import NSMAP
from deck.drawing.rings import rings_of
from deck.geometry import Box
from deck.package import parse_xml

BOX = Box(100, 200, 1000, 500)


def rings(path: str, size: str = 'w="100" h="50"', box: Box = BOX):
    names = f'xmlns:a="{NSMAP["a"]}"'
    xml = f"<a:custGeom {names}><a:pathLst><a:path {size}>{path}</a:path></a:pathLst></a:custGeom>"
    return rings_of(parse_xml(xml.encode()), box)


def step(name: str, *points: tuple[int, int]) -> str:
    corners = "".join(f'<a:pt x="{x}" y="{y}"/>' for x, y in points)
    return f"<a:{name}>{corners}</a:{name}>"


def test_a_path_is_scaled_to_the_box_and_each_beginning_is_a_ring() -> None:
    first = step("moveTo", (0, 0)) + step("lnTo", (100, 0)) + step("lnTo", (100, 50)) + "<a:close/>"
    second = step("moveTo", (10, 10)) + step("lnTo", (20, 10))
    assert rings(first + second) == (((0, 0), (1000, 0), (1000, 500)), ((100, 100), (200, 100)))


@pytest.mark.parametrize("curve", [("cubicBezTo", (0, 100), (100, 100), (100, 0)), ("quadBezTo", (50, 150), (100, 0))])
def test_a_curve_is_points_along_it(curve: tuple[str, tuple[int, int]]) -> None:
    """A wave from edge to edge is no straight line: half-way it is three quarters as low as its control points."""
    name, *points = curve
    (ring,) = rings(step("moveTo", (0, 0)) + step(name, *points), 'w="100" h="100"', Box(0, 0, 1000, 1000))
    assert ring[0] == (0, 0) and ring[-1] == (1000, 0) and max(y for _x, y in ring) == pytest.approx(750, abs=10)
    assert len(ring) > 8 and [x for x, _y in ring] == sorted(x for x, _y in ring)


def test_a_coast_s_short_curves_are_their_end_points() -> None:
    assert rings(step("moveTo", (0, 0)) + step("cubicBezTo", (0, 1), (1, 2), (2, 2))) == (((0, 0), (20, 20)),)


@pytest.mark.parametrize("size", ["", 'w="0" h="0"'])
def test_a_path_without_a_size_has_the_box_s(size: str) -> None:
    assert rings(step("moveTo", (3, 4)) + step("lnTo", (7, 8)), size) == (((3, 4), (7, 8)),)


def test_nothing_has_no_rings() -> None:
    assert rings_of(None, BOX) == () and rings("") == () and rings('<a:arcTo wR="5" hR="5" stAng="0" swAng="60000"/>') == ()


def test_a_stranger_s_rings_are_bounded() -> None:
    many = "".join(f"<a:path>{step('moveTo', (0, 0))}</a:path>" for _ in range(6000))
    xml = f'<a:custGeom xmlns:a="{NSMAP["a"]}"><a:pathLst>{many}</a:pathLst></a:custGeom>'
    assert len(rings_of(parse_xml(xml.encode()), BOX)) == 5001


@pytest.mark.parametrize(("radius", "points"), [(399_999, 6), (400_000, 23)])
def test_a_large_arc_has_more_points(radius: int, points: int) -> None:
    """A quarter turn: a point each 15 degrees, or each 4."""
    (ring,) = rings(step("moveTo", (0, 0)) + f'<a:arcTo wR="{radius}" hR="5" stAng="0" swAng="5400000"/>')
    assert len(ring) == 1 + points


def test_an_arc_is_points_along_it() -> None:
    start = '<a:moveTo><a:pt x="0" y="50"/></a:moveTo>'
    halves = "".join(f'<a:arcTo wR="50" hR="50" stAng="{angle}" swAng="10800000"/>' for angle in (10_800_000, 0))
    found = only(package(shape(props=free(f"{start}{halves}<a:close/>"))))
    (ring,) = found.rings
    assert len(ring) == 25 and not found.open_path
    assert all(abs(((x - 500) ** 2 + (y - 500) ** 2) ** 0.5 - 500) < 12 for x, y in ring)
    assert {(0, 500), (500, 0), (1000, 500), (500, 1000)} <= set(ring)


def test_an_arc_of_nonsense_is_no_exception() -> None:
    steps = '<a:arcTo wR="x" hR="5" stAng="1e9" swAng="999999999999"/><a:moveTo><a:pt x="1" y="1"/></a:moveTo><a:arcTo/>'
    assert len(only(package(shape(props=free(steps)))).rings[0]) < 100


def test_corners_that_are_hardly_apart_are_one() -> None:
    """A coast of thousands of corners is asked about point by point."""
    coast = "".join(f'<a:lnTo><a:pt x="{n}" y="{n % 2}"/></a:lnTo>' for n in range(1, 10_001))
    (ring,) = rings(f'<a:moveTo><a:pt x="0" y="0"/></a:moveTo>{coast}', 'w="10000" h="5000"', Box(0, 0, 12_192_000, 6_096_000))
    assert len(ring) < 601 and ring[0] == (0, 0) and ring[-1][0] > 12_160_000
