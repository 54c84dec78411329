"""A template as we use it: hashable, comparable, a spot without a placeholder composed."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from template_drawn import BODY, STAGE, TITLE, default, drawn

from deck.presentation import KINDS
from deck.template.model import SchemeName
from deck.template.palette import NAMES
from deck.template.spots import in_box, in_placeholder


def test_a_spot_without_a_placeholder_is_composed() -> None:
    made = drawn(TITLE, BODY)
    assert in_box("body", made, STAGE, BODY.box, "").composed
    assert not in_placeholder("body", made, STAGE, BODY, "").composed


def test_palettes_that_differ_in_values_only_are_equal() -> None:
    """What is laid out once holds for all who have the same names of colours."""
    palette = drawn(TITLE).layout.palette
    other = replace(palette, rgb={**palette.rgb, "accent3": "123456"})
    assert palette == other and hash(palette) == hash(other)
    assert replace(palette, text_rgb="123456") != palette


def test_every_kind_has_a_role_of_its_own_layouts() -> None:
    template, every = default()
    assert set(template.roles) == set(KINDS)
    assert {role.layout.part for role in template.roles.values()} <= {item.layout.part for item in every}
    assert get_args(SchemeName) == NAMES
