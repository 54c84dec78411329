"""Names and values on dashed lines; an empty value is a line to write on."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from drawn_counts import LONGEST, PAIRS
from hypothesis import given
from hypothesis import strategies as st
from layout_forms import items, proved, shapes_of
from layout_made import QUICK, place

from deck.layout.diagrams.pairs import draw
from deck.layout.zone import PX
from deck.presentation import Diagram, Item

HALF = place(405, 294)
"""540 x 392 px: the left half of a slide with a map."""


def test_four_pairs_as_drawn() -> None:
    outcome = draw(PAIRS, HALF)
    proved(PAIRS, outcome, HALF)
    shapes = {shape.key: shape for shape in shapes_of(outcome)}
    rules = [shapes[f"rule:{item.id}"] for item in PAIRS.items]
    assert all(rule.line is not None and rule.line.dash == "dash" for rule in rules)
    assert {shapes[f"item:{name}:number"].size_pt for name in ("name", "role")} == {18}
    assert len({shapes[f"item:{item.id}:text"].size_pt for item in PAIRS.items}) == 1
    assert shapes["item:email:text"].paragraphs[0].runs[0].link == PAIRS.items[2].link
    assert not shapes["item:phone:text"].paragraphs[0].runs, "an empty line to write on"
    pitches = {b.box.y - a.box.y for a, b in pairwise(rules)}
    assert max(pitches) <= 96 * PX


def test_an_address_gets_smaller_before_it_is_broken() -> None:
    long = replace(PAIRS, items=(replace(PAIRS.items[2], text="anna-karin.gotaland-vasby@upplandsvasby.se"),))
    narrow = place(330, 294)
    (shape,) = [shape for shape in shapes_of(draw(long, narrow)) if shape.key.endswith(":text")]
    assert 18 <= shape.size_pt < 26
    proved(long, draw(long, narrow), narrow)


def test_a_short_value_stands_by_its_name_though_another_takes_two_lines() -> None:
    long = Item("a", key="Kim Lind", text="kim.lind.mycket.langt.namn@kommunledningsforvaltningen.lund.se")
    block = Diagram("pairs", (long, Item("b", key="Åsa Öberg", text="046-359 50 01"), Item("c", key="Per Ågren")), "")
    outcome = draw(block, HALF)
    shapes = {shape.key: shape for shape in shapes_of(outcome)}
    proved(block, outcome, HALF)
    assert shapes["item:b:text"].anchor == "t"
    assert shapes["item:b:number"].box.y - shapes["rule:a"].box.y >= 12 * PX, "air between people"


def test_two_columns_rather_than_another_slide() -> None:
    low = place(500, 150)
    outcome = draw(PAIRS, low)
    assert len(outcome.parts) == 1
    proved(PAIRS, outcome, low)
    assert len(draw(PAIRS, place(400, 150)).parts) == 2


def test_the_longest_words_and_none() -> None:
    outcome = draw(LONGEST["pairs"], HALF)
    assert not outcome.troubles
    proved(LONGEST["pairs"], outcome, HALF)
    assert draw(Diagram("pairs", (), ""), HALF).parts == ((),)


@QUICK
@given(items(1, 8), st.integers(80, 1000), st.integers(60, 520))
def test_it_holds_its_words_or_complains(found: tuple[Item, ...], width: int, height: int) -> None:
    block = Diagram("pairs", tuple(replace(item, key=item.title, title="") for item in found), "")
    where = place(width, height)
    proved(block, draw(block, where), where)
