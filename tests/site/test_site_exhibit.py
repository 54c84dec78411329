"""A deck's files and pictures: made once, kept while nothing changed, made again where something is missing or new."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from deck.fleet import BuildRequest
from deck.site.exhibit import LARGE, SMALL, ExhibitRequest, exhibit_of, exhibit_one, picture_paths


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> ExhibitRequest:
    root = tmp_path_factory.mktemp("site")
    asked = ExhibitRequest(BuildRequest("lund", outline="kort", out=root / "1281-lund", also=("pdf",)), root)
    before = exhibit_one(asked).exhibit
    assert before is not None and before.why == ("first",)
    return ExhibitRequest(asked.build, root, before)


def test_files_and_pictures_are_where_the_exhibit_says(first: ExhibitRequest) -> None:
    exhibit = first.before
    assert exhibit is not None and [item.kind for item in exhibit.files] == ["pptx", "pdf"]
    for item in exhibit.files:
        assert (first.build.out / item.name).stat().st_size == item.size
    assert len(exhibit.slides) > 6 and exhibit.slides[0].title.startswith("Vägledning")
    assert all(slide.title for slide in exhibit.slides)
    for slide in exhibit.slides:
        for path, width in zip(picture_paths(first.root, slide.picture), (SMALL, LARGE), strict=True):
            with Image.open(path) as picture:
                assert picture.size == (width, width * 9 // 16)


def test_what_is_there_is_not_made_again(first: ExhibitRequest) -> None:
    times = {path: path.stat().st_mtime_ns for path in first.root.rglob("*") if path.is_file()}
    again = exhibit_one(first)
    assert again.exhibit == first.before and times
    assert {path: path.stat().st_mtime_ns for path in first.root.rglob("*") if path.is_file()} == times


def test_a_picture_that_is_gone_is_drawn_again_and_that_is_told(first: ExhibitRequest) -> None:
    assert first.before is not None
    path = picture_paths(first.root, first.before.slides[2].picture)[0]
    data = path.read_bytes()
    path.unlink()
    again = exhibit_one(first).exhibit
    assert again is not None and again.why == ("missing",) and path.read_bytes() == data


def test_another_format_is_made_where_it_is_asked_for(first: ExhibitRequest) -> None:
    asked = ExhibitRequest(
        BuildRequest("lund", outline="kort", out=first.build.out, also=("pdf", "html")), first.root, first.before
    )
    found = exhibit_one(asked).exhibit
    assert found is not None and found.why and [item.kind for item in found.files] == ["pptx", "pdf", "html"]


def test_an_exhibit_is_its_json(first: ExhibitRequest) -> None:
    assert first.before is not None
    assert exhibit_of(json.loads(json.dumps(first.before.to_json()))).to_json() == first.before.to_json()


def test_an_edited_deck_stays_and_that_is_told(tmp_path: Path) -> None:
    asked = ExhibitRequest(BuildRequest("lund", outline="kort", out=tmp_path / "1281-lund"), tmp_path)
    path = tmp_path / "1281-lund/1281-lund-kort.pptx"
    path.parent.mkdir()
    path.write_bytes(b"PK\x03\x04 somebody's own")
    shown = exhibit_one(asked)
    assert shown.exhibit is None and shown.diagnostics and path.read_bytes() == b"PK\x03\x04 somebody's own"


def test_an_unknown_place_is_an_answer(tmp_path: Path) -> None:
    shown = exhibit_one(ExhibitRequest(BuildRequest("atlantis", out=tmp_path), tmp_path))
    assert shown.exhibit is None and shown.diagnostics[0].code == "unknown-place"
