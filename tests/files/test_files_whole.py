"""All of a file or nothing; and what a killed process left is swept away, and nothing else."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from deck.errors import InputError
from deck.files import write_atomic
from deck.files.whole import _machine


def left_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_file_is_written_whole_and_with_the_usual_rights(tmp_path: Path) -> None:
    path = tmp_path / "ny" / "mapp" / "lund.pptx"
    write_atomic(path, b"1")
    write_atomic(path, b"22")
    assert left_in(path.parent) == {"lund.pptx": b"22"}
    plain = path.with_name("plain")
    plain.touch()
    assert path.stat().st_mode == plain.stat().st_mode


@pytest.mark.parametrize("step", ["fsync", "replace", "write"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS, errno.EIO])
def test_a_disk_that_fails_leaves_the_original_and_nothing_half(
    step: str, number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lund.pptx"
    path.write_bytes(b"mine")

    def fail(*_args: object, **_kwargs: object) -> None:
        raise OSError(number, os.strerror(number))

    if step == "write":
        real = os.fdopen

        def broken(handle: int, mode: str) -> object:
            stream = real(handle, mode)
            return type("Full", (), {"__enter__": lambda self: self, "__exit__": lambda *a: stream.close(), "write": fail})()

        monkeypatch.setattr(os, "fdopen", broken)
    else:
        monkeypatch.setattr(os if step == "fsync" else Path, step, fail)
    with pytest.raises(InputError) as caught:
        write_atomic(path, b"theirs")
    (complaint,) = caught.value.diagnostics
    assert (complaint.code, complaint.where.file) == ("unwritable", str(path))
    assert complaint.hint
    monkeypatch.undo()
    assert left_in(tmp_path) == {"lund.pptx": b"mine"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_disk_that_is_really_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "lund.pptx"
    path.write_bytes(b"mine")
    real = os.fdopen

    def onto_full(handle: int, mode: str) -> object:
        os.close(handle)
        return real(os.open("/dev/full", os.O_WRONLY), mode)

    monkeypatch.setattr(os, "fdopen", onto_full)
    with pytest.raises(InputError, match="no room left"):
        write_atomic(path, b"theirs")
    monkeypatch.undo()
    assert left_in(tmp_path) == {"lund.pptx": b"mine"}


def test_an_interrupt_leaves_nothing_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        write_atomic(tmp_path / "lund.pptx", b"theirs")
    monkeypatch.undo()
    assert left_in(tmp_path) == {}


def test_a_folder_that_is_a_file_and_a_goal_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "file" / "lund.pptx", tmp_path / "folder"):
        with pytest.raises(InputError) as caught:
            write_atomic(path, b"theirs")
        assert caught.value.diagnostics[0].code == "unwritable"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]
    assert (tmp_path / "file").read_bytes() == b"mine"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may write anywhere")
def test_a_folder_without_write_access(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(InputError) as caught:
            write_atomic(tmp_path / "lund.pptx", b"theirs")
    finally:
        tmp_path.chmod(0o755)
    assert caught.value.diagnostics[0].code == "unwritable"
    assert left_in(tmp_path) == {}


def test_a_long_name_in_swedish_is_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / ("å" * 120 + ".pptx")
    write_atomic(path, b"1")
    assert left_in(tmp_path) == {path.name: b"1"}


# --- what was left behind -------------------------------------------------------------------------------------------------------


def ended() -> int:
    """The number of a process that lives no more."""
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    return done.pid


def test_only_what_is_ours_and_stale_is_swept_away(tmp_path: Path) -> None:
    dead, here, away = ended(), _machine(), "0" * 8
    stays = [
        f".a.pptx.deck-{here}-{os.getpid()}-abcdefgh.tmp",
        f".a.pptx.deck-{here}-{os.getppid()}-abcdefgh.tmp",
        f".a.pptx.deck-{away}-{dead}-abcdefgh.tmp",
        ".a.pptx.tmp",
        ".a.pptx.abcdefgh.tmp",
        f"a.pptx.deck-{here}-{dead}-abcdefgh.tmp.pptx",
        f".a.pptx.deck-{here}-x-abcdefgh.tmp",
        "~$a.pptx",
        "a.pptx",
    ]
    goes = [
        f".a.pptx.deck-{here}-{dead}-abcdefgh.tmp",
        f".{'å' * 40}.deck-{here}-{dead}-abcd_fg1.tmp",
        f".a.pptx.deck-{away}-{dead}-abcdefg2.tmp",
        f".a.pptx.deck-{here}-{os.getppid()}-abcdefg3.tmp",
    ]
    for name in (*stays, *goes):
        (tmp_path / name).write_bytes(b"x")
    for name in goes[2:]:
        os.utime(tmp_path / name, (1, 1))
    (tmp_path / f".b.deck-{here}-{dead}-abcdefgh.tmp").symlink_to(tmp_path / "a.pptx")
    (tmp_path / f".2021.deck-{here}-{dead}-abcdefgh.tmp").mkdir()
    write_atomic(tmp_path / "ny.pptx", b"1")
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {*stays, "ny.pptx", f".b.deck-{here}-{dead}-abcdefgh.tmp"}
