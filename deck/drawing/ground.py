"""What lies behind a box: the background, and whatever is painted over it there."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from deck.brand.contrast import contrast, luminance
from deck.drawing.model import Paint, Scene, SceneShape
from deck.drawing.paint import picture_colors
from deck.drawing.presets import text_rect
from deck.drawing.sample import MOST_CORNERS, POINTS, WHOLE_TURN, Mix, background_at, is_bar, painted_at, points_of, shade
from deck.geometry import Box
from deck.memory import Itself, Memory
from deck.package import Package, sha256

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


@dataclass(frozen=True, slots=True)
class Behind:
    """What lies behind a box: its colours (RRGGBB), the share of the box that each takes, the largest first, and of what kind the
    paints are. One colour and "solid": plain."""

    colors: tuple[str, ...]
    shares: tuple[float, ...]
    kind: GroundKind

    @property
    def plain(self) -> bool:
        return self.kind == "solid" and len(self.colors) == 1

    def against(self, color: str) -> float:
        """The contrast that a colour has with nine tenths of it: what words are read by. A rim of another colour is not."""
        return against(color, self.colors, self.shares)


RIM = 0.1
"""The share of what lies behind words that may be another colour."""
LEAST_SHARE = 0.03
"""A colour of less of a box is no ground."""
FEW = 12
"""Colours that are kept one by one; more are put together with those that are near them."""


def against(color: str, colors: Sequence[str], shares: Sequence[float] = ()) -> float:
    """The contrast of a colour with nine tenths of a ground, by the share that each of its colours has; with all of it where
    those are not known, and 1 where nothing is."""
    if len(shares) != len(colors):
        return least(color, colors)
    rest = RIM
    for ratio, share in sorted((contrast(color, under), share) for under, share in zip(colors, shares, strict=True)):
        rest -= share
        if rest < 0:
            return ratio
    return least(color, colors)


def ground_behind(package: Package, scene: Scene, shapes: Iterable[SceneShape], box: Box, points: int = POINTS) -> Behind:
    """What something in `box` has behind it: the background, and `shapes` (flat, in painter's order) there. `points`: how many of
    the box are looked at."""
    touching = [shape for shape in shapes if _touches(shape, box)]
    first = next((n for n in range(len(touching) - 1, -1, -1) if is_plain(touching[n]) and hides(touching[n], box)), -1)
    base = touching[first].fill if first >= 0 else scene.background
    over = touching[first + 1 :]
    kinds = {_kind_of(package, shape, scene) for shape in over if not is_plain(shape)}
    if base.kind == "solid" and base.alpha >= 0.999 and not over:
        return Behind(base.colors[:1], (1.0,), "solid")
    colors, shares = _looked_at(package, scene, base if first >= 0 else None, over, box, points)
    kind = _whole_kind(base.kind if first < 0 else "solid", kinds, len(colors))
    return Behind(colors or ("FFFFFF",), shares or (1.0,), kind)


@dataclass(frozen=True, slots=True)
class Looked:
    """All that the colours of a box follow from. `plain`: what hides the background, `digests`: of the pictures, by part,
    `points`: about how many are looked at."""

    size: tuple[int, int]
    background: Paint
    plain: Paint | None
    shapes: tuple[Itself[SceneShape], ...]
    box: Box
    digests: tuple[tuple[str, str], ...]
    points: int


_seen: Memory[Looked, tuple[tuple[str, ...], tuple[float, ...]]] = Memory(8_192)


def _looked_at(
    package: Package, scene: Scene, plain: Paint | None, over: Sequence[SceneShape], box: Box, points: int
) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """The colours at the points of a box, and their shares. Remembered: a master's shapes lie on each of its layouts."""
    asked = looked(package, scene, plain, over, box, points)
    if (known := _seen.get(asked)) is not None:
        return known
    found: dict[str, float] = {}
    painted = _painted(package, scene, over, asked)
    for mix in painted:
        for color, share in mix.items():
            found[color] = found.get(color, 0.0) + share / len(painted)
    result = _gathered(found)
    _seen.put(asked, result)
    return result


def looked(package: Package, scene: Scene, plain: Paint | None, over: Sequence[SceneShape], box: Box, points: int) -> Looked:
    """What is asked of a box, as a key."""
    shapes = tuple(_as_painted(Itself(shape)) for shape in over)
    digests = _digests(package, scene, over)
    return Looked(scene.size, background=scene.background, plain=plain, shapes=shapes, box=box, digests=digests, points=points)


def _digests(package: Package, scene: Scene, over: Sequence[SceneShape]) -> tuple[tuple[str, str], ...]:
    paints = (scene.background, *(paint for shape in over for paint in (shape.fill, shape.line, shape.picture)))
    names = sorted({paint.part for paint in paints if paint.part in package.parts})
    return tuple((name, sha256(package.parts, name)) for name in names)


@lru_cache(maxsize=128)
def _as_painted(shape: Itself[SceneShape]) -> Itself[SceneShape]:
    """A shape without what nothing hangs on that is painted: two that differ in nothing else are one."""
    return _one_of(replace(shape.value, text=None, table=None, paths=(), alt="", alt_title="", link="", id="", name="", path=()))


@lru_cache(maxsize=1_024)
def _one_of(shape: SceneShape) -> Itself[SceneShape]:
    """One for all that are equal: an outline is thousands of numbers, and is asked for many times."""
    return Itself(shape)


_points: Memory[Looked, tuple[Mix, ...]] = Memory(4)
"""What was last painted, point by point: what is behind a shape is asked first, and then the same with the shape upon it."""


def _painted(package: Package, scene: Scene, over: Sequence[SceneShape], asked: Looked) -> tuple[Mix, ...]:
    """What shows at each point of the box that is asked for."""
    before = replace(asked, shapes=asked.shapes[:-1], digests=_digests(package, scene, over[:-1])) if over else None
    known = _points.get(before) if before is not None else None
    points = points_of(asked.box, asked.points)
    even = asked.plain is not None or scene.background.kind == "solid"
    if even and all(_is_even(shape, asked.box) for shape in over):
        # What shows at one point of the box shows at all.
        at = next(points)
        painted = (painted_at(package, scene, over, at, _under(package, scene, asked.plain, at)),)
    elif known is not None and len(known) > 1:
        painted = tuple(painted_at(package, scene, over[-1:], at, under) for at, under in zip(points, known, strict=True))
    else:
        under = _under(package, scene, asked.plain, (0.0, 0.0)) if even else None
        painted = tuple(painted_at(package, scene, over, at, under or _under(package, scene, asked.plain, at)) for at in points)
    _points.put(asked, painted)
    return painted


def _under(package: Package, scene: Scene, plain: Paint | None, at: tuple[float, float]) -> Mix:
    return {plain.colors[0]: 1.0} if plain is not None else background_at(package, scene, *at)


def _is_even(shape: SceneShape, box: Box) -> bool:
    """Whether a shape lays one paint of one colour upon the whole of a box."""
    paint = shape.fill
    if shape.backdrop or shape.kind == "picture" or paint.kind != "solid" or len(paint.colors) != 1 or is_bar(shape):
        return False
    return shape.geometry == "custom" and shape.box.intersection(box) == box and lies(shape, box) == "in"


def painted_over(package: Package, paint: Paint, outer: Box, box: Box, under: Behind) -> Behind:
    """What lies behind `box` when a paint over `outer` is laid upon `under`."""
    if paint.kind == "none":
        return under
    if paint.kind == "solid" and paint.alpha >= 0.999 and paint.colors:
        return Behind(paint.colors[:1], (1.0,), "solid")
    below, found = dict(zip(under.colors, under.shares, strict=True)), dict[str, float]()
    wide, high = max(outer.w, 1), max(outer.h, 1)
    points = tuple(points_of(box))
    for x, y in points:
        share_x, share_y = (min(max(at, 0.0), 1.0) for at in ((x - outer.x) / wide, (y - outer.y) / high))
        for color, share in shade(package, paint, share_x, share_y, wide / high, below).items():
            found[color] = found.get(color, 0.0) + share / len(points)
    colors, shares = _gathered(found)
    return Behind(colors, shares, _whole_kind(under.kind, {paint.kind}, len(colors)))


def touching(shapes: Iterable[SceneShape], box: Box) -> tuple[SceneShape, ...]:
    """Those with anything of theirs in a box: all that is behind any part of it."""
    found = []
    for shape in shapes:
        wide = shape.line_width
        where = turned(shape.box.inset(-wide, -wide, -wide, -wide), shape.rotation)
        if where.overlaps(box):
            found.append(shape)
    return tuple(found)


def _touches(shape: SceneShape, box: Box) -> bool:
    if shape.hidden or not (covers(shape) or is_bar(shape) or shape.backdrop):
        return False
    wide = shape.line_width if is_bar(shape) else 0
    seen = turned(shape.box.inset(-wide // 2, -wide // 2, -wide // 2, -wide // 2), shape.rotation)
    return seen.intersection(box).area >= LEAST_SHARE * box.area and lies(shape, box) != "out"


def is_plain(shape: SceneShape) -> bool:
    """One opaque colour: what is behind it is not seen through it."""
    return shape.kind != "picture" and shape.fill.kind == "solid" and shape.fill.alpha >= 0.999 and not shape.backdrop


def _kind_of(package: Package, shape: SceneShape, scene: Scene) -> str:
    if shape.backdrop:
        return scene.background.kind
    if shape.kind == "picture":
        # A metafile, or any other that cannot be read: what it shows is not known.
        return "picture" if picture_colors(package, shape.part) else "unknown"
    return shape.fill.kind


def _whole_kind(base: str, kinds: set[str], count: int) -> GroundKind:
    met = {base, *kinds}
    for kind in ("unknown", "picture", "pattern", "gradient"):
        if kind in met:
            return kind  # type: ignore[return-value]
    return "solid" if count == 1 else "gradient"


def _gathered(found: dict[str, float]) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """The colours that are a ground, the largest share first; many are put together by the first bits of their channels, those of
    a motley picture by how light they are, which is what words are read by."""
    kept: list[tuple[float, str]] = []
    for bits in (0, 3, 4, 5, None):
        groups: dict[tuple[int, ...], list[tuple[str, float]]] = {}
        for color, share in found.items():
            groups.setdefault(_alike(color, bits), []).append((color, share))
        merged = {_middle(group): sum(share for _color, share in group) for group in groups.values()}
        kept = sorted(
            ((share, color) for color, share in merged.items() if share >= LEAST_SHARE), key=lambda item: -round(item[0], 4)
        )
        if len(kept) <= FEW and sum(share for share, _color in kept) >= 1 - RIM:
            break
    whole = sum(share for share, _color in kept) or 1.0
    return tuple(color for _share, color in kept), tuple(round(share / whole, 4) for share, _color in kept)


def _alike(color: str, bits: int | None) -> tuple[int, ...]:
    """What colours have in common that are put together."""
    if bits is None:
        return (round(luminance(color) ** 0.5 * (FEW - 1)),)
    return tuple(byte >> bits for byte in bytes.fromhex(color))


def _middle(group: list[tuple[str, float]]) -> str:
    if len(group) == 1:
        return group[0][0]
    whole = sum(share for _color, share in group)
    sums = [sum(bytes.fromhex(color)[n] * share for color, share in group) / whole for n in range(3)]
    return bytes(round(value) for value in sums).hex().upper()


def turned(box: Box, rotation: int) -> Box:
    """The upright box around a box turned by `rotation` (1/60000 of a degree) about its middle."""
    angle = rotation % WHOLE_TURN
    if angle == 0:
        return box
    radians = math.radians(angle / 60_000)
    cos, sin = abs(math.cos(radians)), abs(math.sin(radians))
    wide, high = round(box.w * cos + box.h * sin), round(box.w * sin + box.h * cos)
    return Box(box.x + (box.w - wide) // 2, box.y + (box.h - high) // 2, wide, high)


def lies(shape: SceneShape, box: Box) -> Literal["in", "out", ""]:
    """Whether a box lies wholly within a free shape's rings, or wholly outside them; "" where neither, or not known."""
    return "" if shape.geometry != "custom" else _lies(Itself(shape), box)


@lru_cache(maxsize=64)
def _lies(its: Itself[SceneShape], box: Box) -> Literal["in", "out", ""]:
    """One box is asked about several times in a row."""
    shape = its.value
    turned = shape.rotation % 21_600_000 or shape.flip_h or shape.flip_v
    if shape.kind == "picture" or turned or shape.open_path or not shape.rings:
        return ""
    if sum(map(len, shape.rings)) > MOST_CORNERS:
        return ""
    left, top = box.x - shape.box.x, box.y - shape.box.y
    right, bottom = left + box.w, top + box.h
    x, y, inside = left + box.w / 2, top + box.h / 2, False
    for ring in shape.rings:
        for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], ring[0]), strict=True):
            # Most lie wholly above or below, which is soon told.
            if (y0 <= top and y1 <= top) or (y0 >= bottom and y1 >= bottom):
                continue
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
