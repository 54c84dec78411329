"""Slides from which their owner only took something, before LibreOffice saved the deck: none of them goes unasked."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from deck.fleet import BuildRequest, RefreshRequest, build_one
from deck.fleet.refresh import refresh_one
from deck.making import refresh as making
from deck.package import open_package
from deck.pptx import read_pptx

TAKEN = {
    "in-short": "(row:process:title)",
    "hand-in-hand": "(caption)",
    "led-here": "(rule:reference)",
    "question-part": "(people:pairs)",
    "discussion": "Bildnummer",
}
"""Slide → how the name ends of what is taken from it: words, words beside the items, a line, a picture of people, the number."""


def test_a_slide_from_which_something_was_only_taken_is_asked_about_after_libreoffice(
    tmp_path: Path, saved_by_office: Callable[[Sequence[Path], Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = build_one(BuildRequest("lund", "standard", out=tmp_path)).path
    assert deck is not None
    plain = tmp_path / "plain.pptx"
    shutil.copy(deck, plain)
    opened: Any = Presentation(str(deck))
    pages = read_pptx(open_package(deck, "deck")).slides
    for piece, slide in zip(pages, opened.slides, strict=True):
        if piece.number == 1 and (ending := TAKEN.get(piece.slide)):
            shapes = [*slide.shapes, *(part for group in slide.shapes if group.shape_type == 6 for part in group.shapes)]
            taken = next(shape._element for shape in shapes if shape.name.endswith(ending))
            taken.getparent().remove(taken)
    opened.save(str(deck))
    saved_by_office([deck, plain], tmp_path / "saved")
    whole: Any = making.theirs_of

    def less(*given: Any) -> Any:
        """The guidance without these slides."""
        said = whole(*given)
        return replace(said, release="later", slides=tuple(slide for slide in said.slides if slide.id not in TAKEN))

    monkeypatch.setattr(making, "theirs_of", less)
    saved = [tmp_path / "saved" / file.name for file in (deck, plain)]
    later = [refresh_one(RefreshRequest(file, out=tmp_path / f"later-{file.name}")) for file in saved]
    assert [sorted(question.key for question in one.conflicts) for one in later] == [sorted(TAKEN), []]
    assert later[1].path is not None
