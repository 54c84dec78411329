"""Labels in two columns beside a drawing, each led to its spot by a straight line: no lines cross, none touches another's spot.
Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

XY = tuple[int, int]
_ROUNDS, _CLEARING = 24, 6
_THROUGH = 0.65
"""Of the clearance: a line that comes so near goes through the spot's dot."""
_NEAR, _TRIED = 10, 4
"""How many of the nearest labels, at both sides, are tried to change places with, and how many of a spot's points
are tried then."""


@dataclass(frozen=True, slots=True)
class Leader:
    """`start`: where the line meets its label; `end`: the spot. `left`: the label stands at the left of the drawing."""

    start: XY
    end: XY
    left: bool


@dataclass(frozen=True, slots=True)
class LabelColumns:
    """Where labels may stand, in EMU: the lines begin at `left` or `right`; labels' middles lie between `top` and `bottom`, at
    least `pitch` apart. `clear`: how far a line keeps from others' spots."""

    left: int
    right: int
    top: int
    bottom: int
    pitch: int
    clear: int


def led(spots: Sequence[Sequence[XY]], columns: LabelColumns) -> tuple[Leader, ...]:
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


def spread(wanted: Sequence[int], columns: LabelColumns) -> list[int]:
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
    return _meet_in_range(a, b, c, d) and _turn(a, b, c) * _turn(a, b, d) <= 0 and _turn(c, d, a) * _turn(c, d, b) <= 0


def _meet_in_range(a: XY, b: XY, c: XY, d: XY) -> bool:
    """Whether the upright boxes about two lines meet: those of lines far from each other do not."""
    for axis in (0, 1):
        p, q, r, s = a[axis], b[axis], c[axis], d[axis]
        if (p if p > q else q) < (r if r < s else s) or (r if r > s else s) < (p if p < q else q):
            return False
    return True


def _turn(a: XY, b: XY, c: XY) -> int:
    value = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    return (value > 0) - (value < 0)


def distance(point: XY, line: Leader) -> float:
    """From a point to the nearest of a line."""
    (ax, ay), (bx, by), (px, py) = line.start, line.end, point
    length = (bx - ax) ** 2 + (by - ay) ** 2
    share = min(max(((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length, 0.0), 1.0) if length else 0.0
    return math.hypot(ax + share * (bx - ax) - px, ay + share * (by - ay) - py)


def _near(point: XY, line: Leader, clear: int) -> int:
    """3 for a line that goes through a spot, 1 for one that comes too near, else 0."""
    (ax, ay), (bx, by), (px, py) = line.start, line.end, point
    if (ax if ax < bx else bx) - clear > px or (ax if ax > bx else bx) + clear < px:
        return 0
    if (ay if ay < by else by) - clear > py or (ay if ay > by else by) + clear < py:
        return 0
    away = distance(point, line)
    return 0 if away >= clear else 1 if away >= clear * _THROUGH else 3


def _faults(line: Leader, others: Sequence[Leader], clear: int) -> int:
    """How much is wrong with a line among others: those that it crosses count a hundredfold."""
    found = 0
    for other in others:
        found += 100 * crossing(line, other) + _near(other.end, line, clear) + _near(line.end, other, clear)
    return found


def _cleared(lines: list[Leader], spots: Sequence[Sequence[XY]], clear: int) -> tuple[Leader, ...]:
    """Spots that lie on another's line, or under it, move to the best of their points that does not; where none of them helps,
    labels near each other change places, if that does."""
    for _round in range(_CLEARING):
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
            elif (pair := _swapped(lines, n, spots, clear)) is not None:
                m, lines[n], lines[m] = pair
                moved = True
        if not moved:
            break
    return tuple(lines)


def _swapped(lines: list[Leader], n: int, spots: Sequence[Sequence[XY]], clear: int) -> tuple[int, Leader, Leader] | None:
    """Another line with which `n` may change labels, and both lines then: the best way, if any is better."""
    best: tuple[int, int, Leader, Leader] | None = None
    near = sorted((m for m in range(len(lines)) if m != n), key=lambda m: abs(lines[m].start[1] - lines[n].start[1]))
    for m in near[:_NEAR]:
        rest = [line for k, line in enumerate(lines) if k not in (n, m)]
        now = _both(lines[n], lines[m], rest, clear)
        for one in spots[n][:_TRIED]:
            for two in spots[m][:_TRIED]:
                for a, b in ((lines[m], lines[n]), (lines[n], lines[m])):
                    first, second = replace(a, end=one), replace(b, end=two)
                    then = _both(first, second, rest, clear)
                    if then < now and (best is None or then < best[0]):
                        best = then, m, first, second
    return best[1:] if best is not None else None


def _both(one: Leader, two: Leader, rest: Sequence[Leader], clear: int) -> int:
    return _faults(one, [*rest, two], clear) + _faults(two, rest, clear)
