"""Three presentations into one: what was generated, what its owner made of it, what the guidance says now. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from deck.presentation import Block, Paragraph, Presentation, Section, Slide, Slot, Text
from deck.refresh.blocks import Clashes, advanced, merge_block, merge_paragraphs
from deck.refresh.canon import canonical_presentation, shown, shown_block
from deck.refresh.outcome import Change, Choice, Conflict
from deck.refresh.sequence import merge_order, move_like, moved

DECK = "deck"
"""What stands in a conflict's key for the whole deck: deck/order, deck/title, deck/footer, deck/section:ID."""


@dataclass(frozen=True)
class Mine:
    """The owner's side. `order`: every slide of the file by its id or own key; `titles`: of the own ones. `touched`: ids of slides
    with shapes, looks or places of the owner's own; `slots`: likewise (slide, slot)."""

    presentation: Presentation
    order: tuple[str, ...]
    titles: Mapping[str, str] = field(default_factory=dict)
    touched: frozenset[str] = frozenset()
    slots: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True)
class Merged:
    """`presentation`: the slides that are ours in the result, in order. `order`: those and the owner's own. `base`: what the
    next refresh starts from. `released`: slides that became the owner's own."""

    presentation: Presentation
    base: Presentation
    order: tuple[str, ...]
    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]
    released: frozenset[str] = frozenset()


def merge(
    base: Presentation,
    mine: Mine,
    theirs: Presentation,
    resolve: Mapping[str, Choice] | None = None,
    prefer: Choice | None = None,
) -> Merged:
    """Per (slide, slot, property): only one side changed → that side; both the same → that; both differently → `mine`, and a
    conflict. The base advances per slot, never past a conflict."""
    return _Merge(
        canonical_presentation(base),
        replace(mine, presentation=canonical_presentation(mine.presentation)),
        canonical_presentation(theirs),
        dict(resolve or {}),
        prefer,
    ).run()


@dataclass
class _Merge:
    base: Presentation
    mine: Mine
    theirs: Presentation
    resolve: dict[str, Choice]
    prefer: Choice | None
    changes: list[Change] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    released: set[str] = field(default_factory=set)

    def run(self) -> Merged:
        ours = self.mine.presentation
        merged: dict[str, Slide] = {}
        bases: dict[str, Slide] = {}
        for slide in self.theirs.slides:
            was, now = self.base.slide(slide.id), ours.slide(slide.id)
            bases[slide.id] = slide
            if now is not None and was is not None:
                merged[slide.id], bases[slide.id] = self._slide(was, now, slide)
            elif was is not None:
                self._deleted(was, slide)
            else:
                merged[slide.id] = slide
                self._tell("slide-added", slide, after=shown(slide))
        for slide in self.base.slides:
            now = ours.slide(slide.id)
            if self.theirs.slide(slide.id) is None and now is not None:
                self._withdrawn(slide, now, merged, bases)
        for slide, slot in sorted(self.mine.slots):
            now = ours.slide(slide)
            if now is not None and now.slot(slot) is not None:
                self._tell("kept", now, slot, "look")
        for key in self.mine.order:
            if key in self.mine.titles:
                self.changes.append(Change("own-slide", key, title=self.mine.titles[key]))
        order, base_order = self._order(set(merged) | set(self.mine.titles) | self.released)
        frame = self._frame()
        return Merged(
            replace(frame[0], slides=tuple(merged[key] for key in order if key in merged)),
            replace(frame[1], slides=tuple(bases[key] for key in base_order if key in bases)),
            tuple(order),
            tuple(self.changes),
            tuple(self.conflicts),
            frozenset(self.released),
        )

    # --- decisions ------------------------------------------------------------------------------------------------------------

    def _tell(self, kind: Any, slide: Slide, slot: str = "", prop: str = "", before: str = "", after: str = "") -> None:
        self.changes.append(Change(kind, slide.id, slot, prop, before, after, slide.title))

    def _decide(self, found: Sequence[Conflict]) -> Choice | None:
        """What its owner says of a conflict; None: nothing yet, and it is offered again."""
        choice = self.resolve.get(found[0].key) or self.prefer
        if choice is None:
            self.conflicts.extend(found)
            return None
        for item in found:
            kind = "resolved-mine" if choice == "mine" else "resolved-theirs"
            before, after = (item.theirs, item.mine) if choice == "mine" else (item.mine, item.theirs)
            self.changes.append(Change(kind, item.slide, item.slot, item.property, before, after, item.title))
        return choice

    # --- slides ---------------------------------------------------------------------------------------------------------------

    def _deleted(self, was: Slide, slide: Slide) -> None:
        """Stays deleted; what the guidance has changed there is told."""
        self._tell("slide-deleted", was, before=shown(was), after=shown(slide) if slide != was else "")

    def _withdrawn(self, was: Slide, now: Slide, merged: dict[str, Slide], bases: dict[str, Slide]) -> None:
        """The guidance has it no longer: goes where untouched, else the owner decides."""
        same = (now.slots, now.notes) == (was.slots, was.notes) and was.id not in self.mine.touched
        choice = "theirs" if same else self._decide([Conflict(was.id, "", "slide", shown(was), shown(now), "", now.title)])
        if choice == "theirs":
            self._tell("slide-removed", was, before=shown(now))
            return
        if choice == "mine":
            self.released.add(was.id)
            return
        merged[was.id], bases[was.id] = now, was

    def _slide(self, was: Slide, now: Slide, new: Slide) -> tuple[Slide, Slide]:
        """The merged slide and the base that it has come to."""
        kind, held = new.kind, False
        edited = (now.slots, now.notes) != (was.slots, was.notes) or was.id in self.mine.touched
        if new.kind != was.kind and edited:
            choice = self._decide([Conflict(was.id, "", "kind", shown(was), shown(now), shown(new), now.title)])
            if choice == "theirs":
                return replace(new, notes=self._notes(was, now, new)[0]), new
            kind, held = was.kind, choice is None
        slots: list[Slot] = []
        bases: list[Slot] = []
        for key in self._slot_order(was, now, new):
            mine, base, theirs = now.slot(key), was.slot(key), new.slot(key)
            if new.kind != was.kind and kind == was.kind and (base is None or theirs is None):
                # The slide keeps its kind, and with it its slots.
                slots += [mine] if mine else []
            else:
                merged, kept = self._slot(was, base, mine, theirs)
                slots += [merged] if merged else []
                bases += [kept] if kept else []
        notes, notes_base = self._notes(was, now, new)
        merged = replace(new, kind=kind, slots=tuple(slots), notes=notes)
        if held:
            return merged, replace(was, notes=notes_base)
        return merged, replace(new, slots=tuple(bases), notes=notes_base)

    def _slot_order(self, was: Slide, now: Slide, new: Slide) -> list[str]:
        sides = [[slot.id for slot in slide.slots] for slide in (was, now, new)]
        return merge_order(sides[0], sides[1], sides[2], set(sides[0]) | set(sides[1]) | set(sides[2]))

    def _slot(self, slide: Slide, base: Slot | None, mine: Slot | None, theirs: Slot | None) -> tuple[Slot | None, Slot | None]:
        """The merged slot and its base; None: gone."""
        if base is None:
            assert theirs is not None
            self._tell("applied", slide, theirs.id, "added", after=shown_block(theirs.block))
            return theirs, theirs
        if mine is None:
            changed = theirs is None or theirs.block != base.block
            after = shown_block(theirs.block) if theirs is not None and changed else ""
            self._tell("slide-deleted", slide, base.id, "slot", shown_block(base.block), after)
            return None, theirs
        if theirs is None:
            return self._slot_withdrawn(slide, base, mine)
        clashes = Clashes()
        block = merge_block(base.block, mine.block, theirs.block, clashes)
        if not clashes.items:
            self._say(slide, base.id, base.block, mine.block, block)
            return replace(theirs, block=block), theirs
        choice = self._decide(self._conflicts(slide, base.id, clashes))
        if choice is None:
            # What does not clash is in; what does is offered again, for the base stays there.
            self._say(slide, base.id, base.block, mine.block, block, clash=True)
            return replace(theirs, block=block), replace(theirs, block=advanced(base.block, mine.block, theirs.block))
        return (theirs if choice == "theirs" else replace(theirs, block=block)), theirs

    def _slot_withdrawn(self, slide: Slide, base: Slot, mine: Slot) -> tuple[Slot | None, Slot | None]:
        same = mine.block == base.block and (slide.id, base.id) not in self.mine.slots
        before, now = shown_block(base.block), shown_block(mine.block)
        choice = "theirs" if same else self._decide([Conflict(slide.id, base.id, "slot", before, now, "", slide.title)])
        if choice == "theirs":
            self._tell("applied", slide, base.id, "removed", before=now)
            return None, None
        return mine, (base if choice is None else None)

    def _conflicts(self, slide: Slide, slot: str, clashes: Clashes) -> list[Conflict]:
        return [
            Conflict(slide.id, slot, name, _words(base), _words(mine), _words(theirs), slide.title)
            for name, base, mine, theirs in clashes.items
        ]

    def _say(self, slide: Slide, slot: str, base: Any, mine: Any, merged: Any, *, clash: bool = False) -> None:
        """Who changed what, in the report's words."""
        before, after = _words(mine), _words(merged)
        if merged != mine:
            self._tell("applied" if mine == base else "merged", slide, slot, "", before, after)
        elif mine != base and not clash:
            self._tell("kept", slide, slot, "", _words(base), before)

    def _notes(self, was: Slide, now: Slide, new: Slide) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
        clashes = Clashes()
        if len({was.notes, now.notes, new.notes}) < 3:
            notes = now.notes if new.notes in (was.notes, now.notes) else new.notes
        else:
            notes = merge_paragraphs(was.notes, now.notes, new.notes, clashes, "notes")
        if clashes.items:
            choice = self._decide(self._conflicts(was, "notes", clashes))
            if choice is None:
                return notes, merge_paragraphs(was.notes, now.notes, new.notes, Clashes(hold=True), "notes")
            return (new.notes if choice == "theirs" else notes), new.notes
        self._say(was, "notes", Text(was.notes), Text(now.notes), Text(notes))
        return notes, new.notes

    # --- the whole ------------------------------------------------------------------------------------------------------------

    def _order(self, kept: set[str]) -> tuple[list[str], list[str]]:
        """The result's order, and the base's."""
        base = [slide.id for slide in self.base.slides]
        theirs = [slide.id for slide in self.theirs.slides]
        mine = list(self.mine.order)
        common = [key for key in base if key in mine and key in theirs]
        mine_way, theirs_way = ([key for key in side if key in common] for side in (mine, theirs))
        base_order = [*theirs, *(key for key in base if key not in theirs)]
        ours, other = moved(common, mine_way), moved(common, theirs_way)
        both = [key for key in ours if key in other] if mine_way != theirs_way else []
        if both:
            titles = {key: self._title(key) for key in common}
            words = ["\n".join(titles[key] for key in side) for side in (common, mine_way, theirs_way)]
            choice = self._decide([Conflict(DECK, "order", "order", words[0], words[1], words[2])])
            if choice is None:
                base_order = move_like(base_order, both, base)
            if choice == "theirs":
                mine = move_like(mine, both, [key for key in theirs if key in mine])
        if mine_way != theirs_way:
            self.changes += [Change("slide-moved", key, title=self._title(key)) for key in other if key not in ours]
            self.changes += [Change("kept", key, property="order", title=self._title(key)) for key in ours if key not in both]
        return merge_order(base, mine, theirs, kept), base_order

    def _title(self, key: str) -> str:
        slide = self.mine.presentation.slide(key) or self.theirs.slide(key)
        return slide.title if slide else key

    def _frame(self) -> tuple[Presentation, Presentation]:
        """What is said of the whole deck: title, footer, section names. Gives the merged and the new base."""
        ours = self.mine.presentation
        merged, base = self.theirs, self.theirs
        for name in ("title", "footer"):
            value, held = self._scalar(name, getattr(self.base, name), getattr(ours, name), getattr(self.theirs, name))
            merged, base = replace(merged, **{name: value}), replace(base, **{name: held})
        sections: list[Section] = []
        bases: list[Section] = []
        for section in self.theirs.sections:
            was = next((item for item in self.base.sections if item.id == section.id), None)
            now = next((item for item in ours.sections if item.id == section.id), None)
            if was is None or now is None:
                sections.append(section)
                bases.append(section)
                continue
            value, held = self._scalar(f"section:{section.id}", was.title, now.title, section.title)
            sections.append(replace(section, title=value))
            bases.append(replace(section, title=held))
        return replace(merged, sections=tuple(sections)), replace(base, sections=tuple(bases))

    def _scalar(self, name: str, was: str, now: str, new: str) -> tuple[str, str]:
        """Merged value and the base's."""
        if new in (was, now):
            if now != was:
                self.changes.append(Change("kept", DECK, name, name, was, now))
            return now, new
        if now == was:
            self.changes.append(Change("applied", DECK, name, name, now, new))
            return new, new
        choice = self._decide([Conflict(DECK, name, name, was, now, new)])
        return (new if choice == "theirs" else now), (was if choice is None else new)


def _words(value: Any) -> str:
    """A value as a person sees it."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, Block):
        return shown_block(value)
    if isinstance(value, tuple):
        return ", ".join(filter(None, (_words(item) for item in value)))
    return str(value)


__all__ = ["DECK", "Merged", "Mine", "merge"]
