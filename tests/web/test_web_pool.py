"""Workers that are ended and replaced, and the queue before them."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from deck.web import pool as pool_module
from deck.web.pool import BusyPool, LostJob, Pool, RefusedJob, WebWorker


def with_pool(test: Callable[[Pool], Awaitable[None]], **more: Any) -> None:
    async def run() -> None:
        pool = Pool(**{"size": 1, **more})
        await pool.start()
        try:
            async with asyncio.timeout(60):
                await test(pool)
        finally:
            await pool.stop()

    asyncio.run(run())


def test_a_job_that_goes_wrong_in_any_way_stops_no_other() -> None:
    async def all_ways(pool: Pool) -> None:
        _value, pid = await pool.run("web_jobs:echo", 1)
        with pytest.raises(RefusedJob) as refused:
            await pool.run("web_jobs:no")
        assert (refused.value.diagnostics[0].message, refused.value.diagnostics[0].hint) == ("this cannot be", "do that")
        assert await pool.run("web_jobs:echo", 2) == (2, pid) and pool.replaced == 0
        with pytest.raises(RefusedJob):
            await pool.run("web_jobs:fault")
        # Nobody knows what a fault of ours has left behind.
        value, other = await pool.run("web_jobs:echo", 3)
        assert value == 3 and other != pid and pool.replaced == 1
        with pytest.raises(LostJob):
            await pool.run("web_jobs:gone")
        assert (await pool.run("web_jobs:echo", 4))[0] == 4 and pool.replaced == 2

    with_pool(all_ways)


def test_who_has_read_what_a_job_is_about_does_it_where_it_is_free() -> None:
    """What one process remembers, the other reads anew: a deck would be drawn twice."""

    async def asked(pool: Pool) -> None:
        async def who(*about: str) -> int:
            return (await pool.run("web_jobs:echo", 1, about=about))[1]

        lund = await who("held", "lund")
        hold = asyncio.create_task(pool.run("web_jobs:nap", 0.5, about=("held", "lund")))
        await asyncio.sleep(0.1)
        other = await who("umea")
        await hold
        assert lund != other
        for _n in range(3):
            assert await who("held", "lund") == await who("another", "lund") == lund and await who("umea") == other
            assert (await pool.run("web_jobs:echo", 1))[1] in (lund, other)
        assert await who("held", "umea") == lund, "an upload counts more than a place"

    with_pool(asked, size=2)


@pytest.mark.parametrize("end", ["", "no", "fault", "gone"])
def test_a_value_sent_ahead_is_there_before_the_rest_and_its_worker_is_busy_until_then(end: str) -> None:
    async def asked(pool: Pool) -> None:
        pieces: list[Any] = []
        first = await pool.run("web_jobs:ahead", 5, end, take=pieces.append)
        assert len(pieces) < 5 and pool.working == 1
        # The one worker is not asked before it has ended.
        _value, pid = await pool.run("web_jobs:echo", 1)
        assert pieces == [0, 1, 2, 3, 4, None]
        assert (pid == first) == (end in ("", "no")) and pool.working == 0 and pool.replaced == (end in ("fault", "gone"))
        # Who asked may go away, or take nothing.
        gone = asyncio.create_task(pool.run("web_jobs:ahead", 5, end, take=pieces.append))
        await asyncio.sleep(0)
        gone.cancel()
        await pool.run("web_jobs:ahead", 2, "")
        assert (await pool.run("web_jobs:echo", 2))[0] == 2 and pieces.count(None) == 2

    with_pool(asked)


def test_a_job_gets_its_share_of_time_and_memory_and_no_more() -> None:
    async def greedy(pool: Pool) -> None:
        began = time.monotonic()
        with pytest.raises((RefusedJob, LostJob)):
            await pool.run("web_jobs:spin", seconds=0.2)
        with pytest.raises((RefusedJob, LostJob)):
            await pool.run("web_jobs:grow", seconds=20.0)
        assert time.monotonic() - began < 20
        assert (await pool.run("web_jobs:echo", 5))[0] == 5

    with_pool(greedy)


def test_a_worker_that_does_not_answer_is_ended_by_the_clock() -> None:
    async def silent(pool: Pool) -> None:
        began = time.monotonic()
        with pytest.raises(LostJob):
            await pool.run("web_jobs:nap", 50)
        assert time.monotonic() - began < 8 and pool.replaced == 1
        assert (await pool.run("web_jobs:echo", 6))[0] == 6

    with_pool(silent, longest=0.5)


def test_the_queue_has_an_end_and_says_which_place_one_would_have_had() -> None:
    async def many(pool: Pool) -> None:
        jobs = [asyncio.create_task(pool.run("web_jobs:nap", 0.3)) for _n in range(3)]
        await asyncio.sleep(0.05)
        assert pool.waiting == 2
        with pytest.raises(BusyPool) as busy:
            await pool.run("web_jobs:echo", 1)
        assert busy.value.place == 3
        # Pictures have a queue of their own.
        light = asyncio.create_task(pool.run("web_jobs:echo", 2, light=True))
        await asyncio.wait([light, *jobs], return_when=asyncio.FIRST_COMPLETED)
        assert (await light)[0] == 2 and not jobs[2].done()
        assert len(set(await asyncio.gather(*jobs))) == 1 and pool.waiting == 0

    with_pool(many, queue=2)


def test_who_goes_away_leaves_the_queue_and_the_worker_free() -> None:
    async def fickle(pool: Pool) -> None:
        working, waiting = (asyncio.create_task(pool.run("web_jobs:nap", 0.3)) for _n in range(2))
        await asyncio.sleep(0.05)
        waiting.cancel()
        working.cancel()
        await asyncio.wait([working, waiting])
        assert (await pool.run("web_jobs:echo", 7))[0] == 7 and pool.replaced == 0

    with_pool(fickle)


def test_a_heavy_job_is_not_kept_waiting_for_ever_by_light_ones() -> None:
    async def crowd(pool: Pool) -> None:
        done: list[str] = []

        async def one(name: str, light: bool) -> None:
            await pool.run("web_jobs:nap", 0.01, light=light)
            done.append(name)

        jobs = [asyncio.create_task(one("heavy" if n == 5 else "light", n != 5)) for n in range(30)]
        await asyncio.gather(*jobs)
        assert done.index("heavy") < 20

    with_pool(crowd)


def test_a_worker_is_replaced_after_so_many_jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool_module, "JOBS_A_WORKER", 2)

    async def long_lived(pool: Pool) -> None:
        pids = [(await pool.run("web_jobs:echo", n))[1] for n in range(6)]
        assert len(set(pids)) == 3 and pool.replaced == 3

    with_pool(long_lived)


def test_stopped_no_process_is_left() -> None:
    found: list[WebWorker] = []

    async def busy(pool: Pool) -> None:
        found.append(pool._free[0])
        asyncio.get_running_loop().create_task(pool.run("web_jobs:nap", 0.3))
        await asyncio.sleep(0.05)

    with_pool(busy)
    assert not found[0]._process.is_alive()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_what_a_killed_worker_had_written_is_gone_with_it(tmp_path: Path) -> None:
    async def killed(pool: Pool) -> None:
        with pytest.raises(LostJob):
            await pool.run("web_jobs:write_and_die")
        await pool.run("web_jobs:echo", 1)
        assert [path for path in tmp_path.rglob("*") if path.is_file()] == []

    with_pool(killed, scratch=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_pool_that_stops_waits_for_no_job_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does the process: a thread that asks a worker would keep it alive."""
    monkeypatch.setattr(pool_module, "LAST", 0.3)

    async def run() -> None:
        pool = Pool(1)
        await pool.start()
        asked = [asyncio.create_task(pool.run("web_jobs:nap", 100.0)) for _n in range(2)]
        while not pool.working:
            await asyncio.sleep(0.01)
        began = time.monotonic()
        await pool.stop()
        assert time.monotonic() - began < 10 and pool.working == 0 and pool.replaced == 0
        ends = await asyncio.gather(*asked, return_exceptions=True)
        assert isinstance(ends[0], LostJob) and isinstance(ends[1], asyncio.CancelledError)

    began = time.monotonic()
    asyncio.run(run())
    assert time.monotonic() - began < 60


def test_who_asks_a_tired_worker_does_not_wait_for_another(monkeypatch: pytest.MonkeyPatch) -> None:
    class Slow(WebWorker):
        made = 0

        def __init__(self, *given: Any) -> None:
            super().__init__(*given)
            Slow.made += 1
            if Slow.made > 1:
                time.sleep(1.0)

    monkeypatch.setattr(pool_module, "WebWorker", Slow)
    monkeypatch.setattr(pool_module, "JOBS_A_WORKER", 1)

    async def tired(pool: Pool) -> None:
        began = time.monotonic()
        _value, first = await pool.run("web_jobs:echo", 1)
        assert time.monotonic() - began < 0.9 and pool.replaced == 1 and pool.working == 0
        value, second = await pool.run("web_jobs:echo", 2)
        assert value == 2 and second != first

    with_pool(tired)


def test_where_no_process_is_to_be_had_it_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    class Scarce(WebWorker):
        made = 0

        def __init__(self, *given: Any) -> None:
            Scarce.made += 1
            if Scarce.made == 2:
                raise BlockingIOError
            super().__init__(*given)

    monkeypatch.setattr(pool_module, "WebWorker", Scarce)

    async def scarce(pool: Pool) -> None:
        for _n in range(2):
            with pytest.raises(LostJob):
                await pool.run("web_jobs:gone")
        assert (await pool.run("web_jobs:echo", 3))[0] == 3 and pool.replaced == 2

    with_pool(scarce)


def test_a_worker_that_somebody_ended_is_told_from_one_that_ended_itself() -> None:
    async def both(pool: Pool) -> None:
        for job, killed in (("web_jobs:write_and_die", True), ("web_jobs:gone", False)):
            with pytest.raises(LostJob) as lost:
                await pool.run(job)
            assert lost.value.killed is killed

    with_pool(both)


def test_a_worker_that_is_ended_for_its_time_was_not_killed_by_another() -> None:
    async def late(pool: Pool) -> None:
        with pytest.raises(LostJob) as lost:
            await pool.run("web_jobs:nap", 50)
        assert not lost.value.killed

    with_pool(late, longest=0.3)


def test_workers_go_on_where_the_one_that_forks_them_was_killed() -> None:
    async def orphaned(pool: Pool) -> None:
        parent = await pool.run("web_jobs:parent")
        os.kill(parent, signal.SIGKILL)
        with pytest.raises(LostJob) as lost:
            await pool.run("web_jobs:write_and_die")
        assert lost.value.killed
        assert (await pool.run("web_jobs:echo", 8))[0] == 8

    with_pool(orphaned)


@pytest.mark.parametrize("fault", [OSError, EOFError])
def test_another_worker_is_asked_for_until_one_is_to_be_had(fault: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    """The process that forks them is killed, and the system has not taken it away yet."""
    tries: list[int] = []

    async def lost(pool: Pool) -> None:
        new = pool._new

        async def late() -> WebWorker:
            tries.append(1)
            if len(tries) < 3:
                raise fault
            return await new()

        monkeypatch.setattr(pool, "_new", late)
        with pytest.raises(LostJob):
            await pool.run("web_jobs:write_and_die")
        assert (await pool.run("web_jobs:echo", 8))[0] == 8

    monkeypatch.setattr(pool_module, "PAUSE", 0.05)
    with_pool(lost)
    assert len(tries) == 3
