"""The owner's package while it is patched: what moves from one slide to another takes its links along."""

from __future__ import annotations

from lxml import etree
from refresh_corpus import generated

from deck.drawing.names import detach, qn
from deck.package import open_package
from deck.package.names import REL, P
from deck.refresh.document import Document, Unlinked, shape_ids


def linked(document: Document) -> tuple[str, str, str]:
    """A slide with a link to the web, the relationship's id, and another slide."""
    slides = [part for part in document.parts if part.startswith("ppt/slides/slide")]
    for part in slides:
        for rel in document.rels[part]:
            if rel.external:
                return part, rel.id, next(other for other in slides if other != part)
    raise AssertionError("no slide has a link")


def test_an_element_carried_to_another_slide_finds_what_it_leads_to() -> None:
    document = Document(open_package(generated(), "test"))
    here, rid, there = linked(document)
    click = next(item for item in document.tree(here).iter(qn("a:hlinkClick")) if item.get(qn("r:id")) == rid)
    holder = click.getparent()
    assert holder is not None
    copied = document.carried(holder, here, there)
    new = next(copied.iter(qn("a:hlinkClick"))).get(qn("r:id"))
    targets = {rel.id: rel.target for rel in document.rels[there]}
    assert targets[new or ""] == next(rel.target for rel in document.rels[here] if rel.id == rid)
    assert click.get(qn("r:id")) == rid, "the original is as it was"


def test_what_nothing_names_any_more_is_tidied_away() -> None:
    document = Document(open_package(generated(), "test"))
    here, rid, _there = linked(document)
    for click in list(document.tree(here).iter(qn("a:hlinkClick"))):
        if click.get(qn("r:id")) == rid:
            detach(click)
    document.tidy(here)
    assert rid not in {rel.id for rel in document.rels[here]}
    assert {rel.kind for rel in document.rels[here]} >= {"slideLayout", "notesSlide"}


def test_what_changed_in_a_tree_is_written_and_the_rest_keeps_its_bytes() -> None:
    document = Document(open_package(generated(), "test"))
    slides = [piece.part for piece in document.deck().slides]
    next(document.tree(slides[1]).iter(qn("a:t"))).text = "Ändrat"
    package = document.package()
    assert "Ändrat".encode() in package.parts[slides[1]]
    assert [name for name, data in package.parts.items() if data != document.parts[name]] == [slides[1]]


def test_readers_see_what_writers_changed() -> None:
    document = Document(open_package(generated(), "test"))
    deck = document.deck()
    part = deck.slides[1].part
    assert deck.sheets.root(part) is document.tree(part)


def test_a_link_to_a_slide_that_goes_leaves_its_words() -> None:
    document = Document(open_package(generated(), "test"))
    deck = document.deck()
    here, gone = deck.slides[1].part, deck.slides[-1].part
    run = next(document.tree(here).iter(qn("a:r")))
    rid = document.relate(here, f"{REL}/slide", gone)
    props = run.find(qn("a:rPr"))
    assert props is not None
    etree.SubElement(props, qn("a:hlinkClick"), {qn("r:id"): rid, "action": "ppaction://hlinksldjump"})
    words = "".join(item.text or "" for item in run.iter(qn("a:t")))
    document.drop([gone])
    assert rid not in {rel.id for rel in document.rels[here]}
    assert not [item for item in document.tree(here).iter(qn("a:hlinkClick")) if item.get(qn("r:id")) == rid]
    assert "".join(item.text or "" for item in run.iter(qn("a:t"))) == words
    assert document.unlinked == [Unlinked(here, gone, words.strip())]


def test_what_only_a_relationship_led_to_goes_with_it() -> None:
    document = Document(open_package(generated(), "test"))
    slide = document.deck().slides[0].part
    tags = document.one(slide, "tags")
    rid = next(rel.id for rel in document.rels[slide] if rel.kind == "tags")
    assert tags is not None
    document.unrelate(slide, rid)
    assert tags not in document.parts and tags not in document.overrides
    assert rid not in {rel.id for rel in document.rels[slide]}


def test_the_numbers_of_ink_and_of_what_shows_an_object_are_taken_too() -> None:
    drawn = etree.fromstring(
        f'''<p:spTree xmlns:p="{P}" xmlns:mc="urn:mc" xmlns:p14="urn:p14">
        <p:nvGrpSpPr><p:cNvPr id="1" name=""/></p:nvGrpSpPr>
        <mc:AlternateContent><mc:Choice><p:contentPart><p14:nvContentPartPr><p14:cNvPr id="19" name="Ink"/></p14:nvContentPartPr>
        </p:contentPart></mc:Choice></mc:AlternateContent>
        <p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="Sheet"/></p:nvGraphicFramePr>
        <p:oleObj><p:pic><p:nvPicPr><p:cNvPr id="20" name=""/></p:nvPicPr></p:pic></p:oleObj></p:graphicFrame></p:spTree>'''
    )
    assert {4, 19, 20} <= shape_ids(drawn)


def test_read_as_it_stands_what_was_not_changed_is_not_parsed_again() -> None:
    document = Document(open_package(generated(), "test"))
    one, other = [piece.part for piece in document.deck().slides][:2]
    next(document.tree(one).iter(qn("a:t"))).text = "Anders"
    document.tree(other)
    sheets = document.read()
    assert sheets.package.parts == document.package().parts
    assert sheets.root(other) is document.tree(other)
    anew = sheets.root(one)
    assert anew is not None and anew is not document.tree(one)
    assert etree.tostring(anew) == etree.tostring(document.tree(one))
