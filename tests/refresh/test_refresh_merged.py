"""A plan, and what is told of it."""

from __future__ import annotations

from merge_sides import planned
from refresh_releases import BASE, RELEASES, bullets, with_slot

from deck.presentation import text
from deck.refresh.merged import merged_of, owned
from deck.refresh.report.tell import what


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


def test_news_of_the_place_s_own_material_are_not_called_the_guidance_s() -> None:
    changes = merged_of(planned(BASE, BASE, RELEASES["words"]()), {"next"}).changes
    mine = [item for item in changes if item.slide == "next"]
    assert mine and all(item.own and "guidance" not in what(item) for item in mine)
    others = [item for item in changes if item.slide != "next" and item.kind == "applied"]
    assert others and all(not item.own and "guidance" in what(item) for item in others)


def test_a_slot_with_words_of_its_owner_s_is_owned() -> None:
    own = with_slot(BASE, "why", "title", text("Egen rubrik"))
    assert owned(own, BASE) == {("why", "title")} and owned(BASE, BASE) == set()
