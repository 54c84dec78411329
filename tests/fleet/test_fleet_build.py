"""Decks of many: the same bytes everywhere, every place and choice, and no bad place stops the others."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path

import pytest

import deck
from deck.diagnostics import Severity
from deck.fleet import BuildRequest, Built, build_many, build_one, default_jobs
from deck.places import load_places

ROOT = Path(__file__).resolve().parent.parent.parent
OUTLINES = ("kort", "standard", "konferens")
AUDIENCES = ("alla", "politiker", "tjansteman", "samordnare")
SAMPLE = ("1281", "0139", "0980", "14", "2583", "01")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_one_deck(tmp_path: Path) -> None:
    built = build_one(BuildRequest("lund", out=tmp_path))
    assert built.path is not None, built.diagnostics
    assert built.path == tmp_path / "1281-lund-standard.pptx"
    assert built.path.stat().st_size > 20_000
    assert (built.place, built.name, built.exit_code) == ("1281", "Lunds kommun", 0)
    assert built.sha256 == digest(built.path)
    from pptx import Presentation

    assert len(Presentation(str(built.path)).slides) == built.slides >= 12


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LANG": "sv_SE.UTF-8"},
        {"PYTHONHASHSEED": "4242", "TZ": "America/Caracas", "LANG": "C", "LC_ALL": "C"},
    ],
)
def test_the_same_bytes_wherever_and_whenever(environment: dict[str, str], tmp_path: Path) -> None:
    here = build_one(BuildRequest("lund", "konferens", out=tmp_path / "here"))
    away = tmp_path / "another folder åäö" / "deep"
    away.mkdir(parents=True)
    program = [sys.executable, "-m", "deck", "build", "lund", "--outline", "konferens", "-o", "out"]
    done = subprocess.run(program, cwd=away, env={**os.environ, **environment}, capture_output=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert here.path is not None
    assert digest(away / "out" / here.path.name) == digest(here.path)


@pytest.mark.parametrize("outline", OUTLINES)
def test_sampled_places_and_every_audience_are_without_a_warning(outline: str, tmp_path: Path) -> None:
    for audience in AUDIENCES:
        requests = [BuildRequest(code, outline, audience, out=tmp_path, strict=True) for code in SAMPLE]
        for built in build_many(requests, 1):
            worse = [str(item) for item in built.diagnostics if item.severity > Severity.INFO]
            assert built.ok and not worse, (built.place, outline, audience, worse)
    assert len(list(tmp_path.iterdir())) == len(SAMPLE) * len(AUDIENCES)


@pytest.mark.parametrize("release", ["2020-04-30", "2021"])
def test_releases(release: str, tmp_path: Path) -> None:
    built = build_one(BuildRequest("lund", release=release, out=tmp_path))
    assert built.ok, built.diagnostics
    assert built.release == release


def test_every_place_builds(tmp_path: Path) -> None:
    requests = [BuildRequest(place.code, "kort", out=tmp_path, strict=True) for place in load_places().all]
    seen: list[Built] = []
    done = build_many(requests, 2, seen.append)
    assert [built.place for built in done] == [place.code for place in load_places().all]
    assert len(seen) == 311
    failed = [(built.place, str(built.diagnostics[:1])) for built in done if not built.ok]
    assert not failed
    assert len(list(tmp_path.glob("*.pptx"))) == 311


def test_side_by_side_gives_the_same_bytes(tmp_path: Path) -> None:
    alone = build_many([BuildRequest(code, out=tmp_path / "alone") for code in SAMPLE], 1)
    beside = build_many([BuildRequest(code, out=tmp_path / "beside") for code in SAMPLE], 2)
    assert [built.sha256 for built in alone] == [built.sha256 for built in beside]


def test_a_bad_place_stops_no_other(tmp_path: Path) -> None:
    good = BuildRequest("lund", "kort", out=tmp_path)
    done = build_many([good, BuildRequest("nowhere", out=tmp_path), replace(good, place="malmö")], 2)
    assert [built.ok for built in done] == [True, False, True]
    assert done[1].exit_code == 2
    assert "nowhere" in done[1].diagnostics[0].message


def test_a_fault_of_ours_stops_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from deck.brand import load_brand as real

    def load_brand(place, places, *, root=None):  # noqa: ANN001, ANN202, RUF100
        if place.code == "1280":
            raise ZeroDivisionError("a fault")
        return real(place, places, root=root)

    monkeypatch.setattr("deck.brand.load_brand", load_brand)
    monkeypatch.delenv("DECK_DEBUG", raising=False)
    done = build_many([BuildRequest(code, "kort", out=tmp_path) for code in ("1281", "1280")], 1)
    assert [built.ok for built in done] == [True, False]
    assert [item.code for item in done[1].diagnostics if item.severity == Severity.ERROR] == ["internal"]


def test_a_killed_worker_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from concurrent.futures import Future

    def submit(self: object, *given: object) -> Future[list[Built]]:
        future: Future[list[Built]] = Future()
        future.set_exception(BrokenProcessPool("killed"))
        return future

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor.submit", submit)
    done = build_many([BuildRequest(code, "kort", out=tmp_path) for code in SAMPLE], 2)
    assert [built.place for built in done] == list(SAMPLE)
    assert {built.diagnostics[0].code for built in done} == {"lost-worker"}


def test_strict_writes_nothing_on_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from deck.diagnostics import Diagnostic

    monkeypatch.setattr("deck.layout.audit", lambda laid_out: [Diagnostic("w", Severity.WARNING, "look at this")])
    assert build_one(BuildRequest("lund", "kort", out=tmp_path)).ok
    strict = build_one(BuildRequest("malmö", "kort", out=tmp_path, strict=True))
    assert (strict.ok, strict.exit_code) == (False, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["1281-lund-kort.pptx"]


def test_jobs() -> None:
    assert default_jobs(1) == default_jobs(8) == 1
    assert 1 <= default_jobs(311) <= (os.cpu_count() or 1)


def test_what_is_public(tmp_path: Path) -> None:
    built = deck.build("lund", outline="kort", out=tmp_path)
    assert built.path is not None
    read = deck.read(built.path)
    assert read.presentation is not None and read.presentation.place == "1281"
    assert [place.code for place in deck.find("upplands")] == ["0114", "0139"]
    with pytest.raises(deck.DeckError, match='"nowhere"'):
        deck.build("nowhere", out=tmp_path)


def _or_die(number: int) -> int:
    if number == 7:
        os._exit(9)
    return number


def _gone(number: int) -> int:
    return -number


def test_a_deck_that_ends_its_process_takes_no_other_with_it() -> None:
    from deck.fleet.batch import run_many

    assert run_many(_or_die, _gone, range(1, 20), 2) == [-n if n == 7 else n for n in range(1, 20)]
