"""Whether time and memory grow in a straight line: decks of thousands of places that do not exist, in one run."""

from __future__ import annotations

import argparse
import csv
import json
import multiprocessing
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

A_COUNTY = 34
"""Municipalities of a county, as many as the largest have."""
STEP = 0.12
"""Degrees between two places."""


def border(column: int, row: int) -> list[tuple[float, float]]:
    """Twelve sides, unlike its neighbours'."""
    west, south = 11.0 + column * STEP, 40.0 + row * STEP
    edge = [
        (0, 0),
        (0.3, -0.1),
        (0.7, 0.1),
        (1, 0),
        (1.1, 0.4),
        (0.9, 0.7),
        (1, 1),
        (0.6, 1.1),
        (0.3, 0.9),
        (0, 1),
        (-0.1, 0.6),
        (0, 0),
    ]
    lean = 0.02 * ((column * 7 + row * 3) % 5)
    return [(west + (x + lean * y) * STEP, south + y * STEP) for x, y in edge]


def collection(folder: Path, count: int) -> list[str]:
    """A collection of `count` places on the lower level, in the guidance's own words; their codes."""
    from deck.content import content_root

    shutil.copytree(content_root(), folder / "content", ignore=shutil.ignore_patterns("drafts", "releases"))
    (folder / "branding").mkdir()
    (folder / "deck.yaml").write_text("collection:\n  lang: sv\n  county: lan\n", encoding="utf-8")
    side = max(1, round(count**0.5))
    # The guidance's words name a place on each level by its code.
    codes = ["1281", *(f"{n:06d}" for n in range(1, count))]
    counties = ["12", *(f"L{n:04d}" for n in range(1, (count - 1) // A_COUNTY + 1))]
    with (folder / "places.csv").open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(("code", "name", "county", "own_name"))
        rows.writerows((code, f"Trakt {code} län", "", f"Länsstyrelsen {code}") for code in counties)
        rows.writerows((code, f"Ort {code}", counties[n // A_COUNTY], f"Ort {code} kommun") for n, code in enumerate(codes))
    features = [
        {
            "type": "Feature",
            "properties": {"code": code},
            "geometry": {"type": "Polygon", "coordinates": [border(n % side, n // side)]},
        }
        for n, code in enumerate(codes)
    ]
    (folder / "borders.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return codes


def held() -> float:
    """MB that this process and those that it began have of their own (proportional set size, Linux)."""
    mine = multiprocessing.active_children()
    total = 0
    for number in (os.getpid(), *(item.pid for item in mine)):
        try:
            said = Path(f"/proc/{number}/smaps_rollup").read_text("ascii")
        except OSError:
            continue
        total += next(int(line.split()[1]) for line in said.splitlines() if line.startswith("Pss:"))
    return total / 1024


def followed(done: Iterator[Any], every: int) -> int:
    """A line for each `every` that are done: seconds, and memory at its most meanwhile; how many failed."""
    most, stop = [0.0], threading.Event()

    def look() -> None:
        while not stop.wait(0.5):
            most[0] = max(most[0], held())

    threading.Thread(target=look, daemon=True).start()
    started, failed, count = time.perf_counter(), 0, 0
    for count, item in enumerate(done, 1):
        if not item.ok:
            failed += 1
        if not item.ok and failed <= 5:
            print(item.place, *item.diagnostics[:1])
        if count % every == 0:
            took = time.perf_counter() - started
            print(f"{count:7}  {took:7.1f} s  {took / every * 1000:6.1f} ms each  {most[0]:6.0f} MB", flush=True)
            started, most[0] = time.perf_counter(), 0.0
    stop.set()
    return failed


def decks(requests: list[Any], jobs: int) -> Iterator[Any]:
    """As `build_many` has them, each taken away again once it was looked at."""
    import queue

    from deck.fleet import build_many

    ready: queue.Queue[Any] = queue.Queue()
    threading.Thread(target=lambda: (build_many(requests, jobs, ready.put), ready.put(None)), daemon=True).start()
    while (item := ready.get()) is not None:
        yield item
        if item.path is not None:
            item.path.unlink()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--places", type=int, default=10_000, help="so many (10,000)")
    parser.add_argument("--outline", default="standard")
    parser.add_argument("-j", "--jobs", type=int, default=multiprocessing.cpu_count())
    parser.add_argument("--every", type=int, default=0, help="a line for each so many (a tenth)")
    options = parser.parse_args()
    from deck.collection import use
    from deck.fleet import BuildRequest
    from deck.source.project import read_project

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        codes = collection(folder, options.places)
        use(read_project(folder))
        requests = [BuildRequest(code, options.outline, out=folder / "out") for code in codes]
        failed = followed(decks(requests, options.jobs), options.every or max(options.places // 10, 1))
    print(f"{options.places - failed} of {options.places} decks")
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
