"""A place lit among its neighbours: borders in a plane, clipped to a panel. Pure; the borders are the package's own (borders.py).

Equirectangular at the place's middle latitude: near enough for a picture some hundred kilometres across, and straight lines
stay straight."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from deck.places.border import Ring
from deck.places.borders import by_code, in_frame

Position = tuple[float, float]
Points = tuple[tuple[int, int], ...]
DEGREE_KM = 111.2
"""A degree of latitude, in km."""
CLOSEST_KM = 24.0
"""So wide at least is what the lit place is fitted into, so that a small place shows its neighbours."""
NEAR = 1.0
"""Points nearer than this many units to the line that they break, or to the one before, are left out."""


SPECK = 30
"""Twice the area, in square units, under which an island of a silhouette is left out."""


@dataclass(frozen=True, slots=True)
class PanelFrame:
    """A panel in whole units of any kind: its size, what the lit place is fitted into, and where that has its middle."""

    width: int
    height: int
    fit_width: int
    fit_height: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class PanelView:
    """Rings in the panel's units, all within it: municipalities of other counties, of the own, and what is lit."""

    others: tuple[Points, ...]
    own: tuple[Points, ...]
    lit: tuple[Points, ...]

    @property
    def count(self) -> int:
        return sum(len(ring) for rings in (self.others, self.own, self.lit) for ring in rings)


@dataclass(frozen=True, slots=True)
class PanelPlane:
    """Degrees to units: x = (longitude - `lon`) * `scale` * `narrow` + `x`, y downwards."""

    lon: float
    lat: float
    narrow: float
    scale: float
    x: float
    y: float

    def all_at(self, points: Iterable[Position]) -> list[Position]:
        lon, lat, narrow, scale, x, y = self.lon, self.lat, self.narrow, self.scale, self.x, self.y
        return [((east - lon) * narrow * scale + x, (lat - north) * scale + y) for east, north in points]

    def degrees(self, x: float, y: float) -> Position:
        """Longitude and latitude of a point of the panel."""
        return (x - self.x) / (self.narrow * self.scale) + self.lon, self.lat - (y - self.y) / self.scale


def plane_of(rings: Iterable[Ring], frame: PanelFrame, closest_km: float = CLOSEST_KM) -> PanelPlane:
    """The plane in which the rings fit the frame's box, around its middle; never closer than `closest_km`."""
    points = [point for ring in rings for point in ring]
    west, east = min(x for x, _y in points), max(x for x, _y in points)
    south, north = min(y for _x, y in points), max(y for _x, y in points)
    lat = (south + north) / 2
    narrow = math.cos(math.radians(lat))
    scale = min(frame.fit_width / max((east - west) * narrow, 1e-9), frame.fit_height / max(north - south, 1e-9))
    if closest_km:
        scale = min(scale, frame.fit_width * DEGREE_KM / closest_km)
    return PanelPlane((west + east) / 2, lat=lat, narrow=narrow, scale=scale, x=frame.x, y=frame.y)


@lru_cache(maxsize=1_024)
def view_of(lit: tuple[str, ...], frame: PanelFrame) -> PanelView:
    """What the panel shows around the municipalities of these codes (all of one county)."""
    chosen = frozenset(lit)
    known = by_code()
    home = known[lit[0]].county_code
    plane = plane_of([ring for code in lit for ring in known[code].rings], frame)
    tones: dict[str, list[Points]] = {"others": [], "own": [], "lit": []}
    (west, north), (east, south) = plane.degrees(0, 0), plane.degrees(frame.width, frame.height)
    for border in in_frame((west, south, east, north)):
        tone = "lit" if border.code in chosen else "own" if border.county_code == home else "others"
        tones[tone] += clipped(border.rings, plane, frame.width, frame.height)
    return PanelView(*(tuple(rings) for rings in tones.values()))


@lru_cache(maxsize=1_024)
def silhouette(lit: tuple[str, ...], width: int, height: int) -> tuple[Points, ...]:
    """The outline of these municipalities alone, as large as the box lets it be, in its middle."""
    chosen = frozenset(lit)
    rings = outline([ring for code in sorted(chosen & by_code().keys()) for ring in by_code()[code].rings])
    frame = PanelFrame(width, height=height, fit_width=width, fit_height=height, x=width // 2, y=height // 2)
    found = clipped(rings, plane_of(rings, frame, 0), width, height)
    return tuple(ring for ring in found if _size(ring) >= SPECK) or tuple(found)


def outline(rings: list[Ring]) -> list[Ring]:
    """Around areas that lie side by side, without the borders between them: a line that two of them have is in neither's
    outline. Where
    the borders do not meet point by point, they stay."""
    edges: Counter[tuple[Position, Position]] = Counter()
    for ring in rings:
        for start, end in pairwise(ring if ring[0] == ring[-1] else (*ring, ring[0])):
            if edges[end, start]:
                edges[end, start] -= 1
            elif start != end:
                edges[start, end] += 1
    after: dict[Position, list[Position]] = {}
    for start, end in edges.elements():
        after.setdefault(start, []).append(end)
    found: list[Ring] = []
    while after:
        start = next(iter(after))
        ring = [start]
        while (following := after.get(ring[-1])) is not None:
            following_point = following.pop()
            if not following:
                del after[ring[-1]]
            ring.append(following_point)
            if following_point == start:
                break
        if len(ring) > 3:
            found.append(tuple(ring))
    return found


def clipped(rings: Iterable[Ring], plane: PanelPlane, width: int, height: int) -> list[Points]:
    """Rings within 0, 0 to `width`, `height`, in whole units, without points that show no bend; what has no area is left out."""
    found = []
    for ring in rings:
        points = plane.all_at(ring)
        if len(points) > 1 and points[0] == points[-1]:
            points.pop()
        thin = _thinned([(round(x), round(y)) for x, y in _within(points, width, height)])
        if len(thin) > 2 and _size(thin) > 0:
            found.append(thin)
    return found


def _within(points: Sequence[Position], width: int, height: int) -> Sequence[Position]:
    """Sutherland and Hodgman's clipping of a polygon, one side of the panel after another."""
    if not points:
        return points
    xs, ys = [x for x, _y in points], [y for _x, y in points]
    west, east, north, south = min(xs), max(xs), min(ys), max(ys)
    if west >= 0 and north >= 0 and east <= width and south <= height:
        return points
    if east < 0 or south < 0 or west > width or north > height:
        return []
    for axis, edge, sign in ((0, 0.0, 1), (0, float(width), -1), (1, 0.0, 1), (1, float(height), -1)):
        if all((point[axis] - edge) * sign >= 0 for point in points):
            continue
        result: list[Position] = []
        for n, here in enumerate(points):
            before = points[n - 1]
            inside, was = (here[axis] - edge) * sign >= 0, (before[axis] - edge) * sign >= 0
            if inside != was:
                share = (edge - before[axis]) / (here[axis] - before[axis])
                result.append((before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])))
            if inside:
                result.append(here)
        points = result
        if not points:
            break
    return points


def _thinned(points: list[tuple[int, int]]) -> Points:
    """Without repetitions and without points on the line between those beside them."""
    kept: list[tuple[int, int]] = []
    last = None
    for point in points:
        if point == last:
            continue
        while len(kept) > 1 and _straight(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
        last = point
    while len(kept) > 2 and (kept[0] == kept[-1] or _straight(kept[-2], kept[-1], kept[0])):
        kept.pop()
    return tuple(kept)


def _straight(one: tuple[int, int], middle: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether the middle lies on the way from one to the other, but for less than can be seen."""
    (ax, ay), (bx, by) = one, middle
    dx, dy, to_x, to_y = other[0] - ax, other[1] - ay, bx - ax, by - ay
    square = dx * dx + dy * dy
    if not square:
        return middle == one
    # Both sides times the length of the way.
    across, long = abs(dx * to_y - dy * to_x), math.sqrt(square)
    return across < NEAR * long and -NEAR * long <= dx * to_x + dy * to_y <= square + NEAR * long


def _size(ring: Points) -> float:
    """Twice a ring's area."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, (*ring[1:], ring[0]), strict=True)))
