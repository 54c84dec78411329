"""Uploaded files, for a short while: in a private folder that is gone when the while is over, and with the server.

What a browser holds is a signed word in the address, and no cookie: it leads to the files while they are there, and to nobody
else's. A file lies under a name of ours; what it was called is for showing only.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import time
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from deck.files import put_folder, take_folder

MINUTES = 30
"""A session's life after it was last asked for."""
MOST, MOST_BYTES = 20_000, 2_000_000_000
"""Sessions, and bytes of all of them together: more than one who sends small files without end can begin in LEAST_MINUTES."""
LEAST_MINUTES = 5
"""Where there is no more room, those go first that were not asked for in so long: not half an hour for one who uploads much."""
LONGEST_NAME = 200
"""Bytes of a name with its ending: systems take 255, and what is made of it has a longer one."""
_FORBIDDEN = frozenset("<>:|?*;/\\")
"""What some system takes for more than a letter of a name."""
_JOINER = "\u200d"
"""Stands within emoji."""


class NoRoom(Exception):
    """Too many files are held just now."""


@dataclass(frozen=True, slots=True)
class HeldFile:
    """`name`: what it is called here; `called`: what it was called where it came from, made harmless."""

    name: str
    called: str
    path: Path
    size: int


@dataclass(slots=True)
class _Held:
    files: dict[str, HeldFile]
    used: float
    step: int = 0


def harmless(name: str, ending: str = "") -> str:
    """A file's name to show and to call an answer by: no path, nothing that any system takes for more than a name."""
    plain = unicodedata.normalize("NFC", name.replace("\\", "/").rpartition("/")[2]).replace('"', "”")
    stem, dot, tail = plain.rpartition(".")
    words = "".join(map(_harmless_letter, stem if dot else tail)).strip(f" .{_JOINER}")[:80]
    words = words.encode()[:LONGEST_NAME].decode(errors="ignore").rstrip(f" .{_JOINER}")
    tail = ending or (f".{tail.lower()}" if dot and re.fullmatch(r"[A-Za-z0-9]{2,5}", tail) else "")
    return f"{words or 'fil'}{tail}"


def _harmless_letter(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind[0] == "Z":
        return " "
    return "" if letter in _FORBIDDEN or (kind[0] == "C" and letter != _JOINER) else letter


def told_apart(name: str, taken: Iterable[str]) -> str:
    """The name, with a number where another file is called so: "plan (2).pptx"."""
    known = {item.casefold() for item in taken}
    stem, dot, tail = name.rpartition(".")
    stem, tail = (stem, f".{tail}") if dot else (tail, "")
    named = (f"{stem} ({n}){tail}" for n in range(2, len(known) + 3))
    return name if name.casefold() not in known else next(item for item in named if item.casefold() not in known)


class Sessions:
    """All files lie under `root`. `gone` is told of each file that goes. `clock`: seconds, for tests."""

    def __init__(
        self,
        root: Path,
        secret: bytes = b"",
        clock: Callable[[], float] = time.monotonic,
        gone: Callable[[HeldFile], None] = lambda _file: None,
    ) -> None:
        self._root, self._gone = root, gone
        self._secret = secret or secrets.token_bytes(32)
        self._clock = clock
        self._held: dict[str, _Held] = {}

    def _now(self) -> float:
        return self._clock()

    def _signed(self, name: str) -> str:
        return f"{name}.{hmac.new(self._secret, name.encode(), hashlib.sha256).hexdigest()[:32]}"

    def _name(self, token: str) -> str:
        """The session's name, "" for a word that is none of ours."""
        name, _dot, _mark = token.partition(".")
        return name if hmac.compare_digest(self._signed(name).encode(), token.encode()) else ""

    def put(self, token: str, files: Iterable[tuple[str, str, bytes]], gone: Iterable[str] = ()) -> str:
        """Hold (name, called, bytes) beside what the session holds already, those of a name in its place, without those that are
        `gone` (by the beginning of their names); its token, a new one where there is none. Raises NoRoom and DeckError."""
        self.sweep()
        new = list(files)
        name = self._name(token)
        if name not in self._held:
            name = secrets.token_urlsafe(16)
        held = self._held.get(name) or _Held({}, self._now())
        self._make_room(sum(len(item[2]) for item in new), name)
        kept = {key: item for key, item in held.files.items() if not key.startswith(tuple(gone))} if gone else dict(held.files)
        for key, called, data in new:
            held.step += 1
            # A folder for each file: nobody reads one that is being written, and what lies there is one file's alone.
            folder = self._root / name / str(held.step)
            put_folder(folder, {called if key.startswith("deck-") else key: data})
            kept[key] = HeldFile(key, called, folder / (called if key.startswith("deck-") else key), len(data))
        for old in held.files.values():
            if kept.get(old.name) is not old:
                self._gone(old)
                take_folder(old.path.parent)
        held.files, held.used = kept, self._now()
        self._held[name] = held
        return self._signed(name)

    def _make_room(self, size: int, name: str) -> None:
        """For so many bytes in the session `name`. Raises NoRoom."""
        total, more = size + self.bytes, int(name not in self._held)

        def full() -> bool:
            return total > MOST_BYTES or len(self._held) + more > MOST

        for old in sorted(self._held, key=lambda item: self._held[item].used) if full() else ():
            if not full() or self._now() - self._held[old].used <= LEAST_MINUTES * 60:
                break
            if old != name:
                total -= sum(item.size for item in self._held[old].files.values())
                self._take(old)
        if full():
            raise NoRoom

    def get(self, token: str) -> Mapping[str, HeldFile]:
        """What a session holds; {} where there is none any more."""
        held = self._held.get(self._name(token)) if token else None
        if held is None or self._now() - held.used > MINUTES * 60:
            return {}
        held.used = self._now()
        return held.files

    def end(self, token: str) -> None:
        self._take(self._name(token))

    def sweep(self) -> None:
        """Take away what nobody has asked for in a while."""
        for name in [key for key, held in self._held.items() if self._now() - held.used > MINUTES * 60]:
            self._take(name)

    def _take(self, name: str) -> None:
        held = self._held.pop(name, None) if name else None
        if held is not None:
            for file in held.files.values():
                self._gone(file)
            try:
                take_folder(self._root / name)
            except OSError:
                return

    @property
    def bytes(self) -> int:
        return sum(item.size for held in self._held.values() for item in held.files.values())

    def __len__(self) -> int:
        return len(self._held)
