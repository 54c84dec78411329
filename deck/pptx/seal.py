"""A deck's proof of itself: how it was made, and the digest of the whole package as we wrote it, in docProps/custom.xml.

The properties tell the line that a file stands in as well (which files it was made from, one after the other). They hold after a
program has saved the file, PowerPoint and LibreOffice both; the digest then does not, which is how an edit is known.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from deck.errors import DeckError
from deck.files import FileKind
from deck.package import Package, Pieces, open_package, package_pieces, pieces_once
from deck.package.writer import EARLIER, NOW, Packing
from deck.pptx.manifest import PROPERTY, custom_xml, read_properties

Made = Literal["", "built", "refreshed"]
_KEYS = ("made", "history", "asked", "bare", "seal")
_BLANK = "0" * 64
_SEAL = re.compile(rb'(name="deck\.seal"><vt:lpwstr>)([0-9a-f]{64})(?=<)')
STEPS, ASKED = 12, 24
"""So many steps of a line, and questions decided in one, are remembered: Office holds 255 characters of a property."""
MANY = "?"
"""Stands for what cannot be told: it is never among what is asked now."""


@dataclass(frozen=True, slots=True)
class Making:
    """`made`: "" where the file does not tell. `history`: the `digest_of` each file that it was made from, the oldest first.
    `asked`: what decided how it came out and is in no other file (decisions, a template), each by its `short`. `bare`: whether no
    hand had touched what it was made from."""

    made: Made = ""
    history: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    bare: bool = False


def making_of(properties: Mapping[str, str]) -> Making:
    """What a deck's short properties say of its making; what is damaged counts for nothing."""
    said = properties.get("made", "")
    made: Made = "built" if said == "built" else "refreshed" if said == "refreshed" else ""
    history = tuple(word for word in properties.get("history", "").split() if re.fullmatch(r"[0-9a-f]{16}", word))
    return Making(made, history[-STEPS:], tuple(properties.get("asked", "").split()), properties.get("bare") == "1")


def digest_of(source: bytes | Path) -> str:
    """What a file is known by in the history of those made from it: SHA-256, cut to 64 bits. Raises OSError."""
    if isinstance(source, Path):
        with source.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()[:16]
    return hashlib.sha256(source).hexdigest()[:16]


def short(question: str) -> str:
    return hashlib.sha256(question.encode()).hexdigest()[:8]


def sealed(package: Package, made: Made, history: Iterable[str] = (), asked: Iterable[str] = (), bare: bool = False) -> Package:
    """The package with its making and its proof in it. One without properties of ours is no deck of ours, and is given back."""
    part, blank = _unproved(package, Making(made, tuple(history), tuple(asked), bare))
    return blank.replace({part: _with(blank.parts[part], _digest(blank))}) if part else package


def sealed_pieces(
    package: Package, made: Made, history: Iterable[str] = (), asked: Iterable[str] = (), bare: bool = False
) -> Pieces:
    """The file of the `sealed` package; what the proof is made of is not packed again."""
    part, blank = _unproved(package, Making(made, tuple(history), tuple(asked), bare))
    pieces = package_pieces(blank)
    return pieces.but(part, _with(blank.parts[part], _digest_of(pieces))) if part else pieces


def _unproved(package: Package, made: Making) -> tuple[str, Package]:
    """The part that the proof goes into, "" where there is none, and the package with a blank there."""
    part = package.one("", "custom-properties")
    if part is None:
        return "", package
    values = {PROPERTY + name: value for name, value in read_properties(package).items() if name not in _KEYS}
    values |= {f"{PROPERTY}made": made.made}
    if steps := made.history[-STEPS:]:
        values[f"{PROPERTY}history"] = " ".join(steps)
    if said := sorted(set(made.asked)):
        values[f"{PROPERTY}asked"] = " ".join(said if len(said) <= ASKED else [MANY])
    if made.bare:
        values[f"{PROPERTY}bare"] = "1"
    values[f"{PROPERTY}seal"] = _BLANK
    return part, package.replace({part: custom_xml(package.parts[part], values)})


def is_as_written(source: bytes | Path) -> bool:
    """Whether a file is, byte for byte, one that we wrote. Raises OSError."""
    try:
        package = open_package(source, "deck")
    except DeckError:
        return False
    part = package.one("", "custom-properties")
    match = _SEAL.search(package.parts[part]) if part is not None else None
    if part is None or match is None:
        return False
    blank = package.replace({part: _with(package.parts[part], _BLANK)})
    # Most files that are not were saved by another program: the first bytes tell.
    return any(_is_same(package, source, item) and _digest(blank, item) == match[2].decode() for item in (NOW, *EARLIER))


def _is_same(package: Package, source: bytes | Path, packing: Packing) -> bool:
    """Whether the package, written, is the file; neither is in memory whole."""
    with source.open("rb") if isinstance(source, Path) else io.BytesIO(source) as stream:
        return all(stream.read(len(piece)) == piece for piece in pieces_once(package, packing)) and not stream.read(1)


def _with(xml: bytes, digest: str) -> bytes:
    return _SEAL.sub(lambda match: match[1] + digest.encode(), xml, count=1)


def _digest(package: Package, packing: Packing = NOW) -> str:
    return _digest_of(package_pieces(package, packing))


def _digest_of(pieces: Pieces) -> str:
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()


def making(source: bytes | Path) -> Making:
    """What a file says of its making."""
    try:
        return making_of(read_properties(open_package(source, "deck")))
    except DeckError:
        return Making()


def _is_package(data: bytes) -> bool:
    # The names of parts stand in a zip file as they are.
    return data.startswith(b"PK") and b"ppt/" in data


def _is_package_file(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return any(name.startswith("ppt/") for name in archive.namelist())
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError):
        return _is_package(path.read_bytes())


DECK = FileKind("pptx", _is_package, lambda data: data, is_as_written, (_is_package_file, is_as_written))
"""A deck is sealed as a package, before it is bytes (`sealed`)."""


def is_built(source: bytes | Path) -> bool:
    """Whether a file is as `deck build` wrote it, so that nothing in it is its owner's."""
    return is_as_written(source) and making(source).made == "built"
