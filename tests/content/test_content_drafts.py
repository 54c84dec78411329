"""Content that was never frozen is kept as decks were made of it: whole, once, within bounds, and trusted only as it was."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from deck.content import content_root, drafts, keep_draft, load_content
from deck.content.drafts import FOLDER, draft_folder, release_of_draft
from deck.errors import UsageError


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(content_root(), tmp_path / "content", ignore=shutil.ignore_patterns("drafts"))
    say(tmp_path / "content", "Hör av dig")
    return tmp_path / "content"


def say(root: Path, words: str) -> None:
    path = root / "sv" / "slides-place.yaml"
    was = content_root() / "sv" / "slides-place.yaml"
    path.write_text(was.read_text(encoding="utf-8").replace("Kontakta oss gärna", words), encoding="utf-8")


def test_kept_and_read_as_it_was(root: Path) -> None:
    name, then = load_content(root=root).release, load_content(root=root)
    assert keep_draft(name, root) and keep_draft(name, root)
    assert draft_folder(name, root) == root / FOLDER / name
    say(root, "Ring oss")
    kept = load_content(name, root=root)
    assert {key: item.text for key, item in kept.phrases.items()} == {key: item.text for key, item in then.phrases.items()}
    assert (kept.release, kept.date) == (name, then.date)
    assert release_of_draft(name) == "2026"
    assert not keep_draft(name.replace(name[-8:], "0" * 8), root)


def test_what_was_changed_since_is_no_draft(root: Path) -> None:
    name = load_content(root=root).release
    keep_draft(name, root)
    assert draft_folder(name, root) == root / FOLDER / name
    say(root, "Ring oss")
    path = root / FOLDER / name / "sv" / "slides-place.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# x\n", encoding="utf-8")
    assert draft_folder(name, root) is None
    with pytest.raises(UsageError):
        load_content(name, root=root)


@pytest.mark.parametrize("name", ["2021", "../releases/2021", "2021+../../x", "", "/etc", "2021+FC7EC804"])
def test_no_other_name_is_one(root: Path, name: str) -> None:
    assert draft_folder(name, root) is None and not keep_draft(name, root)


def test_the_oldest_go_and_strangers_stay(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = []
    for n in range(4):
        say(root, f"Hör av dig {n}")
        names.append(load_content(root=root).release)
        assert keep_draft(names[-1], root)
        os.utime(root / FOLDER / names[-1], (1_000_000 + n, 1_000_000 + n))
    size = sum(path.stat().st_size for path in (root / FOLDER / names[0]).rglob("*") if path.is_file())
    (root / FOLDER / "mitt").mkdir()
    (root / FOLDER / names[0] / "sv" / "terms.yaml").write_text("x: y\n", encoding="utf-8")
    monkeypatch.setattr(drafts, "MOST_BYTES", 4 * size)
    say(root, "Ring oss")
    names.append(load_content(root=root).release)
    assert keep_draft(names[-1], root)
    there = {path.name for path in (root / FOLDER).iterdir()}
    # The first was changed by hand, so it stays; the next oldest went.
    assert names[0] in there and names[1] not in there and {*names[3:], "mitt"} <= there


def test_a_folder_that_cannot_be_written_stops_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_arguments: object) -> bool:
        raise PermissionError(13, "no")

    monkeypatch.setattr(drafts, "put_folder", refused)
    assert not keep_draft(load_content(root=root).release, root)
