"""A deck's slides on their way into another look: what of it is new, and where things stood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deck.diagnostics import Where
from deck.drawing.names import Element, whole
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import placeholder_of
from deck.geometry import Box
from deck.pptx.slots import SlideReader
from deck.refresh.apply.bench import Bench
from deck.refresh.document import Graft
from deck.refresh.pages import Page, near
from deck.refresh.relay import Standing
from deck.refresh.resize import Resize
from deck.refresh.written import Written
from deck.template.model import Template


@dataclass(frozen=True)
class Move:
    """`fresh`: what the deck says, as we would write it in the new look `after`; `graft`: brings it; `resize`: from one
    slide size to the other."""

    bench: Bench
    after: Template
    fresh: Written
    graft: Graft
    resize: Resize

    def reading(self, part: str) -> Page:
        """A slide of the owner's, to be read."""
        deck = self.bench.deck
        piece = next(item for item in deck.slides if item.part == part)
        return Page(
            SlideReader(deck.package, sheet=deck.sheets.sheet(part), slide_id="", lang=self.bench.lang, ids={}), piece=piece
        )

    def standing(self, page: Page, shapes: Sequence[Element]) -> list[Standing]:
        """Placeholders with the boxes that they have, in the new slide's measure."""
        found: list[Standing] = []
        for shape in shapes:
            ph = placeholder_of(shape)
            if ph is None:
                continue
            box = page.box(shape)
            above = page.reader.sheet.inherited(ph.get("type", "obj"), whole(ph.get("idx")))
            default = next((place for item in above if (place := extent(xfrm_of(item)))), None)
            own = extent(xfrm_of(shape))
            moved = own is not None and (default is None or not near(Box(*own), Box(*default)))
            found.append(Standing(shape, ph.get("type", "obj"), self.resize.box(box) if box else None, moved))
            self.resize.place(shape)
        return found

    def tell(self, part: str, message: str) -> None:
        """What the owner should look at on a slide."""
        number = next((n for n, piece in enumerate(self.bench.deck.slides, 1) if piece.part == part), 0)
        self.bench.problems.info("new-look", message, Where(self.bench.before.name, part=part, slide=number))


__all__ = ["Move"]
