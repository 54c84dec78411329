"""AddSlide, DropSlide, ReleaseSlide and Relayout."""

from __future__ import annotations

from dataclasses import replace

from apply_deck import OnBench, on_bench, with_slide
from refresh_releases import BASE, bullets, slide

from deck.drawing.names import qn
from deck.pptx.identity import creation_of
from deck.presentation import Presentation, Slot, text
from deck.refresh.apply import APPLY
from deck.refresh.apply.head import write_show
from deck.refresh.plan import AddSlide, DropSlide, Relayout, ReleaseSlide, SetOrder

NEWS = slide("news", "content", "work", ("title", text("Nytt i år")), ("body", bullets("En kortversion", "Fler exempel")))


def without(name: str) -> Presentation:
    return replace(BASE, slides=tuple(item for item in BASE.slides if item.id != name))


def shown(deck: OnBench) -> list[str]:
    return [piece.slide for piece in deck.bench.document.deck().slides]


def sections(deck: OnBench) -> list[int]:
    """How many slides each section holds."""
    root = deck.bench.document.tree(deck.bench.document.main)
    return [len(list(item.iter("{*}sldId"))) for item in root.iter("{*}section")]


def test_a_new_slide_stands_in_its_section_and_shows_its_number() -> None:
    at = next(n for n, item in enumerate(BASE.slides) if item.id == "chart")
    deck = on_bench(replace(BASE, slides=(*BASE.slides[: at + 1], NEWS, *BASE.slides[at + 1 :])))
    before = sections(deck)
    for edit in (*deck.edits(AddSlide), *deck.edits(SetOrder)):
        APPLY[type(edit)](edit, deck.bench)
    write_show(deck.bench)
    assert shown(deck)[at + 1] == "news" and len(shown(deck)) == len(BASE.slides) + 1
    assert [now - was for was, now in zip(before, sections(deck), strict=True)] == [0, 1, 0]
    tree = deck.bench.document.tree(deck.bench.parts["news"][0])
    numbers = [item.findtext(qn("a:t")) for item in tree.iter(qn("a:fld")) if item.get("type") == "slidenum"]
    assert numbers and set(numbers) == {str(at + 2)}


def test_a_withdrawn_slide_goes_with_its_parts_and_the_links_to_it() -> None:
    deck = on_bench(without("table"))
    parts = [page.part for page in deck.bench.mine["table"]]
    notes = deck.bench.document.one(parts[0], "notesSlide")
    (edit,) = deck.edits(DropSlide)
    APPLY[DropSlide](edit, deck.bench)
    deck.bench.order = tuple(key for key in deck.bench.order if key != "table")
    write_show(deck.bench)
    assert "table" not in shown(deck) and not {*parts, notes} & set(deck.bench.document.parts)
    links = deck.said().slide("links")
    assert links is not None and "tabellen" in repr(links) and "Link(url='', slide='table')" not in repr(links)
    assert sum(sections(deck)) == len(BASE.slides) - 1


def test_a_released_slide_stays_as_it_is_without_our_ids() -> None:
    deck = on_bench(BASE)
    now = deck.bench.before.now.slide("compare")
    assert now is not None
    page = deck.bench.mine["compare"][0]
    assert any(creation_of(item) for item in page.reader.shapes)
    words = [page.reader.words(item) for item in page.reader.shapes]
    APPLY[ReleaseSlide](ReleaseSlide(slide="compare", before=now), deck.bench)
    write_show(deck.bench)
    after = deck.bench.document.deck()
    piece = next(item for item in after.slides if item.part == page.part)
    assert piece.slide == "" and len(after.slides) == len(BASE.slides)
    assert not any(creation_of(item) for item in page.reader.shapes)
    assert [page.reader.words(item) for item in page.reader.shapes] == words


def test_a_slide_of_another_kind_stands_on_that_kind_s_layout() -> None:
    body = Slot("body", "body", bullets("Först det ena", "Sedan det andra"))
    wanted = with_slide("compare", lambda held: replace(held, kind="content", slots=(held.slots[0], body)))
    deck = on_bench(wanted)
    part = deck.bench.mine["compare"][0].part
    before = deck.bench.document.one(part, "slideLayout")
    (edit,) = deck.edits(Relayout)
    assert (edit.before, edit.after) == ("comparison", "content")
    APPLY[Relayout](edit, deck.bench)
    layout = deck.bench.document.one(part, "slideLayout")
    why = deck.bench.document.one(deck.bench.mine["why"][0].part, "slideLayout")
    assert layout != before and layout == why
    assert [rel.kind for rel in deck.bench.document.rels[part]].count("slideLayout") == 1
    assert sum(1 for item in deck.bench.document.tree(part).iter(qn("p:ph")) if item.get("type") == "sldNum") == 1
