"""`deck new`: a collection that builds as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.cli import main


def test_a_new_collection_builds_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "ours"
    assert main(["new", str(folder)]) == 0
    monkeypatch.chdir(folder)
    assert main(["build", "alpha", "first", "--strict", "-o", str(tmp_path / "out")]) == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "11-alpha-standard.pptx",
        "county-1-first-standard.pptx",
    ]
    assert main(["check", "content"]) == 0
    before = sorted(folder.rglob("*"))
    capsys.readouterr()
    assert main(["new", str(folder)]) == 1 and sorted(folder.rglob("*")) == before
    assert "left alone" in capsys.readouterr().err
