"""Native tables, and the table styles that colour them (ECMA-376 Part 1, 21.1.3)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from deck.layout.model import PlacedTable
from deck.layout.tables import margins_of
from deck.package.names import A16
from deck.pptx.dress import PLAIN, Dress
from deck.pptx.identity import guid, number, slot_name
from deck.pptx.shapes import WritingSlide, frame
from deck.pptx.text import color, direction, fill, quoted, runs
from deck.presentation import Cell, Table
from deck.presentation.names import PARTS, called
from deck.tables import amount
from deck.template.model import Insets, ThemeColor

ROW_URI = "{0D108BD9-81ED-4DB2-BD59-A6C34878D82A}"
COLUMN_URI = "{9D8B030D-6E8A-4147-A177-3AD203B41FA5}"


HEAVY, FINE = 19_050, 9_525
"""EMU: the rules about the header, and those under rows."""


def style_id(item: PlacedTable, dress: Dress = PLAIN) -> str:
    if item.house is not None:
        return item.house.style_id
    told = (item.text, item.rule, item.strong)
    more = (() if item.plate is None else (item.plate,)) + ((_weight(dress),) if _weight(dress) else ())
    return guid("table-style", repr((*told, *more)))


def _weight(dress: Dress) -> str:
    """That words are neither bold nor italic of themselves (20.1.4.2.30 tcTxStyle): in runs it would be read as their owner's."""
    said, _latin = dress.run()
    return (' b="off"' if ' b="0"' in said else "") + (' i="off"' if ' i="0"' in said else "")


def style_xml(item: PlacedTable, lang: str, dress: Dress = PLAIN) -> str:
    """a:tblStyle in theme colours: rules about the header and under each row, nothing filled but where they stand on a plate. New
    rows that an owner adds look right by themselves. "" where the style is the house's own, and in its template."""
    if item.house is not None:
        return item.house.xml
    no = "<a:ln><a:noFill/></a:ln>"

    def rule(width: int, ink: ThemeColor) -> str:
        return f'<a:ln w="{width}" cmpd="sng">{fill(ink)}</a:ln>'

    fine, heavy = rule(FINE, item.rule), rule(HEAVY, item.text)
    borders = "".join(
        f"<a:{side}>{fine if side in ('bottom', 'insideH') else no}</a:{side}>"
        for side in ("left", "right", "top", "bottom", "insideH", "insideV")
    )
    font = '<a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef>'
    bare = f"<a:fill>{fill(item.plate)}</a:fill>"
    head = f'<a:tcTxStyle b="on">{font}{color(item.text)}</a:tcTxStyle>'
    return (
        f'<a:tblStyle styleId="{style_id(item, dress)}" styleName={quoted(called(PARTS, "table-style", lang))}>'
        f"<a:wholeTbl><a:tcTxStyle{_weight(dress)}>{font}{color(item.text)}</a:tcTxStyle><a:tcStyle><a:tcBdr>{borders}</a:tcBdr>{bare}</a:tcStyle></a:wholeTbl>"
        f'<a:firstCol><a:tcTxStyle b="on">{font}{color(item.strong)}</a:tcTxStyle><a:tcStyle><a:tcBdr/></a:tcStyle></a:firstCol>'
        f"<a:firstRow>{head}<a:tcStyle><a:tcBdr><a:top>{heavy}</a:top><a:bottom>{heavy}</a:bottom></a:tcBdr>{bare}</a:tcStyle></a:firstRow>"
        f"<a:nwCell>{head}<a:tcStyle><a:tcBdr/></a:tcStyle></a:nwCell>"
        "</a:tblStyle>"
    )


def table_shape(sheet: WritingSlide, item: PlacedTable, role: str) -> str:
    table = item.table
    chosen = item.rows or tuple(range(len(table.rows)))
    grid = "".join(
        f'<a:gridCol w="{width}"><a:extLst><a:ext uri="{COLUMN_URI}">'
        f'<a16:colId xmlns:a16="{A16}" val="{number(item.slot, "column", str(n))}"/></a:ext></a:extLst></a:gridCol>'
        for n, width in enumerate(item.column_widths)
    )
    if item.house is not None:
        sheet.link_color = item.house.links
    rows = []
    amounts = amounts_in(table)
    above: tuple[Cell, ...] = ()
    for index, tall in zip(chosen, item.row_heights, strict=True):
        row = table.rows[index]
        cells = "".join(
            _cell(
                sheet,
                cell,
                _size(item, index, n),
                _apart(margins_of(table, item.house), n, amounts, item.column_widths),
                _lines(item, above[n : n + 1], cell) if index and not (item.house and item.house.fields) else "",
                ' algn="r"' if n in amounts else "",
                {link.paragraph: link.ends for link in item.link_ends if (link.row, link.column) == (index, n)},
            )
            for n, cell in enumerate(row.cells)
        )
        above = row.cells if index else ()
        mark = f'<a:ext uri="{ROW_URI}"><a16:rowId xmlns:a16="{A16}" val="{number(item.slot, "row", row.id)}"/></a:ext>'
        rows.append(f'<a:tr h="{tall}">{cells}<a:extLst>{mark}</a:extLst></a:tr>')
    first = ' firstCol="1"' if table.first_column else ""
    first += ' bandRow="1"' if item.house is not None and item.house.banded else ""
    known = f"<a:tableStyleId>{style_id(item, sheet.dress)}</a:tableStyleId>"
    whole = f'<a:tblPr firstRow="1"{first}>{known}</a:tblPr><a:tblGrid>{grid}</a:tblGrid>{"".join(rows)}'
    inner = f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>{whole}</a:tbl></a:graphicData>'
    return frame(
        sheet,
        slot_name(item.slot, role, "Table", sheet.lang),
        guid(sheet.slide, item.slot),
        table.alt,
        item.placeholder,
        item.box,
        inner,
    )


def amounts_in(table: Table) -> frozenset[int]:
    """The columns, but for the first, whose cells are amounts: their units stand under each other, at the right. A table to look
    things up in has none."""
    if table.reference:
        return frozenset()
    columns = zip(*(row.cells for row in table.rows[1:]), strict=False)
    return frozenset(n for n, cells in enumerate(columns) if n and _are_amounts([cell.text for cell in cells]))


def _apart(room: Insets, n: int, amounts: Collection[int], widths: Sequence[int]) -> Insets:
    """A cell's margins: amounts at the right of theirs keep clear of the words that begin in the next column."""
    if n not in amounts or n + 1 in amounts or n + 1 >= len(widths):
        return room
    return replace(room, right=max(room.right, widths[n] // 8))


def _are_amounts(words: Sequence[str]) -> bool:
    try:
        found = [amount(said) for said in words]
    except ValueError:
        return False
    return any(value is not None for value in found)


def _lines(item: PlacedTable, above: tuple[Cell, ...], cell: Cell) -> str:
    """The dashed line of a cell that is to be filled in: as its own lower border, and as the upper one of the cell under it, for
    programs differ in which of the two they draw."""
    sides = (*("T" for other in above if not other.text), *("B" for own in (cell,) if not own.text))
    return "".join(f'<a:ln{side} w="{HEAVY}">{fill(item.strong)}<a:prstDash val="dash"/></a:ln{side}>' for side in sides)


def _size(item: PlacedTable, row: int, column: int) -> str:
    names = item.table.first_column and column == 0
    points = item.header_pt if row == 0 else item.key_pt if names else item.size_pt
    return f' sz="{round(points * 100)}"'


def _unless(attributes: str, said: str) -> str:
    """Those of some attributes that are not said yet."""
    known = {item.split("=")[0] for item in said.split()}
    return "".join(f" {item}" for item in attributes.split() if item.split("=")[0] not in known)


def _cell(
    sheet: WritingSlide, cell: Cell, size: str, room: Insets, lines: str, side: str, ends: Mapping[int, tuple[int, ...]]
) -> str:
    """`lines`: those about a cell that is to be filled in. `side`: where its words stand, if not where lines begin. `ends`: of a
    paragraph, where its links are written in two."""
    out = []
    said, spacing = sheet.dress.paragraph()
    look, latin = sheet.dress.run(weight=False)
    inner, size = spacing + sheet.dress.after(), size + look
    for n, paragraph in enumerate(cell.paragraphs):
        begins = direction(paragraph) or side
        plain = _unless(said, begins)
        marks = f"<a:pPr{plain}{begins}>{inner}</a:pPr>" if inner else f"<a:pPr{plain}{begins}/>" if plain or begins else ""
        if paragraph.list != "none":
            bullet = '<a:buChar char="•"/>' if paragraph.list == "bullet" else '<a:buAutoNum type="arabicPeriod"/>'
            own = f' marL="285750" indent="-285750"{begins}'
            kept = inner.replace("<a:buNone/>", "")
            marks = f'<a:pPr{own}{_unless(said, own)}>{kept}<a:buFont typeface="Arial"/>{bullet}</a:pPr>'
        end = f'<a:endParaRPr lang="{sheet.lang}"{size} dirty="0"/>' if not paragraph.runs else ""
        words = runs(paragraph, sheet.lang, sheet.link, size, latin, ends=ends.get(n, ()))
        out.append(f"<a:p>{marks}{words}{end}</a:p>")
    text = "".join(out) or f'<a:p>{f"<a:pPr{side}/>" if side else ""}<a:endParaRPr lang="{sheet.lang}"{size} dirty="0"/></a:p>'
    margins = f'marL="{room.left}" marR="{room.right}" marT="{room.top}" marB="{room.bottom}"'
    props = f'<a:tcPr {margins} anchor="ctr">{lines}</a:tcPr>' if lines else f'<a:tcPr {margins} anchor="ctr"/>'
    return f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{text}</a:txBody>{props}</a:tc>"
