"""The judge of `deck refresh` over many random chains: what was lost, by kind of edit and by program;
what fails is shrunk and stored.

python benchmarks/refresh_judge.py --chains 1000 --seed 1 --store out/judge     # figures, and cases of what fails
python benchmarks/refresh_judge.py --replay out/judge/lost-web-link.json        # one case again; --keep DIR keeps its decks
"""

from __future__ import annotations

import argparse
import importlib
import re
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests/refresh")]
judge: Any = importlib.import_module("judge.chain")
shrinking: Any = importlib.import_module("judge.shrink")
onlyoffice: Any = importlib.import_module("judge.onlyoffice")


def one(seed: int, wanted: dict[str, Any], folder: Path) -> tuple[int, Any, Any, float]:
    began = time.process_time()
    chain = judge.random_chain(seed, **wanted)
    import os

    home = folder / str(os.getpid())
    return seed, chain, judge.run(chain, home), time.process_time() - began


def slug(failure: Any) -> str:
    return re.sub(r"[^a-z0-9åäö]+", "-", f"{failure.what} {failure.kind}".lower()).strip("-")[:60]


def table(title: str, rows: list[tuple[str, ...]]) -> None:
    print(f"\n| {title} |\n|{'---|' * (title.count('|') + 1)}")
    for row in rows:
        print("| " + " | ".join(row) + " |")


def report(results: list[tuple[int, Any, Any, float]]) -> dict[tuple[str, str], list[tuple[int, Any, Any]]]:
    marks, lost, what, programs, failing, steps = Counter(), Counter(), Counter(), Counter(), Counter(), Counter()
    found: dict[tuple[str, str], list[tuple[int, Any, Any]]] = {}
    for seed, chain, verdict, _seconds in results:
        marks += verdict.marks
        bad = {failure.step for failure in verdict.failures}
        for number, step in enumerate(chain.steps, 1):
            steps[step.program] += 1
            programs[step.program] += number in bad
        for failure in verdict.failures:
            what[failure.what] += 1
            failing[failure.name] += 1
            lost[failure.kind] += failure.what in ("lost", "doubled", "came back")
            found.setdefault(failure.name, []).append((seed, chain, failure))
    sound = sum(not verdict.failures for *_rest, verdict, _seconds in results)
    refreshes = sum(verdict.refreshes for *_rest, verdict, _seconds in results)
    told, decided = (sum(getattr(one[2], key) for one in results) for key in ("told", "decided"))
    news = sum(verdict.news for *_rest, verdict, _seconds in results)
    print(
        f"{len(results)} chains, {refreshes} refreshes, {sum(marks.values())} marks and {news} news counted: "
        f"{sound} chains without fault"
    )
    print(f"marks told: {told}; decided away: {decided}; CPU {sum(one[3] for one in results):.0f} s")
    table("what | times", [(key, str(times)) for key, times in what.most_common()])
    table("program | steps | with a fault", [(key, str(steps[key]), str(programs[key])) for key in steps])
    table(
        "edit | marks counted | lost, doubled or back",
        [(key, str(marks[key]), str(lost[key])) for key in sorted({*marks, *lost})],
    )
    table(
        "failure | kind | times | a seed", [(*name, str(times), str(found[name][0][0])) for name, times in failing.most_common()]
    )
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--chains", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=5, help="releases in a chain at most")
    parser.add_argument(
        "--programs",
        default=",".join(judge.SIMULATED),
        help=f"of none, powerpoint, google, keynote, libreoffice, odp, onlyoffice (where {onlyoffice.PATH} names its Python)",
    )
    parser.add_argument("--guidances", type=int, default=0, help="so many for all chains, each made once: faster (0: one each)")
    parser.add_argument("--release", default="2021", help="the release of the guidance that the first deck is made from")
    parser.add_argument("--about", default="", help="kinds of edits and changes that are about this alone: table, looks")
    parser.add_argument("--templates", default="", help="a house's own, in which decks are made: A.pptx,B.pptx, one a chain")
    parser.add_argument("--untouched", action="store_true", help="the owner does nothing; then nothing may be told to be theirs")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--store", type=Path, help="a folder for shrunk cases of what fails, one of each name")
    parser.add_argument("--replay", type=Path, help="a stored case")
    parser.add_argument("--keep", type=Path, help="the folder where a replay's decks are kept")
    options = parser.parse_args()
    if options.replay:
        return replay(options.replay, options.keep)
    programs = tuple(options.programs.split(","))
    if "onlyoffice" in programs and (reason := onlyoffice.missing()):
        parser.error(reason)
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(options.jobs) as pool:
        seeds = range(options.seed, options.seed + options.chains)
        results = []
        names = ("most", "guidances", "release", "about", "untouched")
        wanted = {"programs": programs, "templates": tuple(filter(None, options.templates.split(",")))}
        wanted |= {name: getattr(options, name) for name in names}
        jobs = [pool.submit(one, seed, wanted, Path(folder)) for seed in seeds]
        try:
            for job in jobs:
                results.append(job.result())
                for failure in results[-1][2].failures:
                    words = failure.what, failure.kind, f"release {failure.step}", failure.detail[:200]
                    print(f"seed {results[-1][0]}: {' | '.join(words)}", file=sys.stderr, flush=True)
        except KeyboardInterrupt:
            # What has been judged by now is told.
            pool.shutdown(wait=False, cancel_futures=True)
        found = report(results)
        for failures in found.values() if options.store else ():
            _seed, chain, failure = min(failures, key=lambda each: (each[2].step, len(each[1].steps)))
            chain, failure = shrinking.shrunk(chain, failure, Path(folder))
            path = options.store / f"{slug(failure)}.json"
            shrinking.store(chain, failure, path)
            print(f"stored: {path}: {failure.detail[:120]}", flush=True)
    return int(bool(found))


def replay(path: Path, keep: Path | None) -> int:
    chain, name, reason = shrinking.stored(path)
    with tempfile.TemporaryDirectory() as folder:
        verdict = judge.run(chain, keep or Path(folder))
    for step in chain.steps:
        print([touch.kind for touch in step.edits], step.program, [touch.kind for touch in step.changes], step.decide)
    for failure in verdict.failures:
        print(f"{failure.what} | {failure.kind} | release {failure.step} | {failure.detail}")
    print(f"{'still fails' if name in {one.name for one in verdict.failures} else 'passes'}: {' '.join(name)} ({reason})")
    return int(bool(verdict.failures))


if __name__ == "__main__":
    sys.exit(main())
