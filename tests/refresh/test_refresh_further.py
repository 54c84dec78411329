"""Pages that the base has not, where a program has dropped the ids: their titles' counters tell."""

from __future__ import annotations

from dataclasses import replace

from refresh_corpus import base_pages, generated
from refresh_releases import BASE, TABLE, row, with_slot

from deck.package import open_package
from deck.pptx.reader import presentation_of
from deck.presentation import Table
from deck.refresh.document import Document
from deck.refresh.pages import pages_of
from deck.refresh.recognise import identify
from deck.refresh.stamp import release

LONG = replace(TABLE, rows=(*TABLE.rows, *(row(f"r{n}", f"Åtgärd {n}", f"Nämnd {n}", str(2030 + n)) for n in range(20))))


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
