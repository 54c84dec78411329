"""How far content may reach on all layouts of a master, and the fonts that they share."""

from __future__ import annotations

import pytest
from template_drawn import SIZE, TITLE, drawn, holder, styled

from deck.geometry import Box
from deck.template.framing import _safe, staged, usable_low
from deck.template.overrides import Overrides


@pytest.mark.parametrize(
    ("box", "answer"),
    [
        (Box(0, 90, 5, 5), True),
        (Box(0, 80, 5, 5), True),
        (Box(0, 79, 5, 5), False),
        (Box(0, 100, 5, 5), False),
        (Box(0, 90, 0, 5), False),
    ],
)
def test_furniture_at_the_foot(box: Box, answer: bool) -> None:
    assert usable_low(box, 100) == answer


@pytest.mark.parametrize(
    ("body", "left", "right"),
    [
        ((36, 30, 58, 55), 6, 94),
        ((6, 30, 58, 55), 6, 94),
        ((15, 30, 70, 55), 15, 85),
        ((5, 30, 90, 55), 5, 95),
        ((0, 30, 100, 55), 3, 97),
    ],
    ids=["the right column", "the left column", "narrow", "wide", "from edge to edge"],
)
def test_beside_a_body_that_is_a_column_the_slide_is_free_too(body: tuple[int, int, int, int], left: int, right: int) -> None:
    item = holder("obj", 1, body)
    found = _safe(SIZE, [drawn(TITLE, item)], item.box)
    assert (found.x, found.right) == (left * SIZE[0] // 100, right * SIZE[0] // 100)


@pytest.mark.parametrize(
    ("over", "align", "left"),
    [((30, 8, 64, 12), "l", 30), ((31, 8, 63, 12), "l", 30), ((6, 8, 88, 12), "l", 6), ((30, 8, 64, 12), "ctr", 6)],
    ids=["in one line", "nearly", "further out", "in the middle"],
)
def test_a_margin_that_titles_share_with_content_is_the_house_s_own(
    over: tuple[int, int, int, int], align: str, left: int
) -> None:
    """A table that begins further out than its title would be under a logo, and the next slide's text is not."""
    title, item = styled(holder("title", 0, over), align=align), holder("obj", 1, (30, 30, 64, 55))
    found = _safe(SIZE, [drawn(title, item)], item.box)
    assert (found.x, found.right) == (left * SIZE[0] // 100, 94 * SIZE[0] // 100)


@pytest.mark.parametrize(("body", "field"), [((36, 30, 58, 55), (0, 0, 33, 100)), ((6, 30, 58, 55), (66, 0, 34, 100))])
@pytest.mark.parametrize("as_panel", [True, False])
def test_a_column_that_a_field_holds_is_not_free(
    body: tuple[int, int, int, int], field: tuple[int, int, int, int], as_panel: bool
) -> None:
    item, held = holder("obj", 1, body), holder("obj", 2, field).box
    layout = drawn(TITLE, item, panels=(held,)) if as_panel else drawn(TITLE, item, obstacles=(held,))
    found = _safe(SIZE, [layout], item.box)
    assert (found.x, found.right) == (item.box.x, item.box.right)


@pytest.mark.parametrize(
    ("others", "kept"),
    [((), True), (((5, 8, 20, 70), (5, 8, 20, 70)), True), (((5, 8, 90, 15), (5, 8, 90, 15)), False)],
    ids=["alone", "alike", "above"],
)
def test_a_column_that_titles_have_to_themselves_is_not_free(others: tuple[tuple[int, int, int, int], ...], kept: bool) -> None:
    body = holder("obj", 1, (30, 8, 64, 78))
    titles = [holder("title", 0, box) for box in ((5, 8, 20, 70), *others)]
    found = _safe(SIZE, [drawn(title, body) for title in titles], body.box)
    assert (found.x == body.box.x) == kept


def test_a_master_has_the_fonts_and_the_room_of_its_layout_for_text() -> None:
    title, body = styled(TITLE, font="Georgia"), styled(holder("obj", 1, (10, 30, 80, 55)), font="Verdana")
    layout = drawn(title, body, name="Text", kind="obj")
    frame, roles = staged(SIZE, [layout], Overrides(), ((layout.layout.part, 3),), "")
    assert (frame.heading_font, frame.body_font) == ("Georgia", "Verdana")
    assert (frame.safe.x, frame.safe.right) == (body.box.x, body.box.right)
    assert frame.uses == ((layout.layout.part, 3),) and roles["content"].spots["body"].placeholder == body


def test_beside_a_picture_content_begins_and_ends_where_titles_do() -> None:
    """A body in the left half, under a title that is further in than a slide's margin is."""
    title, body = holder("title", 0, (15, 5, 80, 12)), holder("obj", 1, (15, 22, 45, 50))
    text, only = drawn(title, body, name="Text och bild", kind="obj"), drawn(title, name="Endast rubrik", kind="titleOnly")
    frame, roles = staged(SIZE, [text, only], Overrides(), ((text.layout.part, 3),), "")
    assert (frame.safe.x, frame.safe.right) == (title.box.x, title.box.right)
    free = roles["title-only"].spots["object"].box
    assert (free.x, free.right) == (title.box.x, title.box.right) and free.bottom > body.box.bottom
