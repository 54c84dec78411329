"""The watchdog: work on a stranger's file ends in time, and in one line."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
import weakref

import pytest

from deck import watch
from deck.diagnostics import Where
from deck.errors import InputError
from deck.memory import unhurried
from deck.watch import MANY_OBJECTS, watched


def _for_ever() -> None:
    while True:
        try:
            sum(range(1000))
        except Exception:
            continue


def test_work_without_end_is_ended_with_one_line() -> None:
    with pytest.raises(InputError) as refused, watch.watched(Where("a.pptx"), seconds=0.2):
        _for_ever()
    (said,) = refused.value.diagnostics
    assert said.where.file == "a.pptx"
    assert said.code == "too-much"
    assert "\n" not in str(said)


def test_memory_without_end_is_ended() -> None:
    held: list[bytes] = []
    with pytest.raises(InputError) as refused, watch.watched(Where("a.pptx"), seconds=60, megabytes=60):
        while True:
            held.append(os.urandom(100_000))
    held.clear()
    assert "MB" in str(refused.value)


def test_memory_that_there_is_not_is_a_line() -> None:
    with pytest.raises(InputError), watch.watched(Where("a.pptx")):
        raise MemoryError


def test_short_work_is_left_alone_and_nothing_comes_later() -> None:
    for _n in range(20):
        with watch.watched(Where("a.pptx"), seconds=5):
            pass
    before = threading.active_count()
    end = time.process_time() + 0.1
    while time.process_time() < end:
        pass
    assert threading.active_count() <= before


def test_errors_of_the_work_itself_come_through() -> None:
    with pytest.raises(KeyError), watch.watched(Where("a.pptx")):
        raise KeyError("x")


def test_a_watch_within_a_watch_is_the_outer_one() -> None:
    with (
        pytest.raises(InputError) as refused,
        watch.watched(Where("outer"), seconds=0.2),
        watch.watched(Where("inner"), seconds=60),
    ):
        _for_ever()
    assert refused.value.diagnostics[0].where.file == "outer"


def test_a_hostile_file_is_ended_in_tolerable_time_and_a_slow_machine_gets_by() -> None:
    assert watch.SECONDS + watch.GRACE <= 20
    # What the slowest file that we know takes on a slow laptop.
    assert watch.SECONDS >= 5 * 2.0


def test_many_slides_are_given_more() -> None:
    def worked(slides: int) -> bool:
        with watch.watched(Where("a.pptx"), seconds=0.1):
            watch.allow(slides, 0)
            end = time.process_time() + 0.4
            while time.process_time() < end:
                pass
        return True

    assert worked(watch.FREE_SLIDES + 200)
    with pytest.raises(InputError):
        worked(watch.FREE_SLIDES)


@pytest.mark.parametrize(("masters", "more"), [(0, 0), (1, 0), (3, 2), (1_000, watch.MOST_MASTERS - 1)])
def test_several_masters_are_given_more_up_to_a_bound(masters: int, more: int) -> None:
    with watch.watched(Where("a.pptx"), seconds=5.0):
        watch.allow(1, 0, masters)
        assert watch._current.watch.seconds == 5.0 + more * watch.SECONDS_A_MASTER


def test_another_thread_is_watched_too() -> None:
    found: list[str] = []

    def work() -> None:
        try:
            with watch.watched(Where("a.pptx"), seconds=0.2):
                _for_ever()
        except InputError as error:
            found.append(error.diagnostics[0].code)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(60)
    assert found == ["too-much"]


def test_what_hangs_where_no_exception_reaches_is_ended_with_its_process() -> None:
    """A thread in C for long: the process says why, and ends."""
    words = (
        "import time; from deck import watch; from deck.diagnostics import Where\n"
        "watch.LONGEST_GRACE = 0.5\n"
        "with watch.watched(Where('a'), seconds=-1):\n"
        "    time.sleep(300)\n"
    )
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_person_who_trusts_a_file_may_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def worked() -> bool:
        with watch.watched(Where("a.pptx"), seconds=0.05):
            end = time.process_time() + 0.3
            while time.process_time() < end:
                pass
        return True

    with pytest.raises(InputError):
        worked()
    monkeypatch.setenv("DECK_SECONDS", "60")
    assert worked()


PROFILED = """
import cProfile
from deck.diagnostics import Where
from deck.errors import InputError
from deck.memory import unhurried
from deck.watch import MANY_OBJECTS, watched
from deck.watch import watched
def called(): return sum(map(abs, range(9)))
profile = cProfile.Profile()
profile.enable()
for seconds in ({seconds}):
    try:
        with watched(Where("a.pptx"), seconds=seconds):
            while seconds < 1: called()
    except InputError:
        pass
[called() for _n in range(1000)]
profile.disable()
print("done")
"""


@pytest.mark.parametrize("seconds", ["9,", "0.2,", "0.2, 9"])
def test_nothing_is_left_to_look_for(seconds: str) -> None:
    """CPython looked for what had been taken back at every call, so that all that came after was slower by a fifth and more, and
    under a profiler went on for ever."""
    command = [sys.executable, "-c", PROFILED.format(seconds=seconds)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout == "done\n", done.stderr


class _Circle:
    def __init__(self) -> None:
        self.own = self
        self.others = [[n] for n in range(MANY_OBJECTS + 1)]


def test_what_the_work_held_in_circles_is_let_go_at_its_end():
    """Else a worker that looks for circles seldom holds the trees of its last ten files."""
    with unhurried():
        with watched(Where("a.pptx")):
            circle = _Circle()
            known = weakref.ref(circle)
            del circle
        assert known() is None
