"""Zip → Package, from strangers: sizes are judged before anything is unpacked, names are never trusted."""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, NoReturn
from urllib.parse import unquote

from lxml import etree

from deck import watch
from deck.diagnostics import Diagnostic, Severity, Where
from deck.errors import DeckError, InputError, UsageError, reason_of
from deck.i18n import _
from deck.package.bounds import broken, excesses
from deck.package.model import CONTENT_TYPES, Package, Relationship, TypeEntry
from deck.package.names import RELATIONSHIPS, TYPES
from deck.package.parts import Entry, Parts, state_of
from deck.package.xml import UnsafeXML, parse_xml, why_broken

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
# The methods that a package may use (Part 2, 7.3.2); the others' unpackers take no bound on what they give.
LEFT = 3_000_000
"""Bytes from which a part that is no XML stays in its file."""
_LARGE = 1_000_000
"""Bytes from which an entry that is not compressed is read in one piece."""
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_NO_PART_NAME = re.compile(r'[\x00-\x20"<>\\^`{|}?#\[\]]|%(?![0-9A-Fa-f]{2})|//|\.(?:/|$)')
_BAD_NAME = re.compile(r"(^[/\\])|(^[A-Za-z]:)|\\|(^|/)\.\.?(/|$)|//|[\x00-\x1f]")


@dataclass(frozen=True, slots=True)
class PackageLimits:
    """What a stranger's file may ask of us, in bytes and counts."""

    file: int = 300_000_000
    part: int = 200_000_000
    xml_part: int = 64_000_000
    total: int = 400_000_000
    ratio: int = 200
    entries: int = 20_000


def open_package(source: Path | bytes, name: str = "", limits: PackageLimits | None = None) -> Package:
    """Read a package (ECMA-376 Part 2). Raises InputError for a broken or unsafe file, UsageError for one that is no Office Open
    XML package at all (an encrypted or old binary presentation, some other format, no file)."""
    limits = limits or PackageLimits()
    where = Where(name or (str(source) if isinstance(source, Path) else ""))
    try:
        with _opened(source, where, limits) as stream:
            size = stream.seek(0, io.SEEK_END)
            _refuse_other_formats(stream, where)
            with zipfile.ZipFile(stream) as archive:
                entries = _entries(archive, size, where, limits)
                kept = state_of(source) if isinstance(source, Path) else None
                parts = Parts()
                for entry, info in entries.items():
                    if kept is not None and isinstance(source, Path) and _stays(entry, info):
                        parts.hold(entry, _left(info, source, kept, where))
                    else:
                        parts[entry] = _inflate(archive, info, stream, where, limits)
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
    ) as error:
        if isinstance(error, DeckError):
            raise
        # What zipfile says of it is English, and of use to nobody who has the file.
        _refuse("broken-zip", _("the file is damaged and cannot be unpacked"), where)
    for part in parts:
        if part.lower().endswith((".xml", ".rels", ".vml")) and any(mark in parts[part] for mark in _DOCTYPES):
            message = _("the part has a document type declaration, which no Office program writes")
            _refuse("unsafe-xml", message, Where(where.file, part=part))
    if CONTENT_TYPES not in parts:
        raise UsageError.of("not-a-presentation", _("this is a zip file, but no Office document"), where, _choose())
    types = parts.pop(CONTENT_TYPES)
    declared = _content_types(types, where)
    misnamed = [info.orig_filename for info in entries.values() if not _is_part_name(f"/{info.orig_filename}")]
    misnamed += [name for name in _names_of(types, where) if not _is_part_name(name)]
    defaults = {entry.name: entry.kind for entry in declared if entry.default}
    # Names are alike whatever their case (Part 2, 6.2.2.3); some programs write a target otherwise than its part.
    spelt = {part.lower(): part for part in parts}
    overrides = {spelt.get(entry.name.lower(), entry.name): entry.kind for entry in declared if not entry.default}
    rels: dict[str, tuple[Relationship, ...]] = {}
    foreign = [] if _is_ours(types, TYPES) else [CONTENT_TYPES]
    for entry in [part for part in parts if part.endswith(".rels") and "_rels/" in part]:
        folder, file = posixpath.split(entry)
        owner = posixpath.join(posixpath.dirname(folder), file[: -len(".rels")])
        data = parts.pop(entry)
        foreign += [] if _is_ours(data, RELATIONSHIPS) else [entry]
        found = _relationships(data, owner, entry, where)
        rels[spelt.get(owner.lower(), owner)] = tuple(
            rel if rel.external else replace(rel, target=spelt.get(rel.target.lower(), rel.target)) for rel in found
        )
    if found := excesses(parts, overrides, rels, where):
        raise InputError(found)
    slides, masters = (
        sum(kind.endswith(f"presentationml.{part}+xml") for kind in overrides.values()) for part in ("slide", "slideMaster")
    )
    watch.allow(slides, size, masters)
    return Package(
        parts,
        overrides=overrides,
        defaults=defaults,
        rels=rels,
        declared=declared,
        misnamed=tuple(misnamed),
        foreign=tuple(foreign),
    )


def well_formed(package: Package, name: str) -> Package:
    """The package. Raises InputError with all its parts that are no well-formed XML: nothing can be built on them."""
    found = broken(package.parts)
    message, hint = (
        _("the part is no well-formed XML ({error})"),
        _("open it in PowerPoint and save it anew, or choose another file"),
    )
    if found:
        raise InputError(
            Diagnostic("broken-xml", Severity.ERROR, message.format(error=error), Where(name, part=part), hint)
            for part, error in found.items()
        )
    return package


def _choose() -> str:
    return _("choose a .pptx or .potx file saved by PowerPoint or LibreOffice")


def _refuse(code: str, message: str, where: Where, hint: str = "") -> NoReturn:
    raise InputError.of(code, message, where, hint or _("open it in PowerPoint and save it anew, or choose another file"))


def _opened(source: Path | bytes, where: Where, limits: PackageLimits) -> BinaryIO:
    """The file as a stream: a large one is never in memory as a whole."""
    if isinstance(source, bytes):
        if len(source) > limits.file:
            _refuse("file-too-large", _("the file is too large"), where)
        return io.BytesIO(source)
    try:
        if source.stat().st_size > limits.file:
            size, most = source.stat().st_size // 1_000_000, limits.file // 1_000_000
            _refuse("file-too-large", _("the file is {size} MB; the most is {most} MB").format(size=size, most=most), where)
        return source.open("rb")
    except FileNotFoundError:
        raise UsageError.of("missing-file", _("there is no such file"), where, _("check the path and its spelling")) from None
    except IsADirectoryError:
        raise UsageError.of("missing-file", _("this is a folder, not a file"), where, _choose()) from None
    except OSError as error:
        raise UsageError.of(
            "unreadable-file",
            _("the file cannot be read ({error})").format(error=reason_of(error)),
            where,
            _("close it in other programs and check that you may read it"),
        ) from None


def _refuse_other_formats(stream: BinaryIO, where: Where) -> None:
    stream.seek(0)
    start = stream.read(len(OLE_MAGIC))
    if start.startswith(OLE_MAGIC):
        encrypted = "EncryptedPackage".encode("utf-16-le") in stream.read()
        message = (
            _("the file is encrypted (protected by a password)")
            if encrypted
            else _("this is the old binary format (.ppt, before 2007)")
        )
        hint = (
            _("open it in PowerPoint, remove the password (File > Info > Protect Presentation) and save it anew")
            if encrypted
            else _("open it in PowerPoint and save it as .pptx")
        )
        raise UsageError.of("encrypted-file" if encrypted else "old-format", message, where, hint)
    if not start.startswith(b"PK"):
        raise UsageError.of("not-a-presentation", _("this is no PowerPoint file"), where, _choose())


def _entries(archive: zipfile.ZipFile, size: int, where: Where, limits: PackageLimits) -> dict[str, zipfile.ZipInfo]:
    infos = archive.infolist()
    if len(infos) > limits.entries:
        _refuse("too-many-entries", _("the file holds {count} entries; that is no presentation").format(count=len(infos)), where)
    found: dict[str, zipfile.ZipInfo] = {}
    seen: set[str] = set()
    total = 0
    for info in infos:
        if info.is_dir():
            continue
        # A part's name is percent-encoded in the zip (Part 2, 6.2.2 and 7.3.4); inside us it is plain.
        name = unquote(info.filename)
        if _BAD_NAME.search(name) or "\x00" in info.orig_filename:
            _refuse(
                "unsafe-name",
                _('an entry is named "{name}", which leads out of the file').format(name=info.orig_filename[:80]),
                where,
            )
        if (info.external_attr >> 28) == 0xA:
            _refuse("unsafe-entry", _('"{name}" is a link to somewhere else').format(name=info.filename[:80]), where)
        if info.flag_bits & 0x1:
            raise UsageError.of("encrypted-file", _("the file is encrypted"), where, _("remove the password in PowerPoint first"))
        if info.compress_type not in _METHODS:
            _refuse("broken-zip", _("the file is damaged and cannot be unpacked ({error})").format(error=name[:80]), where)
        if name.lower() in seen:
            _refuse("duplicate-name", _('"{name}" is in the file twice').format(name=name[:80]), where)
        seen.add(name.lower())
        total += info.file_size
        most = limits.xml_part if name.lower().endswith((".xml", ".rels")) else limits.part
        lying = info.file_size > max(info.compress_size, 1) * limits.ratio and info.file_size > 10_000_000
        if info.file_size > most or total > limits.total or lying:
            _refuse(
                "zip-bomb",
                _('"{name}" unpacks to {size} MB, far more than a presentation needs').format(
                    name=name[:80], size=max(info.file_size, total) // 1_000_000
                ),
                where,
            )
        if info.header_offset >= size:
            _refuse(
                "broken-zip", _("the file is damaged and cannot be unpacked ({error})").format(error=info.filename[:80]), where
            )
        found[name] = info
    return found


def _inflate(archive: zipfile.ZipFile, info: zipfile.ZipInfo, stream: BinaryIO, where: Where, limits: PackageLimits) -> bytes:
    """Never more than the entry says that it holds: a header may lie."""
    if info.compress_type == zipfile.ZIP_STORED and info.compress_size == info.file_size > _LARGE:
        data = _stored(info, stream)
    else:
        with archive.open(info) as opened:
            data = opened.read(info.file_size + 1)
    if len(data) > info.file_size or len(data) > limits.part:
        _refuse("zip-bomb", _('"{name}" unpacks to more than it says').format(name=info.filename[:80]), where)
    return data


def _stays(name: str, info: zipfile.ZipInfo) -> bool:
    """Whether a part is left in its file: one that is large, and that nobody reads as a tree."""
    return info.file_size > LEFT and not name.lower().endswith((".xml", ".rels", ".vml"))


def _left(info: zipfile.ZipInfo, source: Path, state: tuple[int, int, int], where: Where) -> Entry:
    """The part as it lies in its file, read once to see that it is whole."""
    entry = Entry(source, info.filename, info.file_size, info.CRC, state)
    try:
        for _piece in entry.pieces():
            pass
    except InputError as error:
        raise InputError([replace(item, where=where) for item in error.diagnostics]) from None
    return entry


def _stored(info: zipfile.ZipInfo, stream: BinaryIO) -> bytes:
    """A large entry that is not compressed, read in one piece; zipfile would copy it over and over (APPNOTE 4.3.7)."""
    stream.seek(info.header_offset)
    head = stream.read(30)
    if len(head) < 30 or head[:4] != b"PK\x03\x04":
        raise zipfile.BadZipFile(info.filename[:80])
    name, extra = struct.unpack("<HH", head[26:30])
    stream.seek(info.header_offset + 30 + name + extra)
    data = stream.read(info.file_size)
    if len(data) != info.file_size or zlib.crc32(data) != info.CRC:
        raise zipfile.BadZipFile(info.filename[:80])
    return data


def _xml(data: bytes, part: str, where: Where):
    at = Where(where.file, part=part)
    try:
        return parse_xml(data)
    except UnsafeXML as error:
        _refuse("unsafe-xml", str(error), at)
    except (etree.XMLSyntaxError, ValueError) as error:
        _refuse("broken-xml", _("the part is no well-formed XML ({error})").format(error=why_broken(error)), at)


def _is_ours(data: bytes, namespace: str) -> bool:
    """Whether a part of the package's own names its namespace; one in UTF-16 is taken at its word."""
    return namespace.encode() in data or not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def _content_types(data: bytes, where: Where) -> tuple[TypeEntry, ...]:
    found: list[TypeEntry] = []
    for item in _xml(data, CONTENT_TYPES, where).iterchildren("{*}Override", "{*}Default"):
        kind = item.get("ContentType", "")
        if item.tag.endswith("}Default"):
            found.append(TypeEntry(item.get("Extension", "").lower(), kind, default=True))
        else:
            found.append(TypeEntry(unquote(item.get("PartName", "")).lstrip("/"), kind, default=False))
    return tuple(found)


def _names_of(data: bytes, where: Where) -> Iterator[str]:
    """The names of parts in [Content_Types].xml, as they are written there."""
    return (item.get("PartName", "") for item in _xml(data, CONTENT_TYPES, where).iterchildren("{*}Override"))


def _is_part_name(name: str) -> bool:
    """Part 2, 6.2.2.2: segments that each begin with a slash, of letters that an address may have; none empty, none ending in a
    full stop."""
    return name == f"/{CONTENT_TYPES}" or (name.startswith("/") and _NO_PART_NAME.search(name) is None)


def _relationships(data: bytes, owner: str, entry: str, where: Where) -> tuple[Relationship, ...]:
    base = posixpath.dirname(owner)
    found = []
    for item in _xml(data, entry, where).iterchildren("{*}Relationship"):
        target, external = item.get("Target", ""), item.get("TargetMode", "") == "External"
        if not external:
            # A fragment names a place within the part, not another part.
            plain = unquote(target.split("#")[0]) if not target.startswith("#") else ""
            # An absolute path has nothing above its root: ".." ends there.
            target = posixpath.normpath(posixpath.join("/", base, plain)).lstrip("/") if plain else owner
        found.append(Relationship(item.get("Id", ""), item.get("Type", ""), target, external))
    return tuple(found)
