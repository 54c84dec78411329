"""The forms of diagrams: what the items of each may hold, and what their parts are named by for life."""

from __future__ import annotations

import pytest

from deck.presentation import FORMS, WORDS


@pytest.mark.parametrize(
    ("form", "field", "name"),
    [
        ("cards", "title", "card:roles:title"),
        ("cards", "key", "card:roles:number"),
        ("process", "text", "step:roles:text"),
        ("loop", "title", "step:roles:title"),
        ("number", "key", "item:roles:number"),
    ],
)
def test_names_that_stand_in_files_for_life(form: str, field: str, name: str) -> None:
    assert FORMS[form].part("roles", field) == name


@pytest.mark.parametrize("form", FORMS)
def test_every_part_of_an_item_has_a_name_of_its_own(form: str) -> None:
    how = FORMS[form]
    names = [how.part("a", field) for field in how.fields]
    assert len(set(names)) == len(names)
    assert all(name.startswith(f"{how.item}:a:") for name in names)
    assert set(WORDS) & set(how.fields), "nothing of its items is read"
