"""Sequences: aligned by likeness, merged in order. Pure; used alike for slides, paragraphs, rows, columns and points."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
ALIKE = 0.5
"""Likeness from which one element is taken for another, rewritten."""


@lru_cache(maxsize=8_192)
def similarity(a: str, b: str, least: float = 0.0) -> float:
    """0 (nothing in common) to 1 (the same), by words and, where they are few, by characters. What is less than `least` need not
    be told exactly."""
    if a == b:
        return 1.0
    if not a or not b:
        return 0.0
    matcher, long = SequenceMatcher(None, a.split(), b.split(), autojunk=False), max(len(a), len(b)) > 400
    if long and matcher.quick_ratio() < least:
        return 0.0
    letters = SequenceMatcher(None, a, b, autojunk=False)
    # What the letters can come to at most is soon told, and mostly says that they need not be compared one by one.
    most = 0.0 if long else min(letters.real_quick_ratio(), letters.quick_ratio()) * 0.9
    if max(most, matcher.quick_ratio()) < least:
        return 0.0
    words = matcher.ratio()
    return words if words > 0.8 or most < max(words, least) else max(words, letters.ratio() * 0.9)


def align(
    old: Sequence[T], new: Sequence[T], key: Callable[[T], Hashable], words: Callable[[T], str], least: float = ALIKE
) -> dict[int, int]:
    """Index in `new` → index in `old` of the element that it came from. Equal elements first, in order; then equal ones that
    moved; then, between matched neighbours, the most alike above `least`."""
    old_keys, new_keys = [key(item) for item in old], [key(item) for item in new]
    found = _equal(old_keys, new_keys)
    taken = set(found.values())
    places: dict[Hashable, list[int]] = {}
    for index, item in enumerate(old_keys):
        if index not in taken:
            places.setdefault(item, []).append(index)
    for index, item in enumerate(new_keys):
        if index not in found and words(new[index]).strip() and places.get(item):
            found[index] = places[item].pop(0)
    taken = set(found.values())
    rest_old = [i for i in range(len(old)) if i not in taken]
    rest_new = [i for i in range(len(new)) if i not in found]
    scored = sorted(
        ((similarity(words(old[i]), words(new[j]), least), i, j) for i in rest_old for j in rest_new),
        key=lambda s: (-s[0], abs(s[1] - s[2]), s[1], s[2]),
    )
    for score, i, j in scored:
        if score < least:
            break
        if i not in taken and j not in found:
            found[j] = i
            taken.add(i)
    # One for one in a gap between matched neighbours: rewritten beyond likeness, yet in the same place.
    for j in rest_new:
        if j in found:
            continue
        before = found.get(j - 1, -1) if j else -1
        i = before + 1
        follows = i + 1 == len(old) if j + 1 == len(new) else found.get(j + 1) == i + 1
        if i < len(old) and i not in taken and follows and (j == 0 or j - 1 in found):
            found[j] = i
            taken.add(i)
    return found


def _equal(old: Sequence[Hashable], new: Sequence[Hashable]) -> dict[int, int]:
    """Index in `new` → index in `old` of equal ones, in order: from both ends first, so that of twins the one in its place is
    taken."""
    both = range(min(len(old), len(new)))
    head = next((n for n in both if old[n] != new[n]), len(both))
    tail = next((n for n in both[: len(both) - head] if old[-1 - n] != new[-1 - n]), len(both) - head)
    found = {n: n for n in range(head)} | {len(new) - 1 - n: len(old) - 1 - n for n in range(tail)}
    middle = SequenceMatcher(None, old[head : len(old) - tail], new[head : len(new) - tail], autojunk=False)
    for block in middle.get_matching_blocks():
        found.update((head + block.b + n, head + block.a + n) for n in range(block.size))
    return found


def _insert(order: list[K], extra: Sequence[K], source: Sequence[K]) -> list[K]:
    """Put each of `extra` after the nearest element before it in `source` that stands in `order` already, and after what only
    the other side has there: that stays with its own neighbour."""
    result = list(order)
    wanted, known = set(extra), set(source)
    for position, item in enumerate(source):
        if item not in wanted or item in result:
            continue
        before = next((source[n] for n in range(position - 1, -1, -1) if source[n] in result), None)
        at = result.index(before) + 1 if before is not None else 0
        while before is not None and at < len(result) and result[at] not in known:
            at += 1
        result.insert(at, item)
    return result


def moved(before: Sequence[K], after: Sequence[K]) -> list[K]:
    """Who changed place, in the order of `after`: those outside the longest run that kept its order.
    Both hold the same elements."""
    place = {item: n for n, item in enumerate(before)}
    best: list[list[int]] = []
    for item in after:
        chain = max((c for c in best if c[-1] < place[item]), key=len, default=[])
        best.append([*chain, place[item]])
    stayed = set(max(best, key=len, default=[]))
    return [item for item in after if place[item] not in stayed]


def move_like(order: Sequence[K], items: Sequence[K], pattern: Sequence[K]) -> list[K]:
    """`order` with `items` put where `pattern` has them: after the nearest element before them there."""
    wanted = set(items)
    return _insert([item for item in order if item not in wanted], [item for item in order if item in wanted], pattern)


def merge_order(base: Sequence[K], mine: Sequence[K], theirs: Sequence[K], kept: set[K]) -> list[K]:
    """The order of the elements in `kept`. What one side alone moved goes where that side put it, what both moved where `mine`
    did. What one side alone has follows its neighbour there."""
    common = [item for item in base if item in mine and item in theirs]
    shared = set(common)
    ours = set(moved(common, [item for item in mine if item in shared]))
    # Theirs is judged by what mine left in place: who changed places with an element that mine moved did not move.
    rest = [item for item in common if item not in ours]
    other = moved(rest, [item for item in theirs if item in set(rest)])
    order = move_like([item for item in mine if item in kept], [item for item in other if item in kept], theirs)
    return _insert(order, [item for item in theirs if item in kept], theirs)


def merge_presence(base: Sequence[K], mine: Sequence[K], theirs: Sequence[K]) -> set[K]:
    """Which elements stay where neither side's content says otherwise: taken away by either is gone, added by either is
    there."""
    was, in_mine, in_theirs = set(base), set(mine), set(theirs)
    return {item for item in in_mine | in_theirs if (item in in_mine and item in in_theirs) or item not in was}
