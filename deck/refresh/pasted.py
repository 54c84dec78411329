"""Slides of ours that came into the deck by its owner's hand before the guidance brought them: pasted from a newer deck."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from deck.pptx.reader import ReadDeck
from deck.presentation import Presentation


@dataclass(frozen=True)
class PastedSlide:
    """`slide`: its id for life. `noted`: it brought its notes along."""

    slide: str
    noted: bool


def pasted_in(deck: ReadDeck, base: Presentation) -> tuple[PastedSlide, ...]:
    """The slides of the file that bear ids which the base does not have."""
    known = {slide.id for slide in base.slides}
    new = [piece for piece in deck.slides if piece.slide and piece.slide not in known]
    return tuple(PastedSlide(piece.slide, deck.package.one(piece.part, "notesSlide") is not None) for piece in new)


def with_pasted(base: Presentation, theirs: Presentation, pasted: Collection[PastedSlide]) -> Presentation:
    """The base with those of them that the guidance has now, as it has them, each after the one that it follows there: what such
    a slide says else is its owner's, and it comes no second time."""
    slides = list(base.slides)
    sections = {section.id for section in base.sections}
    noted = {item.slide: item.noted for item in pasted}
    for n, slide in enumerate(theirs.slides):
        if slide.id not in noted:
            continue
        before = {item.id for item in theirs.slides[:n]}
        at = max((k + 1 for k, item in enumerate(slides) if item.id in before), default=0)
        known = slide.section if slide.section in sections or not slides else slides[max(at - 1, 0)].section
        slides.insert(at, replace(slide, section=known, notes=slide.notes if noted[slide.id] else ()))
    return base if len(slides) == len(base.slides) else replace(base, slides=tuple(slides))


__all__ = ["PastedSlide", "pasted_in", "with_pasted"]
