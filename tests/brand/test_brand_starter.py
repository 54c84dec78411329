"""A brand.yaml to begin from: valid as it is, and with its comment marks taken away."""

from __future__ import annotations

import pytest

from deck.brand import starter_yaml
from deck.brand.palette import ROLES, default_colors
from deck.brand.schema import BrandFile
from deck.brand.starter import MEANING
from deck.diagnostics import Diagnostics
from deck.places import load_places
from deck.source import load_yaml, validate

PLACES = load_places()
LUND = PLACES.find("lund")


@pytest.mark.parametrize("colors", [None, {"accent1": "005030"}])
def test_the_starter_is_valid_with_and_without_its_comment_marks(colors: dict[str, str] | None) -> None:
    text = starter_yaml(LUND, PLACES, colors)
    lines = [
        line[2:] if line.startswith("# ") and ":" in line and "`" not in line and not line[2:3].isupper() else line
        for line in text.splitlines()
    ]
    for words in (text, "\n".join(lines)):
        problems = Diagnostics()
        tree = load_yaml(words, "brand.yaml", problems)
        assert validate(BrandFile, tree, problems) is not None, list(map(str, problems))


def test_every_role_is_explained_and_given() -> None:
    assert tuple(MEANING) == ROLES
    text, default = starter_yaml(LUND, PLACES), dict(default_colors(LUND, PLACES))
    assert all(f'{role}: "#{default[role]}"' in text and MEANING[role] in text for role in ROLES)
    assert "deck brand show 1281" in text and "Lunds kommun" in text


def test_colours_from_a_logo_stand_and_the_others_wait() -> None:
    tree = load_yaml(starter_yaml(LUND, PLACES, {"accent1": "005030", "dk2": "002010"}), "brand.yaml")
    assert tree.value == {"colors": {"accent1": "#005030", "dk2": "#002010"}}
    assert "förslag ur logotypen" in starter_yaml(LUND, PLACES, {"accent1": "005030"})
    assert load_yaml(starter_yaml(LUND, PLACES), "brand.yaml").value == ""
