"""The rows of a table as its slides have them: which stands where, and which each page is to have."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from deck.drawing.names import Element, child, detach, qn, whole, yes
from deck.pptx.pages import in_place
from deck.presentation import Block, Row, Slot, Table
from deck.refresh.apply.sides import Sides
from deck.refresh.pages import Page


@dataclass(frozen=True)
class TableLine:
    """A row on some slide: what it says, its a:tr, and the slide."""

    row: Row
    element: Element
    page: Page

    @property
    def heading(self) -> bool:
        """Whether it stands first in its table."""
        before = self.element.getprevious()
        return before is None or before.tag != self.element.tag


@dataclass(frozen=True)
class Lines:
    """`wanted`: the rows that a slide's table shall have, as newly written. `kept`: row id → the owner's row on another of
    the slide's pages."""

    wanted: Sequence[TableLine]
    kept: Mapping[str, TableLine] = field(default_factory=dict)


def table_of(frame: Element) -> Element | None:
    """The a:tbl within a shape."""
    return next(frame.iter(qn("a:tbl")), None)


def tables_on(pages: Iterable[Page], slot: str) -> list[Element]:
    """A slot's a:tbl on each page that has one."""
    shapes = (page.shape(slot) for page in pages)
    return [table for shape in shapes if shape is not None and (table := table_of(shape)) is not None]


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


def _headings(lines: Sequence[TableLine]) -> tuple[str, ...]:
    return tuple(cell.text for cell in lines[0].row.cells)


def own_header(mine: Sequence[Page], slot: str, base: Block | None) -> bool:
    """Whether a later page's header row has words that stand in none of ours and not in the first page's."""
    found = [_headings(lines) for page in mine if (lines := lines_of(page, slot, base))]
    ours = {cell.text for cell in base.rows[0].cells} if isinstance(base, Table) and base.rows else set[str]()
    return any(not set(words) <= ours.union(found[0]) for words in found[1:])


def own_columns(mine: Sequence[Page], slot: str, base: Block | None, wanted: Block | None) -> bool:
    """Whether a page with rows that stay has other columns than another such; one with a column of its owner's stays itself."""
    stay = {row.id for row in wanted.rows[1:]} if isinstance(wanted, Table) else set[str]()
    ours = len(base.rows[0].cells) if isinstance(base, Table) and base.rows else 0
    found = [lines for page in mine if (lines := lines_of(page, slot, base))]
    kept = [words for lines in found if len(words := _headings(lines)) > ours or any(line.row.id in stay for line in lines[1:])]
    return any(not in_place(words, kept[0]) for words in kept[1:])


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


@dataclass(frozen=True)
class PageColumns:
    """The columns that a table has on a page: which of the table's each is (`places`; None: its owner's, on this page alone), and
    which it was before (`was`, from 0; None: a new one), of how many (`count`)."""

    places: tuple[int | None, ...]
    was: tuple[int | None, ...]
    count: int

    @property
    def stays(self) -> bool:
        return self.was == tuple(range(self.count))


def columns_on(
    said: Sequence[TableLine], base: Block | None, wanted: Row, first: Row | None, *, later: bool = False, fixed: bool = False
) -> PageColumns | None:
    """The columns of a page. `wanted`: the newly written header; `first`: the first page's, as its owner has it. One that the
    guidance has newly comes in and one that it has no more goes, but where the page's way of parting is `fixed`; on a `later`
    page one that its owner took away here, or has on the first page alone, stays away. None where nothing of the page's is
    known."""
    words = [cell.text for cell in wanted.cells]
    own = [cell.text for cell in said[0].row.cells] if said else []
    ours = [cell.text for cell in base.rows[0].cells] if isinstance(base, Table) and base.rows else []
    led = [cell.text for cell in first.cells] if first is not None else []
    headings = _called(words, ours, led, own)
    every = tuple(range(len(own)))
    if in_place(own, words) or in_place(own, headings):
        return PageColumns(every, every, len(own))
    named: dict[str, int] = {}
    for n, word in enumerate(headings):
        named.setdefault(word, n)
    places = [named.pop(word, None) for word in own]
    if all(n is None for n in places):
        return None
    if fixed:
        return PageColumns(tuple(places), every, len(own))
    kept = [(n, k) for k, (word, n) in enumerate(zip(own, places, strict=True)) if n is not None or word not in ours]
    # What the first page has not, the merge brings; what a later one has not may be its owner's doing.
    known = (*ours, *led) if later else ()
    new = [n for n in range(len(words)) if n not in places and headings[n] not in known]
    found: list[tuple[int | None, int | None]] = list(kept)
    for n in new:
        before = max((at for at, (place, _was) in enumerate(found) if place is not None and place < n), default=-1)
        found.insert(before + 1, (n, None))
    return PageColumns(tuple(place for place, _was in found), tuple(was for _place, was in found), len(own))


def _called(words: Sequence[str], ours: Sequence[str], led: Sequence[str], own: Sequence[str]) -> Sequence[str]:
    """What the wanted columns are called on a page that has `own`. One that the guidance calls otherwise now is known by what it
    was called: by us, or on the first page. One that came where its owner took another away is new all the same."""
    known = next((known for known in (ours, led) if len(known) == len(words)), None)
    if known is None:
        return words
    gone = len(own) < len(words)
    here = {*own, *led}
    return [
        word if word in own or was in words or (gone and was not in here) else was for word, was in zip(words, known, strict=True)
    ]


def in_places(row: Element, places: Sequence[int | None]) -> Element:
    """A newly written row with the columns that the page has: an empty cell in each of its owner's."""
    cells = list(row.iterchildren(qn("a:tc")))
    if list(places) == list(range(len(cells))):
        return row
    at = row.index(cells[0])
    for cell in cells:
        row.remove(cell)
    for n in places:
        cell = cells[n] if n is not None and n < len(cells) else emptied(cells[-1])
        row.insert(at, cell)
        at += 1
    return row


def emptied(cell: Element) -> Element:
    """A copy of a cell that says nothing, and is merged with none."""
    new = copy.deepcopy(cell)
    for name in ("gridSpan", "hMerge", "rowSpan", "vMerge"):
        new.attrib.pop(name, "")
    body = child(new, "a:txBody")
    for item in list(body.iterchildren(qn("a:p")))[1:] if body is not None else ():
        detach(item)
    for item in list(new.iter(qn("a:r"), qn("a:br"), qn("a:fld"))):
        detach(item)
    return new


def part_spans(table: Element) -> None:
    """Cells merged over rows (21.1.3.16) are parted where their rows do not follow each other any more; the words stand in the
    first of them. Those merged within a row go where the row goes."""
    rows = [list(row.iterchildren(qn("a:tc"))) for row in table.iterchildren(qn("a:tr"))]
    covered: set[tuple[int, int]] = set()
    for n, cells in enumerate(rows):
        for at, cell in enumerate(cells):
            most, wide = whole(cell.get("rowSpan"), 1), range(at, at + whole(cell.get("gridSpan"), 1))
            below = rows[n + 1 : n + most]
            high = 1 + next((k for k, other in enumerate(below) if not _continues(other, at)), len(below))
            if high < most:
                cell.attrib.pop("rowSpan")
                if high > 1:
                    cell.set("rowSpan", str(high))
            covered |= {(n + k, m) for k in range(1, high) for m in wide}
    for n, cells in enumerate(rows):
        for at, cell in enumerate(cells):
            if cell.get("vMerge") and (n, at) not in covered:
                cell.attrib.pop("vMerge")


def _continues(cells: Sequence[Element], at: int) -> bool:
    return at < len(cells) and yes(cells[at].get("vMerge"))


def rows_on(mine: Sequence[Page], slot: Slot) -> dict[str, TableLine]:
    """Row id → a copy of the owner's row as it stands. `slot`: the base's."""
    return {
        line.row.id: replace(line, element=copy.deepcopy(line.element))
        for page in reversed(mine)
        for line in reversed(lines_of(page, slot.id, slot.block))
    }


__all__ = [
    "Lines",
    "PageColumns",
    "TableLine",
    "columns_on",
    "emptied",
    "header_of",
    "in_places",
    "lines_as_parted",
    "lines_as_written",
    "lines_of",
    "own_columns",
    "own_header",
    "part_spans",
    "rows_on",
    "table_of",
    "tables_on",
]
