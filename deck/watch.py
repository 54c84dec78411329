"""A watchdog over work on strangers' files: so much time and memory, then one clear line.

A thread of its own looks on. Where the work is over its share, it raises `Overrun` within the working thread (CPython delivers it
at the next bytecode); where that does not help, because the work hangs in C, it ends the process after a grace: the command line
says why, and a fleet tells which deck was lost. `Overrun` is no `Exception`, so nothing on the way takes it for a fault of its
own.
"""

from __future__ import annotations

import ctypes
import gc
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from deck.diagnostics import Where
from deck.errors import InputError
from deck.files import abandon
from deck.i18n import _

SECONDS = 12.0
"""Of the processor's time (not the clock's: a busy machine is no fault of the file's), for one file in one pass: five times
and more what the slowest files that we know take, for a slow laptop; a hostile file is ended in 15 with its grace."""
SECONDS_A_SLIDE = 0.05
FREE_SLIDES = 12
SECONDS_A_MASTER, MOST_MASTERS = 4.0, 7
"""A file of several masters is as many templates, each read and tried; so many of them are no stranger's trick."""
MEGABYTES = 380
"""That the process may grow by."""
MEMORY_A_BYTE = 3
"""So many times its own size a file may ask for, besides."""
GRACE, LONGEST_GRACE = 3.0, 30.0
"""Seconds, of the processor and by the clock, until work that does not heed `Overrun` is ended with its process."""
MANY_OBJECTS = 50_000
"""So many new objects are looked through when a piece of work is done (some 20 ms for a refresh)."""
_LOOK, _AGAIN = 0.02, 0.5
_ADDRESSES = 6_000_000_000


class Overrun(BaseException):
    """The work at hand has used up its share."""


class _Taken(BaseException):
    """Comes in the place of an `Overrun` that nobody waits for any more."""


class Watch:
    """One piece of work, on the thread that made it. `seconds` and `megabytes` may be raised while it runs, above the `least`."""

    def __init__(self, seconds: float, megabytes: float) -> None:
        self.seconds, self.megabytes = seconds, megabytes
        self.least = seconds, megabytes
        self.over = ""
        self._raised = False
        self._thread = threading.get_ident()
        self._clock = _clock(self._thread)
        self._start, self._before = self._clock(), memory()
        self._done = threading.Event()
        self._lock = threading.Lock()
        self._main = threading.current_thread() is threading.main_thread()
        self._looker = threading.Thread(target=self._look, name="deck-watch", daemon=True)
        self._looker.start()

    def _look(self) -> None:
        first = spent = raised = 0.0
        while not self._done.wait(_LOOK):
            if not self.over:
                self.over = self._why()
            if not self.over:
                continue
            now = time.monotonic()
            if not first:
                first, spent = now, self._clock()
            if self._main and (self._clock() - spent > GRACE or now - first > LONGEST_GRACE):
                _end(self.over)
            if now - raised > _AGAIN:
                raised = now
                with self._lock:
                    if not self._done.is_set():
                        self._raised = True
                        _raise(self._thread, Overrun)

    def _why(self) -> str:
        if self._clock() - self._start > self.seconds:
            return _("the file asks for more than {seconds:.0f} seconds of work, far more than a presentation needs").format(
                seconds=self.seconds
            )
        if memory() - self._before > self.megabytes:
            return _("the file asks for more than {size:.0f} MB of memory, far more than a presentation needs").format(
                size=self.megabytes
            )
        return ""

    def close(self) -> None:
        """No `Overrun` comes after this."""
        with self._lock:
            self._done.set()
            raised, self._raised = self._raised, False
        if raised:
            # Taking it back would leave CPython looking for it at every call, for ever: another comes for it, and ends here.
            with suppress(_Taken):
                _raise(self._thread, _Taken)
                while True:
                    pass
        self._looker.join(1.0)


_current = threading.local()


@contextmanager
def watched(where: Where, seconds: float = SECONDS, megabytes: float = MEGABYTES) -> Iterator[None]:
    """Work on a stranger's file. Raises InputError where it goes beyond `seconds` of the processor or `megabytes` of growth
    (DECK_SECONDS and DECK_MEGABYTES say otherwise). Within another watch it changes nothing."""
    if getattr(_current, "watch", None) is not None:
        yield
        return
    watch = _current.watch = Watch(_chosen("DECK_SECONDS", seconds), _chosen("DECK_MEGABYTES", megabytes))
    try:
        try:
            yield
        finally:
            _current.watch = None
            watch.close()
            _let_go()
    except Overrun:
        # It may have come while the watch was being closed.
        watch.close()
        if os.environ.get("DECK_DEBUG"):
            raise
        raise InputError.of("too-much", watch.over, where, too_much_hint()) from None
    except MemoryError:
        message = _("the file asks for more memory than there is")
        raise InputError.of("too-much", message, where, too_much_hint()) from None


def _let_go() -> None:
    """What the work held in circles: the sheets of a package know each other, and with them hundreds of trees of XML, whose
    memory the collector does not see. Left to it, a worker holds those of its last ten files."""
    young, waiting, _old = gc.get_count()
    if waiting * gc.get_threshold()[0] + young > MANY_OBJECTS:
        gc.collect(1)


def too_much_hint() -> str:
    return _("open it in PowerPoint and save it anew; if you trust it, set DECK_SECONDS and DECK_MEGABYTES higher")


def allow(slides: int, size: int, masters: int = 1) -> None:
    """A file of many slides, of several masters, or of many bytes, is given more by the watch that stands."""
    watch = getattr(_current, "watch", None)
    if watch is not None:
        more = SECONDS_A_SLIDE * max(slides - FREE_SLIDES, 0) + SECONDS_A_MASTER * (min(max(masters, 1), MOST_MASTERS) - 1)
        watch.seconds = max(watch.seconds, watch.least[0] + more)
        watch.megabytes = max(watch.megabytes, watch.least[1] + MEMORY_A_BYTE * size / 1_000_000)


def bound_process() -> None:
    """The process as a whole is kept from allocating without end, where the system can: a single step may ask for more than the
    watch has time to see."""
    try:
        import resource

        _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = _ADDRESSES if hard == resource.RLIM_INFINITY else min(_ADDRESSES, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    except (ImportError, OSError, ValueError):
        return


def memory() -> float:
    """Megabytes that the process holds now (its most so far, on a system that does not say)."""
    try:
        return int(Path("/proc/self/statm").read_bytes().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1_000_000
    except OSError:
        return _most_memory()


def give_back() -> None:
    """To the system, what the allocator keeps for later between what is in use: in a process that goes on for long that is as
    much again as a job needs, and grows. Where it cannot be asked, nothing happens."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


def _most_memory() -> float:
    try:
        import resource
    except ImportError:
        return 0.0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1_000_000 if sys.platform == "darwin" else most / 1_000


def _clock(thread: int) -> Callable[[], float]:
    """The processor's time of a thread; of the whole process where the system does not tell them apart."""
    clock_of = getattr(time, "pthread_getcpuclockid", None)
    if clock_of is None:
        return time.process_time
    clock = clock_of(thread)
    return lambda: time.clock_gettime(clock)


def _chosen(name: str, default: float) -> float:
    with suppress(ValueError):
        return float(os.environ.get(name, ""))
    return default


def _raise(thread: int, what: type[BaseException]) -> None:
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(what))


def _end(why: str) -> None:
    abandon()
    with suppress(OSError, ValueError):
        os.write(2, f"{why}\n".encode())
    os._exit(1)
