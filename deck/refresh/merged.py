"""A plan as the patcher takes it."""

from __future__ import annotations

from dataclasses import dataclass

from deck.presentation import Presentation
from deck.refresh import told
from deck.refresh.outcome import Change, Question, Readthrough
from deck.refresh.plan import Plan, ReleaseSlide


@dataclass(frozen=True)
class Merged:
    """`presentation`: the slides that are ours in the result, in order. `order`: those and the owner's own. `base`: what the
    next refresh starts from. `released`: slides that became the owner's own."""

    plan: Plan
    presentation: Presentation
    base: Presentation
    order: tuple[str, ...]
    changes: tuple[Change, ...]
    conflicts: tuple[Question, ...]
    joined: tuple[Readthrough, ...]
    released: frozenset[str] = frozenset()


def merged_of(plan: Plan) -> Merged:
    return Merged(
        plan=plan,
        presentation=plan.merged,
        base=plan.next_base.presentation,
        order=plan.order,
        changes=told.changes(plan),
        conflicts=told.questions(plan),
        joined=told.readthrough(plan),
        released=frozenset(edit.slide for edit in plan.edits if isinstance(edit, ReleaseSlide)),
    )


__all__ = ["Merged", "merged_of"]
