"""A map beside words: to the slide's edge where that is free, and not where the template has something there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deck.geometry import Box
from deck.layout.halves import MORE, bled, may_give, parted_at, with_bleed
from deck.layout.mould import Mould, mould_of
from deck.presentation import Diagram, Item, Map, QrCode, Slot, text
from deck.template import default_template_path, read_template

PX = 9_525
TEMPLATE = read_template(default_template_path())
MOULD = mould_of(TEMPLATE.roles["two-content"], TEMPLATE)
SEATS = dict(MOULD.seats)
LEFT, RIGHT = SEATS["left"].spot.box, SEATS["right"].spot.box
ROWS = Diagram("rows", (Item("a", title="A"),), "alt")
MAP = Map((), "alt", "")
CODE = QrCode("https://rus.se", "rus.se", "alt")


def slots(left, right) -> tuple[Slot, ...]:
    return Slot("title", "title", text("T")), Slot("left", "left", left), Slot("right", "right", right)


def boxes(left, right, mould: Mould = MOULD) -> tuple[Box, Box]:
    found = with_bleed(slots(left, right), SEATS, mould)
    return found["left"].spot.box, found["right"].spot.box


@pytest.mark.parametrize(("left", "right"), [(ROWS, MAP), (MAP, ROWS)])
def test_a_map_goes_to_its_edge_and_words_have_room(left, right) -> None:
    one, two = boxes(left, right)
    words, panel = (one, two) if isinstance(right, Map) else (two, one)
    assert words.w > LEFT.w and one.right < two.x and (one.y, one.h, two.y, two.h) == (LEFT.y, LEFT.h, LEFT.y, LEFT.h)
    assert (panel.right == MOULD.size[0]) if panel is two else (panel.x == 0)
    assert words.x == LEFT.x if words is one else words.right == RIGHT.right


@pytest.mark.parametrize(("left", "right"), [(ROWS, CODE), (CODE, ROWS)])
def test_a_code_needs_less_room_than_words_and_stays_within_the_margins(left, right) -> None:
    one, two = boxes(left, right)
    words, code = (one, two) if right is CODE else (two, one)
    assert words.w > LEFT.w > code.w and one.x == LEFT.x and two.right == RIGHT.right and one.right < two.x


@pytest.mark.parametrize(("left", "right"), [(ROWS, ROWS), (MAP, MAP), (ROWS, replace(MAP, named=True)), (text("a"), ROWS)])
def test_other_slides_are_as_they_were(left, right) -> None:
    assert boxes(left, right) == (LEFT, RIGHT)


def test_it_stops_at_what_the_template_has_in_the_margin() -> None:
    strip = Box(MOULD.size[0] - 20 * PX, 0, 20 * PX, MOULD.size[1])
    assert boxes(ROWS, MAP, replace(MOULD, obstacles=(strip,))) == (LEFT, RIGHT)
    assert boxes(MAP, ROWS, replace(MOULD, obstacles=(strip,))) != (LEFT, RIGHT)


def test_a_map_gives_more_room_where_words_would_go_on_to_another_page() -> None:
    found = with_bleed(slots(ROWS, MAP), SEATS, MOULD, MORE)
    assert found["left"].spot.box.w > boxes(ROWS, MAP)[0].w
    strip = Box(MOULD.size[0] - 20 * PX, 0, 20 * PX, MOULD.size[1])
    kept = with_bleed(slots(ROWS, MAP), SEATS, replace(MOULD, obstacles=(strip,)), MORE)
    assert kept["left"].spot.box.w > LEFT.w and kept["right"].spot.box.right == RIGHT.right
    assert may_give(slots(ROWS, MAP)) and not may_give(slots(ROWS, CODE))


def test_it_stays_on_the_card_that_it_stands_on() -> None:
    card = Box(20 * PX, 100 * PX, MOULD.size[0] - 40 * PX, 600 * PX)
    for pair in ((ROWS, MAP), (MAP, ROWS)):
        assert boxes(*pair, replace(MOULD, panels=(card,))) == (LEFT, RIGHT)
        assert boxes(*pair, replace(MOULD, cards=(card,))) == (LEFT, RIGHT), "however pale it is"
    whole = Box(0, 0, *MOULD.size)
    assert boxes(ROWS, MAP, replace(MOULD, panels=(whole,))) == boxes(ROWS, MAP)
    assert boxes(ROWS, MAP, replace(MOULD, cards=(whole,))) == boxes(ROWS, MAP)
    elsewhere = Box(0, 0, MOULD.size[0], RIGHT.y // 2)
    assert boxes(ROWS, MAP, replace(MOULD, cards=(elsewhere,))) == boxes(ROWS, MAP)


@pytest.mark.parametrize("kind", ["cards", "panels"])
def test_halves_on_cards_of_their_own_stay_on_them(kind: str) -> None:
    aside = tuple(box.inset(-5 * PX, -5 * PX, -5 * PX, -5 * PX) for box in (LEFT, RIGHT))
    for pair in ((ROWS, MAP), (ROWS, CODE)):
        assert boxes(*pair, replace(MOULD, **{kind: aside})) == (LEFT, RIGHT)
        assert boxes(*pair) != (LEFT, RIGHT)


@pytest.mark.parametrize(
    "panel",
    [
        replace(RIGHT, h=RIGHT.h // 2),
        replace(RIGHT, w=RIGHT.w // 2),
        replace(RIGHT, y=RIGHT.y + RIGHT.h // 3),
        replace(RIGHT, x=LEFT.x + 10),
    ],
)
def test_places_that_are_no_halves_stay(panel: Box) -> None:
    assert bled(LEFT, panel, MOULD) is None and parted_at(LEFT, panel) is None


def test_a_wide_margin_is_a_column_of_the_templates_own() -> None:
    assert bled(LEFT, RIGHT, replace(MOULD, size=(MOULD.size[0] * 2, MOULD.size[1]))) is None
