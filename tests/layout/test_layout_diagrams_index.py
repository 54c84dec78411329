"""A deck's parts as an index."""

from __future__ import annotations

from drawn_forms import INDEX
from layout_forms import shapes_of
from layout_made import place

from deck.layout.diagrams.index import index_of
from deck.layout.diagrams.rows import draw
from deck.layout.zone import PX
from deck.presentation import Diagram

ZONE = place(864, 360)
"""1,152 x 480 px."""


def by_key(block: Diagram, where=ZONE):
    return {shape.key: shape for shape in shapes_of(draw(block, where))}


def test_the_current_part_is_bold_under_a_stronger_rule() -> None:
    shapes = by_key(INDEX)
    bold = {key for key, shape in shapes.items() if shape.bold}
    assert bold == {"row:c:number", "row:c:title"}
    widths = {key: shape.line.width for key, shape in shapes.items() if shape.line is not None}
    assert widths["rule:c"] == 3 * PX and {widths[key] for key in widths if key != "rule:c"} == {PX}
    tight = draw(INDEX, place(60, 40))
    assert [item.code for item in tight.troubles] == ["text-too-long"]


def test_rows_with_a_current_one_are_an_index() -> None:
    assert draw(INDEX, ZONE) == index_of(INDEX, INDEX.items, ZONE)
