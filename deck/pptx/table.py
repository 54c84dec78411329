"""Native tables, and the table styles that colour them (ECMA-376 Part 1, 21.1.3)."""

from __future__ import annotations

from deck.layout.model import PlacedTable
from deck.package.names import A16
from deck.pptx.identity import guid, number, slot_name
from deck.pptx.names import PARTS, called
from deck.pptx.shapes import WritingSlide, frame
from deck.pptx.text import color, fill, quoted, runs
from deck.presentation import Cell

ROW_URI = "{0D108BD9-81ED-4DB2-BD59-A6C34878D82A}"
COLUMN_URI = "{9D8B030D-6E8A-4147-A177-3AD203B41FA5}"


def style_id(item: PlacedTable) -> str:
    return guid("table-style", repr((item.header.color, item.header.text, item.band.color, item.text, item.rule)))


def style_xml(item: PlacedTable, lang: str) -> str:
    """a:tblStyle in theme colours: a header row, quiet bands, thin rules. New rows that an owner adds
    look right by themselves."""
    no = "<a:ln><a:noFill/></a:ln>"
    rule = f'<a:ln w="9525" cmpd="sng">{fill(item.rule)}</a:ln>'
    borders = "".join(
        f"<a:{side}>{rule if side in ('bottom', 'insideH') else no}</a:{side}>"
        for side in ("left", "right", "top", "bottom", "insideH", "insideV")
    )
    font = '<a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef>'
    return (
        f'<a:tblStyle styleId="{style_id(item)}" styleName={quoted(called(PARTS, "table-style", lang))}>'
        f"<a:wholeTbl><a:tcTxStyle>{font}{color(item.text)}</a:tcTxStyle><a:tcStyle><a:tcBdr>{borders}</a:tcBdr><a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>"
        f"<a:band1H><a:tcStyle><a:tcBdr/></a:tcStyle></a:band1H>"
        f"<a:band2H><a:tcStyle><a:tcBdr/><a:fill>{fill(item.band.color)}</a:fill></a:tcStyle></a:band2H>"
        # No colour of its own: the header row's must win where they meet.
        f'<a:firstCol><a:tcTxStyle b="on"/></a:firstCol>'
        f'<a:firstRow><a:tcTxStyle b="on">{font}{color(item.header.text)}</a:tcTxStyle><a:tcStyle><a:tcBdr/>'
        f"<a:fill>{fill(item.header.color)}</a:fill></a:tcStyle></a:firstRow>"
        "</a:tblStyle>"
    )


def table_shape(sheet: WritingSlide, item: PlacedTable, role: str) -> str:
    table = item.table
    chosen = item.rows or tuple(range(len(table.rows)))
    size = f' sz="{round(item.size_pt * 100)}"'
    grid = "".join(
        f'<a:gridCol w="{width}"><a:extLst><a:ext uri="{COLUMN_URI}">'
        f'<a16:colId xmlns:a16="{A16}" val="{number(item.slot, "column", str(n))}"/></a:ext></a:extLst></a:gridCol>'
        for n, width in enumerate(item.column_widths)
    )
    rows = []
    for index, tall in zip(chosen, item.row_heights, strict=True):
        row = table.rows[index]
        cells = "".join(_cell(sheet, cell, size) for cell in row.cells)
        mark = f'<a:ext uri="{ROW_URI}"><a16:rowId xmlns:a16="{A16}" val="{number(item.slot, "row", row.id)}"/></a:ext>'
        rows.append(f'<a:tr h="{tall}">{cells}<a:extLst>{mark}</a:extLst></a:tr>')
    first = ' firstCol="1"' if table.first_column else ""
    inner = (
        f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr '
        f'firstRow="1"{first} bandRow="1">'
        f"<a:tableStyleId>{style_id(item)}</a:tableStyleId></a:tblPr><a:tblGrid>{grid}</a:tblGrid>{''.join(rows)}</a:tbl></a:graphicData>"
    )
    return frame(
        sheet,
        slot_name(item.slot, role, "Table", sheet.lang),
        guid(sheet.slide, item.slot),
        table.alt,
        item.placeholder,
        item.box,
        inner,
    )


def _cell(sheet: WritingSlide, cell: Cell, size: str) -> str:
    out = []
    for paragraph in cell.paragraphs:
        marks = ""
        if paragraph.list != "none":
            bullet = '<a:buChar char="•"/>' if paragraph.list == "bullet" else '<a:buAutoNum type="arabicPeriod"/>'
            marks = f'<a:pPr marL="285750" indent="-285750"><a:buFont typeface="Arial"/>{bullet}</a:pPr>'
        end = f'<a:endParaRPr lang="{sheet.lang}"{size} dirty="0"/>' if not paragraph.runs else ""
        out.append(f"<a:p>{marks}{runs(paragraph, sheet.lang, sheet.link, size)}{end}</a:p>")
    text = "".join(out) or f'<a:p><a:endParaRPr lang="{sheet.lang}"{size} dirty="0"/></a:p>'
    return f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{text}</a:txBody><a:tcPr anchor="ctr"/></a:tc>'
