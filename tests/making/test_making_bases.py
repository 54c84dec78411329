"""A deck of content that was never frozen, whose memory a program has taken, is refreshed all the same: or says what to give."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from deck.cli import main
from deck.content import content_root
from deck.content.drafts import FOLDER
from deck.fleet import BuildRequest, build_one
from deck.fleet.refresh import RefreshRequest, refresh_one
from deck.making.bases import beside, given, is_file
from deck.package import open_package, package_bytes
from deck.pptx.manifest import read_manifest, read_properties

WAS, IS, LATER = "Kontakta oss gärna", "Hör av dig", "Ring oss"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(content_root(), tmp_path / "content")
    return tmp_path / "content"


def say(root: Path, was: str, now: str, file: str = "slides-place.yaml") -> None:
    path = root / "sv" / file
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, now), encoding="utf-8")


def forget(path: Path, *also: str) -> None:
    """The file as a program saves it that keeps no customXml."""
    package = open_package(path)
    gone = [name for name in package.parts if name.startswith(("customXml/", *also))]
    rels = {owner: tuple(rel for rel in items if rel.target not in gone) for owner, items in package.rels.items()}
    path.write_bytes(package_bytes(package.replace(dict.fromkeys(gone), None, rels)))


@pytest.fixture
def lost(root: Path, tmp_path: Path) -> Path:
    """A deck of the content between two releases; the content has gone on since."""
    say(root, WAS, IS)
    built = build_one(BuildRequest("1281", "standard", out=tmp_path / "old", content_root=root))
    assert built.path is not None and "+" in built.release, built
    shutil.copy(built.path, tmp_path / "kept.pptx")
    forget(built.path)
    say(root, IS, LATER)
    return built.path


def test_by_the_content_that_was_kept_when_it_was_made(lost: Path, root: Path) -> None:
    found = refresh_one(RefreshRequest(lost, content_root=root))
    assert (found.state, found.conflicts) == ("refreshed", ()), found.diagnostics
    assert {(item.slide, item.slot) for item in found.changes} == {("contact", "title")} or all(
        item.slide == "contact" for item in found.changes
    )
    # The new file was made of unfrozen content, too, and has lost nothing by it.
    assert found.path is not None
    forget(found.path)
    say(root, LATER, WAS)
    assert refresh_one(RefreshRequest(found.path, content_root=root)).state == "refreshed"


@pytest.mark.parametrize("options", [{}, {"dry_run": True}, {"status_only": True}])
@pytest.mark.parametrize("folder", [False, True])
def test_by_an_earlier_file(lost: Path, root: Path, tmp_path: Path, options: dict[str, Any], folder: bool) -> None:
    shutil.rmtree(root / FOLDER)
    base = tmp_path / "kept.pptx"
    if folder:
        base = (tmp_path / "earlier") / "any.pptx"
        base.parent.mkdir()
        shutil.copy(tmp_path / "kept.pptx", base)
        base = base.parent
    found = refresh_one(RefreshRequest(lost, base=str(base), content_root=root, **options))
    assert (found.state, found.conflicts) == ("refreshed", ()), found.diagnostics
    assert found.again[:2] == ("--base", str(base.resolve()))


def test_without_any_word_of_its_own(lost: Path, root: Path, tmp_path: Path) -> None:
    """As from a program that keeps no properties either."""
    forget(lost, "docProps/custom.xml")
    assert not read_properties(open_package(lost))
    found = refresh_one(RefreshRequest(lost, base=str(tmp_path / "kept.pptx"), content_root=root))
    assert (found.state, found.conflicts, found.place) == ("refreshed", (), "1281"), found.diagnostics


def test_by_the_file_beside_it_that_it_was_made_from(root: Path, tmp_path: Path) -> None:
    built = build_one(BuildRequest("1281", "kort", release="2026", out=tmp_path, content_root=root))
    say(root, WAS, IS)
    say(root, "Tre delar, lärande exempel och länkar till mer stöd", "Tre delar och lärande exempel", "slides-guidance.yaml")
    assert built.path is not None
    first = refresh_one(RefreshRequest(built.path, content_root=root))
    assert first.path is not None and "+" in first.release_after
    forget(first.path)
    assert refresh_one(RefreshRequest(first.path, content_root=root, status_only=True)).state == "up-to-date"
    shutil.rmtree(root / FOLDER)
    assert refresh_one(RefreshRequest(first.path, content_root=root, status_only=True)).state == "up-to-date"
    say(root, IS, LATER)
    found = refresh_one(RefreshRequest(first.path, content_root=root))
    assert found.state != "refused" and not found.conflicts, found.diagnostics
    assert [item.code for item in found.diagnostics] == ["memory-of-another"]
    built.path.unlink()
    assert beside(first.path, read_properties(open_package(first.path))) is None
    shutil.rmtree(root / FOLDER, ignore_errors=True)
    refused = refresh_one(RefreshRequest(first.path, content_root=root))
    assert (refused.state, refused.exit_code, [item.code for item in refused.diagnostics]) == ("refused", 2, ["no-base"])
    assert "--base" in refused.diagnostics[0].hint and first.release_after in refused.diagnostics[0].message


def test_another_deck_or_one_without_memory_is_none(lost: Path, root: Path, tmp_path: Path) -> None:
    other = build_one(BuildRequest("1440", "kort", release="2021", out=tmp_path / "other"))
    assert other.path is not None
    for base, code in (
        (other.path, "another-deck"),
        (lost, "no-base"),
        (tmp_path / "x.pptx", "missing-file"),
        (other.path.parent, "no-base"),
    ):
        found = refresh_one(RefreshRequest(lost, base=str(base), content_root=root))
        assert [item.code for item in found.diagnostics] == [code]
    whole = tmp_path / "kept.pptx"
    assert given(str(whole), lost, {}).manifest == read_manifest(open_package(whole))
    assert "base-not-needed" in [
        i.code for i in refresh_one(RefreshRequest(whole, base=str(lost), content_root=root)).diagnostics
    ]


def test_a_release_goes_before_a_folder_of_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("2021").mkdir()
    Path("mina").mkdir()
    assert [is_file(base) for base in (None, "2021", "mina", "x.PPTX")] == [False, False, True, True]


def test_a_folder_and_status_take_it_too(lost: Path, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(root / FOLDER)
    base = ["--base", str(tmp_path / "kept.pptx"), "--content", str(root)]
    assert main(["status", str(lost.parent), *base]) == 0
    assert main(["refresh", str(lost.parent), "--dry-run", *base]) == 0
    assert "no-base" not in capsys.readouterr().out
    assert main(["status", str(lost.parent), "--content", str(root)]) == 2
