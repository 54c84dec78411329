"""A table's file: CSV in any of its dialects, or the first sheet with anything in it of a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import chain
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any

from deck.errors import reason_of
from deck.i18n import _
from deck.source import Stamp
from deck.tables.amount import may_be_either
from deck.tables.cells import MOST_COLUMNS, MOST_ROWS, BadCells, FileCells, number_cell

MOST_BYTES = 20_000_000
MOST_UNPACKED = 200_000_000
SPREADSHEETS = (".xlsx", ".xlsm")
_OTHERS = (".xls", ".xlsb", ".ods", ".numbers")
_DELIMITERS = ";\t,|"
_HELD = re.compile(r"_x000[dD]_")
"""How a spreadsheet writes the half of a Windows line break (ECMA-376-1, 22.4.2.4)."""
MOST_XML = 50_000_000
"""Bytes of a sheet's XML that is looked through for formulas."""
_ROW, _COLUMN = re.compile(rb"<row\b[^>]*>"), re.compile(rb"<col\b[^>]*>")
_FORMULA = re.compile(rb'<c r="([A-Z]+[0-9]+)"[^>]*>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>')
"""A cell with a formula and no value (ECMA-376-1, 18.3.1.4)."""
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
    if not (suffix in SPREADSHEETS or data.startswith(b"PK\x03\x04")):
        return FileCells.of(_lines(_text(data)))
    for sheet in sheets_in(data):
        if not sheet.hidden:
            return sheet.shown()
    return FileCells.of(())


_LETTERS = {name: tuple(letter.encode(name) for letter in "åäöÅÄÖ") for name in ("cp1252", "mac_roman", "cp850")}
"""What Excel saves in Sweden: in Windows, on a Mac, and for MS-DOS."""


def _whole(words: str) -> str:
    """Words that have been read as Windows-1252 on their way here, as they were written."""
    if not re.search("Ã[¤¥¶„…–]", words):
        return words
    try:
        return words.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return words


def _text(data: bytes) -> str:
    """UTF-8 and UTF-16 by their marks, else UTF-8 where it is that, else as Excel saves å, ä and ö in Sweden."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        words = _whole(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        words = data.decode(max(_LETTERS, key=lambda name: sum(map(data.count, _LETTERS[name]))), errors="replace")
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


def read_sheets(path: Path) -> dict[str, FileCells]:
    """A file's tables by their sheets' names, without those that hold none or that are hidden; a CSV is one without a name.
    Raises BadCells, where it holds no table for the reason that its first has."""
    data = _checked(path).path.read_bytes()
    if not (path.suffix.lower() in SPREADSHEETS or data.startswith(b"PK\x03\x04")):
        return {"": read_cells(path)}
    found, said = dict[str, FileCells](), None
    for sheet in sheets_in(data):
        try:
            if not sheet.hidden:
                found[sheet.title] = sheet.shown()
        except BadCells as error:
            said = said or error
    if not found:
        raise said or BadCells(_("the file is empty"), _("save the table anew"))
    return found


@dataclass(frozen=True, slots=True)
class SheetRows:
    """A sheet with anything in it. Its rows come one by one, from the first on, so that one that says it is endless costs no more
    than what is read of it. `unfilled`: cells with a formula that no program has worked out. `hidden_rows` (from 1) and
    `hidden_columns` (from 0): those that its program does not show, as where a filter is on."""

    title: str
    rows: Iterator[list[str]]
    hidden: bool
    unfilled: tuple[str, ...]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]

    def shown(self) -> FileCells:
        """What its program shows of it. Raises BadCells."""
        out: dict[str, None] = {}
        cells = FileCells.of(self._shown(out))
        return replace(cells, unfilled=self.unfilled, hidden=tuple(out))

    def _shown(self, out: dict[str, None]) -> Iterator[list[str]]:
        """Its rows, less what is hidden: that goes to `out` by its number or letter, where there is anything in it."""
        for n, row in enumerate(self.rows, 1):
            if n in self.hidden_rows:
                out |= {str(n): None} if row else {}
                yield []
                continue
            out |= {column_letter(at): None for at in sorted(self.hidden_columns) if any(row[at : at + 1])}
            yield [cell for at, cell in enumerate(row) if at not in self.hidden_columns]


def column_letter(at: int) -> str:
    """What a spreadsheet calls its column of this number (from 0)."""
    letters = ""
    while at >= 0:
        letters, at = chr(ord("A") + at % 26) + letters, at // 26 - 1
    return letters


def sheets_in(data: bytes) -> Iterator[SheetRows]:
    """Raises BadCells."""
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
                lines = chain([[]] * above, _rows(chain([row], rows)))
                words = _words(data, sheet)
                yield SheetRows(
                    sheet.title,
                    rows=lines,
                    hidden=sheet.sheet_state != "visible",
                    unfilled=tuple(cell.decode() for cell in _FORMULA.findall(words)),
                    hidden_rows=frozenset(int(n) for tag in _ROW.findall(words) if _hides(tag) and (n := _number(tag, b"r"))),
                    hidden_columns=frozenset(n for tag in _COLUMN.findall(words) if _hides(tag) for n in _columns(tag)),
                )
    except BadCells:
        raise
    except Exception:  # noqa: BLE001, RUF100 - a broken file breaks a reader in as many ways as there are readers
        raise _broken() from None


def _words(data: bytes, sheet: Any) -> bytes:
    """A sheet as it is written: its reader tells neither of formulas without values nor of what is hidden."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheet_xml = book.getinfo(sheet._worksheet_path)
        # What says that it is larger than any table of ours is not unpacked whole to be looked through.
        return book.read(sheet_xml) if sheet_xml.file_size <= MOST_XML else b""


def _hides(tag: bytes) -> bool:
    return re.search(rb'\bhidden="(?:1|true)"', tag) is not None


def _number(tag: bytes, name: bytes) -> int:
    found = re.search(rb'\b%s="(\d{1,7})"' % name, tag)
    return int(found[1]) if found else 0


def _columns(tag: bytes) -> range:
    """The columns (from 0) that a tag is about, as far as any are read."""
    first, last = _number(tag, b"min"), _number(tag, b"max")
    return range(max(first - 1, 0), min(last, MOST_COLUMNS + 1))


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
            share = f"{value * 100:.15g}"
            # So that it is no thousand: "12.345".
            return f"{share}0 %" if may_be_either(share) else f"{share} %"
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
        return number_cell(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ")
    if isinstance(cell, date | time | timedelta):
        return str(cell)
    return _HELD.sub("", str(cell))


__all__ = ["SPREADSHEETS", "cells_in", "read_cells", "read_file", "read_sheets", "sheets_in"]
