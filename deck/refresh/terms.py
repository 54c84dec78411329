"""What the three sides say, where in the deck, and what is decided of it: the terms that a plan is made of. Frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

from deck.presentation import Paragraph, Presentation

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


@dataclass(frozen=True, kw_only=True)
class Base:
    """What the deck was generated as or, since, how far each leaf of it has come."""

    presentation: Presentation
    continued: Continued = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Mine:
    """What the owner's file says. `presentation`: the slides that are ours, read by their ids. `order`: every slide of the file
    by its id or own key ("own:PART"); `titles`: of the own ones, as shown. `touched`: ids of slides that bear the owner's hand
    where words do not tell (shapes, looks, places, movement …); `slots`: likewise (slide, slot), of
    them `worded`: those with nothing but other words; `parts`: (slide, slot, item or
    row). `led`: slides that bear nothing but links and shows of the owner's that lead there. `continued`: as read. `otherwise`:
    slides that stand in a form which the base has left."""

    presentation: Presentation
    order: tuple[str, ...]
    titles: Mapping[str, str] = field(default_factory=dict)
    touched: frozenset[str] = frozenset()
    slots: frozenset[tuple[str, str]] = frozenset()
    worded: frozenset[tuple[str, str]] = frozenset()
    parts: frozenset[tuple[str, str, str]] = frozenset()
    led: frozenset[str] = frozenset()
    continued: Continued = field(default_factory=dict)
    otherwise: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Theirs:
    """What the guidance says now for the same choices. `template`: the look that the deck is to have;
    None: the one that it has."""

    presentation: Presentation
    template: Template | None = None


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


__all__ = [
    "DECK",
    "Address",
    "At",
    "Base",
    "Choice",
    "Conflict",
    "Continued",
    "Decided",
    "Decisions",
    "Joined",
    "Kept",
    "Mine",
    "OwnSlide",
    "Paragraphs",
    "Terms",
    "Theirs",
]
