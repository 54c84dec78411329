"""The command line: parse, call, show. Nothing is decided here."""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> int:
    """Run a command; returns its exit code (0 fine, 1 findings or failures, 2 usage, 3 decisions of the owner's are pending)."""
    from deck.cli.guard import run
    from deck.watch import bound_process

    if arguments is None:
        # The process is ours alone, and starts no program that needs more.
        bound_process()
    return run([_as_typed(word) for word in (sys.argv[1:] if arguments is None else arguments)])


def _as_typed(word: str) -> str:
    """An argument whose å, ä and ö the system's locale (C, on servers) could not read."""
    try:
        return word.encode("utf-8", "surrogateescape").decode("utf-8")
    except UnicodeError:
        return word
