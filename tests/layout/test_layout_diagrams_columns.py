"""Where the fields of rows stand: ways to set them, the best first, all within the box and no smaller than words may be."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from deck.geometry import Box
from deck.layout.diagrams.columns import columns_for, fields_of, least_columns
from deck.layout.zone import AREA, Zone
from deck.presentation import Item

WHOLE = Zone(Box(0, 0, *AREA), 1.0)
words = st.sampled_from(["", "1", "2020", "Planera", "Ett styrdokument med mål"])


@given(
    st.lists(st.builds(Item, st.just("a"), key=words, title=words, text=words), min_size=1, max_size=6),
    st.floats(0.3, 1.0),
    st.sampled_from([14.0, 18.0]),
)
def test_every_way_has_all_fields_within_the_box_in_a_readable_size(items: list[Item], share: float, minimum: float) -> None:
    box = Box(0, 0, round(AREA[0] * share), AREA[1])
    ways = [*columns_for(items, len(items), Zone(box, 1.0), minimum), least_columns(items, Zone(box, 1.0), minimum)]
    for cells in ways:
        assert tuple(cell.field for cell in cells) == fields_of(items)
        for cell in cells:
            assert cell.size >= minimum and box.x <= cell.x and cell.x + cell.width <= box.right + 1
        beside = [cell for cell in cells if not cell.under]
        assert all(one.x + one.width <= other.x + 1 for one, other in pairwise(beside))


def test_a_numeral_stands_before_what_is_said_and_a_word_has_a_wider_column() -> None:
    numeral = next(columns_for([Item("a", key="1", text="Läs")], 3, WHOLE, 18.0))
    word = next(columns_for([Item("a", key="Planera", text="Läs")], 3, WHOLE, 18.0))
    assert numeral[0].strong and word[0].strong
    assert numeral[0].width < word[0].width and numeral[0].x < numeral[1].x


def test_fields_in_use_the_leading_one_first() -> None:
    assert fields_of([Item("a", text="b"), Item("b", title="c")]) == ("title", "text")
    assert fields_of([Item("a")]) == ("title",)


def test_a_word_a_letter_too_long_has_a_little_more_before_a_column_more() -> None:
    ways = [*columns_for([Item("a", key="Handlar om", text="Läs")] * 5, 5, WHOLE, 18.0)]
    widths = [cells[0].width for cells in ways if cells[1].size == ways[0][1].size and not cells[1].under]
    assert widths[0] < widths[2] < widths[1] < widths[3], "the whole column is tried first: what is drawn so stays"
