"""Preset shapes: where text stands in them, which is also what they surely cover."""

from __future__ import annotations

import math

from deck.geometry import Box


def text_rect(geometry: object, box: Box, adjust: tuple[tuple[str, int], ...] = ()) -> Box:
    """Where a preset shape lets its text stand (the a:rect of presetShapeDefinitions.xml, ECMA-376 Part 1, 20.1.9.22)."""
    values = dict(adjust)
    short = min(box.w, box.h)
    if geometry == "ellipse":
        dx, dy = round(box.w * (1 - math.sqrt(0.5)) / 2), round(box.h * (1 - math.sqrt(0.5)) / 2)
        return box.inset(dx, dy, dx, dy)
    if geometry == "roundRect":
        inset = round(short * values.get("adj", 16_667) / 100_000 * 0.29289)
        return box.inset(inset, inset, inset, inset)
    if geometry == "homePlate":
        return box.inset(0, 0, round(short * values.get("adj", 50_000) / 100_000 / 2), 0)
    if geometry == "chevron":
        point = round(short * values.get("adj", 50_000) / 100_000)
        return box.inset(point, 0, point, 0)
    if geometry in ("round2SameRect", "round1Rect", "snip1Rect", "snip2SameRect", "round2DiagRect", "snip2DiagRect", "plaque"):
        inset = round(short * 0.16667 * 0.29289)
        return box.inset(inset, inset, inset, inset)
    if geometry == "triangle":
        return box.inset(box.w // 4, box.h // 2, box.w // 4, 0)
    if geometry == "rtTriangle":
        return box.inset(box.w // 12, box.h * 7 // 12, box.w * 5 // 12, box.h // 12)
    if geometry == "diamond":
        return box.inset(box.w // 4, box.h // 4, box.w // 4, box.h // 4)
    if geometry == "octagon":
        inset = round(short * values.get("adj", 29_289) / 200_000)
        return box.inset(inset, inset, inset, inset)
    if geometry in ("hexagon", "parallelogram", "trapezoid"):
        return box.inset(box.w // 6, box.h // 6, box.w // 6, box.h // 6)
    if geometry in ("upArrow", "downArrow"):
        head, stem = _arrow(box, values)
        side = (box.w - stem) // 2
        # The text goes as far into the head as that is as wide as the stem.
        tip = round(head * stem / max(box.w, 1))
        return box.inset(side, tip, side, 0) if geometry == "upArrow" else box.inset(side, 0, side, tip)
    if geometry in ("rightArrow", "leftArrow", "leftRightArrow"):
        return box.inset(0, box.h // 4, 0, box.h // 4)
    return box


def _arrow(box: Box, values: dict[str, int]) -> tuple[int, int]:
    """Length of the head and width of the stem of an arrow up or down."""
    short = max(min(box.w, box.h), 1)
    stem = min(max(values.get("adj1", 50_000), 0), 100_000) * box.w // 100_000
    head = min(max(values.get("adj2", 50_000), 0) * short // 100_000, box.h)
    return head, stem


def outline(geometry: object, box: Box, adjust: tuple[tuple[str, int], ...] = ()) -> tuple[tuple[int, int], ...]:
    """A preset's corners, on the slide, in EMU, where it is a polygon that is known here; () for all others."""
    values = dict(adjust)
    short = min(box.w, box.h)

    def cut(default: int, of: int = short) -> float:
        return min(max(values.get("adj", default), 0) / 100_000 * of / max(box.w, 1), 1.0)

    if geometry in ("upArrow", "downArrow"):
        head, stem = _arrow(box, values)
        left, right = box.x + (box.w - stem) // 2, box.x + (box.w + stem) // 2
        tip, shoulder, foot = (
            (box.y, box.y + head, box.bottom) if geometry == "upArrow" else (box.bottom, box.bottom - head, box.y)
        )
        middle = box.x + box.w // 2
        return (
            (middle, tip),
            (box.right, shoulder),
            (right, shoulder),
            (right, foot),
            (left, foot),
            (left, shoulder),
            (box.x, shoulder),
        )
    point = cut(50_000)
    side, foot = cut(25_000), cut(25_000) * box.w / max(box.h, 1)
    corner, low = cut(29_289), cut(29_289) * box.w / max(box.h, 1)
    shapes: dict[object, tuple[tuple[float, float], ...]] = {
        "homePlate": ((0, 0), (1 - point, 0), (1, 0.5), (1 - point, 1), (0, 1)),
        "chevron": ((0, 0), (1 - point, 0), (1, 0.5), (1 - point, 1), (0, 1), (point, 0.5)),
        "triangle": ((0, 1), (values.get("adj", 50_000) / 100_000, 0), (1, 1)),
        "rtTriangle": ((0, 0), (1, 1), (0, 1)),
        "diamond": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
        "parallelogram": ((side, 0), (1, 0), (1 - side, 1), (0, 1)),
        "trapezoid": ((side, 0), (1 - side, 0), (1, 1), (0, 1)),
        "hexagon": ((side, 0), (1 - side, 0), (1, 0.5), (1 - side, 1), (side, 1), (0, 0.5)),
        "octagon": ((corner, 0), (1 - corner, 0), (1, low), (1, 1 - low), (1 - corner, 1), (corner, 1), (0, 1 - low), (0, low)),
        "plus": (
            (side, 0),
            (1 - side, 0),
            (1 - side, foot),
            (1, foot),
            (1, 1 - foot),
            (1 - side, 1 - foot),
            (1 - side, 1),
            (side, 1),
            (side, 1 - foot),
            (0, 1 - foot),
            (0, foot),
            (side, foot),
        ),
        "rightArrow": ((0, 0.25), (1 - point, 0.25), (1 - point, 0), (1, 0.5), (1 - point, 1), (1 - point, 0.75), (0, 0.75)),
        "leftArrow": ((1, 0.25), (point, 0.25), (point, 0), (0, 0.5), (point, 1), (point, 0.75), (1, 0.75)),
    }
    return tuple((round(box.x + x * box.w), round(box.y + y * box.h)) for x, y in shapes.get(geometry, ()))
