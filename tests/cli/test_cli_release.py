"""`deck release`."""

from __future__ import annotations

import json
import shutil
from importlib import import_module
from pathlib import Path

import pytest

from deck.cli import main

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_releases_are_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release", "--json"]) == 0
    assert [one["name"] for one in json.loads(capsys.readouterr().out)] == ["2020-04-30", "2021", "2026"]


def test_a_release_is_never_frozen_twice(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release", "2021"]) in (1, 2)
    assert 'there is a release "2021" already' in capsys.readouterr().err


def test_releases_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release", "--json"]) == 0
    assert [item["name"] for item in json.loads(capsys.readouterr().out)] == ["2020-04-30", "2021", "2026"]


def test_a_release_that_says_nothing_new_is_told_so(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = Path(shutil.copytree(ROOT / "content", folder / "content"))
    monkeypatch.setattr(import_module("deck.content.freeze"), "content_root", lambda: root)
    assert main(["release", "2033"]) == 0 and (root / "releases" / "2033").is_dir()
    said = capsys.readouterr()
    assert "2033" in said.out and "nothing has changed since 2026" in said.err
