"""Tables merged by cell: rows known by id, columns by their heads, or by place where nothing else tells. Pure."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from deck.presentation import Cell, Row, Table
from deck.refresh.merge.decisions import Leaf, MergeSpot
from deck.refresh.merge.listed import Axis, merge_axis, merge_known, told_apart
from deck.refresh.merge.text import links, merge_paragraphs, merge_words
from deck.refresh.plan import Terms
from deck.refresh.sequence import align

ColumnKey = tuple[Hashable, ...]
Cells = Mapping[ColumnKey, Cell]
"""A row: its cells by column."""
EMPTY = Cell(())
"""As a deck remembers a cell without words."""


@dataclass(frozen=True)
class _Grid:
    """A side's table with its columns named. A row that has not as many cells as the head has those of the base: it stands on a
    page whose table nobody reshaped."""

    table: Table
    columns: list[ColumnKey]
    rows: dict[Hashable, Cells]


def _grid(base: Table, side: Table) -> _Grid:
    columns = columns_of(base, side)
    plain: list[ColumnKey] = [("b", n) for n in range(len(base.widths))]

    def named(row: Row) -> Cells:
        whole = len(row.cells) == len(columns) or len(row.cells) != len(plain)
        return dict(zip(columns if whole else plain, row.cells, strict=False))

    return _Grid(side, columns, {row.id: named(row) for row in side.rows})


def columns_of(base: Table, side: Table) -> list[ColumnKey]:
    """Columns have no ids: known by their heads, then by place."""
    old = [cell.text for cell in base.rows[0].cells] if base.rows else []
    new = [cell.text for cell in side.rows[0].cells] if side.rows else []
    found = align(old, new, lambda word: word, lambda word: word)
    if len(old) == len(new):
        free = [i for i in range(len(old)) if i not in found.values()]
        for j in range(len(new)):
            if j not in found and j in free:
                found[j] = j
    return [("b", found[j]) if j in found else ("new", new[j], new[:j].count(new[j])) for j in range(len(new))]


def merge_table(terms: Terms[Table], spot: MergeSpot) -> Leaf[Table]:
    """Cell by cell; columns and rows as merge_axis and merge_known have it; shares of the width as a whole, the owner's first."""
    base, mine, theirs = terms.base, terms.mine, terms.theirs
    grids = tuple(_grid(base, side) for side in (base, replace(mine, rows=told_apart(mine.rows)), theirs))
    columns = merge_axis(
        (grids[0].columns, grids[1].columns, grids[2].columns),
        lambda side, column: {row: cells[column] for row, cells in grids[side].rows.items() if column in cells},
        spot.as_("column"),
        partial(_column_name, grids[1].columns),
    )
    rows = merge_known(
        grids[0].rows,
        grids[1].rows,
        grids[2].rows,
        words=lambda row: "".join(cell.text for cell in row.values()),
        same=_same_row,
        one=_RowMerge(columns, grids[1].columns).merged,
        spot=spot.as_("row"),
        names=str,
    )
    value = replace(mine, rows=tuple(_row(str(key), cells, columns.value, grids) for key, cells in rows.results.items()))
    after = replace(
        theirs, rows=tuple(_row(str(key), cells, columns.base, grids, told=False) for key, cells in rows.bases.items())
    )
    alt = merge_words(base.alt, mine.alt, theirs.alt, spot.inner("alt").as_("alt"))
    first = _scalar(base.first_column, mine.first_column, theirs.first_column)
    widths = _widths(columns.value, grids, mine_first=True)
    # How it is read is said nowhere in the file, and so it is the guidance's.
    value = replace(value, alt=alt.value, widths=widths, first_column=first, reference=theirs.reference)
    return Leaf(value, replace(after, alt=alt.base, widths=_widths(columns.base, grids, mine_first=False)))


def _scalar(base: Any, mine: Any, theirs: Any) -> Any:
    """What nobody reads: the side that changed, the owner's where both did."""
    return theirs if mine == base else mine


def _column_name(mine: Sequence[Hashable], column: Hashable) -> str:
    """ "column-2": its number in the owner's table; where it is gone from there, in the base's."""
    if column in mine:
        return f"column-{mine.index(column) + 1}"
    number = column[1] if isinstance(column, tuple) else None
    return f"column-was-{number + 1}" if isinstance(number, int) else f"column-{number}"


def _same_row(old: Cells, new: Cells) -> bool:
    """Whether a row says what it said; a new column's empty cell is nothing new."""
    return all(
        cell.text == (old[column].text if column in old else "")
        and (column not in old or [links(p) for p in cell.paragraphs] == [links(p) for p in old[column].paragraphs])
        for column, cell in new.items()
    )


@dataclass(frozen=True)
class _RowMerge:
    """Merges a row that all sides have."""

    columns: Axis[ColumnKey]
    mine: Sequence[ColumnKey]

    def merged(self, base: Cells, mine: Cells, theirs: Cells, spot: MergeSpot) -> Leaf[Cells]:
        value: dict[ColumnKey, Cell] = {}
        after: dict[ColumnKey, Cell] = {}
        for column in dict.fromkeys([*self.columns.value, *self.columns.base]):
            was, now, new = base.get(column), mine.get(column), theirs.get(column)
            if was is not None and now is not None and new is not None:
                point = str(self.mine.index(column) + 1) if column in self.mine else ""
                found = merge_paragraphs(was.paragraphs, now.paragraphs, new.paragraphs, spot.inner(point).as_("cell"))
                value[column], after[column] = Cell(found.value), Cell(found.base)
                continue
            if (there := now if now is not None else new) is not None:
                value[column] = there
            held = was if column in self.columns.held else new
            if held is not None:
                after[column] = held
        return Leaf(value, after)


def _row(key: str, cells: Cells, columns: Sequence[ColumnKey], grids: Sequence[_Grid], *, told: bool = True) -> Row:
    """A row in the merged columns. Where its own side has no such column, another side's cell of the row, or an empty one; a row
    of the owner's that lacks a column of the owner's own stays without. `told` False: in a row that its owner took away a new
    column is empty, so that what is asked about is asked again."""
    mine = grids[1].rows.get(key)
    short = mine is not None and len(mine) < len(grids[1].columns)
    found: list[Cell] = []
    for column in columns:
        other = next((grid.rows[key][column] for grid in (grids[1], grids[2]) if column in grid.rows.get(key, {})), None)
        if column in cells:
            found.append(cells[column])
        elif other is not None and (told or key not in grids[0].rows or key in grids[1].rows):
            found.append(other)
        elif not (short and column in grids[1].columns):
            found.append(EMPTY)
    return Row(key, tuple(found))


def _widths(columns: Sequence[ColumnKey], grids: Sequence[_Grid], *, mine_first: bool) -> tuple[float, ...]:
    """Shares of the whole width, one a column."""
    base, mine, theirs = (grid.table.widths for grid in grids)
    if mine_first and len(columns) == len(mine) and (mine != base or len(theirs) != len(columns)):
        return mine
    if len(columns) == len(theirs):
        return theirs
    # A column that waits for a decision is in the base as wide as it was there.
    order = (grids[0], grids[2], grids[1]) if mine_first else (grids[1], grids[0], grids[2])
    shares = {column: share for grid in order for column, share in zip(grid.columns, grid.table.widths, strict=False)}
    return tuple(shares.get(column, 1 / len(columns)) for column in columns)


__all__ = ["columns_of", "merge_table"]
