"""What is painted at points of a slide: each shape where it truly lies, turned and flipped, each paint as it shows there."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from deck.drawing.color import mix
from deck.drawing.model import Paint, Scene, SceneShape
from deck.drawing.pictures import small_picture
from deck.drawing.presets import outline
from deck.geometry import EMU_PER_PT, Box
from deck.memory import Itself
from deck.package import Package

POINTS, LEAST_SIDE = 240, 4
"""Points that a box is looked at in, spread evenly, and the least number along a side."""
MOST_CORNERS = 20_000
"""A free shape of more is taken for its box."""
WIDE_LINE = round(2.5 * EMU_PER_PT)
"""A line from so many EMU on is an area: bars are drawn so, too."""
Mix = dict[str, float]
"""Colours that may show at a point, with the share of each: more than one where a shape's outline is not known."""
FULL_BOX = ("rect", "flowChartProcess", "actionButtonBlank", "frame", "bevel", "foldedCorner")
WHOLE_TURN = 21_600_000
GRID = 160
"""Pixels of a picture's longer side: what is finer is not read as another ground."""


def points_of(box: Box, points: int = POINTS) -> Iterator[tuple[float, float]]:
    """About so many points of a box, none on its edge."""
    wide, high = max(box.w, 1), max(box.h, 1)
    columns = min(max(round(math.sqrt(points * wide / high)), LEAST_SIDE), points // LEAST_SIDE)
    rows = max(points // columns, LEAST_SIDE)
    for row in range(rows):
        for column in range(columns):
            yield box.x + (column + 0.5) * wide / columns, box.y + (row + 0.5) * high / rows


def unturned(shape: SceneShape, x: float, y: float) -> tuple[float, float]:
    """The point in the shape's own coordinates, from its box's corner, before it was turned and flipped."""
    cx, cy = shape.box.x + shape.box.w / 2, shape.box.y + shape.box.h / 2
    dx, dy = x - cx, y - cy
    if shape.rotation % WHOLE_TURN:
        angle = -math.radians(shape.rotation / 60_000)
        cos, sin = math.cos(angle), math.sin(angle)
        dx, dy = dx * cos - dy * sin, dx * sin + dy * cos
    dx, dy = (-dx if shape.flip_h else dx), (-dy if shape.flip_v else dy)
    return dx + shape.box.w / 2, dy + shape.box.h / 2


def cover(shape: SceneShape, x: float, y: float) -> float:
    """How surely the shape covers a point: 1 where it does, 0 where not, a half where its outline is not known."""
    px, py = unturned(shape, x, y)
    wide, high = shape.box.w, shape.box.h
    if is_bar(shape):
        half = shape.line_width / 2
        return 1.0 if -half <= px <= wide + half and -half <= py <= high + half else 0.0
    if not (0 <= px <= wide and 0 <= py <= high):
        return 0.0
    if shape.kind == "picture" and shape.geometry in ("rect", "custom"):
        return 1.0
    if shape.geometry in FULL_BOX:
        return 1.0
    if shape.geometry == "ellipse":
        return float((2 * px / max(wide, 1) - 1) ** 2 + (2 * py / max(high, 1) - 1) ** 2 <= 1)
    if shape.geometry == "roundRect":
        radius = min(wide, high) * min(max(dict(shape.adjust).get("adj", 16_667), 0), 50_000) / 100_000
        dx, dy = max(radius - px, px - (wide - radius), 0.0), max(radius - py, py - (high - radius), 0.0)
        return float(dx * dx + dy * dy <= radius * radius)
    if shape.geometry == "custom":
        known = shape.rings and not shape.open_path and sum(map(len, shape.rings)) <= MOST_CORNERS
        return float(within(shape.rings, px, py)) if known else 0.5
    rings = _preset(shape.geometry, wide, high, shape.adjust)
    return float(within(rings, px, py)) if rings else 0.5


@lru_cache(maxsize=256)
def _preset(geometry: str, wide: int, high: int, adjust: tuple[tuple[str, int], ...]) -> tuple[tuple[tuple[int, int], ...], ...]:
    """A preset's corners from its box's, as rings; none where they are not known."""
    corners = outline(geometry, Box(0, 0, wide, high), adjust)
    return (corners,) if corners else ()


def is_bar(shape: SceneShape) -> bool:
    """A straight line so wide that it is an area, level or upright."""
    straight = shape.kind == "connector" or shape.geometry in ("line", "straightConnector1")
    return straight and shape.line_width >= WIDE_LINE and min(shape.box.w, shape.box.h) <= shape.line_width


def within(rings: Sequence[Sequence[tuple[int, int]]], x: float, y: float) -> bool:
    """Whether a point lies within rings, by the even-odd rule."""
    crossed = _crossed(Itself(rings), y)
    return (len(crossed) - bisect_right(crossed, x)) % 2 == 1


@lru_cache(maxsize=1_024)
def _crossed(rings: Itself[Sequence[Sequence[tuple[int, int]]]], y: float) -> list[float]:
    """Where a level line crosses rings, in order. Points are asked about row by row."""
    found: list[float] = []
    for ring in rings.value:
        x0, y0 = ring[-1]
        below = y0 > y
        for x1, y1 in ring:
            if (y1 > y) != below:
                below = not below
                found.append(x0 + (x1 - x0) * (y - y0) / (y1 - y0))
            x0, y0 = x1, y1
    found.sort()
    return found


def shade(package: Package, paint: Paint, share_x: float, share_y: float, aspect: float, under: Mix) -> Mix:
    """A paint's colours at a place of what it fills, as shares of its sides, upon `under`. `aspect`: width to height."""
    if paint.kind == "solid" and paint.alpha >= 0.999 and len(paint.colors) == 1:
        return {paint.colors[0]: 1.0}
    if paint.kind == "picture" and paint.part:
        found = pixel(package.parts.get(paint.part, b""), paint, share_x, share_y)
        options = [(*found, 1.0)] if found else [(color, paint.alpha, 1 / len(paint.colors)) for color in paint.colors]
    elif paint.kind == "gradient" and paint.stops:
        options = [(*blended(paint, share_x, share_y, aspect), 1.0)]
    else:
        options = [(color, paint.alpha, share) for color, share in _shares(paint)]
    if not options:
        return under
    found_mix: Mix = {}
    for color, alpha, share in options:
        for ground, part in under.items():
            shown = color if alpha >= 0.999 else mix(color, ground, alpha)
            found_mix[shown] = found_mix.get(shown, 0.0) + share * part
    return found_mix


def _shares(paint: Paint) -> list[tuple[str, float]]:
    if paint.kind == "pattern" and len(paint.colors) == 2:
        return [(paint.colors[0], paint.ink), (paint.colors[1], 1 - paint.ink)]
    return [(color, 1 / len(paint.colors)) for color in paint.colors]


def blended(paint: Paint, x: float, y: float, aspect: float = 1.0) -> tuple[str, float]:
    """A gradient's colour and alpha at a place (20.1.8.33 gradFill): along its line, or out from its middle."""
    if paint.focus is not None:
        fx, fy = paint.focus
        at = min(math.hypot((x - fx) / max(fx, 1 - fx), (y - fy) / max(fy, 1 - fy)), 1.0)
    else:
        cos, sin = math.cos(math.radians(paint.angle)), math.sin(math.radians(paint.angle))
        reach = abs(cos) * aspect + abs(sin)
        at = 0.5 + (cos * (x - 0.5) * aspect + sin * (y - 0.5)) / max(reach, 1e-6)
    stops = paint.stops
    if at <= stops[0][0]:
        return stops[0][1], stops[0][2]
    for (low, one, alpha), (high, other, beta) in pairwise(stops):
        if at <= high:
            share = (at - low) / (high - low) if high > low else 1.0
            return mix(other, one, share), alpha + (beta - alpha) * share
    return stops[-1][1], stops[-1][2]


def pixel(data: bytes, paint: Paint, x: float, y: float) -> tuple[str, float] | None:
    """A picture's colour and alpha at a place of what shows of it; None where it cannot be read."""
    grid = _grid(data, paint.duotone)
    if grid is None:
        return None
    wide, high, pixels = grid
    left, top, right, bottom = (side / 100_000 for side in paint.crop)
    x, y = left + x * max(1 - left - right, 0.001), top + y * max(1 - top - bottom, 0.001)
    if not (0 <= x <= 1 and 0 <= y <= 1):
        return "FFFFFF", 0.0
    at = 4 * (min(int(y * high), high - 1) * wide + min(int(x * wide), wide - 1))
    return pixels[at : at + 3].hex().upper(), pixels[at + 3] / 255 * paint.alpha


@lru_cache(maxsize=32)
def _grid(data: bytes, duotone: tuple[str, ...]) -> tuple[int, int, bytes] | None:
    """Width, height and RGBA bytes of a picture made small: each of them stands for what lies around it."""
    from PIL import ImageOps

    found = small_picture(data)
    if found is None:
        return None
    try:
        small = found.convert("RGBA")
        small.thumbnail((GRID, GRID))
        if len(duotone) == 2:
            two = ImageOps.colorize(small.convert("L"), f"#{duotone[0]}", f"#{duotone[1]}").convert("RGBA")
            two.putalpha(small.getchannel("A"))
            small = two
    except Exception:  # Pillow raises of all kinds
        return None
    return small.width, small.height, small.tobytes()


def painted_at(package: Package, scene: Scene, shapes: Sequence[SceneShape], point: tuple[float, float], under: Mix) -> Mix:
    """What shows at a point when `shapes` (in painter's order) are painted upon `under`."""
    x, y = point
    for shape in shapes:
        sure = cover(shape, x, y)
        if not sure:
            continue
        over = _of_shape(package, scene, shape, x, y, under)
        if sure < 1:
            over = {color: over.get(color, 0.0) * sure + under.get(color, 0.0) * (1 - sure) for color in {**under, **over}}
        under = over
    return under


def background_at(package: Package, scene: Scene, x: float, y: float) -> Mix:
    wide, high = scene.size
    return shade(package, scene.background, x / max(wide, 1), y / max(high, 1), wide / max(high, 1), {"FFFFFF": 1.0})


def _of_shape(package: Package, scene: Scene, shape: SceneShape, x: float, y: float, under: Mix) -> Mix:
    if shape.backdrop:
        return background_at(package, scene, x, y)
    if is_bar(shape):
        return shade(package, shape.line, 0.5, 0.5, 1.0, under)
    if shape.fill.kind == "solid" and shape.kind != "picture":
        return shade(package, shape.fill, 0.5, 0.5, 1.0, under)
    px, py = unturned(shape, x, y)
    wide, high = max(shape.box.w, 1), max(shape.box.h, 1)
    share_x, share_y = min(max(px / wide, 0.0), 1.0), min(max(py / high, 0.0), 1.0)
    if shape.kind == "picture" and shape.fill.kind != "none":
        under = shade(package, shape.fill, share_x, share_y, wide / high, under)
    paint = shape.picture if shape.kind == "picture" and shape.part else shape.fill
    return shade(package, paint, share_x, share_y, wide / high, under)
