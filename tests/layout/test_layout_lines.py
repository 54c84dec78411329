"""Words to lines, lines to heights: breaks where PowerPoint breaks, nothing lost."""

from __future__ import annotations

import layout_templates
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.drawing import TextLevel
from deck.fonts import LINE_PITCH, measure
from deck.geometry import EMU_PER_PT, Box
from deck.layout.lines import Piece, column, filled, hard_lines, line_height, measure_text, plain_style, room, wrap
from deck.presentation import Paragraph, Run, paragraph
from deck.template.model import Insets, TextStyle

LEVEL = TextLevel("Arial", 20)
words = st.lists(
    st.sampled_from(["vägledning", "för", "Upplands-Bro", "miljö\u00admålen", "i", "–", "\u00a0", "åtgärder,"]),
    min_size=1,
    max_size=25,
).map(" ".join)


@given(words, st.floats(40, 600))
def test_every_character_is_in_a_line_and_no_line_is_too_wide(text: str, width: float) -> None:
    lines = hard_lines([Piece(text, "Arial", em=20)])
    rows, broken = filled(lines, width)
    assert sum(chars for _width, chars in rows) == len(text)
    assert all(line <= width + 1e-6 for line, _chars in rows)
    assert broken == (wrap(paragraph(text), LEVEL, 20, width).broken)


@given(words, st.floats(100, 600))
def test_wider_is_never_more_lines(text: str, width: float) -> None:
    assert wrap(paragraph(text), LEVEL, 20, width * 1.3).lines <= wrap(paragraph(text), LEVEL, 20, width).lines


@pytest.mark.parametrize(
    ("text", "width", "lines", "broken"),
    [
        ("", 100, 1, False),
        ("ett två", 300, 1, False),
        ("ett två", 50, 2, False),
        ("ett\vtvå", 300, 2, False),
        ("Upplands-Bro", 100, 2, False),
        ("miljö\u00admålen", 75, 2, False),
        ("miljömålen", 75, 2, True),
        ("https://www.rus.se/en/lang/adress", 150, 3, False),
    ],
)
def test_where_lines_break(text: str, width: float, lines: int, broken: bool) -> None:
    found = wrap(paragraph(text), LEVEL, 20, width)
    assert (found.lines, found.broken) == (lines, broken)


def test_a_line_is_as_wide_as_its_words_and_bold_is_wider() -> None:
    found = wrap(paragraph("ett två"), LEVEL, 20, 500)
    assert found.widest == pytest.approx(measure("ett två", "Arial", 20))
    assert wrap(paragraph("ett två"), LEVEL, 20, 500, bold=True).widest > found.widest
    mixed = Paragraph((Run("ett ", bold=True), Run("två")))
    assert found.widest < wrap(mixed, LEVEL, 20, 500).widest < wrap(mixed, LEVEL, 20, 500, bold=True).widest


@pytest.mark.parametrize(
    ("level", "spacing", "height"),
    [
        (LEVEL, None, 20 * LINE_PITCH),
        (TextLevel("Arial", 20, line_spacing=0.9), None, 18 * LINE_PITCH),
        (TextLevel("Arial", 20, line_spacing=0.9), 1.0, 20 * LINE_PITCH),
        (TextLevel("Arial", 20, line_exact_pt=31), None, 31),
    ],
)
def test_from_one_line_to_the_next(level: TextLevel, spacing: float | None, height: float) -> None:
    assert line_height(level, 20, spacing) == pytest.approx(height)


MARKED = TextLevel("Arial", 20, bullet="•", margin_left=254_000, indent=-127_000)


@pytest.mark.parametrize(
    ("item", "level", "less"),
    [
        (paragraph("x", 0, "none"), LEVEL, 0),
        (paragraph("x", 0, "bullet"), MARKED, 20),
        (paragraph("x", 0, "none"), MARKED, 0),
        (paragraph("x", 1, "none"), MARKED, 20),
        (paragraph("x", 0, "bullet"), LEVEL, 22.5),
        (paragraph("x", 1, "bullet"), LEVEL, 45),
        (paragraph("x", 0, "number"), MARKED, 36),
    ],
)
def test_a_lists_mark_takes_its_room(item: Paragraph, level: TextLevel, less: float) -> None:
    assert column(item, level, 400) == pytest.approx(400 - less)


def test_heights_add_up_with_their_spacing() -> None:
    style = TextStyle((TextLevel("Arial", 20, space_before_pt=6, space_after_pct=0.5),) * 9)
    found = measure_text((paragraph("ett"), paragraph("ett\vtvå")), style, (20,) * 9, 400)
    line, extra = 20 * LINE_PITCH, 6 + 0.5 * 20 * 1.2
    assert found.heights == pytest.approx((line + extra, 2 * line + extra))
    assert (found.height, found.lines) == (pytest.approx(sum(found.heights)), 3)
    assert measure_text((paragraph("ett"),), style, (20,) * 9, 400, before=0).height == pytest.approx(line + 12)


@pytest.mark.parametrize(
    ("style", "size"),
    [
        (TextStyle((LEVEL,), Insets(12_700, 25_400, 12_700, 25_400)), (98, 46)),
        (TextStyle((LEVEL,), Insets(0, 0, 0, 0), vert="vert270"), (50, 100)),
        (TextStyle((LEVEL,), Insets(0, 0, 0, 0), columns=2, column_gap=127_000), (45, 90)),
        (TextStyle((LEVEL,), Insets(9**9, 0, 0, 9**9)), (1, 0)),
    ],
)
def test_room_in_a_box(style: TextStyle, size: tuple[float, float]) -> None:
    assert room(Box(0, 0, 100 * EMU_PER_PT, 50 * EMU_PER_PT), style) == pytest.approx(size)


def test_a_plain_style_has_no_marks_or_margins() -> None:
    style = plain_style("Georgia", bold=True)
    assert {(level.font, level.bold, level.bullet, level.margin_left) for level in style.levels} == {("Georgia", True, "", 0)}
    assert style.insets == layout_templates.NONE
