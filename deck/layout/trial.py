"""How well a slide stands in a mould: what is wrong with its pages, weighed. A trial is made once for all that give equal slots
and an equal mould."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from deck.geometry import Box
from deck.layout.audit import AuditFrame, Fault, frame_of, page_faults, words_in
from deck.layout.model import Placed, PlacedText
from deck.layout.mould import Mould
from deck.layout.slides import Pages, is_cover, lay_out_pages
from deck.memory import Itself
from deck.presentation import Slot

TROUBLE, FAULT = 100.0, 100.0
"""What does not fit, and what is wrong with what came out."""
WEIGHTS = {"covers-decoration": 60.0}
"""Words on a line of the template's may still be read."""
CROSSING, EDGE = 12.0, 0.05
"""What it weighs that something lies across the edge of a field of another colour, more than a continuation; and the share of it
that must be on either side for that."""
MOST = 3.0
"""Points by which a text may be too high before that weighs as a fault of its own: as much more for each line lost."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What a slide became, and what is wrong with it: 0 where nothing is."""

    made: Pages
    weight: float
    faults: tuple[Fault, ...] = ()


@lru_cache(maxsize=256)
def tried(slots: tuple[Slot, ...], mould: Mould, lang: str) -> Trial:
    """A slide's slots in a mould, judged."""
    made = lay_out_pages(slots, mould, lang)
    roles = tuple((slot.id, slot.role) for slot in slots)
    frame = Itself(frame_of(Itself(mould)))
    found = [fault for page in made.pages for fault in page_faults(Itself(page), roles, frame)]
    wrong = sum(WEIGHTS.get(fault.code, FAULT) + max(fault.amount - MOST, 0.0) for fault in found)
    shapes = [shape for page in made.pages for shape in page]
    if is_cover(slots):
        wrong += CROSSING * sum(_words_cross(shape, dict(roles), mould, frame.value) for shape in shapes)
    else:
        wrong += CROSSING * sum(crosses(shape.box, mould.panels) for shape in shapes)
    return Trial(made, TROUBLE * len(made.troubles) + wrong, tuple(found))


def _words_cross(shape: Placed, roles: Mapping[str, str], mould: Mould, frame: AuditFrame) -> bool:
    """Do a cover's words lie across the edge of a field, and not read on all that is behind them? Its few lines stand where the
    house has set them, over a wave or a slanted field as it may be, and the box around them is seen by nobody."""
    seat = dict(mould.seats).get(roles.get(shape.slot, ""))
    if isinstance(shape, PlacedText) and seat is not None:
        large, other, _better = seat.reads[0]
        if seat.spot.plate is not None or not (large if seat.spot.role == "title" else other):
            return False
    return any(crosses(words, mould.panels) for words in words_in(shape, roles, frame))


def crosses(box: Box, panels: tuple[Box, ...]) -> bool:
    """Does a box lie across the edge of a field?"""
    return any(EDGE * box.area < box.intersection(panel).area < (1 - EDGE) * box.area for panel in panels)


__all__ = ["Trial", "crosses", "tried"]
