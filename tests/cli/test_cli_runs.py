"""Commands in messages are written as on this machine."""

import sys

import pytest

from deck.cli import main, runs
from deck.cli.console import say


def test_as_build_py_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(runs.AS, "python3 build.py")
    assert (
        runs.pasteable("run `deck places`, or `deck`; not `decks`")
        == "run `python3 build.py places`, or `python3 build.py`; not `decks`"
    )


def test_as_a_module_where_deck_is_not_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(runs.AS, raising=False)
    monkeypatch.setattr(sys, "argv", ["/x/deck/__main__.py"])
    monkeypatch.setenv("PATH", "")
    assert runs.runs_as().endswith(" -m deck")
    monkeypatch.setattr(sys, "argv", ["/usr/bin/deck"])
    assert runs.runs_as() == "deck"


def test_messages_and_usage_name_it(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv(runs.AS, "py build.py")
    assert main(["build"]) == 2
    assert "`py build.py build lund`" in capsys.readouterr().err
    assert main(["bulid"]) == 2
    assert "Usage: py build.py" in capsys.readouterr().err


def test_a_report_names_it_too(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever shows the words: a table, a report, a line of what was done."""
    monkeypatch.setenv(runs.AS, "py build.py")
    say("translate it anew; then `deck content accept --lang en slides.why`")
    assert "`py build.py content accept" in capsys.readouterr().out
