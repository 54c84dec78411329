"""The server as a process."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import threading
import time
from pathlib import Path

import pytest
from web_client import WebServer, edited

from deck.errors import UsageError
from deck.web.serve import ServeOptions, default_jobs, listening, only_here


def test_hosts_are_this_machine_s_and_those_that_are_named() -> None:
    assert ServeOptions().hosts == {"localhost", "127.0.0.1", "[::1]"}
    assert "deck.example.se" in ServeOptions(names=("Deck.Example.se",)).hosts
    assert "[fe80::1]" in ServeOptions(host="fe80::1").hosts and "10.0.0.1" in ServeOptions(host="10.0.0.1").hosts
    assert "0.0.0.0" not in ServeOptions(host="0.0.0.0").hosts
    with pytest.raises(UsageError):
        _ = ServeOptions(names=("http://x/",)).hosts


def test_a_port_that_somebody_has_is_said() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(UsageError, match="cannot listen"):
            listening(ServeOptions(port=other.getsockname()[1]))
    with pytest.raises(UsageError, match="cannot listen"):
        listening(ServeOptions(host="192.0.2.1"))
    assert default_jobs() >= 1


def test_the_guidance_is_edited_from_this_machine_unless_somebody_says_otherwise() -> None:
    folder = Path("content")
    for options in (
        ServeOptions(),
        ServeOptions(host="0.0.0.0"),
        ServeOptions(editing=folder),
        ServeOptions(host="::1", editing=folder),
    ):
        only_here(options)
    for options in (ServeOptions(host="0.0.0.0", editing=folder), ServeOptions(names=("deck.example.se",), editing=folder)):
        with pytest.raises(UsageError, match="could change the guidance"):
            only_here(options)
    only_here(ServeOptions(host="0.0.0.0", editing=folder, anyone=True))


def test_stopped_in_the_midst_of_work_it_ends_it_and_leaves_nothing() -> None:
    with WebServer("--jobs", "1") as running:
        assert running.post("/sv/granska", [("fil", "a.pptx", edited())]).status == 200
        assert running.left()
        heard: list[int] = []
        asking = threading.Thread(target=lambda: heard.append(running.get("/sv/bildspel/0980-gotland/fil/pdf").status))
        asking.start()
        while not running.json("/healthz")["working"]:
            time.sleep(0.01)
        assert running.stop() == 0, running.log
        asking.join(10)
        assert heard == [200] and running.left() == []
        assert "Traceback" not in running.log and "Gotland" not in running.log and "a.pptx" not in running.log


def children(parent: int) -> list[int]:
    """The processes that a process has begun, as /proc knows them."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            if int(stat.read_text().rpartition(")")[2].split()[1]) == parent:
                found.append(int(stat.parent.name))
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc to find the worker by")
def test_a_worker_that_is_killed_from_outside_is_replaced() -> None:
    with WebServer("--jobs", "1") as running:
        workers = [worker for one in children(running.process.pid) for worker in children(one)]
        assert len(workers) == 1
        os.kill(workers[0], signal.SIGKILL)
        lost = running.get("/sv/bildspel/1281-lund?langd=kort")
        assert lost.status == 500 and "<h1" in lost.text
        assert running.get("/sv/bildspel/1281-lund?langd=kort").status == 200
        assert running.json("/healthz")["replaced"] == 1
        # In the midst of its work, too, with files of its own.
        asking = [threading.Thread(target=running.get, args=(f"/sv/bildspel/1281-lund/fil/pptx?talare={n}",)) for n in range(3)]
        for one in asking:
            one.start()
        for _n in range(2):
            time.sleep(0.3)
            for worker in [worker for one in children(running.process.pid) for worker in children(one)]:
                os.kill(worker, signal.SIGKILL)
        for one in asking:
            one.join()
        assert running.stop() == 0 and running.left() == []


def test_another_collection_is_served_from_its_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[1] / "nordland")
    with WebServer("--jobs", "1") as running:
        page = running.get("/sv/?q=aalborg")
        assert page.status == 200 and "Aalborg Kommune" in page.body.decode()
        page = running.get("/sv/bildspel/851-aalborg")
        assert page.status == 200 and "Her ligger Aalborg Kommune" in page.body.decode()
        given = running.get("/sv/bildspel/851-aalborg/fil/pptx")
        assert given.status == 200 and given.body.startswith(b"PK")
        said = "".join(running.get(path).text for path in ("/sv/", "/en/", "/sv/tillganglighet", "/en/tillganglighet"))
        swedish = ("SCB", "Agenda 2030", "miljömål", "lund,", "1281", "Digg", "2018:1937")
        assert not [word for word in swedish if word in said], "what is true of Sweden alone"
        assert "Traceback" not in running.log


def test_the_last_bytes_of_an_answer_do_not_wait() -> None:
    """asyncio sends at once what it knows to be TCP; else Nagle's algorithm holds the end of each answer back for some 40 ms."""
    told: list[int] = []

    async def heard(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        told.append(writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        writer.close()

    async def ask() -> None:
        with listening(ServeOptions(port=0)) as bound:
            async with await asyncio.start_server(heard, sock=bound):
                reader, writer = await asyncio.open_connection(*bound.getsockname())
                await reader.read()
                writer.close()

    asyncio.run(ask())
    assert told and all(told)
