"""`deck diff`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from deck.cli import main

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_diff_names_changes_and_slides(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "2020-04-30", "2021"]) == 0
    said = capsys.readouterr().out
    assert "2020-04-30" in said and "2021" in said and "whats-new" in said
    assert main(["diff", "2020-04-30", "2021", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)


def test_changes_as_json_and_none(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "2020-04-30", "2021", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["slides"] == ["whats-new", "get-it"]
    assert main(["diff", "2021", "2021"]) == 0
    assert "Ingenting är ändrat." in capsys.readouterr().out
    assert main(["diff", "2022"]) == 2


def test_another_folder_of_content(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(ROOT / "content", folder / "annat")
    words = folder / "annat" / "sv" / "terms.yaml"
    words.write_text(words.read_text("utf-8").replace("Vägledning", "Handledning"), "utf-8")
    assert main(["diff", "2026", "--content", "annat"]) == 0
    assert "Handledning" in capsys.readouterr().out
    assert main(["diff", "2026", "--content", "ingen"]) == 2
