"""The mark of a table's header row, after a program that drops it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from apply_deck import OnBench, edited_file, on_bench, with_slide

from deck.drawing.names import Element, qn
from deck.presentation import Presentation, paragraph
from deck.refresh.apply import apply
from deck.refresh.apply.headers import mark_headers


def properties(deck: OnBench) -> Element:
    return next(deck.shape("table", "object").iter(qn("a:tblPr")))


def bared(deck: OnBench) -> None:
    """As LibreOffice writes a table: no style, no marks."""
    props = properties(deck)
    props.attrib.clear()
    props[:] = []


def styled(deck: OnBench) -> None:
    """As PowerPoint has a table whose owner took the header row away."""
    properties(deck).attrib.pop("firstRow")


def with_notes() -> Presentation:
    return with_slide("table", lambda slide: replace(slide, notes=(paragraph("Nytt att säga."),)))


@pytest.mark.parametrize("words", [False, True])
def test_a_bare_table_of_ours_has_its_header_row_again(words: bool) -> None:
    deck = on_bench(with_notes(), edited_file(bared))
    assert properties(deck).get("firstRow") is None
    if words:
        apply(deck.plan, deck.bench)
    else:
        mark_headers(deck.bench)
    assert properties(deck).get("firstRow") == "1"


def test_a_header_row_that_its_owner_took_away_stays_away() -> None:
    deck = on_bench(with_notes(), edited_file(styled))
    apply(deck.plan, deck.bench)
    assert properties(deck).get("firstRow") is None


def test_a_deck_that_has_its_marks_is_not_written_in() -> None:
    deck = on_bench(with_notes())
    mark_headers(deck.bench)
    assert not deck.changed()
