"""Words that go with the parts that they stand in: a part that reads as we wrote it reads as we write it next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from deck.drawing.names import Element, qn
from deck.drawing.sheet import TITLES, Sheets, placeholder_of, properties_of, walk
from deck.pptx.identity import creation_of
from deck.refresh.guard.losable import Losable, spoken
from deck.refresh.guard.side import whose

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


def repeated(sheets: Sheets, pages: Sequence[str], left: Collection[str]) -> Counter[Losable]:
    """The words and alternative texts of a slide's pages that go (those not in `left`) which another of its pages says in the
    same place: title and sources, what a table is about. A look that a program wrote anew may need fewer pages than the deck was
    made with."""
    found: Counter[Losable] = Counter()
    said = {
        part: {place: spoken(item) for item in _shapes(sheets, part) if (place := _place(item))} | _headings(sheets, part)
        for part in pages
    }
    told = {part: _described(sheets, part) for part in pages}
    kept, still = [said[part] for part in pages if part in left], {item for part in pages if part in left for item in told[part]}
    for part in pages:
        if part in left:
            continue
        for place, words in said[part].items():
            if any(other.get(place) == words for other in kept):
                found += words
        found += Counter(Losable("alt", text) for place, text in told[part] if (place, text) in still)
    return found


def _described(sheets: Sheets, part: str) -> list[tuple[str, str]]:
    """The places of ours that have an alternative text, each with it."""
    found = ((whose(item), properties_of(item)) for item in walk(sheets.sheet(part).tree))
    texts = ((place, props.get("descr", "").strip()) for place, props in found if place and props is not None)
    return [(place, text) for place, text in texts if text]


def _headings(sheets: Sheets, part: str) -> dict[str, Counter[Losable]]:
    """The words of the first row of each table of ours: where it goes on, they stand on each page."""
    frames = [item for item in walk(sheets.sheet(part).tree) if item.tag.endswith("}graphicFrame") and whose(item)]
    rows = ((whose(item), next(item.iter(qn("a:tr")), None)) for item in frames)
    return {f"{place} tr": spoken(row) for place, row in rows if row is not None}


def _place(shape: Element) -> str:
    """The slot that a shape stands for; a title is known as one whatever a program called it."""
    holder = placeholder_of(shape)
    kind = holder.get("type", "") if holder is not None else ""
    return "title" if kind in TITLES else whose(shape)


def _marked(sheets: Sheets, parts: Sequence[str]) -> dict[str, Counter[Losable]]:
    """Id for life → the shape's words. An id that two shapes have tells nothing."""
    shapes = [(mark, item) for part in parts for item in _shapes(sheets, part) if (mark := creation_of(item))]
    times = Counter(mark for mark, _item in shapes)
    return {mark: spoken(item) for mark, item in shapes if times[mark] == 1}


def _shapes(sheets: Sheets, part: str) -> list[Element]:
    return [item for item in walk(sheets.sheet(part).tree) if item.tag.endswith("}sp")]


__all__ = ["renewed", "repeated"]
