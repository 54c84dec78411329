"""Shapes are called in the deck's language, and known by their ids alone."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from deck.pptx.identity import slot_name, slot_of_name
from deck.presentation import FORMS, SLOT_ROLES
from deck.presentation.names import FALLBACK, KINDS, MARKS, PARTS, ROLES, called

TABLES = {"ROLES": ROLES, "KINDS": KINDS, "PARTS": PARTS, "MARKS": MARKS}


@pytest.mark.parametrize("table", TABLES)
def test_every_language_that_is_shipped_has_every_name(table: str) -> None:
    names = TABLES[table]
    assert {"sv", FALLBACK} <= set(names)
    assert len({frozenset(found) for found in names.values()}) == 1
    assert all(name and "(" not in name for found in names.values() for name in found.values())


def test_every_role_and_form_is_named() -> None:
    assert {role for roles in SLOT_ROLES.values() for role in roles} <= set(ROLES[FALLBACK])
    assert set(FORMS) <= set(KINDS[FALLBACK])
    assert all(KINDS["sv"][name] == form.label for name, form in FORMS.items())


@pytest.mark.parametrize(
    ("names", "what", "lang", "name"),
    [
        (ROLES, "title", "sv-SE", "Rubrik"),
        (ROLES, "title", "sv", "Rubrik"),
        (ROLES, "title", "SV-fi", "Rubrik"),
        (ROLES, "title", "en-GB", "Title"),
        (ROLES, "title", "fi-FI", "Title"),
        (ROLES, "title", "qaa", "Title"),
        (ROLES, "title", "", "Title"),
        (KINDS, "QrCode", "sv-SE", "QR-kod"),
        (PARTS, "sldNum", "nb-NO", "Slide number"),
        (MARKS, "of", "nb-NO", "av"),
        (MARKS, "again", "fr", "and start again"),
        (KINDS, "nothing", "sv-SE", ""),
    ],
)
def test_a_name(names: Mapping[str, Mapping[str, str]], what: str, lang: str, name: str) -> None:
    assert called(names, what, lang) == name


@pytest.mark.parametrize("lang", ["sv-SE", "en-GB", "fi-FI"])
def test_the_slot_is_told_by_the_parentheses(lang: str) -> None:
    for roles in SLOT_ROLES.values():
        for role in roles:
            for kind in ("Text", *KINDS[FALLBACK]):
                assert slot_of_name(slot_name("my-slot", role, kind, lang)) == "my-slot"
    assert slot_name("b", "new-role", "Text", lang) == "Text (b)"
