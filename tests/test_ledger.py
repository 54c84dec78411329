"""What earlier runs left in a folder is believed only as far as the files stand as it says."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

import deck.ledger
from deck.diagnostics import Diagnostic, Severity, Where
from deck.ledger import (
    MOST_CALLS,
    NAME,
    Call,
    FolderLedger,
    StandingDeck,
    call_of,
    digest_of_words,
    files_as_they_are,
    moment,
    ourselves,
    read_ledger,
    world_of,
    write_ledger,
)

WARNED = Diagnostic("a-code", Severity.WARNING, "Åh", Where("a.yaml", line=3), "do it")


def standing(out: Path, name: str = "a.pptx") -> StandingDeck:
    (out / name).write_bytes(b"deck")
    return StandingDeck(
        place="1281",
        name="Lunds kommun",
        outline="kort",
        audience="alla",
        release="2026",
        slides=8,
        sha256="00",
        files=files_as_they_are({"pptx": out / name}),
        inputs={"code": "1"},
        moment=moment(),
        diagnostics=(WARNED,),
    )


@pytest.fixture
def world(tmp_path: Path) -> Path:
    (tmp_path / "world").mkdir()
    (tmp_path / "world/a.yaml").write_text("a")
    return tmp_path


def known(folder: Path) -> FolderLedger:
    paths = [folder / "world"]
    call = call_of(paths, ["1"], world_of(paths), started=9e9)
    assert call is not None
    return FolderLedger({"1": standing(folder)}).calling("asked", call)


def test_written_and_read_again(world: Path) -> None:
    ledger = known(world)
    write_ledger(world, ledger)
    assert read_ledger(world) == ledger
    found = read_ledger(world).standing("asked", world)
    assert found is not None and found[0].diagnostics == (WARNED,) and found[0].paths(world) == {"pptx": world / "a.pptx"}
    # Written again over its own.
    write_ledger(world, ledger.having({"2": standing(world, "b.pptx")}))
    assert set(read_ledger(world).decks) == {"1", "2"}


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "world/a.yaml").write_text("other"),
        lambda folder: (folder / "world/b.yaml").write_text(""),
        lambda folder: (folder / "world/a.yaml").unlink(),
        lambda folder: (folder / "a.pptx").write_bytes(b"mine"),
        lambda folder: (folder / "a.pptx").unlink(),
    ],
)
def test_nothing_stands_where_anything_changed(change: object, world: Path) -> None:
    ledger = known(world)
    assert ledger.standing("asked", world) is not None and ledger.standing("otherwise", world) is None
    change(world)  # type: ignore[operator]
    assert ledger.standing("asked", world) is None


@pytest.mark.parametrize(("name", "value"), [("SOURCE_DATE_EPOCH", "86400"), ("LANGUAGE", "fi"), ("DECK_SECONDS", "99")])
def test_nothing_stands_at_another_moment(name: str, value: str, world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = known(world)
    monkeypatch.setattr("deck.i18n._chosen", None)
    ledger = known(world)
    monkeypatch.setenv(name, value)
    assert ledger.standing("asked", world) is None


def test_nothing_stands_where_another_package_is_installed(world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = world / "site-packages"
    (folder / "lxml-1.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(folder))
    ledger = known(world)
    assert ledger.standing("asked", world) is not None
    (folder / "lxml-1.0.dist-info").rename(folder / "lxml-1.1.dist-info")
    assert ledger.standing("asked", world) is None


def test_what_was_laid_aside_is_to_be_there(world: Path) -> None:
    ledger = known(world)
    call = replace(ledger.calls["asked"], kept=(str(world / "draft"),))
    assert ledger.calling("asked", call).standing("asked", world) is None
    (world / "draft").mkdir()
    assert ledger.calling("asked", call).standing("asked", world) is not None


def test_a_run_in_which_something_changed_is_not_remembered(world: Path) -> None:
    paths = [world / "world"]
    before = world_of(paths)
    assert call_of(paths, ["1"], before, started=0.0) is None, "too near to tell"
    (world / "world/a.yaml").write_text("changed meanwhile")
    assert call_of(paths, ["1"], before, started=9e9) is None


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b"\xff", b'{"version": 1}', b'{"version": 1, "decks": {"1": {}}, "calls": {}}', b'"half']
)
def test_what_is_not_ours_is_nothing(data: bytes, world: Path) -> None:
    (world / NAME).write_bytes(data)
    assert read_ledger(world) == FolderLedger()
    (world / NAME).unlink()
    write_ledger(world, known(world))
    said = (world / NAME).read_bytes()
    (world / NAME).write_bytes(said.replace(b"1281", b"1280"))
    assert read_ledger(world) == FolderLedger(), "changed by hand"
    (world / NAME).write_bytes(said[: len(said) // 2])
    assert read_ledger(world) == FolderLedger()


def test_one_of_another_version_is_nothing(world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_ledger(world, known(world))
    monkeypatch.setattr(deck.ledger, "VERSION", 2)
    assert read_ledger(world) == FolderLedger()


def test_calls_are_forgotten_the_oldest_first() -> None:
    ledger = FolderLedger()
    for n in range(MOST_CALLS + 5):
        ledger = ledger.calling(str(n), Call((), "", ()))
    assert len(ledger.calls) == MOST_CALLS and "4" not in ledger.calls and str(MOST_CALLS + 4) in ledger.calls


def test_what_runs_us_is_among_what_is_looked_at() -> None:
    paths = ourselves()
    assert paths[0].name == "deck" and any(path.parent.name.lower().startswith("lxml-") for path in paths)
    assert all(path.is_file() for path in paths[1:] if os.access(path.parent, os.R_OK) and path.parent.name.startswith("lxml-"))


def test_words_with_other_bounds_are_other_words() -> None:
    assert digest_of_words("ab", "c") != digest_of_words("a", "bc")
    assert json.dumps(digest_of_words("\udcff"))
