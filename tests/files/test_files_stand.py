"""Whether anything was changed, told without reading: every writing shows, but one too near to be told apart."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from deck.files.stand import settled, stand, stand_digest


def test_a_change_shows_also_where_size_and_time_are_set_back(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("one")
    before = stand([tmp_path])
    told = file.stat()
    assert stand_digest(stand([tmp_path])) == stand_digest(before)
    time.sleep(0.02)
    file.write_text("two")
    os.utime(file, ns=(told.st_atime_ns, told.st_mtime_ns))
    if os.name != "nt":
        assert stand_digest(stand([tmp_path])) != stand_digest(before)


@pytest.mark.parametrize("name", ["b.yaml", "in/b.yaml"])
def test_a_file_that_comes_or_goes_shows(name: str, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    before = stand([tmp_path])
    (tmp_path / name).write_text("")
    assert stand([tmp_path]) != before
    (tmp_path / name).unlink()
    assert stand([tmp_path]) == before


@pytest.mark.parametrize("name", ["drafts/x.yaml", "__pycache__/x.pyc", ".hidden", ".git/x"])
def test_what_builds_write_themselves_does_not(name: str, tmp_path: Path) -> None:
    before = stand([tmp_path])
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("")
    assert stand([tmp_path]) == before


def test_what_was_written_a_moment_ago_is_not_settled(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    assert not settled(stand([tmp_path]), time.time()) and settled(stand([tmp_path]), time.time() + 60)
    assert settled({}, 0.0)
