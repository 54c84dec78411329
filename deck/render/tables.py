"""A table: its cells with their fills and words, then the lines between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deck.drawing import Paint, SceneShape
from deck.drawing.model import CellEdge, SceneCell, SceneTable
from deck.geometry import EMU_PER_PT, Box
from deck.layout.setting import set_text
from deck.render.canvas import Canvas, add
from deck.render.shapes import dashes
from deck.render.words import draw_text

HAIR = CellEdge(Paint("solid", colors=("8A8F94",)), 9_525)
"""The line under rows of a table whose style is not known."""


def row_heights(table: SceneTable) -> tuple[int, ...]:
    """Rows as high as they show, in EMU: as the file says, or as their words need (PowerPoint and LibreOffice both)."""
    heights = list(table.heights)
    for r, row in enumerate(table.rows[: len(heights)]):
        for cell, width in _shown(table, row):
            if cell.row_span > 1 or not cell.text.text.strip():
                continue
            margins = cell.text.style.insets
            need = set_text(cell.text, Box(0, 0, width, 10_000_000)).height * EMU_PER_PT + margins.top + margins.bottom
            heights[r] = max(heights[r], round(need))
    return tuple(heights)


def _shown(table: SceneTable, row: tuple[SceneCell, ...]) -> Iterator[tuple[SceneCell, int]]:
    for n, cell in enumerate(row):
        if not cell.merged:
            yield cell, sum(table.widths[n : n + max(cell.col_span, 1)])


def cells(table: SceneTable, box: Box) -> Iterator[tuple[int, int, SceneCell, Box]]:
    """Row, column, cell and its box for each cell that is seen."""
    heights = row_heights(table)
    y = box.y
    for r, (row, height) in enumerate(zip(table.rows, heights, strict=False)):
        x = box.x
        for c, cell in enumerate(row):
            if not cell.merged:
                wide = sum(table.widths[c : c + max(cell.col_span, 1)])
                yield r, c, cell, Box(x, y, wide, sum(heights[r : r + max(cell.row_span, 1)]))
            x += table.widths[c] if c < len(table.widths) else 0
        y += height


def draw_table(canvas: Canvas, parent: Any, shape: SceneShape, words: bool = True) -> None:
    """`words` False: fills and lines alone."""
    table = shape.table
    assert table is not None
    for _r, _c, cell, box in cells(table, shape.box):
        if cell.fill.kind != "none":
            opacity = round(cell.fill.alpha, 3) if cell.fill.alpha < 1 else None
            add(parent, "rect", **canvas.box(box), fill=canvas.paint(cell.fill, box), fill_opacity=opacity)
        if words:
            draw_text(canvas, parent, cell.text, box)
    for line, edge in _lines(table, shape.box):
        _edge(canvas, parent, line, edge)


def _lines(table: SceneTable, box: Box) -> Iterator[tuple[Box, CellEdge]]:
    """Every line between two cells or at the table's edge, once: the heavier of the two cells' own."""
    found: dict[Box, list[CellEdge | None]] = {}
    known = False
    for r, _c, cell, at in cells(table, box):
        sides = (
            (Box(at.x, at.y, at.w, 0), cell.above, r > 0),
            (Box(at.x, at.bottom, at.w, 0), cell.below, True),
            (Box(at.x, at.y, 0, at.h), cell.before, False),
            (Box(at.right, at.y, 0, at.h), cell.after, False),
        )
        known = known or any(edge is not None for _line, edge, _under in sides)
        for line, edge, under in sides:
            kept = found.setdefault(line, [])
            if edge is not None or under:
                kept.append(edge)
    for line, edges in found.items():
        said = [edge for edge in edges if edge is not None] or ([HAIR] if edges and not known else [])
        shown = [edge for edge in said if edge.paint.kind != "none"]
        if shown:
            yield line, max(shown, key=lambda item: item.width)


def _edge(canvas: Canvas, parent: Any, at: Box, edge: CellEdge) -> None:
    add(
        parent,
        "line",
        x1=canvas.length(at.x),
        y1=canvas.length(at.y),
        x2=canvas.length(at.right),
        y2=canvas.length(at.bottom),
        stroke=canvas.paint(edge.paint),
        stroke_width=max(canvas.length(edge.width), 0.5),
        stroke_dasharray=dashes(canvas, edge.dash, edge.width),
    )
