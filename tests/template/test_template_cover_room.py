"""Room for a cover's title in nearly its own size."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from template_drawn import SIZE, STAGE, drawn, holder, styled

from deck.drawing.model import Paint, SceneShape
from deck.geometry import Box
from deck.template.cover_room import NEARLY, RIM, fitting
from deck.template.model import Placeholder, Role
from deck.template.roles import Casting

HUNDREDTH = SIZE[1] // 100


def low(anchor: str = "b", y: int = 50, high: int = 12) -> Placeholder:
    """A cover's title a line high, in large letters."""
    item = styled(holder("ctrTitle", 0, (6, y, 55, high)), size_pt=54)
    return replace(item, style=replace(item.style, anchor=anchor))


def cover(title: Placeholder, **more: object) -> Role:
    under = holder("subTitle", 1, (6, title.box.bottom // HUNDREDTH + 3, 55, 8))
    front = drawn(title, under, name="Omslag", kind="title", **more)  # type: ignore[arg-type]
    return Casting([front], STAGE).title()


def field(box: Box, color: str) -> SceneShape:
    return SceneShape("1", "Fält", "shape", "layout", box, fill=Paint("solid", (color,)))


@pytest.mark.parametrize("anchor", ["b", "ctr", "t"])
def test_it_grows_as_its_words_stand_and_the_subtitle_moves_along(anchor: str) -> None:
    title = low(anchor, 38)
    spots = cover(title).spots
    box, under = spots["title"].box, spots["subtitle"].box
    assert fitting(title.box, title.style) < NEARLY * 54 <= fitting(box, title.style)
    assert (box.bottom == title.box.bottom) == (anchor == "b") and (box.y == title.box.y) == (anchor == "t")
    assert not box.overlaps(under) and under.y >= box.bottom and under.bottom <= SIZE[1]
    assert spots["title"].style == title.style


def test_one_that_has_room_stays_where_its_house_has_it() -> None:
    title = low(y=20, high=40)
    assert cover(title).spots["title"].box == title.box


@pytest.mark.parametrize(
    "more",
    [
        {"obstacles": (Box(700_000, 3_300_000, 2_000_000, 100_000), Box(0, 4_350_000, SIZE[0], 12_700))},
        {"shapes": (field(Box(0, 3_500_000, SIZE[0], 840_000), "EEEEEE"),)},
        {"panels": (Box(0, 3_500_000, SIZE[0], 840_000),)},
    ],
    ids=["logo and line", "pale card", "panel"],
)
def test_it_grows_over_nothing_that_is_there(more: dict[str, object]) -> None:
    title = low()
    assert cover(title, **more).spots["title"].box == title.box


@pytest.mark.parametrize("kind", ["obstacles", "panels"])
def test_it_keeps_off_the_edges_of_the_field_that_it_stands_on(kind: str) -> None:
    """Within it, it grows as far as its own box keeps off them, up to a margin."""
    for over, under in ((3, 20), (20, 3), (8, 8), (1, 30)):
        title = low("ctr", 45, 12)
        box = title.box
        around = Box(0, box.y - over * HUNDREDTH, SIZE[0], box.h + (over + under + 11) * HUNDREDTH)
        found = cover(title, ground="C00020", shapes=(field(around, "C00020"),), **{kind: (around,)}).spots
        for spot, own in ((found["title"].box, box), (found["subtitle"].box, box)):
            assert spot.y - around.y >= min(own.y - around.y, round(RIM * SIZE[1]))
            assert around.bottom - spot.bottom >= min(under * HUNDREDTH, round(RIM * SIZE[1]))


@pytest.mark.parametrize(("color", "whole"), [("FFFFFF", False), ("0B2545", True)])
def test_it_is_narrower_where_it_would_not_read_beyond_an_edge(color: str, whole: bool) -> None:
    """White words on red keep clear of a white field; on a dark one they may go on."""
    title = styled(holder("ctrTitle", 0, (6, 20, 60, 40)), size_pt=44, color="FFFFFF")
    box = Box(SIZE[0] // 2, 0, SIZE[0] // 2, SIZE[1])
    found = cover(title, ground="C00020", shapes=(field(box, color),), panels=(box,)).spots["title"]
    assert (found.box == title.box) == whole and found.box.x == title.box.x
    assert whole or found.box.right - box.x < found.style.insets.right + SIZE[0] // 50
    assert found.palette.ground.against("FFFFFF") >= 3


def test_it_keeps_to_the_end_of_a_gradient_on_which_it_reads() -> None:
    """Rather than on a plate: white on a violet that becomes a pale pink."""
    fade = Paint("gradient", ("4A1468", "FFB0C0"), stops=((0.0, "4A1468", 1.0), (1.0, "FFB0C0", 1.0)), angle=0.0)
    ground = replace(field(Box(0, 0, *SIZE), "FFFFFF"), fill=fade, geometry="rect")
    title = styled(holder("ctrTitle", 0, (6, 20, 88, 40)), size_pt=44, color="FFFFFF")
    found = cover(title, shapes=(ground,)).spots["title"]
    assert found.plate is None and found.box.x == title.box.x and 0.4 * title.box.w < found.box.w < title.box.w
    assert found.palette.ground.all_against("FFFFFF") >= 3


@given(st.integers(6, 88), st.integers(4, 40), st.sampled_from(("t", "ctr", "b")))
def test_a_cover_s_words_are_on_its_slide_and_apart(y: int, high: int, anchor: str) -> None:
    title = low(anchor, y, min(high, 94 - y))
    spots = cover(title).spots
    box = spots["title"].box
    assert (box.x, box.w) == (title.box.x, title.box.w)
    assert Box(0, 0, *SIZE).contains(box) and not box.overlaps(spots["subtitle"].box, 6_350)
