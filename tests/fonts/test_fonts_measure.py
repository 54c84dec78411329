"""Widths come from tables: known ones hold, shaping agrees, unknown fonts err on the wide side."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.fonts import known, measure, metrics
from deck.fonts.measure import em_width

WORDS = "Vägledning för lokalt arbete med miljömål och Agenda 2030 – tjänstemän, förtroendevalda och länsstyrelser"


def test_arial_has_the_widths_that_it_has_everywhere() -> None:
    assert measure("A", "Arial", 1000) == pytest.approx(667)
    assert measure("i", "Arial", 1000) == pytest.approx(222)
    assert measure("å", "Arial", 1000) == pytest.approx(556)
    assert measure("AAA", "Arial", 20) == pytest.approx(3 * 0.667 * 20)
    assert measure("A", "Arial", 1000, bold=True) == pytest.approx(722)


def test_line_metrics_are_those_that_office_goes_by() -> None:
    assert metrics("Arial").line_height == pytest.approx(1.150, abs=0.001)
    assert metrics("Calibri").line_height == pytest.approx(1.221, abs=0.001)
    assert metrics("Times New Roman").line_height == pytest.approx(1.149, abs=0.001)


def test_a_stand_in_says_that_it_is_one() -> None:
    assert metrics("Arial").exact
    assert metrics("arial").exact
    assert not metrics("Segoe UI").exact
    assert known("Segoe UI Semibold")
    assert not known("Flygande Bokstav")
    assert not metrics("Flygande Bokstav").exact


def test_an_unknown_font_is_taken_to_be_wider_than_arial() -> None:
    assert measure(WORDS, "Flygande Bokstav", 24) > 1.05 * measure(WORDS, "Arial", 24)
    assert measure(WORDS, "Verdana", 24) > 1.1 * measure(WORDS, "Arial", 24)
    assert measure(WORDS, "Calibri", 24) < measure(WORDS, "Arial", 24)


@pytest.mark.parametrize("style", [(False, False), (True, False), (False, True), (True, True)])
def test_shaping_with_kerning_is_at_most_one_and_a_half_per_cent_narrower(style: tuple[bool, bool]) -> None:
    hb: Any = importlib.import_module("uharfbuzz")
    bold, italic = style
    name = "LiberationSans-" + {(0, 0): "Regular", (1, 0): "Bold", (0, 1): "Italic", (1, 1): "BoldItalic"}[int(bold), int(italic)]
    path = Path("/usr/share/fonts/truetype/liberation") / f"{name}.ttf"
    if not path.exists():
        pytest.skip(f"{path} is not on this machine")
    face = hb.Face(hb.Blob.from_file_path(str(path)))
    buffer = hb.Buffer()
    buffer.add_str(WORDS)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(face), buffer)
    shaped = sum(p.x_advance for p in buffer.glyph_positions) / face.upem * 24
    ours = measure(WORDS, "Arial", 24, bold, italic)
    assert shaped * 0.999 <= ours <= shaped * 1.015


@given(st.text(max_size=40), st.text(max_size=40), st.sampled_from(["Arial", "Calibri", "Century Gothic", "No Such Font"]))
def test_widths_add_up_and_never_shrink(one: str, two: str, font: str) -> None:
    both = measure(one + two, font, 18)
    assert both == pytest.approx(measure(one, font, 18) + measure(two, font, 18))
    assert both >= measure(one, font, 18) >= 0


def test_the_tables_are_small() -> None:
    folder = Path(__file__).parents[2] / "deck" / "fonts" / "data"
    assert sum(path.stat().st_size for path in folder.iterdir()) < 300_000


@pytest.mark.parametrize("font", ["Calibri", "Corbel", "Arial", "Cambria", "Times New Roman", "Segoe UI"])
@pytest.mark.parametrize("bold", [False, True])
def test_what_keeps_a_line_together_is_as_wide_as_what_it_stands_for(font: str, bold: bool) -> None:
    """A font that lacks the no-break space is drawn with its space."""
    assert em_width("1\u00a0av\u00a02", font, bold) == em_width("1 av 2", font, bold)
    assert em_width("FN\u2011dagen", font, bold) == em_width("FN-dagen", font, bold)


def test_of_several_families_the_widest_counts() -> None:
    words = "Förutsättningar"
    assert em_width(words, "Calibri Light,DejaVu Sans", True) == em_width(words, "DejaVu Sans", True)
    assert em_width(words, "Courier New,DejaVu Sans") == em_width(words, "Courier New") > em_width(words, "DejaVu Sans")
