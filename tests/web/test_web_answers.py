"""What jobs said of uploaded files: asked once, and gone with the file."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from web_client import WebServer, edited, faulty

from deck.diagnostics import Diagnostic, Severity
from deck.web.answers import LOST, JobAnswers
from deck.web.pool import BusyPool, LostJob, RefusedJob
from deck.web.sessions import HeldFile, Sessions


class _Asked:
    """A job that counts, and ends as it is told."""

    def __init__(self, *ends: object) -> None:
        self.ends, self.runs = list(ends), 0

    async def __call__(self) -> object:
        self.runs += 1
        end = self.ends[min(self.runs, len(self.ends)) - 1]
        await asyncio.sleep(0.01)
        if isinstance(end, Exception):
            raise end
        return end


def _file(name: str = "a.pptx") -> HeldFile:
    return HeldFile("deck-1", name, Path("/held/1") / name, 1)


def _now(work: Callable[[], Awaitable[None]]) -> None:
    async def whole() -> None:
        await work()

    asyncio.run(whole())


def test_asked_once_for_all_who_wait_and_all_who_come_later() -> None:
    async def many() -> None:
        answers, job = JobAnswers(), _Asked("said")
        assert set(await asyncio.gather(*(answers.of(_file(), "check", job) for _n in range(9)))) == {"said"}
        assert await answers.of(_file(), "check", job) == "said" and job.runs == 1
        await answers.of(_file(), "check in English", job)
        await answers.of(_file("b.pptx"), "check", job)
        assert job.runs == 3

    _now(many)


def test_what_is_old_or_holds_no_more_is_asked_anew() -> None:
    async def later() -> None:
        now = [0.0]
        answers, job = JobAnswers(clock=lambda: now[0]), _Asked("one", "two", "three")
        assert await answers.of(_file(), "a", job, fresh=60) == "one"
        now[0] = 59
        assert await answers.of(_file(), "a", job, fresh=60) == "one"
        now[0] = 61
        assert await answers.of(_file(), "a", job, fresh=60) == "two"
        assert await answers.of(_file(), "a", job, lambda answer: answer != "two", fresh=60) == "three"

    _now(later)


def test_a_refusal_is_an_answer_a_full_queue_is_none() -> None:
    async def refused() -> None:
        now = [0.0]
        answers = JobAnswers(clock=lambda: now[0])
        no = RefusedJob((Diagnostic("broken", Severity.ERROR, "it is broken"),))
        for error, again in ((no, 1), (LostJob(), 1), (LostJob(killed=True), 2), (BusyPool(3), 2)):
            job = _Asked(error)
            for _time in range(2):
                with pytest.raises(type(error)):
                    await answers.of(_file(), repr(error), job)
            assert job.runs == again
        job = _Asked(LostJob(), "well now")
        with pytest.raises(LostJob):
            await answers.of(_file("slow.pptx"), "check", job)
        now[0] = LOST + 1
        assert await answers.of(_file("slow.pptx"), "check", job) == "well now"

    _now(refused)


def test_who_gives_up_stops_it_for_nobody_and_a_fault_that_nobody_hears_is_no_noise(caplog: pytest.LogCaptureFixture) -> None:
    async def one_gives_up() -> None:
        answers, job = JobAnswers(), _Asked("said")
        first, second = (asyncio.create_task(answers.of(_file(), "a", job)) for _n in range(2))
        await asyncio.sleep(0)
        first.cancel()
        assert await second == "said" and job.runs == 1
        alone = asyncio.create_task(answers.of(_file(), "b", _Asked(LostJob())))
        await asyncio.sleep(0)
        alone.cancel()
        await asyncio.sleep(0.05)
        gc.collect()

    _now(one_gives_up)
    assert not caplog.records


def test_all_of_it_is_gone_with_the_session(tmp_path: Path) -> None:
    async def session() -> None:
        answers = JobAnswers()
        sessions = Sessions(tmp_path, gone=answers.forget)
        token = sessions.put("", [("deck-1", "a.pptx", b"a"), ("deck-2", "b.pptx", b"b")])
        for file in sessions.get(token).values():
            await answers.of(file, "check", _Asked("said"))
        sessions.put(token, [("deck-2", "c.pptx", b"c")])
        assert len(answers) == 1
        sessions.end(token)
        assert len(answers) == 0

    _now(session)


def test_no_more_than_so_many_bytes_are_kept() -> None:
    async def full() -> None:
        answers, job = JobAnswers(most=3_000), _Asked("x" * 1_000)
        for n in range(9):
            await answers.of(_file(f"{n}.pptx"), "check", job)
        assert len(answers) == 2

    _now(full)


@pytest.mark.parametrize("where", ["granska", "uppdatera"])
def test_pages_that_are_looked_at_again_do_no_work(server: WebServer, where: str) -> None:
    files = [("fil", "a.pptx", edited()), ("fil", "b.pptx", faulty()), ("fil", "c.pptx", b"no deck")]
    listed = server.post(f"/sv/{where}", files)
    done = server.json("/healthz")["done"]
    assert server.get(listed.url).body == listed.body
    pages = [server.get(f"{listed.url}/{n}") for n in (1, 2, 3, 1)]
    assert pages[0].status == 200 and pages[0].body == pages[3].body and pages[2].status == 422
    assert server.json("/healthz")["done"] == done
    server.get(f"/en{listed.url[3:]}/1")
    assert server.json("/healthz")["done"] == done + 1, "words of another language are another answer"
