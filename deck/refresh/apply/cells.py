"""How a table's cells look now, given to those that its owner has: what is as we wrote it follows, what its owner changed
stays."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from deck.drawing.names import Element, attributes, child, qn, whole
from deck.refresh.apply.rows import TableLine
from deck.refresh.dress import as_looks, relooked
from deck.refresh.pages import NEAR

T = TypeVar("T")
CellSpot = tuple[bool, bool, str]
"""Whether in the header row, whether in the first column, and an element's name."""


@dataclass(frozen=True)
class Changed:
    """`looks`: spot and look as we wrote it → as it is written now. `sizes`: likewise of words, 100ths of a point, for words
    that their owner gave another look, but no size."""

    looks: Mapping[tuple[CellSpot, bytes], Element]
    sizes: Mapping[tuple[CellSpot, str], str]

    @classmethod
    def between(cls, was: Iterable[TableLine], now: Iterable[TableLine], *, every: bool = False) -> Changed:
        """From cells of the same row and column, as most of them changed, or, with `every`, as all of them did; where a row is
        new or gone, those of another tell."""
        looks: dict[tuple[CellSpot, bytes], list[Element]] = {}
        sizes: dict[tuple[CellSpot, str], list[str]] = {}
        fresh = {line.row.id: line for line in reversed(list(now))}
        for line in was:
            other = fresh.get(line.row.id)
            for spot, old, new in _pairs(line, other, every=every) if other is not None else ():
                looks.setdefault((spot, as_looks(old)), []).append(new)
                if (size := old.get("sz")) and new.get("sz"):
                    sizes.setdefault((spot, size), []).append(new.get("sz", ""))
        return cls(
            {where: _most(found, as_looks) for where, found in looks.items() if not every or len(set(map(as_looks, found))) == 1},
            {where: _most(found, str) for where, found in sizes.items() if not every or len(set(found)) == 1},
        )


def _most(found: Sequence[T], told: Callable[[T], Hashable]) -> T:
    """The first of those that are most."""
    counted = Counter(map(told, found))
    return max(found, key=lambda item: counted[told(item)])


def _pairs(one: TableLine, other: TableLine, *, every: bool) -> Iterator[tuple[CellSpot, Element, Element]]:
    """What two rows' cells look by: each cell's properties, its frame's, and its first words'; with `every` all its words, where
    they are as many."""
    cells = (line.element.iterchildren(qn("a:tc")) for line in (one, other))
    for n, (cell, twin) in enumerate(zip(*cells, strict=False)):
        for name in ("a:tcPr", "a:bodyPr", "a:rPr"):
            mine, theirs = (list(item.iter(qn(name))) or [item.makeelement(qn(name), {})] for item in (cell, twin))
            if not every or len(mine) != len(theirs):
                mine, theirs = mine[:1], theirs[:1]
            yield from (((one.heading, n == 0, name), old, new) for old, new in zip(mine, theirs, strict=True))


def redress(table: Element, changed: Changed) -> None:
    """A table (a:tbl) in the looks of now; words, links and what its owner made otherwise stay."""
    for n, row in enumerate(table.iterchildren(qn("a:tr"))):
        redress_row(row, changed, heading=not n)


def redress_row(row: Element, changed: Changed, *, heading: bool = False) -> None:
    for n, cell in enumerate(row.iterchildren(qn("a:tc"))):
        for item in list(cell.iter(qn("a:tcPr"), qn("a:bodyPr"), qn("a:rPr"), qn("a:endParaRPr"))):
            _redress(item, (heading, n == 0), changed)


def _redress(item: Element, where: tuple[bool, bool], changed: Changed) -> None:
    name = {qn("a:tcPr"): "a:tcPr", qn("a:bodyPr"): "a:bodyPr"}.get(str(item.tag), "a:rPr")
    spot: CellSpot = (*where, name)
    new, holder = changed.looks.get((spot, as_looks(item))), item.getparent()
    if new is not None and holder is not None:
        if as_looks(new) != as_looks(item):
            changed_to = relooked(item, new)
            changed_to.tag = item.tag
            holder.replace(item, changed_to)
    elif size := changed.sizes.get((spot, item.get("sz", ""))):
        item.set("sz", size)


def restyle(table: Element, was: Iterable[Element], now: Element) -> None:
    """The table's style, and which of its rows and columns it tells apart, where they are as we wrote them."""
    own, new = child(table, "a:tblPr"), child(now, "a:tblPr")
    if own is not None and new is not None and as_looks(own) in [as_looks(child(item, "a:tblPr")) for item in was]:
        table.replace(own, copy.deepcopy(new))


def give_margins(table: Element, was: Iterable[Element]) -> None:
    """Cells get the margins back that a program forgot: LibreOffice writes no left one of 0, which means 0.1 inch, and the others
    into the text's frame, where no table has them (21.1.3.17)."""
    ours: dict[tuple[int, str], set[str]] = {}
    for row in (row for item in was for row in item.iterchildren(qn("a:tr"))):
        for n, cell in enumerate(row.iterchildren(qn("a:tc"))):
            for name in _MARGINS:
                ours.setdefault((n, name), set()).add(attributes(child(cell, "a:tcPr")).get(name, ""))
    for row in table.iterchildren(qn("a:tr")):
        for n, cell in enumerate(row.iterchildren(qn("a:tc"))):
            look, frame = child(cell, "a:tcPr"), attributes(child(cell, "a:txBody", "a:bodyPr"))
            for name, inset in _MARGINS.items():
                written = next(iter(known), "") if len(known := ours.get((n, name), set())) == 1 else ""
                if look is None or look.get(name) is not None or not written:
                    continue
                forgotten = name == "marL" and written == "0"
                if forgotten or (inset in frame and abs(whole(frame[inset]) - whole(written)) <= NEAR):
                    look.set(name, written)


_MARGINS = {"marL": "lIns", "marR": "rIns", "marT": "tIns", "marB": "bIns"}
"""A cell's margins, and where a text's frame has them (21.1.2.1.1)."""


__all__ = ["Changed", "give_margins", "redress", "redress_row", "restyle"]
