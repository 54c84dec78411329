"""Hints about the words, each with its slide."""

from __future__ import annotations

import shutil
from pathlib import Path

from deck.content import content_root
from deck.content.editing import reworded
from deck.web.jobs.proof import proofed


def test_a_hint_names_the_slide_that_it_is_about(tmp_path: Path) -> None:
    root = Path(shutil.copytree(content_root(), tmp_path / "content"))
    long = "Vi " + "och ".join(["gör detta "] * 20) + "nu."
    file = reworded(root, "sv", "why", {"notes.alla": long})
    file.path.write_bytes(file.after)
    rows = [row for row in proofed(root) if row.slide == "why"]
    assert rows and all(row.file == "sv/slides-guidance.yaml" and row.line for row in rows)
    assert any("words" in row.message for row in rows)
