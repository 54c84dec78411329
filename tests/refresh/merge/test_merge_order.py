"""The show's order, merged."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from merge_sides import spot

from deck.refresh.merge.order import merge_show

NAMES = list("abcde")
ORDERS = st.permutations(NAMES)


def merged(base: list[str], mine: list[str], theirs: list[str], prefer: Any = None) -> Any:
    here = spot(prefer=prefer)
    return merge_show(base, mine, theirs, {*mine, *theirs}, {}, here), here.ledger


@given(ORDERS, ORDERS)
def test_one_sides_order_is_taken(base: list[str], side: list[str]) -> None:
    assert merged(base, side, base)[0].value == side
    assert merged(base, base, side)[0].value == side
    found, ledger = merged(base, side, side)
    assert found.value == side and not ledger.conflicts


@given(ORDERS, ORDERS, ORDERS, st.sampled_from(["mine", "theirs"]))
def test_after_a_decision_the_order_is_settled(base: list[str], mine: list[str], theirs: list[str], prefer: Any) -> None:
    found, ledger = merged(base, mine, theirs, prefer)
    assert not ledger.conflicts and sorted(found.value) == NAMES
    again, ledger = merged(found.base, found.value, theirs)
    assert again.value == found.value and not ledger.conflicts


@given(ORDERS, ORDERS, ORDERS)
def test_an_open_question_of_order_is_asked_again_and_nothing_moves(base: list[str], mine: list[str], theirs: list[str]) -> None:
    found, ledger = merged(base, mine, theirs)
    again, later = merged(found.base, found.value, theirs)
    assert again.value == found.value
    assert len(later.conflicts) <= len(ledger.conflicts)


@given(st.lists(st.sampled_from(NAMES), unique=True), st.lists(st.sampled_from(NAMES), unique=True))
def test_an_owners_slide_follows_its_neighbour(base: list[str], theirs: list[str]) -> None:
    mine = [item for name in base for item in (name, f"own:{name}")]
    found, _ledger = merged(base, mine, theirs)
    for name in base:
        if name in theirs:
            assert found.value.index(f"own:{name}") > found.value.index(name)


@pytest.mark.parametrize(("prefer", "order"), [(None, "bcdea"), ("mine", "bcdea"), ("theirs", "bcade")])
def test_one_slide_that_both_moved_elsewhere_is_the_owner_s_to_decide(prefer: Any, order: str) -> None:
    found, ledger = merged(NAMES, list("bcdea"), list("bcade"), prefer)
    assert "".join(found.value) == order
    assert len(ledger.conflicts) == (prefer is None)
    assert [item.terms.mine for item in ledger.conflicts] == (["b\nc\nd\ne\na"] if prefer is None else [])


def test_what_each_moved_by_itself_is_no_question_and_told_of_each() -> None:
    found, ledger = merged(NAMES, list("bacde"), list("abced"))
    assert "".join(found.value) == "baced" and not ledger.conflicts
    assert len(found.mine) == 1 and set(found.mine) < {"a", "b"}
    assert len(found.theirs) == 1 and set(found.theirs) < {"d", "e"}
    same, ledger = merged(NAMES, list("bcdea"), list("bcdea"))
    assert (same.mine, same.theirs, ledger.conflicts) == ((), (), [])


def test_a_slide_kept_against_the_guidance_has_not_moved_when_it_comes_back() -> None:
    """Its base stands where nobody moved it: neither at the end, nor as the older guidance has the others."""
    older, newer = list("acd"), list("abcd")
    back, _ledger = merged(newer, newer, older)
    assert back.value == back.base == newer
    again, ledger = merged(back.base, back.value, newer)
    assert again.value == newer and not ledger.conflicts
