"""A spreadsheet of ours is the same bytes each time, and is read as it was written."""

from __future__ import annotations

import io

from deck.tables import book_bytes, new_book, sheets_in


def made() -> bytes:
    raw = io.BytesIO()
    book = new_book(raw)
    book.add_worksheet("A").write_string(0, 0, "=1+1")
    book.close()
    return book_bytes(raw)


def test_the_same_bytes_each_time() -> None:
    assert made() == made()


def test_words_are_words_and_no_formula() -> None:
    assert [list(sheet.rows) for sheet in sheets_in(made())] == [[["=1+1"]]]
