"""Ids for life: the same for ever, whoever asks."""

from __future__ import annotations

import re
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.drawing.names import is_made
from deck.pptx.identity import guid, kind_of, number, slot_name, slot_of_name
from deck.presentation import FORMS, SLOT_ROLES, Diagram, Table
from deck.presentation.names import FALLBACK, KINDS, ROLES

ids = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=12)


def test_these_stand_in_files_out_there_and_never_change() -> None:
    assert guid("when", "title") == "{952AF70A-79DE-5519-88AB-602DB8A87D35}"
    assert number("slide", "when") == 2_966_134_345


@given(st.lists(ids, min_size=1, max_size=3))
def test_an_id_of_ours_is_told_from_those_that_are_drawn_by_lot(path: list[str]) -> None:
    assert is_made(guid(*path)) and is_made(guid(*path).lower())
    assert not is_made(f"{{{uuid.uuid4()}}}") and not is_made("{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}") and not is_made("")


@given(st.lists(ids, min_size=1, max_size=3), st.lists(ids, min_size=1, max_size=3))
def test_unlike_paths_have_unlike_ids(one: list[str], other: list[str]) -> None:
    assert (guid(*one) == guid(*other)) == (one == other)
    assert re.fullmatch(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", guid(*one))
    assert 0 < number(*one) < 2**32


@pytest.mark.parametrize(
    ("slot", "role", "kind", "lang", "name"),
    [
        ("title", "title", "Text", "sv-SE", "Rubrik (title)"),
        ("why", "body", "Text", "sv", "Text (why)"),
        ("t", "object", "Table", "sv-SE", "Tabell (t)"),
        ("c", "object", "cards", "sv-SE", "Kort (c)"),
        ("x", "nowhere", "Text", "sv-SE", "Text (x)"),
        ("title", "title", "Text", "en-GB", "Title (title)"),
        ("t", "object", "Table", "en-GB", "Table (t)"),
    ],
)
def test_names_that_a_person_can_read(slot: str, role: str, kind: str, lang: str, name: str) -> None:
    assert slot_name(slot, role, kind, lang) == name
    assert slot_of_name(name) == slot


@given(
    ids,
    st.sampled_from(sorted(ROLES[FALLBACK])),
    st.sampled_from([*KINDS[FALLBACK], "Text"]),
    st.sampled_from(["sv-SE", "en", "fi"]),
)
def test_a_slot_is_found_in_its_name(slot: str, role: str, kind: str, lang: str) -> None:
    assert slot_of_name(slot_name(slot, role, kind, lang)) == slot


@pytest.mark.parametrize("name", ["", "Rubrik", "Rubrik (", "x)"])
def test_a_name_without_a_slot(name: str) -> None:
    assert slot_of_name(name) == ""


def test_every_role_has_its_label_and_a_diagram_is_known_by_its_form() -> None:
    assert {role for roles in SLOT_ROLES.values() for role in roles} <= set(ROLES[FALLBACK])
    assert kind_of(Diagram("cards", (), "")) == "cards" and kind_of(Table((), (), "")) == "Table"
    assert set(FORMS) <= set(KINDS[FALLBACK])
