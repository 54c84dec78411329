"""The shapes of one slide that are ours."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from lxml import etree
from refresh_corpus import base_pages, generated
from refresh_releases import BASE, CHART

from deck.drawing.names import detach, qn
from deck.drawing.sheet import properties_of, walk
from deck.package import open_package
from deck.package.names import namespaces
from deck.refresh.document import Document
from deck.refresh.parts import item_of
from deck.refresh.shapes import SlideShapes
from deck.refresh.stamp import release
from deck.refresh.strays import Stray
from deck.refresh.transform import write_box


def found(slide: str, *, named: bool, anew: str = "", down: int = 0, more: str = "") -> tuple[SlideShapes, dict[str, str]]:
    """The slide without its ids, and without names unless `named`; and what each slot's shape said. `anew`: words that their
    owner wrote anew; `down`: how much lower an earlier version drew the parts of groups; `more`: a shape in each group."""
    document = Document(open_package(generated(), "test"))
    piece = next(item for item in document.deck().slides if item.slide == slide)
    release(document, piece.part)
    if not named:
        for item in document.tree(piece.part).iter(qn("p:cNvPr")):
            item.set("name", "Shape")
    for item in document.tree(piece.part).iter(qn("a:t")):
        if anew and item.text == anew:
            item.text = "Owner's own"
    for group in list(document.tree(piece.part).iter(qn("p:grpSp"))):
        if more:
            group.append(etree.fromstring(more))
        for item in group.iter(qn("a:off"), qn("a:chOff")):
            item.set("y", str(int(item.get("y", "0")) + down))
    deck = document.deck()
    stray = Stray(deck, next(item for item in deck.slides if item.part == piece.part), BASE.lang)
    page = base_pages(BASE, open_package(generated(), "test"))[slide][0]
    shapes = SlideShapes(page, stray)
    return shapes, {slot: page.reader.words(shape) for slot, shape in shapes.slots.items()}


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("slide", [slide.id for slide in BASE.slides])
def test_every_slot_is_found_by_name_or_by_what_it_says(slide: str, named: bool) -> None:
    shapes, said = found(slide, named=named)
    held = BASE.slide(slide)
    assert held is not None and set(shapes.slots) == {slot.id for slot in held.slots}
    for slot, words in said.items():
        target = shapes.found[slot,]
        assert shapes.stray.reader.words(target) == words


def test_the_parts_of_a_group_are_found_too() -> None:
    for named in (True, False):
        shapes, _said = found("cards", named=named)
        keys = [path[1] for path in shapes.found if len(path) == 2]
        assert {item_of(key) for key in keys} - {""} == {"one", "two", "three"}
        assert len(set(map(id, (shapes.found["object", key] for key in keys)))) == len(keys)


def test_a_part_whose_words_are_all_new_is_known_by_where_it_stands() -> None:
    shapes, _said = found("cards", named=False)
    path, part = next(
        (path, part) for path, part in shapes.found.items() if len(path) == 2 and next(part.iter(qn("a:t")), None) is not None
    )
    words = str(next(part.iter(qn("a:t"))).text)
    again, _said = found("cards", named=False, anew=words)
    assert [item.text for item in again.found[path].iter(qn("a:t"))] == ["Owner's own"]


def test_a_part_of_a_block_that_was_laid_out_otherwise_is_known_by_the_lines_that_it_stands_on() -> None:
    shapes, _said = found("cards", named=False)
    path, part = next(
        (path, part) for path, part in shapes.found.items() if len(path) == 2 and next(part.iter(qn("a:t")), None) is not None
    )
    anew = next(item.text or "" for item in part.iter(qn("a:t")))
    lower, _said = found("cards", named=False, anew=anew, down=300_000)
    assert set(lower.found) == set(shapes.found)
    assert "Owner's own" in [item.text for item in lower.found[path].iter(qn("a:t"))]


def line(name: str, words: str = "", fill: str = "") -> str:
    body = f"<p:txBody><a:bodyPr/><a:p><a:r><a:t>{words}</a:t></a:r></a:p></p:txBody>" if words else ""
    return (
        f'<p:sp {namespaces("p", "a", "r")}><p:nvSpPr><p:cNvPr id="990" name="{name}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="9" y="9"/><a:ext cx="9" cy="9"/></a:xfrm>{fill}</p:spPr>{body}</p:sp>'
    )


@pytest.mark.parametrize(
    ("more", "ours"),
    [
        (line("Linje (rule:one)"), True),
        (line("Linje 3"), False),
        (line("Linje (min)"), False),
        (line("Linje (rule:one)", words="Min rad"), False),
        (line("Linje (rule:one)", fill='<a:blipFill><a:blip r:embed="rId9"/></a:blipFill>'), False),
    ],
)
def test_what_decorates_a_drawing_of_another_form_is_ours_by_its_name(more: str, ours: bool) -> None:
    shapes, _said = found("cards", named=True, more=more)
    keys = {path[1] for path in shapes.found if len(path) == 2}
    usual = {path[1] for path in found("cards", named=True)[0].found if len(path) == 2}
    assert keys - usual == ({"rule:one"} if ours else set())


def test_a_shape_with_another_id_is_its_owner_s() -> None:
    document = Document(open_package(generated(), "test"))
    deck = document.deck()
    piece = next(item for item in deck.slides if item.slide == "why")
    page = base_pages(BASE, open_package(generated(), "test"))["why"][0]
    body = next(
        item for item in walk(deck.sheets.sheet(piece.part).tree) if "(body)" in (properties_of(item) or {}).get("name", "")
    )
    for mark in body.iter("{*}creationId"):
        mark.set("id", "{00000000-0000-0000-0000-00000000000A}")
    props = properties_of(body)
    assert props is not None
    props.set("name", "Min ruta")
    assert ("body",) not in SlideShapes(page, Stray(deck, piece, BASE.lang)).found


def boxed(words: str = "", up: int = 0) -> SlideShapes:
    """The slide "cards", its footer a text box as Keynote makes one, with other words or higher up."""
    document = Document(open_package(generated(), "test"))
    piece = next(item for item in document.deck().slides if item.slide == "cards")
    release(document, piece.part)
    page = base_pages(BASE, open_package(generated(), "test"))["cards"][0]
    source = page.shape("furniture-ftr")
    box = page.box(source) if source is not None else None
    assert box is not None
    for holder in list(document.tree(piece.part).iter(qn("p:ph"))):
        shape = next(holder.iterancestors(qn("p:sp")))
        if holder.get("type") == "ftr":
            detach(holder)
            write_box(shape, replace(box, y=box.y - up))
            for item in shape.iter(qn("a:t")):
                item.text = words or item.text
    deck = document.deck()
    return SlideShapes(page, Stray(deck, next(item for item in deck.slides if item.part == piece.part), BASE.lang))


def test_a_footer_that_a_program_made_a_text_box_of_is_the_footer() -> None:
    assert ("furniture-ftr",) in boxed().found
    assert ("furniture-ftr",) in boxed(up=100_000).found


@pytest.mark.parametrize("changed", [{"words": "Miljöförvaltningen"}, {"up": 3_000_000}])
def test_what_says_something_else_or_stands_elsewhere_is_its_owner_s(changed: dict[str, Any]) -> None:
    assert ("furniture-ftr",) not in boxed(**changed).found


@pytest.mark.parametrize(("own", "known"), [("", True), ("Planera", True), ("all", False)])
def test_another_chart_in_the_place_of_ours_is_its_owner_s(own: str, known: bool) -> None:
    """One whose points alone are others is ours still, though a program took its name and its id."""
    document = Document(open_package(generated(), "test"))
    slide = next(slide.id for slide in BASE.slides for slot in slide.slots if slot.block == CHART)
    piece = next(item for item in document.deck().slides if item.slide == slide)
    release(document, piece.part)
    for item in document.tree(piece.part).iter(qn("p:cNvPr")):
        item.set("name", "Shape")
    part = next(rel.target for rel in document.rels[piece.part] if rel.kind == "chart")
    for n, item in enumerate(document.tree(part).iter(qn("c:v"), qn("a:t"))):
        if own == "all" or item.text == own:
            item.text = f"eget{n}"
    deck = document.deck()
    stray = Stray(deck, next(item for item in deck.slides if item.part == piece.part), BASE.lang)
    page = base_pages(BASE, open_package(generated(), "test"))[slide][0]
    charts = [slot for slot, shape in SlideShapes(page, stray).slots.items() if next(shape.iter(qn("c:chart")), None) is not None]
    assert len(charts) == 1 and ((charts[0],) in SlideShapes(page, stray).found) is known
