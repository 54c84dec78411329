"""Pages of a slide that the base, as it is laid out now, has not: the counters in their titles tell whose they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deck.drawing.sheet import contents
from deck.pptx.pages import counted
from deck.pptx.reader import ReadSlide
from deck.refresh.pages import Page
from deck.refresh.strays import Stray


@dataclass(frozen=True)
class Known:
    """A slide of the file that is ours. `page`: the one of the base that it is like; `piece`: what its tags are to say."""

    page: Page
    stray: Stray
    piece: ReadSlide


def known_by_content(page: Page, stray: Stray) -> Known:
    """A slide that was found by what it says: of as many pages as its title says, for those may have been more once."""
    parts = next((parts for _title, number, parts in _counters(stray) if number == page.piece.number), 0)
    return Known(page, stray, replace(page.piece, parts=max(parts, page.piece.parts)))


def further(known: Sequence[Known], strays: Sequence[Stray]) -> list[Known]:
    """Those of the other slides that go on a known one: the same title, a later page of as many."""
    begun = {(title, parts): item for item in known for title, number, parts in _counters(item.stray) if number == 1}
    taken = {item.piece.id for item in known}
    found: list[Known] = []
    for stray in strays:
        for title, number, parts in _counters(stray):
            first = begun.get((title, parts))
            if first is None or not 1 < number <= parts:
                continue
            piece = replace(first.piece, number=number, parts=parts)
            if piece.id not in taken:
                taken.add(piece.id)
                found.append(Known(first.page, stray, piece))
                break
    return found


def _counters(stray: Stray) -> list[tuple[str, int, int]]:
    words = map(stray.reader.words, contents(stray.reader.sheet.tree))
    return [found for said in words if (found := counted(said)) is not None]


__all__ = ["Known", "further", "known_by_content"]
