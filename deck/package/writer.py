"""Package → zip: fixed times, fixed order, [Content_Types].xml first; the same package gives the same bytes.

The zip is put together by hand (APPNOTE 4.3) from streams deflated once per distinct part: 311 decks share most of theirs.
"""

from __future__ import annotations

import posixpath
import struct
import zlib
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote
from xml.sax.saxutils import quoteattr

from deck.package.model import CONTENT_TYPES, Package, Relationship
from deck.package.names import HEAD, RELATIONSHIPS, TYPES

STORED = {"png", "jpg", "jpeg", "gif", "mp4", "m4v", "mp3", "m4a", "wmv", "xlsx", "docx", "pptx", "fntdata", "zip", "webp"}
_DATE, _TIME = (1 << 5) | 1, 0  # 1980-01-01 00:00, the zip format's own beginning


@lru_cache(maxsize=4096)
def _deflate(data: bytes) -> tuple[int, bytes]:
    """CRC-32 and the raw deflate stream."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return zlib.crc32(data), packer.compress(data) + packer.flush()


def _quoted(name: str) -> str:
    """A part's name as files say it: in ASCII, percent-encoded (Part 2, 6.2.2)."""
    return quote(name, safe="/._-()!$&~+,;=@")


def _relative(owner: str, target: str) -> str:
    if not target:
        return "/"
    base = posixpath.dirname(owner)
    return posixpath.relpath(target, base) if base else target


@lru_cache(maxsize=8192)
def rels_xml(owner: str, items: tuple[Relationship, ...]) -> bytes:
    """The .rels part of `owner` (Part 2, 9.3)."""
    rows = "".join(
        f"<Relationship Id={quoteattr(item.id)} Type={quoteattr(item.type)} "
        + (
            f'Target={quoteattr(item.target)} TargetMode="External"/>'
            if item.external
            else f"Target={quoteattr(_quoted(_relative(owner, item.target)))}/>"
        )
        for item in items
    )
    return f'{HEAD}<Relationships xmlns="{RELATIONSHIPS}">{rows}</Relationships>'.encode()


def content_types_xml(package: Package) -> bytes:
    """Only for parts that exist: an override without its part makes PowerPoint repair (Part 2, 10.1.2)."""
    extensions = {posixpath.splitext(name)[1][1:].lower() for name in package.parts} | {"rels", "xml"}
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    defaults |= {key: kind for key, kind in package.defaults.items() if key in extensions}
    rows = "".join(
        f"<Default Extension={quoteattr(key)} ContentType={quoteattr(kind)}/>" for key, kind in sorted(defaults.items()) if key
    )
    rows += "".join(
        f"<Override PartName={quoteattr('/' + _quoted(name))} ContentType={quoteattr(kind)}/>"
        for name, kind in sorted(package.overrides.items())
        if name in package.parts
    )
    return f'{HEAD}<Types xmlns="{TYPES}">{rows}</Types>'.encode()


def _files(package: Package) -> Iterable[tuple[str, bytes]]:
    yield CONTENT_TYPES, content_types_xml(package)
    if package.rels.get(""):
        yield "_rels/.rels", rels_xml("", package.rels[""])
    for name, data in package.parts.items():
        yield name, data
        if items := package.rels.get(name):
            folder, file = posixpath.split(name)
            yield posixpath.join(folder, "_rels", file + ".rels"), rels_xml(name, tuple(items))


def package_bytes(package: Package) -> bytes:
    """The package as a zip file; parts in the package's own order."""
    return b"".join(package_pieces(package))


def package_pieces(package: Package) -> list[bytes]:
    """The zip file in pieces: parts that are not compressed are themselves, not copies."""
    out: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name, data in _files(package):
        encoded = name.encode() if name == CONTENT_TYPES else _quoted(name).encode()
        if posixpath.splitext(name)[1][1:].lower() in STORED:
            method, crc, packed = 0, zlib.crc32(data), data
        else:
            method = 8
            crc, packed = _deflate(data)
        shared = struct.pack("<HHHHHIII", 20, 0, method, _TIME, _DATE, crc, len(packed), len(data))
        local = b"PK\x03\x04" + shared + struct.pack("<HH", len(encoded), 0) + encoded
        directory.append(
            b"PK\x01\x02"
            + struct.pack("<H", 20)
            + shared
            + struct.pack("<HHHHHII", len(encoded), 0, 0, 0, 0, 0, offset)
            + encoded
        )
        out += (local, packed)
        offset += len(local) + len(packed)
    central = b"".join(directory)
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, len(directory), len(directory), len(central), offset, 0)
    return [*out, central, end]
