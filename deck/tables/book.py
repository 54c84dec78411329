"""A spreadsheet that is the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import Any


def new_book(raw: io.BytesIO) -> Any:
    """An empty workbook of XlsxWriter's, to be closed into `raw`."""
    import xlsxwriter

    book = xlsxwriter.Workbook(raw, {"in_memory": True})
    book.set_properties({"created": datetime(2020, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
    return book


def book_bytes(raw: io.BytesIO) -> bytes:
    """The closed book with fixed times, which XlsxWriter takes from the clock."""
    out = io.BytesIO()
    with zipfile.ZipFile(raw) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in made.namelist():
            fixed.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), made.read(name), zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()
