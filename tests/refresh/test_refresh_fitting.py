"""After a merge the words fit, or a finding says so: only what the merge itself brought."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.dml.color import RGBColor

from deck.fleet import BuildRequest, build_one
from deck.fleet.refresh import RefreshRequest, refresh_one
from deck.package import open_package
from deck.refresh.fitting import misfits

LONG = "Det här är mycket mer text än vad som någonsin kan få plats i en så liten ruta. " * 4


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = build_one(BuildRequest("1281", "kort", release="2020-04-30", out=tmp_path_factory.mktemp("old")))
    assert made.path is not None
    return made.path


def changed(path: Path, out: Path, how: Any) -> Path:
    deck: Any = Presentation(str(path))
    for slide in deck.slides:
        for shape in slide.placeholders:
            if shape.placeholder_format.idx == 1 and shape.has_text_frame and len(shape.text_frame.text) > 40:
                how(shape)
                deck.save(str(out))
                return out
    raise AssertionError("no body")


def test_what_the_merge_brought_is_told_and_what_was_so_is_not(built: Path, tmp_path: Path) -> None:
    def small(shape: Any) -> None:
        shape.left, shape.top, shape.width, shape.height = 600_000, 1_500_000, 3_000_000, 700_000

    def full(shape: Any) -> None:
        shape.text_frame.paragraphs[0].runs[0].text = LONG * 6

    plain = open_package(built)
    fits, over = open_package(changed(built, tmp_path / "a.pptx", lambda shape: None)), changed(built, tmp_path / "b.pptx", full)
    told = misfits(fits, open_package(over))
    assert told[0].code == "fits/overflow" and told[0].where.slide and told[0].where.shape
    assert misfits(open_package(over), open_package(over)) == () and misfits(plain, plain) == ()
    assert misfits(fits, open_package(changed(built, tmp_path / "d.pptx", small)))


def test_a_refresh_says_so(built: Path, tmp_path: Path) -> None:
    """The owner has made each box of words so small that today's words just fit; the guidance's new ones are more."""
    deck: Any = Presentation(str(built))
    for slide in deck.slides:
        for shape in slide.placeholders:
            if shape.placeholder_format.idx > 0 and shape.has_text_frame and shape.text_frame.text and shape.height > 500_000:
                left, top, width = shape.left, shape.top, shape.width
                shape.left, shape.top, shape.width, shape.height = left, top, width, 300_000
    path = tmp_path / "mine.pptx"
    deck.save(str(path))
    found = refresh_one(RefreshRequest(path, release="2021"))
    assert found.path is not None
    told = [item for item in found.diagnostics if item.code.startswith("fits/")]
    assert told and told == list(misfits(open_package(path), open_package(found.path)))


INK = "7A3B00"
"""A brown that reads on white, and hardly on a dark ground."""


def inked(path: Path, out: Path, ground: str = "", ink: str = INK) -> Path:
    """The body of a slide in an ink of its owner's, on a ground of its own."""

    def how(shape: Any) -> None:
        for paragraph in shape.text_frame.paragraphs:
            for run in paragraph.runs:
                run.font.color.rgb = RGBColor.from_string(ink)
        if ground:
            shape.fill.solid()
            shape.fill.fore_color.rgb = RGBColor.from_string(ground)

    return changed(path, out, how)


def test_an_ink_that_came_to_another_ground_is_told(built: Path, tmp_path: Path) -> None:
    reads = open_package(inked(built, tmp_path / "a.pptx"))
    faint = open_package(inked(built, tmp_path / "b.pptx", "1F2A44"))
    told = misfits(reads, faint)
    assert [item.code for item in told] == ["accessible/contrast-text"] and told[0].where.slide and told[0].where.shape
    assert misfits(faint, reads) == () and misfits(open_package(built), reads) == ()


def test_an_ink_that_its_owner_chose_so_is_not(built: Path, tmp_path: Path) -> None:
    """It stands out too little before and after, in whatever words."""
    faint = open_package(inked(built, tmp_path / "b.pptx", "1F2A44"))
    fainter = open_package(inked(built, tmp_path / "c.pptx", "1F2A44", "333333"))
    assert misfits(faint, fainter) == ()
