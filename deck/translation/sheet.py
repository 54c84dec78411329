"""A spreadsheet: a row a text, for those who have no program for translators."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from deck.collection import first_language
from deck.content.language import code_of
from deck.content.translated import print_of
from deck.diagnostics import Diagnostics, Where, short
from deck.i18n import _
from deck.tables import MOST_COLUMNS, BadCells, book_bytes, new_book, sheets_in
from deck.translation.exchange import Exchange, ExchangedText

NAME, DONE, TOLD, PRINT = "id", "ok", "info", "print"
"""Headings; those of the two languages are their codes."""
_NOT = frozenset({"", "-", "0", "no", "nej", "ei", "false", "falskt", "?"})
"""What people write in the column of what is done where it is not."""
_ERROR = re.compile(r"#(?:[A-ZÅÄÖ]+/?[A-Z0]*[!?]|N/A|DIV/0!|DIVISION/0!)|Loading\.\.\.", re.IGNORECASE)
"""What a spreadsheet shows in place of what a formula should give."""
_MOST_CELLS = 10
_CODE = re.compile(r"[a-z]{2,3}([-_][a-z0-9]+)*")


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
        sheets = [(sheet, list(sheet.rows)) for sheet in sheets_in(data)]
    except BadCells as error:
        diagnostics.error("unreadable", str(error), where, error.hint)
        return Exchange("", ())
    found = [(sheet, columns, rows) for sheet, rows in sheets if (columns := _columns(sheet.title, rows)) is not None]
    if not found:
        message = _("no row says “id”, and the codes of the two languages, as the first did when it was exported")
        diagnostics.error("unreadable", message, Where(where.file, line=1), _("put the first row back"))
        return Exchange("", ())
    sheet, columns, rows = found[0]
    texts_beside = [other.title for other, *_rest in found[1:]]
    for other, words in sheets:
        if other.title in texts_beside:
            message = _("the sheet “{name}” is passed over: only the first sheet is read").format(name=other.title)
            diagnostics.warning("unknown-words", message, where, _("put its rows below those of the first"))
        elif other is not sheet:
            said = next((cell for row in words for cell in row if cell.strip()), "")
            message = _("the sheet “{name}” holds no texts, and is not read: {words}").format(name=other.title, words=short(said))
            diagnostics.warning("remark", message, where, _("read it in the program that the file was made in"))
    if sheet.unfilled:
        message = _("these cells have formulas, and no values: {cells}").format(cells=", ".join(sheet.unfilled[:_MOST_CELLS]))
        diagnostics.error("unreadable", message, where, _("open the file in Excel or LibreOffice, and save it"))
    if _has_comments(data):
        message = _("cells have comments, which are not read")
        diagnostics.warning("remark", message, where, _("read them in the program that the file was made in"))
    for name in (first_language(), PRINT):
        if name not in columns.at:
            message = _("the column “{name}” has been taken away").format(name=name)
            hint = _("put it back from the file that was exported: by it is known what has been changed since")
            diagnostics.error("unreadable", message, Where(where.file, line=columns.line), hint)
    texts = [_text(row, line, columns) for line, row in enumerate(rows[columns.line :], columns.line + 1)]
    for text in texts:
        if _ERROR.fullmatch(text.words):
            message = _("“{name}” is an error of the spreadsheet here: {words}").format(name=text.name, words=text.words)
            hint = _("write the translation itself, and not a formula that gives it")
            diagnostics.error("unreadable", message, Where(where.file, line=text.line), hint)
    return Exchange(columns.lang, tuple(text for text in texts if text.name or text.words))


@dataclass(frozen=True, slots=True)
class _Columns:
    """`line`: of the headings. `at`: heading → number of its column; `words`: that of the translation; `others`: those that the
    translator made."""

    line: int
    lang: str
    words: int
    at: Mapping[str, int]
    others: tuple[int, ...]


def _columns(title: str, rows: Sequence[Sequence[str]]) -> _Columns | None:
    """By their headings, wherever they have been moved; None where no row near the top has them."""
    for line, row in enumerate(rows[:10], 1):
        head = [word.strip().casefold() for word in row]
        if NAME not in head:
            continue
        own = {name: head.index(name) for name in (NAME, first_language(), DONE, TOLD, PRINT) if name in head}
        free = [number for number in range(MOST_COLUMNS) if number not in own.values()]
        codes = [number for number in free if number < len(head) and _CODE.fullmatch(head[number])]
        # Without a code of its own it is the one beside the Swedish, and the sheet's name says the language.
        named = next((number for number in codes if head[number] == title.casefold()), None)
        beside = own.get(first_language(), own[NAME]) + 1
        words = named if named is not None else codes[0] if codes else beside
        if words not in free:
            continue
        code = head[words] if words in codes else title.strip().casefold()
        lang = code_of(code) if _CODE.fullmatch(code) else ""
        return _Columns(line=line, lang=lang, words=words, at=own, others=tuple(number for number in free if number != words))
    return None


def _text(row: Sequence[str], line: int, columns: _Columns) -> ExchangedText:
    def cell(name: str) -> str:
        return row[columns.at[name]].strip() if name in columns.at and columns.at[name] < len(row) else ""

    words = row[columns.words].strip() if columns.words < len(row) else ""
    changed = bool(words) and bool(cell(PRINT)) and print_of(words) != cell(PRINT)
    return ExchangedText(
        name=cell(NAME),
        swedish=cell(first_language()),
        words=words,
        done=changed if cell(DONE).casefold() in _NOT else True,
        told=cell(TOLD),
        remark=" ".join(row[number].strip() for number in columns.others if number < len(row) and row[number].strip()),
        known_by=cell(PRINT),
        line=line,
    )


def _has_comments(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return any("comments" in name.casefold() for name in book.namelist())
