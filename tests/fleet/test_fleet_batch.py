"""Decks side by side: answers in order, past the process that is lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from deck import i18n
from deck.fleet import BuildRequest, build_many, default_jobs
from deck.fleet.batch import FEW, lost_worker, run_many


def doubled(number: int) -> tuple[int, str | None, int]:
    if number < 0:
        os._exit(1)
    return 2 * number, i18n.chosen(), os.getpid()


def lost(number: int) -> tuple[int, str | None, int]:
    return number, "lost", 0


def raising(number: int) -> int:
    raise KeyboardInterrupt


@pytest.mark.parametrize(("count", "most"), [(0, 1), (1, 1), (FEW, 1), (FEW + 1, 1), (2 * FEW, 2), (1000, os.cpu_count() or 1)])
def test_how_many_processes_pay(count: int, most: int) -> None:
    assert 1 <= default_jobs(count) <= most


@pytest.mark.parametrize("jobs", [1, 2])
def test_answers_come_in_order_and_each_is_heard_of_once(jobs: int) -> None:
    heard: list[int] = []
    i18n.use("sv")
    try:
        done = run_many(doubled, lost, range(30), jobs, lambda answer: heard.append(answer[0]))
    finally:
        i18n.use(None)
    assert [answer[0] for answer in done] == [2 * n for n in range(30)] and sorted(heard) == [2 * n for n in range(30)]
    assert {answer[1] for answer in done} == {"sv"}
    assert (os.getpid() in {answer[2] for answer in done}) == (jobs == 1)


def test_a_process_that_is_lost_loses_no_answer() -> None:
    done = run_many(doubled, lost, [*range(10), -1, *range(10)], 2)
    assert len(done) == 21 and done[10] == (-1, "lost", 0)
    assert lost_worker().hint


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interrupt_ends_all(jobs: int) -> None:
    with pytest.raises(KeyboardInterrupt):
        run_many(raising, raising, [1, 2, 3], jobs)


def test_nothing_asked_for_is_nothing_done() -> None:
    assert run_many(doubled, lost, []) == []


def test_one_bad_place_stops_no_other(tmp_path: Path) -> None:
    done = build_many([BuildRequest("atlantis", out=tmp_path), BuildRequest("1281", "kort", out=tmp_path)], 1)
    assert [(built.place, built.ok, built.exit_code) for built in done] == [("atlantis", False, 2), ("1281", True, 0)]
