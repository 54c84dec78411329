"""Large parts stay in their file: the same bytes out, none of them in memory, and a file that changes meanwhile is told."""

from __future__ import annotations

import hashlib
import io
import random
import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from deck.errors import InputError
from deck.package import Entry, Package, Parts, open_package, package_bytes, package_pieces, sha256
from deck.package.parts import begins, changed, held, pieces, same, size_of
from deck.package.reader import LEFT

TYPES = b"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="xml" ContentType="application/xml"/><Default Extension="mp4" ContentType="video/mp4"/>
<Default Extension="bmp" ContentType="image/bmp"/>
</Types>"""
FILM = random.Random(1).randbytes(4 * LEFT)
PICTURE = random.Random(2).randbytes(200_000) * (1 + LEFT // 200_000)


def made(path: Path, film: bytes = FILM, how: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(path, "w", how) as archive:
        for name, data in (("[Content_Types].xml", TYPES), ("a.xml", b"<a/>"), ("m/film.mp4", film), ("m/p.bmp", PICTURE)):
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize("how", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_what_is_left_in_the_file_comes_out_the_same(tmp_path: Path, how: int) -> None:
    path = made(tmp_path / "a.pptx", how=how)
    lazy, whole = open_package(path), open_package(path.read_bytes())
    assert isinstance(held(lazy.parts, "m/film.mp4"), Entry) and isinstance(held(lazy.parts, "a.xml"), bytes)
    assert lazy.parts == whole.parts and whole.parts == lazy.parts and lazy == whole
    assert package_bytes(lazy) == package_bytes(whole)
    # What was copied, changed or renamed beside it did not read it.
    other = lazy.replace({"a.xml": b"<b/>"})
    assert isinstance(held(other.parts, "m/film.mp4"), Entry) and other.parts != lazy.parts
    assert package_bytes(other) == package_bytes(whole.replace({"a.xml": b"<b/>"}))


def test_neither_reading_nor_writing_holds_it(tmp_path: Path) -> None:
    path = made(tmp_path / "a.pptx")
    tracemalloc.start()
    package = open_package(path)
    written = package_pieces(package)
    size = sum(map(len, written))
    assert size == sum(map(len, written)) > len(FILM) + len(PICTURE) // 100
    assert sha256(package.parts, "m/film.mp4") and begins(package.parts, "m/film.mp4") == FILM[:64]
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < len(FILM) / 2


def test_a_part_s_digest_is_worked_out_once_for_it_as_it_is_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A template's picture is asked for by each shape that lies upon it."""
    package = open_package(made(tmp_path / "a.pptx"))
    read: list[Entry] = []
    plain = Entry.pieces

    def counted(entry: Entry) -> Iterator[bytes]:
        read.append(entry)
        return plain(entry)

    monkeypatch.setattr(Entry, "pieces", counted)
    first = sha256(package.parts, "m/film.mp4")
    beside = package.replace({"a.xml": b"<b/>"})
    assert first == sha256(package.parts, "m/film.mp4") == sha256(beside.parts, "m/film.mp4") and len(read) == 1
    assert sha256(beside.parts, "a.xml") != sha256(package.parts, "a.xml")
    changed = beside.replace({"m/film.mp4": b"another"})
    assert sha256(changed.parts, "m/film.mp4") == hashlib.sha256(b"another").hexdigest() != first


def test_a_file_that_changes_meanwhile_is_told(tmp_path: Path) -> None:
    path = made(tmp_path / "a.pptx")
    package = open_package(path)
    made(path, FILM + b"x")
    with pytest.raises(InputError) as told:
        package_bytes(package)
    assert told.value.diagnostics[0].code == "changed-file"
    path.unlink()
    with pytest.raises(InputError):
        package.parts["m/film.mp4"]


@pytest.mark.parametrize("at", [0.3, 0.9])
def test_a_damaged_one_is_refused_on_opening(tmp_path: Path, at: float) -> None:
    path = made(tmp_path / "a.pptx")
    data = bytearray(path.read_bytes())
    data[int(len(FILM) * at)] ^= 0xFF
    path.write_bytes(bytes(data))
    with pytest.raises(InputError) as told:
        open_package(path)
    assert told.value.diagnostics[0].code == "broken-zip"


def test_parts_are_a_mapping(tmp_path: Path) -> None:
    lazy = open_package(made(tmp_path / "a.pptx"))
    parts = Parts(lazy.parts)
    assert list(parts) == ["a.xml", "m/film.mp4", "m/p.bmp"] and len(parts) == 3 and "a.xml" in parts and "x" not in parts
    assert parts == dict(parts.items()) and parts != {} and parts != 3
    assert list(parts.only(["m/p.bmp", "a.xml"])) == ["a.xml", "m/p.bmp"]
    assert list(changed(parts, {"a.xml": None, "x": None, "b.xml": b"<b/>"})) == ["m/film.mp4", "m/p.bmp", "b.xml"]
    assert same(parts, {"m/film.mp4": FILM}, "m/film.mp4") and not same(parts, {"m/film.mp4": FILM[::-1]}, "m/film.mp4")
    assert same(parts, {}, "x") and not same(parts, {}, "a.xml")
    assert size_of(held(parts, "m/film.mp4")) == len(FILM) and b"".join(pieces(b"abc")) == b"abc"
    parts.drop("x")
    del parts["m/film.mp4"]
    assert "m/film.mp4" in lazy.parts
    assert Package(parts, {}, {}, {}) == Package(dict(parts.items()), {}, {}, {})
    assert zipfile.is_zipfile(io.BytesIO(package_bytes(lazy)))
