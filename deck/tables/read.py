"""A table's file: CSV in any of its dialects, or the first sheet with anything in it of a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import chain
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any

from deck.errors import reason_of
from deck.i18n import _
from deck.source import Stamp
from deck.tables.cells import MOST_COLUMNS, MOST_ROWS, BadCells, FileCells

MOST_BYTES = 20_000_000
MOST_UNPACKED = 200_000_000
SPREADSHEETS = (".xlsx", ".xlsm")
_OTHERS = (".xls", ".xlsb", ".ods", ".numbers")
_DELIMITERS = ";\t,|"
_HELD = re.compile(r"_x000[dD]_")
"""How a spreadsheet writes the half of a Windows line break (ECMA-376-1, 22.4.2.4)."""
_LOOKED_AT = 60
"""Lines that tell what parts a file's columns."""


def read_cells(path: Path) -> FileCells:
    """Raises BadCells where the file is missing, too large, broken, or no table."""
    return _read(_checked(path))


def read_file(path: Path) -> bytes:
    """A file's bytes, as many as a table may have. Raises BadCells where it is missing or too large."""
    return _checked(path).path.read_bytes()


def _checked(path: Path) -> Stamp:
    try:
        stat = path.stat()
        if S_ISDIR(stat.st_mode):
            raise BadCells(_("this is a folder, not a table"), _("name a file in it"))
        if not S_ISREG(stat.st_mode):
            raise _no_file()
        if stat.st_size > MOST_BYTES:
            message = _("the table is larger than {most} MB").format(most=MOST_BYTES // 1_000_000)
            raise BadCells(message, _("keep only the rows and columns that the slides need"))
        with path.open("rb"):
            return Stamp.of(path.resolve())
    except BadCells:
        raise
    except (FileNotFoundError, NotADirectoryError, ValueError):  # a name may hold what no name can
        raise _no_file() from None
    except OSError as error:
        raise BadCells(_("the file cannot be read ({error})").format(error=reason_of(error))) from None


def _no_file() -> BadCells:
    return BadCells(_("there is no such file"), _("check the name and the folder"))


@lru_cache(maxsize=16)
def _read(file: Stamp) -> FileCells:
    return cells_in(file.path.read_bytes(), file.path.suffix.lower())


def cells_in(data: bytes, suffix: str) -> FileCells:
    """A file's bytes as a table; `suffix` is its name's ending. Raises BadCells."""
    if not data.strip():
        raise BadCells(_("the file is empty"), _("save the table anew"))
    if suffix in _OTHERS:
        message = _("tables are read from CSV and .xlsx, not from {suffix}").format(suffix=suffix)
        raise BadCells(message, _("save it anew as .xlsx or CSV"))
    return FileCells.of(_first_rows(data) if suffix in SPREADSHEETS or data.startswith(b"PK\x03\x04") else _lines(_text(data)))


def _text(data: bytes) -> str:
    """UTF-8 and UTF-16 by their marks, else UTF-8 where it is that, else what Excel saves in Sweden (Windows-1252)."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        words = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        words = data.decode("cp1252", errors="replace")
    if "\0" in words:
        raise BadCells(_("the file is no table that can be read"), _("save it as CSV or .xlsx"))
    return words


def _lines(words: str) -> Iterable[list[str]]:
    """The lines of a CSV file, its columns parted by what parts most lines alike; Excel may say it in a line of its own."""
    first, _break, rest = words.partition("\n")
    told = first.strip().casefold()
    delimiter = told[4:] if told.startswith("sep=") and len(told) == 5 else ""
    body = rest if delimiter else words
    try:
        yield from csv.reader(io.StringIO(body, newline=""), delimiter=delimiter or _delimiter(body))
    except csv.Error:
        raise BadCells(_("the file is no table that can be read"), _("save it as CSV or .xlsx")) from None


def _delimiter(words: str) -> str:
    sample = [line for line in words.splitlines()[:_LOOKED_AT] if line.strip()]

    def even(sign: str) -> tuple[int, int]:
        """How many lines have the commonest count of columns, where that is more than one; and that count."""
        counts = [len(row) for row in csv.reader(sample, delimiter=sign)]
        usual = max(sorted(set(counts), reverse=True), key=counts.count)
        return (counts.count(usual), usual) if usual > 1 else (0, 0)

    try:
        return max(_DELIMITERS, key=even) if sample else ";"
    except csv.Error:
        return ";"


def _first_rows(data: bytes) -> Iterator[list[str]]:
    for _title, rows in sheets_in(data):
        yield from rows
        return


def read_sheets(path: Path) -> dict[str, FileCells]:
    """A file's tables by their sheets' names, without those that hold none; a CSV is one without a name. Raises BadCells, where
    it holds no table for the reason that its first has."""
    data = _checked(path).path.read_bytes()
    if not (path.suffix.lower() in SPREADSHEETS or data.startswith(b"PK\x03\x04")):
        return {"": read_cells(path)}
    found, said = dict[str, FileCells](), None
    for title, rows in sheets_in(data):
        try:
            found[title] = FileCells.of(rows)
        except BadCells as error:
            said = said or error
    if not found:
        raise said or BadCells(_("the file is empty"), _("save the table anew"))
    return found


def sheets_in(data: bytes) -> Iterator[tuple[str, Iterator[list[str]]]]:
    """The name of each sheet with anything in it, and its rows from the first on, one by one, so that a sheet that says it is
    endless costs no more than what is read of it. Raises BadCells."""
    _bounded(data)
    try:
        # Its import costs a third of a deck, and few have a spreadsheet.
        from openpyxl import load_workbook

        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            width = min(sheet.max_column or MOST_COLUMNS, MOST_COLUMNS) + 1
            rows = sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=width)
            found = ((above, row) for above, row in enumerate(rows) if any(cell.value is not None for cell in row))
            if (first := next(found, None)) is not None:
                above, row = first
                yield sheet.title, chain([[]] * above, _rows(chain([row], rows)))
    except BadCells:
        raise
    except Exception:  # noqa: BLE001, RUF100 - a broken file breaks a reader in as many ways as there are readers
        raise _broken() from None


def _rows(cells: Iterable[Sequence[Any]]) -> Iterator[list[str]]:
    try:
        yield from map(_row, cells)
    except Exception:  # noqa: BLE001, RUF100 - as above: a sheet is read while its rows are
        raise _broken() from None


def _broken() -> BadCells:
    return BadCells(_("the spreadsheet is broken, or locked by a password"), _("save it anew as .xlsx or CSV"))


def _row(cells: Sequence[Any]) -> list[str]:
    """As far as there is anything in it."""
    last = max((n + 1 for n, cell in enumerate(cells) if cell.value is not None), default=0)
    return [_shown(cell) for cell in cells[:last]]


def _shown(cell: Any) -> str:
    """A cell as its sheet shows it, where that is another amount or code than what lies in it: 0.125 as 12.5 %, 180 as 0180."""
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool):
        style = str(cell.number_format).split(";")[0]
        if style.endswith("%"):
            return f"{value * 100:.15g} %"
        if isinstance(value, int) and len(style) > 1 and not style.strip("0"):
            return f"{value:0{len(style)}d}"
    return _said(value)


def _bounded(data: bytes) -> None:
    """Nothing is unpacked that says it is larger than a table can be."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            size = sum(info.file_size for info in book.infolist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        raise _broken() from None
    if size > MOST_UNPACKED:
        message = _("the table is larger than {most} MB").format(most=MOST_UNPACKED // 1_000_000)
        raise BadCells(message, _("keep only the rows and columns that the slides need"))


def _said(cell: Any) -> str:
    """A spreadsheet's value as it would be written in a CSV file."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ")
    if isinstance(cell, date | time | timedelta):
        return str(cell)
    return _HELD.sub("", str(cell))


__all__ = ["SPREADSHEETS", "cells_in", "read_cells", "read_file", "read_sheets", "sheets_in"]
