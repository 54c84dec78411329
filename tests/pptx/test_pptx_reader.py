"""A deck read back: what its shapes say now, by ids for life; what they do not say from its base."""

from __future__ import annotations

import re
from functools import cache

import pytest

from deck.diagnostics import Diagnostics
from deck.drawing.sheet import Sheets
from deck.layout import lay_out
from deck.package import Package
from deck.pptx import read_pptx, write_pptx
from deck.pptx.reader import presentation_of, tags_of
from deck.presentation import Diagram, Item, Presentation, Section, Slide, Slot, Text, paragraph, text
from deck.template import default_template_path, read_template

SLIDES = (
    Slide(
        "a", "content", (Slot("title", "title", text("Ett")), Slot("body", "body", text("x", "y"))), (paragraph("Säg så."),), "s"
    ),
    Slide(
        "b",
        "object",
        (Slot("title", "title", text("Två")), Slot("o", "object", Diagram("cards", (Item("k", "Kort"),), "alt"))),
        (),
        "s",
    ),
    Slide("c", "content", (Slot("title", "title", text("Tre")), Slot("body", "body", text("z"))), (), "t"),
)


SECTIONS = (Section("s", "Del ett"), Section("t", "Del två"))


BASE = Presentation("Prov", "sv-SE", "1281", "Lunds kommun", "kort", "alla", "2021", SECTIONS, SLIDES)


@cache
def written() -> Package:
    return write_pptx(BASE, lay_out(BASE, read_template(default_template_path()), Diagnostics()))


def edited(part: str, old: str, new: str) -> Package:
    data = written().parts[part].decode()
    assert old in data
    return written().replace({part: data.replace(old, new).encode()})


def said(package: Package) -> Presentation:
    found = read_pptx(package).presentation
    assert found is not None
    return found


def part(number: int) -> str:
    return f"ppt/slides/slide{number}.xml"


def test_untouched_it_says_what_was_written() -> None:
    assert said(written()) == BASE
    deck = read_pptx(written())
    assert [(slide.id, slide.number, slide.parts) for slide in deck.slides] == [("a", 1, 1), ("b", 1, 1), ("c", 1, 1)]
    assert deck.properties["place"] == "1281" and all(slide.creation for slide in deck.slides)
    assert tags_of(Sheets(written()), part(1)) == {"DECK_SLIDE": "a"}


@pytest.mark.parametrize(
    ("where", "old", "new", "slot", "words"),
    [
        (part(1), "<a:t>Ett</a:t>", "<a:t>Mitt eget</a:t>", ("a", "title"), "Mitt eget"),
        (part(1), "<a:t>x</a:t>", "<a:t>xx</a:t>", ("a", "body"), "xx\ny"),
    ],
)
def test_words_are_read_as_they_stand(where: str, old: str, new: str, slot: tuple[str, str], words: str) -> None:
    slide = said(edited(where, old, new)).slide(slot[0])
    found = slide.slot(slot[1]) if slide else None
    assert found is not None and isinstance(found.block, Text) and found.block.text == words


def test_a_cards_words_and_its_text_for_those_who_do_not_see() -> None:
    slide = said(edited(part(2), "<a:t>Kort</a:t>", "<a:t>Nytt</a:t>")).slide("b")
    block = slide.slots[1].block if slide else None
    assert isinstance(block, Diagram) and block.items == (Item("k", "Nytt"),)
    slide = said(edited(part(2), 'descr="alt"', 'descr="annat"')).slide("b")
    block = slide.slots[1].block if slide else None
    assert isinstance(block, Diagram) and block.alt == "annat"


def test_a_shape_without_its_id_is_found_by_name_and_one_that_is_gone_is_left_out() -> None:
    data = re.sub(r"<a:ext uri=.\{FF2B5EF4[^>]*>.*?</a:ext>", "", written().parts[part(1)].decode())
    assert said(written().replace({part(1): data.encode()})) == BASE
    gone = re.sub(r"<p:sp>(?:(?!</p:sp>).)*\(body\).*?</p:sp>", "", written().parts[part(1)].decode(), flags=re.DOTALL)
    slide = said(written().replace({part(1): gone.encode()})).slide("a")
    assert slide is not None and [slot.id for slot in slide.slots] == ["title"]


def test_order_notes_and_sections_are_the_files() -> None:
    main = written().parts[written().main].decode()
    ids = re.findall(r"<p:sldId [^>]*/>", main)
    turned = main.replace("".join(ids), "".join(reversed(ids)))
    assert turned != main
    assert [slide.id for slide in said(written().replace({written().main: turned.encode()})).slides] == ["c", "b", "a"]
    note = written().one(part(1), "notesSlide")
    assert note is not None
    found = said(edited(note, "Säg så.", "Säg annat.")).slide("a")
    assert found is not None and found.notes == (paragraph("Säg annat."),)
    assert said(edited(written().main, "Del två", "Min del")).sections == (SECTIONS[0], Section("t", "Min del"))


def test_a_strangers_deck_says_nothing_of_ours() -> None:
    bare = written().replace({name: None for name in written().parts if name.startswith("customXml/")})
    deck = read_pptx(bare)
    assert deck.manifest is None and deck.presentation is None and len(deck.slides) == 3


def test_a_slide_that_says_what_its_base_says_is_the_base_s_own() -> None:
    found = read_pptx(edited(part(1), "Ett", "Eins"))
    now = presentation_of(found, BASE)
    assert now.slides[0] is not BASE.slides[0] and now.slides[0].title == "Eins"
    assert now.slides[1] is BASE.slides[1] and now.slides[2] is BASE.slides[2]
