"""The edit corpus of the tests, counted: slots recognised, owners' edits kept, the guidance's changes told, false conflicts.

Every edit alone and random combinations of up to ten, over the small deck's releases and over a real deck of the first release
refreshed to the second; with `--resaved` each also after LibreOffice has saved it (a few minutes).
"""

from __future__ import annotations

import argparse
import importlib
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deck.fleet.refresh import RefreshRequest, refresh_one
from deck.package import open_package
from deck.pptx import read_pptx
from deck.presentation import Presentation
from deck.refresh.canon import canonical_presentation
from deck.refresh.document import Document
from deck.refresh.recognise import identify

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests/refresh"), str(ROOT / "tests")]
corpus: Any = importlib.import_module("refresh_corpus")
edits: Any = importlib.import_module("refresh_edits")
releases: Any = importlib.import_module("refresh_releases")


@dataclass
class Count:
    """What was counted over some cases."""

    cases: int = 0
    slots: int = 0
    recognised: int = 0
    edits: int = 0
    kept: int = 0
    changes: int = 0
    hidden: int = 0
    conflicts: int = 0
    false: int = 0
    faults: int = 0

    def row(self, name: str) -> str:
        def share(part: int, whole: int) -> str:
            return f"{part} of {whole} ({part / whole:.1%})" if whole else "–"

        told = share(self.changes - self.hidden, self.changes)
        return (
            f"| {name} | {self.cases} | {share(self.recognised, self.slots)} | {share(self.kept, self.edits)} | {told} "
            f"| {share(self.false, self.conflicts)} | {self.faults} |"
        )


def combinations(count: int) -> list[tuple[str, ...]]:
    chance = random.Random(2030)
    names = sorted(edits.EDITS)
    return [(name,) for name in names] + [tuple(chance.sample(names, chance.randint(2, 10))) for _n in range(count)]


def changed(base: Presentation, theirs: Presentation) -> int:
    """How many slots, notes and slides differ."""
    one, other = canonical_presentation(base), canonical_presentation(theirs)
    found = sum(one.slide(slide.id) is None for slide in other.slides) + sum(
        other.slide(slide.id) is None for slide in one.slides
    )
    for slide in other.slides:
        was = one.slide(slide.id)
        if was is not None:
            old = {slot.id: slot.block for slot in was.slots}
            found += sum(old.get(slot.id) != slot.block for slot in slide.slots) + (slide.notes != was.notes)
    return found


def false_conflicts(base: Presentation, theirs: Presentation, outcome: Any) -> int:
    """Conflicts in what the guidance did not change."""
    one, other = canonical_presentation(base), canonical_presentation(theirs)
    wrong = 0
    for item in outcome.conflicts:
        was, now = one.slide(item.slide), other.slide(item.slide)
        if was is None or now is None:
            continue
        if item.slot == "notes":
            wrong += was.notes == now.notes
        elif item.slot:
            old, new = was.slot(item.slot), now.slot(item.slot)
            wrong += old is not None and new is not None and old.block == new.block
        else:
            wrong += was == now
    return wrong


def count(total: Count, base: Presentation, theirs: Presentation, case: Any, package: bytes, result: Any) -> None:
    """`result`: the merge, or what came of the whole run; `package`: the file after it."""
    total.cases += 1
    total.edits += len(case.proofs)
    total.kept += len(case.proofs) - len(corpus.lost_edits(case, package))
    total.changes += changed(base, theirs)
    total.conflicts += len(result.conflicts)
    total.false += false_conflicts(base, theirs, result)
    total.faults += len(corpus.faults(package))


def in_process(total: Count, base: Presentation, theirs: Presentation, case: Any) -> None:
    deck = read_pptx(open_package(case.data, "case"))
    found = identify(Document(deck.package), base, corpus.base_pages(base, deck.package))
    total.slots, total.recognised = total.slots + found.slots, total.recognised + found.recognised
    outcome = corpus.refreshed(case.data, theirs)
    data = corpus.result_bytes(outcome, case.data)
    total.hidden += len(corpus.silent_changes(base, theirs, outcome, data))
    count(total, base, theirs, case, data, outcome.merged)


def as_users_do(total: Count, base: Presentation, theirs: Presentation, case: Any, path: Path) -> None:
    """Through `deck refresh`, on a file."""
    done = refresh_one(RefreshRequest(path, out=path.with_suffix(".new.pptx"), release=theirs.release))
    total.slots, total.recognised = total.slots + done.slots, total.recognised + done.recognised
    data = done.path.read_bytes() if done.path else path.read_bytes()

    @dataclass
    class Outcome:
        merged: Any

    total.hidden += len(corpus.silent_changes(base, theirs, Outcome(done), data))
    count(total, base, theirs, case, data, done)


def resaved(cases: Sequence[tuple[bytes, Any]]) -> Iterator[tuple[Path, Any]]:
    """The files after LibreOffice has saved them, with their proofs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = []
        for n, (data, _proofs) in enumerate(cases):
            files.append(folder / f"case{n}.pptx")
            files[-1].write_bytes(data)
        command = [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "pptx",
            "--outdir",
            str(folder / "out"),
        ]
        for start in range(0, len(files), 40):
            subprocess.run([*command, *map(str, files[start : start + 40])], capture_output=True, timeout=900, check=True)
        for path, (_data, proofs) in zip(files, cases, strict=True):
            yield folder / "out" / path.name, proofs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--combinations", type=int, default=60)
    parser.add_argument("--resaved", action="store_true", help="each case after LibreOffice, too")
    options = parser.parse_args()
    names = combinations(options.combinations)
    old, new = corpus.real("2020-04-30"), corpus.real("2021")
    small, real = Count(), Count()
    for picked in names:
        case = corpus.edited(picked)
        for name, theirs in releases.RELEASES.items():
            if name != "same":
                in_process(small, releases.BASE, theirs(), case)
        in_process(real, old, new, corpus.edited(picked, corpus.real_deck("2020-04-30")))
    print(
        "| deck | cases | slots recognised | owner's edits kept | guidance's changes applied or told | false conflicts | faults |"
    )
    print("|---|---|---|---|---|---|---|")
    print(small.row(f"small, {len(releases.RELEASES) - 1} releases"))
    print(real.row("Lund, 2020-04-30 → 2021"), flush=True)
    if not options.resaved:
        return
    lost_small, lost_real = Count(), Count()
    theirs = [release for name, release in releases.RELEASES.items() if name != "same"]
    made = [edits.applied(corpus.generated(), *picked) for picked in names]
    for n, (path, proofs) in enumerate(resaved(made)):
        in_process(lost_small, releases.BASE, theirs[n % len(theirs)](), corpus.case_of(path.read_bytes(), proofs))
    print(lost_small.row("small, saved by LibreOffice"), flush=True)
    made = [edits.applied(corpus.real_deck("2020-04-30"), *picked) for picked in names]
    for path, proofs in resaved(made):
        as_users_do(lost_real, old, new, corpus.case_of(path.read_bytes(), proofs), path)
    print(lost_real.row("Lund, saved by LibreOffice"))


if __name__ == "__main__":
    main()
