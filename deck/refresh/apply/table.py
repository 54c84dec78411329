"""A native table by row and cell: rows keep their XML wherever they come to stand, changed cells keep the owner's looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deck.drawing.names import Element, child, need, qn, whole
from deck.presentation import Block, Paragraph, Row, Table
from deck.refresh.apply.bench import Bench
from deck.refresh.apply.cells import Changed, give_margins, redress, redress_row
from deck.refresh.apply.columns import lay_columns
from deck.refresh.apply.page import PagePatch
from deck.refresh.apply.rows import (
    Lines,
    PageColumns,
    TableLine,
    header_of,
    in_places,
    lines_as_parted,
    lines_as_written,
    lines_of,
    part_spans,
    table_of,
    tables_on,
)
from deck.refresh.apply.sides import Sides, Way
from deck.refresh.apply.within import on_pages
from deck.refresh.bodies import Tells, patch_body
from deck.refresh.document import Graft
from deck.refresh.pages import NEAR
from deck.refresh.plan import ReshapeTable, SetCell


def reshape_table(edit: ReshapeTable, bench: Bench) -> None:
    """Rows and columns come, go and move in the table that its owner has."""
    lay_rows(bench, edit.slide, edit.slot)
    if edit.before.first_column != edit.after.first_column:
        for patch in bench.pages(edit.slide):
            _mark_first_column(patch, edit.slot, edit.after.first_column)


def _mark_first_column(patch: PagePatch, slot: str, marked: bool) -> None:
    """Whether the first column is one of headings (21.1.3.15)."""
    target = patch.shape(slot)
    props = next(target.iter(qn("a:tblPr")), None) if target is not None else None
    if props is not None:
        props.attrib.pop("firstCol", "")
        if marked:
            props.set("firstCol", "1")


def lay_rows(bench: Bench, slide: str, slot: str) -> None:
    """The rows of a table on each page of its slide, in their order, with the words that they have; new ones as newly
    written."""
    sides, parting = bench.sides(slide), bench.parting(slide)
    was, block = sides.was.slot(slot), sides.wanted.slot(slot)
    wanted = block.block if block is not None else None
    if not isinstance(wanted, Table):
        return
    rest = was.block if was is not None else None
    lines = lines_as_parted if parting.way is Way.OWNERS else lines_as_written
    found = [lines(sides, slot, rest, wanted, n) for n in range(len(parting.stay))]

    columns = bench.columns(slide, slot)
    looks = looks_changed(sides, slot)

    renewed = is_renewed(bench, slide, slot)

    def within(n: int, patch: PagePatch, target: Element, source: Element) -> bool:
        if renewed:
            return False
        places, as_high = columns[n], _as_high(patch, slot, target)
        if places is not None:
            _lay_columns(bench, patch, slot, found[n], lines_of(patch.mine, slot, rest, target), places)
        said = lines_of(patch.mine, slot, rest, target)
        if places is None or not _rows(bench, patch, target, found[n], said, places.places):
            # Where its owner parts the rows, no page that we would write is this one.
            return parting.way is Way.OWNERS
        as_wide = _widths(patch, slot, target, source)
        _heights(patch, slot, rest, lines_of(patch.mine, slot, wanted, target), found[n], as_wide=as_wide, as_high=as_high)
        table = table_of(target)
        if looks is not None and table is not None:
            redress(table, looks)
        if table is not None and bench.hand.doubts(target):
            give_margins(table, tables_on(sides.base, slot))
        return True

    on_pages(bench, slide, slot, within)


def is_renewed(bench: Bench, slide: str, slot: str) -> bool:
    """Whether an earlier version drew the table in another way, in a deck that does not remember how: then it is written anew."""
    if bench.before.deck.manifest is not None:
        return False
    patches = [patch for patch in bench.pages(slide) if patch.mine.shape(slot) is not None]
    return bool(patches) and all(patch.drawn_otherwise(slot) for patch in patches)


def looks_changed(sides: Sides, slot: str) -> Changed | None:
    """What cells look like now, by what they looked like as we wrote them; None where they look as before. One to be looked
    things up in is set in the size that its rows leave room for."""
    was, wanted = sides.was.slot(slot), sides.wanted.slot(slot)
    rest, new = (held.block if held is not None else None for held in (was, wanted))
    if not isinstance(rest, Table) or not isinstance(new, Table) or not (rest.reference or new.reference):
        return None
    before = [line for page in (*sides.base, *sides.said) for line in lines_of(page, slot, rest)]
    return Changed.between(before, [line for page in sides.fresh for line in lines_of(page, slot, new)])


def _lay_columns(
    bench: Bench, patch: PagePatch, slot: str, lines: Lines, said: Sequence[TableLine], columns: PageColumns
) -> None:
    """Once: a table that has them already has other columns than it had."""
    target, key = patch.shape(slot), (patch.mine.part, slot)
    table = table_of(target) if target is not None else None
    if table is None or key in bench.laid or columns.stays:
        return
    bench.laid.add(key)

    def adopt(line: TableLine) -> Element:
        return bench.graft.shape(line.element, line.page.part, patch.mine.part)

    ours = [_columns(shape) for page in patch.known if (shape := page.shape(slot)) is not None]
    as_made = any(_as_wide(_columns(table), side) for side in ours)
    lay_columns(table, columns, said, {line.row.id: line for line in lines.wanted}, adopt, as_made=as_made)


def _rows(
    bench: Bench, patch: PagePatch, target: Element, lines: Lines, said: Sequence[TableLine], places: Sequence[int | None]
) -> bool:
    table = table_of(target)
    if table is None or not lines.wanted or not said or len(list(table.iter(qn("a:gridCol")))) != len(places):
        return False
    live = {line.row.id: line.element for line in said}
    # A new row looks as those do that it comes to stand among.
    among = Changed.between(lines.wanted, said, every=True)
    result: list[Element] = []
    for line in lines.wanted:
        own, kept = live.get(line.row.id), lines.kept.get(line.row.id)
        if own is None and kept is not None and len(kept.row.cells) == len(places):
            own = bench.document.carried(kept.element, kept.page.part, patch.mine.part)
        if own is None:
            own = in_places(bench.graft.shape(line.element, line.page.part, patch.mine.part), places)
            redress_row(own, among, heading=line.heading)
        result.append(own)
    for item in list(table.iterchildren(qn("a:tr"))):
        table.remove(item)
    first = list(table).index(need(table, "a:tblGrid")) + 1
    for n, item in enumerate(result):
        table.insert(first + n, item)
    part_spans(table)
    return True


def _heights(
    patch: PagePatch, slot: str, rest: Block | None, said: Sequence[TableLine], lines: Lines, *, as_wide: bool, as_high: bool
) -> None:
    """A row that is as high as we made it is as high as it would be made now, so that more rows still have room; no lower, where
    its columns are not `as_wide`. `as_high`: the whole table was so high."""
    ours: dict[str, set[int]] = {}
    for page in patch.known:
        for line in lines_of(page, slot, rest):
            ours.setdefault(line.row.id, set()).add(_height(line))
    wanted = {line.row.id: _height(line) for line in lines.wanted}
    for line in said:
        known = as_high or any(abs(_height(line) - made) <= NEAR for made in ours.get(line.row.id, ()))
        if line.row.id in wanted and known:
            line.element.set("h", str(max(wanted[line.row.id], 0 if as_wide or as_high else _height(line))))


def _as_high(patch: PagePatch, slot: str, target: Element) -> bool:
    """Whether the owner's table is as high as the deck remembers that we made it: then so are its rows, though what we would make
    of them in the look that a program left is not."""
    table, box = table_of(target), patch.mine.placed.get(slot)
    rows = [whole(row.get("h")) for row in table.iterchildren(qn("a:tr"))] if table is not None else []
    return bool(rows) and box is not None and abs(sum(rows) - box[3]) <= NEAR


def _widths(patch: PagePatch, slot: str, target: Element, source: Element) -> bool:
    """Columns that are as wide as we made them are as wide as they would be made now; what else its owner made of one stays.
    Whether they are so."""
    ours = [_columns(shape) for page in patch.known if (shape := page.shape(slot)) is not None]
    own, new = _columns(target), _columns(source)
    if len(own) != len(new) or not any(_as_wide(own, side) for side in ours):
        return False
    for item, other in zip(own, new, strict=True):
        item.set("w", other.get("w", "0"))
    return True


def _as_wide(own: Sequence[Element], made: Sequence[Element]) -> bool:
    """Programs round."""
    pairs = zip(own, made, strict=False)
    return len(own) == len(made) and all(abs(whole(a.get("w")) - whole(b.get("w"))) <= NEAR for a, b in pairs)


def _columns(shape: Element) -> list[Element]:
    return list(shape.iter(qn("a:gridCol")))


def _height(line: TableLine) -> int:
    return whole(line.element.get("h"))


def set_cell(edit: SetCell, bench: Bench) -> None:
    """A cell's words, on each page that its row stands on: a header row stands on all, and where its owner gave a later
    page other words than the first, these stay."""
    sides = bench.sides(edit.slide)
    was = sides.was.slot(edit.slot)
    rest = was.block if was is not None else None
    fresh, columns = _fresh_line(sides, edit), bench.columns(edit.slide, edit.slot)
    found: list[tuple[int, PagePatch, TableLine]] = []
    for n, patch in enumerate(bench.pages(edit.slide)):
        shape = patch.shape(edit.slot)
        lines = lines_of(patch.mine, edit.slot, rest, shape) if shape is not None else []
        found += [(n, patch, line) for line in lines if line.row.id == edit.row]
    head = header_of(sides.mine, edit.slot, rest)
    for n, patch, line in found:
        first = head if n and head is not None and head.id == edit.row else None
        held = columns[n]
        at = _place(held.places if held is not None else None, edit.column, len(line.row.cells), fresh)
        if fresh is None or at is None or (first is not None and _differs(line.row, at, first, edit.column)):
            continue
        _cell(bench.graft, patch.mine.part, line, at, fresh, edit.column, bench.lang, bench.hand.tells)


def _place(places: Sequence[int | None] | None, column: int, count: int, fresh: TableLine | None) -> int | None:
    """Where a column of the table's stands on a page; a table that was written anew has all of them."""
    if places is None or (fresh is not None and count == len(fresh.row.cells)):
        return column
    return list(places).index(column) if column in places else None


def _differs(row: Row, at: int, first: Row, column: int) -> bool:
    """Whether its owner gave a later page's header other words than the first's."""
    return at < len(row.cells) and column < len(first.cells) and row.cells[at].text != first.cells[column].text


def _fresh_line(sides: Sides, edit: SetCell) -> TableLine | None:
    slot = sides.wanted.slot(edit.slot)
    lines = (line for page in sides.fresh for line in lines_of(page, edit.slot, slot.block if slot is not None else None))
    return next((line for line in lines if line.row.id == edit.row), None)


def _cell(graft: Graft, part: str, own: TableLine, at: int, fresh: TableLine, column: int, lang: str, tells: Tells) -> None:
    """One cell's words, `at` on the page; the row is as high as the newly written one, at the least."""
    cells = [list(line.element.iterchildren(qn("a:tc"))) for line in (own, fresh)]
    if at >= min(len(cells[0]), len(own.row.cells)) or column >= min(len(cells[1]), len(fresh.row.cells)):
        return
    body, other = child(cells[0][at], "a:txBody"), child(cells[1][column], "a:txBody")
    if body is None or other is None:
        return
    old = list(zip(own.row.cells[at].paragraphs, body.iterchildren(qn("a:p")), strict=False))
    new = list(zip(fresh.row.cells[column].paragraphs, other.iterchildren(qn("a:p")), strict=False))

    def adopt(element: Element) -> Element:
        return graft.shape(element, fresh.page.part, part)

    def kept(item: Paragraph, lang: str) -> Paragraph:
        # Our cells have no lists, and no levels: those that are there are their owner's.
        return replace(tells(item, lang), level=0, list="none")

    if patch_body(body, old, new, adopt, (), lang, tells=kept):
        own.element.set("h", str(max(whole(own.element.get("h")), whole(fresh.element.get("h")))))


def set_cells(graft: Graft, part: str, own: TableLine, fresh: TableLine, lang: str, tells: Tells) -> None:
    """All cells of a row that came from another page."""
    for column in range(len(own.row.cells)):
        _cell(graft, part, own, column, fresh, column, lang, tells)


__all__ = ["is_renewed", "lay_rows", "looks_changed", "reshape_table", "set_cell", "set_cells"]
