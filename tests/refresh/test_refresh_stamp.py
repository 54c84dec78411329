"""Ids written where they were lost, and taken from what is its owner's."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree
from refresh_corpus import base_pages, generated
from refresh_releases import BASE

from deck.drawing.names import Element, qn
from deck.drawing.sheet import properties_of
from deck.package import open_package
from deck.pptx.identity import creation_of, guid
from deck.pptx.words import row_number
from deck.refresh.document import Document
from deck.refresh.pages import pages_of
from deck.refresh.stamp import Stamper, release


def document() -> Document:
    return Document(open_package(generated(), "test"))


def part_of(held: Document, slide: str) -> str:
    return next(piece.part for piece in held.deck().slides if piece.slide == slide)


def test_a_released_slide_is_nobody_s_but_its_owner_s() -> None:
    held = document()
    part = part_of(held, "cards")
    words = ["".join(map(str, item.itertext())) for item in held.tree(part).iter(qn("a:p"))]
    release(held, part)
    piece = next(item for item in held.deck().slides if item.part == part)
    assert piece.slide == "" and held.one(part, "tags") is None
    assert not any(creation_of(item) for item in pages_shapes(held, part))
    assert ["".join(map(str, item.itertext())) for item in held.tree(part).iter(qn("a:p"))] == words


def pages_shapes(held: Document, part: str) -> list[Element]:
    return [item.getparent().getparent() for item in held.tree(part).iter(qn("p:cNvPr"))]  # type: ignore[union-attr]


def test_another_program_s_tags_stay_when_ours_go_and_ours_come_beside_them() -> None:
    held = document()
    part = part_of(held, "why")
    piece = next(item for item in held.deck().slides if item.part == part)
    tags = held.one(part, "tags")
    assert tags is not None
    etree.SubElement(held.tree(tags), qn("p:tag"), {"name": "OTHER", "val": "7"})
    release(held, part)
    assert [item.get("name") for item in held.tree(tags)] == ["OTHER"] and held.one(part, "tags") == tags
    Stamper(held).slide(part, piece)
    found = next(item for item in held.deck().slides if item.part == part)
    assert found.slide == "why" and held.one(part, "tags") == tags
    assert [item.get("name") for item in held.tree(tags)] == ["OTHER", "DECK_SLIDE"]


def test_only_a_page_of_several_says_which_it_is() -> None:
    held = document()
    part = part_of(held, "why")
    piece = next(item for item in held.deck().slides if item.part == part)
    release(held, part)
    Stamper(held).slide(part, replace(piece, number=2, parts=3))
    found = next(item for item in held.deck().slides if item.part == part)
    assert (found.number, found.parts) == (2, 3)


def test_a_slide_without_ids_gets_them() -> None:
    held = document()
    part = part_of(held, "why")
    piece = next(item for item in held.deck().slides if item.part == part)
    release(held, part)
    Stamper(held).slide(part, piece)
    found = next(item for item in held.deck().slides if item.part == part)
    assert (found.slide, found.number, found.parts, found.creation) == ("why", 1, 1, piece.creation)


def test_a_shape_s_id_is_written_and_written_over() -> None:
    held = document()
    page = pages_of(held.deck(), BASE.lang)["why"][0]
    shape = page.shape("body")
    assert shape is not None
    stamper = Stamper(held)
    for mark in (guid("a"), guid("b")):
        stamper.shape(shape, mark)
        props = properties_of(shape)
        assert creation_of(shape) == mark and props is not None and len(list(props.iter("{*}creationId"))) == 1


def test_rows_that_lost_their_ids_get_those_of_the_rows_that_they_are_like() -> None:
    held = document()
    source = base_pages(BASE, held.package())["table"][0]
    shape = pages_of(held.deck(), BASE.lang)["table"][0].shape("object")
    assert shape is not None
    rows = list(shape.iter(qn("a:tr")))
    wanted = [row_number(row) for row in rows]
    for row in rows:
        for item in list(row.iterchildren(qn("a:extLst"))):
            row.remove(item)
    rows[-1].addnext(rows[1])
    Stamper(held).rows(source, "object", shape)
    assert [row_number(row) for row in shape.iter(qn("a:tr"))] == [wanted[0], wanted[2], wanted[3], wanted[1]]


def test_a_row_is_known_on_another_page_than_where_we_would_have_it_today() -> None:
    held = document()
    first, known = (pages_of(document().deck(), BASE.lang)["table"][0] for _n in range(2))
    page = pages_of(held.deck(), BASE.lang)["table"][0]
    shape = page.shape("object")
    assert shape is not None
    rows = [row_number(row) for row in shape.iter(qn("a:tr"))]
    for row in shape.iter(qn("a:tr")):
        for mark in list(row.iter(qn("a:extLst"))):
            if mark.getparent() is row:
                row.remove(mark)
    cut = first.shape("object")
    assert cut is not None and not any(row_number(row) for row in shape.iter(qn("a:tr")))
    last = list(cut.iter(qn("a:tr")))[-1]
    next(cut.iter(qn("a:tbl"))).remove(last)
    Stamper(held).rows(first, "object", shape, [first, known])
    assert [row_number(row) for row in shape.iter(qn("a:tr"))] == rows
