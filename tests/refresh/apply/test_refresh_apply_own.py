"""A slide of the owner's in another look."""

from __future__ import annotations

from dataclasses import replace

from apply_moving import moving_into, on_the_way

from deck.drawing.names import child, detach
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import contents, placeholder_of
from deck.refresh.apply.own import move_own
from deck.template import default_template_path, read_template


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


def test_where_a_program_has_made_text_boxes_of_all_the_layout_s_name_tells() -> None:
    standard = read_template(default_template_path())
    bench, move, part = moving_into(standard)
    bench.before = replace(bench.before, made_in=standard)
    before = {layout.part: layout.name for layout in bench.look.layouts}[bench.document.one(part, "slideLayout") or ""]
    for item in contents(child(bench.document.tree(part), "p:cSld", "p:spTree")):
        holder = placeholder_of(item)
        if holder is not None:
            detach(holder)
    move_own(move, part)
    names = {move.graft.names[layout.part]: layout.name for layout in standard.layouts if layout.part in move.graft.names}
    assert names[bench.document.one(part, "slideLayout") or ""] == before
