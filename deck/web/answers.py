"""What jobs said of uploaded files: asked once, kept as long as the file is, and gone with it."""

from __future__ import annotations

import asyncio
import math
import pickle
import time
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from deck.web.pictures import Shelf
from deck.web.pool import LostJob, RefusedJob
from deck.web.sessions import HeldFile

MOST = 16_000_000
"""Bytes of all answers together."""
LOST = 120.0
"""Seconds that a file that ended its worker is not tried again: whoever looks once more ends no more workers."""
T = TypeVar("T")


class JobAnswers:
    """`clock`: seconds, for tests."""

    def __init__(self, most: int = MOST, clock: Callable[[], float] = time.monotonic) -> None:
        self._kept: Shelf[tuple[float, Any]] = Shelf(most)
        self._under_way: dict[str, asyncio.Task[Any]] = {}
        self._clock = clock

    async def of(
        self,
        file: HeldFile,
        name: str,
        ask: Callable[[], Awaitable[T]],
        holds: Callable[[T], bool] = lambda _answer: True,
        fresh: float = math.inf,
    ) -> T:
        """The answer to `ask`, by its name (with the language of its words): from before, where that is not older than `fresh`
        seconds and still `holds`; asked once for all who wait. A refusal is an answer, too, and raised anew. Raises as
        Pool.run."""
        key = f"{file.path}\0{name}"
        known = self._kept.get(key)
        if known is not None:
            told, answer = known
            age = self._clock() - told
            if isinstance(answer, LostJob | RefusedJob):
                if age < (LOST if isinstance(answer, LostJob) else fresh):
                    raise answer.with_traceback(None)
            elif age < fresh and holds(answer):
                return answer
        task = self._under_way.get(key)
        if task is None:
            task = asyncio.create_task(self._asked(key, ask))
            self._under_way[key] = task
            task.add_done_callback(lambda done: self._over(key, done))
        return await asyncio.shield(task)

    async def _asked(self, key: str, ask: Callable[[], Awaitable[T]]) -> T:
        try:
            answer = await ask()
        except (LostJob, RefusedJob) as error:
            # Without the frames that it came through, which would be kept with it. What ended a worker from without may be over.
            if not (isinstance(error, LostJob) and error.killed):
                self._kept.put(key, (self._clock(), error.with_traceback(None)), 1_000)
            raise
        self._kept.put(key, (self._clock(), answer), len(pickle.dumps(answer)))
        return answer

    def _over(self, key: str, done: asyncio.Task[Any]) -> None:
        self._under_way.pop(key, None)
        if not done.cancelled():
            # Who asked may be gone; the fault is told to those who are not.
            done.exception()

    def forget(self, file: HeldFile) -> None:
        """All that was said of a file that goes."""
        self._kept.drop(f"{file.path}\0")

    def __len__(self) -> int:
        return len(self._kept)
