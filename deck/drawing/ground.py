"""What lies behind a box: the background, and whatever is painted over it there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from deck.brand.contrast import contrast
from deck.drawing.color import mix
from deck.drawing.model import Paint, Scene, SceneShape
from deck.drawing.paint import picture_colors
from deck.drawing.presets import text_rect
from deck.geometry import Box
from deck.package import Package

GroundKind = Literal["solid", "gradient", "picture", "pattern", "unknown"]
SURE = (
    "rect",
    "roundRect",
    "ellipse",
    "round1Rect",
    "round2SameRect",
    "round2DiagRect",
    "snip1Rect",
    "snip2SameRect",
    "diamond",
    "octagon",
    "homePlate",
)
"""Presets whose text rectangle lies wholly within their outline."""
PAINTED = ("solid", "gradient", "picture", "pattern", "unknown")


def flat(shapes: Iterable[SceneShape]) -> Iterator[SceneShape]:
    """Shapes with groups opened, in painter's order."""
    for shape in shapes:
        if shape.children:
            yield from flat(shape.children)
        else:
            yield shape


def covers(shape: SceneShape) -> bool:
    """Does it hide what is behind it?"""
    return (shape.fill.kind in PAINTED or shape.kind == "picture") and not shape.hidden


def _part_of(outer: Box, inner: Box) -> tuple[float, float, float, float]:
    """Where `inner` lies on `outer`, as shares of its sides."""
    left, top = (inner.x - outer.x) / outer.w, (inner.y - outer.y) / outer.h
    right, bottom = (inner.right - outer.x) / outer.w, (inner.bottom - outer.y) / outer.h
    return max(left, 0.0), max(top, 0.0), min(right, 1.0), min(bottom, 1.0)


def _uncropped(place: tuple[float, float, float, float], crop: tuple[int, int, int, int]) -> tuple[float, float, float, float]:
    """A place on what shows of a picture, as shares of the whole picture."""
    left, top, right, bottom = (side / 100_000 for side in crop)
    wide, high = max(1 - left - right, 0.001), max(1 - top - bottom, 0.001)
    x0, y0, x1, y1 = place
    found = (left + x0 * wide, top + y0 * high, left + x1 * wide, top + y1 * high)
    x0, y0, x1, y1 = (min(max(share, 0.0), 1.0) for share in found)
    return x0, y0, x1, y1


def paint_within(package: Package, paint: Paint, outer: Box, box: Box, under: tuple[str, ...] = ("FFFFFF",)) -> tuple[str, ...]:
    """The colours that a paint over `outer` has where `box` lies, upon `under`: a picture is sampled there."""
    if paint.kind == "picture" and paint.part and outer.w > 0 and outer.h > 0:
        place = _uncropped(_part_of(outer, outer.intersection(box)), paint.crop)
        grounds = under[:3] or ("FFFFFF",)
        found = [
            color
            for ground in grounds
            for color in picture_colors(package, paint.part, place, duotone=paint.duotone, alpha=paint.alpha, under=ground)
        ]
        return tuple(dict.fromkeys(found)) or paint.colors
    if paint.alpha < 0.999:
        return tuple(dict.fromkeys(mix(one, ground, paint.alpha) for one in paint.colors for ground in under or ("FFFFFF",)))
    return paint.colors


def colors_behind(package: Package, scene: Scene, shapes: Iterable[SceneShape], box: Box) -> tuple[tuple[str, ...], GroundKind]:
    """Every colour that something in `box` may meet: the background's, and those of `shapes` (flat, in painter's order) there;
    several for gradients and pictures."""
    kind = scene.background.kind if scene.background.kind in ("solid", "gradient", "picture", "pattern") else "unknown"
    colors = paint_within(package, scene.background, Box(0, 0, *scene.size), box)
    for shape in shapes:
        common = shape.box.intersection(box)
        if not covers(shape) or common.area < 0.03 * box.area or (shape.geometry == "custom" and shape.fill.kind == "none"):
            continue
        place = lies(shape, box)
        if place == "out":
            continue
        paint = shape.picture if shape.kind == "picture" and shape.part else shape.fill
        over, over_kind = paint_within(package, paint, shape.box, box, colors), paint.kind
        if not over:
            continue
        if over_kind != "unknown" and (place == "in" or hides(shape, box)):
            colors, kind = over, over_kind
        else:
            colors = tuple(dict.fromkeys((*colors, *over)))
            kind = kind if len(colors) == 1 else "gradient" if kind == "solid" else kind
    return tuple(dict.fromkeys(colors)) or ("FFFFFF",), kind  # type: ignore[return-value]


MOST_CORNERS = 20_000
"""A free shape of more is taken for its box."""


def lies(shape: SceneShape, box: Box) -> Literal["in", "out", ""]:
    """Whether a box lies wholly within a free shape's rings, or wholly outside them; "" where neither, or not known."""
    turned = shape.rotation % 21_600_000 or shape.flip_h or shape.flip_v
    if shape.geometry != "custom" or shape.kind == "picture" or turned or shape.open_path or not shape.rings:
        return ""
    if sum(map(len, shape.rings)) > MOST_CORNERS:
        return ""
    left, top = box.x - shape.box.x, box.y - shape.box.y
    right, bottom = left + box.w, top + box.h
    x, y, inside = left + box.w / 2, top + box.h / 2, False
    for ring in shape.rings:
        for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if _meets(x0, y0, x1, y1, (left, top, right, bottom)):
                return ""
            if (y0 > y) != (y1 > y) and x < x0 + (x1 - x0) * (y - y0) / (y1 - y0):
                inside = not inside
    return "in" if inside else "out"


def _meets(x0: float, y0: float, x1: float, y1: float, frame: tuple[float, float, float, float]) -> bool:
    """Whether a straight line and a rectangle have a point in common."""
    left, top, right, bottom = frame
    if max(x0, x1) <= left or min(x0, x1) >= right or max(y0, y1) <= top or min(y0, y1) >= bottom:
        return False
    begin, end = 0.0, 1.0
    for start, change, low, high in ((x0, x1 - x0, left, right), (y0, y1 - y0, top, bottom)):
        if not change:
            continue
        one, other = sorted(((low - start) / change, (high - start) / change))
        begin, end = max(begin, one), min(end, other)
    return begin <= end


def hides(shape: SceneShape, box: Box) -> bool:
    """Does its paint surely lie behind the whole of `box`?"""
    if shape.rotation % 21_600_000:
        return False
    if shape.geometry == "custom" and shape.kind != "picture":
        return lies(shape, box) == "in"
    surely = shape.box if shape.kind == "picture" else text_rect(shape.geometry, shape.box, shape.adjust)
    return surely.intersection(box).area >= 0.97 * box.area and (shape.geometry in SURE or shape.kind == "picture")


def least(color: str, ground: Sequence[str]) -> float:
    """The lowest contrast ratio of a colour against a ground's."""
    return min((contrast(color, under) for under in ground), default=1.0)
