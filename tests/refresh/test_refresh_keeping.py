"""What a refresh keeps for the next one in the manifest."""

from __future__ import annotations

import pytest

from deck.refresh.keeping import MOST, kept_as, kept_names, names_kept, read_kept


def test_names_come_back_in_whatever_order_and_nothing_is_kept_of_none() -> None:
    assert names_kept(kept_names("asked", ["b", "a"]), "asked") == {"a", "b"}
    assert kept_names("asked", ["b", "a"]) == kept_names("asked", ["a", "b"])
    assert kept_names("asked", []) == kept_as("asked", {}) == {}
    assert names_kept({}, "asked") == frozenset()


@pytest.mark.parametrize("damaged", ["", "{", "7", '{"a": 1}', "[" * 9_999, None, 7, ["a"]])
def test_damage_is_nothing(damaged: object) -> None:
    assert names_kept({"asked": damaged}, "asked") == frozenset()
    assert read_kept({"asked": damaged}, "asked", lambda held: held["b"]["c"], "none") == "none"


def test_of_a_stranger_s_file_only_so_many_names_are_read() -> None:
    assert len(names_kept(kept_names("asked", [str(n) for n in range(2 * MOST)]), "asked")) == MOST
