"""A presentation as we would write it, read back."""

from __future__ import annotations

from refresh_releases import BASE, with_slot

from deck.diagnostics import Diagnostics
from deck.pptx.reader import presentation_of
from deck.presentation import text
from deck.refresh.canon import canonical_presentation
from deck.refresh.written import written
from deck.template import default_template_path, read_template

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


def test_what_does_not_fit_is_told_where_it_is_asked_for() -> None:
    problems = Diagnostics()
    written(with_slot(BASE, "why", "title", text("Ord " * 400)), LOOK, problems)
    assert [item for item in problems if item.where.slide_id == "why"]
