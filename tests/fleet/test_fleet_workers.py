"""Real processes, really killed: workers end with their parent, and nothing half stays."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from deck.memory import SELDOM, unhurried

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import os, signal, sys, time
from pathlib import Path
import deck.fleet.batch as batch
from deck.cli.guard import _ending_in_order

batch.STARTED = {started!r}
signal.signal(signal.SIGHUP, signal.SIG_DFL)  # begun by nohup, it would be ignored

def pieces(folder, number):
    yield b"PK half of it"
    (folder / f"pid-{{number}}").write_text(str(os.getpid()))
    time.sleep(60)

def one(request):
    from deck.files import write_atomic
    folder, number = request
    if (folder / f"pid-{{number}}").exists():
        return request  # tried once more, after its worker was lost
    write_atomic(folder / f"lund-{{number}}.pptx", pieces(folder, number))
    return request

if __name__ == "__main__":
    # What is begun in the background of a shell ignores it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with _ending_in_order():
        try:
            batch.run_many(one, str, [(Path(sys.argv[1]), n) for n in range(2)], 2)
        except KeyboardInterrupt:
            sys.exit(130)
"""


def lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def within(seconds: float, what: object) -> bool:
    assert callable(what)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if what():
            return True
        time.sleep(0.05)
    return False


def begun(folder: Path, started: str) -> subprocess.Popen[bytes]:
    program = folder.parent / f"{folder.name}.py"
    program.write_text(PROGRAM.format(started=started), encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, str(program), str(folder)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        start_new_session=True,
        stderr=subprocess.DEVNULL,
    )


def temporary(folder: Path) -> list[Path]:
    return sorted(folder.glob(".*.tmp"))


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked at in /proc")
@pytest.mark.parametrize("started", ["fork", "spawn"])
@pytest.mark.parametrize(
    "how", ["KILL", "TERM", "HUP", "INT to all", "TERM to all", "KILL of a worker", "KILL of the last worker"]
)
def test_workers_end_with_their_parent(how: str, started: str, tmp_path: Path) -> None:
    folder = tmp_path / "ut"
    folder.mkdir()
    parent = begun(folder, started)
    workers: list[int] = []
    try:
        assert within(60, lambda: len(list(folder.glob("pid-*"))) == 2)
        assert within(5, lambda: all(path.read_text("utf-8") for path in folder.glob("pid-*")))
        workers = [int(path.read_text("utf-8")) for path in folder.glob("pid-*")]
        assert len(temporary(folder)) == 2 and all(map(lives, workers))
        ended = {"KILL of a worker": min(workers), "KILL of the last worker": max(workers)}
        number = getattr(signal, f"SIG{how.split(maxsplit=1)[0]}")
        if how.endswith("all"):
            os.killpg(parent.pid, number)
        else:
            os.kill(ended.get(how, parent.pid), number)
        assert within(10, lambda: not any(map(lives, workers))), how
        parent.wait(10)
        expected = {"TERM": 143, "HUP": 129, "INT to all": 130, "TERM to all": 143} | dict.fromkeys(ended, 0)
        assert parent.returncode == expected.get(how, -signal.SIGKILL)
        assert not list(folder.glob("lund-*.pptx"))
        left = temporary(folder)
        # What a killed process left goes with the next file that is written there.
        assert len(left) == (1 if how in ended else 0), left
        from deck.files import write_atomic

        write_atomic(folder / "malmö.pptx", b"PK")
        assert temporary(folder) == []
    finally:
        for process in (parent.pid, *workers):
            if lives(process):
                os.kill(process, signal.SIGKILL)
        parent.wait(10)


def test_a_writer_that_lives_keeps_its_temporary_file(tmp_path: Path) -> None:
    from deck.files import write_atomic

    folder = tmp_path / "ut"
    folder.mkdir()
    parent = begun(folder, "fork")
    try:
        assert within(60, lambda: len(temporary(folder)) == 2)
        before = temporary(folder)
        write_atomic(folder / "lund-0.pptx", b"PK")
        assert temporary(folder) == before
    finally:
        parent.kill()
        parent.wait(10)


def test_cycles_are_looked_for_seldom_only_as_long_as_there_is_much_to_do() -> None:
    usual = gc.get_threshold()
    with pytest.raises(ZeroDivisionError), unhurried():
        assert gc.get_threshold() == SELDOM
        raise ZeroDivisionError
    assert gc.get_threshold() == usual and gc.isenabled()
