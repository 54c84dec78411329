"""A plan applied to a document, edit by edit, each by its own function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_args

from deck.refresh.apply.alt import give_back_alts, set_alt
from deck.refresh.apply.bench import Bench
from deck.refresh.apply.block import drop_slot, replace_block
from deck.refresh.apply.chart import reshape_chart, set_point
from deck.refresh.apply.diagram import reshape_diagram, set_caption, set_item
from deck.refresh.apply.fit import (
    CountPages,
    DrawSlot,
    Fit,
    PlaceSlot,
    RedrawSlot,
    SetPages,
    SpreadSlot,
    Step,
    count_pages,
    draw_slot,
    fitted,
    place_slot,
    redraw_slot,
    set_pages,
    spread_slot,
)
from deck.refresh.apply.head import set_deck_title, set_footer, set_order, set_section, write_show
from deck.refresh.apply.headers import mark_headers
from deck.refresh.apply.look import relook
from deck.refresh.apply.notes import set_notes
from deck.refresh.apply.slide import add_slide, drop_slide, relayout, release_slide
from deck.refresh.apply.table import reshape_table, set_cell
from deck.refresh.apply.text import set_text
from deck.refresh.apply.titles import dress_titles
from deck.refresh.plan import (
    AddSlide,
    DropSlide,
    DropSlot,
    Edit,
    Plan,
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

Apply = Callable[[Any, Bench], None]
"""Applies an edit of its own kind to the bench's document."""

APPLY: Mapping[type[Step], Apply] = {
    Relook: relook,
    AddSlide: add_slide,
    DropSlide: drop_slide,
    ReleaseSlide: release_slide,
    Relayout: relayout,
    SetText: set_text,
    SetNotes: set_notes,
    ReshapeTable: reshape_table,
    SetCell: set_cell,
    ReshapeChart: reshape_chart,
    SetPoint: set_point,
    ReshapeDiagram: reshape_diagram,
    SetItem: set_item,
    SetCaption: set_caption,
    SetAlt: set_alt,
    ReplaceBlock: replace_block,
    DropSlot: drop_slot,
    SetOrder: set_order,
    SetSection: set_section,
    SetDeckTitle: set_deck_title,
    SetFooter: set_footer,
    SpreadSlot: spread_slot,
    DrawSlot: draw_slot,
    PlaceSlot: place_slot,
    RedrawSlot: redraw_slot,
    SetPages: set_pages,
    CountPages: count_pages,
}
"""Each kind of edit, and of what layout adds to them, with what applies it."""

KINDS = frozenset({*get_args(Edit), *get_args(Fit)})


def apply(plan: Plan, bench: Bench) -> None:
    """Make the bench's document say what the plan says. Parts that none of its edits touches keep their bytes. The look
    comes first, for all else is laid out in it."""
    for edit in plan.edits:
        if isinstance(edit, Relook):
            relook(edit, bench)
    if plan.news:
        for step in fitted((edit for edit in plan.edits if not isinstance(edit, Relook)), bench):
            APPLY[type(step)](step, bench)
        mark_headers(bench)
        give_back_alts(bench)
        write_show(bench)
        if bench.is_adrift:
            dress_titles(bench)


__all__ = ["APPLY", "KINDS", "Apply", "apply"]
