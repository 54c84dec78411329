"""One total function of a conflict and its decision."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from merge_sides import spot

from deck.refresh.merge.decisions import Leaf, settle
from deck.refresh.plan import Terms

VALUES = st.none() | st.integers(0, 3)
CHOICES = st.sampled_from([None, "mine", "theirs"])


@given(VALUES, VALUES, VALUES, CHOICES)
def test_a_leaf_is_its_own_proof(base: Any, mine: Any, theirs: Any, prefer: Any) -> None:
    """Merged again with what it came to, a leaf is what it was: silent once decided, and asked again until then."""
    here = spot(prefer=prefer)
    found = here.leaf(base, mine, theirs)
    clashed = mine not in (base, theirs) and theirs != base
    assert bool(here.ledger.conflicts) == (clashed and prefer is None)
    assert bool(here.ledger.decided) == (clashed and prefer is not None)
    again = spot()
    assert again.leaf(found.base, found.value, theirs) == Leaf(found.value, found.base)
    assert len(again.ledger.conflicts) == len(here.ledger.conflicts)
    if not here.ledger.conflicts:
        assert found.base == theirs


@pytest.mark.parametrize(("choice", "value", "base"), [(None, "m", "b"), ("mine", "m", "t"), ("theirs", "t", "t")])
def test_undecided_the_base_waits(choice: Any, value: str, base: str) -> None:
    assert settle(Terms(base="b", mine="m", theirs="t"), choice) == Leaf(value, base)


def test_a_point_is_a_path() -> None:
    here = spot({"s/b:row": "theirs"})
    assert here.inner("row", "", "2").address.key == "s/b:row.2"
    assert here.inner("row", "2").leaf("a", "b", "c").value == "c"
    assert here.inner("rows").leaf("a", "b", "c").value == "b"
