"""The best one-to-one assignment."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from deck.refresh.assign import assign

SCORES = st.integers(1, 4).flatmap(
    lambda columns: st.lists(
        st.lists(st.integers(0, 9).map(lambda n: n / 10), min_size=columns, max_size=columns), min_size=1, max_size=4
    )
)


def best(scores: list[list[float]], least: float) -> float:
    """The greatest sum of pairs over `least`, by trying all."""
    rows, columns = len(scores), len(scores[0])
    size = max(rows, columns)
    worth = [
        [scores[i][j] if i < rows and j < columns and scores[i][j] >= least else 0.0 for j in range(size)] for i in range(size)
    ]
    return max(sum(worth[i][j] for i, j in enumerate(order)) for order in permutations(range(size)))


@given(SCORES, st.sampled_from([0.0, 0.3, 0.75]))
def test_no_other_assignment_is_better(scores: list[list[float]], least: float) -> None:
    found = assign(scores, least)
    assert len(set(found.values())) == len(found)
    assert all(scores[i][j] >= least for i, j in found.items())
    assert abs(sum(scores[i][j] for i, j in found.items()) - best(scores, least)) < 1e-9


def test_a_good_pair_gives_way_where_both_gain() -> None:
    assert assign([[0.9, 0.8], [0.85, 0.1]], 0.05) == {0: 1, 1: 0}


def test_nothing_is_assigned_to_nothing() -> None:
    assert assign([], 0.5) == {} == assign([[]], 0.5) == assign([[0.4]], 0.5)
