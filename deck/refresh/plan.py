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

from dataclasses import dataclass, field
from typing import Any

from deck.presentation import Presentation
from deck.refresh.edits import (
    AddSlide,
    DropSlide,
    DropSlot,
    Edit,
    ItemField,
    Point,
    Relayout,
    ReleaseSlide,
    Relook,
    ReplaceBlock,
    ReshapeChart,
    ReshapeDiagram,
    ReshapeTable,
    SetAlt,
    SetCaption,
    SetCell,
    SetDeckTitle,
    SetFooter,
    SetItem,
    SetNotes,
    SetOrder,
    SetPoint,
    SetSection,
    SetText,
)
from deck.refresh.terms import (
    DECK,
    Address,
    At,
    Base,
    Choice,
    Conflict,
    Continued,
    Decided,
    Decisions,
    Joined,
    Kept,
    Mine,
    OwnSlide,
    Paragraphs,
    Terms,
    Theirs,
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


__all__ = [
    "DECK",
    "AddSlide",
    "Address",
    "At",
    "Base",
    "Choice",
    "Conflict",
    "Continued",
    "Decided",
    "Decisions",
    "DropSlide",
    "DropSlot",
    "Edit",
    "ItemField",
    "Joined",
    "Kept",
    "Mine",
    "OwnSlide",
    "Paragraphs",
    "Plan",
    "Point",
    "Relayout",
    "ReleaseSlide",
    "Relook",
    "ReplaceBlock",
    "ReshapeChart",
    "ReshapeDiagram",
    "ReshapeTable",
    "SetAlt",
    "SetCaption",
    "SetCell",
    "SetDeckTitle",
    "SetFooter",
    "SetItem",
    "SetNotes",
    "SetOrder",
    "SetPoint",
    "SetSection",
    "SetText",
    "Terms",
    "Theirs",
]
