"""Tables: columns by share and content, rows as high as their words, cut between rows."""

# pyright: reportAttributeAccessIssue=false

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layout_made import FONTS, QUICK, laid, place, slide, words

from deck.fonts import measure
from deck.geometry import pt
from deck.layout import audit
from deck.layout.model import PlacedTable
from deck.layout.tables import SIDES, column_widths, place_table, row_heights
from deck.presentation import Cell, Row, Slot, Table, paragraph


@QUICK
@given(st.lists(st.tuples(words, words, words), min_size=1, max_size=20), st.sampled_from(FONTS))
def test_a_table_is_cut_between_rows_under_a_repeated_header(cells: list[tuple[str, str, str]], font: str) -> None:
    rows = tuple(Row(str(n), tuple(Cell((paragraph(word[:90]),)) for word in row)) for n, row in enumerate(cells))
    deck, found = laid(slide("object", Slot("t", "object", Table(rows, (3, 2, 1), "Tabell"))), font)
    tables = [s for page in deck.slides for s in page.shapes if isinstance(s, PlacedTable)]
    assert all(table.rows[0] == 0 for table in tables)
    assert [n for table in tables for n in table.rows[1:]] == [*range(1, len(rows))]
    assert all(sum(table.column_widths) == table.box.w and sum(table.row_heights) == table.box.h for table in tables)
    if not found.errors:
        assert not audit(deck)


def table(*rows: tuple[str, ...], widths: tuple[float, ...] = (), first: bool = False) -> Table:
    made = tuple(Row(str(n), tuple(Cell((paragraph(word),)) for word in row)) for n, row in enumerate(rows))
    return Table(made, widths or (1.0,) * len(rows[0]), "alt", first)


@pytest.mark.parametrize(
    ("widths", "shares"), [((1, 1), (0.5, 0.5)), ((3, 1), (0.75, 0.25)), ((100, 1), None), ((1,), (0.5, 0.5))]
)
def test_columns_by_share_none_narrower_than_its_longest_word(
    widths: tuple[float, ...], shares: tuple[float, ...] | None
) -> None:
    block = table(("Rubrik", "Förkortning"), ("a", "b"), widths=widths)
    by_share, by_content = column_widths(block, "Arial", 18, pt(600))
    assert sum(by_share) == sum(by_content) == pt(600)
    if shares:
        assert [width / pt(600) for width in by_share] == pytest.approx(shares, abs=0.001)
    assert by_share[1] >= pt(measure("Förkortning", "Arial", 18, bold=True)) + SIDES
    assert column_widths(block, "Arial", 18, pt(120)) == []


def test_rows_are_as_high_as_their_highest_cell() -> None:
    one, two = row_heights(table(("a", "b"), ("ord " * 30, "b")), "Arial", 18, (pt(200), pt(200)))
    assert two > 3 * one > 0


def test_words_that_do_not_fit_side_by_side_are_complained_of() -> None:
    outcome = place_table(table(("Hållbarhetsutveckling", "Förkortningsordlista")), place(150, 300))
    assert [item.code for item in outcome.troubles] == ["table-too-wide"] and len(outcome.parts) == 1
    high = place_table(table(("a",), ("ord " * 300,)), place(200, 100))
    assert [item.code for item in high.troubles] == ["text-too-long"]
    assert place_table(Table((), (), ""), place(200, 100)).parts == ((),)


def test_the_largest_size_that_holds_and_the_header_on_each_slide() -> None:
    rows = [("Rubrik", "Mer"), *((f"Rad {n}", "ord") for n in range(20))]
    few, many = place_table(table(*rows[:4]), place(600, 300)), place_table(table(*rows), place(600, 300))
    assert few.parts[0][0].size_pt == 22 and len(few.parts) == 1
    assert len(many.parts) > 1 and all(part[0].rows[0] == 0 and part[0].size_pt == 18 for part in many.parts)
    assert [n for part in many.parts for n in part[0].rows[1:]] == list(range(1, 21))
