"""What in a file tells of its owner's hand."""

from __future__ import annotations

import pytest
from lxml import etree

from deck.drawing.names import qn
from deck.presentation import Link, Paragraph, Run
from deck.refresh.hand import PLAIN, REWRITTEN, Hand, hand_of
from deck.refresh.rewritten import more_varied
from deck.refresh.touched import restyled

BOLD = Paragraph((Run("fet", bold=True), Run(" länk", link=Link(url="https://rus.se/"))))


def test_a_program_that_drops_ids_has_written_the_looks_anew() -> None:
    assert hand_of(False) is PLAIN and hand_of(True) is REWRITTEN


@pytest.mark.parametrize(("hand", "bold"), [(PLAIN, True), (REWRITTEN, False)])
def test_a_bold_word_tells_only_where_no_program_wrote_it_but_a_link_always(hand: Hand, bold: bool) -> None:
    told = hand.tells(BOLD, "sv-SE")
    assert any(run.bold for run in told.runs) == bold and told.runs[-1].link == Link(url="https://rus.se/")


def test_a_table_s_looks_are_doubted_where_a_program_wrote_them() -> None:
    frame, shape = etree.Element(qn("p:graphicFrame")), etree.Element(qn("p:sp"))
    assert REWRITTEN.doubts(frame) and not REWRITTEN.doubts(shape) and not PLAIN.doubts(frame)


def test_names_tell_only_where_no_program_gave_them() -> None:
    assert "name" in PLAIN.said and "name" not in REWRITTEN.said and "descr" in REWRITTEN.said
    assert PLAIN.restyled is restyled and REWRITTEN.restyled is more_varied
