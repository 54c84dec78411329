"""Tables and lists that are what they look like (WCAG 1.3.1, EN 301 549 10.1.3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deck.check.accessible.mend import copy_of, xml_of
from deck.check.model import Finding, Rule
from deck.check.subject import SlideRef, Subject
from deck.check.words import Seen, Words, as_seen, element_of, shapes_of, words_of
from deck.diagnostics import Severity, short
from deck.drawing import SceneParagraph, numbers
from deck.drawing.names import child, qn
from deck.i18n import N_, _
from deck.package import Package

WHY = N_("WCAG 1.3.1 (EN 301 549, 10.1.3.1): what is seen as a table or list is told as one.")
DASH = re.compile(r"^\s*([-–—*•·▪■►‣○●♦>➢✓])[ \t\u00a0]+\S")
NUMBER = re.compile(r"^\s*\(?(\d{1,2}|[a-z])[.)][ \t\u00a0]+\S", re.IGNORECASE)
SURE = "•·▪■►‣○●♦➢✓"
"""A typed mark that is never a dash of speech nor a minus: one is enough."""
COLUMNS = re.compile(r"\t+| {3,}")


def tables_of(subject: Subject, slide: SlideRef) -> Iterator[Seen]:
    return (seen for seen in shapes_of(subject, slide) if seen.shape.table is not None and not seen.hidden)


def _header(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        for seen in tables_of(subject, slide):
            table = seen.shape.table
            if table is not None and not table.first_row and len(table.rows) > 1:
                where = subject.where(slide.part, seen.shape.name)
                yield HEADER.found(_("no row is marked as the header row"), where, box=as_seen(seen.shape))


def mark_headers(subject: Subject) -> Package:
    parts: dict[str, bytes | None] = {}
    for slide in subject.slides:
        wrong = [seen.shape.path for seen in tables_of(subject, slide) if _headless(seen)]
        root = subject.tree(slide.part)
        if not wrong or root is None:
            continue
        root = copy_of(root)
        for path in wrong:
            frame = element_of(child(root, "p:cSld", "p:spTree"), path)
            table = child(frame, "a:graphic", "a:graphicData", "a:tbl")
            if table is None:
                continue
            props = child(table, "a:tblPr")
            if props is None:
                props = table.makeelement(qn("a:tblPr"))
                table.insert(0, props)
            props.set("firstRow", "1")
        parts[slide.part] = xml_of(root)
    return subject.package.replace(parts)


def _headless(seen: Seen) -> bool:
    """A table whose first row says what the columns are: all its cells have words, and they are no bare numbers."""
    table = seen.shape.table
    if table is None or table.first_row or len(table.rows) < 2:
        return False
    first = [cell.text.text.strip() for cell in table.rows[0]]
    return all(first[1:]) and not any(re.fullmatch(r"[\d\s.,%–-]+", words) for words in first if words)


def _merged(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        for seen in tables_of(subject, slide):
            table = seen.shape.table
            joined = [cell for row in table.rows for cell in row if max(cell.row_span, cell.col_span) > 1] if table else []
            if joined:
                message = _("it has merged cells, such as “{words}”").format(words=short(joined[0].text.text, 30))
                yield MERGED.found(message, subject.where(slide.part, seen.shape.name), box=as_seen(seen.shape))


def _fake_lists(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        for words in words_of(subject, slide):
            if words.furniture or words.row >= 0:
                continue
            typed = typed_items(_lines(words.text.paragraphs))
            if typed:
                message = _("the list's marks are typed by hand: “{words}”").format(words=short(typed[0], 40))
                yield FAKE_LIST.found(message, subject.where(slide.part, words.name), box=words.box)


def _lines(paragraphs: tuple[SceneParagraph, ...]) -> list[str]:
    """Lines as typed, breaks within a paragraph counted; a paragraph that is a list item already counts as nothing."""
    found: list[str] = []
    for paragraph in paragraphs:
        if paragraph.text.strip():
            found += [""] if paragraph.list in ("number", "picture") else paragraph.text.split("\v")
    return found


def typed_items(lines: list[str]) -> list[str]:
    """The lines that begin with a typed mark, where two or more follow each other (1, 2 …; – …), or one has a sure mark."""
    best: list[str] = []
    run: list[str] = []
    last = ""
    for line in [*lines, ""]:
        dash, number = DASH.match(line), NUMBER.match(line)
        mark = dash.group(1) if dash else number.group(1).lower() if number else ""
        if dash and mark in SURE and not best:
            best = [line]
        follows = bool(run) and ((dash is not None and mark == last) or (number is not None and _after(last, mark)))
        if follows:
            run.append(line)
        else:
            run = [line] if dash or (number and mark in ("1", "a")) else []
        last = mark
        if len(run) >= 2 and len(run) > len(best):
            best = list(run)
    return best


def _after(one: str, other: str) -> bool:
    if one.isdecimal() and other.isdecimal():
        return numbers.whole(other) == numbers.whole(one) + 1
    return len(one) == len(other) == 1 and ord(other) == ord(one) + 1


def _fake_tables(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        for words in words_of(subject, slide):
            if words.furniture or words.row >= 0:
                continue
            found = spaced_rows(_rows(words))
            if found:
                message = _("columns are made with tabs or spaces: “{words}”").format(words=short(found[0], 40))
                yield FAKE_TABLE.found(message, subject.where(slide.part, words.name), box=words.box)


def _rows(words: Words) -> list[str]:
    return [line for paragraph in words.text.paragraphs for line in paragraph.text.split("\v")]


def spaced_rows(lines: list[str]) -> list[str]:
    """Three or more lines after each other of as many columns; or two of three columns."""
    best: list[str] = []
    run: list[str] = []
    columns = 0
    for line in [*lines, ""]:
        count = len([part for part in COLUMNS.split(line.strip()) if part])
        if count >= 2 and count == columns:
            run.append(line)
        else:
            run = [line] if count >= 2 else []
        columns = count
        if len(run) >= (3 if columns == 2 else 2) and len(run) > len(best):
            best = list(run)
    return best


HEADER = Rule(
    "accessible/table-header",
    severity=Severity.ERROR,
    title=N_("A table has no header row"),
    why=WHY,
    mend=N_("choose the table, then Table Design > Header Row, and say in its first row what the columns are"),
    find=_header,
    fix=mark_headers,
)
MERGED = Rule(
    "accessible/table-merged",
    severity=Severity.WARNING,
    title=N_("A table has merged cells"),
    why=WHY,
    mend=N_("choose the cell, then Layout > Split Cells, and repeat the words where they hold; or make two tables"),
    find=_merged,
)
FAKE_LIST = Rule(
    "accessible/list-typed",
    severity=Severity.WARNING,
    title=N_("A list is typed by hand"),
    why=WHY,
    mend=N_("take the typed marks away, choose the lines, then Home > Bullets or Numbering"),
    find=_fake_lists,
)
FAKE_TABLE = Rule(
    "accessible/table-typed",
    severity=Severity.WARNING,
    title=N_("A table is made with tabs or spaces"),
    why=WHY,
    mend=N_("choose Insert > Table, and put each piece in a cell of its own"),
    find=_fake_tables,
)
RULES = (HEADER, MERGED, FAKE_LIST, FAKE_TABLE)
