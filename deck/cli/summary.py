"""What a build tells at its end: complaints, what was written, what was not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from deck.i18n import _, counted, decimal, ngettext

if TYPE_CHECKING:
    from deck.diagnostics import Diagnostic

MANY = 3
"""Of more decks than these, a folder's ledger is kept, a bar is shown, and little is told of each."""
LISTED = 20
"""So many decks are named one by one."""


class SummaryDeck(Protocol):
    """A deck that is told of: made now (`Built`), or standing from an earlier run."""

    @property
    def place(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def path(self) -> Path | None: ...
    @property
    def also(self) -> Mapping[str, Path]: ...
    @property
    def slides(self) -> int: ...
    @property
    def ok(self) -> bool: ...
    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]: ...


def summary(done: Sequence[SummaryDeck], seconds: float, kept: int = 0) -> None:
    """Complaints first (a complaint that many decks share is said once), then what was written, then what was not."""
    from deck.cli.console import say, show_diagnostics, table
    from deck.diagnostics import Severity

    few = len(done) <= MANY
    least = Severity.INFO if few else Severity.WARNING
    shown = sorted({item for built in done for item in built.diagnostics if item.severity >= least}, key=_order)
    show_diagnostics(shown)
    written, failed = [built for built in done if built.ok], [built for built in done if not built.ok]
    if len(written) <= LISTED:
        table([row for built in written for row in rows_of(built)])
    if failed and len(done) > 1:
        say(_("not built:"), err=True)
        for built in failed:
            # The one that stopped it; with --strict it may be a warning.
            worst = [item for item in built.diagnostics if item.severity >= Severity.WARNING]
            first = max(worst, key=lambda item: item.severity, default=None)
            say(f"  {built.place} {built.name}: {first.message if first else ''}", err=True)
    if len(done) > MANY:
        total = slides_in_words(sum(built.slides for built in written))
        words = _("{decks} of {all} decks built, {slides}, in {seconds} s")
        if kept:
            words = _("{decks} of {all} decks are there, {slides}; {kept} were as they should be; in {seconds} s")
        say(
            words.format(
                decks=counted(len(written)), all=counted(len(done)), slides=total, kept=counted(kept), seconds=decimal(seconds, 1)
            )
        )


def rows_of(built: SummaryDeck) -> list[tuple[str, str]]:
    return [(str(built.path), slides_in_words(built.slides)), *((str(path), "") for path in built.also.values())]


def slides_in_words(count: int) -> str:
    return ngettext("{count} slide", "{count} slides", count).format(count=counted(count))


def _order(item: Diagnostic) -> tuple[Any, ...]:
    where = item.where
    return (-int(item.severity), where.file, where.line, where.column, str(item))
