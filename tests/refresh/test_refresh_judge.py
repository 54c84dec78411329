"""Random owners, guidances and programs before a judge that knows none of our code (tests/refresh/judge).

The chains of CHAINS are right, and stay so. Each case of judge_cases/ is the smallest chain of a kind that is not: who mends it
takes the case away here (xfail is strict), or moves it to `MENDED`, where it is to be right for ever.
More chains, longer and by more programs: benchmarks/refresh_judge.py.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from judge import reader
from judge.chain import call, random_chain, run, the_base
from judge.edits import EDITS
from judge.guidance import CHANGES
from judge.marks import Mint
from judge.package import Package
from judge.programs import PROGRAMS, SIMULATED
from judge.shrink import stored

CASES = Path(__file__).resolve().parent / "judge_cases"
SHARED = 12
"""So many guidances the chains share."""


def _by_guidance(seeds: range, guidances: int) -> list[int]:
    """Those of one guidance side by side, so that a worker has it made once, and not each worker each of them."""
    return sorted(seeds, key=lambda seed: (seed % guidances, seed))


# Seeds of chains of one release.
CHAINS = _by_guidance(range(1, 61), SHARED)
CHAINS_OF_FORMS = _by_guidance(range(1, 13), 4)
"""Likewise, of a release whose slides are drawn in many forms."""
CHAINS_OF_TABLES = range(1, 5)
"""Likewise, of one with a table whose columns and rows come and go, twice."""
# Cases that were lost once.
MENDED = (
    "lost-numbered-name",
    "lost-legend-of-a-chart-keynote",
    "lost-colour-of-a-cell",
    "came-back-card-deleted",
    "came-back-card-noted",
    "came-back-column-deleted",
    "came-back-point-deleted",
    "doubled-chart-s-label",
    "doubled-link-in-a-card",
    "doubled-mail-link",
    "doubled-merged-cells",
    "given-up-turned-part",
    "doubled-slide-moved",
    "doubled-word-changed",
    "fault-two-shapes",
    "guidance-missing-step",
    "guidance-missing-step-guessed",
    "guidance-missing-word-alone",
    "lost-action-button",
    "lost-alternative-text",
    "lost-card-s-words",
    "lost-colour-of-a-shape",
    "lost-colour-of-words",
    "lost-column-added",
    "lost-column-s-width",
    "lost-embedded-font-unnamed",
    "lost-film",
    "lost-hidden-foot-of-a-page",
    "lost-hidden-shape",
    "lost-link-in-a-card",
    "lost-letter-spacing",
    "lost-link-to-a-slide",
    "lost-link-in-a-cell",
    "lost-locked-shape",
    "lost-margin-of-a-text",
    "lost-moved-card",
    "lost-moved-foot",
    "lost-moved-parts",
    "lost-point-under-a-point",
    "lost-points-of-a-shape",
    "lost-size-of-words",
    "lost-words-on-a-layout",
    "writes-again-link-on-a-shape",
)


@pytest.fixture(scope="session")
def first_deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the deck that all chains begin with."""
    return tmp_path_factory.mktemp("judge")


@pytest.mark.parametrize("seed", CHAINS)
def test_nothing_is_lost(seed: int, tmp_path: Path, first_deck: Path) -> None:
    assert run(random_chain(seed, most=1, guidances=SHARED), tmp_path, first_deck).failures == []


@pytest.mark.parametrize("seed", CHAINS_OF_FORMS)
def test_nothing_of_what_forms_draw_is_lost(seed: int, tmp_path: Path, first_deck: Path) -> None:
    assert run(random_chain(seed, most=1, guidances=4, release="2026"), tmp_path, first_deck).failures == []


@pytest.mark.parametrize("seed", CHAINS_OF_TABLES)
def test_nothing_is_lost_where_columns_come_and_go(seed: int, tmp_path: Path, first_deck: Path) -> None:
    chain = random_chain(seed, most=2, guidances=4, release="2026+tables", about="table")
    assert run(chain, tmp_path, first_deck).failures == []


def _cases() -> list[object]:
    found = []
    for path in sorted(CASES.glob("*.json")):
        reason = stored(path)[2]
        marks = () if path.stem in MENDED else (pytest.mark.xfail(strict=True, reason=reason),)
        found.append(pytest.param(path, id=path.stem, marks=marks))
    return found


@pytest.mark.parametrize("path", _cases())
def test_what_was_lost_once(path: Path, tmp_path: Path, first_deck: Path) -> None:
    chain, name, _reason = stored(path)
    assert name not in {failure.name for failure in run(chain, tmp_path, first_deck).failures}


@pytest.mark.parametrize("program", SIMULATED)
def test_the_judge_itself_makes_sound_decks(program: str, tmp_path: Path, first_deck: Path) -> None:
    """Every kind of edit finds something to edit, its marks are counted where they say, and no program's
    saving breaks the file."""
    package = Package.read(the_base(first_deck)[0])
    for number, kind in enumerate(sorted(EDITS)):
        mint = Mint(60 * number, kind)
        # Classic comments and threaded ones are never in one deck.
        assert EDITS[kind](package, Random(number), mint) or kind in ("comment on words", "threaded comment")
        counted = reader.count(package)
        assert [mark for mark in mint.marks if not mark.gone and not counted[mark.place, mark.token]] == []
    PROGRAMS[program](package, Random(1)).write(tmp_path / "deck.pptx")
    saved = Package.read(tmp_path / "deck.pptx")
    assert reader.faults(saved) == set()
    assert reader.opens(tmp_path / "deck.pptx") is None


@pytest.mark.parametrize("program", [name for name in SIMULATED if name != "none"])
def test_a_real_deck_that_nobody_touched_follows_by_itself(program: str, tmp_path: Path) -> None:
    """To a release that tells most of it in other forms, after each program's saving, though Google Slides and Keynote keep
    nothing of what it was made from: nothing is asked, nothing called its owner's, each page says whose it is."""
    old, new, saved = tmp_path / "old", tmp_path / "new.pptx", tmp_path / "saved.pptx"
    call("build", "0180", "--outline", "kort", "--release", "2021", "-o", old)
    package = Package.read(next(old.glob("*.pptx")))
    PROGRAMS[program](package, Random(1)).write(saved)
    code, said = call("refresh", saved, "--release", "2026", "-o", new)
    assert code == 0 and "your change" not in said and "Release 2021 → 2026" in said
    slides = Package.read(new).slides()
    named = [part for part in slides if "Stockholms stad" in "".join(Package.read(new).tree(part).itertext())]
    assert len(named) == len(slides) > 7


def test_there_are_kinds_enough() -> None:
    assert len(EDITS) >= 50
    assert len(CHANGES) >= 20
