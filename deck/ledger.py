"""What earlier runs left in a folder: its decks, what each was made from, and their files as they were then.

A hint, and nothing else: it is believed only as far as the files themselves stand as it says, and where it is not as we wrote it,
or not there, all is made anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from deck.diagnostics import Diagnostic, Severity, Where
from deck.files import JSON, put
from deck.files.stand import settled, stand, stand_digest
from deck.i18n import languages

NAME = ".deck-build.json"
VERSION = 1
MOST_CALLS = 60
"""So many different calls are remembered of a folder, the last ones."""


@dataclass(frozen=True, slots=True)
class StandingDeck:
    """A deck that was made and is there. `files`: format → name, and what the system said of it. `inputs`: digests of what it was
    made from. `moment`: in what its complaints were made (`moment`)."""

    place: str
    name: str
    outline: str
    audience: str
    release: str
    slides: int
    sha256: str
    files: Mapping[str, tuple[str, tuple[int, ...]]]
    inputs: Mapping[str, str]
    moment: str
    diagnostics: tuple[Diagnostic, ...] = ()

    def paths(self, out: Path) -> dict[str, Path]:
        return {kind: out / name for kind, (name, _told) in self.files.items()}

    def stands(self, out: Path) -> bool:
        """Whether all its files are as they were."""
        return all(_told(path) == self.files[kind][1] for kind, path in self.paths(out).items())

    def to_json(self) -> dict[str, Any]:
        found = {name: getattr(self, name) for name in self.__slots__ if name != "diagnostics"}
        return found | {"diagnostics": [item.to_json() for item in self.diagnostics]}


@dataclass(frozen=True, slots=True)
class Call:
    """A run as it was asked for, in which every deck was made. `paths`: all that it read, `world` as that stood. `decks`: their
    keys, in order. `kept`: what it laid aside, which is to be there still."""

    paths: tuple[str, ...]
    world: str
    decks: tuple[str, ...]
    kept: tuple[str, ...] = ()


@dataclass(frozen=True)
class FolderLedger:
    decks: Mapping[str, StandingDeck] = field(default_factory=dict)
    calls: Mapping[str, Call] = field(default_factory=dict)

    def standing(self, asked: str, out: Path) -> tuple[StandingDeck, ...] | None:
        """The decks of a call that was made before, if nothing has changed since: not what they were made from, nor they."""
        call = self.calls.get(asked)
        if call is None:
            return None
        decks = [self.decks.get(key) for key in call.decks]
        now = moment()
        known = tuple(item for item in decks if item is not None and item.moment == now and item.stands(out))
        if len(known) != len(decks) or not all(map(os.path.exists, call.kept)):
            return None
        if stand_digest(stand(map(Path, call.paths))) != call.world:
            return None
        return known

    def having(self, decks: Mapping[str, StandingDeck], gone: Iterable[str] = ()) -> FolderLedger:
        kept = {key: item for key, item in self.decks.items() if key not in set(gone)}
        return replace(self, decks=kept | dict(decks))

    def calling(self, asked: str, call: Call) -> FolderLedger:
        calls = {key: item for key, item in self.calls.items() if key != asked} | {asked: call}
        return replace(self, calls=dict(list(calls.items())[-MOST_CALLS:]))


def key_of_deck(place: str, outline: str, audience: str, lang: str) -> str:
    return f"{place}/{outline}/{audience}/{lang}"


def moment() -> str:
    """What decides of a deck's bytes and complaints beside its inputs: the day, the languages of messages, what runs us, and the
    packages that are installed, by their names and versions."""
    said = {name: value for name, value in os.environ.items() if name.startswith("DECK_") or name == "SOURCE_DATE_EPOCH"}
    packages = sorted(Path(name).parent.name for entry in _installed() for name in _distributions(entry))
    day = datetime.now(UTC).date().isoformat()
    return digest_of_words(day, languages(), sorted(said.items()), sys.version, zlib.ZLIB_RUNTIME_VERSION, packages)


def digest_of_words(*said: object) -> str:
    return hashlib.sha256(repr(said).encode("utf-8", "surrogateescape")).hexdigest()[:24]


def ourselves() -> list[Path]:
    """Where deck lies, and of the packages that it runs on what any installing changes."""
    here = Path(__file__).resolve().parent
    return [here, *(Path(entry) / name for entry in _installed() for name in _distributions(entry))]


def _installed() -> list[str]:
    return [entry for entry in sys.path if entry.endswith("-packages")]


def _distributions(folder: str) -> list[str]:
    try:
        return sorted(f"{item.name}/RECORD" for item in Path(folder).glob("*.dist-info"))
    except OSError:
        return []


def call_of(paths: Iterable[Path], decks: Iterable[str], before: str, started: float) -> Call | None:
    """A run that has come to its end: None where something that it read was changed meanwhile, or so shortly before it
    (`started`, seconds of the clock) that a change would not show."""
    held = tuple(dict.fromkeys(os.path.abspath(path) for path in paths))  # noqa: PTH100 - links are left as they are
    now = stand(map(Path, held))
    if stand_digest(now) != before or not settled(now, started):
        return None
    return Call(held, before, tuple(decks))


def world_of(paths: Iterable[Path]) -> str:
    return stand_digest(stand(Path(os.path.abspath(path)) for path in paths))  # noqa: PTH100 - as above


def _told(path: Path) -> tuple[int, ...]:
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def files_as_they_are(paths: Mapping[str, Path]) -> dict[str, tuple[str, tuple[int, ...]]]:
    """Format → name, and what the system says of it."""
    return {kind: (path.name, _told(path)) for kind, path in paths.items()}


# --- the file -----------------------------------------------------------------------------------------------------------------


def read_ledger(out: Path) -> FolderLedger:
    """An empty one where it is not as we wrote it."""
    try:
        data = (out / NAME).read_bytes()
        said = json.loads(data) if JSON.ours(data) else {}
        if said.get("version") != VERSION:
            return FolderLedger()
        return FolderLedger(
            {key: _deck(item) for key, item in said["decks"].items()},
            {
                key: Call(tuple(item["paths"]), str(item["world"]), tuple(item["decks"]), tuple(item["kept"]))
                for key, item in said["calls"].items()
            },
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return FolderLedger()


def _deck(said: Mapping[str, Any]) -> StandingDeck:
    files = {kind: (str(name), tuple(map(int, told))) for kind, (name, told) in said["files"].items()}
    return StandingDeck(**{**said, "files": files, "diagnostics": tuple(map(_diagnostic, said["diagnostics"]))})


def _diagnostic(said: Mapping[str, Any]) -> Diagnostic:
    severity = Severity[said["severity"].upper()]
    where = Where(**said["where"])
    return Diagnostic(said["code"], severity, message=said["message"], where=where, hint=said["hint"])


def write_ledger(out: Path, ledger: FolderLedger) -> None:
    """Raises DeckError where it cannot be written, or is not as we wrote it."""
    calls = {key: {name: getattr(item, name) for name in item.__slots__} for key, item in ledger.calls.items()}
    said = {"version": VERSION, "decks": {key: item.to_json() for key, item in ledger.decks.items()}, "calls": calls}
    put(out / NAME, JSON.seal(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()), JSON)
