"""The bench: what an edit is given, and what is found out before anything changes."""

from __future__ import annotations

import pytest
from apply_deck import on_bench, with_block
from refresh_corpus import edited
from refresh_releases import BASE, TABLE, bullets, row

from deck.refresh.apply.bench import names_of

LONG = type(TABLE)(
    (*TABLE.rows, *(row(f"r{n}", f"Mål nummer {n}", "Nämnden", "2030") for n in range(20))), TABLE.widths, TABLE.alt
)


def test_nothing_is_laid_out_before_it_is_asked_for() -> None:
    deck = on_bench(with_block("why", "body", bullets("En rad")))
    assert deck.bench.written is deck.bench.known[-1]
    fresh = deck.bench.fresh
    assert deck.bench.written is fresh is deck.bench.fresh


def test_each_slide_is_known_by_its_parts_and_its_owner_s_by_their_keys() -> None:
    deck = on_bench(BASE, edited(["own-slide-inside"]).data)
    (own,) = [key for key in deck.bench.order if key.startswith("own:")]
    assert deck.bench.parts[own] == [own.removeprefix("own:")]
    assert deck.bench.parts["why"] == [page.part for page in deck.bench.mine["why"]]


def test_a_slide_that_is_on_one_side_only_is_no_slide_to_change() -> None:
    deck = on_bench(with_block("why", "body", bullets("En rad")))
    with pytest.raises(KeyError):
        deck.bench.sides("nowhere")


def test_the_rows_of_a_table_that_takes_more_pages_are_kept_as_they_were() -> None:
    deck = on_bench(with_block("table", "object", LONG))
    deck.bench.sides("table")
    assert set(deck.bench.rows("table", "object")) == {line.id for line in TABLE.rows}
    assert deck.bench.rows("why", "body") == {}


def test_new_pages_get_names_that_are_free() -> None:
    deck = on_bench(with_block("table", "object", LONG))
    before = set(deck.bench.document.parts)
    names = names_of(deck.bench.document, deck.bench.mine, deck.bench.fresh)
    assert len(set(names.values())) == len(names)
    new = {names[page.part] for page in deck.bench.fresh.pages["table"][1:]}
    assert new and not new & before
    assert names[deck.bench.fresh.pages["table"][0].part] == deck.bench.mine["table"][0].part
