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
    if geometry in ("rightArrow", "leftArrow", "leftRightArrow"):
        return box.inset(0, box.h // 4, 0, box.h // 4)
    return box
