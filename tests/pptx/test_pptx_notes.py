"""Speaker notes: a page each, and a proper master where the template has none."""

from __future__ import annotations

import pytest
from lxml import etree

from deck.drawing.names import qn
from deck.pptx.notes import body_index, notes_master_xml, notes_xml
from deck.presentation import Paragraph, paragraph


def page(*items: Paragraph, index: int = 3) -> etree._Element:
    return etree.fromstring(notes_xml(items, "sv-SE", index, lambda _link: ("rId1", "", "")))


def test_the_slides_picture_and_the_words() -> None:
    root = page(paragraph("Ett & annat"), paragraph("två", 1, "bullet"), paragraph("tre", 0, "number"), index=7)
    assert [(ph.get("type"), ph.get("idx")) for ph in root.iter(qn("p:ph"))] == [("sldImg", None), ("body", "7")]
    assert [t.text for t in root.iter(qn("a:t"))] == ["Ett & annat", "två", "tre"]
    assert [(p.get("lvl"), p.get("marL")) for p in root.iter(qn("a:pPr"))] == [("1", "342900"), (None, "171450")]
    assert len(list(root.iter(qn("a:buChar")))) == len(list(root.iter(qn("a:buAutoNum")))) == 1


@pytest.mark.parametrize("items", [(), (Paragraph(),)])
def test_a_page_without_words_has_an_empty_paragraph(items: tuple[Paragraph, ...]) -> None:
    assert len(list(page(*items).iter(qn("a:endParaRPr")))) == 1


@pytest.mark.parametrize(("lang", "said"), [("sv-SE", "Anteckningar"), ("en-GB", "Notes")])
def test_our_own_master_has_the_places_that_pages_name(lang: str, said: str) -> None:
    master = notes_master_xml(lang)
    root = etree.fromstring(master)
    assert [ph.get("type") for ph in root.iter(qn("p:ph"))] == ["sldImg", "body"]
    assert body_index(master) == 3
    style = root.find(qn("p:notesStyle"))
    assert style is not None and len(style) == 9
    ids = [item.get("id") for item in root.iter(qn("p:cNvPr"))]
    assert len(set(ids)) == len(ids)
    assert [t.text for t in root.iter(qn("a:t"))] == [said]


def test_a_master_without_a_text_place() -> None:
    assert body_index(notes_master_xml("sv-SE").replace(b'type="body"', b'type="dt"')) == 1
