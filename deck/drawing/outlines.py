"""The paths of a shape, curves and all: free shapes (ECMA-376 Part 1, 20.1.9.8 custGeom) and presets."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from lxml import etree

from deck.drawing import numbers
from deck.drawing.guides import known, value_of, work_out
from deck.drawing.model import DrawnPath
from deck.drawing.names import Element, child, local, qn
from deck.drawing.preset_paths import PRESETS
from deck.geometry import Box
from deck.memory import Memory

T = TypeVar("T")
MOST_STEPS = 60_000
MOST_KEPT = 100_000
"""Bytes of a free shape that is remembered: a place's map stands on five layouts, and a refresh reads each of them many times."""
PathSpot = tuple[float, float]
PathMove = tuple[str, tuple[PathSpot, ...]]
_TAKES = {"moveTo": ("M", 1), "lnTo": ("L", 1), "cubicBezTo": ("C", 3), "quadBezTo": ("Q", 2)}
_WORDS = {"M": 1, "L": 1, "C": 3, "Q": 2}
_SHADES = ("darken", "darkenLess", "lighten", "lightenLess", "none", "norm")


@dataclass
class _PathPen:
    """Steps as they are drawn, in the path's own measure."""

    steps: list[PathMove]
    at: PathSpot = (0.0, 0.0)

    def draw(self, name: str, points: tuple[PathSpot, ...]) -> None:
        self.steps.append((name, points))
        self.at = points[-1] if points else self.at

    def arc(self, wide: float, high: float, start: float, sweep: float) -> None:
        """As 20.1.9.4 (arcTo) has it, in cubic curves; angles in 1/60000 degree."""
        begin = math.radians(start / 60_000)
        whole = max(min(math.radians(sweep / 60_000), math.tau), -math.tau)
        count = max(math.ceil(abs(whole) / (math.pi / 2) - 1e-9), 1)
        # The angles are seen from the middle: an ellipse is a circle pressed flat.
        end = _pressed(begin + whole, wide, high)
        begin = _pressed(begin, wide, high)
        part = (end - begin) / count
        reach = 4 / 3 * math.tan(part / 4)
        x, y = self.at[0] - wide * math.cos(begin), self.at[1] - high * math.sin(begin)
        for n in range(count):
            a, b = begin + part * n, begin + part * (n + 1)
            one = (x + wide * (math.cos(a) - reach * math.sin(a)), y + high * (math.sin(a) + reach * math.cos(a)))
            two = (x + wide * (math.cos(b) + reach * math.sin(b)), y + high * (math.sin(b) - reach * math.cos(b)))
            self.draw("C", (one, two, (x + wide * math.cos(b), y + high * math.sin(b))))


def _pressed(angle: float, wide: float, high: float) -> float:
    """The parameter of an ellipse's point that is seen under `angle`; the whole turns kept."""
    if not wide or not high or wide == high:
        return angle
    turns = round(angle / math.tau) * math.tau
    return math.atan2(math.sin(angle) * wide, math.cos(angle) * high) + turns


def paths_of(geometry: Element | None, box: Box) -> tuple[DrawnPath, ...]:
    """What a:custGeom or a:prstGeom draws, in the box's EMU; () for a preset that is not known here."""
    if geometry is None:
        return ()
    own = _guides(child(geometry, "a:avLst"))
    if local(geometry) == "custGeom":
        return _free(geometry, own, box)
    return preset_paths(geometry.get("prst", ""), box, own)


def preset_paths(name: str, box: Box, adjust: Iterable[tuple[str, str]] = ()) -> tuple[DrawnPath, ...]:
    """A preset's paths; `adjust`: (name, formula) of its adjust values where they are not its own."""
    if name not in PRESETS:
        return ()
    defaults, guides, paths = PRESETS[name]
    values = known(box.w, box.h)
    work_out(((one, f"val {two}") for one, two in _pairs(defaults)), values)
    wanted = dict(_pairs(defaults))
    work_out(((one, two) for one, two in adjust if one in wanted), values)
    work_out(_pairs(guides), values)
    return tuple(_preset_path(path.split(), values) for path in paths.split("|"))


def _pairs(said: str) -> Iterator[tuple[str, str]]:
    for item in filter(None, map(str.strip, said.split(";"))):
        name, _space, formula = item.partition(" ")
        yield name, formula


def _preset_path(words: list[str], values: dict[str, float]) -> DrawnPath:
    pen, fill, stroke, n = _PathPen([]), "norm", True, 0
    while n < len(words):
        word = words[n]
        n += 1
        if word == "Z":
            pen.steps.append(("Z", ()))
        elif word == "A":
            pen.arc(*(value_of(item, values) for item in words[n : n + 4]))
            n += 4
        elif word in _WORDS:
            size = _WORDS[word] * 2
            spots = [value_of(item, values) for item in words[n : n + size]]
            pen.draw(word, tuple(zip(spots[::2], spots[1::2], strict=True)))
            n += size
        elif word in ("-fill", "-stroke"):
            fill, stroke = ("none", stroke) if word == "-fill" else (fill, False)
        else:
            fill = word
    return DrawnPath(tuple(pen.steps), fill, stroke)


def _guides(holder: Element | None) -> list[tuple[str, str]]:
    return (
        [(item.get("name", ""), item.get("fmla", "")) for item in holder.iterchildren(qn("a:gd"))] if holder is not None else []
    )


@dataclass(frozen=True, slots=True)
class FreeShape:
    """A free shape as it is said (a:custGeom), and how large it is drawn, in EMU."""

    xml: bytes
    wide: int
    high: int


def drawn_once(known: Memory[FreeShape, T], geometry: Element, box: Box, draw: Callable[[], T]) -> T:
    """What `draw` makes of a free shape in a box of this size, wherever that stands."""
    key = FreeShape(etree.tostring(geometry, with_tail=False), box.w, box.h)
    if len(key.xml) > MOST_KEPT:
        return draw()
    found = known.get(key)
    if found is None:
        known.put(key, found := draw())
    return found


_CORNER = re.compile(rb'<a:(?:(moveTo|lnTo)><a:pt x="(-?\d{1,9})" y="(-?\d{1,9})"/></a:\w+>|close/>)')
_CORNERED = re.compile(
    rb'<a:custGeom[^>]*><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
    rb'<a:path w="([1-9]\d{0,8})" h="([1-9]\d{0,8})">'
    rb'((?=<a:moveTo>)(?:<a:(?:(?:moveTo|lnTo)><a:pt x="-?\d{1,9}" y="-?\d{1,9}"/></a:(?:moveTo|lnTo)>|close/>))*)'
    rb"</a:path></a:pathLst></a:custGeom>"
)


@dataclass(frozen=True, slots=True)
class Corners:
    """A free shape of one path of straight lines in its own measure, `wide` by `high`. `steps`: "M", "L" or "Z", and where to."""

    wide: int
    high: int
    steps: tuple[tuple[str, tuple[int, int]], ...]


def corners_of(geometry: Element) -> Corners | None:
    """Of one as maps are made of, by the thousand lines; None for any other, which is followed step by step."""
    found = _CORNERED.fullmatch(etree.tostring(geometry, with_tail=False)) if len(geometry) == _WHOLE else None
    steps = _CORNER.findall(found[3]) if found is not None else []
    if found is None or len(steps) > MOST_STEPS:
        return None
    letters = {b"moveTo": "M", b"lnTo": "L", b"": "Z"}
    told = tuple((letters[name], (int(x or 0), int(y or 0))) for name, x, y in steps)
    return Corners(int(found[1]), int(found[2]), told)


_WHOLE = 6
"""Elements in a free shape that says all that it can say."""
_PATHS: Memory[FreeShape, tuple[DrawnPath, ...]] = Memory(64)


def _free(geometry: Element, adjust: list[tuple[str, str]], box: Box) -> tuple[DrawnPath, ...]:
    return drawn_once(_PATHS, geometry, box, lambda: _followed(geometry, adjust, box))


def _followed(geometry: Element, adjust: list[tuple[str, str]], box: Box) -> tuple[DrawnPath, ...]:
    if (plain := corners_of(geometry)) is not None:
        across, down = box.w / plain.wide, box.h / plain.high
        return (DrawnPath(tuple((name, ((x * across, y * down),) if name != "Z" else ()) for name, (x, y) in plain.steps)),)
    values = known(box.w, box.h)
    work_out(adjust, values)
    work_out(_guides(child(geometry, "a:gdLst")), values)
    found, left = [], MOST_STEPS
    for path in geometry.iter(qn("a:path")):
        wide, high = numbers.extent(path.get("w")) or box.w or 1, numbers.extent(path.get("h")) or box.h or 1
        pen = _PathPen([])
        for step in path:
            left -= 1
            if left < 0:
                break
            _draw(pen, step, values)
        across, down = box.w / wide, box.h / high
        steps = tuple((name, tuple((x * across, y * down) for x, y in points)) for name, points in pen.steps)
        fill = path.get("fill", "norm")
        found.append(DrawnPath(steps, fill if fill in _SHADES else "norm", numbers.yes(path.get("stroke"), True)))
    return tuple(found)


def _draw(pen: _PathPen, step: Element, values: dict[str, float]) -> None:
    name = local(step)
    if name == "close":
        pen.steps.append(("Z", ()))
    elif name == "arcTo" and pen.steps:
        pen.arc(*(value_of(step.get(key), values) for key in ("wR", "hR", "stAng", "swAng")))
    elif name in _TAKES:
        letter, count = _TAKES[name]
        points = tuple((value_of(pt.get("x"), values), value_of(pt.get("y"), values)) for pt in step.iterchildren(qn("a:pt")))
        if len(points) >= count and (pen.steps or letter == "M"):
            pen.draw(letter, points[:count])
