"""A plan, and what of it is told."""

from __future__ import annotations

from typing import Any

import pytest

from deck.presentation import Cell, Item, Link, Paragraph, Presentation, Run, paragraph, text
from deck.refresh.plan import Address, Base, Conflict, Edit, Kept, Plan, Point, Relook, SetCell, SetText, Terms
from deck.refresh.told import changes, question, shown_term
from deck.template import default_template_path, read_template

PLACES = [
    Address(slide="why"),
    Address(slide="why", slot="body"),
    Address(slide="why", slot="body", point="2"),
    Address(slide="why", slot="body", point="2.1"),
    Address(slide="why", slot="body", point="21"),
    Address(slide="why", slot="title"),
    Address(slide="why#2", slot="title"),
    Address(slide="deck", slot="section:s"),
]


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (None, ""),
        ("ord", "ord"),
        (2.0, "2"),
        (Link(url="https://a.se"), "https://a.se"),
        (Link(slide="next"), "→ next"),
        (Point(value=85.0, label="drygt 80"), "85 (drygt 80)"),
        (Point(value=None), "–"),
        (Item("a", "Roller", "Vem gör vad", "2", Link(url="https://a.se")), "2 Roller: Vem gör vad (https://a.se)"),
        (paragraph("ett stycke "), "ett stycke"),
        ({"a": Cell((paragraph("x"),)), "b": Cell(())}, "x · –"),
        (text("a", "b"), "a\nb"),
    ],
)
def test_a_term_in_words(term: Any, words: str) -> None:
    assert shown_term(term) == words


def test_sides_that_would_read_alike_are_told_apart() -> None:
    mine, theirs = Paragraph((Run("ord"),)), text("ord")
    asked = question(Conflict(address=PLACES[1], at="block", terms=Terms(base=None, mine=mine, theirs=theirs)))
    assert asked.mine != asked.theirs and asked.key == "why/body"


def plan(edits: tuple[Edit, ...], kept: tuple[Kept[Any], ...]) -> Plan:
    said = Presentation("T", "sv-SE", "1281", "Lund", "standard", "alla", "1", (), ())
    return Plan(edits=edits, conflicts=(), next_base=Base(presentation=said), merged=said, order=(), kept=kept)


def test_what_is_told_says_where_and_whose() -> None:
    edits = (
        SetText(slide="why", slot="body", before=(paragraph("a"),), after=(paragraph("b"),)),
        SetCell(slide="t", slot="object", row="r", column=1, before=Cell((paragraph("1"),)), after=Cell((paragraph("2"),))),
    )
    terms = Terms(base=text("x"), mine=text("a"), theirs=text("b"))
    kept = (
        Kept(address=PLACES[1], at="block", terms=terms),
        Kept(address=PLACES[5], at="block", terms=terms),
        Kept(address=Address(slide="gone"), at="slide", terms=Terms(base="var", mine=None, theirs="nytt")),
    )
    assert [
        (item.kind, item.slide, item.slot, item.property, item.before, item.after) for item in changes(plan(edits, kept))
    ] == [
        ("merged", "why", "body", "", "a", "b"),
        ("applied", "t", "object", "cell:r.2", "1", "2"),
        ("kept", "why", "title", "", "x", "a"),
        ("slide-deleted", "gone", "", "", "var", "nytt"),
    ]


def test_a_plan_with_nothing_to_write_is_silent_and_a_look_alone_is_no_news() -> None:
    said = plan((), ()).merged
    look = Relook(template=read_template(default_template_path()))
    edit = SetText(slide="why", slot="body", before=(), after=(paragraph("b"),))
    assert plan((), ()).silent and not plan((), ()).news
    assert not plan((look,), ()).silent and not plan((look,), ()).news
    assert plan((look, edit), ()).news and plan((look, edit), ()).of("why") == (edit,)
    ahead = Plan(edits=(), conflicts=(), next_base=Base(presentation=said), merged=said, order=(), advanced=True)
    assert ahead.news and not ahead.silent
