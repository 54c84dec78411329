"""Titles of slides that follow each other, in nearly one size."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest
from layout_made import laid, slide

from deck.geometry import pt
from deck.layout import LaidOutSlide
from deck.layout.model import PlacedText
from deck.layout.titles import SHARE, UNIFORM, alike, even
from deck.presentation import Slot, text


def slides(*sizes: float | None) -> list[LaidOutSlide]:
    """Slides whose titles have these sizes, None for that of the layout."""
    deck, _ = laid(slide("content", Slot("title", "title", text("Prov")), Slot("body", "body", text("Ett stycke."))))
    page = deck.slides[0]
    title = page.shapes[0]
    assert isinstance(title, PlacedText) and title.placeholder is not None
    return [replace(page, shapes=(replace(title, sizes=(size, *title.sizes[1:])), *page.shapes[1:])) for size in sizes]


def sizes_of(found: list[LaidOutSlide]) -> list[float | None]:
    return [shape.sizes[0] for page in found for shape in page.shapes[:1] if isinstance(shape, PlacedText)]


def own_size() -> float:
    title = slides(None)[0].shapes[0]
    assert isinstance(title, PlacedText) and title.placeholder is not None
    return title.placeholder.style.levels[0].size_pt


def test_no_title_is_larger_than_most_can_be() -> None:
    large, most, small = own_size() * 0.95, own_size() * 0.9, own_size() * 0.8
    assert sizes_of(alike(slides(None, large, most, most, most, small))) == [most, most, most, most, most, small]


def test_few_small_ones_make_none_smaller() -> None:
    made = slides(None, None, None, None, None, 25.0)
    assert alike(made) == made


def test_no_title_gives_up_more_than_a_part_of_its_size_for_a_few_others() -> None:
    floor = round(SHARE * own_size())
    assert sizes_of(alike(slides(*[None] * 5, 18.0, 18.0))) == [floor] * 5 + [18.0, 18.0]


def test_what_most_titles_cannot_keep_a_few_short_ones_do_not_keep_alone() -> None:
    assert sizes_of(alike(slides(None, 24.0, 20.0, 20.0, 18.0, 18.0))) == [20.0, 20.0, 20.0, 20.0, 18.0, 18.0]


def test_what_several_have_a_point_or_two_smaller_is_given_to_all() -> None:
    whole = own_size()
    near = round(whole * 0.96)
    assert sizes_of(alike(slides(*[None] * 8, near, near))) == [near] * 10
    assert sizes_of(alike(slides(*[None] * 12, near, near, whole / 2))) == [near] * 14 + [whole / 2]
    # One long title is one long title.
    assert sizes_of(alike(slides(*[None] * 8, near))) == [*[None] * 8, near]
    ever = [round(whole * 0.95**n, 1) for n in range(1, 6)]
    assert len(set(sizes_of(alike(slides(*[None] * 20, *ever))))) > 1


def test_titles_in_boxes_of_ours_are_alike_too() -> None:
    made = []
    for page in slides(32.0, 32.0, 26.0, 26.0, 28.0, 26.0):
        title = page.shapes[0]
        assert isinstance(title, PlacedText)
        made.append(replace(page, shapes=(replace(title, placeholder=None), *page.shapes[1:])))
    assert sizes_of(alike(made)) == [26.0] * 6


@pytest.mark.parametrize("kind", ["title", "section"])
def test_titles_that_have_their_slides_to_themselves_stay(kind: Literal["title", "section"]) -> None:
    deck, _ = laid(slide(kind, Slot("title", "title", text("Prov"))))
    page = deck.slides[0]
    title = page.shapes[0]
    assert isinstance(title, PlacedText)
    made = [replace(page, shapes=(replace(title, sizes=(size, *title.sizes[1:])),)) for size in (None, 20.0, 20.0)]
    assert alike(made) == made


def test_it_is_settled_at_once() -> None:
    once = alike(slides(None, 28.0, 26.0, 22.0))
    assert alike(once) == once


NEARLY_TWO = 52
"""So many letters of it are two lines at nine tenths of the size."""
LONG = "Vägledningen stöder hela kommunens arbete med miljömålen och Agenda 2030 över hela länet"


def sized(*titles: tuple[str, float | None]) -> list[LaidOutSlide]:
    """Slides with these titles in these sizes, in a box that is two lines of the layout's size high, and a little."""
    pages = slides(*(size for _said, size in titles))
    made = []
    for page, (said, _size) in zip(pages, titles, strict=True):
        title = page.shapes[0]
        assert isinstance(title, PlacedText) and title.placeholder is not None
        box = replace(title.box, w=pt(500), h=pt(own_size() * 2 * 1.22) + 2 * 45_720)
        paragraphs = text(said).paragraphs
        made.append(replace(page, shapes=(replace(title, box=box, paragraphs=paragraphs), *page.shapes[1:])))
    return made


def test_a_short_title_is_as_large_as_the_long_ones_though_it_takes_a_second_line() -> None:
    short = "Sverige har sexton miljömål för oss"
    small = round(own_size() * 0.8)
    assert sizes_of(even(sized(("Två rader med ord om miljö och mål", None), (short, small), (short, small)))) == [
        None,
        own_size(),
        own_size(),
    ]


def test_where_several_cannot_be_as_large_but_nearly_all_are_as_small() -> None:
    most = [("Kort", None)] * 6
    small = round(own_size() * 0.8)
    found = sizes_of(even(sized(*most, (LONG[:NEARLY_TWO], small), (LONG[:NEARLY_TWO], small))))
    assert len(set(found)) == 1 and found[0] is not None and UNIFORM * own_size() <= found[0] < own_size()
    # One long title is one long title.
    alone = sizes_of(even(sized(*most, (LONG[:NEARLY_TWO], small))))
    assert alone[:6] == [None] * 6 and alone[6] in (small, found[0])


def test_where_some_would_have_to_be_much_smaller_the_others_keep_theirs() -> None:
    small = round(own_size() * 0.6)
    assert sizes_of(even(sized(*[("Kort", None)] * 6, (LONG, small), (LONG, small))))[:6] == [None] * 6


def test_sizes_that_are_the_same_to_the_eye_stay() -> None:
    made = sized(("Kort", None), ("Kort", own_size() * 0.95))
    assert even(made) == made
    assert even(even(sized(("Kort", None), ("Kort", 20.0)))) == even(sized(("Kort", None), ("Kort", 20.0)))
