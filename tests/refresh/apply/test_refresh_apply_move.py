"""A deck's slides on their way into another look."""

from __future__ import annotations

from apply_moving import on_the_way

from deck.drawing.sheet import placeholder_of


def test_where_things_stood_is_in_the_new_slide_s_measure() -> None:
    bench, move, part = on_the_way("4:3")
    page = move.reading(part)
    shapes = [item for item in page.reader.shapes if placeholder_of(item) is not None]
    boxes = [page.box(item) for item in shapes]
    standing = move.standing(page, shapes)
    assert [item.box for item in standing] == [move.resize.box(box) if box else None for box in boxes]
    assert move.resize.factor < 1 and bench.deck is move.bench.deck


def test_what_is_told_says_which_slide() -> None:
    bench, move, part = on_the_way("german")
    move.tell(part, "se på den")
    (told,) = [item for item in bench.problems if item.code == "new-look"]
    number = next(n for n, piece in enumerate(bench.deck.slides, 1) if piece.part == part)
    assert (told.message, told.where.part, told.where.slide) == ("se på den", part, number)
