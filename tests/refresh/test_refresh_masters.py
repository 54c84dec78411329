"""A package's masters exchanged."""

from __future__ import annotations

import pytest
from lxml import etree
from odd_templates import made
from refresh_corpus import generated
from refresh_releases import BASE

from deck.drawing.names import child, need, qn, whole
from deck.package import open_package
from deck.package.names import REL
from deck.refresh.document import Document, Graft
from deck.refresh.masters import bring_masters, drop_masters, layouts_of, masters_of
from deck.refresh.written import written
from deck.template import read_template


def exchanging(name: str) -> tuple[Document, list[str], list[str]]:
    """The deck with another template's masters beside its own: the document, the old ones, the new ones."""
    document = Document(open_package(generated(), "test"))
    old = masters_of(document)
    fresh = written(BASE, read_template(made(name), name=name))
    return document, old, bring_masters(Graft(document, fresh.package, {}, ("notesMaster", "tableStyles")))


def ids(document: Document) -> list[int]:
    """Of masters and their layouts."""
    listed = child(document.tree(document.main), "p:sldMasterIdLst")
    found = [whole(item.get("id")) for item in listed] if listed is not None else []
    for master in masters_of(document):
        layouts = child(document.tree(master), "p:sldLayoutIdLst")
        found += [whole(item.get("id")) for item in layouts] if layouts is not None else []
    return found


@pytest.mark.parametrize("name", ["german", "two-masters", "4:3"])
def test_new_masters_come_beside_the_old_ones_with_ids_that_none_has(name: str) -> None:
    document, old, new = exchanging(name)
    assert masters_of(document) == [*old, *new] and not set(old) & set(new)
    assert len(ids(document)) == len(set(ids(document))) and min(ids(document)) >= 2**31
    assert all(layouts_of(document, master) for master in new)


def test_the_size_the_theme_and_the_table_styles_are_the_new_ones() -> None:
    document, _old, new = exchanging("4:3")
    size = document.tree(document.main).find(qn("p:sldSz"))
    assert size is not None and (size.get("cx"), size.get("cy")) == tuple(map(str, read_template(made("4:3"), name="4:3").size))
    assert document.one(document.main, "theme") == document.one(new[0], "theme")
    order = [item.tag for item in document.tree(document.main)]
    assert order.index(qn("p:sldMasterIdLst")) < order.index(qn("p:sldIdLst")) < order.index(qn("p:sldSz"))


@pytest.mark.parametrize(("used", "back"), [(True, False), (False, False), (False, True)])
def test_an_embedded_font_stays_where_words_are_set_in_it_or_the_look_comes_back(used: bool, back: bool) -> None:
    document = Document(open_package(generated(), "test"))
    main = document.tree(document.main)
    document.put("ppt/fonts/font1.fntdata", b"font", "application/x-fontdata")
    listed = etree.Element(qn("p:embeddedFontLst"))
    held = etree.SubElement(listed, qn("p:embeddedFont"))
    etree.SubElement(held, qn("p:font"), typeface="Kommunsans")
    rid = document.relate(document.main, f"{REL}/font", "ppt/fonts/font1.fntdata")
    etree.SubElement(held, qn("p:regular")).set(qn("r:id"), rid)
    need(main, "p:notesSz").addnext(listed)
    if used:
        slide = next(rel.target for rel in document.rels[document.main] if rel.kind == "slide")
        etree.SubElement(next(document.tree(slide).iter(qn("a:rPr"))), qn("a:latin"), typeface="Kommunsans")
    fresh = written(BASE, read_template(made("german"), name="german"))
    bring_masters(Graft(document, fresh.package, {}, ("notesMaster", "tableStyles")), back=back)
    stays = used or back
    assert [item.get("typeface") for item in main.iter(qn("p:font"))] == ["Kommunsans"] * stays
    assert ("ppt/fonts/font1.fntdata" in document.parts) is stays


def test_old_masters_go_with_all_that_only_they_led_to() -> None:
    document, old, new = exchanging("german")
    layouts = [layout for master in old for layout in layouts_of(document, master)]
    themes = [document.one(master, "theme") for master in old]
    drop_masters(document, old)
    assert masters_of(document) == new
    assert not {*old, *layouts, *themes} & set(document.parts)
    assert all(rel.target in document.parts for rel in document.rels[document.main] if not rel.external)
