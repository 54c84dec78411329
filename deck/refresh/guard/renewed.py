"""Words that go with the parts that they stand in: a part that reads as we wrote it reads as we write it next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from deck.drawing.names import Element
from deck.drawing.sheet import Sheets, walk
from deck.pptx.identity import creation_of
from deck.refresh.guard.inventory import Losable, spoken

SlideParts = Mapping[str, Sequence[str]]
"""A deck's slides: key → the parts of their pages."""


def renewed(
    mine: tuple[Sheets, SlideParts], now: tuple[Sheets, SlideParts], then: tuple[Sheets, SlideParts], slides: Collection[str]
) -> dict[str, Counter[Losable]]:
    """Key → the words that leave the slide where each part that its owner left as it was is written anew. What the slide says
    in all does not tell: where a step has been deleted, the next one's "3" becomes "4", and no other "3" is there instead."""
    found: dict[str, Counter[Losable]] = {}
    for key in slides:
        here, was, will = (_marked(sheets, parts.get(key, ())) for sheets, parts in (mine, now, then))
        left = (words - will.get(mark, Counter()) for mark, words in was.items() if here.get(mark) == words)
        found[key] = sum(left, Counter())
    return found


def _marked(sheets: Sheets, parts: Sequence[str]) -> dict[str, Counter[Losable]]:
    """Id for life → the shape's words. An id that two shapes have tells nothing."""
    shapes = [(mark, item) for part in parts for item in _shapes(sheets, part) if (mark := creation_of(item))]
    times = Counter(mark for mark, _item in shapes)
    return {mark: spoken(item) for mark, item in shapes if times[mark] == 1}


def _shapes(sheets: Sheets, part: str) -> list[Element]:
    return [item for item in walk(sheets.sheet(part).tree) if item.tag.endswith("}sp")]


__all__ = ["renewed"]
