"""Rows: numerals or words, and what is said of them, between rules; what other forms fall back on."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from drawn_forms import AGENDA, HERE, INDEX, LONGEST, OWN, QUESTIONS, ROLES, WORDED
from hypothesis import given
from hypothesis import strategies as st
from layout_forms import items, proved, shapes_of, shown
from layout_made import QUICK, place

from deck.layout.diagrams.rows import draw
from deck.layout.zone import PX
from deck.presentation import Diagram, Item

ZONE = place(864, 360)
"""1,152 x 480 px."""


def by_key(block: Diagram, where=ZONE):
    return {shape.key: shape for shape in shapes_of(draw(block, where))}


@pytest.mark.parametrize("block", [AGENDA, WORDED, QUESTIONS, ROLES, OWN, INDEX, LONGEST["rows"]])
def test_rows_of_our_own_slides(block: Diagram) -> None:
    outcome = draw(block, ZONE)
    assert not outcome.troubles and len(outcome.parts) == 1
    if block is not INDEX:
        proved(block, outcome, ZONE)


def test_rows_stand_as_they_are_drawn() -> None:
    shapes = by_key(AGENDA)
    assert [shapes[f"rule:{item.id}"].box.y for item in AGENDA.items] == [n * 120 * PX for n in range(4)]
    assert shapes["rule:end"].box.y == 480 * PX
    assert shapes["row:bakgrund:number"].box.x == 0 and shapes["row:bakgrund:number"].size_pt == 44
    assert shapes["row:bakgrund:title"].box.x == 98 * PX and shapes["row:bakgrund:text"].box.x == 5 * 98 * PX
    assert by_key(OWN)["rule:b"].box.y == 160 * PX, "fewer rows are no higher"
    assert by_key(WORDED)["row:ger:title"].box.x == 3 * 98 * PX
    assert by_key(ROLES)["row:roller:title"].box.x == 4 * 98 * PX
    assert by_key(ROLES)["row:roller:number"].size_pt == 32


def test_rules_of_suggestions_are_dashed_and_no_others() -> None:
    for block, dashed in ((QUESTIONS, True), (AGENDA, False)):
        rules = [shape.line for shape in shapes_of(draw(block, ZONE)) if shape.key.startswith("rule:")]
        assert {line is not None and line.dash == "dash" for line in rules} == {dashed}
        assert len(rules) == len(block.items) + 1
    mixed = Diagram(
        "rows", (Item("a", "Vägledningens"), Item("b", "Vårt förslag", group="suggestion"), Item("c", "Vägledningens")), ""
    )
    rules = {shape.key: shape.line for shape in shapes_of(draw(mixed, ZONE)) if shape.line is not None}
    assert {key: line.dash for key, line in rules.items()} == {
        "rule:a": "solid",
        "rule:b": "dash",
        "rule:c": "dash",
        "rule:end": "solid",
    }


def test_a_link_is_the_whole_titles_and_is_seen() -> None:
    title = by_key(QUESTIONS)["row:del:title"]
    assert title.whole_link and title.underline and title.paragraphs[0].runs[0].link == HERE
    only = by_key(Diagram("rows", (Item("a", text="Bara text", key="1", link=HERE),), ""))
    assert only["row:a:text"].underline


def test_more_than_six_rows_go_on_evenly() -> None:
    block = Diagram("rows", tuple(Item(f"r{n}", f"Rad {n}", key=str(n)) for n in range(1, 9)), "")
    outcome = draw(block, ZONE)
    assert [sum(shape.key.endswith(":title") for shape in page[0].children) for page in outcome.parts] == [4, 4]  # type: ignore[union-attr]
    proved(block, outcome, ZONE)


def test_in_a_narrow_place_fields_stand_under_each_other() -> None:
    where = place(200, 360)
    for block in (AGENDA, ROLES):
        outcome = draw(block, where)
        proved(block, outcome, where)
        assert not outcome.troubles


def test_nothing_is_nothing_and_what_no_slide_holds_is_complained_of() -> None:
    assert draw(Diagram("rows", (), ""), ZONE).parts == ((),)
    outcome = draw(Diagram("rows", (Item("a", "Hållbarhetsutvecklingsarbetet"),), ""), place(90, 90))
    assert [item.code for item in outcome.troubles] == ["text-too-long"] and shown(outcome) == {
        "row:a:title": "Hållbarhetsutvecklingsarbetet"
    }


@QUICK
@given(items(1, 10, key=True, link=True, group=("", "suggestion")), st.integers(60, 1000), st.integers(40, 520))
def test_rows_hold_their_words_or_complain(found: tuple[Item, ...], width: int, height: int) -> None:
    block, where = Diagram("rows", found, ""), place(width, height)
    proved(block, draw(block, where), where)


def test_beside_a_map_in_a_narrow_box_a_numeral_has_no_more_than_it_needs() -> None:
    for width, column in ((864, 98 * PX), (358, 98 * PX)):
        shapes = by_key(OWN, place(width, 340))
        numeral, words = shapes["row:a:number"].box, shapes["row:a:title"].box
        assert words.x > numeral.right and (words.x < column * 0.75 if width < 400 else words.x == column)
        assert words.right <= width * 12_700


@pytest.mark.parametrize(("width", "key"), [(663, "16"), (367, "1")])
def test_in_a_wide_font_a_numeral_is_smaller_and_not_above_what_it_numbers(width: int, key: str) -> None:
    """As where a font is lacking, and its words are measured in the widest that may stand in for it."""
    text = "Sveriges egna mål för miljön. Generationsmålet är det övergripande." if len(key) == 2 else ""
    block = Diagram("rows", tuple(Item(name, title="Jämför vårt eget program", text=text, key=key) for name in "abc"), "")
    where = place(width, 354)
    wide = replace(where.context, body_font="Calisto MT,DejaVu Sans", heading_font="Calisto MT,DejaVu Sans")
    where = replace(where, context=wide)
    shapes = by_key(block, where)
    numeral, title = shapes["row:a:number"], shapes["row:a:title"]
    assert numeral.box.right <= title.box.x and numeral.size_pt > title.size_pt
    proved(block, draw(block, where), where)


ASKED = ("Vilken del av vägledningen behöver vi mest?", "Vilka mål är viktigast?", "Vilka behöver vara med?", "Vad kan vi lära?")


def asked(*titles: str) -> Diagram:
    return Diagram("rows", tuple(Item(f"q{n}", title, key=str(n + 1)) for n, title in enumerate(titles)), "")


@pytest.mark.parametrize("width", [650, 655, 660, 670])
def test_one_row_is_not_much_higher_than_all_others_for_a_word_too_long(width: int) -> None:
    """A little smaller, they are all alike."""
    shapes = by_key(asked(*ASKED), place(width, 250))
    tops = [shapes[f"rule:q{n}"].box.y for n in range(4)] + [shapes["rule:end"].box.y]
    heights = {low - high for high, low in pairwise(tops)}
    assert max(heights) <= 1.3 * min(heights)
    assert shapes["row:q0:title"].size_pt >= 0.9 * 28


def test_rows_that_only_much_smaller_words_would_level_stay() -> None:
    shapes = by_key(asked(ASKED[0] + " Och varför just den?", *ASKED[1:]), place(640, 250))
    tops = [shapes[f"rule:q{n}"].box.y for n in range(4)]
    assert tops[1] - tops[0] > 1.3 * (tops[2] - tops[1]) and shapes["row:q0:title"].size_pt == 28
