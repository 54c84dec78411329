"""What an owner gave a part's words, told from what a program spelt out."""

from __future__ import annotations

import pytest
from lxml import etree
from refresh_corpus import generated

from deck.drawing.sheet import Sheet, Sheets
from deck.package import open_package
from deck.package.names import namespaces
from deck.pptx.reader import read_pptx
from deck.refresh.guard.handmade import handmade, painted
from deck.refresh.guard.pair import Twin
from deck.refresh.guard.seen import ShownShape

OURS = ShownShape({"ink": frozenset({"1C1915"}), "font": frozenset({"arial"})}, fill=("B8C8FF",), scheme=frozenset({"4A6EFF"}))


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    package = open_package(generated(), "test")
    return Sheets(package).sheet(read_pptx(package).slides[0].part)


def part(*looks: str) -> etree._Element:
    runs = "".join(f"<a:r>{look}<a:t>ord {n}</a:t></a:r>" for n, look in enumerate(looks))
    return etree.fromstring(
        f'<p:sp {namespaces("a", "p")}><p:nvSpPr><p:cNvPr id="2" name="Text (card:one:text)"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        '<p:spPr><a:solidFill><a:srgbClr val="E12233"/></a:solidFill></p:spPr>'
        f"<p:txBody><a:bodyPr/><a:p>{runs}</a:p></p:txBody></p:sp>"
    )


PLAIN = '<a:rPr sz="1800" b="0" u="none" strike="noStrike" baseline="0" cap="none"><a:solidFill><a:srgbClr val="1C1915"/></a:solidFill><a:effectLst/><a:latin typeface="Arial"/></a:rPr>'  # noqa: E501


@pytest.mark.parametrize(
    ("look", "shows", "kept"),
    [
        ('<a:rPr sz="2700"/>', {}, {"sz": "2700"}),
        ('<a:rPr sz="1803"/>', {}, {}),
        ('<a:rPr sz="1800" b="1"/>', {"bold": frozenset("1")}, {"b": "1"}),
        ('<a:rPr sz="1800" i="1"/>', {"italic": frozenset("1")}, {"i": "1"}),
        ('<a:rPr sz="1800" u="sng"/>', {"underline": frozenset("1")}, {"u": "sng"}),
        ('<a:rPr strike="sngStrike"/>', {}, {"strike": "sngStrike"}),
        ('<a:rPr baseline="30000"/>', {}, {"baseline": "30000"}),
        ('<a:rPr cap="all"/>', {}, {"cap": "all"}),
        ('<a:rPr><a:solidFill><a:srgbClr val="E12233"/></a:solidFill></a:rPr>', {"ink": frozenset({"E12233"})}, {"solidFill"}),
        ('<a:rPr><a:latin typeface="Georgia"/></a:rPr>', {"font": frozenset({"georgia"})}, {"latin"}),
        ('<a:rPr><a:highlight><a:srgbClr val="FFFF00"/></a:highlight></a:rPr>', {}, {"highlight"}),
        (PLAIN, {}, {}),
    ],
)
def test_of_a_run_what_is_the_owners_is_found(
    sheet: Sheet, look: str, shows: dict[str, frozenset[str]], kept: dict[str, str] | set[str]
) -> None:
    mine = part(PLAIN, look)
    seen = ShownShape({**OURS.words, **shows}, scheme=OURS.scheme)
    pair = Twin("why", "object", mine, part('<a:rPr sz="1800"/>'), written={("", 1800): 1}, seen=(seen, OURS))
    found = handmade(pair, sheet)
    runs = list(mine.iter("{*}rPr"))
    assert set(found) == ({runs[1]} if kept else set())
    for own in found.values():
        assert (dict(own.attrib) if isinstance(kept, dict) else {item.tag.partition("}")[2] for item in own}) == kept


def test_a_look_that_ours_has_too_is_ours(sheet: Sheet) -> None:
    raised = '<a:rPr sz="1800" baseline="30000"/>'
    assert handmade(Twin("why", "object", part(raised), part(raised), seen=(OURS, OURS)), sheet) == {}


def test_a_paint_is_the_owners_where_no_program_comes_upon_it() -> None:
    mine = part(PLAIN)
    red = ShownShape(fill=("E12233",), scheme=OURS.scheme)
    assert [item.tag.partition("}")[2] for item in painted(Twin("why", "object", mine, mine, seen=(red, OURS)))] == ["solidFill"]
    assert painted(Twin("why", "object", mine, mine, seen=(OURS, OURS))) == []


def test_a_picture_that_fills_a_part_is_the_owners_where_we_give_none() -> None:
    mine, filled = part(PLAIN), part(PLAIN)
    for shape in (mine, filled):
        holder = next(shape.iter("{*}spPr"))
        holder.remove(holder[0])
        holder.append(holder.makeelement(holder.tag.replace("presentationml", "drawingml").replace("spPr", "blipFill"), {}))
    plain = part(PLAIN)
    found = painted(Twin("why", "object", mine, plain, seen=(OURS, OURS)))
    assert [item.tag.partition("}")[2] for item in found] == ["blipFill"]
    assert painted(Twin("why", "object", mine, filled, seen=(OURS, OURS))) == []
