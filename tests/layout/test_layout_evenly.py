"""Titles whose last line would be a word alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from layout_templates import style

from deck.drawing.model import Insets, TextStyle
from deck.geometry import EMU_PER_PT
from deck.layout.evenly import even_insets
from deck.layout.lines import rows_of
from deck.layout.zone import SLACK
from deck.presentation import text

SAID = text("Vägledningen är främst för politiker och tjänstemän").paragraphs


def lines(look: TextStyle, width: float, size: float = 36.0, said: str = SAID[0].text) -> list[str]:
    rows, _broken = rows_of(text(said).paragraphs[0], look.levels[0], size, width)
    found, at = [], 0
    for _wide, chars in rows:
        found.append(said[at : at + chars].strip())
        at += chars
    return found


def plain(align: str = "l", font: str = "Arial") -> TextStyle:
    look = style(36, font)
    return replace(look, levels=tuple(replace(level, align=align) for level in look.levels))


@pytest.mark.parametrize(
    ("align", "sides"), [("l", (0.0, 1.0)), ("r", (1.0, 0.0)), ("ctr", (0.5, 0.5))], ids=["left", "right", "centred"]
)
def test_a_word_alone_gets_company_from_the_line_above(align: str, sides: tuple[float, float]) -> None:
    look, width = plain(align), 720.0
    assert lines(look, width) == ["Vägledningen är främst för politiker och", "tjänstemän"]
    found = even_insets(SAID, look, 36.0, width, None)
    assert found is not None
    less = found.left + found.right
    assert (found.left, found.right) == tuple(pytest.approx(less * side, abs=1) for side in sides)
    assert (found.top, found.bottom) == (look.insets.top, look.insets.bottom)
    tighter = width - less / EMU_PER_PT
    for share in (0.98, 1.0, 1.02):
        assert [len(line.split()) for line in lines(look, tighter * share)] in ([5, 2], [4, 3])


@pytest.mark.parametrize("width", [2_000.0, 520.0])
def test_lines_that_are_good_stay(width: float) -> None:
    assert len(lines(plain(), width)[-1].split()) > 1
    assert even_insets(SAID, plain(), 36.0, width, None) is None


def test_what_nothing_helps_stays() -> None:
    long = text("Kort miljökvalitetsmålsuppföljningssamordnare").paragraphs
    assert even_insets(long, plain(), 36.0, 800.0, None) is None
    assert even_insets((*SAID, *SAID), plain(), 36.0, 720.0, None) is None
    assert even_insets(SAID, replace(plain(), columns=2), 36.0, 720.0, None) is None
    assert even_insets(SAID, replace(plain(), vert="vert270"), 36.0, 720.0, None) is None


def test_where_a_font_is_lacking_the_lines_are_good_too() -> None:
    look = replace(plain(font="Calibri Light"), insets=Insets(0, 0, 0, 0))
    said = "Vägledningen stöder hela processen, varv efter varv, från plan till uppföljning"
    other = plain(font="DejaVu Sans")
    width = 760.0
    assert lines(other, width, 40.0, said)[-1] == "uppföljning"
    found = even_insets(text(said).paragraphs, look, 40.0, width, None)
    assert found is not None
    tighter = width - found.right / EMU_PER_PT
    assert len(lines(other, tighter, 40.0, said)[-1].split()) > 1
    assert len(lines(look, tighter, 40.0, said)) == len(lines(look, width, 40.0, said))


def test_no_word_is_cut_for_company() -> None:
    """In a narrow column beside the content: the lines would be good, and a year lose its last figure."""
    said, look = "Miljömålen och Agenda\u00a02030 går hand i hand", plain(font="Georgia")
    moved = 0
    for width in range(160, 400, 2):
        found = even_insets(text(said).paragraphs, look, 32.0, width, None)
        whole = not rows_of(text(said).paragraphs[0], look.levels[0], 32.0, width)[1]
        if found is not None and whole:
            less = (found.left + found.right - look.insets.left - look.insets.right) / EMU_PER_PT
            assert not rows_of(text(said).paragraphs[0], look.levels[0], 32.0, width - less)[1]
            moved += 1
    assert moved


def test_a_word_that_stands_alone_only_where_a_line_is_a_hair_longer_has_company() -> None:
    """Another program may have the last word but one still on the first line."""
    look = plain()
    widths = [width for width in range(600, 1_000) if len(lines(look, width)) > 1]
    near = [width for width in widths if len(lines(look, width)[-1].split()) > 1]
    edge = next(width for width in near if len(lines(look, width * (2 - SLACK))[-1].split()) == 1)
    found = even_insets(SAID, look, 36.0, float(edge), None)
    assert found is not None
    tighter = edge - (found.left + found.right) / EMU_PER_PT
    assert all(len(lines(look, tighter * share)[-1].split()) > 1 for share in (SLACK, 1.0, 2 - SLACK))
    assert even_insets(SAID, look, 36.0, 1_000.0, None) is None, "what is one line stays one"
