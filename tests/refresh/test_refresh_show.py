"""The show's order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.refresh.show import shown_order


@pytest.mark.parametrize(
    ("groups", "before", "order"),
    [
        ("a1 a2|b", "a1 a2 b", "a1 a2 b"),
        ("a1 a2|b", "a2 a1 b", "a2 a1 b"),
        ("a1 a2|x|b", "a1 x a2 b", "a1 x a2 b"),
        ("a1 a2|b", "a1 b a2", "a1 b a2"),
        ("b|a1 a2", "a1 a2 b", "b a1 a2"),
        ("a1 a2 a3|b", "a1 a2 b", "a1 a2 a3 b"),
        ("a1 a2 a3|x|b", "a1 x a2 b", "a1 x a2 a3 b"),
        ("a1|b", "a1 a2 b", "a1 b"),
        ("n|a1 a2|b", "a1 x a2 b", "n a1 a2 b"),
    ],
)
def test_pages_stay_where_their_owner_has_them(groups: str, before: str, order: str) -> None:
    assert shown_order([group.split() for group in groups.split("|")], before.split()) == order.split()


@given(st.lists(st.integers(0, 4), max_size=9).flatmap(st.permutations))
def test_where_nothing_moved_the_show_is_as_it_was(slides: list[int]) -> None:
    before = [f"{slide}#{n}" for n, slide in enumerate(slides)]
    groups = [[part for part in before if part.startswith(f"{slide}#")] for slide in dict.fromkeys(slides)]
    assert shown_order(groups, before) == before
