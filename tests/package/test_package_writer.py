"""The same package, the same bytes; and all of a file or nothing."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from package_made import packages, rels, whole, zipped

from deck.errors import InputError
from deck.package import Package, Relationship, open_package, package_bytes, write_atomic

PROGRAM = """
import hashlib, sys
sys.path[:0] = [{tests!r}, {root!r}]
from package_made import whole, zipped
from deck.package import open_package, package_bytes
print(hashlib.sha256(package_bytes(open_package(zipped(whole())))).hexdigest())
"""


@given(packages())
def test_what_is_written_is_read_again(package: Package) -> None:
    data = package_bytes(package)
    again = open_package(data)
    assert again == package
    assert package_bytes(again) == data


@given(packages())
def test_the_zip_is_sound_for_others(package: Package) -> None:
    with zipfile.ZipFile(io.BytesIO(package_bytes(package))) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names[0] == "[Content_Types].xml"
        assert len(set(names)) == len(names)
        assert all(name.isascii() and " " not in name for name in names)
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_real_name_with_spaces_and_letters_is_one_that_others_find() -> None:
    """python-pptx and LibreOffice look in the zip for what the relationship says, letter by letter."""
    package = open_package(zipped(whole()))
    package = package.replace(
        parts={"ppt/media/en bild på Åre.png": b"1"},
        rels={package.main: (Relationship("rId1", "x/image", "ppt/media/en bild på Åre.png"),)},
    )
    with zipfile.ZipFile(io.BytesIO(package_bytes(package))) as archive:
        said = archive.read("ppt/_rels/presentation.xml.rels").decode()
        assert 'Target="media/en%20bild%20p%C3%A5%20%C3%85re.png"' in said
        assert archive.read("ppt/media/en%20bild%20p%C3%A5%20%C3%85re.png") == b"1"


def test_a_target_at_the_root_is_written_and_read_again() -> None:
    """A stranger's file may point nowhere; that must not end in a traceback."""
    entries = {
        **whole(),
        "ppt/_rels/presentation.xml.rels": rels(("rId1", "slide", "../../..")),
        "_rels/.rels": rels(("rId1", "officeDocument", "ppt/presentation.xml"), ("rId2", "thumbnail", "/")),
    }
    package = open_package(zipped(entries))
    assert open_package(package_bytes(package)) == package


def test_an_override_without_its_part_is_not_written() -> None:
    package = open_package(zipped(whole()))
    package = package.replace(overrides={"ppt/gone.xml": "application/x"})
    assert "ppt/gone.xml" not in open_package(package_bytes(package)).overrides


def test_the_bytes_are_the_same_whatever_the_time_folder_zone_and_hash_seed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = package_bytes(open_package(zipped(whole())))
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    assert package_bytes(open_package(zipped(whole()))) == data
    here = Path(__file__)
    program = PROGRAM.format(tests=str(here.parent), root=str(here.parents[2]))
    for seed, zone in (("1", "Pacific/Auckland"), ("77", "America/Lima")):
        folder = tmp_path / seed
        folder.mkdir()
        done = subprocess.run(
            [sys.executable, "-c", program],
            cwd=folder,
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        )
        assert done.stdout.strip() == hashlib.sha256(data).hexdigest()


# --- all or nothing ------------------------------------------------------------------------------------------------------------


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
    with pytest.raises(InputError, match="No space left"):
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
