"""Hostile and broken decks before the four commands that read a stranger's file: a right result or clear
lines, soon, in little memory."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hostile_made import KINDS, Entries, base_entries, small_content, zipped

from deck.cli import guard
from deck.diagnostics import Where
from deck.package import open_package
from deck.package.bounds import excesses
from deck.watch import memory

COMMANDS = ("template", "build", "check", "refresh")
SECONDS, MEGABYTES = 7.0, 512
"""Of the processor: the watchdog is set to end the work at some four seconds; the rest is for reading and telling."""


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_content(tmp_path_factory.mktemp("content"))


@pytest.fixture(scope="session")
def base(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Entries:
    return base_entries(tmp_path_factory.mktemp("base"), content)


def _commands(path: Path, content: Path) -> dict[str, list[str]]:
    own = ["--content", str(content)]
    return {
        "template": ["template", "check", str(path)],
        "build": ["build", "lund", "--outline", "small", *own, "--template", str(path), "-o", str(path.parent / "out")],
        "check": ["check", str(path), "--html", str(path.parent / "page.html"), "--fix"],
        "refresh": ["refresh", str(path), *own],
    }


def _command_of(kind: str) -> str:
    """One of the four, told from the kind's name: each kind comes before each command as kinds of its sort go on."""
    return COMMANDS[sum(kind.encode()) % len(COMMANDS)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_hostile_deck_ends_soon_with_a_result_or_clear_lines(
    kind: str, base: Entries, content: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DECK_SECONDS", "3.6")
    path = tmp_path / "hostile.pptx"
    path.write_bytes(zipped(KINDS[kind](base)))
    command = _command_of(kind)
    before, start = memory(), time.process_time()
    code = guard.run(_commands(path, content)[command])
    spent, grown = time.process_time() - start, memory() - before
    said = capfd.readouterr()
    words = said.out + said.err
    assert isinstance(code, int)
    assert "inside deck" not in words
    assert "could not judge" not in words
    assert "Traceback" not in words
    assert spent < SECONDS, (command, spent)
    assert grown < MEGABYTES, (command, grown)
    assert code == 0 or words.strip()


def test_an_ordinary_deck_is_within_all_bounds(base: Entries, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(zipped(base))
    package = open_package(path)
    start = time.process_time()
    assert excesses(package.parts, package.overrides, package.rels, Where("deck.pptx")) == []
    assert time.process_time() - start < 0.25


def test_all_that_is_too_much_is_said_at_once(base: Entries, tmp_path: Path) -> None:
    from deck.errors import InputError

    entries = KINDS["shapes-20000"](KINDS["attributes-100000"](base))
    entries = {**entries, "ppt/slides/slide3.xml": entries["ppt/slides/slide2.xml"]}
    with pytest.raises(InputError) as refused:
        open_package(zipped(entries), "deck.pptx")
    assert {item.where.part for item in refused.value.diagnostics} >= {"ppt/slides/slide2.xml", "ppt/slides/slide3.xml"}
