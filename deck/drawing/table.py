"""Tables as they show: cell fills and text by table style (ECMA-376 Part 1, 21.1.3) and by the cells' own properties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deck.drawing import numbers
from deck.drawing.color import color_of
from deck.drawing.model import CellEdge, Insets, Paint, SceneCell, SceneTable, TextLevel, TextStyle
from deck.drawing.names import Element, child, local, qn, yes
from deck.drawing.paint import fill_in, paint_of, referenced
from deck.drawing.sheet import Sheet
from deck.drawing.stock_tables import stock_parts
from deck.drawing.text import levels_of, style_of, text_of

CellWeight = tuple[bool | None, bool | None]
"""Bold and italic, None where a table's style does not say."""


def _style_parts(sheet: Sheet, style_id: str) -> dict[str, Element]:
    root = sheet.sheets.root(sheet.package.one(sheet.package.main, "tableStyles"))
    for style in root.iterchildren(qn("a:tblStyle")) if root is not None else ():
        if style.get("styleId") == style_id:
            return {local(item): item for item in style}
    return {local(item): item for item in stock_parts(style_id)}


def _names(row: int, column: int, rows: int, columns: int, flags: dict[str, bool]) -> list[str]:
    """The parts of a table style that hold for a cell, weakest first."""
    names = ["wholeTbl"]
    if flags["bandRow"]:
        names.append("band1H" if (row - flags["firstRow"]) % 2 == 0 else "band2H")
    if flags["bandCol"]:
        names.append("band1V" if (column - flags["firstCol"]) % 2 == 0 else "band2V")
    for flag, here, name in (
        ("lastCol", column == columns - 1, "lastCol"),
        ("firstCol", column == 0, "firstCol"),
        ("lastRow", row == rows - 1, "lastRow"),
        ("firstRow", row == 0, "firstRow"),
    ):
        if flags[flag] and here:
            names.append(name)
    if flags["firstRow"] and flags["firstCol"] and row == column == 0:
        names.append("nwCell")
    return names


def _by_style(sheet: Sheet, parts: dict[str, Element], names: Sequence[str]) -> tuple[Paint, str | None, CellWeight]:
    """(fill, text colour, weight) that the table's style gives a cell."""
    paint, ink, bold, italic = Paint(), None, None, None
    colors = sheet.colors
    for name in names:
        part = parts.get(name)
        if part is None:
            continue
        fill = child(part, "a:tcStyle", "a:fill")
        if fill is not None:
            paint = paint_of(fill_in(fill), colors, sheet)
        reference = child(part, "a:tcStyle", "a:fillRef")
        if reference is not None:
            paint = referenced(reference, sheet)
        text = child(part, "a:tcTxStyle")
        if text is not None:
            ink = found[0] if (found := color_of(text, colors)) else ink
            bold = _switch(text.get("b"), bold)
            italic = _switch(text.get("i"), italic)
    return paint, ink, (bold, italic)


@dataclass(frozen=True, slots=True)
class StyledCell:
    """What a table style gives a cell: `ink` RRGGBB; `ruled`: a line under it; `faced`: its font is not the theme's for text."""

    fill: Paint
    ink: str
    bold: bool
    italic: bool
    ruled: bool
    faced: bool


def styled(sheet: Sheet, style_id: str, names: Sequence[str]) -> StyledCell | None:
    """A cell for which these parts of a style hold, the weakest first ("wholeTbl", "band1H", "firstRow"); None where nobody
    defines the style."""
    parts = _style_parts(sheet, style_id)
    if not parts:
        return None
    paint, ink, (bold, italic) = _by_style(sheet, parts, names)
    below = _edges(sheet, parts, list(names), None, (1, 0), (3, 1))[1]
    level = levels_of(sheet, None, ())[0]
    return StyledCell(
        paint,
        ink=ink or level.color,
        bold=level.bold if bold is None else bold,
        italic=level.italic if italic is None else italic,
        ruled=below is not None and below.paint.kind != "none" and below.width > 0,
        faced=any(_faced(child(parts.get(name), "a:tcTxStyle")) for name in names),
    )


def _faced(text: Element | None) -> bool:
    if text is None:
        return False
    reference = child(text, "a:fontRef")
    return child(text, "a:font") is not None or (reference is not None and reference.get("idx") == "major")


def _switch(said: str | None, otherwise: bool | None) -> bool | None:
    """ST_OnOffStyleType (20.1.10.34): "def" says nothing."""
    return {"on": True, "off": False}.get(said or "", otherwise)


CellEdges = tuple[CellEdge | None, CellEdge | None, CellEdge | None, CellEdge | None]


def _edges(
    sheet: Sheet, parts: dict[str, Element], names: list[str], own: Element | None, at: tuple[int, int], size: tuple[int, int]
) -> CellEdges:
    """The lines above, below, before and after a cell: its own (21.1.3.17 tcPr), else by the style's strongest part that says any
    (20.1.4.2.26 tcBdr). `at`: its row and column, of `size`."""
    found: list[CellEdge | None] = []
    for own_name, outer, inner, alone, last in (
        ("a:lnT", "a:top", "a:insideH", ("firstRow", "lastRow"), at[0] == 0),
        ("a:lnB", "a:bottom", "a:insideH", ("firstRow", "lastRow"), at[0] == size[0] - 1),
        ("a:lnL", "a:left", "a:insideV", ("firstCol", "lastCol"), at[1] == 0),
        ("a:lnR", "a:right", "a:insideV", ("firstCol", "lastCol"), at[1] == size[1] - 1),
    ):
        line = child(own, own_name)
        edge = _border(sheet, line) if line is not None else None
        for name in reversed(names) if line is None else ():
            side = child(parts.get(name), "a:tcStyle", "a:tcBdr", outer if name in alone or last else inner)
            if side is not None and len(side):
                edge = _border(sheet, side[0])
                break
        found.append(edge)
    return found[0], found[1], found[2], found[3]


def _border(sheet: Sheet, line: Element) -> CellEdge:
    """a:ln, or a:lnRef into the theme's lines."""
    if local(line) == "lnRef":
        index = numbers.index(line.get("idx"), 0)
        kept = sheet.theme.lines[index - 1] if 0 < index <= len(sheet.theme.lines) else None
        width = numbers.line_width(kept.get("w"), 12_700) if kept is not None else 12_700
        return CellEdge(referenced(line, sheet, lines=True), width, "")
    own = fill_in(line)
    dash = child(line, "a:prstDash")
    said = dash.get("val", "") if dash is not None else ""
    paint = paint_of(own, sheet.colors, sheet) if own is not None else Paint()
    return CellEdge(paint, numbers.line_width(line.get("w"), 12_700), "" if said == "solid" else said)


def table_of(sheet: Sheet, table: Element) -> SceneTable:
    """a:tbl resolved. Its text starts from the presentation's default text, as PowerPoint does."""
    props = child(table, "a:tblPr")
    flags = {
        name: yes(props.get(name)) if props is not None else False
        for name in ("firstRow", "firstCol", "lastRow", "lastCol", "bandRow", "bandCol")
    }
    style_id = getattr(child(props, "a:tableStyleId"), "text", "") or ""
    parts = _style_parts(sheet, style_id)
    grid = child(table, "a:tblGrid")
    widths = tuple(numbers.extent(item.get("w")) for item in grid.iterchildren(qn("a:gridCol"))) if grid is not None else ()
    base = levels_of(sheet, None, ())
    rows = list(table.iterchildren(qn("a:tr")))[:2000]
    found: list[tuple[SceneCell, ...]] = []
    for r, row in enumerate(rows):
        cells = []
        for c, cell in enumerate(list(row.iterchildren(qn("a:tc")))[:200]):
            names = _names(r, c, len(rows), len(widths), flags)
            paint, ink, bold = _by_style(sheet, parts, names)
            own = child(cell, "a:tcPr")
            fill = fill_in(own)
            if fill is not None:
                paint = paint_of(fill, sheet.colors, sheet)
            above, below, before, after = _edges(sheet, parts, names, own, (r, c), (len(rows), len(widths)))
            made = _cell(sheet, cell, own, base, ink, bold, paint)
            cells.append(replace(made, above=above, below=below, before=before, after=after))
        found.append(tuple(cells))
    return SceneTable(
        tuple(found),
        widths=widths,
        heights=tuple(numbers.extent(row.get("h")) for row in rows),
        first_row=flags["firstRow"],
        style_id=style_id,
        first_column=flags["firstCol"],
    )


def _cell(
    sheet: Sheet,
    cell: Element,
    own: Element | None,
    base: tuple[TextLevel, ...],
    ink: str | None,
    weight: CellWeight,
    paint: Paint,
) -> SceneCell:
    bold, italic = weight
    levels = base
    if ink is not None or bold is not None or italic is not None:
        levels = tuple(
            replace(
                level,
                color=ink or level.color,
                bold=level.bold if bold is None else bold,
                italic=level.italic if italic is None else italic,
            )
            for level in base
        )
    body = child(cell, "a:txBody")
    insets = Insets(
        *(
            numbers.inset(own.get(name) if own is not None else None, size)
            for name, size in (("marL", 91_440), ("marT", 45_720), ("marR", 91_440), ("marB", 45_720))
        )
    )
    style: TextStyle = replace(
        style_of(levels, (body,)),
        insets=insets,
        anchor=(own.get("anchor") if own is not None else None) or "t",
        vert=(own.get("vert") if own is not None else None) or "horz",
    )
    text = text_of(sheet, body, style) if body is not None else text_of(sheet, cell, style)
    merged = yes(cell.get("hMerge")) or yes(cell.get("vMerge"))
    return SceneCell(
        text,
        fill=paint,
        row_span=numbers.span(cell.get("rowSpan"), 1),
        col_span=numbers.span(cell.get("gridSpan"), 1),
        merged=merged,
    )
