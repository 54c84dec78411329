"""Which roles a kind of slide has, and those of the words about its pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

import deck
from deck.presentation import KINDS, LINE_ROLES, SLOT_ROLES, credit_role, credited

ROLES = sorted({role for roles in SLOT_ROLES.values() for role in roles})


@pytest.mark.parametrize("role", ROLES)
def test_words_about_a_picture_know_its_role_and_are_in_none_of_the_roles(role: str) -> None:
    assert credited(credit_role(role)) == role
    assert credited(role) == "" and credit_role(role) not in {*ROLES, *LINE_ROLES}


def test_a_kind_costs_three_modules_at_most() -> None:
    """Its row of KINDS, what layouts for it are called in the world, and how a layout is cast for it: no other module may need
    to know of a kind by name, or a new one is forgotten there."""
    modules = {path: path.read_text("utf-8") for path in Path(deck.__file__).parent.rglob("*.py")}
    for kind in ("two-content", "comparison", "quote-dark"):
        assert kind in KINDS
        naming = sorted(str(path.name) for path, words in modules.items() if f'"{kind}"' in words)
        assert len(naming) <= 3, (kind, naming)
