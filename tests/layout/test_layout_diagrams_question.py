"""Steps of a question: dashed, as many dots as people, all on the same lines."""

from __future__ import annotations

from drawn_counts import LONGEST, QUESTION
from hypothesis import given
from hypothesis import strategies as st
from layout_forms import items, proved, shapes_of
from layout_made import QUICK, place

from deck.layout.diagrams.question import draw, people
from deck.layout.model import Freeform
from deck.layout.zone import PX
from deck.presentation import Diagram, Item

FOOT = place(864, 120)
"""1,152 x 160 px: what a question leaves of its slide."""


def test_three_steps_as_drawn() -> None:
    outcome = draw(QUESTION, FOOT)
    assert not outcome.troubles
    proved(QUESTION, outcome, FOOT)
    shapes = {shape.key: shape for shape in shapes_of(outcome)}
    assert [len(shapes[f"people:{item.id}"].geometry.rings) for item in QUESTION.items] == [1, 2, 7]  # type: ignore[union-attr]
    rules = [shapes[f"rule:{item.id}"] for item in QUESTION.items]
    assert [(rule.box.x // PX, rule.box.w // PX) for rule in rules] == [(0, 368), (392, 368), (784, 368)]
    assert all(rule.line is not None and rule.line.dash == "dash" for rule in rules)
    for field, size in (("title", 24), ("text", 22)):
        words = [shapes[f"item:{item.id}:{field}"] for item in QUESTION.items]
        assert len({shape.box.y for shape in words}) == 1 and {shape.size_pt for shape in words} == {size}


def test_in_a_high_place_they_grow_and_stand_lower() -> None:
    where = place(864, 300)
    outcome = draw(QUESTION, where)
    proved(QUESTION, outcome, where)
    shapes = {shape.key: shape for shape in shapes_of(outcome)}
    titles = [shapes[f"item:{item.id}:title"] for item in QUESTION.items]
    assert {shape.size_pt for shape in titles} == {32} and shapes[f"rule:{QUESTION.items[0].id}"].box.y > 30 * PX


def test_dots_of_steps_that_do_not_say_how_many() -> None:
    assert [people(Item("x"), n) for n in range(4)] == [1, 2, 7, 7]
    assert people(Item("x", value=40.0), 0) == 9 and people(Item("x", value=3.0), 2) == 3


def test_a_narrow_place_has_rows() -> None:
    where = place(300, 400)
    outcome = draw(QUESTION, where)
    assert not any(isinstance(shape.geometry, Freeform) for shape in shapes_of(outcome))
    proved(QUESTION, outcome, where)


def test_the_longest_words_and_none() -> None:
    proved(LONGEST["question"], draw(LONGEST["question"], FOOT), FOOT)
    assert draw(Diagram("question", (), ""), FOOT).parts == ((),)


@QUICK
@given(items(1, 4), st.integers(80, 1000), st.integers(60, 520))
def test_it_holds_its_words_or_complains(found: tuple[Item, ...], width: int, height: int) -> None:
    block, where = Diagram("question", found, ""), place(width, height)
    proved(block, draw(block, where), where)
