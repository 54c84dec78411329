"""Which layout the template's own slides have as their cover."""

from __future__ import annotations

import pytest
from template_drawn import BODY, TITLE, drawn, holder, styled
from test_template_samples import deck

from deck.template import read_template
from deck.template.layouts import Drawn
from deck.template.opening import STANDS_OUT, cover_of, is_made

FRONT = drawn(holder("ctrTitle", 0, (10, 30, 80, 20)), holder("subTitle", 1, (10, 55, 80, 10)), name="Start", kind="title")
CONTENT = drawn(TITLE, BODY, name="Rubrik och text", kind="obj")
CAPTION = drawn(holder("title", 0, (5, 80, 90, 12)), name="Bildtext")


def part(item: Drawn) -> str:
    return item.layout.part


def test_a_caption_is_no_cover_where_a_later_slide_has_one() -> None:
    every = [FRONT, CONTENT, CAPTION]
    uses = {part(CAPTION): 1, part(FRONT): 1, part(CONTENT): 1}
    assert cover_of(every, uses, part(CAPTION)) == part(FRONT)
    assert cover_of(every, {part(CAPTION): 1, part(CONTENT): 1}, part(CAPTION)) == part(CAPTION)


@pytest.mark.parametrize(("size", "own"), [(24 * STANDS_OUT, True), (24 * STANDS_OUT - 1, False)])
def test_a_first_slide_with_a_large_title_opens_though_its_layout_is_called_nothing(size: float, own: bool) -> None:
    loud = drawn(styled(holder("title", 0, (10, 40, 80, 20)), size_pt=size), name="2_Eget")
    every, uses = [FRONT, CONTENT, loud], {part(loud): 1, part(FRONT): 1, part(CONTENT): 3}
    assert cover_of(every, uses, part(loud)) == part(loud if own else FRONT)


def test_of_several_that_say_so_the_type_tells_then_the_use() -> None:
    named = drawn(TITLE, name="Omslag blå")
    typed, often = drawn(TITLE, name="a", kind="title"), drawn(TITLE, name="b", kind="title")
    uses = {part(CAPTION): 1, part(named): 9, part(typed): 1, part(often): 2}
    assert cover_of([CAPTION, named, typed, often], uses, part(CAPTION)) == part(often)


def test_what_says_farewell_opens_nothing() -> None:
    assert is_made(FRONT) and not is_made(CONTENT)
    assert not is_made(drawn(TITLE, name="Tack", kind="title"))


def test_without_slides_nothing_is_said() -> None:
    assert cover_of([FRONT, CONTENT], {}, "") == ""


def test_a_template_whose_slides_begin_with_a_picture_opens_with_its_cover() -> None:
    """Of python-pptx's own template the picture's layout stands first among the slides, with no type."""
    data = deck(8, 0, 1, 1, rename={8: "Bildbank"})
    assert read_template(data).roles["title"].layout.name == "Title Slide"
