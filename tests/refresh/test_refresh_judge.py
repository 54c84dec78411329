"""Random owners, guidances and programs before a judge that knows none of our code (tests/refresh/judge).

The chains of CHAINS are right, and stay so. Each case of judge_cases/ is the smallest chain of a kind that is not: who mends it takes
the case away here (xfail is strict), or moves it to `MENDED`, where it is to be right for ever.
More chains, longer and by more programs: benchmarks/refresh_judge.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from judge.chain import random_chain, run
from judge.edits import EDITS
from judge.guidance import CHANGES
from judge.shrink import stored

CASES = Path(__file__).resolve().parent / "judge_cases"
# Seeds of chains of one release; those that are missing fail today in a way that is among the cases.
CHAINS: tuple[int, ...] = ()
# Cases that were lost once.
MENDED: tuple[str, ...] = ()


@pytest.fixture(scope="session")
def first_deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the deck that all chains begin with."""
    return tmp_path_factory.mktemp("judge")


@pytest.mark.parametrize("seed", CHAINS)
def test_nothing_is_lost(seed: int, tmp_path: Path, first_deck: Path) -> None:
    assert run(random_chain(seed, most=1, guidances=12), tmp_path, first_deck).failures == []


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


def test_there_are_kinds_enough() -> None:
    assert len(EDITS) >= 50
    assert len(CHANGES) >= 20
