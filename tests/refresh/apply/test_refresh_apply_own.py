"""A slide of the owner's in another look."""

from __future__ import annotations

from apply_moving import on_the_way

from deck.drawing.names import child
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import contents, placeholder_of
from deck.refresh.apply.own import move_own


def test_it_stands_on_a_layout_of_the_new_look_and_says_what_it_said() -> None:
    bench, move, part = on_the_way("german")
    reader = move.reading(part).reader
    before = sorted(map(reader.words, reader.shapes))
    layouts = {layout.part: layout for layout in move.after.layouts}
    move_own(move, part)
    names = {move.graft.names[name] for name in layouts if name in move.graft.names}
    assert bench.document.one(part, "slideLayout") in names
    assert sorted(map(reader.words, reader.shapes)) == before


def test_what_has_no_counterpart_stays_where_it_was_and_is_told() -> None:
    bench, move, part = on_the_way("no-placeholders")
    move_own(move, part)
    told = [item for item in bench.problems if item.code == "new-look"]
    left = [item for item in contents(child(bench.document.tree(part), "p:cSld", "p:spTree")) if placeholder_of(item) is not None]
    assert told and all(item.where.part == part for item in told)
    assert any(extent(xfrm_of(item)) for item in left)
