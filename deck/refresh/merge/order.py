"""The order of the show merged three ways. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from deck.refresh.merge.decisions import Spot
from deck.refresh.sequence import merge_order, move_like, moved


def merged_order(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Of all elements that any side has."""
    return merge_order(base, mine, theirs, {*base, *mine, *theirs})


@dataclass(frozen=True)
class Order:
    """`value`: slides as they shall stand; `base`: as the next base has them. `theirs`: who was moved by the guidance alone; `mine`: by
    the owner alone."""

    value: list[str]
    base: list[str]
    theirs: tuple[str, ...]
    mine: tuple[str, ...]


def merge_show(
    base: Sequence[str], mine: Sequence[str], theirs: Sequence[str], kept: Collection[str], titles: dict[str, str], spot: Spot
) -> Order:
    """What both sides moved, differently, is the owner's to decide; it takes those slides and no others."""
    common = [key for key in base if key in mine and key in theirs]
    shared = set(common)
    ways = [[key for key in side if key in shared] for side in (mine, theirs)]
    base_order = [*theirs, *(key for key in base if key not in theirs)]
    ours, other = moved(common, ways[0]), moved(common, ways[1])
    both = [key for key in ours if key in other] if ways[0] != ways[1] else []
    if both:
        words = ["\n".join(titles.get(key, key) for key in side) for side in (common, *ways)]
        choice = spot.clash(*words)
        if choice is None:
            base_order = move_like(base_order, both, base)
        if choice == "theirs":
            mine = move_like(mine, both, [key for key in theirs if key in mine])
    parted = ways[0] != ways[1]
    return Order(
        value=merge_order(base, mine, theirs, set(kept)),
        base=base_order,
        theirs=tuple(key for key in other if key not in ours) if parted else (),
        mine=tuple(key for key in ours if key not in both) if parted else (),
    )


__all__ = ["Order", "merge_show", "merged_order"]
