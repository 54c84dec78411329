"""Another country's collection goes through all that is done with the Swedish one."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from deck.cli import main

ROOT = Path(__file__).parents[1] / "nordland"


@pytest.fixture
def nordland(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, within which one stands."""
    shutil.copytree(ROOT, tmp_path / "nordland")
    monkeypatch.chdir(tmp_path / "nordland" / "content")
    return tmp_path / "nordland"


def words(path: Path) -> str:
    deck: Any = Presentation(str(path))
    return "\n".join(shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame)


def test_build_from_a_folder_within(nordland: Path) -> None:
    assert main(["build", "aalborg", "nordjylland", "--audience", "borgere", "-o", str(nordland / "out")]) == 0
    names = sorted(path.name for path in (nordland / "out").iterdir())
    assert names == ["851-aalborg-standard-borgere.pptx", "region-1081-nordjylland-standard-borgere.pptx"]
    deck: Any = Presentation(str(nordland / "out" / names[0]))
    assert deck.core_properties.language == "da-DK"
    every = words(nordland / "out" / names[0])
    assert "Her ligger Aalborg Kommune" in every and "Region Nordjylland har 11" in every and "Forslag" not in every
    layouts = [shape.text_frame.text for layout in deck.slide_layouts for shape in layout.shapes if shape.has_text_frame]
    assert "Kort: eksemplets egne firkanter" in layouts and not any("SCB" in text for text in layouts)


def test_an_edited_deck_follows_its_content(nordland: Path) -> None:
    assert main(["build", "læsø", "-o", str(nordland / "out")]) == 0
    (path,) = (nordland / "out").iterdir()
    deck: Any = Presentation(str(path))
    title = deck.slides[2].shapes.title
    assert title is not None
    title.text_frame.text = "Mine tre skridt"
    deck.save(str(nordland / "min.pptx"))
    file = nordland / "content" / "da" / "slides.yaml"
    file.write_text(file.read_text("utf-8").replace("Der kommer mere regn,", "Der kommer meget mere regn,"), encoding="utf-8")
    assert main(["refresh", str(nordland / "min.pptx")]) == 0
    (fresh,) = nordland.glob("min-*.pptx")
    every = words(fresh)
    assert "Mine tre skridt" in every and "meget mere regn" in every and "Læsø Kommune" in every


def test_site(nordland: Path) -> None:
    assert main(["site", "aalborg", "læsø", "--no-pdf", "--no-handout", "-o", str(nordland / "site")]) == 0
    start = (nordland / "site" / "index.html").read_text("utf-8")
    assert "Aalborg" in start and "Læsø" in start and "SCB" not in start
    assert (nordland / "site" / "851-aalborg" / "index.html").is_file()


def test_a_folder_that_is_no_collection(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--project", str(tmp_path), "places"]) == 2
    assert "deck new" in capsys.readouterr().err


def test_all_that_is_wrong_is_told_at_once(nordland: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = nordland / "places.csv"
    text = path.read_text("utf-8").replace("851;Aalborg;1081", "851;Aalborg;1082") + ";Uden kode;1081;;;\n851;To gange;1081;;;\n"
    path.write_text(text, encoding="utf-8")
    assert main(["places"]) == 1
    said = capsys.readouterr().err
    assert all(f"places.csv:{line}:" in said for line in (12, 14)) and said.count("error:") >= 2 and "1081" in said
