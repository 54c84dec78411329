"""A spreadsheet: a row a text, for those who have no program for translators."""

from __future__ import annotations

import io
from itertools import zip_longest

from deck.content.translated import print_of
from deck.diagnostics import Diagnostics, Where
from deck.i18n import _
from deck.tables import BadCells, book_bytes, new_book, sheet_rows
from deck.translation.exchange import Exchange, ExchangedText

NAME, DONE, TOLD, PRINT = "id", "ok", "info", "print"
"""Headings; those of the two languages are their codes."""


def write(exchange: Exchange, source: str) -> bytes:
    """`source`: the code of the language that is translated."""
    raw = io.BytesIO()
    book = new_book(raw)
    sheet = book.add_worksheet(exchange.lang)
    head, cell = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    for column, width in enumerate((32, 60, 60, 6, 40, 14)):
        sheet.set_column(column, column, width, cell)
    for column, word in enumerate((NAME, source, exchange.lang, DONE, TOLD, PRINT)):
        sheet.write_string(0, column, word, head)
    for row, text in enumerate(exchange.texts, 1):
        done = "x" if text.done else ""
        for column, word in enumerate((text.name, text.swedish, text.words, done, text.told, text.known_by)):
            sheet.write_string(row, column, word, cell)
    sheet.freeze_panes(1, 1)
    book.close()
    return book_bytes(raw)


def read(data: bytes, where: Where, diagnostics: Diagnostics) -> Exchange:
    """What is wrong goes to `diagnostics`. A row's words that were changed are done, whatever the column of that says."""
    try:
        rows = list(sheet_rows(data))
    except BadCells as error:
        diagnostics.error("unreadable", str(error), where, error.hint)
        return Exchange("", ())
    head = [word.strip().casefold() for word in rows[0]] if rows else []
    if head[:1] != [NAME] or len(head) < 3:
        message = _("the first row must say “id”, and the codes of the two languages, as it did when it was exported")
        diagnostics.error("unreadable", message, Where(where.file, line=1), _("put the first row back"))
        return Exchange("", ())
    texts: list[ExchangedText] = []
    for line, row in enumerate(rows[1:], 2):
        name, swedish, words, done, told, known_by = (
            value or "" for value, _column in zip_longest(row[:6], range(6), fillvalue="")
        )
        if not str(name).strip():
            continue
        words = str(words).strip()
        changed = bool(words) and bool(known_by) and print_of(words) != known_by
        texts.append(
            ExchangedText(
                name=str(name).strip(),
                swedish=str(swedish),
                words=words,
                done=bool(str(done).strip()) or changed,
                told=str(told),
                known_by=str(known_by).strip(),
                line=line,
            )
        )
    return Exchange(head[2].split("-")[0], tuple(texts))
