"""One slide: its slots, its kind, its notes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from refresh_releases import BASE, bullets

from deck.presentation import Slide, Slot, Text, paragraph, text
from deck.refresh.merge.decisions import Leaf, Ledger
from deck.refresh.merge.slide import SlideMerge
from deck.refresh.plan import Choice, Decisions

WHY = next(slide for slide in BASE.slides if slide.id == "why")
MORE = Slot("more", "body", bullets("Mer"))


def merged(
    now: Slide, new: Slide, prefer: Choice | None = None, *, slots: frozenset[str] = frozenset()
) -> tuple[Leaf[Slide], list[str]]:
    ledger = Ledger(Decisions(prefer=prefer))
    found = SlideMerge(WHY, now, new, ledger, bool(slots), slots).merged()
    return found, [item.key for item in ledger.conflicts]


def with_block(slot: str, *lines: str, slide: Slide = WHY) -> Slide:
    return replace(slide, slots=tuple(replace(item, block=bullets(*lines)) if item.id == slot else item for item in slide.slots))


def of_kind(kind: str, *slots: Slot) -> Slide:
    return replace(WHY, kind=kind, slots=(WHY.slots[0], *slots))  # type: ignore[arg-type]


def test_slots_of_both_sides_stand_together() -> None:
    mine = replace(WHY, slots=(replace(WHY.slots[0], block=text("Min rubrik")), WHY.slots[1]))
    theirs = replace(WHY, slots=(*WHY.slots, MORE))
    found, conflicts = merged(mine, theirs)
    assert [slot.block for slot in found.value.slots] == [text("Min rubrik"), WHY.slots[1].block, MORE.block]
    assert found.base == theirs and not conflicts


def test_a_slot_that_its_owner_took_away_stays_away() -> None:
    mine = replace(WHY, slots=WHY.slots[:1])
    found, conflicts = merged(mine, with_block("body", "Nya ord"))
    assert [slot.id for slot in found.value.slots] == ["title"] and not conflicts
    assert [slot.id for slot in found.base.slots] == ["title", "body"]


@pytest.mark.parametrize("theirs", [WHY, with_block("body", "Nya ord")])
def test_what_stays_away_is_kept_before_what_the_guidance_says_now(theirs: Slide) -> None:
    ledger = Ledger(Decisions())
    SlideMerge(WHY, replace(WHY, slots=WHY.slots[:1]), theirs, ledger, False, frozenset()).merged()
    (kept,) = [item for item in ledger.kept if item.address.slot == "body"]
    assert (kept.terms.base, kept.terms.mine, kept.terms.theirs) == (WHY.slots[1].block, None, theirs.slots[1].block)


@pytest.mark.parametrize(("theirs", "told"), [(WHY, ["kind"]), (with_block("body", "Nya ord"), ["kind", "kind"])])
def test_what_a_form_that_its_owner_keeps_has_no_part_for_nobody_took_away(theirs: Slide, told: list[str]) -> None:
    """What the guidance says there now is told all the same."""
    ledger = Ledger(Decisions())
    SlideMerge(WHY, replace(WHY, slots=WHY.slots[:1]), theirs, ledger, False, frozenset(), otherwise=True).merged()
    assert [item.at for item in ledger.kept] == told and not ledger.conflicts
    assert [item.terms.theirs for item in ledger.kept if item.address.slot] == [theirs.slots[1].block][: len(told) - 1]


@pytest.mark.parametrize(("slots", "asked"), [(frozenset[str](), []), (frozenset({"body"}), ["why/body"])])
def test_one_that_the_guidance_withdraws_goes_unless_a_hand_is_on_it(slots: frozenset[str], asked: list[str]) -> None:
    found, conflicts = merged(WHY, replace(WHY, slots=WHY.slots[:1]), slots=slots)
    assert [slot.id for slot in found.value.slots] == (["title", "body"] if asked else ["title"]) and conflicts == asked


@pytest.mark.parametrize(("prefer", "kind"), [(None, "content"), ("mine", "content"), ("theirs", "two-content")])
def test_another_kind_is_one_thing_to_decide_where_its_owner_had_a_hand_in_it(prefer: Choice | None, kind: str) -> None:
    theirs = of_kind("two-content", Slot("left", "left", bullets("Ett")), Slot("right", "right", bullets("Två")))
    found, conflicts = merged(with_block("body", "Mina ord"), theirs, prefer)
    assert found.value.kind == kind and conflicts == (["why"] if prefer is None else [])
    assert found.base.kind == ("content" if prefer is None else "two-content")
    untouched, none = merged(WHY, theirs)
    assert untouched.value == theirs == untouched.base and not none


def test_the_title_merges_by_itself_whatever_the_kind() -> None:
    theirs = replace(of_kind("two-content", Slot("left", "left", bullets("Ett"))), slots=(WHY.slots[0],))
    mine = with_block("body", "Mina ord", slide=replace(WHY, slots=(replace(WHY.slots[0], block=text("Min")), WHY.slots[1])))
    found, _conflicts = merged(mine, theirs, "theirs")
    assert found.value.kind == "two-content" and found.value.slots[0].block == text("Min")


def test_notes_merge_like_text() -> None:
    notes = (paragraph("Säg något om why."), paragraph("Sedan frågar du gruppen."))
    mine, theirs = (replace(WHY, notes=words) for words in ((notes[0], paragraph("Mitt")), (paragraph("Nytt"), notes[1])))
    found, conflicts = merged(mine, theirs)
    assert [item.text for item in found.value.notes] == ["Nytt", "Mitt"] and not conflicts


def test_notes_that_their_owner_took_away_stay_away_and_are_not_asked_about() -> None:
    theirs = replace(WHY, notes=(paragraph("Nytt"), *WHY.notes[1:]))
    for empty in ((), (paragraph(" "),)):
        ledger = Ledger(Decisions())
        found = SlideMerge(WHY, replace(WHY, notes=empty), theirs, ledger).merged()
        assert (found.value.notes, found.base.notes) == (empty, theirs.notes) and not ledger.conflicts
        (kept,) = ledger.kept
        assert kept.address.slot == "notes" and kept.terms.mine is None and kept.terms.theirs == Text(theirs.notes)
