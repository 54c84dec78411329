"""What of a block is merged on its own."""

from __future__ import annotations

from dataclasses import replace

from merge_sides import planned
from refresh_releases import BASE, TABLE, with_slot

from deck.presentation import Diagram, Text, paragraph
from deck.refresh.facets import differing, facet_of, facets
from deck.refresh.told import changes


def drawn() -> tuple[str, str, Diagram]:
    return next(
        (slide.id, slot.id, slot.block) for slide in BASE.slides for slot in slide.slots if isinstance(slot.block, Diagram)
    )


def told(mine: Diagram, theirs: Diagram) -> set[tuple[str, str, str]]:
    slide, slot, _block = drawn()
    plan = planned(BASE, with_slot(BASE, slide, slot, mine), with_slot(BASE, slide, slot, theirs))
    return {(item.kind, item.property, item.after) for item in changes(plan) if (item.slide, item.slot) == (slide, slot)}


def with_title(block: Diagram, n: int, words: str) -> Diagram:
    items = list(block.items)
    items[n] = replace(items[n], title=words)
    return replace(block, items=tuple(items))


def test_news_beside_an_owners_part_are_the_guidances_alone() -> None:
    _slide, _slot, block = drawn()
    news = f"item:{block.items[1].id}.title"
    found = told(with_title(block, 0, "Mitt eget"), with_title(block, 1, "Nytt från vägledningen"))
    assert ("applied", news, "Nytt från vägledningen") in found
    assert ("kept", "", "Mitt eget") in found


def test_news_in_an_owners_part_stand_together_with_theirs() -> None:
    _slide, _slot, block = drawn()
    words = "Ett ganska långt stycke ord som båda sidor ändrar i var sin ände nu"
    slide, slot, _ = drawn()
    base = with_slot(BASE, slide, slot, with_title(block, 0, words))
    mine = with_slot(BASE, slide, slot, with_title(block, 0, "Vårt " + words))
    theirs = with_slot(BASE, slide, slot, with_title(block, 0, words + " här"))
    found = {item.kind for item in changes(planned(base, mine, theirs)) if (item.slide, item.slot) == (slide, slot)}
    assert found == {"merged"}


def test_every_edit_of_a_part_names_a_facet_that_the_block_has() -> None:
    slide, slot, block = drawn()
    theirs = with_slot(BASE, slide, slot, replace(with_title(block, 0, "Nytt"), alt="Ny alternativtext"))
    cells = tuple(
        replace(row, cells=tuple(replace(c, paragraphs=(paragraph("ny " + c.text),)) for c in row.cells)) for row in TABLE.rows
    )
    theirs = with_slot(theirs, "table", "object", replace(TABLE, rows=(TABLE.rows[0], *cells[1:])))
    named = {(slide, slot): block, ("table", "object"): TABLE}
    found = [(edit, facet_of(edit)) for edit in planned(BASE, BASE, theirs).edits]
    assert {name.partition(":")[0] for _edit, name in found} >= {"item", "alt", "cell"}
    for edit, name in found:
        if name:
            assert name in facets(named[getattr(edit, "slide"), getattr(edit, "slot")])  # noqa: B009


def test_blocks_of_one_kind_differ_by_name() -> None:
    _slide, _slot, block = drawn()
    assert differing(block, block) == {}
    assert set(differing(block, with_title(block, 0, "Annat"))) == {f"item:{block.items[0].id}.title"}
    assert facets(Text(())) == {} == facets(None)
