"""A slide that stands on several pages: the counters in their titles, and its blocks made one again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from deck.presentation import Block, Cell, Diagram, Paragraph, Row, Table, Text
from deck.presentation.names import MARKS

B = TypeVar("B", bound=Block)
_OF = "|".join(sorted({re.escape(words["of"]) for words in MARKS.values()}))
_COUNTER = re.compile(rf"[ \xa0]\((\d{{1,3}})[ \xa0](?:{_OF})[ \xa0](\d{{1,3}})\)$")
"""As of_parts writes it, whatever the numbers: pages come and go."""


def without_counter(block: B, number: int = 0, parts: int = 0) -> B:
    """A continued title without its " (1 av 2)"; that of page `number` of `parts` goes wherever its owner has written behind
    it."""
    if not isinstance(block, Text) or not block.paragraphs or not block.paragraphs[-1].runs:
        return block
    *before, last = block.paragraphs
    own = re.compile(rf"[ \xa0]\({number}[ \xa0](?:{_OF})[ \xa0]{parts}\)(?!\w)")
    texts = [run.text for run in last.runs]
    texts[-1] = _COUNTER.sub("", texts[-1])
    if parts > 1 and texts[-1] == last.runs[-1].text:
        texts = [own.sub("", text, count=1) for text in texts]
    if texts == [run.text for run in last.runs]:
        return block
    runs = tuple(replace(run, text=text) for run, text in zip(last.runs, texts, strict=True) if text)
    return replace(block, paragraphs=(*before, replace(last, runs=runs)))


def is_counter(words: str) -> bool:
    """Whether words are a page's counter, " (1 av 2)", and nothing else."""
    return _COUNTER.fullmatch(words) is not None


def counted(words: str) -> tuple[str, int, int] | None:
    """A continued title taken apart: its words, which page it is, of how many. None where no counter ends it."""
    found = _COUNTER.search(words)
    return (words[: found.start()], int(found[1]), int(found[2])) if found else None


def in_place(words: Sequence[str], headings: Sequence[str]) -> bool:
    """Whether a later page's headings are the first page's, one by one: as many, and none in another's place. One column taken
    away and one put in make as many, too."""
    return len(words) == len(headings) and all(
        word == old or word not in headings for word, old in zip(words, headings, strict=True)
    )


def _in_columns(block: Table, first: Table) -> Table:
    """A later page's table with the columns of the first page's, known by their headings: one that is not there is empty."""
    if not block.rows or not first.rows:
        return block
    words, headings = ([cell.text for cell in table.rows[0].cells] for table in (block, first))
    if in_place(words, headings):
        return block
    places: list[int | None] = []
    for heading in headings:
        place = next((n for n, word in enumerate(words) if word == heading and n not in places), None)
        places.append(place)
    empty = Cell((Paragraph(()),))

    def cells(row: Row) -> tuple[Cell, ...]:
        return tuple(row.cells[n] if n is not None and n < len(row.cells) else empty for n in places)

    return replace(block, rows=tuple(replace(row, cells=cells(row)) for row in block.rows), widths=first.widths)


def merged_blocks(blocks: list[Block], base: Block | None) -> Block:
    """A slot's block over several slides as one: text after text, rows after rows without the repeated header."""
    first = blocks[0]
    if len(blocks) == 1:
        return first
    if all(isinstance(block, Text) for block in blocks):
        return Text(tuple(p for block in blocks if isinstance(block, Text) for p in block.paragraphs))
    if isinstance(first, Table) and all(isinstance(block, Table) for block in blocks):
        header = first.rows[:1]
        names = {row.id for row in header}
        blocks = [_in_columns(block, first) if isinstance(block, Table) else block for block in blocks]
        rest = tuple(
            row
            for block in blocks[1:]
            if isinstance(block, Table)
            for n, row in enumerate(block.rows)
            if n or (row.id not in names and row.cells != header[0].cells)
        )
        return replace(first, rows=(*first.rows, *rest))
    if isinstance(first, Diagram) and isinstance(base, Diagram):
        # Each part has read the base with its own words put in: what differs from the base is what that part says.
        parts = [block.items for block in blocks if isinstance(block, Diagram)]
        best = (next((items[n] for items in parts if items[n] != was), was) for n, was in enumerate(base.items))
        return replace(first, items=tuple(best))
    return first
