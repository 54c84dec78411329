"""Words on a slide: every line where it was measured to stand."""

from __future__ import annotations

import re
from typing import Any, Literal

from render_made import WORDS, drawn, package_of, texts

from deck.drawing import SceneParagraph, SceneRun, SceneText, TextLevel, TextStyle
from deck.geometry import Box
from deck.render.canvas import new_canvas
from deck.render.words import draw_text


def test_every_word_stands_on_the_picture_in_order() -> None:
    said = "".join(texts(drawn(package_of(WORDS))))
    plain = re.sub(r"[\s–]", "", "".join(paragraph.text for paragraph in WORDS.paragraphs))
    assert plain in re.sub(r"[\s•–]|[12]\.", "", said)
    # A dash is the template's mark; the words have one of their own.
    assert said.count("–") == 3
    assert "1." in said and "2." in said


def test_lines_are_as_wide_as_they_were_measured() -> None:
    picture = drawn(package_of(WORDS))
    for item in picture.iter("{*}text"):
        if item.get("textLength"):
            assert 0 < float(item.get("x")) + float(item.get("textLength")) <= 960


def test_bold_words_and_links_show() -> None:
    picture = drawn(package_of(WORDS))
    assert any(item.text == "alla" and item.get("font-weight") == "bold" for item in picture.iter("{*}text"))
    assert any(item.get("text-decoration") == "underline" and "RUS" in (item.text or "") for item in picture.iter("{*}text"))


Kind = Literal["none", "bullet", "number"]


def text_of(*lines: tuple[str, Kind, int], vert: str = "horz", caps: bool = False, columns: int = 1) -> SceneText:
    """(words, kind of list, level) each."""
    found = []
    for said, kind, level in lines:
        look = TextLevel("Arial", 20, caps=caps, bullet="" if kind == "none" else "\uf0b7", margin_left=254_000, indent=-127_000)
        run = SceneRun(said, "Arial", 20, color="112233", caps="all" if caps else "")
        found.append(SceneParagraph((run,), level, look, kind))
    return SceneText(tuple(found), TextStyle((TextLevel("Arial", 20),) * 9, vert=vert, columns=columns))


def shown(text: SceneText) -> Any:
    canvas = new_canvas((12_192_000, 6_858_000), 960, "x")
    draw_text(canvas, canvas.root, text, Box(0, 0, 6_000_000, 6_000_000))
    return canvas.root


def test_numbers_go_on_within_their_level_and_begin_again_after_another_paragraph() -> None:
    kinds: list[tuple[Kind, int]] = [("number", 0), ("number", 0), ("number", 1), ("number", 0), ("none", 0), ("number", 0)]
    lines: list[tuple[str, Kind, int]] = [("ord", kind, level) for kind, level in kinds]
    said = texts(shown(text_of(*lines)))
    assert [word for word in said if word != "ord"] == ["1.", "2.", "1.", "3.", "1."]


def test_a_mark_of_a_symbol_font_is_a_dot_that_all_have() -> None:
    assert texts(shown(text_of(("ord", "bullet", 0)))) == ["•", "ord"]


def test_words_that_run_up_are_turned_and_columns_are_one() -> None:
    turned = shown(text_of(("ord", "none", 0), vert="vert270"))
    assert [item.get("transform", "").split(" ")[0] for item in turned.iter("{*}g")] == ["rotate(-90"]
    assert texts(shown(text_of(("ett två", "none", 0), columns=2))) == ["ett två"]


def test_capitals_soft_hyphens_and_nothing() -> None:
    assert texts(shown(text_of(("mil\u00adjö", "none", 0), caps=True))) == ["MILJÖ"]
    assert not texts(shown(text_of((" ", "bullet", 0))))
