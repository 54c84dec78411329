"""The deck that somebody looks at is made while it is quiet, once, and goes with the uploads that it was made of."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from deck.web import ready
from deck.web.choices import DeckChoices
from deck.web.pool import LostJob
from deck.web.ready import FRESH, TRIES, ReadyDecks
from deck.web.recipe import WantedDeck
from deck.web.sessions import HeldFile

LUND = WantedDeck("1281", DeckChoices(), {})


class FakePool:
    """As Pool: what was asked of it, and whether it has work under way."""

    def __init__(self) -> None:
        self.working, self.waiting = 0, 0
        self.asked: list[WantedDeck] = []
        self.fails = False

    async def run(self, _job: str, wanted: WantedDeck, *_given: Any, **_more: Any) -> tuple[str, bytes]:
        self.asked.append(wanted)
        await asyncio.sleep(0)
        if self.fails:
            raise LostJob
        return "lund.pptx", b"PK" + repr(wanted.choices).encode()


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def ran(work: Callable[[ReadyDecks, FakePool, Clock], Awaitable[None]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready, "QUIET", 0.01)
    pool, clock = FakePool(), Clock()

    async def all_of_it() -> None:
        await work(ReadyDecks(pool, clock=clock), pool, clock)  # type: ignore[arg-type]

    asyncio.run(all_of_it())


def test_what_is_looked_at_last_is_made_in_quiet_and_given_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    async def work(decks: ReadyDecks, pool: FakePool, _clock: Clock) -> None:
        decks.soon(WantedDeck("1280", DeckChoices(), {}), "sv")
        decks.soon(LUND, "sv")
        await asyncio.sleep(0.1)
        assert pool.asked == [LUND]
        assert (await decks.of(LUND, "sv"))[0] == "lund.pptx" and pool.asked == [LUND]
        decks.soon(LUND, "sv")
        await asyncio.sleep(0.1)
        assert pool.asked == [LUND], "it is there already"

    ran(work, monkeypatch)


def test_a_server_with_work_to_do_makes_nothing_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    async def work(decks: ReadyDecks, pool: FakePool, _clock: Clock) -> None:
        for pool.working, pool.waiting in ((1, 0), (0, 1)):
            decks.soon(LUND, "sv")
            await asyncio.sleep(0.01 * (TRIES + 5))
        assert not pool.asked

    ran(work, monkeypatch)


def test_it_is_made_once_for_all_who_ask_and_a_lost_one_again(monkeypatch: pytest.MonkeyPatch) -> None:
    async def work(decks: ReadyDecks, pool: FakePool, _clock: Clock) -> None:
        one, other = await asyncio.gather(decks.of(LUND, "sv"), decks.of(LUND, "sv"))
        assert one == other and len(pool.asked) == 1
        pool.fails = True
        english = WantedDeck("1281", DeckChoices(lang="en"), {})
        for _n in range(2):
            with pytest.raises(LostJob):
                await decks.of(english, "sv")
        assert len(pool.asked) == 3 and len(decks) == 1

    ran(work, monkeypatch)


def test_it_goes_when_its_time_is_over_and_with_its_uploads(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    async def work(decks: ReadyDecks, pool: FakePool, clock: Clock) -> None:
        path = tmp_path / "logotyp.svg"
        path.write_bytes(b"<svg/>")
        with_logo = WantedDeck("1281", DeckChoices(held="x"), {"logotyp.svg": path})
        await decks.of(LUND, "sv")
        await decks.of(with_logo, "sv")
        decks.forget(HeldFile("logotyp.svg", "vår.svg", path, 6))
        assert len(decks) == 1
        path.unlink()
        await decks.of(with_logo, "sv")
        assert len(decks) == 1, "what is gone meanwhile leaves nothing behind"
        clock.now = FRESH
        await decks.of(LUND, "sv")
        assert pool.asked.count(LUND) == 2
        clock.now += FRESH
        decks.sweep()
        assert len(decks) == 0

    ran(work, monkeypatch)
