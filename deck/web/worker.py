"""What a worker process does: one job after another, each within its share of time and memory."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from deck.diagnostics import Diagnostic, Where
from deck.errors import DeckError
from deck.i18n import use
from deck.making.faults import unexpected
from deck.watch import SECONDS, give_back, memory, watched

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
    """`value` of the job, or why it was `refused`. `tired`: the worker is to be replaced."""

    value: Any = None
    refused: tuple[Diagnostic, ...] = ()
    tired: bool = False


def answer(job: Job) -> Answer:
    """The job done. Never raises but for what ends the process."""
    use(job.lang)
    try:
        module, _colon, name = JOBS.get(job.name, job.name).partition(":")
        with watched(Where(""), job.seconds):
            value = getattr(import_module(module), name)(*job.given)
        return Answer(value, tired=_is_tired())
    except DeckError as error:
        return Answer(refused=tuple(error.diagnostics), tired=_is_tired())
    except Exception as error:  # noqa: BLE001, RUF100 - a fault in one job stops no other
        return Answer(refused=(unexpected(error),), tired=True)


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
    while True:
        try:
            job = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            pipe.send(answer(job))
        except (BrokenPipeError, OSError):
            return
