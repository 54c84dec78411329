"""Laws of the plan, over whole presentations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from merge_sides import folded, known, mine_after, mine_of, planned, presentations, sides

from deck.presentation import Presentation, Slide
from deck.refresh import told
from deck.refresh.plan import Base, Choice, Plan

Sides = tuple[Presentation, Presentation, Presentation]
laws = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def said(presentation: Presentation) -> tuple[Any, ...]:
    """What a presentation says, its slots in the order of their names."""
    slides = [replace(slide, slots=tuple(sorted(slide.slots, key=lambda slot: slot.id))) for slide in presentation.slides]
    return presentation.title, presentation.footer, sorted(presentation.sections, key=repr), slides


def keys(plan: Plan) -> list[str]:
    return [item.key for item in plan.conflicts]


@laws
@given(sides())
def test_with_unchanged_theirs_it_is_mine(three: Sides) -> None:
    base, mine, _theirs = three
    plan = planned(base, mine, base)
    assert plan.edits == () and plan.conflicts == ()
    assert said(plan.merged) == said(mine)
    assert plan.next_base.presentation == base and plan.silent


@laws
@given(sides())
def test_with_unchanged_mine_it_is_theirs(three: Sides) -> None:
    base, _mine, theirs = three
    plan = planned(base, base, theirs)
    assert plan.conflicts == () and plan.kept == () and plan.joined == ()
    assert plan.merged == theirs and plan.next_base.presentation == theirs


@laws
@given(sides())
def test_what_both_did_alike_is_done(three: Sides) -> None:
    base, mine, _theirs = three
    plan = planned(base, mine, mine)
    assert plan.edits == () and plan.conflicts == ()
    assert said(plan.merged) == said(mine)
    assert said(plan.next_base.presentation) == said(mine)


@laws
@given(sides(), st.sampled_from([None, "mine", "theirs"]))
def test_the_edits_make_of_mine_what_was_merged(three: Sides, prefer: Choice | None) -> None:
    base, mine, theirs = three
    side = mine_of(mine, ["own:a", "own:b"])
    plan = planned(base, side, theirs, prefer=prefer)
    deck, order = folded(side, plan.edits)
    assert order == plan.order
    wanted = replace(plan.merged, slides=tuple(_bare(slide) for slide in plan.merged.slides))
    assert said(replace(deck, slides=tuple(_bare(slide) for slide in deck.slides))) == said(wanted)


def _bare(slide: Slide) -> Slide:
    """Without what no one sees: sources, section."""
    return replace(slide, sources=(), section="", own=False)


@laws
@given(sides(), st.sampled_from(["mine", "theirs"]))
def test_after_a_decision_the_next_refresh_is_silent(three: Sides, prefer: Choice) -> None:
    base, mine, theirs = three
    plan = planned(base, mine, theirs, prefer=prefer)
    assert plan.conflicts == ()
    again = planned(plan.next_base, mine_after(plan), theirs)
    assert keys(again) == [] and again.edits == (), again.edits
    assert again.silent


@laws
@given(sides())
def test_what_waits_is_asked_again_and_nothing_else_is_done(three: Sides) -> None:
    base, mine, theirs = three
    plan = planned(base, mine, theirs)
    again = planned(plan.next_base, mine_after(plan), theirs)
    assert again.edits == (), again.edits
    assert not again.advanced
    assert len(again.conflicts) == len(plan.conflicts)


@laws
@given(sides())
def test_all_decided_for_theirs_leaves_only_what_did_not_clash(three: Sides) -> None:
    """Who takes all of theirs keeps whatever the guidance had no other word on."""
    base, mine, theirs = three
    plan = planned(base, mine, theirs, prefer="theirs")
    undecided = planned(base, mine, theirs)
    clashing = {(item.address.slide, item.address.slot) for item in undecided.conflicts}
    for slide in undecided.merged.slides:
        other = plan.merged.slide(slide.id)
        for slot in slide.slots:
            if (slide.id, slot.id) not in clashing and (slide.id, "") not in clashing:
                assert other is not None
                assert other.slot(slot.id) == slot


@laws
@given(sides(), st.data())
def test_the_order_of_decisions_says_nothing(three: Sides, data: st.DataObject) -> None:
    base, mine, theirs = three
    open_ = sorted(set(keys(planned(base, mine, theirs))))
    choices = {key: data.draw(st.sampled_from(["mine", "theirs"])) for key in open_}
    turned = dict(reversed(choices.items()))
    one, other = planned(base, mine, theirs, choices=choices), planned(base, mine, theirs, choices=turned)
    assert one == other
    assert one.conflicts == ()


@laws
@given(sides(), st.data())
def test_a_decision_takes_its_own_conflict_and_no_other(three: Sides, data: st.DataObject) -> None:
    base, mine, theirs = three
    open_ = planned(base, mine, theirs)
    if not open_.conflicts:
        return
    one = data.draw(st.sampled_from(list(open_.conflicts)))
    plan = planned(base, mine, theirs, choices={one.key: "theirs"})
    taken = {item.conflict.key for item in plan.decided}
    assert all(item.conflict.address.within(one.key) for item in plan.decided) and taken
    assert [item for item in open_.conflicts if item.key not in taken] == list(plan.conflicts)
    where = (one.address.slide, one.address.slot)
    for slide in open_.merged.slides:
        other = plan.merged.slide(slide.id)
        for slot in slide.slots:
            if (slide.id, slot.id) != where and (slide.id, "") != where and where[0] != "deck":
                assert other is not None and other.slot(slot.id) == slot


@laws
@given(sides())
def test_no_two_sides_of_a_conflict_read_alike(three: Sides) -> None:
    plan = planned(*three)
    for item in told.questions(plan):
        assert " ".join(item.mine.split()) != " ".join(item.theirs.split()), item


@laws
@given(sides())
def test_every_change_is_told(three: Sides) -> None:
    base, mine, theirs = three
    plan = planned(base, mine, theirs)
    where = {(item.slide, item.slot) for item in told.changes(plan)} | {
        (item.address.slide, item.address.slot) for item in plan.conflicts
    }
    for edit in plan.edits:
        slot = getattr(edit, "slot", None)
        assert slot is None or (getattr(edit, "slide", ""), slot) in where


@laws
@given(presentations(), presentations(), presentations())
def test_anything_merges_with_anything(base: Presentation, mine: Presentation, theirs: Presentation) -> None:
    for prefer in (None, "mine", "theirs"):
        plan = planned(base, known(base, mine), theirs, prefer=prefer)
        assert len({slide.id for slide in plan.merged.slides}) == len(plan.merged.slides)
        again = planned(plan.next_base, mine_after(plan), theirs)
        assert again.edits == ()


@pytest.mark.parametrize("choice", ["mine", "theirs"])
def test_a_title_on_a_later_page_is_its_owners(choice: Choice) -> None:
    from deck.presentation import Slot, paragraph, text

    def deck(title: str) -> Presentation:
        slide = Slide("sources", "content", (Slot("title", "title", text(title)), Slot("body", "body", text("a", "b"))))
        return Presentation("T", "sv-SE", "1281", "Lund", "standard", "alla", "1", (), (slide,))

    pages: Mapping[str, Any] = {"sources#2": {"title": (paragraph("Fler källor"),)}}
    mine = replace(mine_of(deck("Källor")), continued=pages)
    same = planned(deck("Källor"), mine, deck("Källor"))
    assert same.silent is False or same.edits == ()
    assert same.continued == pages
    plan = planned(deck("Källor"), mine, deck("Referenser"))
    assert keys(plan) == ["sources#2/title"] and plan.continued == pages
    held = plan.next_base
    assert held.continued == {"sources#2": {"title": (paragraph("Källor"),)}}
    again = planned(held, mine_after(plan), deck("Referenser"))
    assert keys(again) == keys(plan) and again.edits == () and not again.advanced
    done = planned(held, mine_after(plan), deck("Referenser"), choices={"sources#2/title": choice})
    assert done.continued == (pages if choice == "mine" else {})
    last = planned(done.next_base, mine_after(done), deck("Referenser"))
    assert last.silent
    assert isinstance(done.next_base, Base)
