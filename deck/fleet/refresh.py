"""Edited decks that are to follow the guidance: each brought up to date, landed beside its original, and answered for."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from deck.diagnostics import Diagnostic, Severity, Where
from deck.errors import DeckError
from deck.fleet.request import RefreshRequest
from deck.i18n import _
from deck.making.faults import unexpected
from deck.making.refresh import refresh
from deck.refresh.outcome import Refreshed
from deck.watch import watched

if TYPE_CHECKING:
    from deck.package import Package


def refresh_one(request: RefreshRequest) -> Refreshed:
    """Refresh a deck. Never raises; a refused deck has state "refused", and its diagnostics say why."""
    try:
        with watched(Where(str(request.source))):
            return _save(request, refresh(request))
    except DeckError as error:
        return Refreshed(request.source, state="refused", diagnostics=tuple(error.diagnostics), exit_code=error.exit_code)
    except Exception as error:  # noqa: BLE001, RUF100 - one bad deck must not stop the others
        if os.environ.get("DECK_DEBUG"):
            raise
        return Refreshed(request.source, state="refused", diagnostics=(unexpected(error),), exit_code=1)


def decided_for_the_guidance(request: RefreshRequest) -> Refreshed | None:
    """The deck as it would be with all its conflicts decided so; nothing is written. None where that cannot be done."""
    found = refresh_one(replace(request, prefer="theirs", resolve={}, dry_run=True, mark=False))
    return found if found.package is not None else None


def refresh_many(
    requests: Sequence[RefreshRequest], jobs: int | None = None, advance: Callable[[Refreshed], None] | None = None
) -> list[Refreshed]:
    """Each deck, in order, past bad ones; the packages themselves are not kept."""
    from deck.fleet.batch import run_many

    return run_many(_light, _lost, requests, jobs, advance)


def _light(request: RefreshRequest) -> Refreshed:
    return replace(refresh_one(request), before=None, package=None)


def _lost(request: RefreshRequest) -> Refreshed:
    from deck.fleet.batch import lost_worker

    return Refreshed(request.source, state="refused", diagnostics=(lost_worker(),), exit_code=1)


def _marked(request: RefreshRequest, result: Refreshed) -> tuple[Package | None, Refreshed]:
    """With our comments on what is to be decided, if they are asked for, and without those on what is. They alone are reason to
    write, where their owner has decided by hand and the guidance has nothing new."""
    from deck.refresh.marks import mark

    before = result.package or result.before
    assert before is not None
    numbers = result.numbers if result.package is not None else result.numbers_before
    package = mark(before, result.conflicts, numbers, anew=request.mark and result.package is not None)
    if result.package is None:
        if package is before:
            return None, result
        note = Diagnostic("marks-gone", Severity.INFO, _("comments on what you have decided were taken away"))
        state = "conflicts" if result.conflicts else "refreshed"
        result = replace(result, state=state, numbers=numbers, diagnostics=(*result.diagnostics, note))
    return package, replace(result, package=package)


def _save(request: RefreshRequest, result: Refreshed) -> Refreshed:
    """Write the new file, unless there is nothing to write; the original is never touched."""
    from deck.content import keep_draft
    from deck.fleet.landing import land, told

    package = result.package
    if not request.status_only and (package or result.before) is not None:
        package, result = _marked(request, result)
    path = None
    if package is not None and not request.dry_run and not request.status_only:
        path = land(request, package, result)
        if request.release is None:
            keep_draft(result.release_after, request.content_root)
    return replace(result, path=path, diagnostics=(*result.diagnostics, *told(request.source, path, result.again)))
