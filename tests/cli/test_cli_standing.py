"""`deck build` of many decks once more: nothing where nothing has changed, and never less told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from deck.cli import main
from deck.ledger import NAME

ROOT = Path(__file__).resolve().parents[2]
CALL = ["build", "lund", "malmö", "kiruna", "åmål", "--outline", "kort"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    # Files that were written a moment ago, as in a fresh checkout, are looked into; here only their times are.
    monkeypatch.setattr("deck.files.stand.BLUR", -3600.0)
    return tmp_path


def test_the_second_time_nothing_is_done_and_the_same_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*CALL, "--explain"]) == 0
    first = capsys.readouterr()
    assert "not known here from before" in first.err and "4 of 4 decks built" in first.out
    assert main([*CALL, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    before = {path: path.stat().st_mtime_ns for path in (folder / "out").iterdir()}
    assert main([*CALL, "--explain"]) == 0
    second = capsys.readouterr()
    assert "nothing has changed since these decks were built" in second.err
    assert "4 of 4 decks are there" in second.out and "4 were as they should be" in second.out
    assert {path: path.stat().st_mtime_ns for path in (folder / "out").iterdir()} == before
    assert first.out.splitlines()[:4] == second.out.splitlines()[:4]
    assert main([*CALL, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == told
    # One that is gone comes back, alone.
    gone = next((folder / "out").glob("1281*.pptx"))
    data = gone.read_bytes()
    gone.unlink()
    assert main([*CALL, "--explain"]) == 0
    seen = capsys.readouterr()
    assert "1281 Lunds kommun: its files are not as they were" in seen.err and "3 were as they should be" in seen.out
    assert gone.read_bytes() == data


def test_nothing_that_makes_decks_is_imported_where_nothing_is_made(folder: Path) -> None:
    program = (
        "import sys, deck.files.stand; deck.files.stand.BLUR = -3600.0\n"
        f"from deck.cli import main; code = main({CALL!r}); print(*sorted(sys.modules)); sys.exit(code)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DECK_LANG": ""}
    runs = [
        subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    modules = runs[1].stdout.split()
    assert "as they should be" in runs[1].stdout and "deck.ledger" in modules
    assert not {"lxml", "deck.fleet", "deck.content", "deck.layout", "PIL"} & set(modules)


def test_an_edited_deck_is_never_told_to_stand(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(CALL) == 0
    edited = next((folder / "out").glob("1281*.pptx"))
    edited.write_bytes(edited.read_bytes() + b" ")
    capsys.readouterr()
    for _ in range(2):
        assert main(CALL) == 1
        assert "has been edited since it was built" in capsys.readouterr().err
    assert edited.read_bytes().endswith(b" ")


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_killed_in_the_middle_and_twice_at_once(folder: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "deck", *CALL, "-j", "2"]
    first = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    patience = time.monotonic() + 120
    while not list((folder / "out").glob("*.pptx")) and first.poll() is None and time.monotonic() < patience:
        time.sleep(0.02)
    first.kill()
    first.wait()
    both = [subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    told = [one.communicate() for one in both]
    assert [one.returncode for one in both] == [0, 0], told
    assert sorted(path.name for path in (folder / "out").iterdir() if path.name != NAME) == [
        "1280-malmo-kort.pptx",
        "1281-lund-kort.pptx",
        "1492-amal-kort.pptx",
        "2584-kiruna-kort.pptx",
    ]
    assert main(["check", *map(str, (folder / "out").glob("*.pptx"))]) == 0
