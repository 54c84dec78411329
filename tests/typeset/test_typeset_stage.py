"""Lines on the page stand where they stand on the slide."""

from __future__ import annotations

import re

from typeset_made import deck_made

from deck.typeset.stage import Stage, notes_html
from deck.typeset.told import NotesPart, TextPart


def test_each_line_is_placed_in_shares_of_the_slide() -> None:
    slide = deck_made().slides[0]
    (title,) = [part for part in slide.parts if isinstance(part, TextPart) and part.role == "title"]
    said = Stage(slide, {}).text(title)
    found = re.search(r"left:([\d.]+)%;top:([\d.]+)%;font-size:([\d.]+)cqw", said)
    assert found is not None
    line = title.lines[0]
    assert abs(float(found[1]) - line.runs[0].x / slide.size[0] * 100) < 0.01
    assert abs(float(found[3]) - line.runs[0].size * 12_700 / slide.size[0] * 100) < 0.01
    assert float(found[2]) < line.baseline / slide.size[1] * 100


def test_lists_within_lists_are_closed_where_they_end() -> None:
    said = Stage(deck_made().slides[0], {}).html()
    for name in ("ul", "ol", "li", "p", "div", "span"):
        assert len(re.findall(rf"<{name}[ >]", said)) == said.count(f"</{name}>"), name


def test_notes_are_paragraphs_and_lists() -> None:
    notes = (
        NotesPart((("a & ", ""), ("b", "https://x.se"))),
        NotesPart((("c", ""),), "bullet"),
        NotesPart((("d", ""),), "number"),
    )
    assert notes_html(notes) == '<p>a &amp; <a href="https://x.se">b</a></p><ul><li>c</li></ul><ol><li>d</li></ol>'
