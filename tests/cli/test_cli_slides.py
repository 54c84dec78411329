"""`deck slides`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deck.cli import main


def test_ids_titles_and_decks(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["slides", "lunds", "kommun", "--slots"]) == 0
    rows = {line.split()[0]: line for line in capsys.readouterr().out.splitlines()}
    assert "Lunds kommun" in rows["county-map"] and rows["county-map"].rstrip().endswith("konferens")
    assert "title, object, provenance" in rows["why"]


def test_own_slides_are_among_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    local = tmp_path / "local.yaml"
    local.write_text("slides:\n  - id: egen\n    after: when\n    title: Vårt eget\n    body: Ett ord\n", encoding="utf-8")
    assert main(["slides", "lund", "--local", str(local), "--json"]) == 0
    entries = json.loads(capsys.readouterr().out)
    ids = [entry["id"] for entry in entries]
    assert ids.index("egen") == ids.index("when") + 1
    own = next(entry for entry in entries if entry["id"] == "egen")
    assert own["own"] and own["title"] == "Vårt eget" and set(own["decks"]) >= {"standard", "konferens"}


def test_without_a_place_it_says_whose_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["slides"]) == 0
    seen = capsys.readouterr()
    assert "name a place for its own" in seen.err and seen.out.splitlines()[1].startswith("title")


def test_an_unknown_place(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["slides", "lnud"]) == 2
    assert "Lund" in capsys.readouterr().err
