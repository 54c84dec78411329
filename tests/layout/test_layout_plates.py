"""What a block stands on where nothing reads on the template's own ground."""

from __future__ import annotations

from dataclasses import replace

import layout_templates

from deck.geometry import Box
from deck.layout.model import PlacedChart, PlacedGroup, PlacedShape, PlacedTable, PlacedText
from deck.layout.plates import BESIDE, PLATE, SEAM, SLIT, joined, on_plate, plate_room, room_under, touches
from deck.presentation import Chart, Diagram, Series, Table, paragraph
from deck.template.model import SeatedTable, ThemeColor

DARK, LIGHT = ThemeColor("tx2"), ThemeColor("bg1")
BOX = Box(10, 20, 3000, 4000)
assert layout_templates


def test_a_drawn_block_has_a_shape_behind_all_others() -> None:
    one = PlacedShape("one", "Ett", "rect", Box(50, 50, 100, 100))
    found = on_plate(PlacedGroup("object", "object", BOX, Diagram("rows", (), alt="Rader"), (one,), "Rader"), DARK, BOX)
    assert isinstance(found, PlacedGroup)
    assert [child.key for child in found.children] == [PLATE, "one"]
    assert found.children[0].box == BOX and found.children[0].fill == DARK


def test_tables_and_charts_are_filled() -> None:
    table = PlacedTable("t", "t", None, BOX, Table((), (), alt="x"), (), (), 20, 20, 20, LIGHT, LIGHT, LIGHT)
    chart = PlacedChart("c", "c", None, BOX, Chart("bar", ("a",), (Series("s", (1.0,)),), alt="x"), 20, (LIGHT,), LIGHT)
    for item in (table, chart):
        found = on_plate(item, DARK, BOX)
        assert isinstance(found, PlacedTable | PlacedChart) and found.plate == DARK


def test_a_table_in_the_houses_style_fills_its_cells_itself() -> None:
    house = SeatedTable("{x}", banded=True, keyed=True, links=True, fields=True)
    table = PlacedTable("t", "t", None, BOX, Table((), (), alt="x"), (), (), 20, 20, 20, LIGHT, LIGHT, LIGHT, house=house)
    assert on_plate(table, DARK, BOX) is table


def test_words_bring_their_own() -> None:
    words = PlacedText("title", "title", None, BOX, False, (), plate=DARK)
    assert on_plate(words, LIGHT, BOX) is words


def test_a_drawn_block_does_not_touch_its_plates_edges() -> None:
    box = Box(BESIDE, 2000, 9 * BESIDE, 9 * BESIDE)
    room = plate_room(box, (20 * BESIDE, 20 * BESIDE), [])
    one = PlacedShape("one", "Ett", "rect", box)
    found = on_plate(PlacedGroup("object", "object", box, Diagram("rows", (), alt="Rader"), (one,), "Rader"), DARK, room)
    assert isinstance(found, PlacedGroup)
    assert found.children[0].box == room == found.box == Box(0, 2000, 11 * BESIDE, 9 * BESIDE)


def test_a_margin_is_under_a_block_s_lowest_words_too() -> None:
    """A time, a caption: where the slide has room; else the block is to be set so much higher."""
    box, size = Box(BESIDE, 2000, 9 * BESIDE, 9 * BESIDE), (20 * BESIDE, 20 * BESIDE)
    room = room_under(plate_room(box, size, []), size, [])
    words = PlacedShape(
        "text", "Text", "rect", Box(BESIDE, 2000 + 8 * BESIDE, BESIDE, BESIDE), paragraphs=(paragraph("1 minut"),)
    )
    block = PlacedGroup("object", "object", box, Diagram("rows", (), alt="Samtal"), (words,), "Samtal")
    found = on_plate(block, DARK, room)
    assert isinstance(found, PlacedGroup) and not touches(block, room)
    assert found.children[0].box == Box(0, 2000, 11 * BESIDE, 10 * BESIDE)
    line = Box(0, box.bottom, 5 * BESIDE, BESIDE)
    assert (low := room_under(plate_room(box, size, [line]), size, [line])).bottom == box.bottom and touches(block, low)
    ruled = PlacedShape("rule", "Linje", "line", Box(BESIDE, box.bottom, 9 * BESIDE, 0))
    assert not touches(replace(block, children=(replace(words, box=Box(0, 0, 9, 9)), ruled)), low)


def test_a_plate_keeps_to_the_slide_and_from_what_else_stands_there() -> None:
    box = Box(BESIDE, 2000, 9 * BESIDE, 9 * BESIDE)
    assert plate_room(box, (10 * BESIDE + 1, 10_000_000), []) == box.inset(-BESIDE, 0, 0, 0), "no room at the right"
    beside = Box(0, 2000, BESIDE, 100)
    assert plate_room(box, (20 * BESIDE, 20 * BESIDE), [beside]) == box.inset(0, 0, -BESIDE, 0)
    assert plate_room(box, (20 * BESIDE, 20 * BESIDE), [box.inset(-9, -9, -9, -9)]).w == 11 * BESIDE, "it stands on that already"


def test_plates_that_nearly_touch_are_one() -> None:
    upper, lower = Box(BESIDE, 0, 20 * BESIDE, 1_000_000), Box(BESIDE, 1_000_000 + SLIT, 9 * BESIDE, 500_000)
    found = joined({"title": (upper, DARK), "subtitle": (lower, DARK)}, [])
    assert found["title"] == Box(upper.x, 0, upper.w, 1_000_000 + SLIT + SEAM)
    assert found["subtitle"] == Box(upper.x, lower.y, upper.w, lower.h)


def test_plates_stay_apart_where_air_is_between_or_they_are_no_column() -> None:
    upper, lower = Box(BESIDE, 0, 20 * BESIDE, 1_000_000), Box(BESIDE, 1_000_000 + SLIT, 9 * BESIDE, 500_000)
    assert not joined({"title": (upper, DARK), "subtitle": (replace(lower, y=lower.y + 1), DARK)}, [])
    assert not joined({"title": (upper, DARK), "subtitle": (lower, LIGHT)}, [])
    assert not joined({"title": (upper, DARK), "subtitle": (replace(lower, x=lower.x + 2 * BESIDE), DARK)}, [])
    assert not joined({"title": (upper, DARK), "subtitle": (lower, DARK)}, [Box(15 * BESIDE, lower.y, BESIDE, BESIDE)])
