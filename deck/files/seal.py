"""A mark within a file that proves the rest of it: the SHA-256 of its bytes, the mark's own digits counted as zeros.

Nothing is kept beside the file: it may be moved, renamed or sent, and still says whether it is as we wrote it. All is pure.
"""

from __future__ import annotations

import hashlib
import json
import re
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

BLANK = b"0" * 64


@dataclass(frozen=True, slots=True)
class FileKind:
    """What a file is. `alike`: whether bytes are of this kind, whoever wrote them. `seal`: the bytes with their mark. `ours`:
    whether bytes bear a mark of this kind that holds, which is to say that they are as we wrote them. `in_file`: both, asked of a
    file that may be too large to be read whole."""

    name: str
    alike: Callable[[bytes], bool]
    seal: Callable[[bytes], bytes]
    ours: Callable[[bytes], bool]
    in_file: tuple[Callable[[Path], bool], Callable[[Path], bool]] | None = None

    def is_alike(self, path: Path) -> bool:
        return self.in_file[0](path) if self.in_file is not None else self.alike(path.read_bytes())

    def is_ours(self, path: Path) -> bool:
        return self.in_file[1](path) if self.in_file is not None else self.ours(path.read_bytes())


# --- text -----------------------------------------------------------------------------------------------------------------------


def _mark(name: str) -> bytes:
    return f"deck-{name}-sha256:".encode()


def _filled(name: str, data: bytes) -> bytes:
    """The text with the digits of its last mark set."""
    at = data.rindex(_mark(name)) + len(_mark(name))
    return data[:at] + hashlib.sha256(data).hexdigest().encode() + data[at + len(BLANK) :]


def _holds(name: str, data: bytes) -> bool:
    at = data.rfind(_mark(name))
    start = at + len(_mark(name))
    digits = data[start : start + len(BLANK)]
    if at < 0 or not re.fullmatch(rb"[0-9a-f]{64}", digits):
        return False
    return hashlib.sha256(data[:start] + BLANK + data[start + len(BLANK) :]).hexdigest().encode() == digits


def _text(data: bytes) -> str | None:
    try:
        words = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if "\0" in words else words


def _is_html(data: bytes) -> bool:
    return (_text(data) or "").lstrip()[:200].lower().startswith(("<!doctype html", "<html"))


def _is_json(data: bytes) -> bool:
    try:
        return isinstance(json.loads(_text(data) or ""), dict)
    except (ValueError, RecursionError):
        return False


def _trailing(name: str, before: str, after: str, alike: Callable[[bytes], bool]) -> FileKind:
    """A kind whose mark is a comment on the last line."""

    def seal(data: bytes) -> bytes:
        line = before.encode() + _mark(name) + BLANK + after.encode() + b"\n"
        return _filled(name, data.rstrip(b"\n") + b"\n" + line)

    return FileKind(name, alike, seal, lambda data: _holds(name, data))


def _member(name: str, before: str, after: str) -> FileKind:
    """A kind whose mark is the last member of a JSON object."""

    def seal(data: bytes) -> bytes:
        body = data.rstrip().removesuffix(b"}").rstrip()
        comma = b"" if body.endswith(b"{") else b","
        mark = before.encode() + _mark(name) + BLANK + after.encode()
        return _filled(name, body + comma + b"\n  " + mark + b"\n}\n")

    return FileKind(name, _is_json, seal, lambda data: _holds(name, data))


def _is_words(data: bytes) -> bool:
    return _text(data) is not None and not _is_html(data) and not _is_json(data)


def _is_xml(data: bytes) -> bool:
    return (_text(data) or "").lstrip().startswith("<?xml") and not _is_html(data)


HTML = _trailing("html", "<!-- ", " -->", _is_html)
CSS = _trailing("css", "/* ", " */", _is_words)
SCRIPT = _trailing("js", "// ", "", _is_words)
XML = _trailing("xml", "<!-- ", " -->", _is_xml)
PO = _trailing("po", "# ", "", _is_words)
"""A gettext catalogue: a comment after the last text is no text's."""
YAML = FileKind("yaml", _is_words, lambda data: data, lambda _data: False)
"""What we write for a person to go on in. It bears no mark: from the first day it is theirs."""
JSON = _member("json", '"$comment": "', '"')
"""A JSON Schema (draft 2020-12, Core 8.3: a comment for those who keep the schema)."""
SARIF = _member("sarif", '"properties": {"deck": "', '"}')
"""SARIF 2.1.0 (3.8: a property bag; no other member may be added)."""
SETTINGS = FileKind("settings", _is_json, lambda data: data, lambda _data: False)
"""An editor's settings, which are never ours alone: who adds to them proves that all which they say is said still."""


# --- PNG ------------------------------------------------------------------------------------------------------------------------

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_END = struct.pack(">I", 0) + b"IEND" + struct.pack(">I", zlib.crc32(b"IEND"))


def _png_chunk(rest: bytes) -> bytes:
    """A tEXt chunk (PNG 11.3.4.3) with the digest of the picture without it."""
    body = b"tEXtdeck\0png-sha256:" + hashlib.sha256(rest).hexdigest().encode()
    return struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))


def _seal_png(data: bytes) -> bytes:
    return data.removesuffix(_END) + _png_chunk(data) + _END


def _png_is_ours(data: bytes) -> bool:
    at = len(data) - len(_END) - len(_png_chunk(b""))
    return at > 0 and data == data[:at] + _png_chunk(data[:at] + _END) + _END


PNG = FileKind("png", lambda data: data.startswith(_SIGNATURE), _seal_png, _png_is_ours)


WEBP = FileKind("webp", lambda data: data[:4] == b"RIFF" and data[8:12] == b"WEBP", lambda data: data, lambda _data: False)
"""It bears no mark: what it shows is what its name is made of, and one that is there stays."""

CSV = FileKind("csv", _is_words, lambda data: data, lambda _data: False)
"""A table for a person to go on in."""
SHEET = FileKind("xlsx", lambda data: data.startswith(b"PK\x03\x04"), lambda data: data, lambda _data: False)
"""A spreadsheet for a person to write in: it bears no mark, and is theirs."""

# --- PDF ------------------------------------------------------------------------------------------------------------------------

_PDF_MARK = b"% " + _mark("pdf")


def _seal_pdf(data: bytes) -> bytes:
    """A comment after the end (ISO 32000-1, 7.2.4, 7.5.5): readers look for %%EOF within the last kilobyte."""
    return _filled("pdf", data.rstrip(b"\n") + b"\n" + _PDF_MARK + BLANK + b"\n%%EOF\n")


PDF = FileKind("pdf", lambda data: data.startswith(b"%PDF-"), _seal_pdf, lambda data: _holds("pdf", data))


def encoded(text: str) -> bytes:
    """A page as UTF-8. The name of a file that is no UTF-8 (from another system's disk) is shown with "?" for what cannot be."""
    return text.encode("utf-8", "replace")
