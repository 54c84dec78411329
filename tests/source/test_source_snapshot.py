"""A file as it was when it was looked at."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from deck.source.snapshot import Snapshot, Stamp


def test_a_snapshot_is_known_by_what_the_file_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.yaml"
    path.write_bytes(b"one")
    one = Snapshot.of(path, 3)
    assert one == Snapshot(path, b"one", "a.yaml") and str(one) == "a.yaml"
    before = path.stat()
    path.write_bytes(b"two")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    two = Snapshot.of(path, 3)
    assert two is not None and two.data == b"two" and len({one, two}) == 2
    path.write_bytes(b"one")
    assert Snapshot.of(path, 3) == one
    path.unlink()
    assert one is not None and one.data == b"one"


@pytest.mark.parametrize(("most", "taken"), [(2, False), (3, True), (4, True)])
def test_no_more_than_its_bound_is_read(most: int, taken: bool, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    assert (Snapshot.of(tmp_path / "a", most) is not None) == taken


def test_what_cannot_be_read_is_none(tmp_path: Path) -> None:
    assert Snapshot.of(tmp_path / "nowhere", 9) is None
    assert Snapshot.of(tmp_path, 10**9) is None, "a folder"


def test_a_text_that_was_a_file_once() -> None:
    found = Snapshot.text("in/a.yaml", "å")
    assert (found.path, found.data, str(found)) == (Path("in/a.yaml"), "å".encode(), "in/a.yaml")


def test_a_stamp_is_another_after_each_writing_also_with_its_time_set_back(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"one")
    one = Stamp.of(path)
    assert one == Stamp.of(path) and one.size == 3
    os.utime(path, ns=(one.time, one.time - 10**9))
    path.write_bytes(b"two!")
    os.utime(path, ns=(one.time, one.time))
    other = Stamp.of(path)
    assert other != one and other.time == one.time
    (tmp_path / "b").write_bytes(b"new!")
    os.utime(tmp_path / "b", ns=(one.time, one.time))
    (tmp_path / "b").replace(path)
    assert Stamp.of(path).inode != other.inode


def test_a_stamp_follows_links_and_says_where_there_is_nothing(tmp_path: Path) -> None:
    assert Stamp.of(tmp_path / "a") == Stamp(tmp_path / "a", -1, -1, -1, -1)
    (tmp_path / "a").write_bytes(b"abc")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert Stamp.of(tmp_path / "b").size == 3
