"""Tables that people keep beside their slides: CSV and spreadsheets, read as rows of text."""

from deck.tables.amount import amount, may_be_either, thousands_of
from deck.tables.book import book_bytes, new_book
from deck.tables.cells import MOST_COLUMNS, BadCells, FileCells, NumberCell, number_cell
from deck.tables.read import SPREADSHEETS, read_cells, read_file, read_sheets, sheets_in

__all__ = [
    "MOST_COLUMNS",
    "SPREADSHEETS",
    "BadCells",
    "FileCells",
    "NumberCell",
    "amount",
    "book_bytes",
    "may_be_either",
    "new_book",
    "number_cell",
    "read_cells",
    "read_file",
    "read_sheets",
    "sheets_in",
    "thousands_of",
]
