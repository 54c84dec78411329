"""What a deck of ours says of its sources, and what the calendar says of them."""

from __future__ import annotations

import pytest
from good_decks import made, ours

from deck.check import honest
from deck.check.judge import check_package
from deck.content import load_content

STALE = [honest.STALE]


def test_a_source_past_its_review_date_is_said_once(monkeypatch: pytest.MonkeyPatch) -> None:
    title = load_content().sources["miljomal"].title
    monkeypatch.setattr(honest, "_reviews", lambda: {"miljomal": (title, "2024-06"), "scb": ("Kommungränser", "2999")})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    (found,) = check_package(ours("standard"), rules=STALE).findings
    assert "De 16 miljökvalitetsmålen" in found.message and "2024-06" in found.message
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")  # 2023
    assert check_package(ours("standard"), rules=STALE).findings == ()


def test_anyone_elses_deck_is_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "4000000000")
    assert check_package(made(), rules=honest.RULES).findings == ()
