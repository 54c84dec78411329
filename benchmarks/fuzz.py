"""Structure-aware fuzzing of all that reads a stranger's deck: decks of ours, mutated as XML trees and
as zips, before four commands.

    python benchmarks/fuzz.py --runs 20000 --seed 1 -j 2

Each execution is one mutated file before one command, in this process, under the watchdog. What is counted as a failure: an
exception that is no DeckError, "something went wrong inside deck", a rule that stumbles, more than SECONDS of the processor, more
than MEGABYTES of growth. The same seed makes the same files.
"""

from __future__ import annotations

import argparse
import copy
import json
import multiprocessing
import os
import random
import shutil
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

Entries = dict[str, bytes]
SECONDS, MEGABYTES = 5.0, 512
COMMANDS = ("template", "build", "check", "refresh")
EXTREME = (
    *("2147483647", "-2147483648", "4294967295", "27273042316900", "109951162777", "1e11", "NaN", "INF", "-1", "0", "", "abc"),
    *(
        "1e400",
        "100%",
        "-100%",
        "0x7f",
        "9" * 60,
        "1.5",
        " 7 ",
        "\u0661",
        "true",
        "rId1",
        "rId999",
        "FF0000",
        "../../x",
        "{0}",
        "tx1",
    ),
)
WORDS = (
    "",
    "a" * 5_000,
    "\u00ad" * 3_000,
    "ord " * 1_000,
    "\u202eomvänd",
    "\ud7ff",
    "&",
    "<b>",
    "\t" * 500,
    "-" * 3_000,
    "𝔘" * 500,
)


@dataclass
class Tally:
    """What came of the executions."""

    executions: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    slowest: tuple[float, str] = (0.0, "")
    memory: float = 0.0
    failures: dict[str, list[str]] = field(default_factory=dict)

    def add(self, other: Tally) -> None:
        self.executions += other.executions
        self.codes += other.codes
        self.slowest = max(self.slowest, other.slowest)
        self.memory = max(self.memory, other.memory)
        for key, names in other.failures.items():
            self.failures.setdefault(key, []).extend(names)


# --- mutations ------------------------------------------------------------------------------------------------------------------


def _tree(entries: Entries, chance: random.Random) -> tuple[str, Any]:
    """A part as a tree: slides and what they stand on more often than the rest."""
    names = [name for name in entries if name.endswith((".xml", ".rels"))]
    dear = [
        name
        for name in names
        if name.startswith(("ppt/slides/s", "ppt/slideL", "ppt/slideM", "ppt/charts/c", "ppt/pres", "ppt/theme"))
    ]
    name = chance.choice(dear if dear and chance.random() < 0.8 else names)
    try:
        return name, etree.fromstring(entries[name])
    except etree.XMLSyntaxError:
        return name, None


def _elements(root: Any) -> list[Any]:
    return [item for item in root.iter() if isinstance(item.tag, str)]


def numbers(root: Any, chance: random.Random) -> None:
    every = [(item, key) for item in _elements(root) for key in item.attrib]
    for item, key in chance.sample(every, min(len(every), chance.choice((1, 1, 3, 20, 200)))):
        item.set(key, chance.choice(EXTREME))


def words(root: Any, chance: random.Random) -> None:
    every = [item for item in _elements(root) if item.text and item.text.strip()]
    for item in chance.sample(every, min(len(every), chance.choice((1, 2, 10)))):
        item.text = chance.choice((*WORDS, *EXTREME))


def deleted(root: Any, chance: random.Random) -> None:
    for _n in range(chance.choice((1, 1, 2, 5))):
        every = _elements(root)[1:]
        if every:
            item = chance.choice(every)
            item.getparent().remove(item)


def doubled(root: Any, chance: random.Random) -> None:
    every = _elements(root)[1:]
    if every:
        item = chance.choice(every)
        size = max(len(_elements(item)), 1)
        for _n in range(min(chance.choice((1, 1, 3, 30, 300)), 6_000 // size)):
            item.addnext(copy.deepcopy(item))


def moved(root: Any, chance: random.Random) -> None:
    every = _elements(root)
    if len(every) > 3:
        item, home = chance.choice(every[1:]), chance.choice(every)
        if home is not item and item not in home.iterancestors():
            home.insert(chance.randint(0, len(home)), item)


def emptied(root: Any, chance: random.Random) -> None:
    every = _elements(root)
    item = chance.choice(every)
    for child in list(item):
        item.remove(child)
    if chance.random() < 0.5:
        item.attrib.clear()


def nested(root: Any, chance: random.Random) -> None:
    """An element within copies of its own shell."""
    every = _elements(root)[1:]
    if every:
        item = chance.choice(every)
        for _n in range(chance.choice((2, 10, 60, 150))):
            shell = etree.Element(item.tag, dict(item.attrib))
            item.addprevious(shell)
            shell.append(item)


def renamed(root: Any, chance: random.Random) -> None:
    every = _elements(root)
    one, other = chance.choice(every), chance.choice(every)
    one.tag = other.tag


def grafted(root: Any, chance: random.Random) -> None:
    every = _elements(root)
    one, other = chance.choice(every), chance.choice(every)
    for key, value in other.attrib.items():
        one.set(key, value)


def strewn(root: Any, chance: random.Random) -> None:
    for item in chance.sample(_elements(root), min(len(_elements(root)), 20)):
        item.insert(0, chance.choice((etree.Comment("c"), etree.ProcessingInstruction("p", "x"), etree.Element("{urn:x}y"))))


TREES: tuple[Callable[[Any, random.Random], None], ...] = (
    *(numbers, numbers, words, deleted, deleted, doubled, moved, emptied),
    *(nested, renamed, grafted, strewn),
)


def of_zip(entries: Entries, chance: random.Random) -> Entries:
    """The package itself: parts lost, swapped, cut, encoded otherwise; relationships crossed."""
    names = list(entries)
    name, other = chance.choice(names), chance.choice(names)
    data = entries[name]
    what = chance.randrange(8)
    if what == 0:
        return {key: value for key, value in entries.items() if key != name}
    if what == 1:
        return {**entries, name: entries[other], other: data}
    if what == 2:
        return {**entries, name: data[: chance.randint(0, len(data))]}
    if what == 3 and name.endswith((".xml", ".rels")):
        code = chance.choice(("utf-16", "utf-8-sig", "utf-16-le", "latin-1"))
        return {**entries, name: data.decode("utf-8", "replace").encode(code, "replace")}
    if what == 4 and data:
        wrong = bytearray(data)
        for _n in range(chance.choice((1, 5, 50))):
            wrong[chance.randrange(len(wrong))] = chance.randrange(256)
        return {**entries, name: bytes(wrong)}
    if what == 5:
        return {**entries, name: b"", other: chance.choice((b"", b"<x/>", b"\0" * 99))}
    rels = [key for key in names if key.endswith(".rels")]
    name = chance.choice(rels)
    return {**entries, name: _crossed(entries[name], chance)}


def _crossed(data: bytes, chance: random.Random) -> bytes:
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return data
    key = chance.choice(("Target", "Target", "Type", "Id", "TargetMode"))
    # An earlier mutation may have put a comment among them, which has no attributes.
    items = [item for item in root if isinstance(item.tag, str)]
    values = [item.get(key, "External") for item in items]
    chance.shuffle(values)
    for item, value in zip(items, values, strict=True):
        item.set(key, value)
    return etree.tostring(root)


def mutated(entries: Entries, seed: str) -> Entries:
    chance = random.Random(seed)
    for _n in range(chance.choice((1, 1, 2, 3, 6))):
        if chance.random() < 0.2:
            entries = of_zip(entries, chance)
            continue
        name, root = _tree(entries, chance)
        if root is not None:
            try:
                chance.choice(TREES)(root, chance)
                entries = {**entries, name: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)}
            except ValueError:
                # What XML itself cannot hold is no file.
                continue
    return entries


def zipped(entries: Entries, path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, data in entries.items():
            archive.writestr(zipfile.ZipInfo(name), data)


# --- executions -----------------------------------------------------------------------------------------------------------------


def calls(path: Path, folder: Path, content: str) -> dict[str, list[str]]:
    return {
        "template": ["template", "check", str(path)],
        "build": [
            "build",
            "lund",
            "--outline",
            "fuzz-1",
            "--content",
            content,
            "--template",
            str(path),
            "-o",
            str(folder / "out"),
        ],
        "check": ["check", str(path), "--html", str(folder / "page.html"), "--fix"],
        "refresh": ["refresh", str(path), "--content", content, "-o", str(folder / "new.pptx")],
    }


def executed(path: Path, folder: Path, command: str, content: str) -> tuple[int | str, float, float, str]:
    """Exit code (or the exception's name), seconds of the processor, megabytes of growth, and the place
    of a fault of ours ("")."""
    import contextlib
    import io

    from deck.cli import guard
    from deck.watch import memory

    said = io.StringIO()
    before, start, fault, code = memory(), time.process_time(), "", 0
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            code = guard.run(calls(path, folder, content)[command])
    except BaseException as error:
        trace = traceback.extract_tb(error.__traceback__)
        place = next((item for item in reversed(trace) if "/deck/" in item.filename), trace[-1])
        fault = f"{type(error).__name__}: {error!s:.60} at {Path(place.filename).name}:{place.lineno}"
    spent, grown = time.process_time() - start, memory() - before
    text = said.getvalue()
    for mark in ("inside deck", "could not judge"):
        if not fault and mark in text:
            at = text.index(mark)
            fault = text[at : at + 160].splitlines()[0]
    if not fault and spent > SECONDS:
        fault = f"slow: {command}"
    if not fault and grown > MEGABYTES:
        fault = f"memory: {command}"
    return code, spent, memory(), fault


def worker(base: list[str], seeds: range, seed: int, keep: str, content: str) -> Tally:
    os.environ.pop("DECK_DEBUG", None)
    # Sooner than for a person's file: what takes longer is to be seen.
    os.environ.setdefault("DECK_SECONDS", "3.6")
    from deck.raster import svg_png  # noqa: F401 - loaded once, before memory is counted

    tally = Tally()
    decks: list[Entries] = []
    for path in base:
        with zipfile.ZipFile(path) as archive:
            decks.append({name: archive.read(name) for name in archive.namelist()})
    for n in seeds:
        key = f"{seed}-{n}"
        command = COMMANDS[n % len(COMMANDS)]
        with tempfile.TemporaryDirectory(prefix="deck-fuzz-") as name:
            folder = Path(name)
            path = folder / "deck.pptx"
            zipped(mutated(decks[n // len(COMMANDS) % len(decks)], key), path)
            code, spent, most, fault = executed(path, folder, command, content)
            tally.executions += 1
            tally.codes[f"{command} {code}"] += 1
            tally.slowest = max(tally.slowest, (spent, f"{key} {command}"))
            tally.memory = max(tally.memory, most)
            if fault:
                tally.failures.setdefault(f"{command}: {fault}", []).append(key)
                if keep and len(tally.failures[f"{command}: {fault}"]) == 1:
                    (Path(keep) / f"{key}-{command}.pptx").write_bytes(path.read_bytes())
    return tally


def _worker(arguments: tuple[list[str], range, int, str, str]) -> Tally:
    return worker(*arguments)


SLIDES = (
    ("title", "in-short", "when"),
    ("why", "generational-goal", "jump-in", "get-it"),
    ("environmental-objectives", "for-whom", "made-with", "next-steps", "sources"),
    ("global-goals", "whats-new", "county-map", "county-members", "section-place"),
    ("hand-in-hand", "local", "own-goals", "discussion", "contact", "agenda"),
)
"""Few slides a deck, so that an execution is cheap, and all of ours among them."""


def small_content(folder: Path) -> Path:
    """The project's content with outlines of few slides besides, its releases, too."""
    root = shutil.copytree(Path(__file__).resolve().parent.parent / "content", folder / "content")
    for path in root.rglob("outlines.yaml"):
        known = path.with_name("slides.yaml").read_text("utf-8")
        lines = [path.read_text("utf-8").rstrip()]
        for n, slides in enumerate(SLIDES, 1):
            names = ", ".join(name for name in slides if f"\n  {name}:\n" in known)
            lines.append(f"  fuzz-{n}:\n    minutes: 5\n    max_slides: 20\n    sections:\n      start: [{names}]")
        path.write_text("\n".join(lines) + "\n", "utf-8")
    for path in root.rglob("terms.yaml"):
        names = "".join(f"    fuzz-{n}: Fuzz\n" for n in range(1, len(SLIDES) + 1))
        path.write_text(path.read_text("utf-8").replace("\n  outlines:\n", f"\n  outlines:\n{names}"), "utf-8")
    from deck.content.releases import fingerprint

    for path in root.rglob("release.yaml"):
        kept = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("sha256:")]
        path.write_text("\n".join([*kept, f"sha256: {fingerprint(path.parent)}"]) + "\n", "utf-8")
    return root


def base_decks(folder: Path, content: Path) -> list[str]:
    """Decks that the project makes itself, of frozen releases, so that a refresh has something to do."""
    from deck.fleet import BuildRequest, build_many

    made = [("lund", "2020-04-30"), ("1440", "2020-04-30"), ("25", "2021"), ("12", "2021"), ("2480", "2020-04-30")]
    requests = [
        BuildRequest(place, f"fuzz-{n}", out=folder, release=release, content_root=content)
        for n, (place, release) in enumerate(made, 1)
    ]
    built = build_many(requests, 1)
    for item in built:
        if item.path is None:
            raise SystemExit("\n".join(str(found) for found in item.diagnostics))
    return [str(item.path) for item in built]


def _tell(tally: Tally) -> None:
    most, of = tally.slowest
    words = (
        f"{tally.executions} executions, slowest {most:.1f} s ({of}), {tally.memory:.0f} MB, failures: {tally.failures or 'none'}"
    )
    sys.stderr.write(f"{words}\n")


def run(runs: int, seed: int, jobs: int, keep: str = "", first: int = 0) -> Tally:
    """`runs` executions from number `first` on, in `jobs` processes."""
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="deck-fuzz-base-") as name:
        content = str(small_content(Path(name)))
        base = base_decks(Path(name), Path(content))
        size = 50
        chunks = [range(at, min(at + size, first + runs)) for at in range(first, first + runs, size)]
        if jobs <= 1:
            for chunk in chunks:
                tally.add(worker(base, chunk, seed, keep, content))
                _tell(tally)
            return tally
        context = multiprocessing.get_context("fork")
        with context.Pool(jobs, maxtasksperchild=20) as pool:
            for done, part in enumerate(
                pool.imap_unordered(_worker, [(base, chunk, seed, keep, content) for chunk in chunks]), 1
            ):
                tally.add(part)
                if done % 4 == 0:
                    _tell(tally)
    return tally


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-j", "--jobs", type=int, default=1)
    parser.add_argument("--keep", default="", help="a folder for the first file of each failure")
    options = parser.parse_args()
    start = time.monotonic()
    tally = run(options.runs, options.seed, options.jobs, options.keep, options.first)
    report = {
        "executions": tally.executions,
        "minutes": round((time.monotonic() - start) / 60, 1),
        "slowest": {"seconds of the processor": round(tally.slowest[0], 2), "of": tally.slowest[1]},
        "most memory, MB": round(tally.memory),
        "exit codes": dict(sorted(tally.codes.items())),
        "failures": {key: {"times": len(names), "seeds": names[:3]} for key, names in sorted(tally.failures.items())},
    }
    sys.stdout.write(json.dumps(report, ensure_ascii=False, indent=1) + "\n")
    return 1 if tally.failures else 0


if __name__ == "__main__":
    raise SystemExit(main())
