"""Words on a slide: every line where it was measured to stand."""

from __future__ import annotations

import re
from typing import Any, Literal

import pytest
from render_made import WORDS, drawn, package_of, texts

import deck.render.words
from deck.drawing import SceneParagraph, SceneRun, SceneText, TextLevel, TextStyle, scene
from deck.geometry import Box
from deck.layout.setting import set_text
from deck.render.canvas import new_canvas
from deck.render.words import draw_text, drawn_lines


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
    pieces = list(picture.iter("{*}text", "{*}tspan"))
    assert any(item.text == "alla" and item.get("font-weight") == "bold" for item in pieces)
    assert any(item.get("text-decoration") == "underline" and "RUS" in (item.text or "") for item in pieces)


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


def test_words_that_run_up_are_turned_and_columns_stand_side_by_side() -> None:
    turned = shown(text_of(("ord", "none", 0), vert="vert270"))
    assert [item.get("transform", "").split(" ")[0] for item in turned.iter("{*}g")] == ["rotate(-90"]
    items: list[tuple[str, Kind, int]] = [(f"rad {n}", "none", 0) for n in range(24)]
    placed = [(float(item.get("x")), float(item.get("y"))) for item in shown(text_of(*items, columns=2)).iter("{*}text")]
    left = [spot for spot in placed if spot[0] < 200]
    assert 12 <= len(left) < 24 and len(placed) == 24
    assert placed[len(left)][0] > 200 and abs(placed[len(left)][1] - left[0][1]) < 1


def test_capitals_soft_hyphens_and_nothing() -> None:
    assert texts(shown(text_of(("mil\u00adjö", "none", 0), caps=True))) == ["MILJÖ"]
    assert not texts(shown(text_of((" ", "bullet", 0))))


def test_raised_struck_marked_and_faint_words() -> None:
    look = TextLevel("Arial", 20)
    runs = (
        SceneRun("m", "Arial", 20),
        SceneRun("2", "Arial", 20, baseline=0.3),
        SceneRun("bort", "Arial", 20, strike=True),
        SceneRun("fram", "Arial", 20, highlight="FFFF00", alpha=0.5),
    )
    picture = shown(SceneText((SceneParagraph(runs, 0, look),), TextStyle((look,) * 9)))
    m, two, bort, fram = picture.iter("{*}text")
    assert float(two.get("y")) < float(m.get("y")) and float(two.get("font-size")) < float(m.get("font-size"))
    assert bort.get("text-decoration") == "line-through"
    assert fram.get("fill-opacity") == "0.5"
    assert [item.get("fill") for item in picture.iter("{*}rect")] == ["#FFFF00"]


def test_words_after_a_tab_stand_at_its_stop() -> None:
    look = TextLevel("Arial", 20, tabs=((2_540_000, "l"), (5_080_000, "r")))
    run = SceneRun("a\tb\tc", "Arial", 20)
    picture = shown(SceneText((SceneParagraph((run,), 0, look),), TextStyle((look,) * 9)))
    places = {item.text: (float(item.get("x")), float(item.get("textLength"))) for item in picture.iter("{*}text")}
    scale, edge = 960 / 12_192_000, 91_440
    assert abs(places["b"][0] - (2_540_000 + edge) * scale) < 0.2
    assert abs(sum(places["c"]) - (5_080_000 + edge) * scale) < 0.2


def test_a_paragraph_from_the_right_begins_at_the_right() -> None:
    look = TextLevel("Arial", 20, rtl=True, align="r", bullet="•", margin_right=254_000, indent=-254_000)
    runs = (SceneRun("אחת", "Arial", 20), SceneRun(" שתיים", "Arial", 20, bold=True))
    picture = shown(SceneText((SceneParagraph(runs, 0, look, "bullet"),), TextStyle((look,) * 9)))
    mark, *rest = picture.iter("{*}text")
    assert float(mark.get("x")) > 400
    drawn_ = [item for text in rest for item in (text, *text) if (item.text or "").strip()]
    assert "".join(item.text or "" for item in drawn_) == "אחת שתיים"


def test_a_first_line_may_stand_out_to_the_left() -> None:
    look = TextLevel("Arial", 20, margin_left=254_000, indent=-127_000)
    run = SceneRun("ord " * 60, "Arial", 20)
    lines = list(
        drawn_lines(SceneText((SceneParagraph((run,), 0, look),), TextStyle((look,) * 9)), Box(0, 0, 6_000_000, 6_000_000))
    )
    assert lines[1].box.x - lines[0].box.x == 127_000
    assert lines[1].box.x == lines[2].box.x


def test_letters_that_no_font_here_has_are_told() -> None:
    canvas = new_canvas((12_192_000, 6_858_000), 960, "x")
    draw_text(canvas, canvas.root, text_of(("環境", "none", 0)), Box(0, 0, 6_000_000, 6_000_000), name="Rubrik")
    assert list(canvas.undrawn) == [("letters", "Rubrik")]


def test_what_is_set_once_is_not_set_again(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def counted(*given: Any) -> Any:
        calls.append(1)
        return set_text(*given)

    monkeypatch.setattr(deck.render.words, "set_text", counted)
    shown = scene(package_of(WORDS), "ppt/slides/slide1.xml").shapes
    said = [(shape.text, shape.box) for shape in shown if shape.text is not None]
    first = [drawn_lines(*item) for item in said]
    before = len(calls)
    assert [drawn_lines(*item) for item in said] == first and any(first)
    assert before > 0 and len(calls) == before
