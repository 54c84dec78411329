"""Sizes and colours that only a prompt has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deck.drawing.color import ColorContext
from deck.drawing.model import TextLevel, TextStyle
from deck.package import parse_xml
from deck.template.prompts import as_prompted

NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
NAMED = ColorContext({"accent1": "1E6B3A"}, {})
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
    found = as_prompted(UNSAID, [shape(prompt)], NAMED).levels[0]
    assert (found.size_pt, found.bold, found.sized) == (36.0, True, False)


def test_deeper_levels_are_as_theirs_or_as_those_above() -> None:
    found = as_prompted(UNSAID, [shape(LIST)], NAMED)
    assert [level.size_pt for level in found.levels[:4]] == [32.0, 32.0, 24.0, 24.0]


def test_the_nearest_prompt_with_a_size_counts() -> None:
    bare = shape("<a:p><a:r><a:t>Rubrik</a:t></a:r></a:p>")
    assert as_prompted(UNSAID, [bare, shape(WRITTEN), shape(LIST)], NAMED).levels[0].size_pt == 36.0
    assert as_prompted(UNSAID, [bare], NAMED) == UNSAID
    assert as_prompted(UNSAID, [parse_xml(f"<p:sp {NS}/>".encode())], NAMED) == UNSAID


def test_what_is_said_stays() -> None:
    said = replace(UNSAID, levels=tuple(replace(level, sized=True) for level in UNSAID.levels))
    assert as_prompted(said, [shape(WRITTEN)], NAMED) == said


def inked(value: str, size: str = ' sz="3600"') -> str:
    return f"<a:p><a:r><a:rPr{size}><a:solidFill>{value}</a:solidFill></a:rPr><a:t>Rubrik</a:t></a:r></a:p>"


WHITE, GREEN = '<a:srgbClr val="ffffff"/>', '<a:schemeClr val="accent1"/>'


@pytest.mark.parametrize(
    ("prompts", "color"),
    [
        ([inked(WHITE)], "FFFFFF"),
        ([inked(GREEN)], "1E6B3A"),
        # A layout's prompt has a size alone: the colour is its master's.
        ([WRITTEN, inked(GREEN)], "1E6B3A"),
        ([inked(WHITE), inked(GREEN)], "FFFFFF"),
    ],
)
def test_a_prompts_colour_is_the_houses_and_has_to_be_written(prompts: list[str], color: str) -> None:
    found = as_prompted(UNSAID, [shape(prompt) for prompt in prompts], NAMED)
    assert {(level.color, level.inked) for level in found.levels} == {(color, False)}
    assert found.levels[0].size_pt == 36.0


@pytest.mark.parametrize("prompt", [WRITTEN, inked('<a:srgbClr val="000000"/>')])
def test_the_colour_that_words_have_anyway_is_not_written(prompt: str) -> None:
    assert as_prompted(UNSAID, [shape(prompt)], NAMED).levels[0].inked
