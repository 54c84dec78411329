"""Native tables: ids for life, a style in theme colours, every cell anchored."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from deck.drawing.names import NSMAP, qn
from deck.geometry import Box
from deck.layout.link_ends import LinkEnds
from deck.layout.model import PlacedTable
from deck.package import Package
from deck.pptx.identity import number
from deck.pptx.shapes import WritingSlide
from deck.pptx.table import amounts_in, style_id, style_xml, table_shape
from deck.pptx.words import cell_paragraphs
from deck.presentation import Cell, Link, Paragraph, Row, Run, Table, paragraph
from deck.template.model import SeatedTable, ThemeColor

HEAD = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NSMAP.items())


def placed(rows: tuple[int, ...] = (), first: bool = False) -> PlacedTable:
    cells = [("Rubrik", "Mer"), ("a", "b"), ("c & d", "")]
    made = tuple(Row(f"r{n}", tuple(Cell((paragraph(word),)) for word in row)) for n, row in enumerate(cells))
    chosen = rows or (0, 1, 2)
    return PlacedTable(
        "t",
        "t",
        None,
        Box(1, 2, 300, 90),
        Table(made, (1, 1), "Vad den säger", first),
        (100, 200),
        (30,) * len(chosen),
        22.0,
        20.0,
        33.0,
        ThemeColor("tx1"),
        ThemeColor("accent6"),
        ThemeColor("accent1"),
        chosen,
    )


def drawn(item: PlacedTable) -> etree._Element:
    return etree.fromstring(f"<x{HEAD}>{table_shape(WritingSlide('s', 'sv-SE'), item, 'object')}</x>")


def test_rows_and_cells_with_their_ids_sizes_and_words() -> None:
    root = drawn(placed())
    assert ["".join(t.text or "" for t in cell.iter(qn("a:t"))) for cell in root.iter(qn("a:tc"))] == [
        "Rubrik",
        "Mer",
        "a",
        "b",
        "c & d",
        "",
    ]
    assert [int(row.get("val") or 0) for row in root.iter(f"{{{NSMAP['a16']}}}rowId")] == [
        number("t", "row", f"r{n}") for n in range(3)
    ]
    assert [column.get("w") for column in root.iter(qn("a:gridCol"))] == ["100", "200"]
    assert [look.get("sz") for look in root.iter(qn("a:rPr"))] == ["2000", "2000", "2200", "2200", "2200"]
    assert next(root.iter(qn("p:cNvPr"))).get("descr") == "Vad den säger"
    assert next(root.iter(qn("a:tblPr"))).attrib == {"firstRow": "1"}


def test_a_cell_to_fill_in_has_a_dashed_line_under_it() -> None:
    root = drawn(placed())
    lines = [list(cell.iter(qn("a:lnB"))) for cell in root.iter(qn("a:tc"))]
    assert [len(found) for found in lines] == [0, 0, 0, 0, 0, 1]
    line = lines[-1][0]
    assert [item.get("val") for item in line.iter(qn("a:prstDash"))] == ["dash"]
    assert [item.get("val") for item in line.iter(qn("a:schemeClr"))] == ["accent1"]


def test_a_part_of_the_rows_keeps_their_ids_and_the_first_column_is_marked() -> None:
    root = drawn(placed((0, 2), True))
    assert [int(row.get("val") or 0) for row in root.iter(f"{{{NSMAP['a16']}}}rowId")] == [
        number("t", "row", "r0"),
        number("t", "row", "r2"),
    ]
    assert next(root.iter(qn("a:tblPr"))).get("firstCol") == "1"
    assert [look.get("sz") for look in root.iter(qn("a:rPr"))] == ["2000", "2000", "3300"]


def test_a_style_is_known_by_its_colours_and_names_theme_colours_only() -> None:
    one, other = placed(), replace(placed(), rule=ThemeColor("accent2"))
    assert style_id(one) == style_id(placed((0, 1))) != style_id(other)
    style = etree.fromstring(style_xml(one, "sv-SE").replace("<a:tblStyle ", f"<a:tblStyle{HEAD} ", 1))
    assert style.get("styleId") == style_id(one)
    assert [etree.QName(part).localname for part in style] == ["wholeTbl", "firstCol", "firstRow", "nwCell"]
    assert not list(style.iter(qn("a:srgbClr")))
    holders = [holder for item in style.iter(qn("a:noFill")) if (holder := item.getparent()) is not None]
    assert holders and all(holder.tag in (qn("a:fill"), qn("a:ln")) for holder in holders)
    filled = [fill for fill in style.iter(qn("a:fill")) if fill.find(qn("a:noFill")) is None]
    assert not filled


def test_lists_in_cells_have_their_marks() -> None:
    item = placed()
    rows = (item.table.rows[0], Row("r1", (Cell((paragraph("x", 0, "bullet"), Paragraph())), Cell(()))))
    root = drawn(replace(item, table=replace(item.table, rows=rows), rows=(0, 1), row_heights=(1, 1)))
    assert len(list(root.iter(qn("a:buChar")))) == 1
    assert all(cell.find(f"{qn('a:txBody')}/{qn('a:p')}") is not None for cell in root.iter(qn("a:tc")))


def test_amounts_stand_at_the_right() -> None:
    item = placed()
    cells = [("Vad", "Ton", "Vem"), ("1", "1 234,5", "Kim"), ("2", "..", "3 st"), ("3", "", "")]
    rows = tuple(Row(f"r{n}", tuple(Cell((paragraph(word),)) for word in row)) for n, row in enumerate(cells))
    table = replace(item.table, rows=rows, widths=(1, 1, 1))
    assert amounts_in(table) == {1} and not amounts_in(replace(table, reference=True))
    made = drawn(replace(item, table=table, column_widths=(100, 800, 100), row_heights=(30,) * 4, rows=(0, 1, 2, 3)))
    sides = [[side.get("algn") for side in cell.iter(qn("a:pPr"))] for cell in made.iter(qn("a:tc"))]
    assert sides[1::3] == [["r"]] * 4 and not any(map(any, [*sides[0::3], *sides[2::3]]))


HOUSE = SeatedTable("{0F2A9C1B-5B21-4E0E-9C3A-6A1B2C3D4E5F}", banded=True, keyed=True, links=False, fields=True)


def test_a_table_in_the_houses_own_style_names_it_and_says_no_colour_or_line() -> None:
    """So that its owner's later change of the style is seen in it."""
    item = replace(placed(first=True), house=HOUSE)
    root = drawn(item)
    props = next(root.iter(qn("a:tblPr")))
    assert dict(props.attrib) == {"firstRow": "1", "firstCol": "1", "bandRow": "1"}
    assert [mark.text for mark in root.iter(qn("a:tableStyleId"))] == [HOUSE.style_id]
    assert not list(root.iter(qn("a:solidFill"), qn("a:lnB"), qn("a:lnT")))
    assert style_id(item) == HOUSE.style_id and style_xml(item, "sv-SE") == ""
    assert all(int(cell.get("marL") or 0) > 0 for cell in root.iter(qn("a:tcPr")))


def test_cells_to_fill_in_have_their_line_where_the_style_shows_none() -> None:
    root = drawn(replace(placed(), house=replace(HOUSE, fields=False)))
    assert len(list(root.iter(qn("a:lnB")))) == 1


def test_a_stock_style_that_the_file_does_not_define_is_written() -> None:
    item = replace(placed(), house=replace(HOUSE, banded=False, xml="<a:tblStyle/>"))
    assert style_xml(item, "sv-SE") == "<a:tblStyle/>"
    assert "bandRow" not in next(drawn(item).iter(qn("a:tblPr"))).attrib


def test_a_long_link_is_written_in_two_and_read_as_one() -> None:
    """LibreOffice breaks a field within its words."""
    said, to = "Kortversion av Vägledning för lokalt arbete", Link(url="https://example.org/")
    item = placed()
    cell = Cell((Paragraph((Run(said, link=to), Run(" med mer"))),))
    rows = (item.table.rows[0], replace(item.table.rows[1], cells=(cell, item.table.rows[1].cells[1])), item.table.rows[2])
    whole = replace(item, table=replace(item.table, rows=rows))
    parted = replace(whole, link_ends=(LinkEnds(1, 0, 0, (26,)),))
    found = [list(drawn(one).iter(qn("a:tc")))[2] for one in (whole, parted)]
    assert [[t.text for t in one.iter(qn("a:t"))] for one in found] == [
        [said, " med mer"],
        [said[:26], said[26:], " med mer"],
    ]
    looks = [etree.tostring(look) for look in found[1].iter(qn("a:rPr"))]
    assert looks[0] == looks[1] != looks[2]
    bare = Package({}, {}, {}, {})
    read = [cell_paragraphs(one, bare, "", "sv-SE", lambda _name: "") for one in found]
    assert read[0] == read[1]
