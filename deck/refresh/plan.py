"""What a refresh does to an owner's deck, as values: edits to apply, conflicts to decide, and the base that the next one
starts from.

`deck.refresh.merge.merge(base, mine, theirs, decisions)` makes a Plan; `deck/refresh/apply/` applies its edits to the
document; what is told to a person (`deck.refresh.told`) is read from it, and nothing else. All values are frozen and made
by keyword.

Edits are in the order to apply them in: the deck's look; slides that come, go or become the owner's; then slide by slide
the kind, its slots, its notes; then order, sections and what the deck says of itself. Each edit's `before` is what the
file says when its turn comes: `Plan.merged` is exactly `mine` with the edits done (tests/refresh/test_refresh_plan.py
folds them over it)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from deck.presentation import Block, Cell, Chart, Diagram, Link, Paragraph, Presentation, Section, Slide, SlideKind, Table

if TYPE_CHECKING:
    from deck.template.model import Template

T = TypeVar("T")

Paragraphs = tuple[Paragraph, ...]
Continued = Mapping[str, Mapping[str, Paragraphs]]
"""Words that stand again on a slide's later pages (title, headings), where they are not those of its first: page id
("sources#2") → slot → paragraphs, without a page's counter ("(2 av 3)"), which is furniture and no one's words."""

Choice = Literal["mine", "theirs"]
DECK = "deck"
"""What stands for a slide's id in the address of what concerns the whole deck: deck/order, deck/title,
deck/footer, deck/section:ID."""


# --- the three sides ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Base:
    """What the deck was generated as or, since, how far each leaf of it has come."""

    presentation: Presentation
    continued: Continued = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Mine:
    """What the owner's file says. `presentation`: the slides that are ours, read by their ids. `order`: every slide of the file
    by its id or own key ("own:PART"); `titles`: of the own ones, as shown. `touched`: ids of slides that bear the owner's hand
    where words do not tell (shapes, looks, places, movement …); `slots`: likewise (slide, slot); `parts`: (slide, slot, item or
    row). `continued`: as read."""

    presentation: Presentation
    order: tuple[str, ...]
    titles: Mapping[str, str] = field(default_factory=dict)
    touched: frozenset[str] = frozenset()
    slots: frozenset[tuple[str, str]] = frozenset()
    parts: frozenset[tuple[str, str, str]] = frozenset()
    continued: Continued = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Theirs:
    """What the guidance says now for the same choices. `template`: the look that the deck is to have;
    None: the one that it has."""

    presentation: Presentation
    template: Template | None = None


# --- where, and what the sides say there --------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True, order=True)
class Address:
    """Where in a deck: a slide (its id; "ID#2": its second page; DECK), a slot of it ("": the slide itself; "notes"), and
    the point within, a readable path joined by ".": a paragraph's number in the owner's text and the sentence's in it
    ("2.1"; "was-2" where the owner took it away), ROW.COLUMN, CATEGORY, ITEM.FIELD."""

    slide: str
    slot: str = ""
    point: str = ""

    @property
    def key(self) -> str:
        """What `--resolve` takes: SLIDE, SLIDE/SLOT or SLIDE/SLOT:POINT."""
        slot = f"{self.slide}/{self.slot}" if self.slot else self.slide
        return f"{slot}:{self.point}" if self.point else slot

    def within(self, key: str) -> bool:
        """Whether a key names this, or a whole that this is a part of: "why/body" and "why/body:2" hold "why/body:2.1"."""
        if ":" in key:
            return self.key == key or self.key.startswith(f"{key}.")
        return key == (f"{self.slide}/{self.slot}" if self.slot else self.slide)


@dataclass(frozen=True, kw_only=True)
class Terms(Generic[T]):
    """The three terms of a leaf; None: it is not there."""

    base: T
    mine: T
    theirs: T


At = Literal[
    "text",
    "notes",
    "link",
    "cell",
    "row",
    "column",
    "point",
    "category",
    "series",
    "chart",
    "field",
    "item",
    "alt",
    "caption",
    "picture",
    "address",
    "block",
    "slot",
    "slide",
    "kind",
    "order",
    "title",
    "footer",
    "section",
]
"""What is at stake in a leaf. `text`, `notes`, `cell`: a Paragraph, or a sentence of it; `link`: a Link; `row`: a Row;
`column`: its Cells; `point`, `category`: Points by series; `series`: Points by category; `field`: an item's (str, Link
or float); `item`: an Item; `block`, `slot`, `picture`, `address`, `chart`: a Block; `slide`, `kind`: a Slide; `order`:
slides' titles; the rest: str."""


@dataclass(frozen=True, kw_only=True)
class Conflict(Generic[T]):
    """Both sides changed one leaf, differently: the owner's stands until its owner decides. `title`: the slide's, as shown.
    `sense`: the words would have gone together, but one side changed a number or a negation in a sentence that the other
    changed."""

    address: Address
    at: At
    terms: Terms[T]
    title: str = ""
    sense: bool = False

    @property
    def key(self) -> str:
        return self.address.key


@dataclass(frozen=True, kw_only=True)
class Decided(Generic[T]):
    """A conflict that its owner decided: exactly what went (the other side's term) and what stands."""

    conflict: Conflict[T]
    choice: Choice


@dataclass(frozen=True, kw_only=True)
class Kept(Generic[T]):
    """An edit of the owner's that stands. `terms.theirs` differs from `terms.base` where the guidance has news of what the
    owner took away (`mine` None). `look`: a look or place, not words."""

    address: Address
    at: At
    terms: Terms[T]
    title: str = ""
    look: bool = False


@dataclass(frozen=True, kw_only=True)
class Joined:
    """A sentence put together from both sides' changes: to be read through by its owner."""

    address: Address
    terms: Terms[str]
    result: str
    title: str = ""


@dataclass(frozen=True, kw_only=True)
class OwnSlide:
    """A slide of the owner's, kept. `key`: "own:PART"."""

    key: str
    title: str = ""


@dataclass(frozen=True, kw_only=True)
class Decisions:
    """What the owner has decided: address key → side; `prefer`: what holds for all others (None: they stay open). A narrow key
    wins over a wide one, so their order says nothing."""

    choices: Mapping[str, Choice] = field(default_factory=dict)
    prefer: Choice | None = None

    def of(self, address: Address) -> Choice | None:
        """What has been decided of a conflict; None: nothing yet, and it is offered again."""
        keys = [key for key in self.choices if address.within(key)]
        return self.choices[max(keys, key=len)] if keys else self.prefer


# --- edits --------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Relook:
    """The deck moves into another template: masters, layouts, themes, sizes; every slide, its owner's, too."""

    template: Template


@dataclass(frozen=True, kw_only=True)
class AddSlide:
    """A slide that is new. It comes to stand by SetOrder; `slide.section`: the section it joins."""

    slide: Slide


@dataclass(frozen=True, kw_only=True)
class DropSlide:
    """A slide that the guidance has withdrawn, untouched or given up by its owner. `before`: what it said."""

    slide: str
    before: Slide


@dataclass(frozen=True, kw_only=True)
class ReleaseSlide:
    """A slide that the guidance has withdrawn and its owner keeps: it is the owner's own from now on, without our ids."""

    slide: str
    before: Slide


@dataclass(frozen=True, kw_only=True)
class Relayout:
    """The slide is of another kind now, on that kind's layout; ReplaceBlock and DropSlot for each slot that differs follow, and
    slots that stay under their name take that layout's places."""

    slide: str
    before: SlideKind
    after: SlideKind


@dataclass(frozen=True, kw_only=True)
class SetText:
    """A text slot's paragraphs. `slide` may be a later page's id ("sources#2"), for a title or heading that stands on it, too;
    the page's counter is neither in `before` nor in `after`."""

    slide: str
    slot: str
    before: Paragraphs
    after: Paragraphs


@dataclass(frozen=True, kw_only=True)
class SetNotes:
    """The speaker notes."""

    slide: str
    before: Paragraphs
    after: Paragraphs


@dataclass(frozen=True, kw_only=True)
class ReshapeTable:
    """Rows (known by id) and columns come, go, move, or take other shares. `after`: rows and columns in their new places, cells
    that stay with the words that they have; the words of changed cells follow as SetCell. `columns`: for each new column the
    number of the old one (from 0) that it is, None: a new one. Also where only `widths` or `first_column` differ."""

    slide: str
    slot: str
    before: Table
    after: Table
    columns: tuple[int | None, ...]


@dataclass(frozen=True, kw_only=True)
class SetCell:
    """A cell's paragraphs. `column`: from 0, in the table as reshaped."""

    slide: str
    slot: str
    row: str
    column: int
    before: Cell
    after: Cell


@dataclass(frozen=True, kw_only=True)
class ReshapeChart:
    """Categories and series (known by name) come, go or move, or the chart's kind, number format or highlight changes. `after`:
    points that stay with the values and labels that they have; SetPoint for those that change follow."""

    slide: str
    slot: str
    before: Chart
    after: Chart


@dataclass(frozen=True, kw_only=True)
class Point:
    """A chart's value with the words that stand for it ("drygt 80"; "" for the bare value)."""

    value: float | None
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class SetPoint:
    """A value and its label, together. The label is the category's: where there are several series it comes with the first."""

    slide: str
    slot: str
    series: str
    category: str
    before: Point
    after: Point


@dataclass(frozen=True, kw_only=True)
class ReshapeDiagram:
    """Items (known by id) come, go or move, or the number of columns changes. `after`: items that stay with the fields
    that they have; SetItem for those that change follow."""

    slide: str
    slot: str
    before: Diagram
    after: Diagram


ItemField = Literal["key", "title", "text", "link", "group", "value"]


@dataclass(frozen=True, kw_only=True)
class SetItem:
    """A field of a diagram's item: str; Link or None for `link`; float or None for `value`."""

    slide: str
    slot: str
    item: str
    field: ItemField
    before: str | float | Link | None
    after: str | float | Link | None


@dataclass(frozen=True, kw_only=True)
class SetCaption:
    """The words of a diagram or a map beside its items."""

    slide: str
    slot: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class SetAlt:
    """The alternative text of a table, chart, diagram, picture, map or code."""

    slide: str
    slot: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class ReplaceBlock:
    """A slot is new (`before` None), or its block is another: another kind of block or form of diagram, another picture,
    code or map. `role`: where it sits. Its alternative text comes with it."""

    slide: str
    slot: str
    role: str
    before: Block | None
    after: Block


@dataclass(frozen=True, kw_only=True)
class DropSlot:
    """A slot goes, its shape with it."""

    slide: str
    slot: str
    before: Block


@dataclass(frozen=True, kw_only=True)
class SetOrder:
    """The show's order: slides that are ours and the owner's own, by key. `before`: without what was dropped or added."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SetSection:
    """A section's name; `before` None: a new one, `after` None: the guidance has it no longer, and no slide is in it."""

    section: str
    before: Section | None
    after: Section | None


@dataclass(frozen=True, kw_only=True)
class SetDeckTitle:
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class SetFooter:
    before: str
    after: str


Edit = (
    Relook
    | AddSlide
    | DropSlide
    | ReleaseSlide
    | Relayout
    | SetText
    | SetNotes
    | ReshapeTable
    | SetCell
    | ReshapeChart
    | SetPoint
    | ReshapeDiagram
    | SetItem
    | SetCaption
    | SetAlt
    | ReplaceBlock
    | DropSlot
    | SetOrder
    | SetSection
    | SetDeckTitle
    | SetFooter
)


@dataclass(frozen=True, kw_only=True)
class Plan:
    """`merged`: what the deck shall say, its slides in order (the owner's own not among them); `continued`: likewise for
    words on later pages. `order`: all slides by key. `joined`, `kept`, `decided`, `own`: what else there is to tell.
    `moved`: slides that the guidance alone moved. `next_base`: where the next refresh starts from; `advanced`: it is
    another than the one before."""

    edits: tuple[Edit, ...]
    conflicts: tuple[Conflict[Any], ...]
    next_base: Base
    merged: Presentation
    order: tuple[str, ...]
    continued: Continued = field(default_factory=dict)
    decided: tuple[Decided[Any], ...] = ()
    kept: tuple[Kept[Any], ...] = ()
    joined: tuple[Joined, ...] = ()
    own: tuple[OwnSlide, ...] = ()
    moved: tuple[str, ...] = ()
    advanced: bool = False

    @property
    def silent(self) -> bool:
        """There is nothing to write: the file says it all, and remembers it."""
        return not self.edits and not self.advanced

    @property
    def news(self) -> bool:
        """There is something to write beside another look: the guidance's words, or how far the base has come."""
        return self.advanced or any(not isinstance(edit, Relook) for edit in self.edits)

    def of(self, slide: str) -> tuple[Edit, ...]:
        """The edits within a slide, in order."""
        return tuple(edit for edit in self.edits if getattr(edit, "slide", None) == slide)
