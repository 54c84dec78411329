"""Signs as large as pictures, that words keep beside."""

from __future__ import annotations

from dataclasses import replace

import pytest
from template_drawn import STYLE, drawn, holder, styled

from deck.drawing.model import SceneParagraph, SceneRun, SceneShape, SceneText, TextStyle
from deck.geometry import Box
from deck.template.glyphs import KEPT, off_glyphs
from deck.template.model import Insets

TITLE = styled(holder("ctrTitle", 0, (5, 30, 70, 30)), size_pt=48)


def sign(words: str = "”", size: float = 500, color: str = "C7A0B8", at: int = 60, align: str = "l") -> SceneShape:
    """A box of letters from a share of the slide's width, in hundredths, to its end."""
    style = TextStyle(tuple(replace(level, align=align) for level in STYLE.levels), insets=Insets(0, 0, 0, 0))
    run = SceneRun(words, font="Georgia", size_pt=size, color=color)
    text = SceneText((SceneParagraph((run,), 0, style=style.levels[0]),), style)
    return SceneShape("9", "Tecken", "shape", "layout", Box(at * 120_000, 0, (100 - at) * 120_000, 7_000_000), text=text)


def beside(*shapes: SceneShape) -> Box:
    front = drawn(TITLE, name="Omslag", kind="title", shapes=shapes)
    return off_glyphs(front.spot("title", TITLE.box, TITLE.style, "", TITLE), front).box


def test_words_end_before_a_giant_sign() -> None:
    found = beside(sign())
    assert (found.x, found.y, found.h) == (TITLE.box.x, TITLE.box.y, TITLE.box.h)
    assert found.right < 60 * 120_000 and found.w >= KEPT * TITLE.box.w


def test_words_begin_after_one_that_stands_where_they_did() -> None:
    found = beside(sign("(", at=2))
    assert found.x > TITLE.box.x and found.right == TITLE.box.right


@pytest.mark.parametrize(
    "shape",
    [
        sign("Ny"),
        sign("”“”"),
        sign(size=100),
        sign(color="FEFEFE"),
        sign(at=90),
        sign(at=60, align="r", size=300),
        sign(at=30),
    ],
    ids=["letters", "a row", "no larger than words", "not seen", "beside it", "its letter is beside it", "it takes too much"],
)
def test_what_is_no_such_sign_or_not_in_the_way_moves_nothing(shape: SceneShape) -> None:
    assert beside(shape) == TITLE.box
