"""A chart's rows and columns in its workbook: categories and series come, go and move; what else its owner has there stays."""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from deck.drawing.names import Element, whole
from deck.package import UnsafeXML, parse_xml, serialise
from deck.presentation import Chart
from deck.refresh.workbook import S, column_letters, column_number, references, repacked, set_value, sheets_of, unpacked

MOST_ROWS = 2_000
"""Of a larger workbook no row is moved; the chart gets another."""
_CELL = re.compile(r"^([A-Z]{1,3})(\d{1,8})$")


@dataclass(frozen=True, kw_only=True)
class SeriesCells:
    """The formulas of a series (21.2.2.56): its name, its categories, its values."""

    name: str
    categories: str
    values: str


@dataclass(frozen=True, kw_only=True)
class _GridSpot:
    """Where the chart's numbers stand: a column of categories, a column for each series with a cell for its name."""

    sheet: str
    prefix: str
    top: int
    rows: int
    categories: int
    series: tuple[int, ...]
    heads: tuple[int, ...]


def regrid(
    data: bytes, held: Sequence[SeriesCells], rows: Sequence[int | None], columns: Sequence[int | None], block: Chart
) -> tuple[bytes, list[SeriesCells]] | None:
    """The workbook with the chart's names and numbers, and where they stand now. `rows`: for each category the number of the old
    one that it is (from 0), None: a new one; `columns`: so for each series. None where the workbook is of another form."""
    found = _block_of(held)
    book = unpacked(data) if found is not None and max(len(rows), found.rows) <= MOST_ROWS else None
    if found is None or book is None:
        return None
    infos, parts = book
    try:
        part = sheets_of(parts)[found.sheet]
        sheet = parse_xml(parts[part])
        tables = {name: parse_xml(parts[name]) for name in parts if name.startswith("xl/tables/") and name.endswith(".xml")}
    except (KeyError, ValueError, etree.XMLSyntaxError, UnsafeXML):
        return None
    holder = sheet.find(f"{S}sheetData")
    if holder is None or len(holder) > MOST_ROWS or any(n is not None and n >= found.rows for n in rows):
        return None
    # A formula of the owner's speaks of cells by their places: then no row moves.
    fixed = next(sheet.iter(f"{S}f", f"{S}mergeCell"), None) is not None
    if not fixed:
        _move(holder, found, rows)
    elif not _is_free(holder, found, len(rows)):
        return None
    taken = max((column_number(_parted(cell)[0]) for cell in holder.iter(f"{S}c")), default=0)
    taken, places = max(taken, found.categories, *found.series), list[int]()
    for old in columns:
        if old is None:
            taken += 1
        places.append(taken if old is None else found.series[old])
    heads = [found.heads[0] if old is None else found.heads[old] for old in columns]
    _clear(holder, found, {old for old in columns if old is not None}, len(rows) if fixed else None)
    for n, category in enumerate(block.categories):
        _write(holder, found.categories, found.top + n, category)
    for place, head, series in zip(places, heads, block.series, strict=True):
        _write(holder, place, head, series.name)
        for n, value in enumerate(series.values):
            _write(holder, place, found.top + n, value)
    for item in sheet.findall(f"{S}dimension"):
        sheet.remove(item)
    parts[part] = serialise(sheet)
    for name, table in tables.items():
        _stretch(table, holder, found, len(rows), places)
        parts[name] = serialise(table)
    last = found.top + len(rows) - 1

    def cells(place: int, head: int) -> SeriesCells:
        first, letters = column_letters(found.categories), column_letters(place)
        return SeriesCells(
            name=f"{found.prefix}!${letters}${head}",
            categories=f"{found.prefix}!${first}${found.top}:${first}${last}",
            values=f"{found.prefix}!${letters}${found.top}:${letters}${last}",
        )

    return repacked(infos, parts), [cells(place, head) for place, head in zip(places, heads, strict=True)]


def fresh_cells(block: Chart) -> list[SeriesCells]:
    """Where the numbers stand in a workbook as we write it."""
    last = len(block.categories) + 1
    return [
        SeriesCells(
            name=f"Data!${column_letters(n)}$1",
            categories=f"Data!$A$2:$A${last}",
            values=f"Data!${column_letters(n)}$2:${column_letters(n)}${last}",
        )
        for n in range(2, len(block.series) + 2)
    ]


def _block_of(held: Sequence[SeriesCells]) -> _GridSpot | None:
    names = [[list(references(formula)) for formula in (one.name, one.categories, one.values)] for one in held]
    if not names or any(not cells for one in names for cells in one) or len({tuple(one[1]) for one in names}) > 1:
        return None
    sheet = names[0][1][0].rpartition("!")[0]
    places = [[_place(name, sheet) for name in cells] for one in names for cells in one]
    if any(place is None for cells in places for place in cells):
        return None
    known = [[place for place in cells if place is not None] for cells in places]
    rows = [[row for _column, row in cells] for n, cells in enumerate(known) if n % 3]
    if any(cells != rows[0] for cells in rows) or any(len({column for column, _row in cells}) > 1 for cells in known):
        return None
    series = tuple(cells[0][0] for cells in known[2::3])
    category = known[1][0][0]
    if len({*series, category}) <= len(series) or any(cells[0][1] in rows[0] for cells in known[::3]):
        return None
    heads = tuple(cells[0][1] for cells in known[::3])
    return _GridSpot(
        sheet=sheet,
        prefix=held[0].categories.strip().rpartition("!")[0],
        top=rows[0][0],
        rows=len(rows[0]),
        categories=category,
        series=series,
        heads=heads,
    )


def _place(name: str, sheet: str) -> tuple[int, int] | None:
    where, _mark, cell = name.rpartition("!")
    found = _CELL.match(cell)
    return (column_number(found[1]), int(found[2])) if found and where == sheet else None


def _parted(cell: Element) -> tuple[str, int]:
    found = _CELL.match(cell.get("r", ""))
    return (found[1], int(found[2])) if found else ("A", 0)


def _row(holder: Element, number: int) -> Element:
    """A row by its number, put in where there is none."""
    for item in holder:
        at = whole(item.get("r"))
        if at == number:
            return item
        if at > number:
            new = etree.Element(f"{S}row", {"r": str(number)})
            item.addprevious(new)
            return new
    return etree.SubElement(holder, f"{S}row", {"r": str(number)})


def _write(holder: Element, column: int, row: int, value: str | float | None) -> None:
    line, name = _row(holder, row), f"{column_letters(column)}{row}"
    for item in line:
        place = column_number(_parted(item)[0])
        if place == column:
            set_value(item, value)
            return
        if place > column:
            new = etree.Element(f"{S}c", {"r": name})
            item.addprevious(new)
            break
    else:
        new = etree.SubElement(line, f"{S}c", {"r": name})
    line.attrib.pop("spans", "")
    set_value(new, value)


def _number(line: Element, number: int) -> None:
    line.set("r", str(number))
    for cell in line:
        cell.set("r", f"{_parted(cell)[0]}{number}")


def _move(holder: Element, found: _GridSpot, rows: Sequence[int | None]) -> None:
    """Whole rows, with what their owner wrote beside the numbers; those beneath follow."""
    old = [_row(holder, found.top + n) for n in range(found.rows)]
    below = [item for item in holder if whole(item.get("r")) >= found.top + found.rows]
    for item in (*old, *below):
        holder.remove(item)
    for n, was in enumerate(rows):
        line = copy.deepcopy(old[was]) if was is not None else etree.Element(f"{S}row")
        _number(line, found.top + n)
        holder.append(line)
    for item in below:
        _number(item, whole(item.get("r")) + len(rows) - found.rows)
        holder.append(item)


def _is_free(holder: Element, found: _GridSpot, rows: int) -> bool:
    """Whether nothing stands beneath the chart's columns, as far as they are to reach; and no formula within them."""
    ours = {found.categories, *found.series}
    for cell in holder.iter(f"{S}c"):
        letters, row = _parted(cell)
        if column_number(letters) not in ours or not found.top <= row < found.top + max(rows, found.rows):
            continue
        if cell.find(f"{S}f") is not None or (row >= found.top + found.rows and len(cell)):
            return False
    return True


def _clear(holder: Element, found: _GridSpot, kept: set[int], rows: int | None) -> None:
    """The cells of series that went, and, where no row moves, of the last categories, are empty."""
    gone = {(column, head) for n, (column, head) in enumerate(zip(found.series, found.heads, strict=True)) if n not in kept}
    columns = {column for column, _head in gone}
    for cell in holder.iter(f"{S}c"):
        letters, row = _parted(cell)
        column = column_number(letters)
        within = found.top <= row < found.top + found.rows
        last = rows is not None and found.top + rows <= row < found.top + found.rows
        if (column, row) in gone or (column in columns and within) or (last and column in (found.categories, *found.series)):
            set_value(cell, None)


def _stretch(table: Element, holder: Element, found: _GridSpot, rows: int, places: Sequence[int]) -> None:
    """A table over the numbers (18.5) reaches as far as they do, and its columns are called as its first row says."""
    corners = [_CELL.match(corner) for corner in table.get("ref", "").split(":")]
    columns = table.find(f"{S}tableColumns")
    if len(corners) != 2 or not corners[0] or not corners[1] or columns is None:
        return
    left, right = column_number(corners[0][1]), column_number(corners[1][1])
    head, bottom = int(corners[0][2]), int(corners[1][2])
    if head != found.top - 1 or bottom != found.top + found.rows - 1 or not left <= found.categories <= right:
        return
    for place in sorted(places):
        if place == right + 1:
            right = place
            etree.SubElement(columns, f"{S}tableColumn", {"id": str(1 + max(whole(item.get("id")) for item in columns))})
    columns.set("count", str(len(columns)))
    ref = f"{column_letters(left)}{head}:{column_letters(right)}{found.top + rows - 1}"
    table.set("ref", ref)
    for item in table.iter(f"{S}autoFilter"):
        item.set("ref", ref)
    said = {_parted(cell)[0]: cell.findtext(f"{S}is/{S}t") for cell in _row(holder, head)}
    for n, item in enumerate(columns):
        words = said.get(column_letters(left + n)) or item.get("name") or f"Kolumn{n + 1}"
        item.set("name", words)


__all__ = ["SeriesCells", "fresh_cells", "regrid"]
