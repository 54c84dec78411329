"""The edits of a plan: one frozen value for each thing that a refresh may do to a deck."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from deck.presentation import Block, Cell, Chart, Diagram, Link, Section, Slide, SlideKind, Table
from deck.refresh.terms import Paragraphs

if TYPE_CHECKING:
    from deck.template.model import Template


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


ItemField = Literal["key", "title", "text", "link", "group", "value", "strong"]


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


__all__ = [
    "AddSlide",
    "DropSlide",
    "DropSlot",
    "Edit",
    "ItemField",
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
]
