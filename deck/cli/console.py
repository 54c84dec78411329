"""What is shown: diagnostics a line each, colours on a terminal only, JSON alike everywhere."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from typing import Any

import click

from deck.diagnostics import Diagnostic, Severity

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def coloured(stream: Any) -> bool:
    """Whether to colour: on a terminal, where NO_COLOR (no-color.org) does not forbid it."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and bool(getattr(stream, "isatty", bool)())


def say(words: str = "", *, err: bool = False) -> None:
    stream = sys.stderr if err else sys.stdout
    click.echo(words if coloured(stream) else click.unstyle(words), err=err, color=coloured(stream))


def show_diagnostics(items: Iterable[Diagnostic]) -> None:
    """Each once, a line each, on stderr: where, what, what to do."""
    for item in dict.fromkeys(items):
        head = f"{item.where}: " if str(item.where) else ""
        tail = f"; {item.hint}" if item.hint else ""
        label = click.style(item.severity.label, fg=COLOURS[item.severity], bold=item.severity >= Severity.ERROR)
        say(f"{head}{label}: {_one_line(item.message)}{_one_line(tail)}", err=True)


def _one_line(words: str) -> str:
    return " ".join(words.split("\n"))


def show_json(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def table(rows: Iterable[tuple[str, ...]], indent: str = "") -> None:
    """Columns as wide as their words; the last as it is."""
    found = list(rows)
    if not found:
        return
    widths = [max(len(row[at]) for row in found) for at in range(len(found[0]))]
    for row in found:
        say(indent + "  ".join(word.ljust(width) for word, width in zip(row, widths, strict=True)).rstrip())
