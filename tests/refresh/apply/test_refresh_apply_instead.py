"""What one look draws and another has placeholders for."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pptx
import pytest
from pptx import Presentation
from pptx.dml.color import RGBColor

from deck.fleet import BuildRequest, RefreshRequest, build_one
from deck.fleet.refresh import refresh_one

TITLE = "Kontakta oss"


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A deck, and it in a template that has no places for whom to ask."""
    folder = tmp_path_factory.mktemp("instead")
    deck = build_one(BuildRequest("uppsala", "standard", out=folder)).path
    template = folder / "mall.pptx"
    shutil.copy(Path(pptx.__file__).parent / "templates" / "default.pptx", template)
    assert deck is not None
    there = refresh_one(RefreshRequest(deck, template=template, out=folder / "there.pptx"))
    assert there.path is not None
    return deck, there.path


def shapes(path: Path, title: str) -> list[tuple[str, bool]]:
    slide: Any = next(
        s for s in Presentation(str(path)).slides if s.shapes.title is not None and title in s.shapes.title.text_frame.text
    )
    return [(shape.name, shape.is_placeholder) for shape in slide.shapes]


@pytest.mark.parametrize("title", [TITLE, "egna"])
def test_a_deck_that_went_into_another_template_and_back_has_what_a_new_one_has(
    moved: tuple[Path, Path], tmp_path: Path, title: str
) -> None:
    deck, there = moved
    back = refresh_one(RefreshRequest(there, rebrand=True, out=tmp_path / "back.pptx"))
    assert back.path is not None
    assert any(not held for _name, held in shapes(there, title))
    assert shapes(back.path, title) == shapes(deck, title)


@pytest.mark.parametrize("edit", ["words", "fill"])
def test_what_its_owner_did_to_what_was_drawn_stays(moved: tuple[Path, Path], tmp_path: Path, edit: str) -> None:
    opened: Any = Presentation(str(moved[1]))
    slide = next(s for s in opened.slides if s.shapes.title is not None and TITLE in s.shapes.title.text_frame.text)
    group = next(shape for shape in slide.shapes if shape.shape_type == 6)
    part = next(shape for shape in group.shapes if shape.has_text_frame and shape.text_frame.text)
    if edit == "words":
        part.text_frame.paragraphs[0].runs[0].text = "Ring gärna Anna Andersson"
    else:
        part.fill.solid()
        part.fill.fore_color.rgb = RGBColor(0xAB, 0x12, 0xCD)
    own = tmp_path / "own.pptx"
    opened.save(str(own))
    back = refresh_one(RefreshRequest(own, rebrand=True, out=tmp_path / "back.pptx"))
    assert back.path is not None
    held: Any = next(
        s for s in Presentation(str(back.path)).slides if s.shapes.title is not None and TITLE in s.shapes.title.text_frame.text
    )
    xml = held.shapes._spTree.xml
    assert ("Anna Andersson" if edit == "words" else "AB12CD") in xml
