"""Edited decks that are to follow the guidance: each brought up to date, landed beside its original, and answered for."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace

from deck.diagnostics import Where
from deck.errors import DeckError
from deck.fleet.request import RefreshRequest
from deck.making.faults import unexpected
from deck.making.refresh import refresh
from deck.refresh.outcome import Refreshed
from deck.watch import watched


def refresh_one(request: RefreshRequest) -> Refreshed:
    """Refresh a deck. Never raises; a refused deck has state "refused", and its diagnostics say why."""
    try:
        with watched(Where(str(request.source))):
            return _save(request, refresh(request))
    except DeckError as error:
        return Refreshed(request.source, "refused", diagnostics=tuple(error.diagnostics), exit_code=error.exit_code)
    except Exception as error:  # noqa: BLE001, RUF100 - one bad deck must not stop the others
        if os.environ.get("DECK_DEBUG"):
            raise
        return Refreshed(request.source, "refused", diagnostics=(unexpected(error),), exit_code=1)


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

    return Refreshed(request.source, "refused", diagnostics=(lost_worker(),), exit_code=1)


def _save(request: RefreshRequest, result: Refreshed) -> Refreshed:
    """Write the new file, unless there is nothing to write; the original is never touched."""
    from deck.content import keep_draft
    from deck.fleet.landing import land, told

    package = result.package
    if package is not None and request.mark and result.conflicts:
        from deck.refresh.marks import mark

        package = mark(package, result.conflicts, result.numbers)
        result = replace(result, package=package)
    path = None
    if package is not None and not request.dry_run and not request.status_only:
        path = land(request, package)
        if request.release is None:
            keep_draft(result.release_after, request.content_root)
    return replace(result, path=path, diagnostics=(*result.diagnostics, *told(request.source, path)))
