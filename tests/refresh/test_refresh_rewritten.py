"""What tells of an owner where a program wrote every look anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import etree
from refresh_corpus import generated
from touched_shapes import bold, changed, nothing

from deck.drawing.names import Element, need, qn
from deck.package import open_package, parse_xml
from deck.package.names import A
from deck.package.xml import serialise
from deck.refresh.document import Document
from deck.refresh.guard.weights import said_of
from deck.refresh.rewritten import given_to_most, more_varied, varied
from deck.refresh.touched import look


@pytest.mark.parametrize(("look", "own"), [({}, False), ({"sz": "9600"}, True), ({"b": "1"}, True)])
def test_what_the_deck_remembers_of_its_sizes_tells_its_owner_s_from_those_of_another_lay_out(
    look: dict[str, str], own: bool
) -> None:
    """A program's masters are smaller: there we would give all words of a block one size."""
    plain, _known = changed("cards", "object", nothing)
    shape = plain.shape("object")
    assert shape is not None
    remembered = {"object": said_of(shape)}

    def edited(shape: Element) -> None:
        words = [run for run in shape.iter(qn("a:rPr")) if run.get("b") is None]
        for name, value in look.items():
            words[-1].set(name, value)

    def small(shape: Element) -> None:
        for run in shape.iter(qn("a:rPr")):
            run.attrib.update({"sz": "1200", "b": "0"})

    page, _known = changed("cards", "object", edited)
    today, _known = changed("cards", "object", small)
    assert more_varied(replace(page, sizes={}), [today], "object")
    assert more_varied(replace(page, sizes=remembered), [today], "object") == own


@pytest.mark.parametrize(("given", "own"), [("DDEEFF", False), ("112233", True), ("", True)])
def test_a_fill_that_the_layout_gives_is_a_program_s_to_spell_out(given: str, own: bool) -> None:
    """LibreOffice writes a title's fill on each slide."""
    package = open_package(generated(), "test")
    part = Document(package).deck().slides[1].part
    layout = package.related(part, "slideLayout")[0].target
    paint = "<a:solidFill{}><a:srgbClr val='{}'/></a:solidFill>"
    space = f' xmlns:a="{A}"'
    page, known = changed(
        "why", "title", lambda shape: need(shape, "p:spPr").append(etree.fromstring(paint.format(space, "DDEEFF")))
    )
    if given:
        root = parse_xml(package.parts[layout])
        for shape in root.iter(qn("p:sp")):
            need(shape, "p:spPr").append(etree.fromstring(paint.format(space, given)))
        sheet = Document(package.replace({layout: serialise(root)})).deck().sheets.sheet(part)
        page = replace(page, reader=replace(page.reader, sheet=sheet))
        target = page.shape("title")
        assert target is not None
        need(target, "p:spPr").append(etree.fromstring(paint.format(space, "DDEEFF")))
    assert more_varied(page, known, "title") == own


def test_looks_by_level_where_each_is_written_out() -> None:
    page, known = changed("why", "body", bold)
    mine, ours = page.shape("body"), known[0].shape("body")
    assert mine is not None and ours is not None
    assert varied(mine)["0"] == varied(ours)["0"] + 1 and varied(mine)["fill"] == 0
    assert look(ours) < look(mine)


def shadowed(shape: Element) -> None:
    """All words of it: no other tells them apart."""
    for item in shape.iter(qn("a:rPr")):
        item.insert(0, etree.fromstring(f'<a:effectLst xmlns:a="{A}"><a:outerShdw blurRad="50000"/></a:effectLst>'))


def tabbed(shape: Element) -> None:
    line = next(shape.iter(qn("a:p")))
    line.insert(0, etree.fromstring(f'<a:pPr xmlns:a="{A}"><a:tabLst><a:tab pos="1700000" algn="r"/></a:tabLst></a:pPr>'))


def middled(shape: Element) -> None:
    next(shape.iter(qn("a:bodyPr"))).set("anchorCtr", "1")


def hexagonal(shape: Element) -> None:
    next(shape.iter(qn("a:prstGeom"))).set("prst", "hexagon")


def all_hexagonal(shape: Element) -> None:
    """As a program may write all of a kind in another form."""
    for item in shape.iter(qn("a:prstGeom")):
        item.set("prst", "hexagon")


@pytest.mark.parametrize(
    ("slide", "slot", "change", "own"),
    [
        ("why", "title", nothing, False),
        ("why", "title", shadowed, True),
        ("why", "title", tabbed, True),
        ("why", "body", middled, True),
        ("cards", "object", nothing, False),
        ("cards", "object", hexagonal, True),
        ("cards", "object", all_hexagonal, False),
    ],
)
def test_what_no_program_comes_upon_is_the_owner_s(slide: str, slot: str, change: Callable[[Element], None], own: bool) -> None:
    page, known = changed(slide, slot, change)
    assert more_varied(page, known, slot) == own


@pytest.mark.parametrize("change", [shadowed, tabbed, middled])
def test_what_the_layout_gives_a_program_may_spell_out(change: Callable[[Element], None]) -> None:
    page, known = changed("why", "title", change)
    sheet = page.reader.sheet.line[1]
    root = parse_xml(page.reader.package.parts[sheet.part])
    for shape in root.iter(qn("p:sp")):
        style = need(shape, "p:txBody", "a:lstStyle") if shape.find(qn("p:txBody")) is not None else None
        if style is None:
            continue
        (need(shape, "p:txBody", "a:bodyPr")).set("anchorCtr", "1")
        for item in need(shape, "p:txBody").iter(qn("a:p")):
            for old in item.findall(qn("a:pPr")):
                item.remove(old)
            if next(item.iter(qn("a:t")), None) is not None:
                tabbed(need(shape, "p:txBody"))
        run = etree.fromstring(f'<a:lvl1pPr xmlns:a="{A}"><a:defRPr/></a:lvl1pPr>')
        run[0].insert(0, etree.fromstring(f'<a:effectLst xmlns:a="{A}"><a:outerShdw blurRad="50000"/></a:effectLst>'))
        style[:] = [run]
    package = page.reader.package.replace({sheet.part: serialise(root)})
    given = Document(package).deck().sheets.sheet(page.part)
    inherits = replace(page, reader=replace(page.reader, sheet=given))
    target = inherits.shape("title")
    assert target is not None
    change(target)
    assert not more_varied(inherits, known, "title")


def justified(shape: Element) -> None:
    for line in shape.iter(qn("a:p")):
        props = line.find(qn("a:pPr"))
        (props if props is not None else line.insert(0, line.makeelement(qn("a:pPr"))) or line[0]).set("algn", "just")


@pytest.mark.parametrize("given", [True, False])
def test_lines_are_justified_by_their_owner_but_where_the_masters_are(given: bool) -> None:
    page, known = changed("why", "body", justified)
    sheet = page.reader.sheet.line[1]
    root = parse_xml(page.reader.package.parts[sheet.part])
    if given:
        style = next(root.iter(qn("a:lstStyle")))
        style[:] = [etree.fromstring(f'<a:lvl1pPr xmlns:a="{A}" algn="just"/>')]
    package = page.reader.package.replace({sheet.part: serialise(root)})
    inherits = replace(page, reader=replace(page.reader, sheet=Document(package).deck().sheets.sheet(page.part)))
    target = inherits.shape("body")
    assert target is not None
    justified(target)
    assert more_varied(inherits, known, "body") is not given


def test_lines_that_most_texts_have_justified_are_a_lost_layout_s() -> None:
    page, known = changed("why", "body", justified)
    page = replace(page, adrift=True)
    assert more_varied(page, known, "body") and not more_varied(page, known, "body", {"justified"})
    assert more_varied(replace(page, adrift=False), known, "body", {"justified"})
    plain = known[0]
    assert given_to_most({"a": [page], "b": [page], "c": [plain]}, {"a": ["body"], "b": ["body"], "c": ["body"]}) == {"justified"}
    assert not given_to_most({"a": [page], "b": [plain]}, {"a": ["body"], "b": ["body"]})
    assert not given_to_most({}, {})


@pytest.mark.parametrize(("paint", "own"), [("accent1", False), ("C0FFEE", True)])
def test_a_placeholder_s_fill_in_the_theme_s_colour_may_be_a_lost_layout_s(paint: str, own: bool) -> None:
    color = f'<a:schemeClr val="{paint}"/>' if paint.startswith("accent") else f'<a:srgbClr val="{paint}"/>'

    def filled(shape: Element) -> None:
        need(shape, "p:spPr").append(etree.fromstring(f'<a:solidFill xmlns:a="{A}">{color}</a:solidFill>'))

    page, known = changed("why", "title", filled)
    assert more_varied(replace(page, adrift=True), known, "title") is own
    assert more_varied(page, known, "title")


@pytest.mark.parametrize(("change", "own"), [(middled, False), (tabbed, True), (shadowed, True), (bold, True)])
def test_what_is_an_owner_s_where_the_template_is_not_at_hand(change: Callable[[Element], None], own: bool) -> None:
    """A layout may have words in the middle."""
    slot = "body" if change is bold else "title"
    page, known = changed("why", slot, change)
    assert more_varied(page, known, slot)
    assert more_varied(replace(page, adrift=True), known, slot) is own
