"""Words of a drawn block in another language than the deck's are marked, but for those that say their own."""

from __future__ import annotations

from dataclasses import replace

from deck.geometry import Box
from deck.layout.context import LaidBlock
from deck.layout.marking import marked_in
from deck.layout.model import PlacedGroup, PlacedShape
from deck.presentation import Paragraph, QrCode, Run

BOX = Box(0, 0, 9, 9)


def block() -> LaidBlock:
    words = (Paragraph((Run("Källa"), Run("source", lang="en"))),)
    shape = replace(PlacedShape("label", name="label", geometry="rect", box=BOX), paragraphs=words)
    return LaidBlock(
        (
            (
                PlacedGroup(
                    "object", name="object", box=BOX, block=QrCode("https://example.org", "a", "b"), children=(shape,), alt=""
                ),
            ),
        )
    )


def langs(made: LaidBlock) -> list[str | None]:
    groups = [item for page in made.parts for item in page if isinstance(item, PlacedGroup)]
    return [run.lang for item in groups for shape in item.children for para in shape.paragraphs for run in para.runs]


def test_words_are_marked_but_for_those_that_say_another() -> None:
    assert langs(marked_in(block(), "sv")) == ["sv", "en"]


def test_the_deck_s_own_language_marks_nothing() -> None:
    made = block()
    assert marked_in(made, "") is made
