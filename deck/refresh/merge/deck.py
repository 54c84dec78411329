"""The whole deck merged into a plan: slides that come, go and change, their order, and what the deck says of itself. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from deck.presentation import Presentation, Section, Slide, Text
from deck.refresh.canon import canonical_presentation, canonical_value
from deck.refresh.merge.decisions import Leaf, Ledger, MergeSpot, settle
from deck.refresh.merge.edits import Outlook, edits_between
from deck.refresh.merge.order import Order, merge_show
from deck.refresh.merge.slide import SlideMerge
from deck.refresh.merge.text import merge_paragraphs
from deck.refresh.plan import (
    DECK,
    Address,
    At,
    Base,
    Continued,
    Decisions,
    Mine,
    OwnSlide,
    Paragraphs,
    Plan,
    Terms,
    Theirs,
)
from deck.refresh.sequence import moved


def merge(base: Base, mine: Mine, theirs: Theirs, decisions: Decisions | None = None) -> Plan:
    """What one side alone changed stands as that side has it; what both changed alike, as both; what both changed in different
    words of a text, together; all else as the owner has it, and is a conflict until its owner decides. The base advances leaf by
    leaf, never past an open conflict."""
    ledger = Ledger(decisions or Decisions(), touched=mine.parts)
    base = replace(base, presentation=canonical_presentation(base.presentation), continued=_canonical(base, base.continued))
    mine = replace(mine, presentation=canonical_presentation(mine.presentation), continued=_canonical(base, mine.continued))
    theirs = replace(theirs, presentation=canonical_presentation(theirs.presentation))
    return _Merge(base, mine=mine, theirs=theirs, ledger=ledger).plan()


def _canonical(base: Base, continued: Continued) -> Continued:
    lang = base.presentation.lang
    return {page: {slot: canonical_value(words, lang) for slot, words in slots.items()} for page, slots in continued.items()}


@dataclass
class _Merge:
    base: Base
    mine: Mine
    theirs: Theirs
    ledger: Ledger
    values: dict[str, Slide] = field(default_factory=dict)
    bases: dict[str, Slide] = field(default_factory=dict)
    released: list[str] = field(default_factory=list)

    def plan(self) -> Plan:
        was, now, new = self.base.presentation, self.mine.presentation, self.theirs.presentation
        for slide in new.slides:
            self._slide(was.slide(slide.id), now.slide(slide.id), slide)
        for slide in was.slides:
            mine = now.slide(slide.id)
            if new.slide(slide.id) is None and mine is not None:
                self._withdrawn(slide, mine)
        for slide_id, slot in sorted(self.mine.slots - self.mine.worded):
            slide = now.slide(slide_id)
            block = slide.slot(slot) if slide else None
            if slide and block and slide_id in self.values:
                self._spot(slide_id, slot, "block", slide.title).keep(block.block, block.block, block.block, look=True)
        order = self._order()
        head = self._head()
        continued = self._continued()
        merged = replace(head.value, slides=tuple(self.values[key] for key in order.value if key in self.values))
        after = replace(head.base, slides=tuple(self.bases[key] for key in order.base if key in self.bases))
        next_base = Base(presentation=after, continued=continued.base)
        outlook = Outlook(merged=merged, order=tuple(order.value), continued=continued.value, released=tuple(self.released))
        return Plan(
            edits=edits_between(self.mine, outlook, self.theirs.template),
            conflicts=tuple(self.ledger.conflicts),
            next_base=next_base,
            merged=merged,
            order=outlook.order,
            continued=continued.value,
            decided=tuple(self.ledger.decided),
            kept=tuple(self.ledger.kept),
            joined=tuple(self.ledger.joined),
            own=tuple(OwnSlide(key=key, title=self.mine.titles[key]) for key in self.mine.order if key in self.mine.titles),
            moved=order.theirs,
            advanced=_said(next_base) != _said(self.base),
        )

    def _spot(self, slide: str, slot: str, at: At, title: str = "") -> MergeSpot:
        return MergeSpot(self.ledger, Address(slide=slide, slot=slot), at, title)

    # --- slides -----------------------------------------------------------------------------------------------------------

    def _slide(self, was: Slide | None, now: Slide | None, new: Slide) -> None:
        """A slide that the guidance has."""
        self.bases[new.id] = new
        if was is None:
            self.values[new.id] = new if now is None else now
        elif now is None:
            # Stays deleted; what the guidance has changed there is told.
            self._spot(was.id, "", "slide", was.title).keep(was, None, new)
        else:
            slots = frozenset(slot for slide, slot in self.mine.slots if slide == was.id)
            # What leads to a slide leads there in whichever way it is told.
            touched = was.id in self.mine.touched - self.mine.led
            otherwise = was.id in self.mine.otherwise
            merge = SlideMerge(was, now=now, new=new, ledger=self.ledger, touched=touched, slots=slots, otherwise=otherwise)
            found = merge.merged()
            self.values[new.id], self.bases[new.id] = found.value, found.base

    def _withdrawn(self, was: Slide, now: Slide) -> None:
        """The guidance has it no longer: goes where untouched, else the owner decides."""
        if (now.slots, now.notes) == (was.slots, was.notes) and was.id not in self.mine.touched | self._put:
            return
        choice = self._spot(was.id, "", "slide", now.title).clash(was, now, None)
        found = settle(Terms(base=was, mine=now, theirs=None), choice)
        if choice == "mine":
            self.released.append(was.id)
        elif found.value is not None:
            self.values[was.id], self.bases[was.id] = found.value, was

    @cached_property
    def _put(self) -> frozenset[str]:
        """The slides that their owner put elsewhere in the show."""
        before = [slide.id for slide in self.base.presentation.slides if slide.id in self.mine.order]
        return frozenset(moved(before, [key for key in self.mine.order if key in before]))

    def _order(self) -> Order:
        sides = (self.base.presentation, self.theirs.presentation)
        base, theirs = ([slide.id for slide in side.slides] for side in sides)
        titles = {slide.id: slide.title for side in (sides[1], self.mine.presentation) for slide in side.slides}
        kept = {*self.values, *self.mine.titles, *self.released}
        order = merge_show(base, self.mine.order, theirs, kept, titles, self._spot(DECK, "order", "order"))
        for key in order.mine:
            self._spot(key, "", "order", titles.get(key, "")).keep(None, None, None)
        return order

    # --- the whole --------------------------------------------------------------------------------------------------------

    def _head(self) -> Leaf[Presentation]:
        """Title, footer, sections."""
        was, now, new = self.base.presentation, self.mine.presentation, self.theirs.presentation
        title = self._line("title", "title", was.title, now.title, new.title)
        footer = self._line("footer", "footer", was.footer, now.footer, new.footer)
        sections: list[Section] = []
        bases: list[Section] = []
        for section in new.sections:
            sides = [next((item for item in side.sections if item.id == section.id), None) for side in (was, now)]
            if sides[0] is None or sides[1] is None:
                sections.append(section)
                bases.append(section)
                continue
            found = self._line("section", f"section:{section.id}", sides[0].title, sides[1].title, section.title)
            sections.append(replace(section, title=found.value))
            bases.append(replace(section, title=found.base))
        value = replace(new, title=title.value, footer=footer.value, sections=tuple(sections))
        return Leaf(value, replace(new, title=title.base, footer=footer.base, sections=tuple(bases)))

    def _line(self, at: At, slot: str, was: str, now: str, new: str) -> Leaf[str]:
        """A line that is one thing."""
        spot = self._spot(DECK, slot, at)
        found = spot.leaf(was, now, new)
        if now != was and found.value != new:
            spot.keep(was, now, new)
        return found

    # --- later pages ------------------------------------------------------------------------------------------------------

    def _continued(self) -> Leaf[dict[str, dict[str, Paragraphs]]]:
        """Titles and headings on later pages, where they are not those of the first."""
        value: dict[str, dict[str, Paragraphs]] = {}
        after: dict[str, dict[str, Paragraphs]] = {}
        for page in sorted({*self.mine.continued, *self.base.continued}):
            slide = page.partition("#")[0]
            merged, advanced = self.values.get(slide), self.bases.get(slide)
            if merged is None or advanced is None or self.theirs.presentation.slide(slide) is None:
                continue
            for slot in sorted({*self.mine.continued.get(page, ()), *self.base.continued.get(page, ())}):
                found = self._page(page, slide, slot)
                if found is None:
                    continue
                if found.value != _words(merged, slot):
                    value.setdefault(page, {})[slot] = found.value
                if found.base != _words(advanced, slot):
                    after.setdefault(page, {})[slot] = found.base
        return Leaf(value, after)

    def _page(self, page: str, slide: str, slot: str) -> Leaf[Paragraphs] | None:
        sides = (self.base, self.mine, self.theirs)
        said = [side.continued.get(page, {}).get(slot) if not isinstance(side, Theirs) else None for side in sides]
        words = [said[n] if said[n] is not None else _words(side.presentation.slide(slide), slot) for n, side in enumerate(sides)]
        if words[0] is None or words[1] is None or words[2] is None:
            return None
        spot = self._spot(page, slot, "text", (self.mine.presentation.slide(slide) or self.values[slide]).title)
        found = merge_paragraphs(words[0], words[1], words[2], spot)
        if words[1] != words[0] and found.value != words[2]:
            spot.as_("block").keep(Text(words[0]), Text(words[1]), Text(words[2]))
        return found


def _words(slide: Slide | None, slot: str) -> Paragraphs | None:
    block = found.block if slide is not None and (found := slide.slot(slot)) is not None else None
    return block.paragraphs if isinstance(block, Text) else None


def _said(base: Base) -> tuple[object, ...]:
    """What a base says, without the choices that it was made with."""
    said = base.presentation
    pages: Mapping[str, Mapping[str, Paragraphs]] = base.continued
    return said.slides, said.sections, said.footer, said.title, {page: dict(slots) for page, slots in pages.items()}


__all__ = ["merge"]
