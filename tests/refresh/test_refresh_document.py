"""The owner's package while it is patched: what moves from one slide to another takes its links along."""

from __future__ import annotations

from refresh_corpus import generated

from deck.drawing.names import qn
from deck.package import open_package
from deck.refresh.document import Document


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
    copied = document.carried(click.getparent(), here, there)
    new = next(copied.iter(qn("a:hlinkClick"))).get(qn("r:id"))
    targets = {rel.id: rel.target for rel in document.rels[there]}
    assert targets[new or ""] == next(rel.target for rel in document.rels[here] if rel.id == rid)
    assert click.get(qn("r:id")) == rid, "the original is as it was"


def test_what_nothing_names_any_more_is_tidied_away() -> None:
    document = Document(open_package(generated(), "test"))
    here, rid, _there = linked(document)
    for click in list(document.tree(here).iter(qn("a:hlinkClick"))):
        if click.get(qn("r:id")) == rid:
            click.getparent().remove(click)
    document.tidy(here)
    assert rid not in {rel.id for rel in document.rels[here]}
    assert {rel.kind for rel in document.rels[here]} >= {"slideLayout", "notesSlide"}
