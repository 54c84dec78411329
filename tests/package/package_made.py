"""Zip files made by hand, whole and broken, and small packages for laws."""

from __future__ import annotations

import io
import struct
import zipfile

from hypothesis import strategies as st

from deck.package import Package, Relationship

TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>{more}</Types>'
)
RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"


def rels(*rows: tuple[str, str, str], external: tuple[str, ...] = ()) -> bytes:
    """(id, kind, target) each; those whose id is in `external` with TargetMode."""
    return RELS.format(
        rows="".join(
            f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"'
            + (' TargetMode="External"/>' if key in external else "/>")
            for key, kind, target in rows
        )
    ).encode()


def whole() -> dict[str, bytes]:
    """The smallest package that names a presentation."""
    override = f'<Override PartName="/ppt/presentation.xml" ContentType="{MAIN_TYPE}"/>'
    return {
        "[Content_Types].xml": TYPES.format(more=override).encode(),
        "_rels/.rels": rels(("rId1", "officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": b"<p:presentation xmlns:p='urn:p'/>",
    }


def zipped(entries: dict[str, bytes] | list[tuple[str | zipfile.ZipInfo, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in entries.items() if isinstance(entries, dict) else entries:
            archive.writestr(name, data)
    return out.getvalue()


def patched(data: bytes, name: bytes, *, at: int, value: bytes) -> bytes:
    """The zip with `value` put `at` bytes into the central directory's record of `name` (APPNOTE 4.3.12)."""
    found = bytearray(data)
    place = found.find(b"PK\x01\x02")
    while place >= 0:
        (length,) = struct.unpack_from("<H", found, place + 28)
        if bytes(found[place + 46 : place + 46 + length]) == name:
            found[place + at : place + at + len(value)] = value
            return bytes(found)
        place = found.find(b"PK\x01\x02", place + 4)
    raise AssertionError(f"{name!r} is not in the zip")


_segment = st.text(st.sampled_from("abåÄ 9%_-&'#+(é日"), min_size=1, max_size=6).filter(lambda s: s == s.strip())
_name = st.builds(
    lambda folders, stem, ext: "/".join([*folders, f"{stem}.{ext}"]),
    st.lists(_segment, max_size=3),
    _segment,
    st.sampled_from(["xml", "png", "bin", "XLSX", "vml"]),
)
_id = st.text(st.sampled_from("rIdX1234567890"), min_size=1, max_size=5)
_type = st.sampled_from([f"{OFFICE}/slide", f"{OFFICE}/image", "http://purl.oclc.org/ooxml/officeDocument/relationships/chart"])
_outside = st.sampled_from(['https://example.se/a?b=1&c="d"', "mailto:å@example.se", "file:///c:/x", "#", "javascript:alert(1)"])


@st.composite
def packages(draw: st.DrawFn) -> Package:
    """Packages as a program may hold them: names in any script, relationships within, outside, to themselves and to nothing."""
    names = draw(st.lists(_name, min_size=1, max_size=5, unique_by=lambda name: name.lower()))
    parts = {name: draw(st.binary(max_size=60)) for name in names}
    kinds = st.sampled_from(["image/png", "application/xml", MAIN_TYPE])
    overrides = draw(st.dictionaries(st.sampled_from(names), kinds, max_size=len(names)))
    inside = st.builds(Relationship, _id, _type, st.sampled_from(names) | st.just("ppt/gone.xml"))
    items = st.lists(inside | st.builds(Relationship, _id, _type, _outside, st.just(True)), min_size=1, max_size=3).map(tuple)
    found = draw(st.dictionaries(st.sampled_from(["", *names]), items, max_size=3))
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        **{ext: "application/x" for name in names if (ext := name.rsplit(".", 1)[1].lower()) != "xml"},
    }
    return Package(parts, overrides, defaults, found)
