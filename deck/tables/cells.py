"""The words and amounts of a table in a file, whatever the file was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from deck.i18n import _

MOST_ROWS, MOST_COLUMNS = 100_000, 200
LONGEST = 4_000
"""Characters of one cell."""


class BadCells(ValueError):
    """Says why, in words for a person; `hint`: what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class FileCells:
    """`head`: the first row with words in it; `rows`: those under it, each as long as the head. Every cell is a text without
    spaces around it, "" where it is empty."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, lines: Iterable[Sequence[str]]) -> FileCells:
        """Of a file's lines; such as are empty are not counted, nor empty columns before the first and after the last. Raises
        BadCells."""
        held = [tuple(cell.strip() for cell in line) for line in _few(lines)]
        held = [line for line in held if any(line)]
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
        return cls(lined[0], tuple(lined[1:]))

    def column(self, name: str) -> int | None:
        """The number of the column with this heading (from 0), however it is spelt in capitals."""
        wanted = name.strip().casefold()
        return next((n for n, said in enumerate(self.head) if said.casefold() == wanted), None)

    def to_json(self) -> list[list[str]]:
        return [list(line) for line in (self.head, *self.rows)]

    @classmethod
    def from_json(cls, value: object) -> FileCells:
        """What `to_json` gave. Raises BadCells for anything else."""
        if not isinstance(value, list) or not all(isinstance(line, list) for line in value):
            raise BadCells(_("the table has no rows under its headings"))
        return cls.of([str(cell) for cell in line] for line in value)


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


__all__ = ["BadCells", "FileCells"]
