"""ReshapeTable and SetCell: a table's rows and its cells."""

from __future__ import annotations

from dataclasses import replace

from apply_deck import OnBench, edited_file, on_bench, red, reds, with_block
from refresh_releases import TABLE, row

from deck.drawing.names import Element, qn
from deck.presentation import Cell, Presentation, Row, paragraph
from deck.refresh.plan import ReshapeTable, SetCell


def rows_of(deck: OnBench) -> list[str]:
    rows = deck.shape("table", "object").iter(qn("a:tr"))
    return ["".join(item.text or "" for item in next(line.iter(qn("a:tc"))).iter(qn("a:t"))) for line in rows]


def said(words: Element) -> str:
    return "".join(item.text or "" for item in words.iter(qn("a:t")))


def with_rows(*rows: Row) -> Presentation:
    return with_block("table", "object", replace(TABLE, rows=rows))


def test_a_cell_changes_and_all_else_keeps_its_xml() -> None:
    head, luft, skog, sjo = TABLE.rows
    changed = replace(skog, cells=(skog.cells[0], Cell((paragraph("Tekniska nämnden"),)), skog.cells[2]))
    deck = on_bench(with_rows(head, luft, changed, sjo), edited_file(lambda d: red(d.shape("table", "object"), "Tekniska")))
    before = list(deck.shape("table", "object").iter(qn("a:tr")))
    (edit,) = deck.alone(SetCell)
    assert (edit.row, edit.column) == ("skog", 1)
    assert list(deck.shape("table", "object").iter(qn("a:tr"))) == before
    assert "".join(reds(deck.shape("table", "object"))) == "Tekniska nämnden"


def test_a_level_that_its_owner_gave_a_cells_words_stays() -> None:
    def level(deck: OnBench) -> None:
        words = next(item for item in deck.shape("table", "object").iter(qn("a:p")) if "Tekniska" in said(item))
        held = words.find(qn("a:pPr"))
        if held is None:
            held = words.makeelement(qn("a:pPr"), {})
            words.insert(0, held)
        held.set("lvl", "2")

    head, luft, skog, sjo = TABLE.rows
    changed = replace(skog, cells=(skog.cells[0], Cell((paragraph("Tekniska utskottet"),)), skog.cells[2]))
    deck = on_bench(with_rows(head, luft, changed, sjo), edited_file(level))
    deck.alone(SetCell)
    lines = deck.shape("table", "object").iter(qn("a:p"))
    levels = [said(item) for item in lines if item.find(f"{qn('a:pPr')}[@lvl]") is not None]
    assert levels == ["Tekniska utskottet"]


def test_rows_come_go_and_move_with_their_looks() -> None:
    head, luft, _skog, sjo = TABLE.rows
    new = row("klimat", "Begränsad klimatpåverkan", "Kommunstyrelsen", "2026")
    deck = on_bench(with_rows(head, sjo, new, luft), edited_file(lambda d: red(d.shape("table", "object"), "Levande sjöar")))
    kept = list(deck.shape("table", "object").iter(qn("a:tr")))
    deck.alone(ReshapeTable)
    assert rows_of(deck) == ["Mål", "Levande sjöar", "Begränsad klimatpåverkan", "Frisk luft"]
    assert reds(deck.shape("table", "object")) == ["Levande sjöar"]
    stayed = [line in kept for line in deck.shape("table", "object").iter(qn("a:tr"))]
    assert stayed == [True, True, False, True]


def test_another_number_of_columns_takes_the_table_as_newly_written() -> None:
    rows = tuple(replace(line, cells=line.cells[:2]) for line in TABLE.rows)
    deck = on_bench(with_block("table", "object", replace(TABLE, rows=rows, widths=TABLE.widths[:2])))
    number = deck.shape("table", "object").find(f".//{qn('p:cNvPr')}")
    assert number is not None
    was = number.get("id")
    deck.alone(ReshapeTable)
    now = deck.shape("table", "object").find(f".//{qn('p:cNvPr')}")
    assert now is not None and now.get("id") == was, "animations find it by its number"
    assert len(list(deck.shape("table", "object").iter(qn("a:gridCol")))) == 2


def test_merged_cells_are_not_torn_apart() -> None:
    def merge(deck: OnBench) -> None:
        first = list(deck.shape("table", "object").iter(qn("a:tr")))[1]
        cells = list(first.iterchildren(qn("a:tc")))
        cells[0].set("gridSpan", "2")
        cells[1].set("hMerge", "1")

    head, luft, skog, sjo = TABLE.rows
    changed = replace(sjo, cells=(*sjo.cells[:2], Cell((paragraph("2031"),))))
    deck = on_bench(with_rows(head, luft, skog, changed), edited_file(merge))
    for edit in deck.edits(SetCell):
        assert edit.row == "sjo"
    deck.alone(SetCell)
    assert deck.shape("table", "object").find(f".//{qn('a:tc')}[@gridSpan='2']") is not None


def test_the_first_column_becomes_one_of_headings() -> None:
    for marked in (True, False):
        table = replace(TABLE, first_column=not TABLE.first_column if marked else TABLE.first_column)
        deck = on_bench(with_block("table", "object", replace(table, rows=TABLE.rows[:3])))
        deck.alone(ReshapeTable)
        props = next(deck.shape("table", "object").iter(qn("a:tblPr")))
        assert (props.get("firstCol") == "1") == table.first_column
