"""Numbered names: filled downwards, the strong word bold, a chosen numeral on a field."""

from __future__ import annotations

from dataclasses import replace

import pytest
from drawn_counts import GOALS, LONGEST, OBJECTIVES, SHOWN, grid, named
from hypothesis import given
from hypothesis import strategies as st
from layout_forms import items, proved, shapes_of
from layout_made import QUICK, place

from deck.layout.diagrams.grid import draw, filled
from deck.layout.zone import PX
from deck.presentation import Diagram, Item

ZONE = place(864, 360)
"""1,152 x 480 px."""


def by_key(block: Diagram, where=ZONE):
    return {shape.key: shape for shape in shapes_of(draw(block, where))}


@pytest.mark.parametrize("name", ["objectives", "goals", "chosen"])
def test_our_own_names_stand_on_one_slide(name: str) -> None:
    outcome = draw(SHOWN[name], ZONE)
    assert not outcome.troubles and len(outcome.parts) == 1
    proved(SHOWN[name], outcome, ZONE)
    titles = [shape for shape in shapes_of(outcome) if shape.key.endswith(":title")]
    # All alike, and at most a step under the role's size: the longest name keeps its slack.
    assert {shape.size_pt for shape in titles} <= {19, 20} and len({shape.size_pt for shape in titles}) == 1


def test_the_columns_are_as_drawn() -> None:
    shapes = by_key(SHOWN["objectives"])
    numerals = [shapes[f"item:n{n}:number"] for n in range(1, 17)]
    assert {shape.box.x for shape in numerals} == {0, 373 * PX, 803 * PX}
    assert [sum(shape.box.x == x * PX for shape in numerals) for x in (0, 373, 803)] == [6, 5, 5]
    assert {shape.box.h for shape in numerals} == {80 * PX} and {shape.size_pt for shape in numerals} == {24}
    assert shapes["item:n1:title"].box.x == 52 * PX


@pytest.mark.parametrize(
    ("count", "columns", "sizes"), [(16, 3, [6, 5, 5]), (17, 3, [6, 6, 5]), (13, 3, [5, 4, 4]), (9, 2, [5, 4])]
)
def test_columns_are_filled_evenly(count: int, columns: int, sizes: list[int]) -> None:
    found = filled([Item(str(n)) for n in range(count)], columns)
    assert [len(column) for column in found] == sizes
    assert [item.id for column in found for item in column] == [str(n) for n in range(count)]


def test_the_strong_words_are_bold_and_no_others() -> None:
    words = by_key(grid(("*Hav* i balans samt levande *kust och skärgård*", "Frisk *luft*", "Giftfri miljö")))
    runs = words["item:n1:title"].paragraphs[0].runs
    assert [(run.text, run.bold) for run in runs] == [
        ("Hav", True),
        (" i balans samt levande ", False),
        ("kust och skärgård", True),
    ]
    assert not any(run.bold for run in words["item:n3:title"].paragraphs[0].runs)
    changed = replace(named(2, "Frisk *luft*"), title="Ren och klar")
    assert not any(run.bold for run in by_key(Diagram("grid", (changed,), ""))["item:n2:title"].paragraphs[0].runs)


def test_a_chosen_one_is_told_by_a_field_and_not_by_hue_alone() -> None:
    shapes = by_key(SHOWN["chosen"])
    chosen, other = shapes["item:n8:number"], shapes["item:n9:number"]
    assert chosen.fill is not None and other.fill is None and chosen.color != other.color
    assert chosen.box.w == 48 * PX and shapes["item:n8:title"].box.x > shapes["item:n9:title"].box.x


def test_many_names_are_shared_out_and_narrow_places_have_fewer_columns() -> None:
    both = grid((*OBJECTIVES, *GOALS))
    outcome = draw(both, ZONE)
    assert len(outcome.parts) == 2 and not outcome.troubles
    proved(both, outcome, ZONE)
    narrow = place(600, 360)
    outcome = draw(SHOWN["goals"], narrow)
    assert len(outcome.parts) == 2 and len({shape.box.x for shape in shapes_of(outcome) if shape.key.endswith(":number")}) == 2
    proved(SHOWN["goals"], outcome, narrow)


def test_the_longest_names_and_none() -> None:
    proved(LONGEST["grid"], draw(LONGEST["grid"], ZONE), ZONE)
    assert draw(Diagram("grid", (), ""), ZONE).parts == ((),)
    assert draw(grid(("ord " * 60,)), place(90, 60)).troubles


@QUICK
@given(items(1, 24, key=True, group=("", "chosen")), st.integers(80, 1000), st.integers(60, 520))
def test_it_holds_its_words_or_complains(found: tuple[Item, ...], width: int, height: int) -> None:
    block = Diagram("grid", tuple(replace(item, text="", strong=item.title.split()[0]) for item in found), "")
    where = place(width, height)
    proved(block, draw(block, where), where)


def test_no_row_is_lower_than_its_numeral() -> None:
    block, where = Diagram("grid", tuple(Item(f"n{n}", "Vägledning", key=str(n)) for n in range(3)), ""), place(119, 74)
    proved(block, draw(block, where), where)


def test_a_very_long_name_has_a_higher_row_and_not_another_slide() -> None:
    long = "A Balanced Marine Environment, Flourishing Coastal Areas and Archipelagos"
    block = grid((*("Frisk luft",) * 9, long, *("Storslagen fjällmiljö",) * 6))
    outcome = draw(block, ZONE)
    assert not outcome.troubles and len(outcome.parts) == 1
    proved(block, outcome, ZONE)
    rows = [by_key(block)[f"item:n{n}:title"].box for n in range(7, 12)]
    assert max(rows, key=lambda box: box.h) is rows[3] and len({box.h for box in rows}) == 2
    # Its neighbours stand in the same row.
    assert by_key(block)["item:n4:title"].box.h == rows[3].h == by_key(block)["item:n15:title"].box.h


@pytest.mark.parametrize(("width", "height"), [(720, 330), (640, 360)])
def test_rather_lower_rows_than_a_second_slide(width: int, height: int) -> None:
    """Too narrow for three columns: nine rows in two."""
    where = place(width, height)
    outcome = draw(SHOWN["goals"], where)
    assert len(outcome.parts) == 1 and not outcome.troubles
    proved(SHOWN["goals"], outcome, where)
    numerals = [shape for shape in shapes_of(outcome) if shape.key.endswith(":number")]
    assert sorted(sum(other.box.x == x for other in numerals) for x in {shape.box.x for shape in numerals}) == [8, 9]


def test_what_does_not_fit_in_lower_rows_is_shared_out() -> None:
    assert len(draw(SHOWN["goals"], place(480, 250)).parts) > 1
