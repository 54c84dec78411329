"""Sizes that only a prompt has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deck.drawing.model import TextLevel, TextStyle
from deck.package import parse_xml
from deck.template.prompts import as_prompted

NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
UNSAID = TextStyle((TextLevel("Arial", size_pt=18.0, sized=False),) * 9)
WRITTEN = '<a:p><a:r><a:rPr sz="3600" b="1"/><a:t>Rubrik</a:t></a:r><a:endParaRPr sz="1200"/></a:p>'
EMPTY = '<a:p><a:pPr><a:buNone/></a:pPr><a:endParaRPr sz="3600" b="1"/></a:p>'
LIST = (
    '<a:p><a:r><a:rPr sz="3200" b="0"/><a:t>Ett</a:t></a:r></a:p>'
    '<a:p><a:pPr lvl="2"/><a:r><a:rPr sz="2400"/><a:t>Tre</a:t></a:r></a:p>'
)


def shape(paragraphs: str):
    return parse_xml(f"<p:sp {NS}><p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>".encode())


@pytest.mark.parametrize("prompt", [WRITTEN, EMPTY])
def test_a_title_is_as_its_prompt_and_nothing_inherits_that(prompt: str) -> None:
    found = as_prompted(UNSAID, [shape(prompt)]).levels[0]
    assert (found.size_pt, found.bold, found.sized) == (36.0, True, False)


def test_deeper_levels_are_as_theirs_or_as_those_above() -> None:
    found = as_prompted(UNSAID, [shape(LIST)])
    assert [level.size_pt for level in found.levels[:4]] == [32.0, 32.0, 24.0, 24.0]


def test_the_nearest_prompt_with_a_size_counts() -> None:
    bare = shape("<a:p><a:r><a:t>Rubrik</a:t></a:r></a:p>")
    assert as_prompted(UNSAID, [bare, shape(WRITTEN), shape(LIST)]).levels[0].size_pt == 36.0
    assert as_prompted(UNSAID, [bare]) == UNSAID
    assert as_prompted(UNSAID, [parse_xml(f"<p:sp {NS}/>".encode())]) == UNSAID


def test_what_is_said_stays() -> None:
    said = replace(UNSAID, levels=tuple(replace(level, sized=True) for level in UNSAID.levels))
    assert as_prompted(said, [shape(WRITTEN)]) == said
