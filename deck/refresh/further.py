"""Pages of a slide that the base, as it is laid out now, has not: the counters in their titles tell whose they are."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
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


def known_by_content(matched: Sequence[tuple[Page, Stray]]) -> list[Known]:
    """Slides that were found by what they say: of as many pages as their titles say, for those may have been more once; then
    the third of three may be most like the second of two that there are today, and is the third."""
    found: dict[str, Known] = {}
    for page, stray in matched:
        piece = page.piece
        for _title, number, parts in _counters(stray):
            if number == piece.number or (parts != piece.parts and 1 <= number <= parts):
                piece = replace(piece, number=number, parts=max(parts, piece.parts))
                break
        piece = page.piece if piece.id in found else piece
        found[piece.id] = Known(page, stray, piece)
    return list(found.values())


def begun(
    matched: Sequence[tuple[Page, Stray]], generated: Mapping[str, Sequence[Page]], found: Collection[str]
) -> list[tuple[Page, Stray]]:
    """What was found by its content, a slide that no counter says to be a later page as the first one, where that is not
    there: we would lay it out on more pages than the deck was made with, and it is like the one that has most of its words."""
    taken = {page.id for page, _stray in matched} | set(found)
    pairs: list[tuple[Page, Stray]] = []
    for page, stray in matched:
        first = next((item for pages in generated.values() if page in pages for item in pages[:1]), page)
        if first.id not in taken and not _counters(stray):
            taken.add(first.id)
            pairs.append((first, stray))
        else:
            pairs.append((page, stray))
    return pairs


def further(known: Sequence[Known], strays: Sequence[Stray]) -> list[Known]:
    """Those of the other slides that belong to a known one: the same title, another page of as many."""
    begun: dict[tuple[str, int], Known] = {}
    for item in sorted(known, key=lambda item: item.piece.number):
        for title, _number, parts in _counters(item.stray):
            begun.setdefault((title, parts), item)
    taken = {item.piece.id for item in known}
    found: list[Known] = []
    for stray in strays:
        for title, number, parts in _counters(stray):
            first = begun.get((title, parts))
            if first is None or not 1 <= number <= parts:
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


__all__ = ["Known", "begun", "further", "known_by_content"]
