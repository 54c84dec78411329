"""The command line as a shell meets it: help at once, exit codes, quiet pipes, no traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from deck.cli import main


def deck(*arguments: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "deck", *arguments],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        cwd=cwd,
        env={**os.environ, **environment},
    )


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from deck.cli import main; main(['--help']);"
        "heavy = {'lxml', 'pptx', 'pydantic', 'PIL', 'jinja2', 'rich', 'yaml', 'uharfbuzz', 'coloraide'} & set(sys.modules);"
        "sys.exit(f'imported {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert "build" in done.stdout and "places" in done.stdout


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help(flag: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([flag]) == 0
    assert "Exit codes" in capsys.readouterr().out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    from deck import __version__

    assert main(["-V"]) == 0
    assert capsys.readouterr().out == f"deck {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["buidl", "lund"], 'Did you mean "build"?'),
        (["build"], "which place?; for example `deck build lund`"),
        (["build", "lund", "--all"], "give places or --all, not both"),
        (["build", "lnud"], 'there is no place called "lnud"; did you mean "Lund"'),
        (["build", "lnd"], 'there is no place called "lnd"; did you mean "Lund"'),
        (["build", "haabo"], 'there is no place called "haabo"; did you mean "Håbo", "Habo"'),
        (["build", "lund", "-j", "0"], "'-j'"),
        (["build", "lund", "--nonsense"], "--nonsense"),
        (["places", "xyzzyx"], 'there is no place called "xyzzyx"'),
        (["completion", "csh"], "csh"),
    ],
)
def test_wrong_calls_end_with_2(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    seen = capsys.readouterr()
    assert words in seen.err
    assert seen.out == ""
    assert list(tmp_path.iterdir()) == []


def test_every_unknown_place_is_named_and_stops_no_other(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["build", "lnud", "lund", "114", "-o", str(tmp_path)]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert '"lnud"' in lines[0]
    assert "0114 is Upplands Väsby kommun" in lines[1]
    assert [path.name for path in tmp_path.iterdir()] == ["1281-lund-standard.pptx"]


def test_places_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["places", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert len(found) == 311
    assert {"code": "0114", "own_name": "Upplands Väsby kommun"}.items() <= found[0].items()


def test_a_reader_that_leaves_is_no_fault() -> None:
    reader = subprocess.run(
        f'"{sys.executable}" -c "import sys; from deck.cli import main; sys.exit(main([\'places\']))" | head -n 1; '
        "exit ${PIPESTATUS[0]}",
        shell=True,
        executable="/bin/bash",
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert reader.stderr == ""
    assert reader.stdout.startswith("0114")


def test_output_is_utf_8_whatever_the_console_says() -> None:
    done = deck("places", "håbo", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert done.returncode == 0, done.stderr
    assert "Håbo kommun" in done.stdout


def test_no_colours_in_a_pipe() -> None:
    done = deck("build", "lnud")
    assert "\x1b" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("no_color", "expected"), [("", True), ("1", False)])
def test_colours_on_a_terminal_only_where_wanted(no_color: str, expected: bool) -> None:
    import pty

    master, slave = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "NO_COLOR": no_color}
    subprocess.run([sys.executable, "-m", "deck", "build", "lnud"], stderr=slave, timeout=60, check=False, env=environment)
    os.close(slave)
    seen = os.read(master, 4096).decode()
    os.close(master)
    assert ("\x1b[" in seen) is expected
    assert "lnud" in seen


@pytest.mark.parametrize("raised", [KeyboardInterrupt(), ValueError("boom"), OSError(13, "Permission denied", "file.pptx")])
def test_what_nobody_foresaw_is_one_line(
    raised: BaseException, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise raised

    monkeypatch.setattr("deck.places.load_places", fail)
    code = main(["places"])
    lines = capsys.readouterr().err.strip().splitlines()
    assert len(lines) == 1
    assert "Traceback" not in lines[0]
    expected = {
        KeyboardInterrupt: (130, "stopped"),
        ValueError: (1, "boom"),
        PermissionError: (1, "file.pptx: you are not allowed to"),
    }
    assert (code, True) == (expected[type(raised)][0], expected[type(raised)][1] in lines[0])


def test_debug_shows_the_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ValueError("boom")

    monkeypatch.setattr("deck.places.load_places", fail)
    monkeypatch.setenv("DECK_DEBUG", "1")
    with pytest.raises(ValueError, match="boom"):
        main(["places"])


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    if shell == "bash":
        pytest.importorskip("click.shell_completion")
    assert main(["completion", shell]) == 0
    assert "_DECK_COMPLETE" in capsys.readouterr().out


def test_completion_offers_commands() -> None:
    done = deck(_DECK_COMPLETE="bash_complete", COMP_WORDS="deck bu", COMP_CWORD="1")
    assert "plain,build" in done.stdout.splitlines()
