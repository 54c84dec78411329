"""Long links end their lines between words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deck.geometry import pt
from deck.layout.link_ends import LinkEnds, link_ends
from deck.presentation import Cell, Link, Paragraph, Row, Run, Table, paragraph

SAID = "Kortversion av Vägledning för lokalt arbete med miljömål och Agenda 2030"
TO = Link(url="https://example.org/")


def table(*paragraphs: Paragraph) -> Table:
    head = Row("h", (Cell((paragraph("Titel"),)), Cell((paragraph("År"),))))
    return Table((head, Row("r", (Cell(paragraphs), Cell((paragraph("2021"),))))), (2, 1), "Vad den säger")


def ends(*paragraphs: Paragraph, wide: int = 300) -> tuple[LinkEnds, ...]:
    return link_ends(table(*paragraphs), "Arial", lambda _r, _c: 16.0, [pt(wide), pt(60)], lambda row, _c: row == 0)


def linked(said: str = SAID) -> Paragraph:
    return Paragraph((Run(said, link=TO),))


@pytest.mark.parametrize("wide", [120, 200, 300, 400])
def test_a_link_of_several_lines_ends_them_after_a_space(wide: int) -> None:
    (found,) = ends(linked(), wide=wide)
    assert (found.row, found.column, found.paragraph) == (1, 0, 0)
    assert all(SAID[at - 1] == " " and SAID[at] != " " for at in found.ends)
    assert len(found.ends) == len(ends(linked(), wide=wide)[0].ends) >= 1 and list(found.ends) == sorted(set(found.ends))


@pytest.mark.parametrize(
    "paragraphs",
    [(paragraph(SAID),), (linked("Kort"),), (), (linked("Kommunernas-hållbarhetsarbetesuppföljningssystemsvägledningar"),)],
    ids=["no link", "a line", "nothing", "no word ends"],
)
def test_others_are_written_in_one(paragraphs: tuple[Paragraph, ...]) -> None:
    assert ends(*paragraphs) == ()


def test_only_what_is_within_a_link_counts() -> None:
    before = "Läs mer om det som vi har skrivit tidigare i "
    found = ends(paragraph("Först"), Paragraph((Run(before), Run("Kort", link=TO))))
    assert found == ()
    (mixed,) = ends(paragraph("Först"), Paragraph((Run("Läs "), Run(SAID, link=TO), Run(" och mer om det i en annan text"))))
    assert mixed.paragraph == 1 and all(4 < at < 4 + len(SAID) for at in mixed.ends)


def test_a_break_of_its_owners_is_let_be() -> None:
    own = replace(linked(), runs=(Run("Kortversion\v" + SAID, link=TO),))
    assert ends(own) == ()
