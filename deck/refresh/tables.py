"""A native table patched by row and cell: rows keep their XML wherever they come to stand, changed cells
keep the owner's looks."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from deck.drawing.names import Element, child, detach, need, qn, whole
from deck.pptx.identity import guid
from deck.presentation import Block, Row, Slot, Table
from deck.refresh.bodies import WHOLE, Tells, patch_body
from deck.refresh.document import Graft
from deck.refresh.pages import Page, by_creation


@dataclass(frozen=True)
class TableLine:
    """A row on some slide: what it says, its a:tr, and the slide."""

    row: Row
    element: Element
    page: Page


@dataclass(frozen=True)
class Lines:
    """`wanted`: the rows that a slide's table shall have, as newly written. `kept`: row id → the owner's row on another of the
    slide's pages. `first`: of a later page, the first page's header row: where this one's says something else, its owner wrote
    it."""

    wanted: Sequence[TableLine]
    kept: Mapping[str, TableLine] = field(default_factory=dict)
    first: Row | None = None


def lines_of(page: Page, slot: str, block: Block | None, shape: Element | None = None) -> list[TableLine]:
    """The rows of a slot's table on a page; `block`: what the reader takes the rest from. None where there is no table."""
    frame = shape if shape is not None else page.shape(slot)
    table = next(frame.iter(qn("a:tbl")), None) if frame is not None else None
    if frame is None or table is None:
        return []
    said = page.reader.block(slot, frame, block)
    if not isinstance(said, Table):
        return []
    return [TableLine(row, element, page) for row, element in zip(said.rows, table.iterchildren(qn("a:tr")), strict=False)]


def lines_for(
    mine: Sequence[Page], fresh: Sequence[Page], slot: str, base: Block | None, block: Table, n: int, *, held: bool
) -> Lines:
    """What page `n` of the owner's is to have. `held`: the owner's way of parting the rows holds: each stays on its page, new
    ones come after the one before them; the header row is on all."""
    own = [(k, line) for k, page in enumerate(mine) for line in lines_of(page, slot, base)]
    kept = {line.row.id: line for k, line in reversed(own) if k != n}
    first = next((line.row for k, line in own if k == 0), None) if n else None
    if not held:
        return Lines(lines_of(fresh[min(n, len(fresh) - 1)], slot, block), kept, first)
    homes = {line.row.id: k for k, line in reversed(own)}
    every = {line.row.id: line for page in reversed(fresh) for line in reversed(lines_of(page, slot, block))}
    order = list(dict.fromkeys(line.row.id for page in fresh for line in lines_of(page, slot, block)))
    wanted: list[TableLine] = []
    place = 0
    for at, name in enumerate(order):
        heading = at == 0
        place = place if heading else homes.get(name, place)
        if heading or place == n:
            wanted.append(every[name])
    return Lines(wanted, kept, first)


def patch_table(
    graft: Graft, mine: Page, slot: str, base: Block | None, target: Element, lines: Lines, lang: str, *, tells: Tells
) -> bool:
    """Make the table say the lines. False: it cannot be patched, and must be exchanged as a whole."""
    table, read = next(target.iter(qn("a:tbl")), None), mine.shape(slot)
    if table is None or read is None or not lines.wanted:
        return False
    said = lines_of(mine, slot, base, read)
    cells = {len(list(line.element.iterchildren(qn("a:tc")))) for line in lines.wanted}
    if not said or cells != {len(list(table.iter(qn("a:gridCol"))))}:
        return False
    spans = any(item.get(name) for row in table.iterchildren(qn("a:tr")) for item in row for name in ("gridSpan", "rowSpan"))
    if spans and [line.row.id for line in said] != [line.row.id for line in lines.wanted]:
        # Cells that the owner merged cannot follow rows that come and go.
        return False
    live = dict(zip([line.row.id for line in said], table.iterchildren(qn("a:tr")), strict=False))
    words = {line.row.id: line.row for line in said}
    result: list[Element] = []
    for line in lines.wanted:
        name = line.row.id
        own = live.get(name)
        if own is None and name in lines.kept:
            own, words[name] = (
                graft.document.carried(lines.kept[name].element, lines.kept[name].page.part, mine.part),
                lines.kept[name].row,
            )
        if own is None:
            result.append(graft.shape(line.element, line.page.part, mine.part))
            continue
        own_words = lines.first.cells if lines.first is not None and lines.first.id == name else ()
        before = words[name]
        written = tuple(n for n, cell in enumerate(before.cells) if n < len(own_words) and cell.text != own_words[n].text)
        _cells(graft, mine.part, own, before, line, lang, tells, written)
        result.append(own)
    for item in list(table.iterchildren(qn("a:tr"))):
        table.remove(item)
    first = list(table).index(need(table, "a:tblGrid")) + 1
    for n, item in enumerate(result):
        table.insert(first + n, item)
    return True


def rows_on(mine: Sequence[Page], slot: Slot) -> dict[str, TableLine]:
    """Row id → the owner's row, as it is before any page is patched. `slot`: the base's."""
    return {
        line.row.id: replace(line, element=copy.deepcopy(line.element))
        for page in reversed(mine)
        for line in reversed(lines_of(page, slot.id, slot.block))
    }


def carry_rows(graft: Graft, kept: Mapping[str, TableLine], fresh: Page, part: str, slot: Slot, *, tells: Tells = WHOLE) -> None:
    """A newly written table, brought into the document as `part`, gets the owner's own rows where it has the same."""
    table = _table_in(graft, part, guid(fresh.id, slot.id))
    lang = fresh.reader.lang
    for line, element in zip(
        lines_of(fresh, slot.id, slot.block), table.iterchildren(qn("a:tr")) if table is not None else (), strict=False
    ):
        own = kept.get(line.row.id)
        if own is None or len(own.row.cells) != len(line.row.cells):
            continue
        copied = graft.document.carried(own.element, own.page.part, part)
        _cells(graft, part, copied, own.row, line, lang, tells)
        element.addprevious(copied)
        detach(element)


def _table_in(graft: Graft, part: str, mark: str) -> Element | None:
    """The table with an id for life on one of the document's slides."""
    shape = by_creation(graft.document.tree(part)).get(mark)
    return next(shape.iter(qn("a:tbl")), None) if shape is not None else None


def _cells(
    graft: Graft, part: str, own: Element, said: Row, line: TableLine, lang: str, tells: Tells, written: Sequence[int] = ()
) -> None:
    """One row's words, cell by cell; `written`: cells that are the owner's own."""
    pairs = zip(own.iterchildren(qn("a:tc")), said.cells, line.row.cells, line.element.iterchildren(qn("a:tc")), strict=False)
    for n, (cell, before, after, source) in enumerate(pairs):
        body, other = child(cell, "a:txBody"), child(source, "a:txBody")
        if body is None or other is None or n in written:
            continue
        old = list(zip(before.paragraphs, body.iterchildren(qn("a:p")), strict=False))
        new = list(zip(after.paragraphs, other.iterchildren(qn("a:p")), strict=False))

        def adopt(element: Element) -> Element:
            return graft.shape(element, line.page.part, part)

        if patch_body(body, old, new, adopt, (), lang, tells=tells):
            own.set("h", str(max(whole(own.get("h")), whole(line.element.get("h")))))


__all__ = ["Lines", "TableLine", "carry_rows", "lines_for", "lines_of", "patch_table"]
