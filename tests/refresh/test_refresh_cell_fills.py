"""Cells that their owner filled, where a program wrote every look."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree
from refresh_corpus import base_pages, generated
from refresh_releases import BASE

from deck.drawing.names import Element, qn
from deck.package import open_package
from deck.presentation import Table
from deck.refresh.cell_fills import own_fills
from deck.refresh.document import Document
from deck.refresh.pages import Page, pages_of
from deck.refresh.rewritten import more_varied
from deck.refresh.touched import touched_where_rewritten


def filled(color: Element | None) -> tuple[Page, list[Page]]:
    """The page with the table, a cell of which has the colour, and the same as generated."""
    known = base_pages(BASE, open_package(generated(), "test"))["table"]
    document = Document(open_package(generated(), "test"))
    page = pages_of(document.deck(), BASE.lang)["table"][0]
    look = list(document.tree(page.part).iter(qn("a:tcPr")))[4]
    if color is not None:
        fill = etree.SubElement(look, qn("a:solidFill"))
        fill.append(color)
    return pages_of(document.deck(), BASE.lang)["table"][0], known


def rgb(value: str) -> Element:
    return etree.Element(qn("a:srgbClr"), val=value)


@pytest.mark.parametrize(("color", "found"), [(None, frozenset[str]()), (rgb("FFE08A"), frozenset({"FFE08A"}))])
def test_a_colour_that_neither_table_nor_style_has_is_the_owners(color: Element | None, found: frozenset[str]) -> None:
    page, known = filled(color)
    assert own_fills(page, known, "object") == found
    assert more_varied(page, known, "object") is bool(found)
    told = touched_where_rewritten({"table": [page]}, {"table": known}, BASE)
    assert (("table", "object") in told.slots) is bool(found) and ("table" in told.slides) is bool(found)
    table = next(slot.block for slide in BASE.slides if slide.id == "table" for slot in slide.slots if slot.id == "object")
    assert isinstance(table, Table)
    row = table.rows[4 // len(table.rows[0].cells)].id
    assert told.parts == ({("table", "object", row)} if found else set())


def test_where_nothing_of_ours_is_known_nothing_is_told() -> None:
    page, _known = filled(rgb("FFE08A"))
    assert own_fills(page, [], "object") == own_fills(replace(page, placed={}), [page], "object") == frozenset()


def painted(color: str, rows: slice) -> tuple[Page, list[Page]]:
    """The page with the table, whole rows of which have the colour, in a file whose table style a program has lost."""
    known = base_pages(BASE, open_package(generated(), "test"))["table"]
    document = Document(open_package(generated(), "test"))
    page = pages_of(document.deck(), BASE.lang)["table"][0]
    for row in list(document.tree(page.part).iter(qn("a:tr")))[rows]:
        for look in row.iter(qn("a:tcPr")):
            etree.SubElement(look, qn("a:solidFill")).append(rgb(color))
    return pages_of(document.deck(), BASE.lang)["table"][0], known


@pytest.mark.parametrize("rows", [slice(0, 1), slice(1, None), slice(1, None, 2)])
@pytest.mark.parametrize("adrift", [True, False])
def test_a_theme_s_colour_that_goes_by_rule_is_the_lost_style_s(rows: slice, adrift: bool) -> None:
    """The head, or every other row; where the house's style is at hand, it is known by that."""
    page, known = painted("FFE08A", rows)
    assert own_fills(replace(page, adrift=adrift), known, "object") == {"FFE08A"}
    accent = page.reader.sheet.theme.scheme["accent5"]
    page, known = painted(accent, rows)
    table = page.shape("object")
    assert table is not None
    striped = len(list(table.iter(qn("a:tr")))[rows]) > 1 or rows == slice(0, 1)
    found = own_fills(replace(page, adrift=adrift), known, "object")
    assert found == (own_fills(page, known, "object") if not (adrift and striped) else set())


@pytest.mark.parametrize("adrift", [True, False])
def test_one_row_in_a_colour_is_its_owner_s(adrift: bool) -> None:
    page, known = painted("FFE08A", slice(2, 3))
    assert own_fills(replace(page, adrift=adrift), known, "object") == {"FFE08A"}
    cell, known = filled(rgb(page.reader.sheet.theme.scheme["accent5"]))
    assert own_fills(replace(cell, adrift=adrift), known, "object") == own_fills(cell, known, "object")
