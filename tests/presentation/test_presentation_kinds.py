"""Which roles a kind of slide has, and those of the words about its pictures."""

from __future__ import annotations

import pytest

from deck.presentation import LINE_ROLES, SLOT_ROLES, credit_role, credited

ROLES = sorted({role for roles in SLOT_ROLES.values() for role in roles})


@pytest.mark.parametrize("role", ROLES)
def test_words_about_a_picture_know_its_role_and_are_in_none_of_the_roles(role: str) -> None:
    assert credited(credit_role(role)) == role
    assert credited(role) == "" and credit_role(role) not in {*ROLES, *LINE_ROLES}
