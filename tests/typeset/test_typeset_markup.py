"""Typst's words: nothing in a deck is ever code."""

from __future__ import annotations

from dataclasses import replace

import pytest
from typeset_made import deck_made

from deck.drawing import SceneParagraph, SceneRun, SceneText, TextLevel, TextStyle
from deck.geometry import Box
from deck.render.words import drawn_lines
from deck.typeset.markup import Pictures, Setter, quoted
from deck.typeset.slides import pdf_of, source_of
from deck.typeset.told import TextPart

LOOK = TextLevel("Arial", 20)


def text_part(*runs: SceneRun, **more: object) -> TextPart:
    look = replace(LOOK, **more)  # type: ignore[arg-type]
    text = SceneText((SceneParagraph(runs, 0, look),), TextStyle((look,) * 9))
    return TextPart(text, tuple(drawn_lines(text, Box(0, 0, 6_000_000, 3_000_000))), "text")


def set_in(part: TextPart) -> str:
    return "".join(Setter(Pictures(), {"ppt/slides/slide2.xml": 2}, 12_192_000, 2).part(part))


@pytest.mark.parametrize(
    "words", ['"); #import "@x/y:1.0.0"; ("', "\\u{41} \\", "#set page(1)", "$x$ *a* _b_ <c> @d", "// slut */"]
)
def test_words_are_words_whatever_they_look_like(words: str) -> None:
    deck = deck_made()
    slide = deck.slides[0]
    changed = replace(deck, title=words, slides=(replace(slide, parts=(text_part(SceneRun(words, "Arial", 20)),)),))
    assert quoted(words) in source_of(changed)
    assert pdf_of(changed).startswith(b"%PDF")


def test_marks_that_no_one_sees_are_left_out() -> None:
    assert quoted("a\x00b\x1bc") == '"abc"'


def test_runs_keep_their_look_and_links_their_way() -> None:
    said = set_in(
        text_part(
            SceneRun("fet", "Arial", 20, bold=True, color="112233"),
            SceneRun("2", "Arial", 20, baseline=0.3),
            SceneRun("hit", "Arial", 20, link="#ppt/slides/slide2.xml"),
            SceneRun("bort", "Arial", 20, link="file:///etc/passwd", highlight="FFFF00"),
        )
    )
    assert 'fill: rgb("112233"), weight: "bold"' in said and "baseline: -6.00pt" in said
    assert "link(<slide-2>, underline(" in said and "passwd" not in said and "highlight(" in said


def test_letters_of_another_font_are_set_as_wide_as_they_were_measured() -> None:
    assert "tracking" not in set_in(text_part(SceneRun("bredd", "Arial", 20)))
    assert "tracking: -" in set_in(text_part(SceneRun("bredd", "Calibri", 20)))
    assert "tracking: 2.000pt" in set_in(text_part(SceneRun("bredd", "Arial", 20, spacing_pt=2)))


@pytest.mark.parametrize(("align", "side"), [("l", "left"), ("ctr", "center"), ("r", "right")])
def test_lines_stand_to_the_side_that_they_were_measured_for(align: str, side: str) -> None:
    assert f"said({side}," in set_in(text_part(SceneRun("ord", "Arial", 20), align=align))
