"""Cells that their owner filled, in a file in which a program wrote every look: in a colour that neither our table nor its style
has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from deck.drawing.color import color_of
from deck.drawing.names import Element, child, qn
from deck.drawing.sheet import Sheet
from deck.presentation import Slot, Table
from deck.refresh.guard.seen import is_near, is_tint
from deck.refresh.pages import Page


def own_fills(page: Page, known: Sequence[Page], slot: str) -> frozenset[str]:
    """The colours (RRGGBB) of filled cells of a slot's table (21.1.3.17 tcPr) that are none of ours. `known`: the page as we
    would write it; without one nothing is told."""
    shape = page.shape(slot)
    twins = [(other.reader.sheet, item) for other in known if (item := other.shape(slot)) is not None]
    if shape is None or not twins:
        return frozenset()
    ours = {rgb for sheet, item in twins for rgb in (*_fills(sheet, item), *_of_styles(sheet))}
    if page.adrift:
        ours |= _of_lost_style(page.reader.sheet, shape)
    return frozenset(rgb for rgb in _fills(page.reader.sheet, shape) if not is_near(rgb, ours))


def filled_rows(page: Page, known: Sequence[Page], slot: Slot) -> set[str]:
    """The ids of the rows of a slot's table in which such cells stand."""
    own, shape = own_fills(page, known, slot.id), page.shape(slot.id)
    said = page.reader.block(slot.id, shape, slot.block) if own and shape is not None else None
    if shape is None or not isinstance(said, Table):
        return set()
    lines = zip(said.rows, shape.iter(qn("a:tr")), strict=False)
    return {row.id for row, line in lines if not own.isdisjoint(_fills(page.reader.sheet, line))}


def _of_lost_style(sheet: Sheet, table: Element) -> set[str]:
    """The theme's colours that a style paints by rule, where the house's own is lost and stands in the cells alone: the head,
    every other row, a first or last column."""
    rows = [[frozenset(_fills(sheet, cell)) for cell in row.iterchildren(qn("a:tc"))] for row in table.iter(qn("a:tr"))]
    lines = Counter(row[0] for row in rows[1:] if len(set(row)) == 1)
    most = max(LEAST_STRIPES, (len(rows) - 1) // 2)
    ruled = {color for color, count in lines.items() if count >= most}
    ruled |= {row[0] for row in rows[:1] if len(set(row)) == 1}
    columns = [set(column) for column in zip(*rows[1:], strict=False)] if len(rows) > LEAST_STRIPES else []
    ruled |= {cell for column in (*columns[:1], *columns[-1:]) if len(column) == 1 for cell in column}
    scheme = frozenset(sheet.theme.scheme.values())
    return {rgb for cell in ruled for rgb in cell if is_tint(rgb, scheme)}


LEAST_STRIPES = 2


def _fills(sheet: Sheet, shape: Element) -> Iterator[str]:
    return _colors(sheet, (child(look, "a:solidFill") for look in shape.iter(qn("a:tcPr"))))


def _of_styles(sheet: Sheet) -> Iterator[str]:
    part = sheet.package.one(sheet.package.main, "tableStyles")
    root = sheet.sheets.root(part) if part is not None else None
    return _colors(sheet, root.iter(qn("a:solidFill"))) if root is not None else iter(())


def _colors(sheet: Sheet, fills: Iterable[Element | None]) -> Iterator[str]:
    return (found[0] for fill in fills if fill is not None and (found := color_of(fill, sheet.colors)))


__all__ = ["filled_rows", "own_fills"]
