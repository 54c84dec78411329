"""A process: a row of arrows, or in a narrow box a column of numbered steps."""

# pyright: reportAttributeAccessIssue=false

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layout_made import PROCESS, QUICK, group_of, laid, place, slide, words

from deck.layout import audit
from deck.layout.diagrams.process import draw
from deck.layout.model import PlacedGroup
from deck.presentation import Diagram, Item, SlideKind, Slot


def test_a_process_is_across_where_wide_and_down_where_narrow() -> None:
    across = [c for c in group_of(PROCESS).children if c.key.endswith(":title")]
    assert [c.geometry for c in across] == ["homePlate", "chevron", "chevron"]
    assert len({c.box.y for c in across}) == 1
    down = [c for c in group_of(PROCESS, "two-content", "right").children if c.key.endswith(":title")]
    assert len({c.box.x for c in down}) == 1
    numbers = [c.paragraphs[0].text for c in group_of(PROCESS).children if c.key.endswith(":number")]
    assert numbers == ["1", "2", "3"]


def test_a_step_that_says_no_more_has_no_empty_card() -> None:
    block = Diagram("process", (Item("a", "Planera"), Item("b", "Följa upp", "varje år")), "Processen")
    (part,) = draw(block, place(800, 300)).parts[0]
    assert isinstance(part, PlacedGroup)
    assert [child.paragraphs[0].text for child in part.children if child.key.endswith(":text")] == ["varje år"]


@QUICK
@given(st.lists(st.tuples(words, words), min_size=1, max_size=7), st.sampled_from(["object", "two-content"]))
def test_a_process_shows_each_step_or_complains(steps: list[tuple[str, str]], kind: SlideKind) -> None:
    block = Diagram("process", tuple(Item(str(n), title[:40], more) for n, (title, more) in enumerate(steps)), "Processen")
    deck, found = laid(slide(kind, Slot("p", "object" if kind == "object" else "right", block)))
    children = [c for page in deck.slides for s in page.shapes if isinstance(s, PlacedGroup) for c in s.children]
    assert [c.paragraphs[0].text for c in children if c.key.endswith(":title")] == [title[:40] for title, _ in steps]
    if not found.errors:
        assert not audit(deck)


@pytest.mark.parametrize(("width", "height", "count", "across"), [(800, 300, 3, True), (300, 500, 3, False), (800, 300, 6, True)])
def test_every_step_is_there_numbered_in_order(width: int, height: int, count: int, across: bool) -> None:
    block = Diagram("process", tuple(Item(f"s{n}", f"Steg {n}", "Text" if n % 2 else "") for n in range(count)), "alt")
    outcome = draw(block, place(width, height))
    shapes = {child.key: child for part in outcome.parts for group in part for child in group.children}
    for n in range(count):
        assert shapes[f"step:s{n}:title"].paragraphs[0].text == f"Steg {n}"
        assert shapes[f"step:s{n}:number"].paragraphs[0].text == str(n + 1)
        assert (f"step:s{n}:text" in shapes) == bool(n % 2)
    assert (shapes["step:s0:title"].geometry == "homePlate") == across
    assert not outcome.troubles


def test_a_process_in_parts_goes_on_counting() -> None:
    block = Diagram("process", tuple(Item(f"s{n}", f"Steg {n}", "Några ord om steget") for n in range(6)), "alt")
    parted = draw(block, place(260, 200))
    assert len(parted.parts) > 1
    numbers = [child.paragraphs[0].text for part in parted.parts for child in part[0].children if child.key.endswith(":number")]
    assert numbers == [str(n) for n in range(1, 7)]


def test_what_no_slide_holds_is_complained_of_and_nothing_is_nothing() -> None:
    block = Diagram("process", (Item("a", "Hållbarhetsutvecklingsarbetet"), Item("b", "x")), "alt")
    outcome = draw(block, place(90, 90))
    assert [item.code for item in outcome.troubles] == ["text-too-long"]
    assert {child.key for child in outcome.parts[0][0].children} >= {"step:a:title", "step:b:title"}
    assert draw(Diagram("process", (), ""), place(90, 90)).parts == ((),)
