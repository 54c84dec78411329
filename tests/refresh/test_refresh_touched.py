"""What its owner did beside the words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree
from refresh_corpus import base_pages, generated
from refresh_releases import BASE
from touched_shapes import Change, bold, changed, justified, nothing, saved, shifted, slanted

from deck.drawing.names import Element, qn
from deck.drawing.scene import xfrm_of
from deck.drawing.sheet import contents
from deck.geometry import Box
from deck.package import open_package
from deck.package.names import A
from deck.pptx.identity import guid
from deck.refresh.document import Document
from deck.refresh.pages import NEAR, animated, near, pages_of
from deck.refresh.rewritten import more_varied
from deck.refresh.touched import (
    chart_look,
    look,
    moved,
    placed_otherwise,
    put_elsewhere,
    restyled,
    touched,
    touched_parts,
    touched_where_rewritten,
)
from deck.refresh.transform import write_box


@pytest.mark.parametrize(("by", "far"), [(0, False), (NEAR, False), (NEAR + 1, True), (-500_000, True)])
def test_a_place_is_the_owner_s_from_half_a_millimetre_on(by: int, far: bool) -> None:
    page, known = changed("cards", "object", shifted(by))
    assert moved(page, known, "object") == far
    assert near(Box(0, 0, 1, 1), Box(by, 0, 1, 1)) != far


def test_a_turn_is_a_place_of_its_own() -> None:
    def turn(shape: Element) -> None:
        transform = xfrm_of(shape)
        assert transform is not None
        transform.set("rot", "600000")

    assert moved(*changed("cards", "object", turn), "object") and not moved(*changed("cards", "object", nothing), "nothing")


@pytest.mark.parametrize(("change", "own"), [(bold, True), (justified, True), (saved, False), (nothing, False)])
def test_a_look_that_we_did_not_write_is_the_owner_s(change: Change, own: bool) -> None:
    page, known = changed("why", "body", change)
    assert restyled(page, known, "body") == own
    assert more_varied(page, known, "body") == own and not restyled(page, [], "body")


def test_a_chart_s_looks_stand_in_a_part_of_its_own() -> None:
    page, _known = changed("chart", "object", nothing)
    shape, text = page.shape("object"), page.shape("title")
    assert shape is not None and text is not None and chart_look(page, shape) and not chart_look(page, text)


@pytest.mark.parametrize(("slide", "part"), [("cards", "one"), ("table", "head")])
def test_an_item_or_a_row_by_itself(slide: str, part: str) -> None:
    held = BASE.slide(slide)
    slot = held.slot("object") if held is not None else None
    assert slot is not None
    page, known = changed(slide, "object", slanted)
    assert touched_parts(page, known, slot) == {part}
    assert touched_parts(*changed(slide, "object", nothing), slot) == set()


def in_columns(shape: Element) -> None:
    next(shape.iter(qn("a:bodyPr"))).set("numCol", "2")


def from_the_right(shape: Element) -> None:
    line = next(shape.iter(qn("a:p")))
    props = line.find(qn("a:pPr"))
    (etree.SubElement(line, qn("a:pPr")) if props is None else props).set("rtl", "1")


def rounded(shape: Element) -> None:
    next(item for item in shape.iter(qn("a:prstGeom")) if item.get("prst") == "rect").set("prst", "round2DiagRect")


@pytest.mark.parametrize("change", [in_columns, from_the_right, rounded])
def test_how_a_part_s_text_stands_and_its_outline_are_its_owner_s_touch(change: Change) -> None:
    held = BASE.slide("cards")
    slot = held.slot("object") if held is not None else None
    assert slot is not None
    assert len(touched_parts(*changed("cards", "object", change), slot)) == 1


def test_a_row_s_bullets_are_its_owner_s_touch() -> None:
    held = BASE.slide("table")
    slot = held.slot("object") if held is not None else None
    assert slot is not None

    def bulleted(shape: Element) -> None:
        line = next(list(shape.iter(qn("a:tr")))[2].iter(qn("a:p")))
        props = line.find(qn("a:pPr"))
        if props is None:
            props = etree.Element(qn("a:pPr"))
            line.insert(0, props)
        props.insert(0, etree.Element(qn("a:buChar"), char="-"))

    assert touched_parts(*changed("table", "object", bulleted), slot) == {"skog"}


def test_the_deck_as_a_whole() -> None:
    known = base_pages(BASE, open_package(generated(), "test"))
    page, _ours = changed("why", "body", bold)
    found = touched({"why": [page]}, known, BASE)
    assert (found.slides, found.slots) == (frozenset({"why"}), frozenset({("why", "body")}))
    plain, _ours = changed("why", "body", nothing)
    assert not touched({"why": [plain]}, known, BASE).slides


def test_where_a_program_wrote_every_look_one_look_for_all_tells_of_nobody() -> None:
    known = base_pages(BASE, open_package(generated(), "test"))

    def all_bold(shape: Element) -> None:
        for run in shape.iter(qn("a:rPr")):
            run.set("b", "1")

    page, _ours = changed("why", "body", all_bold)
    assert touched({"why": [page]}, known, BASE).slots == {("why", "body")}
    assert not touched_where_rewritten({"why": [page]}, known, BASE).slots


EMPTY = (
    '<p:timing xmlns:p="{}"><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"/></p:par></p:tnLst>'
    "</p:timing>"
)


def test_a_time_line_on_which_nothing_happens_is_no_animation() -> None:
    """PowerPoint writes one on slides that it was shown."""
    namespace = "http://schemas.openxmlformats.org/presentationml/2006/main"
    document = Document(open_package(generated(), "test"))
    part = document.deck().slides[1].part
    document.tree(part).append(etree.fromstring(EMPTY.format(namespace)))
    mine = pages_of(document.deck(), BASE.lang)
    assert not animated(document.tree(part))
    assert not touched(mine, base_pages(BASE, document.package()), BASE).slides


def test_places_of_a_look_that_is_not_known_are_no_owners() -> None:
    """A file without memory, made in a look that we do not know: all stands elsewhere, but one title where no other does."""
    document = Document(open_package(generated(), "test"))
    mine = {slide: [replace(page, placed={}) for page in group] for slide, group in pages_of(document.deck(), BASE.lang).items()}
    known = base_pages(BASE, document.package())
    assert put_elsewhere(mine, known, BASE) == mine
    for group in mine.values():
        for page in group:
            for shape in contents(page.reader.sheet.tree):
                box = page.box(shape)
                if box is not None:
                    write_box(shape, replace(box, x=box.x + 300_000))
    odd = mine["why"][0]
    title = odd.shape("title")
    assert title is not None
    box = odd.box(title)
    assert box is not None
    write_box(title, replace(box, y=box.y + 900_000))
    assert moved(odd, known["why"], "body")
    now = put_elsewhere(mine, known, BASE)
    pairs = [(slide.id, slot.id) for slide in BASE.slides for slot in slide.slots]
    assert [pair for pair in pairs if moved(now[pair[0]][0], known[pair[0]], pair[1])] == [("why", "title")]


def test_another_style_of_ours_on_a_table_is_nobodys_touch() -> None:
    def styled(name: str) -> frozenset[bytes]:
        return look(etree.fromstring(f'<a:tbl xmlns:a="{A}"><a:tblPr><a:tableStyleId>{name}</a:tableStyleId></a:tblPr></a:tbl>'))

    assert styled(guid("table-style", "then")) == styled(guid("table-style", "now"))
    assert styled(guid("table-style", "now")) != styled("{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}")


@pytest.mark.parametrize(("taller", "own"), [(1.1, False), (0.9, False), (1.6, True)])
def test_a_table_is_as_tall_as_a_program_measures_it_where_the_template_is_not_at_hand(taller: float, own: bool) -> None:
    def grown(shape: Element) -> None:
        for extent in shape.iter(qn("a:ext")):
            if extent.get("cy"):
                extent.set("cy", str(round(int(extent.get("cy", "0")) * taller)))
        row = next(shape.iter(qn("a:tr")))
        row.set("h", str(round(int(row.get("h", "0")) * taller)))

    page, known = changed("table", "object", grown)
    slot = next(slot for slide in BASE.slides if slide.id == "table" for slot in slide.slots if slot.id == "object")
    assert moved(replace(page, adrift=True), known, "object") is own
    assert bool(placed_otherwise(replace(page, adrift=True), known, slot)) is own
    assert moved(page, known, "object") and placed_otherwise(page, known, slot)


@pytest.mark.parametrize("adrift", [True, False])
def test_where_a_few_stand_elsewhere_in_a_program_s_masters_the_look_is_another(adrift: bool) -> None:
    """Of a deck that remembers no places."""
    known = base_pages(BASE, open_package(generated(), "test"))
    mine = pages_of(Document(open_package(generated(), "test")).deck(), BASE.lang, {})
    count = sum(len(slide.slots) for slide in BASE.slides)
    put = [(page, slot.id) for slide in BASE.slides for page in mine[slide.id] for slot in slide.slots if slot.id != "title"]
    for page, slot in put[: count // 4]:
        if (shape := page.shape(slot)) is not None and (box := page.box(shape)) is not None:
            write_box(shape, Box(box.x + 900_000, box.y, box.w, box.h))
    pages = {slide: [replace(page, adrift=adrift) for page in group] for slide, group in mine.items()}
    found = put_elsewhere(pages, known, BASE)
    first = put[0][0]
    assert bool(found[first.piece.slide][0].placed) is adrift
