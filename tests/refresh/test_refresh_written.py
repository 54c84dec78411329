"""A presentation as we would write it, read back."""

from __future__ import annotations

import pytest
from refresh_releases import BASE

from deck.diagnostics import Diagnostics, Where
from deck.layout import lay_out
from deck.pptx.reader import presentation_of
from deck.presentation import Presentation
from deck.refresh.canon import canonical_presentation
from deck.refresh.written import written
from deck.template import Template, default_template_path, read_template

LOOK = read_template(default_template_path())


def test_it_says_what_was_written_and_knows_where_each_shape_was_put() -> None:
    side = written(BASE, LOOK)
    said = canonical_presentation(presentation_of(side.deck, BASE))
    assert said.slides == canonical_presentation(BASE).slides
    assert list(side.pages) == [slide.id for slide in BASE.slides]
    page = side.pages["why"][0]
    shape = page.shape("body")
    assert shape is not None
    box = page.box(shape)
    assert box is not None and side.placed["why"]["body"] == (box.x, box.y, box.w, box.h)


def test_what_layout_complains_of_is_told_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def complaining(presentation: Presentation, template: Template, problems: Diagnostics) -> object:
        problems.warning("too-long", "it does not fit", Where(slide_id="why"))
        return lay_out(presentation, template, problems)

    monkeypatch.setattr("deck.refresh.written.lay_out", complaining)
    problems = Diagnostics()
    written(BASE, LOOK, problems)
    assert [item.code for item in problems] == ["too-long"]
    written(BASE, LOOK)
    assert len(list(problems)) == 1
