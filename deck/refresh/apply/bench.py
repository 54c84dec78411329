"""Where a plan's edits are applied: the live document, and all that an edit must know to change it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from deck.diagnostics import Diagnostics
from deck.pptx.reader import OWN, ReadDeck
from deck.presentation import Presentation, Slot, Table
from deck.refresh.apply.foot import foot_of
from deck.refresh.apply.page import PagePatch
from deck.refresh.apply.rows import PageColumns, TableLine, columns_on, header_of, lines_of, own_columns, own_header, rows_on
from deck.refresh.apply.sides import Parting, Sides, Way, parting
from deck.refresh.canon import canonical_slide
from deck.refresh.document import Document, Graft
from deck.refresh.hand import PLAIN, REWRITTEN, Hand
from deck.refresh.pages import Page
from deck.refresh.plan import Continued
from deck.refresh.touched import Touched
from deck.refresh.written import Written, written
from deck.template.model import Template


@dataclass(frozen=True)
class Before:
    """The deck as its owner has it. `deck`: the file read; `mine`: pages of the slides that are ours; `now`: what it says;
    `base`: what the reader took the rest from; `order`: its slides by key; `own`: part of each slide of the owner's →
    its key. `look`: the template within it; `made_in`: the one that it was made in, where a program has written that
    anew. `marks`, `styled`: slots that bear the owner's hand, and those of them whose looks do; `carried`: those that brought
    it along from another look. `name`: the file's, for messages."""

    deck: ReadDeck
    mine: Mapping[str, Sequence[Page]]
    now: Presentation
    base: Presentation
    order: tuple[str, ...]
    own: Mapping[str, str]
    look: Template
    made_in: Template
    hand: Hand = PLAIN
    marks: Touched = field(default_factory=lambda: Touched(frozenset(), frozenset()))
    styled: frozenset[tuple[str, str]] = frozenset()
    carried: frozenset[tuple[str, str]] = frozenset()
    continued: Continued = field(default_factory=dict)
    name: str = ""


@dataclass(frozen=True)
class After:
    """What the deck shall say: all edits done. `order`: its slides by key; `continued`: words of later pages that are not
    the first's."""

    wanted: Presentation
    order: tuple[str, ...]
    continued: Continued = field(default_factory=dict)


class Bench:
    """A deck while a plan's edits are applied to it. `known`: what we would write, of the base and of what the file says;
    `layouts`: part of a layout in a newly written deck → its name in the document, where it has another. `parts`: each
    slide's parts, as far as the edits have come; `loose`: those that it needs no more, kept as their owner's for what
    is on them; `sections`: a new part → the section that it joins; `order`: the show's keys. What the show is to be is
    recorded, and written at once, at the end: numbers and sections follow from where all slides stand. `laid`: (part, slot) of
    tables that have their columns; `foot`: what its owner has at the foot of all slides or of none; `drawn_anew`: (slide, slot)
    of drawings that were exchanged as they were."""

    def __init__(self, document: Document, before: Before, after: After, known: Sequence[Written]) -> None:
        self.document, self.before, self.after = document, before, after
        self.known: tuple[Written, ...] = tuple(known)
        self.look = before.look
        self.deck, self.mine = before.deck, before.mine
        self.layouts: dict[str, str] = {}
        self.problems = Diagnostics()
        self.parts: dict[str, list[str]] = {key: [page.part for page in pages] for key, pages in before.mine.items()}
        self.parts |= {f"{OWN}{piece.part}": [piece.part] for piece in before.deck.slides}
        self.loose: dict[str, list[str]] = {}
        self.order: tuple[str, ...] = before.order
        self.sections: dict[str, str] = {}
        self._rows: dict[tuple[str, str], dict[str, TableLine]] = {}
        self._columns: dict[tuple[str, str], list[PageColumns | None]] = {}
        self.laid: set[tuple[str, str]] = set()
        self.drawn_anew: set[tuple[str, str]] = set()
        self.foot = foot_of(before.now, before.mine, known[0].pages if known else {})
        self._sides: dict[str, tuple[Sides, Parting]] = {}
        self._pages: dict[str, PagePatch] = {}

    @cached_property
    def fresh(self) -> Written:
        """What the deck shall say, as we would write it in the look that it has by now."""
        return written(self.after.wanted, self.look, self.problems)

    @cached_property
    def graft(self) -> Graft:
        return Graft(self.document, self.fresh.package, {**self.layouts, **names_of(self.document, self.mine, self.fresh)})

    @property
    def lang(self) -> str:
        return self.before.base.lang

    @property
    def hand(self) -> Hand:
        return self.before.hand

    @property
    def is_adrift(self) -> bool:
        """Whether a program has written the deck's masters anew, and the look that it was made in is not at hand."""
        return self.hand is REWRITTEN and self.look is self.before.look is self.before.made_in

    @property
    def written(self) -> Written:
        """The deck as it has been written last: where each shape was put."""
        return self.fresh if "fresh" in self.__dict__ else self.known[-1]

    @property
    def outdated(self) -> frozenset[tuple[str, str]]:
        """Slots that an earlier version drew, and that bear nothing of their owner's."""
        marks = self.before.marks
        return self.known[0].lent - marks.slots - {(slide, slot) for slide, slot, _item in marks.parts}

    def reread(self, look: Template, said: Written, layouts: Mapping[str, str], mine: Mapping[str, Sequence[Page]]) -> None:
        """The deck has moved into another look: what follows goes from there. `said`: what it says, as we would write it
        in that."""
        self.look, self.known, self.layouts = look, (said,), dict(layouts)
        self.deck, self.mine = self.document.deck(), mine
        self._sides.clear()
        self._columns.clear()
        self.laid.clear()
        self._pages.clear()

    def sides(self, slide: str) -> Sides:
        """A slide that the file has and shall have. Raises KeyError where it has or shall have it not."""
        return self._slide(slide)[0]

    def parting(self, slide: str) -> Parting:
        return self._slide(slide)[1]

    def _slide(self, slide: str) -> tuple[Sides, Parting]:
        if slide not in self._sides:
            sides = self._side(slide)
            tables = [slot for slot in sides.was.slots if isinstance(slot.block, Table)]
            own = any(page.id in self.before.continued for page in sides.mine)
            own = own or any(own_header(sides.mine, slot.id, slot.block) for slot in tables)
            apart = any(_apart(sides, slot) for slot in tables)
            self._sides[slide] = sides, (how := parting(sides, own, apart))
            for slot in sides.was.slots if how.more else ():
                if isinstance(slot.block, Table):
                    self._rows[slide, slot.id] = rows_on(sides.mine, slot)
        return self._sides[slide]

    def _side(self, slide: str) -> Sides:
        now, was, wanted = (side.slide(slide) for side in (self.before.now, self.before.base, self.after.wanted))
        if now is None or wanted is None:
            raise KeyError(slide)
        known = [tuple(side.pages.get(slide, ())) for side in self.known]
        return Sides(
            mine=tuple(self.mine[slide]),
            fresh=tuple(self.fresh.pages[slide]),
            base=known[0],
            said=known[-1],
            now=canonical_slide(now, self.lang),
            was=was or now,
            wanted=canonical_slide(wanted, self.lang),
        )

    def rows(self, slide: str, slot: str) -> Mapping[str, TableLine]:
        """A table's rows as they were before any page changed, where the slide needs more pages."""
        return self._rows.get((slide, slot), {})

    @property
    def is_touched_by_hand(self) -> bool:
        """Whether a drawn block that stands otherwise than we would draw it bears a hand's looks: in a deck that knows its shapes
        by digests one that no hand has touched is known, unless a program wrote all of them anew."""
        known = self.before.deck.manifest
        return known is not None and bool(known.digests) and self.before.hand is PLAIN

    def columns(self, slide: str, slot: str) -> list[PageColumns | None]:
        """For each page that the slide keeps the columns of its table, as they were before any of them changed."""
        if (slide, slot) not in self._columns:
            sides = self.sides(slide)
            was, wanted = sides.was.slot(slot), sides.wanted.slot(slot)
            rest = was.block if was is not None else None
            head = header_of(sides.fresh, slot, wanted.block if wanted is not None else None)
            first, fixed = header_of(sides.mine, slot, rest), self.parting(slide).way is Way.OWNERS
            self._columns[slide, slot] = [
                columns_on(lines_of(page, slot, rest), rest, head, first, later=n > 0, fixed=fixed) if head is not None else None
                for n, page in enumerate(self.parting(slide).stay)
            ]
        return self._columns[slide, slot]

    def pages(self, slide: str) -> list[PagePatch]:
        """The owner's pages that the slide keeps, to be changed."""
        sides = self.sides(slide)
        for n, page in enumerate(sides.mine):
            if page.part not in self._pages:
                self._pages[page.part] = PagePatch(
                    self.graft, page, sides.fresh_of(n), sides.generated(page), sides.fresh, adrift=self.is_adrift
                )
        return [self._pages[page.part] for page in self.parting(slide).stay]

    def bring(self, part: str) -> str:
        """A newly written slide into the document, under the name that it was given; the name."""
        name = self.graft.names[part]
        self.graft.bring(part, name)
        self.foot.put_on(self.document, name)
        return name


def _apart(sides: Sides, slot: Slot) -> bool:
    """Whether a table's pages differ in their columns."""
    wanted = sides.wanted.slot(slot.id)
    return own_columns(sides.mine, slot.id, slot.block, wanted.block if wanted is not None else None)


def names_of(document: Document, mine: Mapping[str, Sequence[Page]], fresh: Written) -> dict[str, str]:
    """Where each newly written slide goes: the owner's page of the same id, else a part of its own."""
    names: dict[str, str] = {}
    for slide, pages in fresh.pages.items():
        here = {page.piece.number: page.part for page in mine.get(slide, ())}
        for page in pages:
            name = here.get(page.piece.number)
            if name is None:
                name = document.free("ppt/slides/slide1.xml")
                document.parts[name] = b""
            names[page.part] = name
    return names


__all__ = ["After", "Before", "Bench", "names_of"]
