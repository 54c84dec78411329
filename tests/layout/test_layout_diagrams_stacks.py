"""What stands under each other in a row: columns, words between rows, and what a bar holds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deck.geometry import Box
from deck.layout.diagrams.columns import columns_for
from deck.layout.diagrams.stacks import CAPTION, INSET, PLAIN, REST, RowEmphasis, is_line, stacks
from deck.layout.zone import AREA, PX, Zone
from deck.presentation import Item

WHOLE = Zone(Box(0, 0, *AREA), 1.0)
ITEM, LINE, LEFT_OUT = (
    Item("a", title="Nyttan", text="Kommuner vill"),
    Item(CAPTION, title="Därför"),
    Item("c", title="Övrigt", group=REST),
)
WAYS = list(columns_for([ITEM, ITEM], 2, WHOLE, 18.0))


def test_fields_beside_each_other_are_columns_of_their_own_and_those_below_share_one() -> None:
    beside, below = (next(way for way in WAYS if way[1].under is under) for under in (False, True))
    assert [[cell.field for _item, cell in stack] for stack in stacks((ITEM,), beside, PLAIN, WHOLE)] == [["title"], ["text"]]
    assert [[cell.field for _item, cell in stack] for stack in stacks((ITEM,), below, PLAIN, WHOLE)] == [["title", "text"]]


def test_words_between_rows_leave_the_leading_column_unless_they_are_a_bar() -> None:
    cells = next(way for way in WAYS if not way[1].under)
    ((item, cell),) = stacks((LINE,), cells, PLAIN, WHOLE)[0]
    assert is_line((item,)) and cell.bold and cell.x == cells[1].x
    loud = RowEmphasis(frozenset({CAPTION}))
    ((_item, cell),) = stacks((LINE,), cells, loud, WHOLE)[0]
    assert cell.x == INSET * PX and loud.is_loud((LINE,)) and not loud.is_loud((ITEM,))
    ((_item, cell),) = stacks((LEFT_OUT,), cells, PLAIN, WHOLE)[0]
    assert not cell.bold, "what is left out is never loud"


@given(st.sampled_from(WAYS), st.sampled_from([(ITEM,), (LINE,), (LINE, ITEM), (ITEM, LEFT_OUT)]))
def test_what_stands_on_a_bar_keeps_off_its_edges(cells, row: tuple[Item, ...]) -> None:
    for stack in stacks(row, cells, RowEmphasis(frozenset(item.id for item in row)), WHOLE):
        for _item, cell in stack:
            assert INSET * PX <= cell.x < cell.x + cell.width <= WHOLE.box.right - INSET * PX
