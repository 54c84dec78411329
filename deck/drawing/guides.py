"""Shape guides worked out: the formulas that free and preset shapes are drawn by (ECMA-376 Part 1, 20.1.9.11 gd)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import partial

from deck.drawing import numbers

MOST_GUIDES = 2_000
MOST = 1e15
_TURN = 21_600_000
_NAMED_PARTS = (2, 3, 4, 5, 6, 8, 10, 12, 16, 32)
angle = partial(numbers.angle, default=0)


def known(w: float, h: float) -> dict[str, float]:
    """The guides that every shape has (20.1.9.11, "presetShapeDefinitions"): lengths in EMU, angles in 1/60000 degree."""
    short, long = min(w, h), max(w, h)
    found: dict[str, float] = {
        "l": 0,
        "t": 0,
        "r": w,
        "b": h,
        "w": w,
        "h": h,
        "hc": w / 2,
        "vc": h / 2,
        "ss": short,
        "ls": long,
        "cd2": _TURN / 2,
        "cd4": _TURN / 4,
        "cd8": _TURN / 8,
        "3cd4": _TURN * 3 / 4,
        "3cd8": _TURN * 3 / 8,
        "5cd8": _TURN * 5 / 8,
        "7cd8": _TURN * 7 / 8,
    }
    for n in _NAMED_PARTS:
        found[f"wd{n}"], found[f"hd{n}"], found[f"ssd{n}"] = w / n, h / n, short / n
    return found


def work_out(guides: Iterable[tuple[str, str]], values: dict[str, float]) -> dict[str, float]:
    """`values` with each guide (name, formula) added, in order; one that cannot be worked out is nought."""
    for n, (name, formula) in enumerate(guides):
        if n >= MOST_GUIDES:
            break
        values[name] = _formula(formula.split(), values)
    return values


def value_of(said: str | None, values: Mapping[str, float]) -> float:
    """A coordinate or angle: a guide's name, or a number."""
    if said is None:
        return 0.0
    found = values.get(said)
    return float(numbers.whole(said)) if found is None else found


def _formula(parts: list[str], values: Mapping[str, float]) -> float:
    if not parts:
        return 0.0
    name, (x, y, z) = parts[0], [*(value_of(part, values) for part in parts[1:4]), 0.0, 0.0, 0.0][:3]
    try:
        found = _worked(name, x, y, z)
    except (ArithmeticError, ValueError):
        return 0.0
    return min(max(found, -MOST), MOST) if math.isfinite(found) else 0.0


def _worked(name: str, x: float, y: float, z: float) -> float:
    """ST_GeomGuideFormula's operations (20.1.10.28); angles in 1/60000 degree."""

    def rad(a: float) -> float:
        return math.radians(a / 60_000)

    match name:
        case "val":
            return x
        case "*/":
            return x * y / z if z else 0.0
        case "+-":
            return x + y - z
        case "+/":
            return (x + y) / z if z else 0.0
        case "?:":
            return y if x > 0 else z
        case "abs":
            return abs(x)
        case "at2":
            return math.degrees(math.atan2(y, x)) * 60_000
        case "cat2":
            return x * math.cos(math.atan2(z, y))
        case "sat2":
            return x * math.sin(math.atan2(z, y))
        case "cos":
            return x * math.cos(rad(y))
        case "sin":
            return x * math.sin(rad(y))
        case "tan":
            return x * math.tan(rad(y))
        case "max":
            return max(x, y)
        case "min":
            return min(x, y)
        case "mod":
            return math.sqrt(x * x + y * y + z * z)
        case "pin":
            return x if y < x else z if y > z else y
        case "sqrt":
            return math.sqrt(x) if x > 0 else 0.0
    return 0.0
