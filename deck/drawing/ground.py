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
        if _free(shape) and _lies(shape, box) == "clear":
            continue
        paint = shape.picture if shape.kind == "picture" and shape.part else shape.fill
        over, over_kind = paint_within(package, paint, shape.box, box, colors), paint.kind
        if not over:
            continue
        if over_kind != "unknown" and hides(shape, box):
            colors, kind = over, over_kind
        else:
            colors = tuple(dict.fromkeys((*colors, *over)))
            kind = kind if len(colors) == 1 else "gradient" if kind == "solid" else kind
    return tuple(dict.fromkeys(colors)) or ("FFFFFF",), kind  # type: ignore[return-value]


def hides(shape: SceneShape, box: Box) -> bool:
    """Does its paint surely lie behind the whole of `box`?"""
    if shape.rotation % 21_600_000:
        return False
    if shape.geometry == "custom" and shape.kind != "picture":
        return _free(shape) and shape.box.contains(box) and _lies(shape, box) == "within"
    surely = shape.box if shape.kind == "picture" else text_rect(shape.geometry, shape.box, shape.adjust)
    return surely.intersection(box).area >= 0.97 * box.area and (shape.geometry in SURE or shape.kind == "picture")


def _free(shape: SceneShape) -> bool:
    """A free shape whose outline is known as it lies."""
    turned = shape.flip_h or shape.flip_v or shape.rotation % 21_600_000
    return shape.geometry == "custom" and bool(shape.rings) and not (turned or shape.open_path)


def _lies(shape: SceneShape, box: Box) -> Literal["within", "clear", "crossed"]:
    """Where a box lies in a free shape: within its paint or clear of it, by its middle and the even-odd rule; crossed where an
    edge runs
    through it."""
    left, top, right, bottom = box.x - shape.box.x, box.y - shape.box.y, box.right - shape.box.x, box.bottom - shape.box.y
    x, y = (left + right) / 2, (top + bottom) / 2
    inside = False
    for ring in shape.rings:
        for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if (ay <= y) != (by <= y) and ax + (y - ay) * (bx - ax) / (by - ay) > x:
                inside = not inside
            if max(ax, bx) <= left or min(ax, bx) >= right or max(ay, by) <= top or min(ay, by) >= bottom:
                continue
            if _crosses((ax, ay), (bx, by), (left, top, right, bottom)):
                return "crossed"
    return "within" if inside else "clear"


def _crosses(start: tuple[int, int], end: tuple[int, int], rect: tuple[int, int, int, int]) -> bool:
    """Whether a line has any of itself within a rectangle (Liang and Barsky)."""
    (ax, ay), (bx, by) = start, end
    left, top, right, bottom = rect
    first, last = 0.0, 1.0
    for step, room in ((ax - bx, ax - left), (bx - ax, right - ax), (ay - by, ay - top), (by - ay, bottom - ay)):
        if step == 0:
            if room < 0:
                return False
            continue
        at = room / step
        first, last = (max(first, at), last) if step < 0 else (first, min(last, at))
    return first < last


def least(color: str, ground: Sequence[str]) -> float:
    """The lowest contrast ratio of a colour against a ground's."""
    return min((contrast(color, under) for under in ground), default=1.0)
