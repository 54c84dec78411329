"""What a worker process does: one job after another, each within its share of time and memory."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Generic, TypeVar

from deck.diagnostics import Diagnostic, Where
from deck.errors import DeckError
from deck.i18n import use
from deck.making.faults import unexpected
from deck.watch import SECONDS, give_back, memory, watched

T = TypeVar("T")
U = TypeVar("U")
JOBS = {
    "picture": "deck.web.jobs.picture:picture",
    "preview": "deck.web.jobs.preview:preview",
    "give": "deck.web.jobs.give:give",
    "kit": "deck.web.jobs.give:kit",
    "local": "deck.web.jobs.give:local",
    "template": "deck.web.jobs.template:template",
    "refresh": "deck.web.jobs.refresh:refresh",
    "refreshed": "deck.web.jobs.refresh:refreshed",
    "report": "deck.web.jobs.refresh:report",
    "check": "deck.web.jobs.check:check",
    "mended": "deck.web.jobs.check:mended",
    "edit-guidance": "deck.web.jobs.overview:guidance",
    "edit-slide": "deck.web.jobs.edit:edited",
    "edit-save": "deck.web.jobs.edit:save",
    "edit-news": "deck.web.jobs.news:news",
    "edit-proof": "deck.web.jobs.proof:proofed",
    "edit-freeze": "deck.web.jobs.news:frozen",
}
"""Name → module and function, as a job may be named itself. A job takes and gives plain values."""
MEGABYTES = 256
"""A worker that holds more after its work is ended, and a fresh one takes its place: it is forked warm, so that it costs next to
nothing, and what the old one remembered of other places and words is seldom asked for again."""
SLACK = 24
"""Megabytes that it may grow by until it is looked what of that is not in use."""


@dataclass(frozen=True, slots=True)
class Job:
    """`name`: one of JOBS, or "module:function". `given`: its arguments. `lang`: of the messages. `seconds` of the processor."""

    name: str
    given: tuple[Any, ...]
    lang: str = "sv"
    seconds: float = SECONDS


@dataclass(frozen=True, slots=True)
class Answer:
    """`value` of the job, or why it was `refused`. `more`: there is more to come of it. `tired`: the worker is to be replaced."""

    value: Any = None
    refused: tuple[Diagnostic, ...] = ()
    tired: bool = False
    more: bool = False


@dataclass(frozen=True)
class Ahead(Generic[T, U]):
    """What a job may give: `value`, which is sent ahead, and the `rest`, each piece when it is made."""

    value: T
    rest: Iterator[U]


def answer(job: Job, send: Callable[[Answer], None] = lambda _answer: None) -> Answer:
    """The job done: its last answer, after those that were sent. Never raises but for what ends the process, or where it cannot
    be sent."""
    use(job.lang)
    try:
        module, _colon, name = JOBS.get(job.name, job.name).partition(":")
        with watched(Where(""), job.seconds):
            value = getattr(import_module(module), name)(*job.given)
            if isinstance(value, Ahead):
                send(Answer(value.value, more=True))
                for piece in value.rest:
                    send(Answer(piece, more=True))
                value = None
        return Answer(value, tired=_is_tired())
    except _Unheard:
        raise
    except DeckError as error:
        return Answer(refused=tuple(error.diagnostics), tired=_is_tired())
    except Exception as error:  # noqa: BLE001, RUF100 - a fault in one job stops no other
        return Answer(refused=(unexpected(error),), tired=True)


class _Unheard(Exception):
    """Nobody is at the other end of the pipe."""


class _Before:
    """Megabytes that the process held when it last gave back what it does not use."""

    least = 0.0


def _is_tired() -> bool:
    """Whether it holds too much even without what is merely kept for later."""
    held = memory()
    if held > _Before.least + SLACK:
        give_back()
        _Before.least = held = memory()
    return held > MEGABYTES


def work(pipe: Connection, scratch: Path | None = None) -> None:
    """Answer what comes through the pipe until its other end is closed. `scratch`: where files lie that are there for a while."""
    from deck.fleet.workers import begin

    begin(None)
    if scratch is not None:
        tempfile.tempdir = str(scratch)

    def send(told: Answer) -> None:
        try:
            pipe.send(told)
        except (BrokenPipeError, OSError):
            raise _Unheard from None

    while True:
        try:
            job = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            send(answer(job, send))
        except _Unheard:
            return
