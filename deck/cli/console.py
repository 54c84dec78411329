"""What is shown: diagnostics a line each, colours on a terminal only, JSON alike everywhere."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from deck.cli.runs import pasteable
from deck.diagnostics import Diagnostic, Severity
from deck.i18n import _

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def coloured(stream: Any) -> bool:
    """Whether to colour: on a terminal, where NO_COLOR (no-color.org) does not forbid it."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and bool(getattr(stream, "isatty", bool)())


def say(words: str = "", *, err: bool = False) -> None:
    """Words on a line; the commands in them as they are written on this machine."""
    stream, words = sys.stderr if err else sys.stdout, pasteable(words)
    click.echo(words if coloured(stream) else click.unstyle(words), err=err, color=coloured(stream))


def agreed(question: str) -> bool:
    """Asked on the terminal, and answered in the reader's language or in English; nothing said is no."""
    yes, no = {"y", "yes", *_("y yes").split()}, {"", "n", "no", *_("n no").split()}
    asked = " ".join((question, _("[y/N]")))
    while True:
        said = click.prompt(asked, default="", show_default=False, prompt_suffix=" ").strip().casefold()
        if said in yes or said in no:
            return said in yes
        say(_("Answer with yes or no."))


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


def passed_over(files: Iterable[Path]) -> list[Path]:
    """The files without those that programs lay beside documents (a pattern such as *.pptx names them, too); which, is said."""
    from deck.files import is_shadow
    from deck.source import display

    found = list(files)
    shadows = [path for path in found if is_shadow(path)]
    for path in shadows:
        say(_("{file}: passed over; a program laid it beside a document").format(file=display(path)), err=True)
    return [path for path in found if path not in shadows]
