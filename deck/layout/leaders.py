"""Labels in two columns beside a drawing, each led to its spot by a straight line: no lines cross, none touches another's spot.
Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

MapPoint = tuple[int, int]
_ROUNDS = 24


@dataclass(frozen=True, slots=True)
class Leader:
    """`start`: where the line meets its label; `end`: the spot. `left`: the label stands at the left of the drawing."""

    start: MapPoint
    end: MapPoint
    left: bool


@dataclass(frozen=True, slots=True)
class Columns:
    """Where labels may stand, in EMU: the lines begin at `left` or `right`; labels' middles lie between `top` and `bottom`, at
    least `pitch` apart. `clear`: how far a line keeps from others' spots."""

    left: int
    right: int
    top: int
    bottom: int
    pitch: int
    clear: int


def led(spots: Sequence[Sequence[MapPoint]], columns: Columns) -> tuple[Leader, ...]:
    """A leader for each of `spots`, which names the points that will do for it, the best first: half of them to each side, from
    above by where they lie. Lines that cross change places, which makes both shorter, so it ends; then spots give way."""
    order = sorted(range(len(spots)), key=lambda n: spots[n][0])
    half = (len(order) + 1) // 2
    found: dict[int, Leader] = {}
    for members, left in ((order[:half], True), (order[half:], False)):
        x = columns.left if left else columns.right
        side = sorted(members, key=lambda n: (spots[n][0][1], spots[n][0][0]))
        lines: list[Leader] = []
        for _round in range(_ROUNDS):
            heights = spread([spots[n][0][1] for n in side], columns)
            lines = [Leader((x, y), spots[n][0], left) for n, y in zip(side, heights, strict=True)]
            sorted_out = untangled(lines)
            again = [side[lines_at] for lines_at in _order(lines, sorted_out)]
            if again == side:
                break
            side = again
        else:
            lines = untangled(lines)
        found |= dict(zip(side, lines, strict=True))
    return _cleared([found[n] for n in range(len(spots))], spots, columns.clear)


def _order(before: Sequence[Leader], after: Sequence[Leader]) -> list[int]:
    """Which of `before` stands at each height once `after` says which height each has."""
    return sorted(range(len(before)), key=lambda n: after[n].start[1])


def spread(wanted: Sequence[int], columns: Columns) -> list[int]:
    """Heights in the order of `wanted`, as near to it as `pitch` allows, within `top` and `bottom` (closer where that is too
    little)."""
    if not wanted:
        return []
    room = columns.bottom - columns.top
    pitch = min(columns.pitch, room // max(len(wanted) - 1, 1))
    # Neighbours that are too near make a cluster about their middle (pool adjacent violators).
    clusters: list[tuple[float, int]] = []
    for n, y in enumerate(wanted):
        mean, count = float(min(max(y, columns.top), columns.bottom) - n * pitch), 1
        while clusters and clusters[-1][0] >= mean:
            other, many = clusters.pop()
            mean, count = (mean * count + other * many) / (count + many), count + many
        clusters.append((mean, count))
    most = columns.bottom - (len(wanted) - 1) * pitch
    offsets = [min(max(mean, columns.top), most) for mean, count in clusters for _n in range(count)]
    return [round(offset + n * pitch) for n, offset in enumerate(offsets)]


def untangled(lines: Sequence[Leader]) -> list[Leader]:
    """The same lines, those that cross having changed labels, until none do."""
    out = list(lines)
    for _round in range(len(out) ** 2 + 1):
        pair = next(((a, b) for a, b in combinations(range(len(out)), 2) if crossing(out[a], out[b])), None)
        if pair is None:
            break
        one, two = out[pair[0]], out[pair[1]]
        out[pair[0]], out[pair[1]] = replace(one, start=two.start), replace(two, start=one.start)
    return out


def crossing(one: Leader, two: Leader) -> bool:
    """Whether two lines meet."""
    a, b, c, d = one.start, one.end, two.start, two.end
    return _turn(a, b, c) * _turn(a, b, d) <= 0 and _turn(c, d, a) * _turn(c, d, b) <= 0 and _meet_in_range(one, two)


def _meet_in_range(one: Leader, two: Leader) -> bool:
    """Lines in one another's run may lie apart on it."""
    return all(
        max(min(one.start[axis], one.end[axis]), min(two.start[axis], two.end[axis]))
        <= min(max(one.start[axis], one.end[axis]), max(two.start[axis], two.end[axis]))
        for axis in (0, 1)
    )


def _turn(a: MapPoint, b: MapPoint, c: MapPoint) -> int:
    value = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    return (value > 0) - (value < 0)


def distance(point: MapPoint, line: Leader) -> float:
    """From a point to the nearest of a line."""
    (ax, ay), (bx, by), (px, py) = line.start, line.end, point
    length = (bx - ax) ** 2 + (by - ay) ** 2
    share = min(max(((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length, 0.0), 1.0) if length else 0.0
    return math.hypot(ax + share * (bx - ax) - px, ay + share * (by - ay) - py)


def _faults(line: Leader, others: Sequence[Leader], clear: int) -> int:
    """How many others a line crosses (which counts a hundredfold) or comes too near."""
    return sum(
        100 * crossing(line, other) + (distance(other.end, line) < clear) + (distance(line.end, other) < clear)
        for other in others
    )


def _cleared(lines: list[Leader], spots: Sequence[Sequence[MapPoint]], clear: int) -> tuple[Leader, ...]:
    """Spots that lie on another's line, or under it, move to the best of their points that does not; labels beside each other
    change places where that helps."""
    for _round in range(_ROUNDS):
        moved = False
        for n in range(len(lines)):
            others = [*lines[:n], *lines[n + 1 :]]
            now = _faults(lines[n], others, clear)
            if not now:
                continue
            tries = [replace(lines[n], end=spot) for spot in spots[n]]
            best = min(tries, key=lambda line: _faults(line, others, clear))
            if _faults(best, others, clear) < now:
                lines[n], moved = best, True
        if not moved:
            break
    return tuple(lines)
