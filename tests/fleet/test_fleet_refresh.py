"""One edited deck brought up to date: never raised, never written over, refused with one clear line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from deck.fleet import BuildRequest, build_one
from deck.fleet.refresh import RefreshRequest, refresh_many, refresh_one


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = build_one(BuildRequest("1281", "kort", release="2020-04-30", out=tmp_path_factory.mktemp("old")))
    assert built.path is not None, built.diagnostics
    return built.path


@pytest.fixture
def deck(old: Path, tmp_path: Path) -> Path:
    path = tmp_path / "plan.pptx"
    path.write_bytes(old.read_bytes())
    return path


def test_brought_up_to_date_beside_its_original(deck: Path) -> None:
    before = deck.read_bytes()
    found = refresh_one(RefreshRequest(deck))
    assert (found.state, found.exit_code, found.path) == ("refreshed", 0, deck.with_name("plan-uppdaterad.pptx"))
    assert (found.place, found.outline, found.audience) == ("1281", "kort", "alla")
    assert deck.read_bytes() == before and found.path is not None and found.path.exists()
    assert refresh_one(RefreshRequest(found.path)).state == "up-to-date"


@pytest.mark.parametrize("asked", [{"dry_run": True}, {"status_only": True}])
def test_only_told_nothing_is_written(deck: Path, asked: dict[str, Any]) -> None:
    found = refresh_one(RefreshRequest(deck, **asked))
    assert found.state == "refreshed" and found.path is None and found.changes
    assert [path.name for path in deck.parent.iterdir()] == ["plan.pptx"]


def strangers(path: Path) -> None:
    deck: Any = Presentation()
    deck.save(str(path))


@pytest.mark.parametrize(
    ("spoil", "options", "code"),
    [
        (lambda path: path.unlink(), {}, "missing-file"),
        (strangers, {}, "not-ours"),
        (lambda path: path.write_bytes(b"x"), {}, "not-a-presentation"),
        (lambda path: None, {"place": "atlantis"}, "unknown-place"),
        (lambda path: None, {"release": "1999"}, "unknown-release"),
        (lambda path: None, {"resolve": {"when/titel": "mine"}}, "unknown-conflict"),
        (lambda path: None, {"local": Path("saknas.yaml")}, "missing-file"),
        (lambda path: None, {"template": Path("saknas.potx")}, ""),
    ],
    ids=range(8),
)
def test_what_cannot_be_done_is_refused_never_raised(
    deck: Path, spoil: Callable[[Path], Any], options: dict[str, Any], code: str
) -> None:
    spoil(deck)
    found = refresh_one(RefreshRequest(deck, **options))
    assert found.state == "refused" and found.exit_code in (1, 2) and found.path is None
    assert not code or code in [item.code for item in found.diagnostics]
    assert not any(item.code == "internal" for item in found.diagnostics)


def test_a_fault_of_ours_is_one_line_and_for_developers_raised(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_given: Any) -> None:
        raise ZeroDivisionError("noll")

    monkeypatch.setattr("deck.making.refresh.made_from", broken)
    found = refresh_one(RefreshRequest(deck))
    assert [item.code for item in found.diagnostics] == ["internal"] and "noll" in found.diagnostics[0].message
    monkeypatch.setenv("DECK_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        refresh_one(RefreshRequest(deck))


def test_many_go_on_past_bad_ones_and_carry_no_packages(deck: Path) -> None:
    done = refresh_many([RefreshRequest(deck.with_name("saknas.pptx")), RefreshRequest(deck)], 1)
    assert [item.state for item in done] == ["refused", "refreshed"]
    assert all(item.package is None and item.before is None for item in done)


def test_a_file_that_lost_its_memory_is_known_by_what_it_says_or_told_whose_it_is(deck: Path) -> None:
    from deck.package import open_package, package_bytes

    package = open_package(deck)
    gone = {name: None for name in package.parts if name.startswith("customXml/") or name == "docProps/custom.xml"}
    deck.write_bytes(package_bytes(package.replace(gone)))
    guessed = refresh_one(RefreshRequest(deck))
    assert guessed.diagnostics[0].code == "memory-guessed"
    assert (guessed.place, guessed.release_before) == ("1281", "2020-04-30")
    found = refresh_one(RefreshRequest(deck, base="2020-04-30", place="lund"))
    assert found.state != "refused" and found.place == "1281" and found.release_before == "2020-04-30"
