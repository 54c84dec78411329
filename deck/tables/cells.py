"""The words and amounts of a table in a file, whatever the file was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from deck.i18n import _
from deck.tables.amount import may_be_either, thousands_of

MOST_ROWS, MOST_COLUMNS = 100_000, 200
MOST_TOLD = 10
"""Rows that are told of one by one."""
LONGEST = 4_000
"""Characters of one cell."""


class BadCells(ValueError):
    """Says why, in words for a person; `hint`: what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class NumberCell(str):
    """A number that its program kept as one, with a point before its decimals: what people write may mean another."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class FileCells:
    """`head`: the first row with words in it; `rows`: those under it, each as long as the head. Every cell is a text without
    spaces around it, "" where it is empty. `lines`: which row of the file each is, the head first. `unfilled`: cells with a
    formula that no program has worked out. `hidden`: rows and columns, by numbers and letters, that its program does not show,
    and that are left out. `settled`: it is remembered as it was once read, and nothing in it is doubted."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...] = field(default=(), compare=False)
    unfilled: tuple[str, ...] = field(default=(), compare=False)
    hidden: tuple[str, ...] = field(default=(), compare=False)
    settled: bool = field(default=False, compare=False)

    @classmethod
    def of(cls, lines: Iterable[Sequence[str]]) -> FileCells:
        """Of a file's lines; such as are empty are not counted, nor empty columns before the first and after the last. Raises
        BadCells."""
        said = [tuple(map(_stripped, line)) for line in _few(lines)]
        numbers = [n for n, line in enumerate(said, 1) if any(line)]
        held = [line for line in said if any(line)]
        indent = min((next(n for n, cell in enumerate(line) if cell) for line in held), default=0)
        held = [line[indent:] for line in held]
        if len(held) < 2:
            raise BadCells(
                _("the table has no rows under its headings"),
                _("write the headings in the first row, and the amounts under them"),
            )
        # A title above the table is one cell; its headings are the first row that is as wide as what follows.
        usual = max(_width(line) for line in held[-(len(held) + 1) // 2 :])
        top = next((n for n, line in enumerate(held) if _width(line) >= min(2, usual)), 0)
        width = max(_width(line) for line in held[top:])
        lined = [(*line, *[""] * width)[:width] for line in held[top:]]
        if len(lined) < 2:
            raise BadCells(
                _("the table has no rows under its headings"),
                _("write the headings in the first row, and the amounts under them"),
            )
        return cls(lined[0], tuple(lined[1:]), tuple(numbers[top:]))

    def line(self, row: int) -> int:
        """Which row of the file a row (from 0) is."""
        return self.lines[row + 1] if row + 1 < len(self.lines) else row + 2

    @property
    def left_out(self) -> str:
        """What is to be told of what is hidden; "" where nothing is."""
        if not self.hidden:
            return ""
        more = " …" if len(self.hidden) > MOST_TOLD else ""
        return _("these rows and columns are hidden there, and left out: {names}").format(
            names=", ".join(self.hidden[:MOST_TOLD]) + more
        )

    def check(self) -> None:
        """Raises BadCells where a formula has no value, or a row goes on after the last heading: a comma in a number, in a file
        that parts its columns by commas, moves all that follows."""
        if self.settled:
            return
        if self.unfilled:
            more = " …" if len(self.unfilled) > MOST_TOLD else ""
            message = _("these cells have formulas, and no values: {cells}").format(
                cells=", ".join(self.unfilled[:MOST_TOLD]) + more
            )
            raise BadCells(message, _("open the file in Excel or LibreOffice, and save it"))
        width = _width(self.head)
        over = [self.line(n) for n, row in enumerate(self.rows) if any(row[width : width + 1])]
        if over:
            message = _("row {row}: there are more cells than headings ({count})").format(
                row=", ".join(map(str, over[:MOST_TOLD])), count=width
            )
            raise BadCells(
                message, _("give each column a heading, and save with semicolons between the columns where numbers have a comma")
            )

    def thousands(self, columns: Iterable[int]) -> str:
        """The sign that parts thousands in these columns, "" for none. Raises BadCells where "1.234" may be either."""
        spots = [(n, row[at]) for n, row in enumerate(self.rows) for at in columns if not isinstance(row[at], NumberCell)]
        sign = thousands_of(said for _n, said in spots)
        if sign is None and self.settled:
            return ""
        if sign is None:
            row, said = next((n, said) for n, said in spots if may_be_either(said))
            whole, part = said.replace(",", ".").split(".", 1)
            message = _('row {row}: "{value}" may be {thousand} or {decimal}').format(
                row=self.line(row), value=said, thousand=f"{whole}{part}", decimal=f"{whole},{part}"
            )
            raise BadCells(message, _("write thousands with a space or nothing, and decimals with a comma, in the whole column"))
        return sign

    def column(self, name: str) -> int | None:
        """The number of the column with this heading (from 0), however it is spelt in capitals."""
        wanted = name.strip().casefold()
        return next((n for n, said in enumerate(self.head) if said.casefold() == wanted), None)

    def to_json(self) -> list[list[str | float]]:
        """Its words, and as numbers those that its program kept as such."""
        return [[float(cell) if isinstance(cell, NumberCell) else cell for cell in line] for line in (self.head, *self.rows)]

    @classmethod
    def from_json(cls, value: object) -> FileCells:
        """What `to_json` gave. Raises BadCells for anything else."""
        if not isinstance(value, list) or not all(isinstance(line, list) for line in value):
            raise BadCells(_("the table has no rows under its headings"))
        lines = ([number_cell(cell) if isinstance(cell, float) else str(cell) for cell in line] for line in value)
        return replace(cls.of(lines), settled=True)


def number_cell(value: float) -> NumberCell:
    """As few digits as tell it: what a formula gives has more."""
    return NumberCell(str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}")


def _stripped(cell: str) -> str:
    return cell if isinstance(cell, NumberCell) else cell.strip()


def _width(line: Sequence[str]) -> int:
    return max((n + 1 for n, cell in enumerate(line) if cell), default=0)


def _few(lines: Iterable[Sequence[str]]) -> Iterable[Sequence[str]]:
    for n, line in enumerate(lines):
        if n >= MOST_ROWS or len(line) > MOST_COLUMNS or any(len(cell) > LONGEST for cell in line):
            message = _("the table is too large: at most {rows} rows, {columns} columns and {signs} characters a cell")
            raise BadCells(
                message.format(rows=MOST_ROWS, columns=MOST_COLUMNS, signs=LONGEST),
                _("keep only the rows and columns that the slides need"),
            )
        yield line


__all__ = ["BadCells", "FileCells", "NumberCell", "number_cell"]
