"""Decks are made again only where what they are made from has changed; and then they always are."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from deck.content import content_root
from deck.fleet import BuildRequest, build_one
from deck.fleet.standing import StandingAnswer, build_changed, deck_key
from deck.ledger import StandingDeck

PLACES = ("1281", "2584")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, StandingDeck]]:
    folder = tmp_path_factory.mktemp("standing")
    shutil.copytree(content_root(), folder / "content", ignore=shutil.ignore_patterns("drafts"))
    (folder / "branding").mkdir()
    answers = build_changed(requests(folder), {})
    assert [item.why for item in answers] == [("first",)] * 2 and not any(item.kept for item in answers)
    return folder, remembered(folder, answers)


def requests(folder: Path) -> list[BuildRequest]:
    return [
        BuildRequest(code, outline="kort", out=folder / "out", content_root=folder / "content", branding_root=folder / "branding")
        for code in PLACES
    ]


def remembered(folder: Path, answers: list[StandingAnswer]) -> dict[str, StandingDeck]:
    found = {deck_key(request): item.standing for request, item in zip(requests(folder), answers, strict=True)}
    return {key: item for key, item in found.items() if item is not None}


@pytest.fixture
def stood(made: tuple[Path, dict[str, StandingDeck]], tmp_path: Path) -> tuple[Path, Mapping[str, StandingDeck]]:
    """A folder of its own, in which all stands."""
    folder, known = made
    shutil.copytree(folder, tmp_path / "all", dirs_exist_ok=True)
    moved = build_changed(requests(tmp_path / "all"), known)
    # A copy is another file: it is made once more.
    assert [item.why for item in moved] in ([("files",)] * 2, [("content", "complaints")] * 2, [("content",)] * 2)
    return tmp_path / "all", remembered(tmp_path / "all", moved)


def test_what_stands_is_kept_and_told_as_it_was_told(stood: tuple[Path, Mapping[str, StandingDeck]]) -> None:
    folder, known = stood
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (folder / "out").glob("*.pptx")}
    answers = build_changed(requests(folder), known)
    assert all(item.kept and not item.why for item in answers)
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (folder / "out").glob("*.pptx")} == before
    anew = [build_one(item) for item in requests(folder)]
    assert [item.built.to_json() for item in answers] == [item.to_json() for item in anew]


def _colour(folder: Path) -> None:
    (folder / "branding/2584-kiruna").mkdir()
    (folder / "branding/2584-kiruna/brand.yaml").write_text('colors:\n  accent1: "#0B6E4F"\n', "utf-8")


def _word(folder: Path) -> None:
    path = next(path for path in sorted((folder / "content/sv").rglob("*.yaml")) if "Agenda 2030" in path.read_text("utf-8"))
    path.write_text(path.read_text("utf-8") + "# changed\n", "utf-8")


def _stranger(folder: Path) -> None:
    (folder / "branding/nowhere").mkdir()
    (folder / "branding/nowhere/brand.yaml").write_text("", "utf-8")


def _edit(folder: Path) -> None:
    path = next((folder / "out").glob("2584*.pptx"))
    path.write_bytes(path.read_bytes() + b" ")


@pytest.mark.parametrize(
    ("change", "lund", "kiruna"),
    [
        (_colour, (), ("brand",)),
        (_word, ("content",), ("content",)),
        (_stranger, ("complaints",), ("complaints",)),
        (_edit, (), ("files",)),
        (lambda folder: next((folder / "out").glob("1281*.pptx")).unlink(), ("files",), ()),
    ],
    ids=["a place's colour", "the content", "a folder of no place", "an edit", "a file that is gone"],
)
def test_only_what_depends_on_a_change_is_made_again(
    change: Callable[[Path], None],
    lund: tuple[str, ...],
    kiruna: tuple[str, ...],
    stood: tuple[Path, Mapping[str, StandingDeck]],
) -> None:
    folder, known = stood
    change(folder)
    answers = build_changed(requests(folder), known)
    assert [item.why for item in answers] == [lund, kiruna]
    assert [item.kept for item in answers] == [not lund, not kiruna]
    assert answers[0].built.ok
    # The owner's edit is left alone, as it always is; what was not made is not remembered.
    assert answers[1].built.ok is (change is not _edit) and (answers[1].standing is None) is (change is _edit)


@pytest.mark.parametrize(("name", "value"), [("SOURCE_DATE_EPOCH", "1700000000"), ("LANGUAGE", "fi"), ("DECK_SECONDS", "60")])
def test_another_moment(
    name: str, value: str, stood: tuple[Path, Mapping[str, StandingDeck]], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, known = stood
    monkeypatch.setenv(name, value)
    monkeypatch.setattr("deck.i18n._chosen", None)
    assert not any(item.kept for item in build_changed(requests(folder), known))


def test_a_warning_that_was_let_through_is_an_error_where_that_is_asked(
    stood: tuple[Path, Mapping[str, StandingDeck]],
) -> None:
    folder, _known = stood
    _stranger(folder)
    first = build_changed(requests(folder), {})
    assert all(item.built.ok and item.built.worst for item in first)
    strictly = [replace(item, strict=True) for item in requests(folder)]
    answers = build_changed(strictly, remembered(folder, first))
    assert [item.why for item in answers] == [("strict",)] * 2 and not any(item.built.ok for item in answers)


def test_a_format_that_is_not_there_yet(stood: tuple[Path, Mapping[str, StandingDeck]]) -> None:
    folder, known = stood
    answers = build_changed([replace(item, also=("pdf",)) for item in requests(folder)][:1], known)
    assert answers[0].why == ("files",) and answers[0].built.also["pdf"].is_file()


def test_a_broken_profile_is_told_and_stops_no_other(stood: tuple[Path, Mapping[str, StandingDeck]]) -> None:
    folder, known = stood
    _colour(folder)
    (folder / "branding/2584-kiruna/brand.yaml").write_text("colors: [", "utf-8")
    lund, kiruna = build_changed(requests(folder), known)
    assert lund.kept and not kiruna.built.ok and kiruna.built.diagnostics and kiruna.standing is None
