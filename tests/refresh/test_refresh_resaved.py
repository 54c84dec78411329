"""The same edits in files that LibreOffice has saved since: every id lost, every shape written anew."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from refresh_corpus import Case, base_pages, case_of, faults, generated, lost_edits, refreshed, result_bytes, silent_changes
from refresh_edits import EDITS, applied
from refresh_releases import BASE, RELEASES

from deck.package import open_package
from deck.pptx import read_pptx
from deck.refresh.document import Document
from deck.refresh.recognise import identify

PARTS = 4
"""So many tests share the cases: each saves its own, and they run side by side."""


def combinations(part: int) -> list[tuple[str, ...]]:
    """Every edit with two others, and some with more: those of one part. Each alone: `benchmarks/refresh_corpus.py --resaved`."""
    chance = random.Random(1281)
    names = sorted(EDITS)
    many = [tuple(chance.sample(names, chance.randint(4, 10))) for _n in range(12)]
    chance.shuffle(names)
    return [*(tuple(names[at : at + 3]) for at in range(0, len(names), 3)), *many][part::PARTS]


Saved = Callable[[Sequence[tuple[str, ...]]], list[Case]]


@pytest.fixture
def resaved(tmp_path: Path, saved_by_office: Callable[[Sequence[Path], Path], None]) -> Saved:
    """Cases, edited and then saved by LibreOffice, all in one go."""

    def save(cases: Sequence[tuple[str, ...]]) -> list[Case]:
        edited = [applied(generated(), *names) for names in cases]
        files = [tmp_path / f"case{number}.pptx" for number in range(len(cases))]
        for path, (data, _proofs) in zip(files, edited, strict=True):
            path.write_bytes(data)
        saved_by_office(files, tmp_path / "out")
        return [
            case_of((tmp_path / "out" / path.name).read_bytes(), proofs)
            for path, (_data, proofs) in zip(files, edited, strict=True)
        ]

    return save


def test_an_unedited_deck_is_known_whole(resaved: Saved) -> None:
    data = resaved([()])[0].data
    deck = read_pptx(open_package(data, "test"))
    assert deck.manifest is not None
    found = identify(Document(deck.package), BASE, base_pages(BASE, deck.package))
    assert found.slots == found.recognised == sum(len(slide.slots) for slide in BASE.slides)
    outcome = refreshed(data, BASE)
    assert outcome.package is None
    assert [item for item in outcome.merged.changes if item.kind != "own-slide"] == []


@pytest.mark.parametrize("part", range(PARTS))
def test_every_case_after_saving(part: int, resaved: Saved) -> None:
    """Recognised at least 98 %, nothing lost, nothing hidden, no fault."""
    slots = known = 0
    releases = [name for name in RELEASES if name != "same"]
    cases = combinations(part)
    for number, (names, case) in enumerate(zip(cases, resaved(cases), strict=True)):
        deck = read_pptx(open_package(case.data, "test"))
        found = identify(Document(deck.package), BASE, base_pages(BASE, deck.package))
        slots, known = slots + found.slots, known + found.recognised
        release = releases[(number + part) % len(releases)]
        outcome = refreshed(case.data, RELEASES[release]())
        data = result_bytes(outcome, case.data)
        assert lost_edits(case, data) == [], (names, release)
        # Where there was nothing to write, the file is still as the program saved it.
        assert data == case.data or faults(data) == [], (names, release)
        assert silent_changes(BASE, RELEASES[release](), outcome, data) == [], (names, release)
    assert known / slots >= 0.98, f"{known} of {slots} slots recognised"
