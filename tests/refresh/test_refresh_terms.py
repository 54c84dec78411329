"""Addresses in a deck, and what is decided of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.refresh.terms import Address, Choice, Decisions

PLACES = [
    Address(slide="why"),
    Address(slide="why", slot="body"),
    Address(slide="why", slot="body", point="2"),
    Address(slide="why", slot="body", point="2.1"),
    Address(slide="why", slot="body", point="21"),
    Address(slide="why", slot="title"),
    Address(slide="why#2", slot="title"),
    Address(slide="deck", slot="section:s"),
]


@pytest.mark.parametrize(
    ("key", "held"),
    [
        ("why", {"why"}),
        ("why/body", {"why/body", "why/body:2", "why/body:2.1", "why/body:21"}),
        ("why/body:2", {"why/body:2", "why/body:2.1"}),
        ("why/body:2.1", {"why/body:2.1"}),
        ("why/title", {"why/title"}),
        ("why#2/title", {"why#2/title"}),
        ("deck/section:s", {"deck/section:s"}),
        ("why/bod", set()),
        ("body", set()),
        ("", set()),
    ],
)
def test_a_key_holds_its_own_point_or_all_of_a_slot_and_nothing_else(key: str, held: set[str]) -> None:
    assert {place.key for place in PLACES if place.within(key)} == held


CHOICES: st.SearchStrategy[Choice] = st.sampled_from(["mine", "theirs"])
KEYS = st.sampled_from([place.key for place in PLACES])


@given(st.dictionaries(KEYS, CHOICES), st.sampled_from([None, "mine", "theirs"]))
def test_the_narrowest_decision_holds_in_whatever_order(choices: dict[str, Choice], prefer: Choice | None) -> None:
    one, other = Decisions(choices=choices, prefer=prefer), Decisions(choices=dict(reversed(choices.items())), prefer=prefer)
    for place in PLACES:
        assert one.of(place) == other.of(place)
        if place.key in choices:
            assert one.of(place) == choices[place.key]
        elif not any(place.within(key) for key in choices):
            assert one.of(place) == prefer
