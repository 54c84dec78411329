"""Tables as they show: cell fills and text by table style (ECMA-376 Part 1, 21.1.3) and by the cells' own properties."""

from __future__ import annotations

from dataclasses import replace

from deck.drawing import numbers
from deck.drawing.color import color_of, transform
from deck.drawing.model import CellEdge, Insets, Paint, SceneCell, SceneTable, TextLevel, TextStyle
from deck.drawing.names import Element, child, qn, yes
from deck.drawing.paint import fill_in, paint_of, referenced
from deck.drawing.sheet import Sheet
from deck.drawing.text import levels_of, style_of, text_of

MEDIUM_2 = {
    "{073A0DAA-6AF3-43AB-8588-CEC1D06C72B9}": "dk1",
    "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}": "accent1",
    "{21E4AEA4-8DFA-4A89-87EB-49C32662AFE0}": "accent2",
    "{F5AB1C69-6EDB-4FF4-983F-18BD219EF322}": "accent3",
    "{00A15C55-8517-42AA-B614-E9B94910E393}": "accent4",
    "{7DF18680-E054-41AD-8BC1-D1AEF772440D}": "accent5",
    "{93296810-A885-4BE3-A3E7-6D5BEEA58F35}": "accent6",
}
"""The built-in "Medium Style 2" of each accent, which files name without defining."""


CellWeight = tuple[bool | None, bool | None]
"""Bold and italic, None where a table's style does not say."""


def _style_parts(sheet: Sheet, style_id: str) -> dict[str, Element]:
    root = sheet.sheets.root(sheet.package.one(sheet.package.main, "tableStyles"))
    for style in root.iterchildren(qn("a:tblStyle")) if root is not None else ():
        if style.get("styleId") == style_id:
            return {item.tag.rsplit("}", 1)[-1]: item for item in style}
    return {}


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


def _by_style(sheet: Sheet, parts: dict[str, Element], style_id: str, names: list[str]) -> tuple[Paint, str | None, CellWeight]:
    """(fill, text colour, weight) that the table's style gives a cell."""
    paint, ink, bold, italic = Paint(), None, None, None
    colors = sheet.colors
    if not parts and style_id in MEDIUM_2:
        accent = colors.named(MEDIUM_2[style_id])
        strong = {"firstRow", "lastRow", "firstCol", "lastCol"} & set(names)
        if strong:
            return Paint("solid", colors=(accent,)), colors.named("lt1"), (True, None)
        tint = 0.4 if "band1H" in names or "band1V" in names else 0.2
        return Paint("solid", colors=(transform(accent, ("tint", tint)),)), colors.named("dk1"), (None, None)
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
            line = child(parts.get(name), "a:tcStyle", "a:tcBdr", outer if name in alone or last else inner, "a:ln")
            if line is not None:
                edge = _border(sheet, line)
                break
        found.append(edge)
    return found[0], found[1], found[2], found[3]


def _border(sheet: Sheet, line: Element) -> CellEdge:
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
            paint, ink, bold = _by_style(sheet, parts, style_id, names)
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
