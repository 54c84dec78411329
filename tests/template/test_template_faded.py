"""Pictures that fade into the page."""

from __future__ import annotations

import pytest
from template_drawn import SIZE

from deck.drawing import Paint, Scene
from deck.drawing.model import SceneShape
from deck.geometry import Box
from deck.package import Package
from deck.template.faded import as_seen

WIDE, HIGH = SIZE
BARE = Package({}, {}, {}, {})
HEAD, FOOT = Box(0, 0, WIDE, 40 * HIGH // 100), Box(0, 60 * HIGH // 100, WIDE, HIGH - 60 * HIGH // 100)


def scene(box: Box, *, first: str, last: str) -> Scene:
    fade = Paint("gradient", (first, last), stops=((0.0, first, 1.0), (1.0, last, 1.0)), angle=90.0)
    shape = SceneShape("1", "Toning", "shape", "master", box, fill=fade, geometry="rect")
    return Scene("layout", SIZE, Paint("solid", ("FFFFFF",)), (shape,))


def test_what_has_faded_into_the_page_is_cut_at_the_head_and_at_the_foot() -> None:
    head = as_seen(BARE, scene(HEAD, first="1F5C46", last="FFFFFF"), HEAD)
    assert (head.x, head.y, head.w) == (0, 0, WIDE) and 0.3 * HEAD.h < head.h < 0.95 * HEAD.h
    foot = as_seen(BARE, scene(FOOT, first="FFFFFF", last="1F5C46"), FOOT)
    assert foot.bottom == FOOT.bottom and 0.3 * FOOT.h < foot.h < 0.95 * FOOT.h


@pytest.mark.parametrize(
    ("block", "drawn"),
    [
        (HEAD, scene(HEAD, first="FFFFFF", last="1F5C46")),
        (HEAD, scene(HEAD, first="1F5C46", last="1F5C46")),
        (Box(0, 0, WIDE // 2, HEAD.h), scene(HEAD, first="1F5C46", last="FFFFFF")),
        (Box(0, HIGH // 5, WIDE, HEAD.h), scene(HEAD, first="1F5C46", last="FFFFFF")),
        (Box(0, 0, WIDE, HIGH // 10), scene(HEAD, first="1F5C46", last="FFFFFF")),
    ],
    ids=["dark at its inner edge", "of one colour", "half as wide", "in the middle", "a thin bar"],
)
def test_everything_else_stays_as_it_is(block: Box, drawn: Scene) -> None:
    assert as_seen(BARE, drawn, block) == block
