"""A manifest's borders: each set of areas once. Those that are the program's own are named by their edition, which the program
keeps for as long as there are decks; others have their points as steps from the one before, in whole 1/10000 of a degree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from deck.places.borders import edition, editions
from deck.presentation import Area

EDITION = "#"
STEP = 10_000
"""Of a degree: how finely borders are kept in `deck/places`."""
_Ring = tuple[tuple[float, float], ...]


@lru_cache(maxsize=512)
def packed(areas: tuple[Area, ...]) -> list[list[Any]]:
    """Areas as JSON: code, name, and the edition whose borders they have, or each ring as a text of whole steps, or as it is
    where it is finer than that."""
    today = next(iter(editions()))
    known = edition(today)
    return [
        [area.code, area.name, f"{EDITION}{today}"]
        if area.code in known and known[area.code].rings == area.rings
        else [area.code, area.name, *map(_packed, area.rings)]
        for area in areas
    ]


def unpacked(data: Sequence[Sequence[Any]]) -> list[dict[str, Any]]:
    """The inverse, in the form that `from_json` reads. Raises ValueError, TypeError or KeyError on what does not fit, and where
    an edition is none of ours."""
    return [{"code": code, "name": name, "rings": _rings(code, rings)} for code, name, *rings in data]


def _rings(code: str, said: Sequence[Any]) -> Sequence[Any]:
    if len(said) == 1 and isinstance(said[0], str) and said[0].startswith(EDITION):
        return [[list(point) for point in ring] for ring in edition(said[0].removeprefix(EDITION))[code].rings]
    return [_unpacked(ring) for ring in said]


def _packed(ring: _Ring) -> str | list[list[float]]:
    whole = [(round(lon * STEP), round(lat * STEP)) for lon, lat in ring]
    if any((x / STEP, y / STEP) != point for (x, y), point in zip(whole, ring, strict=True)):
        return [list(point) for point in ring]
    return " ".join(f"{x} {y}" for x, y in _steps(whole))


def _steps(points: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    yield from points[:1]
    for (ax, ay), (bx, by) in pairwise(points):
        yield bx - ax, by - ay


def _unpacked(ring: Any) -> Any:
    if not isinstance(ring, str):
        return ring
    numbers = [int(item) for item in ring.split()]
    points, x, y = [], 0, 0
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append([x / STEP, y / STEP])
    return points


def unshared(data: dict[str, Any]) -> dict[str, Any]:
    """A manifest's JSON with its borders back in its maps. Raises ValueError, TypeError or IndexError on what does not fit."""
    sets = [unpacked(item) for item in data.get("borders", ())]

    def filled(value: Any) -> Any:
        if isinstance(value, list):
            return [filled(item) for item in value]
        if not isinstance(value, dict):
            return value
        if value.get("type") != "Map":
            return {name: filled(item) for name, item in value.items()}
        found = {name: value[name] for name in ("areas", "around") if isinstance(value.get(name), int)}
        return value | {name: _of(sets, number) for name, number in found.items()}

    return {name: filled(value) if name == "base" else value for name, value in data.items() if name != "borders"}


def _of(sets: list[list[dict[str, Any]]], number: int) -> list[dict[str, Any]]:
    if not 0 <= number < len(sets):
        raise ValueError(f"no borders of that number: {number}")
    return sets[number]


__all__ = ["packed", "unpacked", "unshared"]
