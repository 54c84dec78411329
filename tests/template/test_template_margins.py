"""What words keep from the edges that they would touch."""

from __future__ import annotations

from dataclasses import replace

import pytest
from template_drawn import BODY, SIZE, STAGE, TITLE, drawn, holder

from deck.drawing import Paint
from deck.drawing.model import SceneShape
from deck.drawing.presets import text_rect
from deck.geometry import Box, pt
from deck.template.margins import AIR, MARGIN, PADDING, off_bars, off_the_edge, with_margins
from deck.template.model import Insets, Placeholder
from deck.template.roles import Casting
from deck.template.spots import free_area, in_box, in_placeholder

WIDE, HIGH = SIZE


def edged(kind: str, idx: int, box: tuple[int, int, int, int], inset: int = 0) -> Placeholder:
    item = holder(kind, idx, box)
    return replace(item, style=replace(item.style, insets=Insets(inset, inset, inset, inset)))


def test_words_at_the_slides_very_edge_are_given_a_margin() -> None:
    title, body = edged("title", 0, (0, 0, 100, 15)), edged("obj", 1, (0, 20, 100, 70), 90_000)
    sheet = drawn(title, body)
    head, text = (in_placeholder(role, sheet, STAGE, item, "").box for role, item in (("title", title), ("body", body)))
    assert (head.x, head.y, WIDE - head.right) == (round(MARGIN * WIDE), round(MARGIN * HIGH), round(MARGIN * WIDE))
    assert text.x + 90_000 == round(MARGIN * WIDE), "its own margin is part of it"
    assert in_placeholder("object", sheet, STAGE, body, "").box.x == round(MARGIN * WIDE), "what is drawn there has none"
    broad = edged("obj", 1, (0, 20, 100, 70), 500_000)
    boxes = [in_placeholder(role, drawn(title, broad), STAGE, broad, "").box.x for role in ("object", "body")]
    assert boxes == [500_000, 0], "margins that are broad enough are the house's"
    assert in_box("attribution", sheet, STAGE, body.box, "").box.x == round(MARGIN * WIDE)


def test_contact_details_are_drawn_and_keep_off_the_edge() -> None:
    """The margins of the body's words are not theirs."""
    body = edged("obj", 1, (0, 20, 100, 70), 500_000)
    sheet = drawn(TITLE, body)
    assert Casting([sheet], STAGE).cast("contact").spots["body"].box.x == round(MARGIN * WIDE)
    assert Casting([sheet], STAGE).cast("content").spots["body"].box.x == 0


def test_a_picture_may_reach_to_the_edge() -> None:
    picture = edged("pic", 2, (50, 20, 50, 80))
    assert in_placeholder("picture", drawn(TITLE, picture), STAGE, picture, "").box == picture.box


def test_what_is_centred_keeps_its_middle() -> None:
    title = edged("title", 0, (0, 20, 95, 15))
    title = replace(title, style=replace(title.style, levels=tuple(replace(level, align="ctr") for level in title.style.levels)))
    found = off_the_edge("title", title.box, title, drawn(title))
    assert found.x == round(MARGIN * WIDE) and found.x + found.w // 2 == title.box.w // 2


def test_who_has_a_margin_keeps_it_and_a_filled_title_is_a_bar() -> None:
    assert with_margins("body", BODY.box, BODY, drawn(TITLE, BODY)) == BODY.box
    title = edged("title", 0, (0, 0, 100, 15))
    fill = SceneShape(
        "1", title.name, "shape", "layout", title.box, ph_type="title", is_placeholder=True, fill=Paint("solid", ("C00000",))
    )
    assert off_the_edge("title", title.box, title, drawn(title, shapes=(fill,))) == title.box


@pytest.mark.parametrize("geometry", ["rect", "roundRect"])
def test_words_that_fill_their_card_keep_off_its_sides_and_corners(geometry: str) -> None:
    card = SceneShape("1", "Kort", "shape", "master", BODY.box, fill=Paint("solid", ("FFFFFF",)), geometry=geometry)
    sheet = drawn(TITLE, BODY, ground="003366", shapes=(card,), panels=(card.box,))
    found = in_placeholder("object", sheet, STAGE, BODY, "").box
    room = text_rect(geometry, card.box)
    assert room.contains(found) and card.box.inset(PADDING, PADDING, PADDING, PADDING).contains(found)
    small = holder("body", 2, (30, 40, 20, 20))
    assert in_placeholder("body", sheet, STAGE, small, "").box == small.box, "well within it"


def test_a_place_keeps_off_a_bar_that_ends_where_it_begins() -> None:
    over = Box(0, 0, WIDE, BODY.box.y)
    assert off_bars(BODY.box, [over]).y == BODY.box.y + AIR
    assert off_bars(BODY.box, [over]).bottom == BODY.box.bottom
    sheet = drawn(TITLE, BODY, obstacles=(over,))
    boxes = [in_placeholder(role, sheet, STAGE, BODY, "").box.y for role in ("object", "body")]
    assert boxes == [BODY.box.y + AIR, BODY.box.y], "words have margins of their own"
    left = Box(0, 0, BODY.box.x, HIGH)
    assert (off_bars(BODY.box, [left]).x, off_bars(BODY.box, [left]).right) == (BODY.box.x + AIR, BODY.box.right)
    right = Box(BODY.box.right, 0, WIDE - BODY.box.right, HIGH)
    assert (off_bars(BODY.box, [right]).x, off_bars(BODY.box, [right]).right) == (BODY.box.x, BODY.box.right - AIR)
    art = replace(right, y=BODY.box.y, h=BODY.box.h // 2)
    assert off_bars(BODY.box, [art]) == BODY.box, "its outline is seldom its box"


def test_a_free_box_keeps_off_a_line_above_it_too() -> None:
    box = Box(pt(40), pt(100), pt(800), pt(300))
    line = Box(pt(40), pt(99), pt(800), 0)
    assert off_bars(box, [line]) == box, "the house has set its own place so"
    assert off_bars(box, [line], lines=True).y == line.bottom + AIR
    assert off_bars(box, [Box(pt(40), pt(99), pt(200), 0)], lines=True) == box, "a short one is no edge"


def test_it_keeps_off_a_row_of_buttons_as_off_a_bar() -> None:
    tall = BODY.box.h // 10
    buttons = [Box(0, BODY.box.y + 2 * n * tall, BODY.box.x, round(1.5 * tall)) for n in range(5)]
    assert off_bars(BODY.box, buttons).x == BODY.box.x + AIR
    assert off_bars(BODY.box, buttons[:2]) == BODY.box


@pytest.mark.parametrize(
    "other",
    [Box(0, BODY.box.y - AIR, WIDE, 0), Box(0, 0, BODY.box.x, BODY.box.y), Box(0, 0, WIDE, BODY.box.y - AIR)],
    ids=["a line", "a corner", "with air"],
)
def test_what_is_no_bar_beside_it(other: Box) -> None:
    assert off_bars(BODY.box, [other]) == BODY.box


def test_free_boxes_keep_off_a_field_with_the_title() -> None:
    field = Box(0, 0, 33 * WIDE // 100, HIGH)
    title = holder("title", 0, (5, 20, 25, 40))
    area = free_area(drawn(title, obstacles=(field,)), STAGE, title.box)
    assert area.x >= field.right + AIR
