"""Words that go because the part that they stand in is written anew."""

from __future__ import annotations

import io
from collections import Counter
from typing import Any

from pptx import Presentation
from refresh_corpus import generated

from deck.drawing.names import qn
from deck.drawing.sheet import Sheets, walk
from deck.package import Package, open_package
from deck.pptx import read_pptx
from deck.pptx.identity import creation_of
from deck.refresh.guard import Losable, keyed
from deck.refresh.guard.losable import spoken
from deck.refresh.guard.renewed import renewed, repeated


def said(words: str, slide: str) -> Package:
    """The deck, the first part with an id on a slide saying other words."""
    package = open_package(generated(), "test")
    deck = read_pptx(package)
    part = next(piece.part for piece in deck.slides if piece.slide == slide)
    shape = next(item for item in walk(deck.sheets.sheet(part).tree) if creation_of(item) and spoken(item))
    old = next(iter(spoken(shape))).what
    return package.replace({part: package.parts[part].replace(f">{old}".encode(), f">{words}".encode(), 1)})


def left(mine: Package, now: Package, then: Package) -> Counter[Losable]:
    sides = [(deck.sheets, keyed(deck)) for deck in map(read_pptx, (mine, now, then))]
    return renewed(sides[0], sides[1], sides[2], ["cards"])["cards"]


def test_a_part_that_reads_as_written_goes_with_its_words() -> None:
    now, then = said("3", "cards"), said("4", "cards")
    assert left(now, now, then) == {Losable("word", "3"): 1}


def test_words_of_its_owner_s_stay() -> None:
    now, then = said("3", "cards"), said("4", "cards")
    assert left(said("5", "cards"), now, then) == {}


def test_a_part_that_stays_takes_nothing() -> None:
    now = said("3", "cards")
    assert left(now, now, now) == {}


def opened(*slides: tuple[str, str]) -> tuple[Sheets, list[str]]:
    """A show of one slide's pages, each with a title and a text."""
    show: Any = Presentation()
    for title, words in slides:
        page = show.slides.add_slide(show.slide_layouts[1])
        page.shapes.title.text_frame.text = title
        page.placeholders[1].text_frame.text = words
        page.placeholders[1]._element.nvSpPr.cNvPr.set("name", "Text (body)")
    held = io.BytesIO()
    show.save(held)
    deck = read_pptx(held.getvalue())
    return deck.sheets, [piece.part for piece in deck.slides]


def test_what_a_page_repeats_goes_with_it() -> None:
    """A title is one whatever a program called it, and its counter is nobody's words."""
    sheets, parts = opened(("Vi mår bra (1 av 2)", "Först"), ("Vi mår bra (2 av 2)", "Sedan"))
    assert repeated(sheets, parts, parts[:1]) == Counter(Losable("word", word) for word in ("Vi", "mår", "bra"))
    assert repeated(sheets, parts, parts) == Counter()


def test_what_its_owner_wrote_on_a_page_does_not() -> None:
    sheets, parts = opened(("Vi mår bra (1 av 2)", "Först"), ("Vi mår illa (2 av 2)", "Först"))
    assert repeated(sheets, parts, parts[:1]) == Counter([Losable("word", "Först")])


def test_what_a_page_says_once_more_of_a_part_goes_with_it() -> None:
    sheets, parts = opened(("Källor (1 av 2)", "Först"), ("Källor (2 av 2)", "Sedan"))
    trees = [tree for part in parts if (tree := sheets.sheet(part).tree) is not None]
    held = [item for tree in trees for item in tree.iter(qn("p:cNvPr")) if item.get("name") == "Text (body)"]
    for props in held:
        props.set("descr", "Källornas titlar.")
    alt = Losable("alt", "Källornas titlar.")
    assert repeated(sheets, parts, parts[:1])[alt] == 1
    held[1].set("descr", "Vad vi har läst.")
    assert alt not in repeated(sheets, parts, parts[:1])


def test_the_headings_of_a_table_that_goes_on_go_with_its_page() -> None:
    show: Any = Presentation()
    for row in ("2020", "2021"):
        page = show.slides.add_slide(show.slide_layouts[5])
        frame = page.shapes.add_table(2, 1, 0, 0, 3_000_000, 800_000)
        frame._element.nvGraphicFramePr.cNvPr.set("name", "Tabell (object)")
        frame.table.cell(0, 0).text, frame.table.cell(1, 0).text = "Datum", row
    held = io.BytesIO()
    show.save(held)
    deck = read_pptx(held.getvalue())
    parts = [piece.part for piece in deck.slides]
    assert repeated(deck.sheets, parts, parts[:1]) == Counter([Losable("word", "Datum")])
