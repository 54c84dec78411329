"""What is shown: diagnostics a line each, colours on a terminal only, JSON alike everywhere."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
import pytest

from deck.cli.console import agreed, coloured, passed_over, say, show_diagnostics, show_json, table
from deck.diagnostics import Diagnostic, Severity, Where
from deck.i18n import speaking


class Terminal:
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "answer"),
    [
        (Terminal(), {}, True),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (object(), {}, False),
    ],
)
def test_colours_on_a_terminal_that_wants_them(
    stream: Any, environment: dict[str, str], answer: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert coloured(stream) == answer


def test_no_colour_codes_where_nobody_sees_them(capsys: pytest.CaptureFixture[str]) -> None:
    say(click.style("fel", fg="red"))
    say("på stderr", err=True)
    assert capsys.readouterr() == ("fel\n", "på stderr\n")


def test_each_diagnostic_once_on_a_line_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    item = Diagnostic("x", Severity.ERROR, "två\nrader", Where("a.yaml", 2), "gör så")
    show_diagnostics([item, item, Diagnostic("y", Severity.INFO, "val")])
    assert capsys.readouterr() == ("", "a.yaml:2: error: två rader; gör så\ninfo: val\n")


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        ([], ""),
        ([("a", "b")], " a  b\n"),
        ([("a", "bb", "c"), ("åäö", "", "d")], " a    bb  c\n åäö      d\n"),
        ([("a", "")], " a\n"),
    ],
)
def test_columns_as_wide_as_their_words(rows: list[tuple[str, ...]], shown: str, capsys: pytest.CaptureFixture[str]) -> None:
    table(rows, " ")
    assert capsys.readouterr().out == shown


def test_json_with_letters_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    show_json({"å": ["ä", None]})
    out = capsys.readouterr().out
    assert '"å"' in out and json.loads(out) == {"å": ["ä", None]}


def test_what_lies_beside_documents_is_passed_over_and_that_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shadow, deck = tmp_path / "~$a.pptx", tmp_path / "a.pptx"
    shadow.write_bytes(b"x")
    deck.write_bytes(b"x")
    assert passed_over([shadow, deck]) == [deck]
    assert "~$a.pptx: passed over" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "answers", "agreed_to"),
    [
        ("sv", ["j"], True),
        ("sv", ["Ja"], True),
        ("sv", ["y"], True),
        ("sv", ["nej"], False),
        ("en", ["yes"], True),
        ("en", [""], False),
        ("sv", ["kanske", "j"], True),
    ],
)
def test_a_question_is_answered_in_the_readers_language(
    language: str, answers: list[str], agreed_to: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = iter(answers)
    monkeypatch.setattr(click, "prompt", lambda *_said, **_options: next(given))
    with speaking(language):
        assert agreed("Lägga in?") is agreed_to
