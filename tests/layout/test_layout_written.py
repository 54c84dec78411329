"""Where there are words on a slide: as wide and high as they are, where they stand in their box."""

from __future__ import annotations

from dataclasses import replace

import pytest
from layout_made import presentation
from layout_templates import template
from test_layout_trial import ITEM

from deck.geometry import Box
from deck.layout import audit, lay_out
from deck.layout.model import LaidOutDeck, PlacedText
from deck.layout.written import lies_on, written
from deck.template.model import Template


def body(found: LaidOutDeck) -> PlacedText:
    shape = next(item for item in found.slides[0].shapes if item.slot == "body")
    assert isinstance(shape, PlacedText)
    return shape


def words_of(shape: PlacedText, found: Template) -> Box:
    style = found.roles["content"].spots["body"].style
    return next(iter(written(shape, lambda _shape: style, ("Arial", "Arial"))))


def test_words_are_as_wide_and_high_as_they_are() -> None:
    found = lay_out(presentation(ITEM), template())
    shape = body(found)
    words = words_of(shape, template())
    assert shape.box.contains(words, 12_700) and words.area < 0.6 * shape.box.area
    assert words_of(replace(shape, paragraphs=shape.paragraphs[:2]), template()).h < words.h


@pytest.mark.parametrize(
    ("decoration", "answer"),
    [(Box(20, 20, 10, 10), True), (Box(0, 0, 100, 100), False), (Box(96, 20, 40, 10), False), (Box(500, 0, 9, 9), False)],
    ids=["a badge within", "a field that bears them", "a corner", "elsewhere"],
)
def test_what_words_lie_on(decoration: Box, answer: bool) -> None:
    assert lies_on(Box(10, 10, 90, 50), decoration) == answer


def test_a_badge_in_the_midst_of_the_layouts_own_box_is_a_fault() -> None:
    """The template's own box reaches over it, so it was taken for what the words are meant to stand on."""
    found = lay_out(presentation(ITEM), template())
    words = words_of(body(found), template())
    badge = Box(words.x + words.w // 3, words.y + words.h // 3, words.w // 8, words.h // 4)
    aside = Box(body(found).box.right - 300_000, body(found).box.bottom - 300_000, 200_000, 200_000)

    def told(decoration: Box) -> set[str]:
        layouts = tuple(replace(item, obstacles=(decoration,)) for item in found.template.layouts)
        slides = tuple(replace(slide, made=None) for slide in found.slides)
        return {item.code for item in audit(LaidOutDeck(replace(found.template, layouts=layouts), slides))}

    assert told(badge) == {"covers-decoration"}
    assert told(aside) == set(), "no words reach it"
