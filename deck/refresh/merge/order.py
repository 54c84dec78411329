"""The order of the show merged three ways. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from deck.refresh.merge.decisions import MergeSpot
from deck.refresh.sequence import merge_order, move_like, moved


def merged_order(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Of all elements that any side has."""
    return merge_order(base, mine, theirs, {*base, *mine, *theirs})


@dataclass(frozen=True)
class Order:
    """`value`: slides as they shall stand; `base`: as the next base has them, those that the guidance no longer has and their
    owner keeps where nobody moved them. `theirs`: who was moved by the guidance alone;
    `mine`: by the owner alone."""

    value: list[str]
    base: list[str]
    theirs: tuple[str, ...]
    mine: tuple[str, ...]


def merge_show(
    base: Sequence[str],
    mine: Sequence[str],
    theirs: Sequence[str],
    kept: Collection[str],
    titles: dict[str, str],
    spot: MergeSpot,
) -> Order:
    """What both sides moved, differently, is the owner's to decide; it takes those slides and no others. Until then the owner's
    order stands. The owner's own slides follow those that they stood after."""
    own = [key for key in mine if key in kept and key not in base and key not in theirs]
    ours = [key for key in mine if key not in own]
    common = [key for key in base if key in ours and key in theirs]
    ways = [[key for key in side if key in set(common)] for side in (ours, theirs)]
    moves = [moved(common, way) for way in ways]
    both = [key for key in moves[0] if key in moves[1]] if ways[0] != ways[1] else []
    choice = spot.clash(*("\n".join(titles.get(key, key) for key in way) for way in (common, *ways))) if both else None
    if both and choice is None:
        theirs = _in_order(theirs, common)
    if choice == "theirs":
        ours = move_like(ours, both, [key for key in theirs if key in ours])
    parted = ways[0] != ways[1]
    return Order(
        value=_followed(merge_order(base, ours, theirs, set(kept)), own, mine),
        base=merge_order(base, base, theirs, {*base, *theirs}),
        theirs=tuple(key for key in moves[1] if key not in moves[0]) if parted and (choice or not both) else (),
        mine=tuple(key for key in moves[0] if key not in both) if parted else (),
    )


def _in_order(order: Sequence[str], items: Sequence[str]) -> list[str]:
    """`order`, the places of `items` in it taken by them in their own order: while a question is open, nobody moves."""
    rest = iter(items)
    known = set(items)
    return [next(rest) if key in known else key for key in order]


def _followed(order: list[str], own: Sequence[str], mine: Sequence[str]) -> list[str]:
    """With the owner's own slides, each after the one that it stood after."""
    result = list(order)
    for key in own:
        before = next((other for other in reversed(mine[: list(mine).index(key)]) if other in result), None)
        result.insert(result.index(before) + 1 if before is not None else 0, key)
    return result


__all__ = ["Order", "merge_show", "merged_order"]
