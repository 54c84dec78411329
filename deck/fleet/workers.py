"""Worker processes that end with the one that began them, however that one ends, and leave nothing half behind."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import threading
from typing import TYPE_CHECKING, Any

from deck import i18n
from deck.files import abandon
from deck.memory import SELDOM
from deck.watch import bound_process

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

PATIENCE = 2.0
"""Seconds that a worker has to end by itself."""


def begin(language: str | None) -> None:
    """What a worker does first."""
    import multiprocessing

    i18n.use(language)
    bound_process()
    # What it was forked with is never garbage.
    gc.freeze()
    gc.set_threshold(*SELDOM)
    # Ctrl-C goes to every process of the terminal: it is for the parent to say what is to be done.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _end)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end(*_given: Any) -> None:
    abandon()
    os._exit(1)


def _end_with(sentinel: Any) -> None:
    """The sentinel is ready when the parent lives no more, also if it was killed (a pipe's end; on
    Windows the process itself)."""
    from multiprocessing.connection import wait

    with contextlib.suppress(OSError):
        wait([sentinel])
    _end()


def stop(pool: ProcessPoolExecutor) -> None:
    """End a pool at once, its workers in the midst of their work."""
    # Python 3.14 has `terminate_workers` for it.
    workers = list((getattr(pool, "_processes", None) or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for worker in workers:
        worker.terminate()
    for worker in workers:
        worker.join(PATIENCE)
        if worker.is_alive():
            worker.kill()
