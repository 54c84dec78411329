"""Around every command: what was raised becomes lines and an exit code."""

from __future__ import annotations

import errno
import gc
import os
import signal
from collections.abc import Callable

import click
import pytest

from deck.cli import guard
from deck.cli.app import app
from deck.errors import InputError, UsageError
from deck.memory import SELDOM


def raising(error: BaseException) -> Callable[..., int]:
    def main(**_given: object) -> int:
        raise error

    return main


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (InputError.of("x", "fel", hint="gör så"), 1, "error: fel; gör så\n"),
        (UsageError.of("x", "fel"), 2, "error: fel\n"),
        (click.UsageError("fel"), 2, "fel"),
        (click.Abort(), 130, "stopped\n"),
        (KeyboardInterrupt(), 130, "stopped\n"),
        (SystemExit(7), 7, ""),
        (SystemExit("fel"), 0, ""),
        (MemoryError(), 1, "error: the memory is full; try fewer at a time with -j 1\n"),
        (FileNotFoundError(2, "No such file", "a.yaml"), 1, "error: a.yaml: there is no such file; check that the file exists"),
        (
            ZeroDivisionError("noll"),
            1,
            "error: something went wrong inside deck (ZeroDivisionError: noll); this is a fault in deck",
        ),
    ],
    ids=range(10),
)
def test_no_traceback_whatever_is_raised(
    error: BaseException, code: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(app, "main", raising(error))
    assert guard.run([]) == code
    told = capsys.readouterr().err
    assert said in told and "Traceback" not in told and bool(told) == bool(said)


def test_for_developers_it_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "main", raising(ZeroDivisionError()))
    monkeypatch.setenv("DECK_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        guard.run([])


@pytest.mark.parametrize(("answer", "code"), [(0, 0), (3, 3), (None, 0), (True, 0), ("x", 0)])
def test_what_a_command_answers(answer: object, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "main", lambda **_given: answer)
    assert guard.run([]) == code


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_asked_to_end_it_ends_as_an_exception_does(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    number = getattr(signal, name)
    before = signal.getsignal(number)
    signal.signal(number, signal.SIG_DFL)
    cleaned: list[str] = []

    def main(**_given: object) -> int:
        try:
            os.kill(os.getpid(), number)
        finally:
            cleaned.append("clean")
        return 0

    monkeypatch.setattr(app, "main", main)
    try:
        assert guard.run([]) == 128 + number
        assert cleaned == ["clean"] and signal.getsignal(number) == signal.SIG_DFL
    finally:
        signal.signal(number, before)


def test_closed_streams_swallow_what_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    monkeypatch.setattr("sys.stderr", None)
    assert guard.run(["places", "lund"]) == 0
    assert guard.run(["places", "--no-such-option"]) == 2


def test_a_full_output_is_no_fault_of_ours() -> None:
    told = guard.unexpected(OSError(errno.ENOSPC, "No space left on device"))
    assert told.code == "os-error" and "the disk is full" in told.message and "No space left" not in told.message


def test_a_command_looks_for_cycles_seldom_and_leaves_that_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    usual, seen = gc.get_threshold(), []

    def main(**_given: object) -> int:
        seen.append(gc.get_threshold())
        return 0

    monkeypatch.setattr(app, "main", main)
    assert guard.run([]) == 0
    assert seen == [SELDOM] and gc.get_threshold() == usual
