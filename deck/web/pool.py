"""Worker processes with a queue before them: bounded, and each job ended with its process where it takes too long."""

from __future__ import annotations

import asyncio
import multiprocessing
import sys
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

from deck.diagnostics import Diagnostic
from deck.files import lend_folder, take_folder
from deck.watch import SECONDS
from deck.web.worker import Answer, Job, work

LONGEST = 150.0
"""Seconds by the clock until a worker that does not answer is ended. Far more than the processor's time that a job has: that its
watchdog counts, and a machine with much to do is no fault of the file's."""
QUEUE, LIGHT_QUEUE = 32, 600
"""Jobs that wait at most; light ones (one picture each) have a queue of their own, which goes first."""
IN_A_ROW = 6
"""Light jobs that go before a heavy one that waits."""
JOBS_A_WORKER = 2_000
REMEMBERED = 12
"""Of what a worker's last jobs were about: its process has their slides and templates in memory."""
UNKNOWN = 255
"""Says multiprocessing of a process whose parent, the one that forks workers, was killed before it could tell."""
ENDING = 1.0
"""Seconds until a process whose pipe is closed has said how it ended."""
TRIES, PAUSE = 8, 0.25
"""A process that forks workers and was killed is begun anew once the system has taken it away: so often, with so many seconds
between, another worker is asked for."""
LAST = 5.0
"""Seconds that jobs under way have when the pool stops: their askers have been waited for already."""


class BusyPool(Exception):
    """The queue is full. `place`: the one that this job would have had."""

    def __init__(self, place: int) -> None:
        super().__init__(place)
        self.place = place


class LostJob(Exception):
    """The worker ended, or was ended, with the job: it asked for too much time or memory. `killed`: by a signal that was not
    ours, and nobody knows whose fault that was."""

    def __init__(self, killed: bool = False) -> None:
        super().__init__(killed)
        self.killed = killed


class RefusedJob(Exception):
    """The job said no, in words: `diagnostics`."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(str(diagnostics[0]) if diagnostics else "")
        self.diagnostics = diagnostics


def _context() -> Any:
    """Forked from a process without threads that has read all that is common; where there is no fork, begun anew."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["deck.web.warm"])
    return context


class WebWorker:
    """One process and the pipe to it; asked by one thread at a time. What it writes lies in a folder within `scratch`, which
    goes with it: one that is killed takes nothing away itself."""

    def __init__(self, context: Any, scratch: Path | None = None) -> None:
        self._pipe, theirs = context.Pipe()
        self._folder = lend_folder(scratch, "worker") if scratch is not None else None
        self._process = context.Process(target=work, args=(theirs, self._folder), daemon=True, name="deck-web-worker")
        self._process.start()
        theirs.close()
        self.done = 0
        self.about: deque[str] = deque(maxlen=REMEMBERED)

    @property
    def pid(self) -> int:
        return self._process.pid or 0

    def ask(self, job: Job | None, seconds: float) -> Answer:
        """The job's answer, or the next of the last job's. Raises LostJob where the process ends, or does not answer in time; it
        is gone then."""
        late = False
        try:
            if job is not None:
                self._pipe.send(job)
                self.done += 1
            if late := not self._pipe.poll(seconds):
                raise LostJob
            return self._pipe.recv()
        except (EOFError, OSError, LostJob):
            if not late:
                self._process.join(ENDING)
            killed = not late and ((self._process.exitcode or 0) < 0 or self._process.exitcode == UNKNOWN)
            self.end()
            raise LostJob(killed) from None

    def kill(self) -> None:
        """Who asks it hears at once that the job is lost."""
        self._process.kill()

    def end(self) -> None:
        with suppress(OSError):
            self._pipe.close()
        if self._process.is_alive():
            self._process.kill()
        self._process.join(2.0)
        if self._folder is not None:
            with suppress(OSError):
                take_folder(self._folder)


def _known(worker: WebWorker, about: tuple[str, ...]) -> int:
    """How much a worker has read of what a job is about: the first name counts most."""
    return sum(1 << n for n, name in enumerate(reversed(about)) if name in worker.about)


class Pool:
    """`size` processes, whose folders lie within `scratch`. All its methods belong to one event loop."""

    def __init__(self, size: int, queue: int = QUEUE, longest: float = LONGEST, scratch: Path | None = None) -> None:
        self.size, self.queue, self.longest = size, queue, longest
        self._scratch = scratch
        self._context = _context()
        self._threads = ThreadPoolExecutor(size + 1, thread_name_prefix="deck-web")
        self._free: list[WebWorker] = []
        self._waiting: dict[bool, deque[asyncio.Future[WebWorker]]] = {False: deque(), True: deque()}
        self._row = 0
        self._tasks: set[asyncio.Task[Answer]] = set()
        self._renewals: set[asyncio.Task[None]] = set()
        self._busy: set[WebWorker] = set()
        self._stopping = False
        self.replaced, self.done = 0, 0

    async def start(self) -> None:
        for worker in await asyncio.gather(*(self._new() for _n in range(self.size))):
            self._give_back(worker)

    async def _new(self) -> WebWorker:
        return await asyncio.get_running_loop().run_in_executor(self._threads, WebWorker, self._context, self._scratch)

    async def run(
        self,
        name: str,
        *given: Any,
        lang: str = "sv",
        light: bool = False,
        seconds: float = SECONDS,
        about: tuple[str, ...] = (),
        take: Callable[[Any], None] = lambda _piece: None,
    ) -> Any:
        """The job's value. Raises BusyPool, LostJob and RefusedJob. Who asked may go away: the job is done all the same, and its
        worker is free afterwards. `about`: names of what the job reads; a free worker that has read it goes before another.
        `take`: gets the pieces that a job makes when its value is sent ahead; None after the last, also where it is lost."""
        waiting = sum(not item.done() for item in self._waiting[light])
        if not self._free and waiting >= (LIGHT_QUEUE if light else self.queue):
            raise BusyPool(waiting + 1)
        worker = await self._turn(light, about)
        worker.about.extend(item for item in about if item not in worker.about)
        task = asyncio.create_task(self._do(worker, Job(name, given, lang, seconds), take))
        self._hold(task)
        answer = await asyncio.shield(task)
        if answer.refused:
            raise RefusedJob(answer.refused)
        return answer.value

    async def _turn(self, light: bool, about: tuple[str, ...] = ()) -> WebWorker:
        if self._free:
            # A picture is drawn where no deck is remembered, of two that are free.
            best = max(self._free, key=lambda worker: _known(worker, about) if about else -len(worker.about))
            self._free.remove(best)
            return best
        mine: asyncio.Future[WebWorker] = asyncio.get_running_loop().create_future()
        self._waiting[light].append(mine)
        try:
            return await mine
        except asyncio.CancelledError:
            if mine.done() and not mine.cancelled():
                self._give_back(mine.result())
            raise

    def _hold(self, task: asyncio.Task[Any]) -> None:
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _do(self, worker: WebWorker, job: Job, take: Callable[[Any], None]) -> Answer:
        self._busy.add(worker)
        try:
            answer = await self._ask(worker, job)
        except BaseException:
            self._done(worker, None)
            raise
        if answer.more:
            self._hold(asyncio.create_task(self._rest(worker, take)))
        else:
            self._done(worker, answer)
        return answer

    async def _rest(self, worker: WebWorker, take: Callable[[Any], None]) -> None:
        """What a job makes when its asker has been answered."""
        answer = None
        try:
            with suppress(LostJob):
                while (answer := await self._ask(worker, None)).more:
                    take(answer.value)
        finally:
            self._done(worker, None if answer is None or answer.more else answer)
            take(None)

    async def _ask(self, worker: WebWorker, job: Job | None) -> Answer:
        return await asyncio.get_running_loop().run_in_executor(self._threads, worker.ask, job, self.longest)

    def _done(self, worker: WebWorker, answer: Answer | None) -> None:
        """`answer`: its last; None where it was lost."""
        self._busy.discard(worker)
        self.done += answer is not None
        if (answer is None or answer.tired or worker.done >= JOBS_A_WORKER) and not self._stopping:
            self._renew(worker)
        else:
            self._give_back(worker)

    def _renew(self, worker: WebWorker) -> None:
        """Another in its place. Who asked it last does not wait for that."""
        self.replaced += 1
        task = asyncio.create_task(self._replace(worker))
        self._renewals.add(task)
        task.add_done_callback(self._renewals.discard)

    async def _replace(self, worker: WebWorker) -> None:
        fresh = worker
        try:
            await asyncio.get_running_loop().run_in_executor(self._threads, worker.end)
            for _n in range(0 if self._stopping else TRIES):
                with suppress(OSError, EOFError):
                    fresh = await self._new()
                    break
                await asyncio.sleep(PAUSE)
            # Where no process is to be had, whoever gets the ended one asks for another again.
        finally:
            self._give_back(fresh)

    def _give_back(self, worker: WebWorker) -> None:
        """To who is next: light jobs first, but never so many that a heavy one waits for ever."""
        heavy, light = self._waiting[False], self._waiting[True]
        while heavy or light:
            first = light if light and (not heavy or self._row < IN_A_ROW) else heavy
            self._row = self._row + 1 if first is light else 0
            mine = first.popleft()
            if not mine.done():
                mine.set_result(worker)
                return
        self._free.append(worker)

    @property
    def waiting(self) -> int:
        return sum(map(len, self._waiting.values()))

    @property
    def working(self) -> int:
        return len(self._tasks)

    async def stop(self) -> None:
        """What is under way is done, if that is soon; what waits is not. The process could not end before its jobs have."""
        self._stopping = True
        for queue in self._waiting.values():
            while queue:
                queue.popleft().cancel()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=LAST)
        for worker in self._busy:
            worker.kill()
        if under_way := {*self._tasks, *self._renewals}:
            await asyncio.wait(under_way, timeout=2.0)
        for worker in self._free:
            worker.end()
        self._free.clear()
        self._threads.shutdown(wait=False, cancel_futures=True)
