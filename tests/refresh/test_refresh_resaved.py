"""The same edits in files that LibreOffice has saved since: every id lost, every shape written anew."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from refresh_corpus import Case, base_pages, case_of, faults, generated, lost_edits, refreshed, result_bytes, silent_changes
from refresh_edits import EDITS, Proof, applied
from refresh_releases import BASE, RELEASES

from deck.package import open_package
from deck.pptx import read_pptx
from deck.refresh.document import Document
from deck.refresh.recognise import identify

LOST_ON_SAVING = {
    "foreign-part",
    "animation",
    "section-renamed",
    "chart-moved",
    "alt-changed",
    "video-recorded",
    "slide-copied-and-original-deleted",
}
"""What LibreOffice itself does not keep, or keeps in another form than the proof looks for."""


def combinations() -> list[tuple[str, ...]]:
    chance = random.Random(1281)
    names = sorted(EDITS)
    return [(name,) for name in names] + [tuple(chance.sample(names, chance.randint(2, 10))) for _n in range(12)]


@pytest.fixture(scope="module")
def resaved(
    tmp_path_factory: pytest.TempPathFactory, saved_by_office: Callable[[Sequence[Path], Path], None]
) -> Callable[[tuple[str, ...]], Case]:
    """Every case, edited and then saved by LibreOffice, all in one go."""
    folder = tmp_path_factory.mktemp("resaved")
    proofs: dict[tuple[str, ...], list[Proof]] = {}
    files: dict[tuple[str, ...], Path] = {}
    for number, names in enumerate([(), *combinations()]):
        data, proofs[names] = applied(generated(), *names)
        files[names] = folder / f"case{number}.pptx"
        files[names].write_bytes(data)
    saved_by_office(list(files.values()), folder / "out")
    return lambda names: case_of((folder / "out" / files[names].name).read_bytes(), proofs[names])


def test_an_unedited_deck_is_known_whole(resaved: Callable[[tuple[str, ...]], Case]) -> None:
    data = resaved(()).data
    deck = read_pptx(open_package(data, "test"))
    assert deck.manifest is not None
    found = identify(Document(deck.package), BASE, base_pages(BASE, deck.package))
    assert found.slots == found.recognised == sum(len(slide.slots) for slide in BASE.slides)
    outcome = refreshed(data, BASE)
    assert outcome.package is None
    assert [item for item in outcome.merged.changes if item.kind != "own-slide"] == []


def test_every_case_after_saving(resaved: Callable[[tuple[str, ...]], Case]) -> None:
    """One test, for the saving is what takes its time: recognised at least 98 %, nothing lost, nothing hidden, no fault."""
    slots = known = 0
    releases = [name for name in RELEASES if name != "same"]
    for number, names in enumerate(combinations()):
        case = resaved(names)
        deck = read_pptx(open_package(case.data, "test"))
        found = identify(Document(deck.package), BASE, base_pages(BASE, deck.package))
        slots, known = slots + found.slots, known + found.recognised
        release = releases[number % len(releases)]
        outcome = refreshed(case.data, RELEASES[release]())
        data = result_bytes(outcome, case.data)
        assert lost_edits(case, data) == [], (names, release)
        # Where there was nothing to write, the file is still as the program saved it.
        assert data == case.data or faults(data) == [], (names, release)
        assert silent_changes(BASE, RELEASES[release](), outcome, data) == [], (names, release)
    assert known / slots >= 0.98, f"{known} of {slots} slots recognised"
