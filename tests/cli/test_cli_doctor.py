"""`deck doctor`: what is found on a machine, and what each missing thing would give."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deck.cli import main
from deck.cli.doctor import NEEDED

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_doctor(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json"]) == 0
    rows = {row["what"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["places"]["found"] == "311"
    assert rows["Python"]["state"] == rows["lxml"]["state"] == "ok"


def test_doctor_names_what_is_missing(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("deck.cli.doctor.NEEDED", ("lxml", "no-such-package"))
    assert main(["doctor"]) == 4
    assert any(line.split()[:2] == ["MISSING", "no-such-package"] for line in capsys.readouterr().out.splitlines())


def test_doctor_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {row["state"] for row in rows} <= {"ok", "optional"}
    assert {"deck", "Python", *NEEDED} <= {row["what"] for row in rows} and all(row["found"] for row in rows)


def test_a_program_that_is_not_there_is_no_fault(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    assert main(["doctor"]) == 0
    assert "LibreOffice would show decks as PDF" in capsys.readouterr().out
