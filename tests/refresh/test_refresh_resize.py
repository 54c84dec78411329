"""Shapes from a slide of one size onto one of another."""

from __future__ import annotations

from lxml import etree

from deck.drawing.names import Element, qn
from deck.drawing.scene import extent, xfrm_of
from deck.geometry import Box
from deck.refresh.resize import Resize, fit_columns
from deck.refresh.transform import write_box

WIDE, NARROW = (12_192_000, 6_858_000), (9_144_000, 6_858_000)


def shape() -> Element:
    item = etree.Element(qn("p:sp"))
    etree.SubElement(item, qn("p:spPr"))
    run = etree.SubElement(etree.SubElement(etree.SubElement(item, qn("p:txBody")), qn("a:p")), qn("a:r"))
    etree.SubElement(run, qn("a:rPr"), {"sz": "2400"})
    write_box(item, Box(1_200_000, 800_000, 2_400_000, 400_000))
    return item


def table(*widths: int) -> Element:
    frame = etree.Element(qn("p:graphicFrame"))
    grid = etree.SubElement(etree.SubElement(frame, qn("a:tbl")), qn("a:tblGrid"))
    for width in widths:
        etree.SubElement(grid, qn("a:gridCol"), {"w": str(width)})
    return frame


def test_one_size_changes_nothing() -> None:
    same = Resize.between(WIDE, WIDE)
    assert same.nothing and Resize.between((0, 0), NARROW).nothing
    item = shape()
    before = etree.tostring(item)
    same.whole(item)
    assert etree.tostring(item) == before


def test_all_of_it_is_on_the_slide_in_the_middle_and_nothing_is_bent() -> None:
    resize = Resize.between(WIDE, NARROW)
    assert resize.factor == 0.75 and resize.dx == 0 and resize.dy == round(0.125 * 6_858_000)
    whole = resize.box(Box(0, 0, *WIDE))
    assert (whole.w, whole.x) == (NARROW[0], 0) and whole.h == round(0.75 * WIDE[1]) and 2 * whole.y + whole.h == NARROW[1]


def test_a_shape_takes_its_text_along() -> None:
    item = shape()
    Resize.between(WIDE, NARROW).whole(item)
    assert extent(xfrm_of(item)) == (900_000, 600_000 + 857_250, 1_800_000, 300_000)
    assert [look.get("sz") for look in item.iter(qn("a:rPr"))] == ["1800"]


def test_there_and_back_is_where_it_was() -> None:
    box = Box(1_200_000, 800_000, 2_400_000, 400_000)
    there, back = Resize.between(WIDE, (6_096_000, 3_429_000)), Resize.between((6_096_000, 3_429_000), WIDE)
    assert back.box(there.box(box)) == box


def test_columns_fill_the_width_in_their_shares() -> None:
    frame = table(100, 200, 400)
    fit_columns(frame, 1_000)
    assert [int(item.get("w", "")) for item in frame.iter(qn("a:gridCol"))] == [143, 286, 571]
    empty = table(0, 0)
    fit_columns(empty, 1_000)
    assert [item.get("w") for item in empty.iter(qn("a:gridCol"))] == ["0", "0"]
