"""What `deck serve` bears: requests per second and how long they take at 1, 16 and 64 clients; whether its memory stays over many
builds; and what it leaves on the disk. Linux only.

    python benchmarks/serve.py --seconds 10 --builds 0
    python benchmarks/serve.py --seconds 0 --builds 10000 --minutes 60

The builds are .pptx of places, outlines and audiences drawn by lot, each with words of its own, so that none is remembered; every
tenth is first looked at, with one picture of it. `resident` counts for each process what they share, `shared` (PSS) once.
"""

from __future__ import annotations

import argparse
import http.client
import io
import itertools
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

from deck.fleet import BuildRequest, build_one
from deck.places import load_places

PLACE = "1281-lund"
PATIENCE = 240.0
AGAIN = 1.0
"""Seconds until a client that found no room asks again."""


_ROLLUP = re.compile(r"^(Rss|Pss): +(\d+) kB$", re.MULTILINE)
_PICTURE = re.compile(rb"/bild/[0-9a-f]+-640\.png")
OUTLINES, WEIGHTS = ("kort", "standard", "konferens"), (90, 7, 3)
AUDIENCES = ("alla", "politiker", "tjansteman", "samordnare")
LOOKED_AT, STEP = 10, 100
"""So many builds to one that is looked at first, and to one row."""


@dataclass(frozen=True)
class Held:
    """Megabytes of all processes, what they share counted for each and once; of the server's own, and of the largest other."""

    resident: float
    shared: float
    server: float
    largest: float


class Served:
    """`deck serve` as an administrator starts it, with a temporary folder of its own."""

    def __init__(self, jobs: int) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="deck-serve-bench-")
        self.scratch = Path(self._folder.name)
        line = [sys.executable, "-m", "deck", "serve", "--port", "0", "--jobs", str(jobs)]
        environment = os.environ | {"TMPDIR": str(self.scratch)}
        self.process = subprocess.Popen(line, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self.process.stdout is not None
        said = self.process.stdout.readline()
        self.host = next(word for word in said.split() if word.startswith("http://")).rstrip("/").removeprefix("http://")

    def ask(self, path: str, body: bytes = b"", kind: str = "") -> tuple[int, bytes, str]:
        """(status, body, where it leads)."""
        headers = {"Content-Type": kind, "Origin": f"http://{self.host}"} if body else {}
        connection = http.client.HTTPConnection(self.host, timeout=PATIENCE)
        try:
            connection.request("POST" if body else "GET", path, body or None, headers)
            answer = connection.getresponse()
            return answer.status, answer.read(), answer.headers.get("location", "")
        finally:
            connection.close()

    def family(self) -> set[int]:
        """The server's process and all that it began."""
        parents: dict[int, int] = {}
        for status in Path("/proc").glob("[0-9]*/stat"):
            try:
                parents[int(status.parent.name)] = int(status.read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
        family = {self.process.pid}
        while more := {child for child, parent in parents.items() if parent in family and child not in family}:
            family |= more
        return family

    def processor(self) -> float:
        """Seconds of the processor that they have taken, with those that have ended: the same however busy the machine is."""
        ticks = 0
        for pid in self.family():
            try:
                ticks += sum(map(int, Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:15]))
            except OSError:
                continue
        return ticks / os.sysconf("SC_CLK_TCK")

    def memory(self) -> Held:
        found: dict[int, tuple[int, int]] = {}
        for pid in self.family():
            try:
                told = dict(_ROLLUP.findall(Path(f"/proc/{pid}/smaps_rollup").read_text()))
                found[pid] = int(told["Rss"]) * 1024, int(told["Pss"]) * 1024
            except (OSError, KeyError):
                continue
        resident, shared = (sum(item[n] for item in found.values()) / 1e6 for n in (0, 1))
        server = found.pop(self.process.pid, (0, 0))[0] / 1e6
        return Held(resident, shared, server, max((item[0] for item in found.values()), default=0) / 1e6)

    def replaced(self) -> int:
        return int(json.loads(self.ask("/healthz")[1])["replaced"])

    def stop(self) -> list[str]:
        """What lies in its temporary folder after it has ended."""
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(60)
        left = sorted(path.relative_to(self.scratch).as_posix() for path in self.scratch.rglob("*"))
        self._folder.cleanup()
        return left


@dataclass
class Heard:
    """`times`: seconds of each request that was answered, waiting for room included."""

    times: list[float] = field(default_factory=list)
    busy: int = 0
    failed: int = 0

    def share(self, part: float) -> float:
        return sorted(self.times)[min(int(len(self.times) * part), len(self.times) - 1)] if self.times else float("nan")


Work = Callable[[Served, int, Heard], None]


def whole(served: Served, path: str, heard: Heard, body: bytes = b"", kind: str = "") -> tuple[bytes, str]:
    """Asked until there is room."""
    while True:
        status, data, leads = served.ask(path, body, kind)
        if status != 503:
            break
        heard.busy += 1
        time.sleep(AGAIN)
    heard.failed += status not in (200, 303)
    return data, leads


def page(served: Served, _n: int, heard: Heard) -> None:
    whole(served, "/sv/", heard)


def preview(served: Served, n: int, heard: Heard) -> None:
    """A deck that nobody has asked for: 26 slides laid out and drawn as SVG."""
    data, _leads = whole(served, f"/sv/bildspel/{PLACE}?tillfalle={quote_plus(f'Möte {n}')}", heard)
    heard.failed += b'class="card"' not in data


def build(served: Served, n: int, heard: Heard) -> None:
    data, _leads = whole(served, f"/sv/bildspel/{PLACE}/fil/pptx?tillfalle={quote_plus(f'Möte {n}')}", heard)
    heard.failed += not data.startswith(b"PK")


def drawn_by_lot(seed: int) -> Work:
    """Builds of which no two are alike."""
    lot, stems = random.Random(seed), [place.stem for place in load_places().all]

    def mixed(served: Served, n: int, heard: Heard) -> None:
        place, outline, audience = lot.choice(stems), lot.choices(OUTLINES, WEIGHTS)[0], lot.choice(AUDIENCES)
        query = f"langd={outline}&for={audience}&tillfalle={quote_plus(f'Möte {n} om {lot.random():.6f}')}"
        if n % LOOKED_AT == 0:
            data, leads = whole(served, f"/sv/bildspel/{place}?{query}", heard)
            # An address that is not the shortest leads to the one that is.
            data = whole(served, leads, heard)[0] if leads else data
            picture = _PICTURE.search(data)
            heard.failed += picture is None
            if picture is not None:
                whole(served, picture.group().decode(), heard)
        data, _leads = whole(served, f"/sv/bildspel/{place}/fil/pptx?{query}", heard)
        heard.failed += not data.startswith(b"PK")

    return mixed


def refreshing() -> Work:
    """An edited deck of the release of 2020, uploaded, looked at, and deleted."""
    from pptx import Presentation

    with tempfile.TemporaryDirectory() as folder:
        built = build_one(BuildRequest("1281", "kort", release="2020-04-30", out=Path(folder)))
        assert built.path is not None
        opened: Any = Presentation(str(built.path))
        for slide in opened.slides:
            if slide.shapes.title is not None and slide.shapes.title.text:
                slide.shapes.title.text_frame.paragraphs[0].runs[0].text += " hos oss"
        out = io.BytesIO()
        opened.save(out)
    mark = uuid.uuid4().hex
    head = f'--{mark}\r\nContent-Disposition: form-data; name="fil"; filename="a.pptx"\r\n\r\n'
    body = head.encode() + out.getvalue() + f"\r\n--{mark}--\r\n".encode()

    def refresh(served: Served, _n: int, heard: Heard) -> None:
        _data, leads = whole(served, "/sv/uppdatera", heard, body, f"multipart/form-data; boundary={mark}")
        whole(served, leads, heard)
        whole(served, f"{leads}/slut", heard, b"x=1", "application/x-www-form-urlencoded")

    return refresh


def loaded(
    served: Served, work: Work, clients: int, seconds: float, numbers: Iterator[int], most: int = 0
) -> tuple[Heard, float]:
    """What `clients` heard who ask again and again for so long, or for so many (`most`); and the seconds that it took."""
    heard, lock = Heard(), threading.Lock()
    began = time.perf_counter()
    counted = 0

    def client() -> None:
        nonlocal counted
        while time.perf_counter() - began < seconds:
            with lock:
                if most and counted >= most:
                    return
                counted += 1
                n = next(numbers)
            started = time.perf_counter()
            work(served, n, heard)
            heard.times.append(time.perf_counter() - started)

    threads = [threading.Thread(target=client) for _n in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return heard, time.perf_counter() - began


def slope(points: list[tuple[int, float]]) -> float:
    """Megabytes a thousand builds, by least squares."""
    count = len(points)
    x, y = sum(n for n, _mb in points) / count, sum(mb for _n, mb in points) / count
    spread = sum((n - x) ** 2 for n, _mb in points)
    return 1000 * sum((n - x) * (mb - y) for n, mb in points) / spread if spread else float("nan")


def bears_many(served: Served, builds: int, seconds: float, clients: int, numbers: Iterator[int]) -> None:
    """A row each hundred builds: what is held, and how long they took."""
    work, points = drawn_by_lot(1), list[tuple[int, float]]()
    began, done, failed = time.perf_counter(), 0, 0
    print("builds  seconds  resident  shared  server  largest  replaced   p50 ms   p95 ms", flush=True)
    while done < builds and (left := seconds - (time.perf_counter() - began)) > 0:
        heard, _took = loaded(served, work, clients, left, numbers, min(STEP, builds - done))
        done, failed = done + len(heard.times), failed + heard.failed
        held = served.memory()
        points.append((done, held.shared))
        took = time.perf_counter() - began
        told = f"{done:6} {took:8.0f} {held.resident:9.0f} {held.shared:7.0f} {held.server:7.0f} {held.largest:8.0f}"
        p50, p95 = (heard.share(part) * 1000 for part in (0.5, 0.95))
        print(f"{told} {served.replaced():9} {p50:8.0f} {p95:8.0f}", flush=True)
    half = points[len(points) // 2 :]
    print(f"{done} builds, {failed} failed; slope of what is shared {slope(points):+.1f} MB a thousand", end="")
    print(f", {slope(half):+.1f} in the later half; most {max((mb for _n, mb in points), default=0):.0f} MB", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, default=2, help="worker processes")
    parser.add_argument("--seconds", type=float, default=10, help="for each row of the table")
    parser.add_argument("--clients", type=int, nargs="+", default=[1, 16, 64])
    parser.add_argument("--builds", type=int, default=10_000, help="for the memory")
    parser.add_argument("--minutes", type=float, default=8, help="that these may take at most")
    options = parser.parse_args()
    numbers = itertools.count()
    served = Served(options.jobs)
    print("work     clients   a second   p50 ms   p95 ms   cpu ms   busy   failed", flush=True)
    works: dict[str, Work] = {"start": page, "preview": preview, "build": build, "refresh": refreshing()}
    for name, work in works.items() if options.seconds else ():
        work(served, next(numbers), Heard())
        for clients in options.clients:
            before = served.processor()
            heard, took = loaded(served, work, clients, options.seconds, numbers)
            cpu = (served.processor() - before) * 1000 / max(len(heard.times), 1)
            p50, p95 = (heard.share(part) * 1000 for part in (0.5, 0.95))
            rate = len(heard.times) / took
            print(
                f"{name:8} {clients:7} {rate:10.1f} {p50:8.0f} {p95:8.0f} {cpu:8.0f} {heard.busy:6} {heard.failed:8}", flush=True
            )
    if options.builds:
        bears_many(served, options.builds, options.minutes * 60, options.jobs, numbers)
    print("left on disk:", served.stop() or "nothing")


if __name__ == "__main__":
    main()
