"""Laws of aligning and ordering: nothing doubled, nothing lost, one side's change is that side's, mine wins where both moved."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.refresh.sequence import align, merge_order, merge_presence, move_like, moved, similarity

items = st.lists(st.integers(0, 7), unique=True, max_size=8)
words = st.lists(st.sampled_from(["mål", "åtgärd", "Agenda 2030", "ansvar", "i", ""]), max_size=4).map(" ".join)
lines = st.lists(words, max_size=6)


def same(word: str) -> str:
    return word


@st.composite
def edited(draw: st.DrawFn) -> tuple[list[int], list[int], list[int]]:
    """A base and two sides that moved, took away and added: what is new on a side has a number of its own."""
    base = draw(st.lists(st.integers(0, 7), unique=True, max_size=7))

    def side(first: int) -> list[int]:
        left = [item for item in base if draw(st.integers(0, 4))]
        new = list(range(first, first + draw(st.integers(0, 2))))
        order = draw(st.permutations(left)) if draw(st.booleans()) else left
        for item in new:
            order.insert(draw(st.integers(0, len(order))), item)
        return list(order)

    return base, side(10), side(20)


# --- likeness ------------------------------------------------------------------------------------------------------------------


@given(words, words)
def test_likeness_is_a_share_and_one_only_for_the_same(a: str, b: str) -> None:
    assert 0.0 <= similarity(a, b) <= 1.0
    assert similarity(a, a) == 1.0
    assert (similarity(a, b) == 1.0) == (a.split() == b.split() if a and b else a == b)


@given(lines)
def test_aligned_with_itself_everything_is_where_it_was(sides: list[str]) -> None:
    assert align(sides, sides, same, same) == {n: n for n in range(len(sides))}


@given(lines, lines)
def test_alignment_is_one_to_one_and_within_bounds(old: list[str], new: list[str]) -> None:
    found = align(old, new, same, same)
    assert len(set(found.values())) == len(found)
    assert all(0 <= j < len(new) and 0 <= i < len(old) for j, i in found.items())


@given(
    st.lists(st.sampled_from([f"mening nummer {n} om något" for n in range(12)]), unique=True, max_size=8).flatmap(
        lambda order: st.tuples(st.just(order), st.permutations(order))
    )
)
def test_what_only_moved_is_known_again(pair: tuple[list[str], list[str]]) -> None:
    old, new = pair
    assert all(old[i] == new[j] for j, i in align(old, new, same, same).items())
    assert len(align(old, new, same, same)) == len(old)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (["a", "b", "c"], ["a", "c"], {0: 0, 1: 2}),
        (["Vi har ett uppdrag", "Slut"], ["Vi har fått ett uppdrag", "Slut"], {0: 0, 1: 1}),
        (["a", "helt andra ord", "c"], ["a", "omskrivet bortom igenkänning", "c"], {0: 0, 1: 1, 2: 2}),
        (["a", "b"], ["a", "nytt stycke med text", "b"], {0: 0, 2: 1}),
        (["ett två tre fyra", "fem sex sju åtta"], ["fem sex sju nio", "ett två tre tio"], {0: 1, 1: 0}),
        ([], ["a"], {}),
        (["a"], [], {}),
    ],
)
def test_alignment_in_cases(old: list[str], new: list[str], expected: dict[int, int]) -> None:
    assert align(old, new, same, same) == expected


# --- order ---------------------------------------------------------------------------------------------------------------------


def merged(base: Sequence[int], mine: Sequence[int], theirs: Sequence[int]) -> list[int]:
    return merge_order(base, mine, theirs, merge_presence(base, mine, theirs))


@given(edited())
def test_each_that_stays_is_there_once(sides: tuple[list[int], list[int], list[int]]) -> None:
    found = merged(*sides)
    assert sorted(found) == sorted(merge_presence(*sides))


@given(edited())
def test_one_sides_change_is_taken_as_it_is(sides: tuple[list[int], list[int], list[int]]) -> None:
    base, mine, theirs = sides
    assert merged(base, base, base) == base
    assert merged(base, mine, base) == mine
    assert merged(base, base, theirs) == theirs
    assert merged(base, mine, mine) == mine


@given(edited())
def test_the_second_time_changes_nothing(sides: tuple[list[int], list[int], list[int]]) -> None:
    base, mine, theirs = sides
    first = merged(base, mine, theirs)
    assert merged(theirs, first, theirs) == first


@given(edited())
def test_mine_keeps_its_order_where_theirs_moved_nothing(sides: tuple[list[int], list[int], list[int]]) -> None:
    base, mine, theirs = sides
    still = [item for item in base if item in theirs] + [item for item in theirs if item not in base]
    found = merged(base, mine, still)
    assert [item for item in found if item in mine] == [item for item in mine if item in found]


@given(edited())
def test_what_mine_added_stays_and_what_mine_took_away_is_gone(sides: tuple[list[int], list[int], list[int]]) -> None:
    base, mine, theirs = sides
    kept = merge_presence(base, mine, theirs)
    assert all(item in kept for item in mine if item not in base)
    assert all(item not in kept for item in base if item not in mine)
    assert all(item in kept for item in theirs if item not in base)


@given(st.permutations(range(6)), st.permutations(range(6)))
def test_who_moved_is_told_and_the_rest_kept_their_order(before: list[int], after: list[int]) -> None:
    gone = moved(before, after)
    assert [item for item in before if item not in gone] == [item for item in after if item not in gone]
    assert move_like(before, gone, after) == after


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "expected"),
    [
        ("abc", "abc", "axbc", "axbc"),
        ("abc", "abmc", "axbc", "axbmc"),
        ("abc", "abmc", "abtc", "abmtc"),
        ("abc", "cab", "abc", "cab"),
        ("abc", "abc", "cab", "cab"),
        ("abc", "cab", "bca", "cab"),
        ("abcd", "dabc", "abdc", "dabc"),
        ("abcd", "acd", "abdc", "adc"),
        ("abc", "mabc", "tabc", "tmabc"),
        ("", "m", "t", "tm"),
        ("abcdef", "bacdef", "abcdfe", "bacdfe"),
    ],
)
def test_order_in_cases(base: str, mine: str, theirs: str, expected: str) -> None:
    found = merge_order(base, mine, theirs, merge_presence(base, mine, theirs))
    assert "".join(found) == expected
