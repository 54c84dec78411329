"""The field of dots, and the dots in it."""

from __future__ import annotations

import pytest
from layout_made import place

from deck.geometry import Box
from deck.layout.counted import LEAST_PITCH, MOST, PITCH, TEN, Counted, dots_of, edges, field_of, spans
from deck.layout.model import Freeform
from deck.layout.zone import PX, Zone
from deck.presentation import Item

SEAT = place(864, 360)
ZONE = Zone.of(SEAT)
ROOM = ZONE.box


def counted(*counts: float | None) -> Counted:
    return Counted(tuple(Item(f"p{n}", f"Del {n}", value=value) for n, value in enumerate(counts)), None, None)


def test_what_is_counted_is_whole_and_not_below_nought() -> None:
    found = counted(3.6, -2.0, None)
    assert found.counts == (4, 0, 0) and found.total == 4


@pytest.mark.parametrize(
    ("counts", "expected"), [((80, 210), [(0, 8), (8, 29)]), ((83, 207), [(0, 9), (9, 29)]), ((3, 4), [(0, 1), (1, 1)])]
)
def test_a_column_that_two_share_is_the_first_ones(counts: tuple[int, ...], expected: list[tuple[int, int]]) -> None:
    assert spans(counts, -(-sum(counts) // 10)) == expected


def test_dots_stand_in_columns_of_ten_no_larger_than_wished() -> None:
    field = field_of(counted(12, 13), ROOM, ZONE)
    assert field is not None and not field.bar
    assert (field.x, field.columns) == (ROOM.x, 3) and field.y == ROOM.y + ZONE.px(14)
    assert field.pitch <= PITCH * PX * max(ZONE.scale, 1.0) * 1.35
    assert (field.width, field.height) == (round(field.pitch * 3), round(field.pitch * TEN))
    assert field.y + field.height <= ROOM.bottom and field.x + field.width <= ROOM.right


def test_many_dots_are_as_small_as_the_room_makes_them() -> None:
    field = field_of(counted(MOST // 2, MOST // 2), ROOM, ZONE)
    assert field is not None and not field.bar and field.pitch == ROOM.w / (MOST // TEN) >= LEAST_PITCH * PX


@pytest.mark.parametrize(
    ("counts", "width", "bar"),
    [((MOST, 0), 1, False), ((MOST, 1), 1, True), ((100, 190), 3, True)],
    ids=["most", "more", "small"],
)
def test_a_bar_where_dots_would_be_too_many_or_too_small(counts: tuple[int, ...], width: int, bar: bool) -> None:
    field = field_of(counted(*counts), Box(ROOM.x, ROOM.y, ROOM.w // width, ROOM.h), ZONE)
    assert field is not None and field.bar == bar
    if bar:
        assert (field.columns, field.width, field.height) == (0, ROOM.w // width, ZONE.px(96))


def test_a_room_too_low_for_a_bar_is_none() -> None:
    low = ZONE.px(14) + ZONE.px(24)
    few = Box(ROOM.x, ROOM.y, ROOM.w, low)
    assert field_of(counted(1, 1), few, ZONE) is not None
    assert field_of(counted(1, 1), Box(ROOM.x, ROOM.y, ROOM.w, low - 1), ZONE) is None


def test_the_edges_of_a_bar_are_its_shares_and_of_dots_their_columns() -> None:
    parts = counted(10, 30)
    bar = field_of(parts, Box(ROOM.x, ROOM.y, ROOM.w, ZONE.px(100)), ZONE)
    assert bar is not None and bar.bar
    assert edges(parts, bar) == [
        (ROOM.x, ROOM.x + round(ROOM.w / 4)),
        (ROOM.x + round(ROOM.w / 4), ROOM.right),
    ]
    field = field_of(parts, ROOM, ZONE)
    assert field is not None
    pitch = field.pitch
    assert edges(parts, field) == [(ROOM.x, ROOM.x + round(pitch)), (ROOM.x + round(pitch), ROOM.x + round(4 * pitch))]


def test_the_counted_are_filled_and_the_others_hollow() -> None:
    parts = counted(3, 0, 9)
    field = field_of(parts, ROOM, ZONE)
    assert field is not None
    first, last = dots_of(parts, field, SEAT)
    assert (first.key, last.key) == ("dots:p0", "dots:p2")
    assert isinstance(first.geometry, Freeform) and isinstance(last.geometry, Freeform)
    assert (len(first.geometry.rings), len(last.geometry.rings)) == (3, 9)
    assert first.fill is not None and first.line is None and last.fill is None and last.line is not None
    assert first.box.x < field.x + round(field.pitch / 2) < first.box.right
    assert abs(first.box.y + first.box.h / 2 - (field.y + 1.5 * field.pitch)) < PX
    # The first column holds three of one and seven of the other; two go on in the next.
    assert first.box.bottom < field.y + round(4 * field.pitch) and last.box.right > field.x + round(field.pitch)
