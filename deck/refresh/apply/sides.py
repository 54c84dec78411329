"""One slide on all sides while edits are applied to it, and how its words lie on its pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from deck.presentation import Diagram, Map, Slide, Table
from deck.refresh.pages import Page
from deck.refresh.parts import keys_of, parts_on


class Way(Enum):
    """How a slide is parted over pages. ALIKE: its owner has as many as we would write. OWNERS: another number, which
    holds: what is there changes where it stands. ANEW: the new words need more or fewer, and all is laid on them anew."""

    ALIKE = "alike"
    OWNERS = "owners"
    ANEW = "anew"


@dataclass(frozen=True)
class Parting:
    """`stay`: the owner's pages that the slide keeps; `spare`: those that it needs no more; `more`: newly written ones
    beside them."""

    way: Way
    stay: tuple[Page, ...]
    spare: tuple[Page, ...] = ()
    more: tuple[Page, ...] = ()


@dataclass(frozen=True)
class Sides:
    """`mine`: the owner's pages; `fresh`: as merged, newly written; `base`, `said`: those that we would write of the base
    and of what the file says now. `now`, `was`, `wanted`: what the file says, what the reader took the rest from, and
    what the slide shall say."""

    mine: tuple[Page, ...]
    fresh: tuple[Page, ...]
    base: tuple[Page, ...]
    said: tuple[Page, ...]
    now: Slide
    was: Slide
    wanted: Slide

    def generated(self, page: Page) -> tuple[Page, ...]:
        """A page as we would write it: of the base, and of what the file says."""
        return tuple(item for side in (self.base, self.said) for item in side if item.piece.number == page.piece.number)

    def fresh_of(self, n: int) -> Page:
        """The newly written page for the owner's one with that number (from 0)."""
        return self.fresh[min(n, len(self.fresh) - 1)]

    @property
    def changed(self) -> frozenset[str]:
        """Slots that are new, or say something else than now."""
        slots = {slot.id: slot.block for slot in self.now.slots}
        return frozenset(slot.id for slot in self.wanted.slots if slots.get(slot.id) != slot.block)


def parting(sides: Sides, own: bool = False, apart: bool = False) -> Parting:
    """The owner's way of splitting the slide holds, unless the new words need more or fewer pages than the old ones did. `own`: a
    later page has words of its owner's, such as a title, and stays for them. `apart`: what stands on a page can stand on no
    other, for that has other columns."""
    mine, fresh = len(sides.mine), len(sides.fresh)
    if apart:
        return Parting(Way.OWNERS, sides.mine)
    if mine == fresh:
        return Parting(Way.ALIKE, sides.mine)
    another = sides.wanted.kind != sides.now.kind
    if not sides.changed or (own and mine > fresh) or (fresh == len(sides.said) and not another and _has_room(sides)):
        return Parting(Way.OWNERS, sides.mine)
    return Parting(Way.ANEW, sides.mine[:fresh], sides.mine[fresh:], sides.fresh[mine:])


def _has_room(sides: Sides) -> bool:
    """Whether each table and drawn block that changed has room where the owner has it: no more rows, and the same parts."""
    for slot in sides.wanted.slots:
        was = sides.now.slot(slot.id)
        old = was.block if was is not None else None
        if slot.id not in sides.changed:
            continue
        if isinstance(slot.block, Table) and isinstance(old, Table) and len(slot.block.rows) > len(old.rows):
            return False
        if isinstance(slot.block, Diagram | Map):
            there = keys_of(sides.fresh, slot.id)
            ever = there | keys_of(sides.base, slot.id) | keys_of(sides.said, slot.id)
            if parts_on(sides.mine, slot.id, ever).keys() != there:
                return False
    return True


__all__ = ["Parting", "Sides", "Way", "parting"]
