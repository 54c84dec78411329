"""The deck that somebody looks at, made before they ask for it: what a preview shows is laid out and written, but not proved, and
to prove it is most of the work. Kept in memory for some minutes, and gone with the uploads that it was made of."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from deck.formats import DECK
from deck.web.choices import to_query
from deck.web.pictures import Shelf
from deck.web.pool import BusyPool, LostJob, Pool, RefusedJob
from deck.web.recipe import WantedDeck, about
from deck.web.sessions import HeldFile

MOST = 24_000_000
"""Bytes of all of them together."""
FRESH = 300.0
"""Seconds that one is given out: the guidance and the profiles may be changed beside the server."""
QUIET, TRIES = 0.6, 4
"""Seconds that nobody must have looked at anything new until one is made; so often it is seen whether no work is under way."""
SECONDS = 30.0
GivenDeck = tuple[str, bytes]
"""File name and bytes."""


class ReadyDecks:
    """`clock`: seconds, for tests."""

    def __init__(self, pool: Pool, most: int = MOST, clock: Callable[[], float] = time.monotonic) -> None:
        self._pool, self._clock = pool, clock
        self._kept: Shelf[tuple[float, frozenset[Path], GivenDeck]] = Shelf(most)
        self._under_way: dict[str, asyncio.Task[GivenDeck]] = {}
        self._next: asyncio.Task[None] | None = None

    def soon(self, wanted: WantedDeck, lang: str) -> None:
        """Who looks at a deck may want it: where it stays quiet, it is made. On a server that has work to do none ever is."""
        if self._next is not None:
            self._next.cancel()
        self._next = asyncio.create_task(self._in_quiet(wanted, lang))

    async def _in_quiet(self, wanted: WantedDeck, lang: str) -> None:
        for _n in range(TRIES):
            await asyncio.sleep(QUIET)
            if not (self._pool.working or self._pool.waiting):
                with suppress(BusyPool, LostJob, RefusedJob):
                    await self.of(wanted, lang)
                return

    async def of(self, wanted: WantedDeck, lang: str) -> GivenDeck:
        """The deck, made once for all who ask. Raises as Pool.run."""
        name = repr((wanted.place, to_query(wanted.choices), sorted(wanted.files.items()), lang))
        known = self._kept.get(name)
        if known is not None and self._clock() - known[0] < FRESH:
            return known[2]
        task = self._under_way.get(name)
        if task is None:
            task = asyncio.create_task(self._made(name, wanted, lang))
            self._under_way[name] = task
            task.add_done_callback(lambda done: self._over(name, done))
        return await asyncio.shield(task)

    async def _made(self, name: str, wanted: WantedDeck, lang: str) -> GivenDeck:
        given: GivenDeck = await self._pool.run("give", wanted, DECK.name, lang=lang, seconds=SECONDS, about=about(wanted))
        # An upload may have been taken away meanwhile, and then nothing is kept that was made of it.
        if all(path.exists() for path in wanted.files.values()):
            self._kept.put(name, (self._clock(), frozenset(wanted.files.values()), given), len(given[1]))
        return given

    def _over(self, name: str, done: asyncio.Task[GivenDeck]) -> None:
        self._under_way.pop(name, None)
        if not done.cancelled():
            # Who asked may be gone; the fault is told to those who are not.
            done.exception()

    def forget(self, file: HeldFile) -> None:
        """All that was made of an upload that goes."""
        self._kept.drop_where(lambda kept: file.path in kept[1])

    def sweep(self) -> None:
        """Take away what is given to nobody any more."""
        self._kept.drop_where(lambda kept: self._clock() - kept[0] >= FRESH)

    def __len__(self) -> int:
        return len(self._kept)
