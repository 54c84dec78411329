"""The slides of a file that are ours, found by their tags or, where those are lost, by what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from deck.pptx.identity import number
from deck.pptx.reader import ReadDeck, ReadSlide, notes_of
from deck.pptx.slots import SlideReader
from deck.presentation import Presentation
from deck.refresh.assign import assign
from deck.refresh.likeness import bag, name_of, overlap, words_on
from deck.refresh.pages import Page
from deck.refresh.sequence import similarity


def by_tags(
    deck: ReadDeck, base: Presentation, generated: Mapping[str, Sequence[Page]]
) -> tuple[dict[str, ReadSlide], list[str]]:
    """Page id → its slide in the file; and the parts of copies: a tag twice, or one that the base does not know."""
    groups: dict[str, list[ReadSlide]] = {}
    copies: list[str] = []
    for piece in deck.slides:
        if not piece.slide:
            continue
        if base.slide(piece.slide) is None:
            copies.append(piece.part)
        else:
            groups.setdefault(piece.id, []).append(piece)
    found: dict[str, ReadSlide] = {}
    pages = {page.id: page for group in generated.values() for page in group}
    for key, pieces in groups.items():
        # PowerPoint gives a copy a creation id of its own; others keep it, and then the one most like the base is the original.
        wanted = number("slide", key)
        page = pages.get(key)
        said = words_on(page.reader) if page else ""

        likeness = [
            (piece.creation == wanted, similarity(said, Stray(deck, piece, base.lang).text) if len(pieces) > 1 else 1.0)
            for piece in pieces
        ]
        best = pieces[max(range(len(pieces)), key=likeness.__getitem__)]
        found[key] = best
        copies += [piece.part for piece in pieces if piece is not best]
    return found, copies


@dataclass(frozen=True, eq=False)
class Stray:
    """A slide of the file that is to be recognised."""

    deck: ReadDeck
    piece: ReadSlide
    lang: str
    ids: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def reader(self) -> SlideReader:
        return SlideReader(
            self.deck.package, sheet=self.deck.sheets.sheet(self.piece.part), slide_id="", lang=self.lang, ids=self.ids
        )

    @cached_property
    def text(self) -> str:
        return words_on(self.reader)

    @cached_property
    def notes(self) -> str:
        return "\n".join(p.text for p in notes_of(self.deck.package, self.deck.sheets, self.piece.part, self.lang, self.ids))

    @cached_property
    def names(self) -> set[str]:
        return {name for shape in self.reader.shapes if "(" in (name := name_of(shape))}


def by_content(lost: Sequence[Page], strays: Sequence[Stray], least: float) -> list[tuple[Page, Stray]]:
    """Slides without ids, each with the one of the base that it is most like, the best for all together."""
    if not lost or not strays:
        return []
    bags = [
        (bag(words_on(page.reader)), bag(_notes(page)), {name for s in page.reader.shapes if "(" in (name := name_of(s))})
        for page in lost
    ]
    seen = [(bag(stray.text), bag(stray.notes), stray.names) for stray in strays]
    scores = [
        [_alike(one, other) + 0.02 * (1 - abs(i / len(lost) - j / len(strays))) for j, other in enumerate(seen)]
        for i, one in enumerate(bags)
    ]
    # The sure ones first: the assignment's cost grows with the cube.
    pairs: dict[int, int] = {}
    for i, row in enumerate(scores):
        j = max(range(len(row)), key=row.__getitem__)
        rivals = [scores[k][j] for k in range(len(scores)) if k != i]
        if row[j] > 0.9 and max(rivals, default=0.0) < 0.75 and sorted(row)[-2:][0] < 0.75:
            pairs[i] = j
    rows = [i for i in range(len(lost)) if i not in pairs]
    columns = [j for j in range(len(strays)) if j not in pairs.values()]
    rest = assign([[scores[i][j] for j in columns] for i in rows], least)
    pairs |= {rows[i]: columns[j] for i, j in rest.items()}
    return [(lost[i], strays[j]) for i, j in sorted(pairs.items())]


def _notes(page: Page) -> str:
    reader = page.reader
    return "\n".join(p.text for p in notes_of(reader.package, reader.sheet.sheets, page.part, reader.lang, reader.ids))


def _alike(one: tuple[Counter[str], Counter[str], set[str]], other: tuple[Counter[str], Counter[str], set[str]]) -> float:
    """0 to 1 by words shown, words noted and the names of shapes, as far as both sides have them."""
    parts = [(0.55, overlap(one[0], other[0]))]
    if one[1] and other[1]:
        parts.append((0.3, overlap(one[1], other[1])))
    if one[2] and other[2]:
        parts.append((0.15, len(one[2] & other[2]) / len(one[2] | other[2])))
    return sum(weight * value for weight, value in parts) / sum(weight for weight, _value in parts)


__all__ = ["Stray", "by_content", "by_tags"]
