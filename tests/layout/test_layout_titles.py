"""Titles of slides that follow each other, in nearly one size."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest
from layout_made import laid, slide

from deck.layout import LaidOutSlide
from deck.layout.model import PlacedText
from deck.layout.titles import SHARE, alike
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
