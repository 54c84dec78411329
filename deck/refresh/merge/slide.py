"""One slide merged: its slots, its kind, its notes. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deck.presentation import Slide, Slot, Text
from deck.refresh.merge.block import alike, merge_block
from deck.refresh.merge.decisions import Leaf, Ledger, MergeSpot, settle
from deck.refresh.merge.order import merged_order
from deck.refresh.merge.text import merge_paragraphs
from deck.refresh.plan import Address, At, Paragraphs, Terms


@dataclass(frozen=True)
class SlideMerge:
    """A slide that all three sides have. `touched`: it bears the owner's hand where words do not tell;
    `slots`: those of its slots that do; `otherwise`: its owner keeps it in a form that the base has left: what that form has no
    part for, nobody took away."""

    was: Slide
    now: Slide
    new: Slide
    ledger: Ledger
    touched: bool = False
    slots: frozenset[str] = frozenset()
    otherwise: bool = False

    def merged(self) -> Leaf[Slide]:
        """The slide, and the base that it has come to."""
        notes = self._notes()
        if self.otherwise:
            self.spot("", "kind").keep(self.was, self.now, self.new)
        found = self._of_one_kind() if self.new.kind in (self.now.kind, self.was.kind) else self._another_kind()
        return Leaf(replace(found.value, notes=notes.value), replace(found.base, notes=notes.base))

    def spot(self, slot: str, at: At = "text") -> MergeSpot:
        return MergeSpot(self.ledger, Address(slide=self.was.id, slot=slot), at, self.now.title)

    # --- slots ------------------------------------------------------------------------------------------------------------

    def _of_one_kind(self) -> Leaf[Slide]:
        found = {key: self._slot(key) for key in self._keys()}
        return self._made(found)

    def _keys(self) -> list[str]:
        return merged_order(*([slot.id for slot in side.slots] for side in (self.was, self.now, self.new)))

    def _made(self, found: dict[str, Leaf[Slot | None]]) -> Leaf[Slide]:
        value = tuple(slot for leaf in found.values() if (slot := leaf.value) is not None)
        after = {key: slot for key, leaf in found.items() if (slot := leaf.base) is not None}
        theirs = [slot.id for slot in self.new.slots]
        order = merged_order([slot.id for slot in self.was.slots], theirs, theirs)
        bases = tuple(after[key] for key in [*order, *(key for key in after if key not in order)] if key in after)
        return Leaf(replace(self.new, kind=self.now.kind, slots=value), replace(self.new, slots=bases))

    def _slot(self, key: str) -> Leaf[Slot | None]:
        """A slot and its base; None: gone."""
        base, mine, theirs = self.was.slot(key), self.now.slot(key), self.new.slot(key)
        if base is None:
            return self._slot_added(key, mine, theirs)
        if mine is None:
            changed = theirs is not None and theirs.block != base.block
            if changed or not self.otherwise:
                at = "kind" if self.otherwise else "slot"
                self.spot(key, at).keep(base.block, None, theirs.block if changed and theirs else base.block)
            return Leaf(None, theirs)
        if theirs is None:
            return self._slot_withdrawn(base, mine)
        if mine.block == base.block and key in self.slots and not alike(base.block, theirs.block):
            # Drawn anew in another form, what its owner did to it would go.
            found = settle(
                Terms(base=base.block, mine=mine.block, theirs=theirs.block),
                self.spot(key, "block").clash(base.block, mine.block, theirs.block),
            )
        else:
            found = merge_block(base.block, mine.block, theirs.block, self.spot(key))
        if mine.block != base.block and found.value != theirs.block:
            self.spot(key, "block").keep(base.block, mine.block, theirs.block)
        return Leaf(replace(theirs, block=found.value), replace(theirs, block=found.base))

    def _slot_added(self, key: str, mine: Slot | None, theirs: Slot | None) -> Leaf[Slot | None]:
        if mine is None or theirs is None:
            return Leaf(theirs if mine is None else mine, theirs)
        if mine.block == theirs.block:
            return Leaf(mine, theirs)
        choice = self.spot(key, "block").clash(None, mine.block, theirs.block)
        return settle(Terms(base=None, mine=mine, theirs=theirs), choice)

    def _slot_withdrawn(self, base: Slot, mine: Slot) -> Leaf[Slot | None]:
        if mine.block == base.block and base.id not in self.slots:
            return Leaf(None, None)
        choice = self.spot(base.id, "slot").clash(base.block, mine.block, None)
        return settle(Terms(base=base, mine=mine, theirs=None), choice)

    # --- another kind of slide --------------------------------------------------------------------------------------------

    def _another_kind(self) -> Leaf[Slide]:
        """The guidance tells it in another way now. What both ways have merges by itself; the rest, where the owner had a hand in
        it, is one thing to decide: the guidance's new slide, or the owner's as it is."""
        common = {key for key in self._keys() if self._common(key)}
        found = {key: self._slot(key) for key in self._keys() if key in common}
        rest = [tuple(slot for slot in side.slots if slot.id not in common) for side in (self.was, self.now, self.new)]
        if rest[1] == rest[0] and not self.touched:
            keep, wait = False, False
        else:
            choice = self.spot("", "kind").clash(self.was, self.now, self.new)
            keep, wait = choice != "theirs", choice is None
        value, after = (self.now if keep else self.new), (self.was if wait else self.new)
        parts = _laid(value, {key: leaf.value for key, leaf in found.items()})
        bases = _laid(after, {key: leaf.base for key, leaf in found.items()})
        return Leaf(replace(self.new, kind=value.kind, slots=parts), replace(self.new, kind=after.kind, slots=bases))

    def _common(self, key: str) -> bool:
        """Whether all sides have the slot, and as a block of one kind."""
        sides = [side.slot(key) for side in (self.was, self.now, self.new)]
        blocks = [slot.block for slot in sides if slot is not None]
        return len(blocks) == 3 and alike(blocks[0], blocks[1]) and alike(blocks[0], blocks[2])

    # --- notes ------------------------------------------------------------------------------------------------------------

    def _notes(self) -> Leaf[Paragraphs]:
        was, now, new = self.was.notes, self.now.notes, self.new.notes
        if Text(was).text.strip() and not Text(now).text.strip():
            # Taken away as a whole they stay away, as a part of the slide does.
            self.spot("notes", "notes").keep(Text(was), None, Text(new))
            return Leaf(now, new)
        found = merge_paragraphs(was, now, new, self.spot("notes", "notes"))
        if now != was and found.value != new:
            self.spot("notes", "notes").keep(Text(was), Text(now), Text(new))
        return found


def _laid(like: Slide, merged: dict[str, Slot | None]) -> tuple[Slot, ...]:
    """A slide's slots, those that were merged in their places and roles there."""
    found: list[Slot] = []
    for slot in like.slots:
        if slot.id not in merged:
            found.append(slot)
        elif (one := merged[slot.id]) is not None:
            found.append(replace(one, role=slot.role))
    return tuple(found)


__all__ = ["SlideMerge"]
