"""Which layout the template's own slides have as their cover. As a rule the first slide's; but a caption under a photograph, or
whatever else the first one shows, is none where a later one stands in a layout that is made for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median

from deck.template.layouts import Drawn
from deck.template.names import called

STANDS_OUT = 1.2
"""So many times the size of the other titles a cover's is at least that nothing else tells for."""


def cover_of(every: Sequence[Drawn], uses: Mapping[str, int], first: str) -> str:
    """The part of the layout that opens a deck: `first`, which the first slide has, where it says or shows that it is a cover, or
    no other that slides use says so. `every`: all layouts; `uses`: slides on each, by its part."""
    mine = next((item for item in every if item.layout.part == first), None)
    if mine is None or is_made(mine) or _stands_out(mine, every):
        return first
    others = [item for item in every if item.layout.part in uses and is_made(item)]
    others.sort(key=lambda item: (item.layout.type != "title", -uses[item.layout.part]))
    return others[0].layout.part if others else first


def is_made(drawn: Drawn) -> bool:
    """Does a layout say that it is a cover, and none that says farewell?"""
    layout = drawn.layout
    said = layout.type == "title" or called("title", layout.name) or any(item.type == "ctrTitle" for item in drawn.titles)
    return said and not called("closing", layout.name)


def _stands_out(mine: Drawn, every: Sequence[Drawn]) -> bool:
    """Is its title larger than those of its master's other layouts?"""
    others = [_size(item) for item in every if item is not mine and item.layout.master == mine.layout.master and item.titles]
    return bool(others and mine.titles) and _size(mine) >= STANDS_OUT * median(others)


def _size(drawn: Drawn) -> float:
    return drawn.titles[0].style.levels[0].size_pt


__all__ = ["cover_of", "is_made"]
