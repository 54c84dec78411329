"""Tables: columns by share and content, rows as high as their words, cut between rows."""

# pyright: reportAttributeAccessIssue=false

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layout_made import FONTS, QUICK, laid, place, slide, words

from deck.fonts import measure
from deck.geometry import pt
from deck.layout import audit
from deck.layout.model import PlacedTable
from deck.layout.tables import (
    CELL,
    CLOSE,
    FILL_IN,
    HIGHEST,
    PX,
    TableSizes,
    column_widths,
    margins_of,
    numbered,
    place_table,
    row_heights,
    stretched,
)
from deck.presentation import Cell, Row, Slot, Table, paragraph
from deck.template.model import SeatedTable


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
    by_share, by_content = column_widths(block, "Arial", TableSizes(18, 18), pt(600))
    assert sum(by_share) == sum(by_content) == pt(600)
    if shares:
        assert [width / pt(600) for width in by_share] == pytest.approx(shares, abs=0.001)
    assert by_share[1] >= pt(measure("Förkortning", "Arial", 18, bold=True)) + CELL.left + CELL.right
    assert column_widths(block, "Arial", TableSizes(18, 18), pt(120)) == []


def test_a_year_and_a_short_head_have_room_for_another_fonts_digits() -> None:
    block = table(("Något långt att säga om saken", "År"), ("b", "2026"), widths=(100, 1))
    for font, spare in (("Tw Cen MT", 1.2), ("Arial", 1.0)):
        for widths in column_widths(block, font, TableSizes(18, 18), pt(600)):
            assert widths[1] >= spare * pt(measure("2026", font, 18)) + CELL.left + CELL.right


def test_rows_are_as_high_as_their_highest_cell() -> None:
    one, two = row_heights(table(("a", "b"), ("ord " * 30, "b")), "Arial", TableSizes(18, 18), (pt(200), pt(200)))
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
    assert len(few.parts) == 1
    assert (few.parts[0][0].size_pt, few.parts[0][0].header_pt) == (24, 20)
    assert len(many.parts) > 1 and all(part[0].rows[0] == 0 and part[0].size_pt == 18 for part in many.parts)
    assert [n for part in many.parts for n in part[0].rows[1:]] == list(range(1, 21))


def test_rows_share_the_room_and_none_is_higher_than_is_good() -> None:
    px = PX
    assert stretched((30 * px, 40 * px, 60 * px), 480 * px, 1.0) == (44 * px, HIGHEST * px, HIGHEST * px)
    assert stretched((52 * px, *(40 * px,) * 9), 480 * px, 1.0) == (52 * px, *(428 * px // 9,) * 9)
    uneven = stretched((44 * px, 30 * px, 200 * px), 300 * px, 1.0)
    assert uneven == (44 * px, 58 * px, 228 * px) or sum(uneven) <= 300 * px
    assert stretched((44 * px, 200 * px, 200 * px), 444 * px, 1.0)[1:] == (200 * px, 200 * px)
    assert stretched((20 * px,), 480 * px, 1.0) == (44 * px,)


def test_numerals_that_name_rows_are_large_and_words_are_not() -> None:
    steps = table(("Nr", "Steg"), ("1", "Läs"), ("2", "Välj"), widths=(1, 9), first=True)
    words_ = table(("När", "Steg"), ("Nu", "Läs"), ("Sedan", "Välj"), first=True)
    assert numbered(steps) and not numbered(words_) and not numbered(table(("Nr", "Steg"), ("1", "Läs")))
    one, other = (place_table(block, place(600, 300)).parts[0][0] for block in (steps, words_))
    assert (one.key_pt, one.size_pt) == (36, 24) and (other.key_pt, other.size_pt) == (24, 24)


def test_a_table_for_reference_is_in_small_type_and_a_line_a_row() -> None:
    block = table(("Titel", "Utgivare"), *(("Vägledning för lokalt arbete med miljömål", "RUS"),) * 8, widths=(1, 1))
    found = place_table(replace(block, reference=True), place(400, 400)).parts[0][0]
    assert (found.size_pt, found.header_pt) == (16, 16) and found.column_widths[0] > found.column_widths[1]
    assert len(set(found.row_heights[1:])) == 1
    roomy = place_table(replace(block, reference=True), place(600, 400)).parts[0][0]
    assert (roomy.size_pt, roomy.header_pt) == (20, 20), "where each row is a line then, too"
    wide = place_table(replace(block, reference=True), place(420, 400, minimum=36, scale=2.0)).parts[0][0]
    assert wide.size_pt == 32


def test_a_table_without_columns_takes_no_room() -> None:
    """As a broken file may have it."""
    for rows in ((), (Row("a", ()), Row("b", (Cell((paragraph("ord"),)),)))):
        assert place_table(Table(rows, (), "alt"), place(200, 100)).parts == ((),)


def test_a_table_for_reference_has_closer_rows() -> None:
    rows = tuple(Row(str(n), (Cell((paragraph(f"Rad {n}"),)), Cell((paragraph("x"),)))) for n in range(4))
    tables = [Table(rows, (1, 1), "", reference=on) for on in (True, False)]
    sizes = [TableSizes(16, 16, margins=margins_of(item)) for item in tables]
    close, plain = (sum(row_heights(item, "Arial", how, (10**6, 10**6))) for item, how in zip(tables, sizes, strict=True))
    assert close == plain - 4 * 2 * pt(1)


def sources(count: int = 9) -> Table:
    """What is looked up: long titles, some of them in two lines, and years."""
    title = ("Kommunstöd", "Kortversion av Vägledning för lokalt arbete med miljömål och Agenda 2030", "Generationsmålet")
    rows = [(title[n % 3], ("RUS, länsstyrelserna", "Naturvårdsverket, Sveriges miljömål")[n % 2], "2020") for n in range(count)]
    return replace(table(("Titel", "Utgivare", "År"), *rows, widths=(5, 3, 1)), reference=True)


def test_a_table_for_reference_that_lacks_a_line_stays_on_one_slide() -> None:
    """Its rows give up their air before half of them go to another slide, which would be half empty as this one."""
    sizes = TableSizes(16, 16, margins=CLOSE)
    high = min(sum(row_heights(sources(), "Arial", sizes, way)) for way in column_widths(sources(), "Arial", sizes, pt(600)))
    for lacking in (2, 12):
        where = place(600, round(high / pt(1)) - lacking)
        found = place_table(sources(), where)
        assert len(found.parts) == 1 and not found.troubles
        shown = found.parts[0][0]
        assert isinstance(shown, PlacedTable)
        bare = row_heights(sources(), "Arial", sizes, shown.column_widths, air=0)
        assert all(tall >= least for tall, least in zip(shown.row_heights, bare, strict=True)), "no word is cut"
        assert sum(shown.row_heights) <= where.spot.box.h
    assert len(place_table(sources(), place(600, round(high / pt(1)) - 60)).parts) == 2


def test_a_column_is_as_wide_as_saves_a_line_rather_than_a_second_slide() -> None:
    """The second column's longest words take two lines by the table's shares, though the first has room to give."""
    rows = [("Kommunstöd", "Naturvårdsverket, Sveriges miljömål", "2020")] * 9
    block = replace(table(("Titel", "Utgivare", "År"), *rows, widths=(12, 3, 1)), reference=True)
    sizes = TableSizes(16, 16, margins=CLOSE)
    by_shares = sum(row_heights(block, "Arial", sizes, (pt(400), pt(140), pt(60)), air=0))
    where = place(600, round(by_shares / pt(1)) - 100)
    assert len(place_table(block, where).parts) == 1


def steps(last: str = "") -> Table:
    rows = (("Nr", "Steg", "Vem", "När"), *((str(n), "Läs den del som passar oss bäst", "", last) for n in range(1, 5)))
    return table(*rows, widths=(1, 6, 3, 3), first=True)


@pytest.mark.parametrize(("wide", "high"), [(640, 300), (420, 300), (360, 260)])
def test_columns_to_fill_in_have_room_for_what_is_written_there(wide: int, high: int) -> None:
    """A head is no word to measure a column by in which somebody is to write a name or a date."""
    (first, *_more) = place_table(steps(), place(wide, high)).parts
    (shown,) = first
    assert min(shown.column_widths[2:]) >= FILL_IN


def test_a_column_that_says_something_is_as_wide_as_its_words() -> None:
    block = replace(steps("i dag"), widths=(1, 9, 1, 1))
    by_share, _by_content = column_widths(block, "Arial", TableSizes(18, 18), pt(420))
    assert by_share[3] < FILL_IN <= by_share[2]


def test_where_there_is_no_room_to_write_in_at_all_words_go_first() -> None:
    found = place_table(steps(), place(250, 500))
    assert not any(trouble.code == "table-too-wide" for trouble in found.troubles)


def test_a_table_in_the_houses_style_keeps_its_words_off_its_cells_sides() -> None:
    house = SeatedTable("{x}", banded=True, keyed=False, links=True, fields=True)
    where = replace(place(600, 300), table=house)
    ((plain,),) = place_table(table(("a", "b"), ("c", "d")), where).parts
    assert plain.house is house and margins_of(plain.table, plain.house).left > 0
    ((keyed,),) = place_table(table(("a", "b"), ("c", "d"), first=True), where).parts
    assert keyed.house is None, "its first column does not read"
