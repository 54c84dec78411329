"""What strangers send: refused in one clear line, or read as it is. Every file is made here."""

from __future__ import annotations

import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from package_made import MAIN_TYPE, TYPES, patched, rels, whole, zipped

from deck.errors import DeckError, InputError, UsageError
from deck.package import PackageLimits, open_package

SLIDE = "ppt/slides/slide1.xml"
LAUGHS = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'


def refused(data: bytes | Path, kind: type[DeckError], limits: PackageLimits | None = None) -> str:
    """The code of the one complaint, which says where, what and what to do, each in one line."""
    with pytest.raises(kind) as caught:
        open_package(data, "theirs.pptx", limits)
    (complaint,) = caught.value.diagnostics
    assert complaint.where.file == "theirs.pptx"
    for words in (complaint.message, complaint.hint):
        assert words
        assert "\n" not in words
    assert len(complaint.message) < 250
    return complaint.code


def link(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr = 3, 0o120777 << 16
    return info


# --- what is no package --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not-a-presentation"),
        (b"<!DOCTYPE html><html><body>Logga in</body></html>", "not-a-presentation"),
        (b"%PDF-1.7", "not-a-presentation"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "PowerPoint Document".encode("utf-16-le"), "old-format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "encrypted-file"),
        (zipped({"readme.txt": b"hej"}), "not-a-presentation"),
        (zipped({}), "not-a-presentation"),
    ],
)
def test_another_format_is_named_for_what_it_is(data: bytes, code: str) -> None:
    assert refused(data, UsageError) == code


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.pptx", tmp_path):
        assert refused(path, UsageError) == "missing-file"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_file_that_was_cut_short(share: float) -> None:
    data = zipped(whole())
    assert refused(data[: int(len(data) * share)], InputError) == "broken-zip"


def test_what_zipfile_says_in_english_is_not_passed_on() -> None:
    with pytest.raises(InputError) as caught:
        open_package(b"PK\x03\x04 and no more", "a.pptx")
    assert "zip file" not in str(caught.value) and "(" not in caught.value.diagnostics[0].message


def test_every_flipped_byte_ends_in_a_package_or_one_clear_line() -> None:
    data = zipped(whole())
    for place in range(0, len(data), 3):
        broken = data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]
        try:
            open_package(broken, "theirs.pptx")
        except DeckError as error:
            assert len(error.diagnostics) == 1


# --- names ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "../evil.xml",
        "ppt/../../evil.xml",
        "/etc/passwd",
        "C:/evil.xml",
        "ppt\\..\\evil.xml",
        "ppt//slide.xml",
        "ppt/./slide.xml",
        "%2e%2e/evil.xml",
        "ppt/%2E%2E/evil.xml",
        "%2Fetc/passwd",
        "ppt%5Cevil.xml",
        "ppt/a%00.xml",
        "ppt/a\x1f.xml",
    ],
)
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    entries = [*whole().items(), (link(name), b"x")]
    entries[-1][0].external_attr = 0
    assert refused(zipped(entries), InputError) == "unsafe-name"


def test_a_name_with_a_hidden_end_is_refused() -> None:
    data = zipped({**whole(), "ppt/evilX.xml": b"x"}).replace(b"ppt/evilX.xml", b"ppt/evil\x00.xml")
    assert refused(data, InputError) == "unsafe-name"


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("twin", ["ppt/presentation.xml", "PPT/Presentation.XML", "ppt/%70resentation.xml"])
def test_the_same_name_twice_is_refused(twin: str) -> None:
    assert refused(zipped([*whole().items(), (twin, b"<other/>")]), InputError) == "duplicate-name"


def test_a_link_in_the_zip_is_refused() -> None:
    assert refused(zipped([*whole().items(), (link("ppt/media/image1.png"), b"/etc/passwd")]), InputError) == "unsafe-entry"


def test_folders_in_the_zip_are_nothing() -> None:
    assert "ppt/" not in open_package(zipped({**whole(), "ppt/media/": b""})).parts


# --- sizes ---------------------------------------------------------------------------------------------------------------------


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    data = zipped({**whole(), SLIDE: bytes(30_000_000)})
    tracemalloc.start()
    try:
        assert refused(data, InputError) == "zip-bomb"
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_method_whose_unpacker_knows_no_bound_is_refused(method: int) -> None:
    data = zipped({**whole(), SLIDE: bytes(20_000_000)}, method)
    data = patched(data, SLIDE.encode(), at=24, value=struct.pack("<I", 1000))
    tracemalloc.start()
    try:
        assert refused(data, InputError) == "broken-zip"
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("said", [0, 10, 2_000_000])
def test_a_size_that_lies_is_found_out(said: int) -> None:
    data = zipped({**whole(), SLIDE: b"<x/>" * 10_000})
    data = patched(data, SLIDE.encode(), at=24, value=struct.pack("<I", said))
    try:
        opened = open_package(data, "theirs.pptx")
    except InputError as error:
        assert error.diagnostics[0].code in {"broken-zip", "zip-bomb"}
    else:  # Too large a claim is harmless: what is there is what is read.
        assert said == 2_000_000
        assert opened.parts[SLIDE] == b"<x/>" * 10_000


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (PackageLimits(file=100), "file-too-large"),
        (PackageLimits(xml_part=20), "zip-bomb"),
        (PackageLimits(total=300), "zip-bomb"),
        (PackageLimits(entries=2), "too-many-entries"),
    ],
)
def test_each_limit_holds(limits: PackageLimits, code: str, tmp_path: Path) -> None:
    assert refused(zipped(whole()), InputError, limits) == code
    path = tmp_path / "theirs.pptx"
    path.write_bytes(zipped(whole()))
    with pytest.raises(InputError) as caught:
        open_package(path, limits=limits)
    assert caught.value.diagnostics[0].code == code


def test_a_password_on_an_entry() -> None:
    data = patched(zipped(whole()), b"ppt/presentation.xml", at=8, value=struct.pack("<H", 1))
    assert refused(data, UsageError) == "encrypted-file"


# --- entities ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "part",
    ["[Content_Types].xml", "_rels/.rels", "ppt/presentation.xml", SLIDE, "customXml/item1.xml", "ppt/drawings/vmlDrawing1.vml"],
)
@pytest.mark.parametrize("code", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_no_part_may_declare_entities(part: str, code: str) -> None:
    assert refused(zipped({**whole(), part: LAUGHS.encode(code)}), InputError) == "unsafe-xml"


def test_nothing_is_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hemligt")
    outside = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]><x>&e;</x>'
    assert refused(zipped({**whole(), SLIDE: outside.encode()}), InputError) == "unsafe-xml"


def test_the_word_in_a_slide_is_no_declaration() -> None:
    words = b"<a>&lt;!DOCTYPE html&gt;</a>"
    assert open_package(zipped({**whole(), SLIDE: words})).parts[SLIDE] == words


@pytest.mark.parametrize("part", ["[Content_Types].xml", "_rels/.rels"])
def test_broken_xml_where_the_package_is_described(part: str) -> None:
    assert refused(zipped({**whole(), part: b"<Types><"}), InputError) == "broken-xml"


# --- what is read --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "part"),
    [
        ("../media/image1.png", "ppt/media/image1.png"),
        ("/ppt/media/image1.png", "ppt/media/image1.png"),
        ("../../../../../../ppt/media/image1.png", "ppt/media/image1.png"),
        ("../Media/IMAGE1.PNG", "ppt/media/image1.png"),
        ("../media/./image1.png", "ppt/media/image1.png"),
        ("../media/image1.png#here", "ppt/media/image1.png"),
        ("#here", SLIDE),
        ("../media/en%20bild%20p%C3%A5%20%C3%85re.png", "ppt/media/en bild på Åre.png"),
        ("../media/gone.png", "ppt/media/gone.png"),
        ("/", ""),
        ("../../..", ""),
    ],
)
def test_targets_lead_to_parts(target: str, part: str) -> None:
    entries = {
        **whole(),
        SLIDE: b"<x/>",
        "ppt/slides/_rels/slide1.xml.rels": rels(("rId1", "image", target)),
        "ppt/media/image1.png": b"1",
        "ppt/media/en%20bild%20p%C3%A5%20%C3%85re.png": b"2",
    }
    assert [rel.target for rel in open_package(zipped(entries)).rels[SLIDE]] == [part]


def test_links_outside_are_kept_as_they_are_written() -> None:
    address = "https://example.se/a%20b/../c?d=%2F#e"
    entries = {**whole(), "ppt/_rels/presentation.xml.rels": rels(("rId1", "hyperlink", address), external=("rId1",))}
    (rel,) = open_package(zipped(entries)).rels["ppt/presentation.xml"]
    assert (rel.target, rel.external, rel.kind) == (address, True, "hyperlink")


def test_content_types_by_override_then_extension_whatever_the_case() -> None:
    more = '<Default Extension="PNG" ContentType="image/png"/><Override PartName="/PPT/a%20b.xml" ContentType="application/a"/>'
    entries = {**whole(), "[Content_Types].xml": TYPES.format(more=more).encode(), "ppt/a%20b.xml": b"<a/>", "ppt/c.Png": b"1"}
    found = open_package(zipped(entries))
    assert found.content_type("ppt/a b.xml") == "application/a"
    assert found.content_type("ppt/c.Png") == "image/png"
    assert found.content_type("ppt/d.bin") == ""
    assert found.content_type("ppt/presentation.xml") == "application/xml"


def test_a_part_that_goes_takes_its_own_along() -> None:
    start = open_package(zipped({**whole(), "ppt/_rels/presentation.xml.rels": rels(("rId1", "slide", "slides/slide1.xml"))}))
    gone = start.replace(parts={"ppt/presentation.xml": None})
    assert (dict(gone.parts), dict(gone.overrides), list(gone.rels)) == ({}, {}, [""])
    assert gone.main == ""
    assert start.main == "ppt/presentation.xml"


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("ppt/slides/slide1.xml", False),
        ("ppt/media/åäö-1.png", False),
        ("ppt/media/a%20b.png", False),
        ("ppt/media/a b.png", True),
        ("ppt/media/a%b.png", True),
        ("ppt/media/a#1.png", True),
        ("ppt/media/a.png.", True),
    ],
)
def test_names_that_cannot_be_parts_are_remembered_as_they_stood(name: str, wrong: bool) -> None:
    found = open_package(zipped(whole() | {name: b"x"}), "theirs.pptx")
    assert found.misnamed == ((name,) if wrong else ())
    assert name.replace("%20", " ") in found.parts


def test_a_content_type_of_a_name_without_its_slash_is_remembered() -> None:
    parts = whole()
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b'"/ppt/', b'"ppt/')
    found = open_package(zipped(parts), "theirs.pptx")
    assert found.misnamed == ("ppt/presentation.xml",) and found.content_type("ppt/presentation.xml") == MAIN_TYPE
