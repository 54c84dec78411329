"""Shapes of the owner's file beside the same ones as generated."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from lxml import etree
from refresh_corpus import generated

from deck.drawing.sheet import Sheet, Sheets
from deck.package import open_package
from deck.package.names import namespaces
from deck.pptx.reader import read_pptx
from deck.refresh.guard.pair import twins, twins_on
from deck.refresh.guard.side import Side
from deck.refresh.variety import sizes_on_page


def shape(name: str = "x (s)", mark: str = "") -> etree._Element:
    made = f'<a:ext uri="{{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}}"><a16:creationId id="{mark}"/></a:ext>' if mark else ""
    return etree.fromstring(
        f'<p:sp {namespaces("a", "p", "a16")}><p:nvSpPr><p:cNvPr id="2" name="{name}"><a:extLst>{made}</a:extLst></p:cNvPr>'
        "<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/></p:sp>"
    )


def test_shapes_are_paired_by_their_ids() -> None:
    def tree(*shapes: etree._Element) -> etree._Element:
        root = etree.fromstring(f"<p:spTree {namespaces('p')}><p:nvGrpSpPr/><p:grpSpPr/></p:spTree>")
        root.extend(shapes)
        return root

    mine = tree(shape("Google Shape;1", mark="{A}"), shape("Egen"), shape("Google Shape;2", mark="{B}"))
    ours = tree(shape("Text (body)", mark="{B}"), shape("Rubrik (title)", mark="{A}"), shape("Bild (pic)", mark="{C}"))
    assert [(twin.slot, twin.sort) for twin in twins("why", mine, ours)] == [("body", "free sp"), ("title", "free sp")]


def test_what_stands_at_the_foot_is_paired_too() -> None:
    foot = shape("Sidfot", mark="{A}")
    holder = foot.find(".//{*}nvPr")
    assert holder is not None
    etree.SubElement(holder, holder.tag.replace("nvPr", "ph"), type="ftr")
    root = etree.fromstring(f"<p:spTree {namespaces('p')}/>")
    root.append(foot)
    assert [twin.slot for twin in twins("why", root, root)] == ["furniture-ftr"]


@pytest.fixture(scope="module")
def cards() -> tuple[Sheet, Mapping[str, str]]:
    """A slide with drawn cards, and the sizes of its words."""
    package = open_package(generated(), "test")
    deck = read_pptx(package)
    part = next(item.part for item in deck.slides if item.id == "cards")
    return Sheets(package).sheet(part), sizes_on_page(Side.of(deck), part)


def alike(sheet: Sheet, sizes: Mapping[str, str]) -> dict[str, set[str]]:
    return {pair.path: set(pair.alike) for pair in twins_on("cards", sheet, sheet, {}, sizes) if pair.path.endswith(":text")}


def test_what_a_deck_remembers_tells_what_is_drawn_alike(cards: tuple[Sheet, Mapping[str, str]]) -> None:
    sheet, sizes = cards
    assert all(names == {"ink", "fill"} for names in alike(sheet, sizes).values())
    assert all(names == set() for names in alike(sheet, {}).values())


def test_where_a_part_has_other_sizes_its_block_is_not_drawn_alike(cards: tuple[Sheet, Mapping[str, str]]) -> None:
    sheet, sizes = cards
    changed = {"object": re.sub(r"(card:one:text=\w*?)(\d{4}):", r"\g<1>9900:", sizes["object"])}
    assert changed["object"] != sizes["object"]
    found = alike(sheet, changed)
    assert found.pop("card:one:text") == set()
    assert found and all(names == {"ink"} for names in found.values())
