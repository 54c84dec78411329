"""Pages that the base has not, where a program has dropped the ids: their titles' counters tell."""

from __future__ import annotations

import copy
import io
import re
from dataclasses import replace
from typing import Any

import pytest
from pptx import Presentation as Opened
from refresh_corpus import base_pages, generated
from refresh_releases import BASE, TABLE, row, with_slot

from deck.drawing.sheet import walk
from deck.package import open_package
from deck.pptx.identity import creation_of
from deck.pptx.reader import presentation_of
from deck.presentation import Diagram, Item, Table
from deck.refresh.document import Document
from deck.refresh.further import further, known_by_content
from deck.refresh.pages import pages_of
from deck.refresh.recognise import identify
from deck.refresh.stamp import release
from deck.refresh.strays import Stray

LONG = replace(TABLE, rows=(*TABLE.rows, *(row(f"r{n}", f"Åtgärd {n}", f"Nämnd {n}", str(2030 + n)) for n in range(20))))

_COUNTER = re.compile(r"[ \xa0]?\(\d[ \xa0]av[ \xa0]\d\)")


def resaved() -> Document:
    """A deck of a longer table, as a program leaves it that drops ids."""
    document = Document(open_package(generated(with_slot(BASE, "table", "object", LONG)), "test"))
    for piece in document.deck().slides:
        release(document, piece.part)
    return document


def test_a_later_page_is_known_by_its_title_s_counter() -> None:
    document = resaved()
    count = len(document.deck().slides)
    found = identify(document, BASE, base_pages(BASE, document.package()), "min.pptx")
    pages = pages_of(found.deck, BASE.lang)["table"]
    parts = count - len(BASE.slides) + 1
    assert parts > 1 and [(page.piece.number, page.piece.parts) for page in pages] == [(n, parts) for n in range(1, parts + 1)]
    assert all(page.shape("title") is not None and page.shape("object") is not None for page in pages)


def test_its_rows_are_the_table_s_and_the_counter_is_no_one_s_words() -> None:
    document = resaved()
    found = identify(document, BASE, base_pages(BASE, document.package()), "min.pptx")
    slide = presentation_of(found.deck, BASE, {}).slide("table")
    was = BASE.slide("table")
    assert slide is not None and was is not None and slide.title == was.title
    slot = slide.slot("object")
    assert slot is not None and isinstance(slot.block, Table)
    assert [line.cells[0].text for line in slot.block.rows] == [line.cells[0].text for line in LONG.rows]


def test_another_title_s_counter_tells_nothing() -> None:
    document = resaved()
    last = [piece.part for piece in document.deck().slides if "av" in "".join(map(str, document.tree(piece.part).itertext()))][-1]
    for item in document.tree(last).iter("{*}t"):
        item.text = (item.text or "").replace("Vem", "Varför")
    found = identify(document, BASE, base_pages(BASE, document.package()), "min.pptx")
    assert "" in [piece.slide for piece in found.deck.slides]


def second_page(*, counted: bool) -> Document:
    """A deck whose table stands on one page, with the rows that we would put on the second one."""
    base = with_slot(BASE, "table", "object", LONG)
    show: Any = Opened(io.BytesIO(generated(base)))
    pages = [page for page in show.slides if page._element.cSld.get("name", "").startswith("table")]
    for page in pages:
        if page is not pages[1]:
            listed = next(item for item in show.slides._sldIdLst if show.part.related_part(item.rId) is page.part)
            show.part.drop_rel(listed.rId)
            show.slides._sldIdLst.remove(listed)
    for run in pages[1].shapes.title.text_frame.paragraphs[0].runs if not counted else ():
        run.text = _COUNTER.sub("", run.text)
    held = io.BytesIO()
    show.save(held)
    document = Document(open_package(held.getvalue(), "test"))
    for piece in document.deck().slides:
        release(document, piece.part)
    return document


@pytest.mark.parametrize(("counted", "page"), [(False, "table"), (True, "table#2")])
def test_a_slide_without_a_counter_is_the_first_page(counted: bool, page: str) -> None:
    document = second_page(counted=counted)
    base = with_slot(BASE, "table", "object", LONG)
    found = identify(document, base, base_pages(base, document.package()), "min.pptx")
    assert [piece.id for piece in found.deck.slides if piece.slide == "table"] == [page]


def test_parts_of_a_block_are_known_that_we_would_put_on_a_later_page() -> None:
    """Where a program wrote the deck's look anew, a block that stood on one page may take two; all its parts are ours."""
    items = tuple(Item(f"i{n}", title=f"Kort {n}", text=f"Det som kort {n} säger. " * 9) for n in range(12))
    block = Diagram("cards", items, "Tolv kort.")
    base = with_slot(BASE, "cards", "object", block)
    show: Any = Opened(io.BytesIO(generated(base)))
    first, *rest = [page for page in show.slides if page._element.cSld.get("name", "").startswith("cards")]
    group = next(shape for shape in first.shapes if shape.name.endswith("(object)"))
    for page in rest:
        for part in next(shape for shape in page.shapes if shape.name.endswith("(object)")).shapes:
            group._element.append(copy.deepcopy(part._element))
        listed = next(item for item in show.slides._sldIdLst if show.part.related_part(item.rId) is page.part)
        show.part.drop_rel(listed.rId)
        show.slides._sldIdLst.remove(listed)
    for run in first.shapes.title.text_frame.paragraphs[0].runs:
        run.text = _COUNTER.sub("", run.text)
    held = io.BytesIO()
    show.save(held)
    document = Document(open_package(held.getvalue(), "test"))
    for piece in document.deck().slides:
        release(document, piece.part)
    found = identify(document, base, base_pages(base, document.package()), "min.pptx")
    (page,) = pages_of(found.deck, BASE.lang)["cards"]
    shape = page.shape("object")
    assert rest and shape is not None and all(creation_of(item) for item in walk(shape))
    slide = presentation_of(found.deck, base, {}).slide("cards")
    assert slide is not None and (slot := slide.slot("object")) is not None and isinstance(slot.block, Diagram)
    assert {item.id for item in slot.block.items} == {item.id for item in block.items}


@pytest.mark.parametrize("kept", [(1, 3), (2, 3)])
def test_the_last_of_three_is_the_third_though_there_are_two_today(kept: tuple[int, int]) -> None:
    """Whatever page of today's it is most like."""
    document = resaved()
    pages = base_pages(with_slot(BASE, "table", "object", LONG), document.package())["table"]
    parts = len(pages)
    assert parts >= 3
    strays = {n: stray for n in range(1, parts + 1) for stray in strays_of(document) if f"({n}\xa0av\xa0{parts})" in stray.text}
    today = [replace(page, piece=replace(page.piece, parts=2)) for page in pages[:2]]
    known = known_by_content([(page, strays[n]) for page, n in zip(today, kept, strict=True)])
    assert [item.piece.number for item in known] == list(kept)
    more = further(known, [stray for n, stray in strays.items() if n not in kept])
    assert {item.piece.number for item in (*known, *more)} == set(range(1, parts + 1))


def strays_of(document: Document) -> list[Stray]:
    deck = document.deck()
    return [Stray(deck, piece, BASE.lang) for piece in deck.slides]
