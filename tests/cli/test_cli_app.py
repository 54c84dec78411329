"""The command group: known by name, imported when asked for."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest

from deck import __version__
from deck.cli import main
from deck.cli.app import COMMANDS, app


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_its_name_and_its_line_of_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    command = app.get_command(click.Context(app), name)
    assert command is not None and command.name == name
    assert main([name, "--help"]) == 0
    assert f"deck {name}" in capsys.readouterr().out


def test_help_names_all_in_order_and_imports_none() -> None:
    which = f"[name for name in sys.modules if name.startswith('deck.cli.') and name.split('.')[2] in {list(COMMANDS)}]"
    program = f"import sys; from deck.cli import main; main(['--help']); print({which})"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    *lines, imported = done.stdout.splitlines()
    assert imported == "[]"
    names = [line.split()[0] for line in lines if line.startswith("  ") and line.split() and line.split()[0] in COMMANDS]
    assert names == list(COMMANDS)


@pytest.mark.parametrize(("word", "said"), [("biuld", 'Did you mean "build"?'), ("xyzzy", "No such command 'xyzzy'")])
def test_an_unknown_command(word: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([word]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("option", ["-V", "--version"])
def test_the_version(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([option]) == 0
    assert capsys.readouterr().out == f"deck {__version__}\n"


def test_help_is_in_one_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of every command, and of the commands of a command."""
    import os
    import subprocess
    import sys

    environment = {**os.environ, "LANGUAGE": "sv"}
    for command in ("build", "check", "refresh", "brand new", "template check"):
        call = [sys.executable, "-m", "deck", *command.split(), "--help"]
        said = subprocess.run(call, env=environment, capture_output=True, text=True, encoding="utf-8", check=True).stdout
        assert "[VAL]" in said
        assert not any(word in said for word in ("OPTIONS", "TEXT\n", "INTEGER", "RANGE", " PATH "))
