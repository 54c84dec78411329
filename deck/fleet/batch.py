"""Decks side by side. Answers come in the order of the requests, whatever order they were done in."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from deck import i18n
from deck.diagnostics import Diagnostic, Severity
from deck.fleet.build import build_one
from deck.fleet.request import BuildRequest, Built
from deck.fleet.workers import begin, stop
from deck.i18n import _
from deck.memory import unhurried
from deck.source import sitting

if TYPE_CHECKING:
    from concurrent.futures import Future

Q = TypeVar("Q")
A = TypeVar("A")
FEW = 8
"""So few decks are done before a second process has begun."""
STARTED = "fork" if sys.platform == "linux" else "spawn"
"""How a process is begun."""


def default_jobs(count: int) -> int:
    """One process for few decks, else one for each processor that we may use."""
    if count <= FEW:
        return 1
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(usable, count // FEW))


def _chunk(one: Callable[[Q], A], requests: Sequence[Q]) -> list[A]:
    with sitting():
        return [one(request) for request in requests]


def lost_worker() -> Diagnostic:
    message = _("the process that built this deck was ended by the system")
    return Diagnostic("lost-worker", Severity.ERROR, message, hint=_("is the memory full? try fewer at a time with -j 1"))


def lost_deck(request: BuildRequest) -> Built:
    return Built(request, place=request.place, name=request.place, path=None, diagnostics=(lost_worker(),), exit_code=1)


def _alone(context: Any, one: Callable[[Q], A], lost: Callable[[Q], A], request: Q) -> A:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    with ProcessPoolExecutor(1, context, initializer=begin, initargs=(i18n.chosen(),)) as pool:
        try:
            return pool.submit(one, request).result()
        except BrokenProcessPool:
            return lost(request)


def build_many(
    requests: Sequence[BuildRequest], jobs: int | None = None, on_done: Callable[[Built], None] | None = None
) -> list[Built]:
    """Build all, in `jobs` processes (None: as many as it pays). `on_done` hears of each as it is ready."""
    return run_many(build_one, lost_deck, requests, jobs, on_done)


def run_many(
    one: Callable[[Q], A],
    lost: Callable[[Q], A],
    requests: Sequence[Q],
    jobs: int | None = None,
    on_done: Callable[[A], None] | None = None,
) -> list[A]:
    """`one` of each request, in order; `lost` of those whose process was ended."""
    jobs = min(jobs or default_jobs(len(requests)), max(1, len(requests)))
    done: list[A | None] = [None] * len(requests)

    def take(start: int, answers: Sequence[A]) -> None:
        for at, built in enumerate(answers, start):
            done[at] = built
            if on_done:
                on_done(built)

    if jobs <= 1:
        with unhurried(), sitting():
            for at, request in enumerate(requests):
                take(at, [one(request)])
    else:
        _side_by_side(one, lost, requests, jobs, take)
    return [item for item in done if item is not None]


def _side_by_side(
    one: Callable[[Q], A], lost: Callable[[Q], A], requests: Sequence[Q], jobs: int, take: Callable[[int, Sequence[A]], None]
) -> None:
    """`take` is given answers from one on, by its number."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from concurrent.futures.process import BrokenProcessPool

    # Forked processes share what is read already; where there is no fork, each reads it once.
    context = multiprocessing.get_context(STARTED)
    size = max(1, min(12, len(requests) // (jobs * 4)))
    broken: list[int] = []
    pool = ProcessPoolExecutor(jobs, context, initializer=begin, initargs=(i18n.chosen(),))
    try:
        futures: dict[Future[list[A]], int] = {}
        for at in range(0, len(requests), size):
            try:
                futures[pool.submit(_chunk, one, requests[at : at + size])] = at
            except BrokenProcessPool:  # one has died already
                broken += range(at, min(at + size, len(requests)))
        # A pool looks after the workers that it had at its last request, and begins the last one after
        # that: the end of one more would be noticed only when another is done.
        with contextlib.suppress(BrokenProcessPool):
            pool.submit(_chunk, one, [])
        for future in as_completed(futures):
            at = futures[future]
            try:
                take(at, future.result())
            except BrokenProcessPool:
                broken += range(at, min(at + size, len(requests)))
    except BaseException:
        stop(pool)
        raise
    pool.shutdown()
    # Whose fault it was is not known: each is tried once more, in a process of its own.
    for at in broken:
        take(at, [_alone(context, one, lost, requests[at])])
