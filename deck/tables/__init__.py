"""Tables that people keep beside their slides: CSV and spreadsheets, read as rows of text."""

from deck.tables.amount import amount
from deck.tables.book import book_bytes, new_book
from deck.tables.cells import MOST_COLUMNS, BadCells, FileCells
from deck.tables.read import SPREADSHEETS, read_cells, read_file, read_sheets, sheets_in

__all__ = [
    "MOST_COLUMNS",
    "SPREADSHEETS",
    "BadCells",
    "FileCells",
    "amount",
    "book_bytes",
    "new_book",
    "read_cells",
    "read_file",
    "read_sheets",
    "sheets_in",
]
