"""A plan, and what is told of it."""

from __future__ import annotations

from merge_sides import planned
from refresh_releases import BASE, RELEASES, bullets, with_slot

from deck.refresh.merged import merged_of


def test_it_is_the_plan_in_words() -> None:
    mine = with_slot(BASE, "why", "body", bullets("Mina ord"))
    plan = planned(BASE, mine, RELEASES["words"]())
    merged = merged_of(plan)
    assert merged.presentation == plan.merged and merged.base == plan.next_base.presentation
    assert [item.key for item in merged.conflicts] == [item.key for item in plan.conflicts] != []
    assert {item.slide for item in merged.changes if item.kind == "applied"} >= {"next", "cards", "steps", "number"}


def test_a_silent_plan_has_nothing_to_tell() -> None:
    merged = merged_of(planned(BASE, BASE, BASE))
    assert merged.plan.silent and not merged.changes and not merged.conflicts and not merged.joined
