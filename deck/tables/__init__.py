"""Tables that people keep beside their slides: CSV and spreadsheets, read as rows of text."""

from deck.tables.amount import amount
from deck.tables.cells import BadCells, FileCells
from deck.tables.read import SPREADSHEETS, read_cells, read_file

__all__ = ["SPREADSHEETS", "BadCells", "FileCells", "amount", "read_cells", "read_file"]
