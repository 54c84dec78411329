"""What its owner has at the foot of all slides, or of none: a new slide has it, too, or does without."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from deck.drawing.names import Element, child, detach, qn
from deck.drawing.sheet import FURNITURE as IN_PLACE
from deck.drawing.sheet import contents, placeholder_of
from deck.pptx.shapes import CREATION_URI
from deck.presentation import Presentation
from deck.refresh.document import Document, renumber, shape_ids
from deck.refresh.pages import FURNITURE, Page
from deck.refresh.transform import write_box
from deck.template.roomy import FRONT

MOST = 0.8
"""The share of the slides, covers apart, that have it: a date for all was applied to all."""


@dataclass(frozen=True)
class Foot:
    """`taken_off`: footer, date or number ("ftr" …), where we put it on slides and their owner has it on none of them; `given`:
    where we put it on none and their owner has it on nearly all, with a page and the shape there."""

    taken_off: frozenset[str] = frozenset()
    given: tuple[tuple[Page, Element], ...] = ()

    def put_on(self, document: Document, part: str) -> None:
        """A new slide with it, where it has a foot, or without."""
        tree = child(document.tree(part), "p:cSld", "p:spTree")
        if tree is None or not (self.taken_off or self.given):
            return
        kinds = {holder.get("type", ""): shape for shape in contents(tree) if (holder := placeholder_of(shape)) is not None}
        for kind in self.taken_off & set(kinds):
            detach(kinds[kind])
        for page, shape in self.given if set(kinds) & set(IN_PLACE) else ():
            new = document.carried(shape, page.part, part)
            for mark in [item for item in new.iter(qn("a:ext")) if item.get("uri", "") == CREATION_URI]:
                detach(mark)
            if (box := page.box(shape)) is not None:
                write_box(new, box)
            renumber(new, shape_ids(tree))
            tree.append(new)


def foot_of(now: Presentation, mine: Mapping[str, Sequence[Page]], ours: Mapping[str, Sequence[Page]]) -> Foot:
    """`now`: what the deck says; `mine`: its pages; `ours`: as we would write them of the base."""
    front = {slide.id for slide in now.slides if slide.kind in FRONT}
    taken, given = set[str](), list[tuple[Page, Element]]()
    for kind in FURNITURE:
        here = _standing(mine, kind)
        there = _standing({key: ours.get(key, ()) for key in mine}, kind)
        if there and not there.keys() & here.keys():
            taken.add(kind)
        common = {key: pair for key, pair in here.items() if key not in front}
        if not there and common and len(common) >= MOST * len(mine.keys() - front):
            said = Counter(page.reader.words(shape) for page, shape in common.values())
            usual = said.most_common(1)[0][0]
            given.append(next(pair for pair in common.values() if pair[0].reader.words(pair[1]) == usual))
    return Foot(frozenset(taken), tuple(given))


def _standing(pages: Mapping[str, Sequence[Page]], kind: str) -> dict[str, tuple[Page, Element]]:
    """The slides that have it, each with its first page that does."""
    found: dict[str, tuple[Page, Element]] = {}
    for key, group in pages.items():
        for page in group:
            if (shape := page.shape(f"furniture-{kind}")) is not None:
                found.setdefault(key, (page, shape))
    return found


__all__ = ["Foot", "foot_of"]
