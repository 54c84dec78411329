"""Frames to fill in: dashed, alike, none of them higher than is good."""

from __future__ import annotations

import pytest
from drawn_counts import FRAMES, LONGEST
from hypothesis import given
from hypothesis import strategies as st
from layout_forms import items, proved, shapes_of
from layout_made import QUICK, place

from deck.layout.diagrams.frames import LOUD, draw
from deck.layout.zone import PX
from deck.presentation import Diagram, Item

BESIDE = place(561, 360)
"""748 x 480 px: what a map leaves of the zone."""


def test_four_frames_as_drawn() -> None:
    outcome = draw(FRAMES, BESIDE)
    proved(FRAMES, outcome, BESIDE)
    frames = [shape for shape in shapes_of(outcome) if shape.key.startswith("frame:")]
    assert len(frames) == 4 and {frame.line.dash for frame in frames if frame.line} == {"dash"}
    assert all(frame.fill is None and not frame.paragraphs for frame in frames)
    assert len({frame.box.x for frame in frames}) == len({frame.box.y for frame in frames}) == 2


@pytest.mark.parametrize(("count", "columns"), [(1, 1), (2, 2), (3, 3), (4, 2), (6, 3)])
def test_frames_on_a_whole_slide(count: int, columns: int) -> None:
    where = place(864, 360)
    block = Diagram("frames", tuple(Item(f"r{n}", "Vad siffran visar", "Källa: …", "00") for n in range(count)), "")
    outcome = draw(block, where)
    proved(block, outcome, where)
    frames = [shape.box for shape in shapes_of(outcome) if shape.key.startswith("frame:")]
    assert len({frame.x for frame in frames}) == columns and max(frame.h for frame in frames) <= 227 * PX
    figures = [shape.size_pt for shape in shapes_of(outcome) if shape.key.endswith(":number")]
    assert set(figures) == {64}


def test_in_a_low_place_words_stand_beside_their_figures() -> None:
    where = place(561, 214)
    outcome = draw(FRAMES, where)
    proved(FRAMES, outcome, where)
    assert len(outcome.parts) == 1
    shapes = {shape.key: shape.box for shape in shapes_of(outcome)}
    for key, figure in shapes.items():
        if key.endswith(":number"):
            words = shapes[key.replace(":number", ":title")]
            assert words.x >= figure.right and words.y == figure.y


@pytest.mark.parametrize("width", [350, 370])
def test_frames_are_closer_to_their_words_before_figures_are_as_small_as_these(width: int) -> None:
    where = place(width, 240)
    outcome = draw(FRAMES, where)
    proved(FRAMES, outcome, where)
    shapes = {shape.key: shape for shape in shapes_of(outcome)}
    figures = [shape.size_pt for key, shape in shapes.items() if key.endswith(":number")]
    words = [shape.size_pt for key, shape in shapes.items() if key.endswith(":title")]
    assert len(figures) == len(words) == 4, "on one page"
    assert min(figures) >= LOUD * max(words)


def test_the_longest_words_and_none() -> None:
    where = place(864, 360)
    outcome = draw(LONGEST["frames"], where)
    assert not outcome.troubles
    proved(LONGEST["frames"], outcome, where)
    assert draw(Diagram("frames", (), ""), where).parts == ((),)
    assert draw(FRAMES, place(80, 60)).troubles


@QUICK
@given(items(1, 6, key=True), st.integers(80, 1000), st.integers(60, 520))
def test_it_holds_its_words_or_complains(found: tuple[Item, ...], width: int, height: int) -> None:
    block, where = Diagram("frames", found, ""), place(width, height)
    proved(block, draw(block, where), where)
