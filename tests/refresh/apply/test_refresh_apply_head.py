"""SetOrder, SetSection, SetDeckTitle and SetFooter."""

from __future__ import annotations

from dataclasses import replace

from apply_deck import OnBench, edited_file, on_bench
from refresh_releases import BASE

from deck.drawing.names import child, qn
from deck.presentation import Section
from deck.refresh.plan import SetDeckTitle, SetFooter, SetOrder, SetSection
from deck.refresh.properties import core_title

FOOTER = "furniture-ftr"


def test_the_order_alone() -> None:
    order = [*BASE.slides[:2], BASE.slides[4], *BASE.slides[2:4], *BASE.slides[5:]]
    deck = on_bench(replace(BASE, slides=tuple(order)))
    (edit,) = deck.alone(SetOrder)
    assert edit.after == tuple(item.id for item in order)
    assert [piece.slide for piece in deck.bench.document.deck().slides] == list(edit.after)
    assert deck.changed() == {deck.bench.document.main}


def test_a_section_s_name_alone() -> None:
    deck = on_bench(replace(BASE, sections=(BASE.sections[0], Section("work", "Arbetet i kommunen"), BASE.sections[2])))
    deck.alone(SetSection)
    root = deck.bench.document.tree(deck.bench.document.main)
    assert [item.get("name") for item in root.iter("{*}section")] == ["Inledning", "Arbetet i kommunen", "Avslutning"]
    assert deck.changed() == {deck.bench.document.main}


def test_the_deck_s_title_alone() -> None:
    deck = on_bench(replace(BASE, title="Ny vägledning"))
    deck.alone(SetDeckTitle)
    assert core_title(deck.bench.document.deck()) == "Ny vägledning"
    assert deck.changed() == {deck.bench.document.one("", "core-properties")}


def test_the_footer_on_every_slide_but_where_its_owner_wrote_another() -> None:
    def write(deck: OnBench) -> None:
        words = next(deck.shape("why", FOOTER).iter(qn("a:t")))
        words.text = "Mina egna ord"

    deck = on_bench(replace(BASE, footer="Lunds kommun 2021"), edited_file(write))
    deck.alone(SetFooter)
    said = {
        slide: page.reader.words(shape)
        for slide, (page, *_rest) in deck.bench.mine.items()
        if (shape := page.shape(FOOTER)) is not None and child(shape, "p:txBody") is not None
    }
    assert said.pop("why") == "Mina egna ord" and set(said.values()) == {"Lunds kommun 2021"}
