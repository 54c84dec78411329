"""Words of a drawn block that are in another language than the deck."""

from __future__ import annotations

from dataclasses import replace

from deck.layout.context import LaidBlock
from deck.layout.model import Placed, PlacedGroup, PlacedShape


def marked_in(made: LaidBlock, lang: str) -> LaidBlock:
    """The block with its words in this language (BCP 47; "": the deck's), but for those that say another."""
    return replace(made, parts=tuple(tuple(_marked(item, lang) for item in page) for page in made.parts)) if lang else made


def _marked(item: Placed, lang: str) -> Placed:
    if not isinstance(item, PlacedGroup):
        return item
    return replace(item, children=tuple(_said_in(shape, lang) for shape in item.children))


def _said_in(shape: PlacedShape, lang: str) -> PlacedShape:
    paragraphs = (
        replace(paragraph, runs=tuple(replace(run, lang=run.lang or lang) for run in paragraph.runs))
        for paragraph in shape.paragraphs
    )
    return replace(shape, paragraphs=tuple(paragraphs))
