"""The mark of a table's header row, which LibreOffice drops with the table's style: a reader by ear needs it
(WCAG 2.1, 1.3.1)."""

from __future__ import annotations

from deck.drawing.names import Element, child, qn
from deck.presentation import Table
from deck.refresh.apply.bench import Bench
from deck.refresh.apply.rows import table_of

_MARKS = ("firstRow", "firstCol")


def mark_headers(bench: Bench) -> None:
    """Our tables whose properties a program has dropped have their marks of headings again (21.1.3.15). One that says
    anything of its style is as its owner has it."""
    for slide in bench.after.wanted.slides:
        roots = [root for page in bench.mine.get(slide.id, ()) if (root := page.reader.sheet.root) is not None]
        bare = any(_is_bare(table) for root in roots for table in root.iter(qn("a:tbl")))
        for slot in slide.slots if bare else ():
            if isinstance(slot.block, Table):
                for patch in bench.pages(slide.id):
                    _give(patch.shape(slot.id), patch.fresh.shape(slot.id))


def _is_bare(table: Element) -> bool:
    props = child(table, "a:tblPr")
    return props is None or not (props.attrib or len(props))


def _give(mine: Element | None, ours: Element | None) -> None:
    table, source = (table_of(shape) if shape is not None else None for shape in (mine, ours))
    given = child(source, "a:tblPr")
    if table is None or given is None or not _is_bare(table):
        return
    props = child(table, "a:tblPr")
    if props is None:
        props = table.makeelement(qn("a:tblPr"))
        table.insert(0, props)
    for name in _MARKS:
        if given.get(name):
            props.set(name, given.get(name, ""))


__all__ = ["mark_headers"]
