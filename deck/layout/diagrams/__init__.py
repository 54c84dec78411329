"""Diagrams, drawn: a module a form, named as the form is in FORMS (deck/presentation/forms.py)."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import Protocol

from deck.layout.context import ChosenSpot, LaidBlock
from deck.layout.model import Placed, PlacedGroup, PlacedShape
from deck.layout.scale import enlarged
from deck.presentation import Diagram


class Draw(Protocol):
    """What a form's module has as `draw`. It is given the diagram and its place: a box, colours that read on it, the least text
    size and the fonts to measure by (deck/layout/shapes.py). It gives the groups of as many slides as the items take, each shape
    with its part's name (`Form.part`); in a narrow box it falls back on what it likes; where nothing holds the words, it
    complains."""

    def __call__(self, block: Diagram, place: ChosenSpot) -> LaidBlock: ...


@cache
def drawer(form: str) -> Draw:
    """The `draw` of the form's module."""
    return import_module(f"{__name__}.{form}").draw


MANY = 2
"""A form that takes more slides than this gives way to rows, where they take fewer."""


def place_diagram(block: Diagram, place: ChosenSpot) -> LaidBlock:
    """In its form; as rows where the form does not hold the words, or scatters them over many slides. Words of another language
    than the deck's are marked."""
    made = _drawn(block, place)
    if not block.lang:
        return made
    return replace(made, parts=tuple(tuple(_marked(item, block.lang) for item in page) for page in made.parts))


def _drawn(block: Diagram, place: ChosenSpot) -> LaidBlock:
    made = enlarged(drawer(block.form), block, place)
    if block.form == "rows" or not (made.troubles or len(made.parts) > MANY):
        return made
    plain = enlarged(_as_rows, block, place)
    return plain if (len(plain.troubles), len(plain.parts)) < (len(made.troubles), len(made.parts)) else made


def _marked(item: Placed, lang: str) -> Placed:
    """A drawn block with its words in this language (BCP 47), but for those that say another."""
    return (
        replace(item, children=tuple(_said_in(shape, lang) for shape in item.children)) if isinstance(item, PlacedGroup) else item
    )


def _said_in(shape: PlacedShape, lang: str) -> PlacedShape:
    paragraphs = (
        replace(paragraph, runs=tuple(replace(run, lang=run.lang or lang) for run in paragraph.runs))
        for paragraph in shape.paragraphs
    )
    return replace(shape, paragraphs=tuple(paragraphs))


def _as_rows(block: Diagram, place: ChosenSpot) -> LaidBlock:
    from deck.layout.diagrams.rows import captioned, rows_of

    return rows_of(block, (*captioned(block), *block.items), place)
