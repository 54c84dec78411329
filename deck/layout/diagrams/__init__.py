"""Diagrams, drawn: a module a form, named as the form is in FORMS (deck/presentation/forms.py)."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Protocol

from deck.layout.context import ChosenSpot, LaidBlock
from deck.layout.marking import marked_in
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
    return marked_in(_drawn(block, place), block.lang)


def _drawn(block: Diagram, place: ChosenSpot) -> LaidBlock:
    made = enlarged(drawer(block.form), block, place)
    if block.form == "rows" or not (made.troubles or len(made.parts) > MANY):
        return made
    plain = enlarged(_as_rows, block, place)
    return plain if (len(plain.troubles), len(plain.parts)) < (len(made.troubles), len(made.parts)) else made


def _as_rows(block: Diagram, place: ChosenSpot) -> LaidBlock:
    from deck.layout.diagrams.rows import captioned, rows_of

    return rows_of(block, (*captioned(block), *block.items), place)
