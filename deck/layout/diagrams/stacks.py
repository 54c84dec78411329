"""What stands under each other in a row between rules, by columns, and which rows are louder than the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deck.layout.diagrams.columns import RowCell, fields_of
from deck.layout.zone import Zone
from deck.presentation import Item

CAPTION, AGAIN = "=caption", "=again"
"""What stands among rows and is no item: the diagram's caption, and words that say that the last row leads to the first. They
have the whole width of what rows say, and the height of their words."""


SHARED, REST = "base", "rest"
"""Groups: an item that is said of those which it stands in a row with; one that is named as left out, and never loudly."""

RowItems = tuple[Item, ...]
"""What stands between two rules: most often one item, else some that belong together."""

INSET = 20
"""Px from a bar's edge to its words."""


@dataclass(frozen=True, slots=True)
class RowEmphasis:
    """What the form that falls back on rows would have said by its drawing. `loud`: the ids of items whose row is a bar, filled
    as an argument is. `up`: the caption's row has an arrow to what stands above it."""

    loud: frozenset[str] = frozenset()
    up: bool = False

    def is_loud(self, row: RowItems) -> bool:
        return any(item.id in self.loud for item in row)


PLAIN = RowEmphasis()


def is_line(row: RowItems) -> bool:
    return row[0].id in (CAPTION, AGAIN)


def _line_cell(item: Item, field: str, cells: Sequence[RowCell], across: bool = False) -> RowCell:
    """How words between rows stand: over all columns but the leading one, or `across` all, as large as what rows say."""
    beside = len(cells) > 1 and not cells[1].under and not across
    left = cells[1].x if beside else cells[0].x
    right = max(cell.x + cell.width for cell in cells)
    return RowCell(field, x=left, width=right - left, size=cells[-1].size, bold=item.id == CAPTION)


def stacks(row: RowItems, cells: tuple[RowCell, ...], emphasis: RowEmphasis, zone: Zone) -> list[list[tuple[Item, RowCell]]]:
    """What stands under each other in a row, by columns. What a caption heads is said in its column."""
    if emphasis.is_loud(row):
        pad, end = zone.px(INSET), max(cell.x + cell.width for cell in cells)
        cells = tuple(_within(cell, zone.box.x + pad, end - pad) for cell in cells)
    if is_line(row) and emphasis.is_loud(row):
        found = [(item, _line_cell(item, field, cells, across=True)) for item in row for field in fields_of([item])]
        return [[(item, replace(cell, bold=item.id != CAPTION or len(row) == 1)) for item, cell in found]]
    if is_line(row) or (len(row) == 1 and row[0].group == REST):
        return [[(item, _line_cell(item, field, cells)) for item in row for field in fields_of([item])]]
    columns: list[list[RowCell]] = []
    for cell in cells:
        if cell.under and columns:
            columns[-1].append(cell)
        else:
            columns.append([cell])
    *others, said_of = row
    if not (others and said_of.group == SHARED):
        return [[(item, cell) for item in row for cell in column] for column in columns]
    shared = (said_of, replace(cells[-1], field="title" if said_of.title else "text"))
    if len(columns) == 1:
        return [[*((item, cell) for item in others for cell in cells), shared]]
    return [*([(item, cell) for item in others for cell in column] for column in columns[:-1]), [shared]]


def _within(cell: RowCell, left: int, right: int) -> RowCell:
    x = max(cell.x, left)
    return replace(cell, x=x, width=max(min(cell.x + cell.width, right) - x, 1))
