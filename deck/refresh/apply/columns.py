"""Columns of a table that come and go: what its owner made of the others, and of the rows, stays."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Sequence

from deck.drawing.names import Element, child, need, qn, whole, yes
from deck.refresh.apply.rows import PageColumns, TableLine, emptied


def lay_columns(
    table: Element,
    columns: PageColumns,
    said: Sequence[TableLine],
    fresh: Mapping[str, TableLine],
    adopt: Callable[[TableLine], Element],
    *,
    as_made: bool = False,
) -> None:
    """A table (a:tbl) with the columns that it is to have. `said`: its rows as they stand; `fresh`: row id → newly written;
    `adopt`: a copy of such a row for this slide; `as_made`: its columns are as wide as we made them."""
    if columns.stays:
        return
    _lay_grid(table, columns, fresh, as_made)
    for line in said:
        new = fresh.get(line.row.id)
        _lay_cells(line.element, columns, list(adopt(new).iterchildren(qn("a:tc"))) if new is not None else [])


def _lay_grid(table: Element, columns: PageColumns, fresh: Mapping[str, TableLine], as_made: bool) -> None:
    """New columns are as wide as newly written, and so are those that are as we made them; all together are as wide as they
    were."""
    grid = need(table, "a:tblGrid")
    old = list(grid.iterchildren(qn("a:gridCol")))
    total = sum(whole(item.get("w")) for item in old)
    made = next((line.element.getparent() for line in fresh.values()), None)
    wide = [whole(item.get("w")) for item in need(made, "a:tblGrid")] if made is not None else []
    result: list[Element] = []
    for place, was in zip(columns.places, columns.was, strict=True):
        if was is not None:
            result.append(old[was])
            if as_made and place is not None and place < len(wide):
                old[was].set("w", str(wide[place]))
            continue
        new = copy.deepcopy(old[0])
        for item in list(new):
            new.remove(item)
        new.set("w", str(wide[place] if place is not None and place < len(wide) else total // len(columns.was)))
        result.append(new)
    for item in old:
        grid.remove(item)
    for n, item in enumerate(result):
        grid.insert(n, item)
    now = sum(whole(item.get("w")) for item in result)
    for item in result if now else ():
        item.set("w", str(whole(item.get("w")) * total // now))


def _lay_cells(row: Element, columns: PageColumns, fresh: Sequence[Element]) -> None:
    old = list(row.iterchildren(qn("a:tc")))
    if not old or max((was for was in columns.was if was is not None), default=-1) >= len(old):
        return
    left = list(old)
    for n in sorted(set(range(len(old))) - set(columns.was), reverse=True):
        _take_out(left, n)
        left.pop(n)
    first = row.index(old[0])
    for cell in old:
        row.remove(cell)
    found: list[Element] = []
    for place, was in zip(columns.places, columns.was, strict=True):
        if was is not None:
            found.append(old[was])
        else:
            found.append(fresh[place] if place is not None and place < len(fresh) else emptied(old[0]))
    one = _is_one(left) and not any(_says(cell) for cell in found if cell not in left)
    if one:
        found.sort(key=lambda cell: cell is not left[0])
        _make_one(found)
    for n, cell in enumerate(found):
        row.insert(first + n, cell)
    for n in () if one else reversed(range(len(found))):
        if columns.was[n] is None:
            old_before = [cell for cell, was in zip(found[:n], columns.was, strict=False) if was is not None]
            _within_span(old_before, found[n:])


def _take_out(cells: Sequence[Element], n: int) -> None:
    """A cell that goes from those that it is merged with (gridSpan, hMerge: 21.1.3.16); what they say together stays."""
    wide, cell = whole(cells[n].get("gridSpan"), 1), cells[n]
    if wide > 1 and n + 1 < len(cells):
        heir = cells[n + 1]
        heir.attrib.pop("hMerge", "")
        for name in ("rowSpan", "vMerge"):
            if value := cell.get(name):
                heir.set(name, value)
        for item in list(heir):
            heir.remove(item)
        heir.extend([copy.deepcopy(item) for item in cell])
        _span(heir, wide - 1)
    elif yes(cell.get("hMerge")):
        origin = next((other for other in reversed(cells[:n]) if not yes(other.get("hMerge"))), None)
        if origin is not None:
            _span(origin, whole(origin.get("gridSpan"), 1) - 1)


def _says(cell: Element) -> bool:
    return any((item.text or "").strip() for item in cell.iter(qn("a:t")))


def _is_one(cells: Sequence[Element]) -> bool:
    """Whether a row is merged over all its columns, as a heading within a table or a sum below it; then it is, of more, too."""
    return len(cells) > 1 and whole(cells[0].get("gridSpan"), 1) == len(cells)


def _make_one(cells: Sequence[Element]) -> None:
    for cell in cells[1:]:
        cell.set("hMerge", "1")
    _span(cells[0], len(cells))


def _within_span(before: Sequence[Element], after: Sequence[Element]) -> None:
    """A new cell, the first of those `after`, that comes to stand among merged ones is one of them. `before`: those to its left
    that are not new."""
    cell, origin = after[0], next((other for other in reversed(before) if not yes(other.get("hMerge"))), None)
    if len(after) < 2 or not yes(after[1].get("hMerge")) or origin is None:
        return
    said, bare = child(cell, "a:txBody"), child(emptied(cell), "a:txBody")
    if said is not None and bare is not None:
        cell.replace(said, bare)
    cell.set("hMerge", "1")
    _span(origin, whole(origin.get("gridSpan"), 1) + 1)


def _span(cell: Element, wide: int) -> None:
    cell.attrib.pop("gridSpan", "")
    if wide > 1:
        cell.set("gridSpan", str(wide))


__all__ = ["lay_columns"]
