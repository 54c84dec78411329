"""The same package, the same bytes."""

from __future__ import annotations

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
from hypothesis import strategies as st
from package_made import packages, rels, whole, zipped

from deck.package import Package, Relationship, Stamped, open_package, package_bytes
from deck.package.writer import SEAM, _deflate

NAME = "ppt/slides/slide7.xml"

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


@given(st.binary(max_size=60_000), st.integers(0, 60_000))
def test_what_many_have_in_common_is_packed_as_the_whole_would_be(data: bytes, cut: int) -> None:
    """`Stamped` is how work is shared, and never another stream."""
    stamped = Stamped(data[:cut], data[cut:])
    assert stamped == data and hash(stamped) == hash(data)
    for name in ("ppt/slides/slide1.xml", "ppt/theme/theme1.xml"):
        assert _deflate(name, stamped) == _deflate(name, data)


def test_a_long_part_cut_anywhere_is_packed_alike() -> None:
    words = b"".join(f"<a:t>{n * n} {n:x}</a:t>".encode() for n in range(20_000))
    words = words[:40_000] + SEAM + words[40_000:60_000] + SEAM + words[60_000:]
    for cut in (0, 1, 257, 32_768, 65_537, len(words) - 1, len(words)):
        for own in (words[cut:], words[cut:] + b"Lund", b""):
            assert _deflate(NAME, Stamped(words[:cut], own)) == _deflate(NAME, words[:cut] + own)
            # The beginning that is remembered is not touched by what follows it.
            assert _deflate(NAME, Stamped(words[:cut], b"Kiruna")) == _deflate(NAME, words[:cut] + b"Kiruna")
