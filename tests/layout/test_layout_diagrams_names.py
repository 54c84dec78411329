"""Names in columns: every initial once, before its first name, under a rule."""

from __future__ import annotations

from dataclasses import replace

import pytest
from drawn_counts import names
from hypothesis import given
from hypothesis import strategies as st
from layout_forms import items, proved, shapes_of, shown
from layout_made import QUICK, place

from deck.layout.diagrams.names import draw
from deck.layout.model import PlacedGroup
from deck.layout.zone import PX
from deck.places import load_places
from deck.presentation import Diagram, Item

ZONE = place(864, 360)
"""1,152 x 480 px."""
COUNTIES = [county.code for county in load_places().counties]


def told(block: Diagram, where=ZONE) -> None:
    """As of all forms; but an initial stands before the first of its names only."""
    outcome = draw(block, where)
    said = shown(outcome)
    proved(
        replace(block, items=tuple(replace(item, key=said.get(f"item:{item.id}:number", "")) for item in block.items)),
        outcome,
        where,
    )
    first = {page[0].children[1].key.split(":")[1] for page in outcome.parts if isinstance(page[0], PlacedGroup)}
    before = ""
    for item in block.items:
        before = "" if item.id in first else before
        assert said.get(f"item:{item.id}:number", "") == (item.key if item.key != before else "")
        before = item.key or before


@pytest.mark.parametrize("county", COUNTIES)
def test_every_countys_members_stand_on_one_slide(county: str) -> None:
    block = names(county)
    outcome = draw(block, ZONE)
    assert len(outcome.parts) == 1 and not outcome.troubles
    told(block)
    count = len(block.items)
    columns = {shape.box.x for shape in shapes_of(outcome) if shape.key.endswith(":title")}
    assert len(columns) == min(count, 2 if count <= 14 else 3 if count <= 27 else 4)


def test_rules_stand_over_new_initials_and_at_the_top_of_columns() -> None:
    shapes = shapes_of(draw(names("06"), ZONE))
    rules = [shape for shape in shapes if shape.key.startswith("rule:")]
    initials = [shape for shape in shapes if shape.key.endswith(":number")]
    assert {rule.box.y for rule in rules if rule.line and rule.line.width == 2 * PX} == {0}
    assert {(initial.box.x, initial.box.y) for initial in initials} <= {(rule.box.x, rule.box.y) for rule in rules}


def test_a_narrow_place_has_fewer_columns_or_more_slides_and_nothing_is_nothing() -> None:
    narrow = place(300, 360)
    assert len(draw(names("14"), narrow).parts) > 1
    told(names("14"), narrow)
    assert draw(Diagram("names", (), ""), ZONE).parts == ((),)
    assert draw(names("14"), place(60, 60)).troubles


@QUICK
@given(items(1, 30), st.integers(80, 1000), st.integers(60, 520))
def test_it_holds_its_words_or_complains(found: tuple[Item, ...], width: int, height: int) -> None:
    block = Diagram("names", tuple(replace(item, key=item.title[:1], text="") for item in found), "")
    told(block, place(width, height))
