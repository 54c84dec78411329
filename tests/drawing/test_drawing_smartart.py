"""SmartArt by its stored drawing, or by its words."""

from __future__ import annotations

from smartart_made import AT, WORDS, box, diagram_deck, frame

from deck.drawing import SceneShape, scene
from deck.package import Package


def diagram(package: Package) -> SceneShape:
    return next(shape for shape in scene(package, "ppt/slides/slide1.xml").shapes if shape.kind == "diagram")


def test_a_stored_drawing_stands_where_its_frame_does() -> None:
    shown = diagram(diagram_deck(box(WORDS[0], 0) + box(WORDS[1], 3_000_000)))
    first, words = shown.drawn[:2]
    assert (first.box.x, first.box.y, first.box.w, first.box.h) == (AT[0], AT[1] + 800_000, 2_400_000, 1_440_000)
    assert first.geometry == "roundRect" and first.fill.colors == ("4F81BD",) and first.text is None
    assert words.text is not None and words.text.text == WORDS[0] and words.fill.kind == words.line.kind == "none"
    # The text has a place of its own, and the colour that the style gives it.
    assert (words.box.x, words.box.y) == (AT[0] + 42_000, AT[1] + 842_000)
    assert words.text.paragraphs[0].runs[0].color == "FFFFFF"
    assert not shown.children and not shown.worded


def test_a_group_of_a_drawing_has_its_words_too() -> None:
    group = f"<dsp:grpSp><dsp:nvGrpSpPr><dsp:cNvPr id='0' name=''/></dsp:nvGrpSpPr><dsp:grpSpPr/>{box('Inne', 0)}</dsp:grpSp>"
    inner = diagram(diagram_deck(group)).drawn[0].children
    assert [shape.text.text for shape in inner if shape.text is not None] == ["Inne"]


def test_without_a_drawing_the_words_stand_there() -> None:
    for package in (diagram_deck(), diagram_deck("")):
        shown = diagram(package)
        assert shown.worded and len(shown.drawn) == 1 and shown.drawn[0].text is not None
        assert [item.text for item in shown.drawn[0].text.paragraphs] == list(WORDS)
        assert shown.drawn[0].box == shown.box


def test_a_drawing_that_draws_itself_ends() -> None:
    assert [shape.kind for shape in diagram(diagram_deck(frame("rId2") + box("A", 0))).drawn] == ["shape", "shape"]
    inside = f"<dsp:grpSp><dsp:grpSpPr/>{frame('rId2')}</dsp:grpSp>"
    assert not diagram(diagram_deck(inside)).drawn[0].children[0].drawn
