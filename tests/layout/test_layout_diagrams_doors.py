"""Doors: panels that a numbered arrow goes in through."""

from __future__ import annotations

from dataclasses import replace

from drawn_forms import DOORS, HERE, LONGEST
from hypothesis import given
from hypothesis import strategies as st
from layout_forms import captions, items, proved, shapes_of
from layout_made import QUICK, place

from deck.geometry import Box
from deck.layout.diagrams.doors import draw
from deck.layout.zone import PX
from deck.presentation import Diagram, Item

ZONE = place(864, 360)
"""1,152 x 480 px."""


def by_key(block: Diagram, where=ZONE):
    return {shape.key: shape for shape in shapes_of(draw(block, where))}


def test_it_holds_our_own_words_and_the_longest() -> None:
    for block in (DOORS, LONGEST["doors"]):
        outcome = draw(block, ZONE)
        assert not outcome.troubles and len(outcome.parts) == 1
        proved(block, outcome, ZONE)


def test_doors_stand_as_they_are_drawn() -> None:
    shapes = by_key(DOORS)
    panels = [shapes[f"door:{item.id}:title"] for item in DOORS.items]
    assert [panel.box for panel in panels] == [Box(x * PX, 40 * PX, 368 * PX, 440 * PX) for x in (0, 392, 784)]
    arrow = shapes["door:ett:number"]
    assert arrow.geometry == "downArrow" and arrow.box == Box(24 * PX, 0, 128 * PX, 102 * PX)
    assert {shape.box.y for key, shape in shapes.items() if key.endswith(":text")} == {266 * PX}, "texts begin alike"
    assert {shape.size_pt for key, shape in shapes.items() if key.endswith(":title")} == {26}


def test_the_whole_door_and_its_words_lead_to_the_part() -> None:
    shapes = by_key(DOORS)
    for key in ("door:tva:title", "door:tva:link"):
        assert shapes[key].whole_link and shapes[key].paragraphs[0].runs[0].link == HERE
    assert shapes["door:tva:link"].paragraphs[0].text == "Bilden om del 2"
    closed = replace(DOORS, items=tuple(replace(item, link=None) for item in DOORS.items))
    assert not any(key.endswith(":link") for key in by_key(closed)), "no words lead nowhere"


def test_a_link_that_would_not_read_on_the_door_has_the_slides_own_ground() -> None:
    dim = replace(ZONE, look=replace(ZONE.look, link_on_paper=False))
    shown_ = by_key(DOORS, dim)["door:ett:title"]
    assert shown_.fill is None and shown_.line is not None


def test_two_to_four_doors_and_rows_where_they_are_narrow() -> None:
    for count in (2, 3, 4):
        block = Diagram("doors", tuple(Item(f"d{n}", f"Del {n}", "Några ord", str(n)) for n in range(count)), "")
        assert by_key(block)["door:d0:number"].geometry == "downArrow"
        proved(block, draw(block, ZONE), ZONE)
    where = place(400, 500)
    outcome = draw(DOORS, where)
    proved(DOORS, outcome, where)
    assert any(shape.key.startswith("rule:") for shape in shapes_of(outcome))


def test_nothing_is_nothing() -> None:
    assert draw(Diagram("doors", (), ""), ZONE).parts == ((),)


@QUICK
@given(items(1, 6, key=True, group=("",)), captions, st.integers(80, 1000), st.integers(60, 520))
def test_it_holds_its_words_or_complains(found: tuple[Item, ...], caption: str, width: int, height: int) -> None:
    block, where = Diagram("doors", found, "", caption=caption), place(width, height)
    proved(block, draw(block, where), where)
