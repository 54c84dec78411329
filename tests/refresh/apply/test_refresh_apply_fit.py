"""What layout adds to a plan's edits: pages that come and go, places, counters."""

from __future__ import annotations

from dataclasses import replace

from apply_deck import OnBench, edited_file, on_bench, red, reds, with_block
from refresh_corpus import generated
from refresh_releases import BASE, TABLE, bullets, row, with_slot

from deck.drawing.names import qn
from deck.drawing.scene import extent, xfrm_of
from deck.geometry import Box
from deck.pptx.identity import PART_TAG, guid
from deck.refresh.apply import apply
from deck.refresh.apply.fit import (
    CountPages,
    DrawSlot,
    PlaceSlot,
    SetPages,
    SpreadSlot,
    count_pages,
    fitted,
    place_slot,
)
from deck.refresh.pages import by_creation
from deck.refresh.plan import SetText
from deck.refresh.transform import write_box

MANY = bullets(*(f"Det här är punkt nummer {n}, som säger något om målen och om den som ska nå dem" for n in range(14)))
LONG = replace(TABLE, rows=(*TABLE.rows, *(row(f"r{n}", f"Mål nummer {n}", "Nämnden", "2030") for n in range(20))))


def steps(deck: OnBench) -> list[tuple[str, str]]:
    return [(type(step).__name__, getattr(step, "slot", "")) for step in fitted(deck.plan.edits, deck.bench)]


def tags(deck: OnBench, part: str) -> str:
    held = deck.bench.document.one(part, "tags")
    assert held is not None
    return next(item.get("val", "") for item in deck.bench.document.tree(held) if item.get("name") == PART_TAG)


def test_a_slide_that_stays_on_its_page_is_placed_and_counted() -> None:
    deck = on_bench(with_block("why", "body", bullets("En enda rad")))
    assert steps(deck)[:2] == [("SetText", "body"), ("PlaceSlot", "title")]
    assert {name for name, _slot in steps(deck)[2:]} == {"CountPages"}


def test_one_that_needs_more_pages_gets_them() -> None:
    deck = on_bench(with_block("why", "body", MANY))
    assert steps(deck)[:3] == [("SetText", "body"), ("SpreadSlot", "title"), ("SetPages", "")]
    apply(deck.plan, deck.bench)
    parts = deck.bench.parts["why"]
    assert len(parts) == len(deck.bench.fresh.pages["why"]) > 1
    assert [tags(deck, part) for part in parts] == [f"{n + 1}/{len(parts)}" for n in range(len(parts))]
    said = deck.said().slide("why")
    body = said.slot("body") if said is not None else None
    assert body is not None and body.block == MANY
    order = [piece.id for piece in deck.bench.document.deck().slides]
    assert order.index("why#2") == order.index("why") + 1


def test_one_that_needs_fewer_loses_them_but_for_what_its_owner_put_there() -> None:
    long = with_slot(BASE, "why", "body", MANY)
    short = with_slot(BASE, "why", "body", bullets("En enda rad"))
    plain = on_bench(short, generated(long))
    apply(plain.plan, plain.bench)
    assert len(plain.bench.parts["why"]) == 1 and "why#2" not in [piece.id for piece in plain.bench.document.deck().slides]
    tree = plain.bench.document.tree(plain.bench.parts["why"][0])
    assert not any("(1 av" in (item.text or "") for item in tree.iter(qn("a:t"))), "one page has no counter"


def test_rows_that_go_to_a_new_page_keep_their_looks() -> None:
    data = edited_file(lambda deck: red(deck.shape("table", "object"), "Levande sjöar"))
    first, *rest = LONG.rows
    wanted = with_block("table", "object", replace(LONG, rows=(first, *rest[3:], *rest[:3])))
    deck = on_bench(wanted, data)
    apply(deck.plan, deck.bench)
    last = deck.bench.parts["table"][-1]
    table = by_creation(deck.bench.document.tree(last))[guid(f"table#{len(deck.bench.parts['table'])}", "object")]
    assert len(deck.bench.parts["table"]) > 1 and reds(table) == ["Levande sjöar"]


def test_a_cell_s_edit_spreads_the_rows_where_there_are_pages() -> None:
    long = with_slot(BASE, "table", "object", LONG)
    rows = tuple(row("r3", "Mål nummer tre", "Nämnden", "2030") if item.id == "r3" else item for item in LONG.rows)
    deck = on_bench(with_slot(BASE, "table", "object", replace(LONG, rows=rows)), generated(long))
    assert steps(deck)[:2] == [("SpreadSlot", "object"), ("SetCell", "object")]


def test_a_slot_whose_words_stay_goes_where_it_stands_now_but_not_its_owner_s() -> None:
    box = Box(1_111_111, 2_222_222, 3_333_333, 444_444)
    moved = on_bench(with_block("why", "body", bullets("En rad")), edited_file(lambda d: write_box(d.shape("why", "title"), box)))
    place_slot(PlaceSlot(slide="why", slot="title"), moved.bench)
    assert extent(xfrm_of(moved.shape("why", "title"))) == (box.x, box.y, box.w, box.h)
    plain = on_bench(with_block("why", "body", bullets("En rad")))
    before = extent(xfrm_of(plain.shape("why", "title")))
    place_slot(PlaceSlot(slide="why", slot="title"), plain.bench)
    assert extent(xfrm_of(plain.shape("why", "title"))) == before


def test_counting_alone_changes_nothing_where_the_count_is_right() -> None:
    deck = on_bench(with_block("why", "body", bullets("En rad")))
    count_pages(CountPages(slide="links"), deck.bench)
    assert not deck.changed()


def test_steps_are_values() -> None:
    for kind in (SpreadSlot, DrawSlot, PlaceSlot):
        assert kind(slide="a", slot="b") == kind(slide="a", slot="b") != kind(slide="a", slot="c")
    assert SetPages(slide="a") != CountPages(slide="a")
    assert hash(SetText(slide="a", slot="b", before=(), after=())) == hash(SetText(slide="a", slot="b", before=(), after=()))
