"""Which table stands for a font: its own, a near relation's, or a wide one for what is unknown."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.fonts.families import FAMILIES, UNKNOWN, family, known, wherever

DATA = Path(__file__).parents[2] / "deck" / "fonts" / "data"


@pytest.mark.parametrize(
    ("name", "table", "exact"),
    [
        ("Arial", "liberation-sans", True),
        ("  ARIAL ", "liberation-sans", True),
        ("Arial-Narrow", "liberation-sans-narrow", True),
        ("Calibri", "carlito", True),
        ("Segoe UI", "liberation-sans", False),
        ("Open Sans SemiBold", "open-sans", False),
        ("Lato Extra Bold", "lato", False),
        ("Roboto Light", "roboto", False),
        ("Garamond Pro Bold", "liberation-serif", False),
        ("Egen Mono", "liberation-mono", False),
        ("Courier Prime", "liberation-mono", False),
        ("Egen Condensed", "liberation-sans", False),
        ("Flygande Bokstav", "liberation-sans", False),
        ("", "liberation-sans", False),
    ],
)
def test_the_stand_in(name: str, table: str, exact: bool) -> None:
    assert (family(name).table, family(name).exact) == (table, exact)


def test_a_heavy_weight_is_taken_to_be_wider_than_a_light_one() -> None:
    plain = family("Open Sans")
    assert plain.width < family("Open Sans Light").width < family("Open Sans Black").width
    assert family("Open Sans Bold").bold_width > plain.bold_width


@pytest.mark.parametrize(("name", "is_known"), [("Segoe UI Semibold", True), ("Egen Mono", True), ("Flygande Bokstav", False)])
def test_known(name: str, is_known: bool) -> None:
    assert known(name) == is_known
    assert (family(name) is UNKNOWN) != is_known


@pytest.mark.parametrize("name", FAMILIES)
def test_every_family_has_its_table_and_a_name_that_is_found(name: str) -> None:
    found = family(name)
    assert found is FAMILIES[name] is family(name.upper())
    assert (DATA / f"{found.table}.json").exists()
    assert 0.9 <= found.width <= 1.35 and 0.9 <= found.bold_width <= 1.35
    assert not found.exact or (found.width, found.bold_width) == (1.0, 1.0)


@given(st.text(max_size=30))
def test_any_name_has_a_stand_in(name: str) -> None:
    assert (DATA / f"{family(name).table}.json").exists()


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Arial", "Arial"),
        ("Calibri", "Calibri"),
        ("Verdana Pro", "Verdana Pro,DejaVu Sans"),
        ("Calibri Light", "Calibri Light,DejaVu Sans"),
        ("Open Sans", "Open Sans,DejaVu Sans"),
        ("Marianne", "Marianne,DejaVu Sans"),
    ],
)
def test_a_font_that_no_other_has_the_widths_of_has_its_stand_in_beside_it(name: str, found: str) -> None:
    assert wherever(name) == found
