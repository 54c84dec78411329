"""Package → zip: fixed times, fixed order, [Content_Types].xml first; the same package gives the same bytes.

The zip is put together by hand (APPNOTE 4.3) from streams deflated once per distinct part: 311 decks share most of theirs.
"""

from __future__ import annotations

import posixpath
import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import quote
from xml.sax.saxutils import quoteattr

from deck.package.model import CONTENT_TYPES, Package, Relationship
from deck.package.names import HEAD, RELATIONSHIPS, TYPES
from deck.package.parts import Entry, Stamped, held, size_of

STORED = {"png", "jpg", "jpeg", "gif", "mp4", "m4v", "mp3", "m4a", "wmv", "xlsx", "docx", "pptx", "fntdata", "zip", "webp"}
_DATE, _TIME = (1 << 5) | 1, 0  # 1980-01-01 00:00, the zip format's own beginning


@dataclass(frozen=True, slots=True)
class Packing:
    """How a package's parts are packed: zlib's `level`, and whether slides' streams have a seam."""

    level: int = 6
    seams: bool = True

    def packer(self, beside: bytes = b"") -> Any:
        """A new one; `beside`: what it may refer to."""
        return zlib.compressobj(self.level, zlib.DEFLATED, -15, zdict=beside) if beside else zlib.compressobj(self.level, 8, -15)


NOW = Packing()
"""Above level 6 a part takes up to twice as long, and a deck is a hundredth smaller."""
EARLIER = (Packing(9), Packing(9, seams=False))
"""How decks were packed that are out there, the latest first."""
SEAM = b'<p:ph type="ftr"'
"""Before a slide's last one of these its stream comes to a byte's end (Z_SYNC_FLUSH; RFC 1951, 3.2.4), and goes on anew with what
stands right before as a dictionary: so slides of the same words are packed once, and for each deck their footers alone. It
follows from the part's bytes, however they were made."""
_LOOK_BACK = 4_096
"""Bytes of such a dictionary."""


def _seam(name: str, data: bytes) -> int:
    """Where the stream of a part's bytes is cut in two; 0 where it is not."""
    return max(data.rfind(SEAM), 0) if name.startswith("ppt/slides/") else 0


def _deflate(name: str, data: bytes, packing: Packing = NOW) -> tuple[int, bytes]:
    """CRC-32 and the raw deflate stream."""
    if packing.seams and (seam := _seam(name, data)):
        if isinstance(data, Stamped) and seam == len(data.shared):
            return _deflated_beside(data.shared, data.own, packing)
        return _deflated_beside(data[:seam], data[seam:], packing)
    return _deflated_from(data.shared, data.own, packing) if isinstance(data, Stamped) else _deflated_whole(data, packing)


@lru_cache(maxsize=16)
def _deflated_whole(data: bytes, packing: Packing) -> tuple[int, bytes]:
    packer = packing.packer()
    return zlib.crc32(data), packer.compress(data) + packer.flush()


@lru_cache(maxsize=64)
def _deflated_beside(shared: bytes, own: bytes, packing: Packing) -> tuple[int, bytes]:
    """Of both, with a seam between them."""
    crc, begun = _before_seam(shared, packing)
    packer = packing.packer(shared[-_LOOK_BACK:])
    return zlib.crc32(own, crc), begun + packer.compress(own) + packer.flush()


@lru_cache(maxsize=128)
def _before_seam(shared: bytes, packing: Packing) -> tuple[int, bytes]:
    packer = packing.packer()
    return zlib.crc32(shared), packer.compress(shared) + packer.flush(zlib.Z_SYNC_FLUSH)


@lru_cache(maxsize=64)
def _deflated_from(shared: bytes, own: bytes, packing: Packing) -> tuple[int, bytes]:
    """Of both, one after the other: the stream does not depend on how its input is cut (zlib, deflate.c)."""
    crc, begun, packer = _begun(shared, packing)
    packer = packer.copy()
    return zlib.crc32(own, crc), begun + packer.compress(own) + packer.flush()


@lru_cache(maxsize=16)
def _begun(shared: bytes, packing: Packing) -> tuple[int, bytes, Any]:
    """A stream that is not at its end; the packer is never used, only copied. It holds a quarter of a megabyte."""
    packer = packing.packer()
    return zlib.crc32(shared), packer.compress(shared), packer


@lru_cache(maxsize=4_096)
def _quoted(name: str) -> str:
    """A part's name as files say it: in ASCII, percent-encoded (Part 2, 6.2.2)."""
    return quote(name, safe="/._-()!$&~+,;=@")


@lru_cache(maxsize=4_096)
def _is_stored(name: str) -> bool:
    return posixpath.splitext(name)[1][1:].lower() in STORED


@lru_cache(maxsize=4_096)
def relationships_name(owner: str) -> str:
    """The part that holds the relationships of `owner`, or of the package where that is "" (ECMA-376 Part 2, 9.3)."""
    folder, file = posixpath.split(owner)
    return posixpath.join(folder, "_rels", file + ".rels")


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
    return _content_types(tuple(package.parts), tuple(package.overrides.items()), tuple(package.defaults.items()))


@lru_cache(maxsize=16)
def _content_types(names: tuple[str, ...], overrides: tuple[tuple[str, str], ...], given: tuple[tuple[str, str], ...]) -> bytes:
    extensions = {posixpath.splitext(name)[1][1:].lower() for name in names} | {"rels", "xml"}
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    defaults |= {key: kind for key, kind in given if key in extensions}
    rows = "".join(
        f"<Default Extension={quoteattr(key)} ContentType={quoteattr(kind)}/>" for key, kind in sorted(defaults.items()) if key
    )
    known = set(names)
    rows += "".join(
        f"<Override PartName={quoteattr('/' + _quoted(name))} ContentType={quoteattr(kind)}/>"
        for name, kind in sorted(overrides)
        if name in known
    )
    return f'{HEAD}<Types xmlns="{TYPES}">{rows}</Types>'.encode()


@lru_cache(maxsize=64)
def _packed(entry: Entry, packing: Packing) -> int:
    """How many bytes a part that lies in its file deflates to."""
    return sum(map(len, _deflated(entry, packing)))


def _deflated(entry: Entry, packing: Packing) -> Iterator[bytes]:
    """As `_deflate`, in pieces: the stream does not depend on how its input is cut (zlib, deflate.c)."""
    packer = packing.packer()
    for piece in entry.pieces():
        yield packer.compress(piece)
    yield packer.flush()


def _files(package: Package) -> Iterable[tuple[str, bytes | Entry]]:
    yield CONTENT_TYPES, content_types_xml(package)
    if package.rels.get(""):
        yield "_rels/.rels", rels_xml("", package.rels[""])
    for name in package.parts:
        yield name, held(package.parts, name)
        if items := package.rels.get(name):
            yield relationships_name(name), rels_xml(name, tuple(items))


def package_bytes(package: Package) -> bytes:
    """The package as a zip file; parts in the package's own order."""
    return b"".join(package_pieces(package))


@dataclass(frozen=True, slots=True)
class _Filed:
    """A part as it stands in the zip: what its local header and its line in the directory have in common, and its `size` there.
    `packed`: its bytes, or the part that lies in its file."""

    name: str
    encoded: bytes
    shared: bytes
    size: int
    packed: bytes | Entry
    packing: Packing

    @classmethod
    def of(cls, name: str, item: bytes | Entry, packing: Packing) -> _Filed:
        encoded = _encoded(name)
        method, crc, size, packed = _entry(name, item, packing)
        shared = _SHARED.pack(20, 0, method, _TIME, _DATE, crc, size, size_of(item), len(encoded), 0)
        return cls(name, encoded, shared, size, packed, packing)

    def pieces(self) -> Iterable[bytes]:
        if isinstance(self.packed, Entry):
            return self.packed.pieces() if _is_stored(self.name) else _deflated(self.packed, self.packing)
        return (self.packed,)


def _filed(name: str, item: bytes | Entry, packing: Packing) -> _Filed:
    """Most parts of 311 decks are the same; of those that are stamped, their beginnings are remembered."""
    return _Filed.of(name, item, packing) if isinstance(item, Entry | Stamped) else _filed_once(name, item, packing)


@lru_cache(maxsize=384)
def _filed_once(name: str, item: bytes, packing: Packing) -> _Filed:
    return _Filed.of(name, item, packing)


class Pieces:
    """A package's zip file in pieces: parts that are not compressed are themselves, not copies, and large ones come from their
    file a little at a time, anew each time that they are asked for."""

    def __init__(self, filed: Iterable[_Filed]) -> None:
        self._filed = tuple(filed)

    def but(self, name: str, data: bytes) -> Pieces:
        """The file with other bytes in one of its parts."""
        return Pieces(_Filed.of(name, data, item.packing) if item.name == name else item for item in self._filed)

    def __iter__(self) -> Iterator[bytes]:
        return _zipped(self._filed)


def _zipped(filed: Iterable[_Filed]) -> Iterator[bytes]:
    directory: list[bytes] = []
    offset = count = 0
    for item in filed:
        yield b"PK\x03\x04" + item.shared + item.encoded
        yield from item.pieces()
        directory += (b"PK\x01\x02\x14\x00", item.shared, _CENTRAL.pack(0, 0, 0, 0, offset), item.encoded)
        offset += 30 + len(item.encoded) + item.size
        count += 1
    central = b"".join(directory)
    yield central
    yield b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, len(central), offset, 0)


_SHARED = struct.Struct("<HHHHHIIIHH")
_CENTRAL = struct.Struct("<HHHII")


@lru_cache(maxsize=4_096)
def _encoded(name: str) -> bytes:
    return name.encode() if name == CONTENT_TYPES else _quoted(name).encode()


def _entry(name: str, item: bytes | Entry, packing: Packing) -> tuple[int, int, int, bytes | Entry]:
    """Method, CRC-32, size and bytes of what stands in the zip."""
    stored = _is_stored(name)
    if isinstance(item, Entry):
        return (0, item.crc, item.size, item) if stored else (8, item.crc, _packed(item, packing), item)
    if stored:
        return 0, zlib.crc32(item), len(item), item
    crc, packed = _deflate(name, item, packing)
    return 8, crc, len(packed), packed


def package_pieces(package: Package, packing: Packing = NOW) -> Pieces:
    return Pieces(_filed(name, item, packing) for name, item in _files(package))


def pieces_once(package: Package, packing: Packing = NOW) -> Iterator[bytes]:
    """As `package_pieces`, each part packed when it is asked for: whoever stops has packed no more."""
    return _zipped(_filed(name, item, packing) for name, item in _files(package))
