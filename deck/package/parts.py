"""A package's parts by name: bytes that are held, and large ones that stay in the file that they came from until they are asked
for.

A deck with a film is refreshed without the film in memory: what only passes through is read in pieces (`pieces`), and what asks
for a large part's bytes gets them anew each time. The file must stay as it was meanwhile; else an InputError says so.
"""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path

from deck.diagnostics import Where
from deck.errors import InputError
from deck.i18n import _

PIECE = 1 << 20
"""Bytes that are read at a time."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A part within a zip file on disk. `name`: the entry's; `size`, `crc`: of what it unpacks to; `state`: the file's size,
    time of change (ns) and number, as they were when it was opened."""

    path: Path
    name: str
    size: int
    crc: int
    state: tuple[int, int, int]

    def pieces(self) -> Iterator[bytes]:
        """The part's bytes, a piece at a time. Raises InputError where the file is not what it was, or the entry is damaged."""
        crc = size = 0
        try:
            if state_of(self.path) != self.state:
                raise InputError.of(
                    "changed-file",
                    _("the file was changed while we were at work"),
                    Where(str(self.path)),
                    _("run the command again"),
                )
            with zipfile.ZipFile(self.path) as archive, archive.open(self.name) as opened:
                while piece := opened.read(PIECE):
                    crc, size = zlib.crc32(piece, crc), size + len(piece)
                    yield piece
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, KeyError):
            raise self._damaged() from None
        if (crc, size) != (self.crc, self.size):
            raise self._damaged()

    def read(self) -> bytes:
        return b"".join(self.pieces())

    def _damaged(self) -> Exception:
        message = _("the file is damaged and cannot be unpacked")
        hint = _("open it in PowerPoint and save it anew, or choose another file")
        return InputError.of("broken-zip", message, Where(str(self.path), part=self.name[:80]), hint)


class Stamped(bytes):
    """A part's bytes, which begin with what many packages `shared`, and end in their `own`: what is done with a part byte after
    byte (its checksum, its packing) is done once for the former. `bare`: a slide's own end without the words of its footer, which
    is what nothing but those words hangs on; else the whole of it."""

    shared: bytes
    own: bytes
    bare: bytes

    def __new__(cls, shared: bytes, own: bytes, bare: bytes | None = None) -> Stamped:
        made = super().__new__(cls, shared + own)
        made.shared, made.own, made.bare = shared, own, own if bare is None else bare
        return made


def state_of(path: Path) -> tuple[int, int, int]:
    """What tells a file from itself after a change."""
    found = path.stat()
    return found.st_size, found.st_mtime_ns, found.st_ino


class Parts(MutableMapping[str, bytes]):
    """Name → bytes, in the file's order. A copy shares what is held."""

    def __init__(self, held: Mapping[str, bytes] | Mapping[str, bytes | Entry] | None = None) -> None:
        self._held: dict[str, bytes | Entry] = dict(held._held if isinstance(held, Parts) else held or {})
        self._digests: dict[str, tuple[bytes | Entry, str]] = dict(held._digests) if isinstance(held, Parts) else {}

    def __getitem__(self, name: str) -> bytes:
        found = self._held[name]
        return found.read() if isinstance(found, Entry) else found

    def __setitem__(self, name: str, data: bytes) -> None:
        self._held[name] = data

    def hold(self, name: str, item: bytes | Entry) -> None:
        """A part as another package holds it."""
        self._held[name] = item

    def __delitem__(self, name: str) -> None:
        del self._held[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __contains__(self, name: object) -> bool:
        return name in self._held

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Mapping):
            return NotImplemented
        return self._held.keys() == other.keys() and all(same(self, other, name) for name in self._held)

    __hash__ = None  # type: ignore[assignment]

    def drop(self, name: str) -> None:
        """Take a part out, if it is there; `pop` would read it."""
        self._held.pop(name, None)

    def held(self, name: str) -> bytes | Entry:
        """The part as it is held: to hand it on without reading it."""
        return self._held[name]

    def digest(self, name: str) -> str:
        """SHA-256 (hexadecimal), worked out once for each part as it is held: a template's picture is asked for by each shape
        that lies upon it."""
        item = self._held[name]
        known = self._digests.get(name)
        if known is None or known[0] is not item:
            known = self._digests[name] = item, _digest_of(item)
        return known[1]

    def only(self, names: Iterable[str]) -> Parts:
        """Some of them, in the same order."""
        wanted = set(names)
        return Parts({name: item for name, item in self._held.items() if name in wanted})


def held(parts: Mapping[str, bytes], name: str) -> bytes | Entry:
    """The part, unread if it is still in its file."""
    return parts.held(name) if isinstance(parts, Parts) else parts[name]


def size_of(item: bytes | Entry) -> int:
    return item.size if isinstance(item, Entry) else len(item)


def pieces(item: bytes | Entry) -> Iterator[bytes]:
    """What is held, in pieces."""
    if isinstance(item, Entry):
        yield from item.pieces()
    else:
        yield item


def sha256(parts: Mapping[str, bytes], name: str) -> str:
    """The part's digest (hexadecimal), without the part in memory."""
    return parts.digest(name) if isinstance(parts, Parts) else _digest_of(parts[name])


def _digest_of(item: bytes | Entry) -> str:
    digest = hashlib.sha256()
    for piece in pieces(item):
        digest.update(piece)
    return digest.hexdigest()


def same(one: Mapping[str, bytes], other: Mapping[str, bytes], name: str) -> bool:
    """Whether both have the same bytes under a name; neither need have it."""
    if name not in one or name not in other:
        return (name in one) == (name in other)
    mine, theirs = held(one, name), held(other, name)
    if mine is theirs or (isinstance(mine, Entry) and mine == theirs):
        return True
    if not isinstance(mine, Entry) and not isinstance(theirs, Entry):
        return mine == theirs
    return size_of(mine) == size_of(theirs) and sha256(one, name) == sha256(other, name)


def changed(parts: Mapping[str, bytes], new: Mapping[str, bytes | None]) -> Parts:
    """Parts with some set, or gone (None)."""
    found = Parts(parts)
    for name, data in new.items():
        if data is not None:
            found[name] = data
        elif name in found:
            del found[name]
    return found


def begins(parts: Mapping[str, bytes], name: str, length: int = 64) -> bytes:
    """A part's first bytes."""
    return next(pieces(held(parts, name)), b"")[:length]


__all__ = ["Entry", "Parts", "Stamped", "begins", "changed", "held", "pieces", "same", "sha256", "size_of", "state_of"]
