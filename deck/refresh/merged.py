"""A plan, and what a person is told of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from deck.presentation import OCCASION, Presentation
from deck.refresh import told
from deck.refresh.canon import canonical_value
from deck.refresh.guard import Things
from deck.refresh.outcome import Change, Question, Readthrough
from deck.refresh.plan import Decided, Plan

WHOLE = ("slide", "kind", "block", "slot")
"""What is asked about as a whole (`Conflict.at`), with all that stands in it."""


@dataclass(frozen=True)
class Merged:
    """`presentation`: the slides that are ours in the result, in order. `base`: what the next refresh starts from."""

    plan: Plan
    presentation: Presentation
    base: Presentation
    changes: tuple[Change, ...]
    conflicts: tuple[Question, ...]
    joined: tuple[Readthrough, ...]
    beside: Mapping[str, tuple[Things, ...]] = field(default_factory=dict)
    """Key of a question → what of its owner's stands there beside the words, where a whole is asked about or given up."""


def merged_of(
    plan: Plan,
    own: Collection[str] = (),
    slots: Collection[tuple[str, str]] = (),
    *,
    same: bool = False,
    unseen: Collection[tuple[str, str]] = (),
) -> Merged:
    """`own`: ids of slides that are of the place's own material, and none of the guidance's; `slots`: (slide, slot) that are so
    on a slide of the guidance's. Who talks, where and when is of it on every slide. `same`: the guidance is what it was, and has
    nothing new; what was asked before is asked again. `unseen`: (slide, slot) that the deck does not show, and of which nothing
    is told."""

    def local(item: Change | Question) -> bool:
        return item.slide in own or (item.slide, item.slot) in slots or item.slot in OCCASION

    # What was decided now is an answer to what was asked before, whoever asked it.
    decided = {item.conflict.address.slide for item in plan.decided}
    changes = [item for item in told.changes(plan) if (item.slide, item.slot) not in unseen]
    return Merged(
        plan=plan,
        presentation=plan.merged,
        base=plan.next_base.presentation,
        changes=tuple(replace(item, own=local(item) or (same and item.slide not in decided)) for item in changes),
        conflicts=tuple(replace(item, own=local(item)) for item in told.questions(plan)),
        joined=told.readthrough(plan),
    )


def given_up(merged: Merged) -> list[Decided[object]]:
    """What stands no more as its owner had it, by their own decision: slides, and whole parts of them."""
    return [item for item in merged.plan.decided if item.choice == "theirs" and item.conflict.at in WHOLE]


def owned(now: Presentation, base: Presentation) -> set[tuple[str, str]]:
    """(slide, slot) that say something else than the base that they are to be held against."""
    was = {(slide.id, slot.id): canonical_value(slot.block, base.lang) for slide in base.slides for slot in slide.slots}
    return {
        (slide.id, slot.id)
        for slide in now.slides
        for slot in slide.slots
        if was.get((slide.id, slot.id)) != canonical_value(slot.block, now.lang)
    }


__all__ = ["Merged", "merged_of", "owned"]
