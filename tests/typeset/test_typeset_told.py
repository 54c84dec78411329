"""What of a deck that is told is words, and what is not."""

from __future__ import annotations

from typeset_made import deck_made

from deck.typeset.told import TextPart, web


def test_foot_and_number_are_not_read() -> None:
    slide = deck_made().slides[0]
    assert any(part.role == "page" for part in slide.parts if isinstance(part, TextPart))
    assert "Vi når alla" in slide.words and not slide.words.endswith("1")


def test_only_addresses_that_a_reader_may_follow_are_links() -> None:
    assert web("https://rus.se") and web("MAILTO:a@b.se")
    assert not any(map(web, ("file:///etc/passwd", "javascript:alert(1)", "#ppt/slides/slide2.xml", "ppaction://program", "")))
