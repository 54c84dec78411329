"""docs/performance.md: our decks beside the same made plainly with python-pptx, in the same run. Processor time counts: the
machine may be busy with other work."""

from __future__ import annotations

import argparse
import compileall
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from decks import measured, ours, plain
from edited import refreshed, sources

ROOT = Path(__file__).resolve().parents[1]
HEAD = """# Performance

Written by `python benchmarks/performance.py`; not by hand. {date}, Python {python}, {machine}, {cores} cores; runs of each:
{runs}. Seconds are of the processor, of all processes together, imports included (least, median, most): what else the machine
does shows least in them. "Plain" is the same decks made with python-pptx alone from contents composed by us: no fitting, no
maps, no ids, no memory, no proof. Content and caches are cold in every run; our bytecode is compiled before them, as any
installing does, and did with python-pptx's.

| what | least | median | most | MB | kB a deck | times faster than plain |
|---|---|---|---|---|---|---|
"""
TAIL = """
## Goals, and where they stand

| goal | reached |
|---|---|
{goals}

A goal that is not reached is told so; nothing is left out of a deck, and no rule of its proof, to reach one. Where the time
goes is in [the architecture](architecture.md#how-a-batch-is-cheap); what larger numbers would take is in [scale](scale.md).
"""


def shell(out: Path, *words: str) -> tuple[float, float, float]:
    """As `measured`, of a command of ours."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "deck", *words]
    subprocess.run(command, check=True, capture_output=True, cwd=out, env={**os.environ, "PYTHONPATH": str(ROOT)})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 0.0, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 0.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="so many runs of each (5)")
    parser.add_argument("--places", type=int, default=0, metavar="N", help="so many of the places (all)")
    parser.add_argument("--edited", type=int, default=24, metavar="N", help="so many edited decks are refreshed (24)")
    parser.add_argument("--only", default="", metavar="WORD", help="rows that have this word alone, and nothing is written")
    parser.add_argument("-o", "--out", type=Path, default=ROOT / "docs/performance.md")
    options = parser.parse_args()
    compileall.compile_dir(ROOT / "deck", quiet=1)
    from deck.places import load_places

    codes = [place.code for place in load_places().all]
    codes = codes[: options.places or len(codes)]
    many = len(codes)

    def edited() -> tuple[tuple[str, bytes], ...]:
        return sources(tuple(codes[: options.edited]))

    rows: list[tuple[str, Callable[[Path], tuple[float, float, float]], str]] = [
        ("`deck --help`", lambda out: shell(out, "--help"), ""),
        ("one deck, plain", lambda out: measured(plain, codes[:1], out), ""),
        ("one deck, ours", lambda out: measured(ours, codes[:1], out), "one deck, plain"),
        (f"{many} decks, plain, one process", lambda out: measured(plain, codes, out), ""),
        (f"{many} decks, ours, one process", lambda out: measured(ours, codes, out, 1), f"{many} decks, plain, one process"),
        (f"{many} decks, ours, two processes", lambda out: measured(ours, codes, out, 2), f"{many} decks, plain, one process"),
        ("`deck build` of these once more, nothing changed", lambda out: again(out, codes), f"{many} decks, plain, one process"),
        ("one edited deck, refreshed from 2020 to 2026", lambda out: measured(refreshed, edited()[:1], out), ""),
        (f"{options.edited} edited decks, refreshed, one process", lambda out: measured(refreshed, edited(), out), ""),
    ]
    taken: dict[str, list[float]] = {}
    lines: list[str] = []
    sizes: dict[str, float] = {}
    most: dict[str, float] = {}
    for name, work, beside in [row for row in rows if options.only in row[0]]:
        memory = 0.0
        for _run in range(options.runs):
            with tempfile.TemporaryDirectory() as folder:
                _clock, busy, used = work(Path(folder))
                taken.setdefault(name, []).append(busy)
                memory = max(memory, used)
                made = [item.stat().st_size for item in Path(folder).rglob("*.pptx")]
                sizes[name] = sum(made) / max(len(made), 1) / 1000
        times = taken[name]
        most[name] = memory
        ratio = f"{statistics.median(taken[beside]) / statistics.median(times):.1f}" if beside else ""
        figures = " | ".join(f"{value:.2f}" for value in (min(times), statistics.median(times), max(times)))
        shown = [f"{value:.0f}" if value else "" for value in (memory, sizes[name])]
        lines.append(f"| {name} | {figures} | {' | '.join(shown)} | {ratio} |")
        print(lines[-1], flush=True)
    if options.only:
        return 0
    middle = {name: statistics.median(times) for name, times in taken.items()}
    plainly, single, double = (middle[rows[n][0]] for n in (3, 4, 5))
    size = sizes[f"{many} decks, ours, one process"] / sizes[f"{many} decks, plain, one process"]
    goals = [
        ("all standard decks, one process, 18 times faster than plain", f"{plainly / single:.1f} times"),
        ("two processes, 30 times faster by the clock", f"{2 * plainly / double:.1f} times, were both cores free"),
        ("one deck faster than the plain script's", f"{middle['one deck, plain'] / middle['one deck, ours']:.2f} times"),
        ("`deck --help` under 0.15 s", f"{middle['`deck --help`']:.2f} s"),
        ("nothing changed: under 0.3 s", f"{middle[rows[6][0]]:.2f} s"),
        ("memory under 150 MB", f"{most[rows[4][0]]:.0f} MB"),
        ("an edited deck refreshed in a batch: 0.3 s", f"{middle[rows[8][0]] / max(options.edited, 1):.2f} s"),
        ("a deck at most 1.1 times as large", f"{size:.2f} times"),
    ]
    head = HEAD.format(
        date=datetime.now(UTC).date().isoformat(),
        python=platform.python_version(),
        machine=platform.machine(),
        cores=os.cpu_count(),
        runs=options.runs,
    )
    page = head + "\n".join(lines) + "\n" + TAIL.format(goals="\n".join(f"| {goal} | {found} |" for goal, found in goals))
    options.out.write_text(page, "utf-8")
    return 0


def again(out: Path, codes: list[str]) -> tuple[float, float, float]:
    for _ in range(2):
        shell(out, "build", *codes, "-j", "1")
    return shell(out, "build", *codes, "-j", "1")


if __name__ == "__main__":
    sys.exit(main())
