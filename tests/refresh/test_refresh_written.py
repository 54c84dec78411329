"""A presentation as we would write it, read back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from refresh_releases import BASE

from deck.diagnostics import Diagnostics, Where
from deck.layout import lay_out
from deck.package import package_bytes
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


def test_parts_that_another_one_has_alike_have_its_trees() -> None:
    side = written(BASE, LOOK)
    slides = tuple(replace(slide, notes=()) if slide.id == "why" else slide for slide in BASE.slides)
    other = written(replace(BASE, slides=slides), LOOK, like=side)
    for part in other.package.parts:
        if part in side.package.parts and side.package.parts[part] == other.package.parts[part]:
            root = side.deck.sheets._roots.get(part)
            assert root is None or other.deck.sheets.root(part) is root
    alone = written(replace(BASE, slides=slides), LOOK)
    assert package_bytes(alone.package) == package_bytes(other.package)
    assert presentation_of(alone.deck, BASE) == presentation_of(other.deck, BASE)
