"""Decks of many: the same bytes everywhere, every place and choice, and no bad place stops the others."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path

import pytest

import deck
from deck.check import facts
from deck.diagnostics import Severity
from deck.fleet import BuildRequest, Built, build_many, build_one, default_jobs
from deck.memory import forget
from deck.package import Package
from deck.places import load_places
from deck.pptx import writer
from deck.pptx.manifest import AsWritten
from deck.pptx.reader import read_pptx
from deck.refresh.digests import digests_of
from deck.refresh.guard.side import Side
from deck.refresh.variety import sizes_on
from deck.template import swap

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


# --- what decks share ---------------------------------------------------------------------------------------------------------


def known_of(package: Package) -> AsWritten:
    return AsWritten(digests_of(package), sizes_on(Side.of(read_pptx(package))))


UNLIKE = ("1281", "2584", "12", "0680", "0980")
"""A municipality by a county's middle, one at its edge, a county, and two others."""


@pytest.fixture
def plainly(monkeypatch: pytest.MonkeyPatch) -> Callable[[BuildRequest], Built]:
    """One deck by itself, by the plain path: nothing remembered, nothing shared, each slide read anew."""

    def built(request: BuildRequest) -> Built:
        forget()
        with monkeypatch.context() as plain:
            plain.setattr("deck.pptx.stencil.Stamped", lambda shared, own, _bare: shared + own)
            plain.setattr("deck.template.branding.Stamped", lambda shared, own: shared + own)
            plain.setattr("deck.pptx.writer.color_map", writer._color_map)
            plain.setattr("deck.refresh.digests.known_of_written", lambda package, _pages: known_of(package))
            plain.setattr("deck.check.subject.facts_of", facts._facts)
            plain.setattr("deck.template.swap._dyed", swap._dyed.__wrapped__)
            plain.setattr("deck.template.swap._level", swap._level.__wrapped__)
            plain.setattr("deck.template.swap._seated", swap._seated.__wrapped__)
            return build_one(request)

    return built


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_what_decks_share_is_what_each_has_by_itself(plainly: Callable[[BuildRequest], Built], tmp_path: Path) -> None:
    """The law of all that is quick: part by part, and byte by byte, the deck of the plain path."""
    forget()
    quick: list[Built] = []
    for n in range(2):
        quick = [build_one(BuildRequest(code, out=tmp_path / f"quick{n}", strict=True)) for code in UNLIKE]
    for code, one in zip(UNLIKE, quick, strict=True):
        alone = plainly(BuildRequest(code, out=tmp_path / "plain", strict=True))
        assert one.path is not None and alone.path is not None
        mine, plain = parts(one.path), parts(alone.path)
        assert list(mine) == list(plain) and [name for name in plain if mine[name] != plain[name]] == []
        assert one.path.read_bytes() == alone.path.read_bytes()
        assert one.diagnostics == alone.diagnostics


FAULTS = {
    "no YAML": "colors: [",
    "no colour": "colors:\n  accent1: blå\n",
    "a logo that is not there": "logo:\n  light: borta.svg\n",
    "a footer that no line holds": f"footer: {'Kirunavaaraluossavaara' * 9}\n",
    "a field that is none": "färg: blå\n",
    "a template that is none": "template: brand.yaml\n",
}


@pytest.mark.parametrize("said", FAULTS.values(), ids=FAULTS)
def test_a_fault_of_one_place_is_found_among_all_warm_or_cold(
    said: str, plainly: Callable[[BuildRequest], Built], tmp_path: Path
) -> None:
    def requests(out: str) -> list[BuildRequest]:
        return [
            BuildRequest(code, "kort", out=tmp_path / out, strict=True, branding_root=tmp_path / "branding")
            for code in ("1281", "2584", "1280")
        ]

    (tmp_path / "branding").mkdir()
    before = [build_one(item) for item in requests("before")]
    assert all(item.ok for item in before)
    (tmp_path / "branding/2584-kiruna").mkdir()
    (tmp_path / "branding/2584-kiruna/brand.yaml").write_text(said, "utf-8")
    warm = [build_one(item) for item in requests("warm")]
    cold = [plainly(item) for item in requests("cold")]
    assert [item.diagnostics for item in warm] == [item.diagnostics for item in cold]
    assert [item.ok for item in warm] == [item.ok for item in cold] == [True, False, True]
    assert warm[1].diagnostics


def test_a_fault_of_a_place_s_own_material_is_found_warm_or_cold(
    plainly: Callable[[BuildRequest], Built], tmp_path: Path
) -> None:
    local = tmp_path / "local.yaml"
    local.write_text("contact:\n  name: Åsa\n", "utf-8")
    request = BuildRequest("2584", "kort", out=tmp_path / "out", strict=True, local=local)
    good = build_one(request)
    for said in ("contact: [", "nonsense: 1\n", f"event: {'Konferensen' * 40}\n"):
        local.write_text(said, "utf-8")
        warm, cold = build_one(request), plainly(request)
        assert not warm.ok and warm.diagnostics == cold.diagnostics and warm.diagnostics
    assert good.ok or good.diagnostics


LONG = "Kirunavaaraluossavaara"


@pytest.mark.parametrize(("name", "stands"), [(LONG * 9, False), (LONG * 6, None), ("Kiruna < kommun & ]]>", True)])
def test_a_name_of_one_place_is_judged_alike_warm_or_cold(
    name: str, stands: bool | None, plainly: Callable[[BuildRequest], Built], tmp_path: Path
) -> None:
    """Proofs hold for decks that differ in names: what a name alone can spoil is looked at in each."""
    requests = [BuildRequest(code, "kort", out=tmp_path / "warm", strict=True) for code in ("1281", "2584")]
    kiruna = load_places().find("2584")
    usual = kiruna.own_name
    forget()
    assert build_one(requests[0]).ok
    try:
        object.__setattr__(load_places().find("2584"), "own_name", name)
        warm = build_one(requests[1])
        with pytest.MonkeyPatch.context() as patched:
            # The register is read anew by the plain path.
            spoilt = load_places()
            patched.setattr("deck.fleet.build.load_places", lambda: spoilt)
            patched.setattr(sys.modules["deck.making.make"], "load_places", lambda: spoilt)
            cold = plainly(replace(requests[1], out=tmp_path / "cold"))
    finally:
        object.__setattr__(kiruna, "own_name", usual)
        forget()
    assert warm.diagnostics == cold.diagnostics and warm.ok is cold.ok
    assert stands is None or warm.ok is stands
    if warm.path is not None and cold.path is not None:
        assert warm.path.read_bytes() == cold.path.read_bytes()
