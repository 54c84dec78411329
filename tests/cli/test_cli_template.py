"""`deck template`."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation

from deck.cli import main
from deck.template.overrides import read_overrides


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A template of one layout without placeholders, as strangers have."""
    deck: Any = Presentation()
    layouts = deck.slide_layouts
    for layout in list(layouts)[:-1]:
        layouts.remove(layout)
    deck.save(str(tmp_path / "bar.pptx"))
    return tmp_path / "bar.pptx"


def test_the_command(bare: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["template", "check", str(bare), "--json", "--png", str(tmp_path / "blad.png")]) == 0
    assert json.loads(capsys.readouterr().out)["roles"]
    with Image.open(io.BytesIO((tmp_path / "blad.png").read_bytes())) as sheet:
        assert sheet.width > 1500 and len(sheet.convert("RGB").getcolors(1_000_000) or []) > 20
    assert main(["template", "init", str(bare)]) == 0
    assert main(["template", "init", str(bare)]) == 1
    assert "exists" in capsys.readouterr().err


def test_in_words_and_as_settings(bare: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["template", "check", str(bare)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("The template works") and told.count("\n") == 1
    assert main(["template", "check", str(bare), "--verbose"]) == 0
    told = capsys.readouterr().out
    assert "What serves each kind of slide" in told and "tx1" not in told and "composed" not in told
    assert main(["template", "init", str(bare), "-o", str(tmp_path / "egen.yaml")]) == 0
    assert not read_overrides(tmp_path / "egen.yaml").layouts


@pytest.mark.parametrize("name", ["saknas.potx", "."])
def test_what_is_no_template(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["template", "check", name]) in (1, 2)
    told = capsys.readouterr().err
    assert told.count("\n") == 1 and "error" in told and "inside deck" not in told


@pytest.mark.parametrize("name", ["", ".", "/"])
def test_a_folder_is_no_template(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["template", "check", name], ["build", "lund", "--template", name]):
        assert main(words) == 2
        said = capsys.readouterr()
        assert "a folder, not a file" in said.out + said.err


def test_the_template_itself_is_never_written_over(bare: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = bare.read_bytes()
    assert main(["template", "init", str(bare), "-o", str(bare), "--overwrite"]) == 2
    assert main(["template", "check", str(bare), "--png", str(bare), "--overwrite"]) == 2
    assert bare.read_bytes() == data


def test_a_page_shows_the_sentence_and_the_picture(bare: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    goal = tmp_path / "mall.html"
    assert main(["template", "check", str(bare), "--html", str(goal)]) == 0
    page = goal.read_text("utf-8")
    assert capsys.readouterr().out.splitlines()[0].split(";")[0] in page
    assert "data:image/png;base64," in page and "http" not in page.split("base64,")[0]
