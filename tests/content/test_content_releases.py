"""Releases are frozen; the working content is the newest; what changed is told in Swedish."""

import shutil
from pathlib import Path

import pytest

from deck.content import content_root, load_content, releases
from deck.errors import InputError, UsageError


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(content_root(), tmp_path / "content")
    return tmp_path / "content"


def test_three_releases() -> None:
    assert [item.name for item in releases()] == ["2020-04-30", "2021", "2026"]
    old, new, newest, working = (load_content(name) for name in ("2020-04-30", "2021", "2026", None))
    assert (old.release, new.release, working.release) == ("2020-04-30", "2021", "2026")
    assert len({old.fingerprint, new.fingerprint, newest.fingerprint}) == 3 and working.fingerprint == newest.fingerprint
    assert "whats-new" in new.slides and "whats-new" not in old.slides
    assert "rus-2021" in new.sources and "rus-2021" not in old.sources
    assert not any("ortversion" in phrase.text for phrase in old.phrases.values())


def test_a_changed_release_is_refused(root: Path) -> None:
    path = root / "releases" / "2021" / "sv" / "slides-place.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("gärna", "genast"), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_content("2021", root=root)
    assert [item.code for item in caught.value.diagnostics] == ["release-changed"]
    load_content("2020-04-30", root=root)


def test_line_endings_do_not_count(root: Path) -> None:
    path = root / "releases" / "2021" / "slides.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_content("2021", root=root).release == "2021"


def test_unknown_release() -> None:
    with pytest.raises(UsageError):
        load_content("2020-04-31")
