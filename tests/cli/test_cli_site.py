"""`deck site`, as it is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deck.cli import main


def test_made_explained_and_made_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = ["site", "lund", "-o", str(tmp_path), "--outline", "kort", "--no-pdf", "--no-handout", "--contact", "a@b.se"]
    assert main([*line, "--explain"]) == 0
    said = capsys.readouterr().out
    assert "Lunds kommun" in said and "index.html" in said
    assert sorted(path.name for path in (tmp_path / "1281-lund").iterdir()) == ["1281-lund-kort.pptx", "index.html"]
    assert main([*line, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["made"] == {} and told["kept"] == 1 and told["failed"] == [] and told["pages"] > 8


@pytest.mark.parametrize(
    ("more", "word"),
    [
        (["atlantis"], "atlantis"),
        (["lund", "--outline", "kortt"], "kort"),
        (["lund", "--audience", "alle"], "alla"),
        (["lund", "--app", "javascript:alert(1)"], "--app"),
        (["lund", "--contact", "x"], "--contact"),
    ],
)
def test_what_cannot_be_is_said_before_anything_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str], word: str
) -> None:
    assert main(["site", *more, "-o", str(tmp_path / "x")]) == 2
    assert word in capsys.readouterr().err and not (tmp_path / "x").exists()
