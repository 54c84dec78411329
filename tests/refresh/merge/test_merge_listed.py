"""Lists: which elements are there, and their order."""

from __future__ import annotations

from collections.abc import Hashable

from hypothesis import given
from hypothesis import strategies as st
from merge_sides import spot

from deck.presentation import Item, paragraph
from deck.refresh.merge.decisions import Leaf, MergeSpot
from deck.refresh.merge.listed import merge_axis, merge_known, merge_list, paragraph_names, told_apart

WORDS = st.lists(st.sampled_from("abcdef"), max_size=5, unique=True)


def one(base: str, mine: str, theirs: str, where: MergeSpot) -> Leaf[str]:
    return where.leaf(base, mine, theirs)


def listed(base: list[str], mine: list[str], theirs: list[str]):
    where = spot()
    found = merge_list(
        (base, mine, theirs),
        key=lambda item: item,
        words=lambda item: item,
        same=lambda a, b: a == b,
        one=one,
        spot=where,
        names=lambda key: f"{key[0]}{key[1]}",
    )
    return found, where.ledger.conflicts


@given(WORDS, WORDS)
def test_one_side_alone_has_its_way(base: list[str], other: list[str]) -> None:
    for sides in ((base, other, base), (base, base, other), (base, other, other)):
        found, conflicts = listed(*sides)
        assert found.value == other and not conflicts


@given(WORDS, WORDS, WORDS)
def test_what_neither_has_is_gone_and_what_all_have_stays(base: list[str], mine: list[str], theirs: list[str]) -> None:
    found, _conflicts = listed(base, mine, theirs)
    assert set(found.value) <= {*mine, *theirs} and {*base} & {*mine} & {*theirs} <= set(found.value)


def known(base: dict[Hashable, str], mine: dict[Hashable, str], theirs: dict[Hashable, str]):
    where = spot()
    found = merge_known(base, mine, theirs, words=lambda item: item, same=lambda a, b: a == b, one=one, spot=where, names=str)
    return found, where.ledger.conflicts


def test_elements_with_ids_merge_where_they_stand() -> None:
    found, conflicts = known({"a": "1", "b": "2"}, {"b": "2", "a": "1"}, {"a": "1", "b": "3", "c": "4"})
    assert list(found.results.items()) == [("b", "3"), ("c", "4"), ("a", "1")] and not conflicts


def test_what_one_drops_and_the_other_changes_waits() -> None:
    found, conflicts = known({"a": "ett ord", "b": "2"}, {"a": "ett annat ord", "b": "2"}, {"b": "2"})
    assert found.results["a"] == "ett annat ord" and found.bases["a"] == "ett ord"
    assert [item.address.point for item in conflicts] == ["a"]


def test_names_of_an_axis() -> None:
    columns = [{"a": {"r": 1}, "b": {"r": 2}}, {"a": {"r": 1}, "b": {"r": 2}}, {"b": {"r": 2}, "c": {"r": 3}}]
    found = merge_axis(
        (["a", "b"], ["a", "b"], ["b", "c"]), lambda side, name: dict(columns[side][name]), spot().as_("category"), str
    )
    assert found.value == ["b", "c"] == found.base and not found.held


def test_an_id_twice_is_told_apart() -> None:
    items = (Item("a", "Ett"), Item("a", "Två"), Item("b", "Tre"))
    names = [item.id for item in told_apart(items)]
    assert len(set(names)) == 3 and names[0] == "a" and names[2] == "b"
    assert told_apart(items[1:]) == items[1:]


def test_a_paragraph_is_named_by_its_number_in_the_owner_s_text() -> None:
    two = (paragraph("a"), paragraph("b"))
    names = paragraph_names(two, two, two)
    assert (names(("m", 0)), names(("b", 1))) == ("1", "was-2")
    assert paragraph_names(two[:1], two[:1], two[:1])(("m", 0)) == ""
