"""All slides of the guidance, in order, with a picture each."""

from __future__ import annotations

import shutil
from pathlib import Path

from deck.content import content_root, load_content
from deck.content.editing import reworded
from deck.web.jobs.overview import guidance


def test_every_slide_once_with_its_picture_and_what_is_new(tmp_path: Path) -> None:
    root = Path(shutil.copytree(content_root(), tmp_path / "content"))
    file = reworded(root, "sv", "why", {"title": "Nytt"})
    file.path.write_bytes(file.after)
    found = guidance(root, "sv", "1281")
    cards = [card for _label, cards in found.sections for card in cards]
    content = load_content(root=root)
    assert sorted(card.id for card in cards) == sorted(content.slides)
    assert cards[0].id == "title"
    assert {card.id for card in cards if card.shown is None} <= {"own-goals"}
    assert [card.id for card in cards if card.changed] == ["why"]
    assert len(dict(found.svgs)) > 20 and found.languages == ("sv", "en") and found.faults == ()


def test_words_that_cannot_be_read_are_told_and_the_slides_listed(tmp_path: Path) -> None:
    root = Path(shutil.copytree(content_root(), tmp_path / "content"))
    (root / "sv" / "slides-goals.yaml").write_text("slides:\n  why: {", "utf-8")
    found = guidance(root, "sv", "1281")
    assert found.faults[0][0].startswith("sv/slides-goals.yaml:") and "why" in {card.id for card in found.sections[0][1]}
