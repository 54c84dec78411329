"""brand.yaml, as it may be written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.brand import schema
from deck.brand.palette import ROLES
from deck.brand.schema import BrandFile, Colors, as_rgb
from deck.diagnostics import Diagnostics
from deck.source import load_yaml, validate


@pytest.mark.parametrize(
    ("words", "rgb"),
    [("#e60", "EE6600"), ("EE6600", "EE6600"), (" #ee6600 ", "EE6600"), ("abc", "AABBCC"), ("#005030", "005030")],
)
def test_colours_as_they_are_written(words: str, rgb: str) -> None:
    assert as_rgb(words) == rgb


@given(st.integers(0, 0xFFFFFF))
def test_any_colour_is_itself(number: int) -> None:
    assert as_rgb(f"#{number:06x}") == f"{number:06X}"


@pytest.mark.parametrize("bad", ["", "röd", "#12", "#1234", "#12345", "#1234567", "##123456", "rgb(1,2,3)"])
def test_what_is_no_colour_says_how_to_write_one(bad: str) -> None:
    with pytest.raises(ValueError, match="#005030"):
        as_rgb(bad)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name: Lund\ncolors: {accent1: '#e60'}\nlogo: {clear_space: '0,5'}\n", ""),
        ("colors: {accent1: röd}\n", 'b.yaml:1:19: "röd" is no colour; write it as in "#005030"'),
        ("colors: {accent7: '#e60'}\n", 'b.yaml:1:10: unknown field "accent7"; the fields here are accent1, accent2'),
        ("logo: {clear_space: '3'}\n", 'b.yaml:1:21: "3" is no share of the height'),
        ("logo: {clear_space: '-1'}\n", 'b.yaml:1:21: "-1" is no share of the height'),
        ("logo: logo.png\n", ""),
        ("fonts: {heading: 'Arial, sans-serif'}\n", 'b.yaml:1:18: "Arial, sans-serif" is no name of one font'),
        ("fonts: {body: arial.ttf}\n", 'b.yaml:1:15: "arial.ttf" is no name of one font'),
        ("fonts: Arial\n", "b.yaml:1:8: fields with values are expected here"),
        ("contact: {mail: a@b.se}\n", 'b.yaml:1:11: unknown field "mail"; did you mean "email"?'),
    ],
)
def test_a_profile_is_held_to_its_fields(text: str, said: str) -> None:
    diagnostics = Diagnostics()
    found = validate(BrandFile, load_yaml(text, "b.yaml"), diagnostics)
    assert (found is None) == bool(said)
    assert not said or str(diagnostics.items[0]).startswith(said), str(diagnostics.items[0])


def test_the_roles_of_the_palette_are_the_fields() -> None:
    assert tuple(Colors.model_fields) == ROLES


def test_the_schema_knows_every_field() -> None:
    found = schema()
    assert set(found["properties"]) == set(BrandFile.model_fields)
    assert found["additionalProperties"] is False
