"""Lists merged three ways: which elements are there, each on its own, and their order. Pure."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from deck.presentation import Cell, Paragraph
from deck.refresh.merge.decisions import Leaf, MergeSpot, settle
from deck.refresh.plan import Terms
from deck.refresh.sequence import align, merge_order, merge_presence, move_like

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
Names = Callable[[Any], str]
"""An element's key → its name in an address."""


@dataclass(frozen=True)
class MergedList(Generic[T]):
    """Elements by key, in order, in the result and in the next base."""

    results: Mapping[Hashable, T]
    bases: Mapping[Hashable, T]

    @property
    def value(self) -> list[T]:
        return list(self.results.values())

    @property
    def base(self) -> list[T]:
        return list(self.bases.values())


def paragraph_names(base: Sequence[Paragraph], mine: Sequence[Paragraph], theirs: Sequence[Paragraph]) -> Names:
    """A paragraph's number in the owner's text; where it is there no more, in the base's. One alone needs no number."""

    def name(key: Any) -> str:
        if max(len(base), len(mine), len(theirs)) < 2:
            return ""
        side, number = key
        return str(number + 1) if side == "m" else f"was-{number + 1}"

    return name


def merge_list(
    sides: tuple[Sequence[T], Sequence[T], Sequence[T]],
    *,
    key: Callable[[T], Hashable],
    words: Callable[[T], str],
    same: Callable[[T, T], bool],
    one: Callable[[T, T, T, MergeSpot], Leaf[T]],
    spot: MergeSpot,
    names: Names,
) -> MergedList[T]:
    """Elements that are known by likeness."""
    base, mine, theirs = sides
    from_mine, from_theirs = align(base, mine, key, words), align(base, theirs, key, words)
    mine_keys: list[Hashable] = [("b", from_mine[j]) if j in from_mine else ("m", j) for j in range(len(mine))]
    theirs_keys: list[Hashable] = [("b", from_theirs[j]) if j in from_theirs else ("t", j) for j in range(len(theirs))]
    # The same new element on both sides is one.
    new_mine = {key(mine[j]): k for j, k in enumerate(mine_keys) if k == ("m", j)}
    theirs_keys = [
        new_mine.pop(key(theirs[j])) if k == ("t", j) and key(theirs[j]) in new_mine else k for j, k in enumerate(theirs_keys)
    ]
    places = {k: ("m", j) for j, k in enumerate(mine_keys)}
    return merge_known(
        {("b", i): item for i, item in enumerate(base)},
        dict(zip(mine_keys, mine, strict=True)),
        dict(zip(theirs_keys, theirs, strict=True)),
        words=words,
        same=same,
        one=one,
        spot=spot,
        names=lambda k: names(places.get(k, k)),
    )


def merge_known(
    base: Mapping[Hashable, T],
    mine: Mapping[Hashable, T],
    theirs: Mapping[Hashable, T],
    *,
    words: Callable[[T], str],
    same: Callable[[T, T], bool],
    one: Callable[[T, T, T, MergeSpot], Leaf[T]],
    spot: MergeSpot,
    names: Names,
) -> MergedList[T]:
    """Elements known by key. What either took away is gone, unless the other side changed it (not `same`, or in its looks, and
    not emptied): that is for the owner to decide. What either added is there."""
    found: dict[Hashable, Leaf[T | None]] = {}
    for key in [*mine, *(k for k in theirs if k not in mine), *(k for k in base if k not in mine and k not in theirs)]:
        old, ours, other = base.get(key), mine.get(key), theirs.get(key)
        styled = other is None and spot.touched((str(key),))
        found[key] = _element(
            old, ours, other, words, (lambda _one, _other: False) if styled else same, one, spot.inner(names(key))
        )
    kept = merge_presence(list(base), list(mine), list(theirs)) | {k for k, leaf in found.items() if leaf.value is not None}
    order = merge_order(list(base), list(mine), list(theirs), kept)
    results = {key: value for key in order if (value := found[key].value) is not None}
    base_order = [*theirs, *(key for key in base if key not in theirs)]
    base_order = move_like(base_order, [key for key in base if key not in theirs], list(base))
    return MergedList(results, {key: value for key in base_order if key in found and (value := found[key].base) is not None})


def _element(
    old: T | None,
    ours: T | None,
    other: T | None,
    words: Callable[[T], str],
    same: Callable[[T, T], bool],
    one: Callable[[T, T, T, MergeSpot], Leaf[T]],
    spot: MergeSpot,
) -> Leaf[T | None]:
    """One element's value and next base; None: it is not there."""
    if old is None:
        return Leaf(other if ours is None else ours, other)
    if ours is not None and other is not None:
        found = one(old, ours, other, spot)
        return Leaf(found.value, found.base)
    if ours is None and other is None:
        return Leaf(None, None)
    there = other if ours is None else ours
    assert there is not None
    if same(old, there) or not words(there).strip():
        return Leaf(None, other)
    return settle(Terms(base=old, mine=ours, theirs=other), spot.clash(old, ours, other))


@dataclass(frozen=True)
class Axis(Generic[K]):
    """Columns, categories or series: which stand, in order, in the result and in the next base. `held`: those whose base waits
    for a decision."""

    value: list[K]
    base: list[K]
    held: frozenset[K]


def merge_axis(
    sides: tuple[Sequence[K], Sequence[K], Sequence[K]], at: Callable[[int, K], Mapping[Any, Any]], spot: MergeSpot, names: Names
) -> Axis[K]:
    """One that theirs took away, yet the owner edited, or said something in where there was no place before, stays; one that the
    owner took away stays away; each a conflict where the other side has edited it. `at`: (side, item) → its values by where
    they stand."""
    base, mine, theirs = sides
    kept = merge_presence(base, mine, theirs)
    in_base, held = set(theirs), set[K]()
    for item in base:
        if (item in mine) == (item in theirs):
            continue
        side = 1 if item in mine else 2
        was, now = at(0, item), at(side, item)
        added = side == 1 and any(_is_said(now[place]) for place in now if place not in was)
        if not added and all(now[place] == was[place] for place in now if place in was):
            continue
        gone = spot.inner(names(item))
        terms = Terms(base=was, mine=now if side == 1 else None, theirs=now if side == 2 else None)
        found = settle(terms, choice := gone.clash(terms.base, terms.mine, terms.theirs))
        if found.value is not None:
            kept.add(item)
        if choice is None:
            in_base.add(item)
            held.add(item)
    value = merge_order(base, mine, theirs, kept)
    waiting = [item for item in base if item in held and item not in theirs]
    # One that waits stands in the base where it stands in the file: next time it may be known by its place alone.
    order = move_like([*theirs, *waiting], waiting, value)
    return Axis(value, [item for item in order if item in in_base], frozenset(held))


def _is_said(value: Any) -> bool:
    """Whether a cell, or a value of a chart, says something."""
    return bool(value.text.strip()) if isinstance(value, Cell) else value is not None


def told_apart(items: Sequence[T]) -> tuple[T, ...]:
    """A row or item that its owner copied has the original's id: each later one gets one of its own."""
    seen: set[str] = set()
    found: list[T] = []
    for item in items:
        first = name = str(getattr(item, "id"))  # noqa: B009
        number = 1
        while name in seen:
            number += 1
            name = f"{first}~{number}"
        seen.add(name)
        found.append(item if name == first else replace(item, id=name))  # type: ignore[type-var]
    return tuple(found)


__all__ = ["Axis", "MergedList", "Names", "merge_axis", "merge_known", "merge_list", "paragraph_names", "told_apart"]
