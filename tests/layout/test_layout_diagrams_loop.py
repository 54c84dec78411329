"""A ring of arrows with its words beside it."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from drawn_forms import LONGEST, LOOP
from hypothesis import given
from hypothesis import strategies as st
from layout_forms import captions, items, proved, shapes_of, shown, words_box
from layout_made import QUICK, place

from deck.geometry import Box
from deck.layout.diagrams.loop import draw
from deck.layout.model import Freeform
from deck.layout.zone import PX
from deck.presentation import Diagram, Item

ZONE = place(864, 360)
"""1,152 x 480 px."""


def by_key(block: Diagram, where=ZONE):
    return {shape.key: shape for shape in shapes_of(draw(block, where))}


def test_it_holds_our_own_words_and_the_longest() -> None:
    for block in (LOOP, LONGEST["loop"]):
        outcome = draw(block, ZONE)
        assert not outcome.troubles and len(outcome.parts) == 1
        proved(block, outcome, ZONE)


def test_the_ring_stands_as_it_is_drawn() -> None:
    shapes = by_key(LOOP)
    segments = [shapes[f"step:{item.id}:number"] for item in LOOP.items]
    assert all(isinstance(shape.geometry, Freeform) for shape in segments)
    ring = Box(392 * PX, 0, 368 * PX, 368 * PX)
    assert all(ring.contains(shape.box, PX) for shape in segments)
    assert max(shape.box.bottom for shape in segments) >= 367 * PX
    titles = [shapes[f"step:{item.id}:title"].box for item in LOOP.items]
    assert titles[0].x == 0 and titles[1].x > ring.right and titles[2].x == ring.x and titles[2].y > ring.bottom
    assert shapes["step:folj:rule"].box.y == 380 * PX
    under = shapes["step:folj:text"].box
    assert under.x == titles[2].x and under.y == titles[2].bottom, "as beside the ring"
    assert {segment.size_pt for segment in segments} == {35}
    assert [segment.paragraphs[0].text for segment in segments] == ["1", "2", "3"]
    assert [shapes[f"step:{item.id}:title"].manner(0).number for item in LOOP.items] == [1, 2, 3]


@pytest.mark.parametrize("count", range(2, 7))
def test_segments_go_round_clockwise_and_the_first_ends_at_twelve(count: int) -> None:
    block = Diagram("loop", tuple(Item(f"s{n}", f"Steg {n}", "Några ord") for n in range(1, count + 1)), "", caption="Mitt")
    shapes = by_key(block)
    proved(block, draw(block, ZONE), ZONE)
    middle = shapes["caption"].box
    cx, cy = middle.x + middle.w // 2, middle.y + middle.h // 2
    angles = []
    for n in range(1, count + 1):
        box = words_box(shapes[f"step:s{n}:number"])
        x, y = box.x + box.w // 2 - cx, box.y + box.h // 2 - cy
        angles.append(math.degrees(math.atan2(x, -y)) % 360)
    turns = [(angle - angles[0]) % 360 for angle in angles]
    assert turns == pytest.approx([n * 360 / count for n in range(count)], abs=1)
    assert angles[0] == pytest.approx(360 - 180 / count + 8, abs=1)


def test_a_small_place_has_numbered_rows_that_lead_back() -> None:
    where = place(330, 300)
    outcome = draw(LOOP, where)
    proved(LOOP, outcome, where)
    said = shown(outcome)
    assert said["again"] == "och börja om" and said["step:folj:number"] == "3" and list(said)[-1] == "again"
    english = replace(where, context=replace(where.context, lang="en-GB"))
    assert shown(draw(LOOP, english))["again"] == "and start again"


def test_words_around_the_rows_are_lines_beside_the_numerals() -> None:
    where = place(700, 330)
    block = replace(LOOP, caption="Hållbarhetsutvecklingsarbetet i alla kommunens verksamheter")
    shapes = {shape.key: shape for shape in shapes_of(draw(block, where))}
    row = shapes["step:folj:title"].box
    for key in ("caption", "again"):
        assert shapes[key].box.x == row.x and shapes[key].box.right > row.right
        assert shapes[key].box.h < row.h
    key = "step:folj:number" if "step:folj:number" in shapes else "step:folj:key"
    assert shapes[key].box.right <= shapes["caption"].box.x


def test_words_that_have_no_room_in_the_middle_make_rows() -> None:
    block = replace(LOOP, caption="Hållbarhetsutvecklingsarbetet i alla kommunens verksamheter")
    assert any(shape.key == "again" for shape in shapes_of(draw(block, ZONE)))


@pytest.mark.parametrize(("width", "height", "inside"), [(884, 325, True), (671, 234, False)], ids=["thinner", "smaller"])
def test_a_small_ring_makes_room_for_its_words_or_has_them_over_itself(width: int, height: int, inside: bool) -> None:
    block, where = replace(LOOP, caption="Vägledningen följer med"), place(width, height)
    proved(block, draw(block, where), where)
    shapes = by_key(block, where)
    assert "again" not in shapes
    caption, first = shapes["caption"].box, shapes["step:folj:rule"].box
    segments = [shape.box for shape in shapes.values() if isinstance(shape.geometry, Freeform)]
    ring = min(box.x for box in segments), max(box.right for box in segments)
    assert (ring[0] <= caption.x and caption.right <= ring[1]) == inside
    top = min(box.y for box in segments)
    assert inside or (caption.bottom <= top and caption.bottom < first.y and next(iter(shapes)) == "caption")
    # Over the ring's own middle: at the left it would be a heading over the step there.
    assert abs(caption.x + caption.w // 2 - sum(ring) // 2) <= PX


def test_words_in_the_ring_or_over_those_at_its_left_meet_no_numeral() -> None:
    """Of long words the corners came into a numeral, or onto the ring."""
    long = Diagram("loop", tuple(Item(key, "vägledning") for key in "abc"), "", caption="vägledning vägledning vägledning")
    for width in range(300, 900, 20):
        for height in range(180, 400, 20):
            where = place(width, height)
            proved(long, draw(long, where), where)


def test_nothing_is_nothing() -> None:
    assert draw(Diagram("loop", (), ""), ZONE).parts == ((),)


@QUICK
@given(items(1, 6, key=False, group=("",)), captions, st.integers(80, 1000), st.integers(60, 520))
def test_it_holds_its_words_or_complains(found: tuple[Item, ...], caption: str, width: int, height: int) -> None:
    block, where = Diagram("loop", found, "", caption=caption), place(width, height)
    proved(block, draw(block, where), where)


def test_in_a_column_the_ring_stands_a_little_above_the_middle() -> None:
    where = place(600, 450)
    shapes = shapes_of(draw(LOOP, where))
    start = where.spot.box.y
    top, bottom = (min(shape.box.y for shape in shapes) - start, max(shape.box.bottom for shape in shapes) - start)
    assert 0 < top < where.spot.box.h - bottom
    assert min(shape.box.y for shape in shapes_of(draw(LOOP, ZONE))) <= PX, "in its own place it begins at the top"


def test_a_lower_place_still_has_the_ring_with_its_caption_beside_it() -> None:
    for height in (285, 300, 320):
        where = place(850, height)
        found = {shape.key: shape for shape in shapes_of(draw(LOOP, where))}
        assert isinstance(found["step:folj:number"].geometry, Freeform), height
        proved(LOOP, draw(LOOP, where), where)
