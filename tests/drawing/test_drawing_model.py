"""What is shown, as plain values: words of paragraphs and texts, a slide's own shapes."""

from __future__ import annotations

from deck.drawing import Paint, Scene, SceneParagraph, SceneRun, SceneShape, SceneText, TextLevel, TextStyle
from deck.geometry import Box

LEVEL = TextLevel("Arial", 18)


def paragraph(*words: str) -> SceneParagraph:
    return SceneParagraph(tuple(SceneRun(word, "Arial", 18) for word in words), 0, LEVEL)


def test_words_are_runs_joined_and_paragraphs_a_line_each() -> None:
    text = SceneText((paragraph("a", "b"), paragraph(), paragraph("c")), TextStyle((LEVEL,) * 9))
    assert [item.text for item in text.paragraphs] == ["ab", "", "c"]
    assert text.text == "ab\n\nc"


def test_a_slides_own_shapes_are_those_that_its_part_draws() -> None:
    shapes = [SceneShape(name, name, "shape", name, Box(0, 0, 1, 1)) for name in ("master", "layout", "slide")]  # type: ignore[arg-type]
    scene = Scene("s", (1, 1), Paint(), tuple(shapes))
    assert [shape.name for shape in scene.own] == ["slide"]
