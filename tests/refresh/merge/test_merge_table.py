"""Tables: by cell, rows by id, columns by likeness."""

from __future__ import annotations

from dataclasses import replace

import pytest
from merge_sides import merged_block
from refresh_releases import TABLE, row

from deck.presentation import Cell, Row, Table, paragraph
from deck.refresh.merge.table import columns_of

HEAD, LUFT, SKOG, SJO = TABLE.rows
NEW = row("klimat", "Klimat", "Styrelsen", "2026")


def with_cell(line: Row, n: int, words: str) -> Row:
    return replace(line, cells=tuple(Cell((paragraph(words),)) if k == n else cell for k, cell in enumerate(line.cells)))


def table(*rows: Row) -> Table:
    return replace(TABLE, rows=rows)


def ids(block: object) -> list[str]:
    assert isinstance(block, Table)
    return [line.id for line in block.rows]


def words(block: object) -> list[list[str]]:
    assert isinstance(block, Table)
    return [[cell.text for cell in line.cells] for line in block.rows]


def test_cells_of_both_sides_stand_together() -> None:
    mine = table(HEAD, with_cell(LUFT, 1, "Min nämnd"), SKOG, SJO)
    theirs = table(HEAD, with_cell(LUFT, 2, "2028"), SKOG, SJO)
    leaf, conflicts = merged_block(TABLE, mine, theirs)
    assert words(leaf.value)[1] == ["Frisk luft", "Min nämnd", "2028"] and leaf.base == theirs and not conflicts


def test_one_cell_changed_on_both_sides_is_asked_about_at_its_place() -> None:
    mine, theirs = (table(HEAD, with_cell(LUFT, 2, year), SKOG, SJO) for year in ("2027", "2028"))
    leaf, conflicts = merged_block(TABLE, mine, theirs)
    assert leaf.value == mine and leaf.base == TABLE
    assert [item.address.point for item in conflicts] == ["luft.3"] and conflicts[0].at == "cell"
    decided, _none = merged_block(TABLE, mine, theirs, prefer="theirs")
    assert decided.value == theirs == decided.base


@pytest.mark.parametrize(
    ("mine", "theirs", "rows"),
    [
        (table(HEAD, LUFT, NEW, SKOG, SJO), table(HEAD, LUFT, SKOG), ["head", "luft", "klimat", "skog"]),
        (table(HEAD, LUFT, SKOG), table(HEAD, LUFT, SKOG, NEW, SJO), ["head", "luft", "skog", "klimat"]),
        (table(HEAD, SJO, LUFT, SKOG), table(HEAD, LUFT, SKOG, SJO, NEW), ["head", "sjo", "klimat", "luft", "skog"]),
        (table(HEAD, LUFT), table(HEAD, SKOG), ["head"]),
    ],
    ids=["mine adds, theirs drops", "mine drops, theirs adds", "mine moves, theirs adds", "each drops one"],
)
def test_rows_come_go_and_move_on_each_side(mine: Table, theirs: Table, rows: list[str]) -> None:
    leaf, conflicts = merged_block(TABLE, mine, theirs)
    assert ids(leaf.value) == rows and not conflicts


def test_a_row_that_one_side_drops_and_the_other_changes_is_asked_about() -> None:
    leaf, conflicts = merged_block(TABLE, table(HEAD, with_cell(LUFT, 1, "Min"), SKOG, SJO), table(HEAD, SKOG, SJO))
    assert "luft" in ids(leaf.value) and [item.address.point for item in conflicts] == ["luft"]


def test_a_column_of_the_guidance_s_comes_beside_the_owner_s_words() -> None:
    wide = replace(
        TABLE,
        rows=tuple(replace(line, cells=(*line.cells, Cell((paragraph(f"ny {line.id}"),)))) for line in TABLE.rows),
        widths=(2.0, 2.0, 1.0, 1.0),
    )
    mine = table(HEAD, with_cell(LUFT, 1, "Min nämnd"), SKOG, SJO)
    leaf, conflicts = merged_block(TABLE, mine, wide)
    assert words(leaf.value)[1] == ["Frisk luft", "Min nämnd", "2025", "ny luft"] and not conflicts
    assert isinstance(leaf.value, Table) and len(leaf.value.widths) == 4


def headed(*heads: str) -> Table:
    return Table((row("head", *heads),), (1.0,) * len(heads), "")


@pytest.mark.parametrize(
    ("heads", "found"),
    [
        (("Mål", "Vem", "Klart"), [("b", 0), ("b", 1), ("b", 2)]),
        (("Ansvar", "Mål", "Klart"), [("b", 1), ("b", 0), ("b", 2)]),
        (("Mål", "Klart"), [("b", 0), ("b", 2)]),
        (("Mål", "Vem", "Ansvar", "Klart"), [("b", 0), ("new", "Vem", 0), ("b", 1), ("b", 2)]),
    ],
    ids=["another name", "moved", "fewer", "more"],
)
def test_columns_are_known_by_their_heads_and_else_by_their_place(heads: tuple[str, ...], found: list[object]) -> None:
    assert columns_of(headed("Mål", "Ansvar", "Klart"), headed(*heads)) == found


def test_what_nobody_reads_is_of_the_side_that_changed_it() -> None:
    other = replace(TABLE, first_column=not TABLE.first_column)
    for mine, theirs, value in ((other, TABLE, other), (TABLE, other, other), (other, other, other)):
        leaf, conflicts = merged_block(TABLE, mine, theirs)
        assert leaf.value == value and not conflicts


def test_a_column_that_one_side_drops_and_the_other_changes_is_asked_about_by_its_number() -> None:
    theirs = replace(TABLE, rows=tuple(replace(line, cells=line.cells[::2]) for line in TABLE.rows), widths=(2.0, 1.0))
    _leaf, conflicts = merged_block(TABLE, table(HEAD, with_cell(LUFT, 1, "Min nämnd"), SKOG, SJO), theirs)
    assert [item.address.point for item in conflicts] == ["column-2"]


def test_a_row_that_its_owner_took_away_and_that_gets_a_column_is_asked_about_until_it_is_decided() -> None:
    lines = [replace(line, cells=(*line.cells, Cell((paragraph(word),)))) for line, word in zip(TABLE.rows, "KABC", strict=True)]
    wider = Table(tuple(lines), (0.25,) * 4, TABLE.alt)
    mine = table(LUFT, SKOG, SJO)
    first, asked = merged_block(TABLE, mine, wider)
    assert [item.address.point for item in asked] == ["head"]
    assert isinstance(first.base, Table)
    again, still = merged_block(first.base, first.value, wider)
    assert [item.address.point for item in still] == ["head"] and again.value == first.value


def test_what_a_row_of_the_owners_says_in_a_column_that_goes_is_asked_about() -> None:
    mine = table(HEAD, LUFT, NEW, SKOG, SJO)
    without = tuple(replace(line, cells=line.cells[:2]) for line in (HEAD, LUFT, SKOG, SJO))
    theirs = replace(TABLE, rows=without, widths=TABLE.widths[:2])
    leaf, conflicts = merged_block(TABLE, mine, theirs)
    assert words(leaf.value)[2][2] == "2026" and [item.address.point for item in conflicts] == ["column-3"]
    silent = table(HEAD, LUFT, row("klimat", "Klimat", "Styrelsen", ""), SKOG, SJO)
    leaf, conflicts = merged_block(TABLE, silent, theirs)
    assert words(leaf.value)[0] == ["Mål", "Ansvar"] and not conflicts


def test_a_column_that_waits_is_in_the_base_as_wide_as_it_was_there() -> None:
    """Else what the file says of its width, worked out among other columns, would be another base each time."""
    theirs = replace(TABLE, rows=tuple(replace(line, cells=line.cells[::2]) for line in TABLE.rows), widths=(2.0, 1.0))
    mine = replace(table(HEAD, with_cell(LUFT, 1, "Min nämnd"), SKOG, SJO), widths=(2.0, 7.0, 1.0))
    leaf, conflicts = merged_block(TABLE, mine, theirs)
    assert isinstance(leaf.base, Table) and len(conflicts) == 1
    assert leaf.base.widths[1] == TABLE.widths[1]


def test_a_column_that_waits_among_others_that_came_is_asked_about_again_though_its_owner_named_all_anew() -> None:
    def grid(*heads: str) -> Table:
        return Table((row("head", *heads), row("luft", *("" for _ in heads))), tuple(1 / len(heads) for _ in heads), "")

    base, theirs = grid("Nr", "Steg", "Vem", "När"), grid("Nr", "Steg", "Ansvarig nämnd", "Plats", "När")
    first, asked = merged_block(base, grid("No", "Action", "Responsible", "By when"), theirs)
    assert [item.address.point for item in asked] == ["column-3"]
    assert isinstance(first.base, Table) and isinstance(first.value, Table)
    again, still = merged_block(first.base, first.value, theirs)
    assert [item.address.point for item in still] == ["column-3"]
    assert again == first


def test_a_row_that_its_owner_took_away_is_the_same_base_each_time_where_a_column_waits() -> None:
    """Empty cells are as a deck remembers them: without a paragraph."""

    def grid(*rows: tuple[str, ...]) -> Table:
        lines = [Row(line[0], tuple(Cell((paragraph(word),) if word else ()) for word in line)) for line in rows]
        return Table(tuple(lines), tuple(1 / len(rows[0]) for _ in rows[0]), "")

    base = grid(("Steg", "Vem", "När"), ("Läs", "", ""), ("Välj", "", ""))
    theirs = grid(("Steg", "Ansvarig nämnd", "Plats", "När"), ("Läs", "", "", ""), ("Välj", "", "", ""))
    first, asked = merged_block(base, grid(("Steg", "Vem", "När"), ("Läs", "Eva", "")), theirs)
    assert [item.address.point for item in asked] == ["column-2"]
    assert isinstance(first.base, Table) and isinstance(first.value, Table)
    again, _still = merged_block(first.base, first.value, theirs)
    assert all(cell.text or not cell.paragraphs for line in first.base.rows for cell in line.cells)
    assert again.base == first.base
