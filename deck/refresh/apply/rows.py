"""The rows of a table as its slides have them: which stands where, and which each page is to have."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from deck.drawing.names import Element, qn
from deck.presentation import Block, Row, Slot, Table
from deck.refresh.apply.sides import Sides
from deck.refresh.pages import Page


@dataclass(frozen=True)
class TableLine:
    """A row on some slide: what it says, its a:tr, and the slide."""

    row: Row
    element: Element
    page: Page


@dataclass(frozen=True)
class Lines:
    """`wanted`: the rows that a slide's table shall have, as newly written. `kept`: row id → the owner's row on another of
    the slide's pages."""

    wanted: Sequence[TableLine]
    kept: Mapping[str, TableLine] = field(default_factory=dict)


def table_of(frame: Element) -> Element | None:
    """The a:tbl within a shape."""
    return next(frame.iter(qn("a:tbl")), None)


def lines_of(page: Page, slot: str, block: Block | None, shape: Element | None = None) -> list[TableLine]:
    """The rows of a slot's table on a page; `block`: what the reader takes the rest from; `shape`: the slot's, where it is
    another by now. None where there is no table."""
    frame = shape if shape is not None else page.shape(slot)
    table = table_of(frame) if frame is not None else None
    if frame is None or table is None:
        return []
    said = page.reader.block(slot, frame, block)
    if not isinstance(said, Table):
        return []
    return [TableLine(row, element, page) for row, element in zip(said.rows, table.iterchildren(qn("a:tr")), strict=False)]


def header_of(mine: Sequence[Page], slot: str, base: Block | None) -> Row | None:
    """The first row on the first page."""
    return next((line.row for line in (lines_of(mine[0], slot, base) if mine else ())), None)


def lines_as_written(sides: Sides, slot: str, base: Block | None, block: Table, n: int) -> Lines:
    """What page `n` (from 0) of the owner's is to have, as newly written."""
    return Lines(lines_of(sides.fresh_of(n), slot, block), _elsewhere(sides, slot, base, n))


def lines_as_parted(sides: Sides, slot: str, base: Block | None, block: Table, n: int) -> Lines:
    """Likewise, where the owner's way of parting the rows holds: each stays on its page, new ones come after the one
    before them; the header row is on all."""
    homes = {line.row.id: k for k, page in reversed([*enumerate(sides.mine)]) for line in lines_of(page, slot, base)}
    every = {line.row.id: line for page in reversed(sides.fresh) for line in reversed(lines_of(page, slot, block))}
    order = list(dict.fromkeys(line.row.id for page in sides.fresh for line in lines_of(page, slot, block)))
    wanted: list[TableLine] = []
    place = 0
    for at, name in enumerate(order):
        heading = at == 0
        place = place if heading else homes.get(name, place)
        if heading or place == n:
            wanted.append(every[name])
    return Lines(wanted, _elsewhere(sides, slot, base, n))


def _elsewhere(sides: Sides, slot: str, base: Block | None, n: int) -> dict[str, TableLine]:
    """The owner's rows on other pages than `n`."""
    pages = [page for k, page in enumerate(sides.mine) if k != n]
    return {line.row.id: line for page in reversed(pages) for line in reversed(lines_of(page, slot, base))}


def rows_on(mine: Sequence[Page], slot: Slot) -> dict[str, TableLine]:
    """Row id → a copy of the owner's row as it stands. `slot`: the base's."""
    return {
        line.row.id: replace(line, element=copy.deepcopy(line.element))
        for page in reversed(mine)
        for line in reversed(lines_of(page, slot.id, slot.block))
    }


__all__ = ["Lines", "TableLine", "header_of", "lines_as_parted", "lines_as_written", "lines_of", "rows_on", "table_of"]
