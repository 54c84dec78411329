"""How a table's cells look now, given to those of its owner's that are as we wrote them."""

from __future__ import annotations

import copy
from dataclasses import replace

from apply_deck import on_bench, with_block
from lxml import etree
from refresh_releases import TABLE

from deck.drawing.names import Element, qn
from deck.refresh.apply.cells import Changed, give_margins, redress, redress_row, restyle
from deck.refresh.apply.rows import lines_of, table_of
from deck.refresh.plan import ReshapeTable

REFERENCE = replace(TABLE, reference=True)


def sizes(table: Element) -> list[str]:
    return [item.get("sz", "") for item in table.iter(qn("a:rPr"))]


def test_sizes_follow_and_what_its_owner_gave_stays() -> None:
    deck = on_bench(with_block("table", "object", REFERENCE))
    sides = deck.bench.sides("table")
    was, now = (lines_of(page, "object", TABLE) for page in (sides.base[0], sides.fresh[0]))
    table, written = table_of(deck.shape("table", "object")), sides.fresh[0].shape("object")
    assert table is not None and written is not None and sizes(table) != sizes(written)
    runs = list(table.iter(qn("a:rPr")))
    runs[4].set("sz", "4400")
    runs[5].set("b", "1")
    redress(table, Changed.between(was, now))
    assert sizes(table) == [*sizes(written)[:4], "4400", *sizes(written)[5:]] and runs[5].get("b") == "1"


def test_another_way_to_read_a_table_leaves_its_rows_where_they_are() -> None:
    deck = on_bench(with_block("table", "object", REFERENCE))
    rows = list(deck.shape("table", "object").iter(qn("a:tr")))
    (edit,) = deck.edits(ReshapeTable)
    assert edit.after.reference and not edit.before.reference
    deck.alone(ReshapeTable)
    fresh = table_of(next(item for page in deck.bench.sides("table").fresh if (item := page.shape("object")) is not None))
    assert list(deck.shape("table", "object").iter(qn("a:tr"))) == rows
    assert fresh is not None and sizes(deck.shape("table", "object")) == sizes(fresh)


def test_a_style_of_its_owners_stays() -> None:
    deck = on_bench(with_block("table", "object", REFERENCE))
    table = table_of(deck.shape("table", "object"))
    assert table is not None
    other, ours = copy.deepcopy(table), copy.deepcopy(table)
    next(other.iter(qn("a:tblPr"))).set("firstCol", "1")
    restyle(table, [ours], other)
    assert next(table.iter(qn("a:tblPr"))).get("firstCol") == "1"
    next(table.iter(qn("a:tblPr"))).set("bandRow", "1")
    restyle(table, [other], ours)
    assert next(table.iter(qn("a:tblPr"))).get("bandRow") == "1"


def test_a_left_margin_that_a_program_forgot_comes_back_where_all_of_ours_had_none() -> None:
    def table(*margins: str) -> Element:
        cells = "".join(f"<a:tc><a:txBody/><a:tcPr{given}/></a:tc>" for given in margins)
        return etree.fromstring(
            f'<a:tbl xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:tr>{cells}</a:tr></a:tbl>'
        )

    mine = table("", ' marL="100"', "", "")
    give_margins(mine, [table(' marL="0"', ' marL="0"', ' marL="500"', ""), table(' marL="0"', "", "", "")])
    assert [item.get("marL") for item in mine.iter(qn("a:tcPr"))] == ["0", "100", None, None]


def test_margins_that_a_program_wrote_into_the_texts_frame_come_back() -> None:
    """LibreOffice rounds, and PowerPoint reads none of a frame's insets in a cell."""

    def table(look: str, frame: str) -> Element:
        cell = f"<a:tc><a:txBody><a:bodyPr{frame}/></a:txBody><a:tcPr{look}/></a:tc>"
        return etree.fromstring(
            f'<a:tbl xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:tr>{cell}</a:tr></a:tbl>'
        )

    def given(look: str, frame: str) -> list[str | None]:
        mine = table(look, frame)
        give_margins(mine, [table(' marL="0" marR="76200" marT="33020" marB="33020"', "")])
        found = next(mine.iter(qn("a:tcPr")))
        return [found.get(name) for name in ("marL", "marR", "marT", "marB")]

    assert given(' marR="75960"', ' lIns="0" tIns="32760" bIns="32760"') == ["0", "75960", "33020", "33020"]
    assert given(' marR="9"', ' tIns="90000"') == ["0", "9", None, None]
    assert given("", "") == ["0", None, None, None]


def test_a_look_of_one_column_is_none_of_words_further_in_in_another() -> None:
    """A bold word and plain ones beside a column that its owner set small: a new row's plain words are not small."""
    deck = on_bench(with_block("table", "object", REFERENCE))
    sides = deck.bench.sides("table")
    was = [line for line in lines_of(sides.base[0], "object", TABLE) if not line.heading]
    for line in was:
        run = list(line.element.iterchildren(qn("a:tc")))[1].find(f".//{qn('a:r')}")
        assert run is not None
        bold = copy.deepcopy(run)
        run.addprevious(bold)
        next(bold.iter(qn("a:rPr"))).set("b", "1")
    now = [replace(line, element=copy.deepcopy(line.element)) for line in was]
    for line in now:
        for look in list(line.element.iterchildren(qn("a:tc")))[2].iter(qn("a:rPr")):
            look.set("sz", "1400")
    new = copy.deepcopy(was[0].element)
    before = sizes(new)
    redress_row(new, Changed.between(was, now, every=True))
    assert sizes(new) == before
