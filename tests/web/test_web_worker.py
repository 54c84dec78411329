"""What a worker answers."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest

from deck.web import worker
from deck.web.jobs.picture import picture
from deck.web.shown import packed
from deck.web.worker import JOBS, Job, answer


@pytest.mark.parametrize("name", JOBS)
def test_every_job_is_a_function(name: str) -> None:
    module, _colon, function = JOBS[name].partition(":")
    assert callable(getattr(import_module(module), function))


def test_a_value_a_refusal_and_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "memory", lambda: 1)  # what the tests' own process holds is no job's
    assert answer(Job("web_jobs:echo", ("x",))).value[0] == "x"
    refused = answer(Job("web_jobs:no", ()))
    assert refused.refused[0].message == "this cannot be" and not refused.tired
    fault = answer(Job("web_jobs:fault", ()))
    assert fault.refused and fault.tired and "a fault of ours" not in fault.refused[0].hint
    assert answer(Job("no such", ())).tired


def test_a_worker_that_holds_much_is_tired(monkeypatch: pytest.MonkeyPatch) -> None:
    for held, tired in ((worker.MEGABYTES - 1, False), (worker.MEGABYTES + 1, True)):
        monkeypatch.setattr(worker, "memory", lambda held=held: held)
        assert [answer(Job(name, ("x",)[:n])).tired for name, n in (("web_jobs:echo", 1), ("web_jobs:no", 0))] == [tired] * 2


def test_a_worker_gives_back_what_it_does_not_use_before_it_is_tired(monkeypatch: pytest.MonkeyPatch) -> None:
    held = [worker.MEGABYTES + 1.0]

    def give_back() -> None:
        held[0] = worker.MEGABYTES - 1.0

    monkeypatch.setattr(worker, "memory", lambda: held[0])
    monkeypatch.setattr(worker, "give_back", give_back)
    monkeypatch.setattr(worker._Before, "least", 100.0)
    assert not answer(Job("web_jobs:echo", ("x",))).tired and held[0] < worker.MEGABYTES


def test_messages_are_in_the_language_of_who_asked() -> None:
    said = [answer(Job("check", (__file__,), lang=lang)).refused for lang in ("sv", "en")]
    assert answer(Job("template", (__file__, "1281"), lang="sv")).refused
    assert said[0] != said[1]


def test_a_job_ends_when_its_time_is_up() -> None:
    refused = answer(Job("web_jobs:spin", (), seconds=0.1)).refused
    assert "seconds" in refused[0].message or "sekunder" in refused[0].message


def test_what_is_sent_ahead_comes_before_the_rest_piece_by_piece() -> None:
    sent: list[Any] = []
    last = answer(Job("web_jobs:ahead", (3,)), sent.append)
    assert [item.value for item in sent[1:]] == [0, 1, 2] and all(item.more for item in sent)
    assert not last.more and last.value is None and not last.refused
    refused = answer(Job("web_jobs:ahead", (1, "no")), sent.append)
    assert refused.refused and not refused.more and answer(Job("web_jobs:ahead", (1, "fault"))).tired


def test_a_picture() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9" width="16" height="9"><rect width="16" height="9"/></svg>'
    assert picture(packed(svg)[1], 320).startswith(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x40\0\0\0\xb4")
