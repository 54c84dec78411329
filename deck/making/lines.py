"""Lines of files: a deck, what was refreshed from it, and so on. Which is the one to go on in, by what
the files say of themselves.

A file that another was made from, as it is now, is superseded by it. What is left are heads: among those of one name the one with
its owner's work in it is newest, then the one that has come furthest.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from deck.files import is_shadow
from deck.pptx.manifest import properties_in
from deck.pptx.seal import Making, digest_of, is_as_written, making_of, short
from deck.source import Stamp

SUFFIX = "-uppdaterad"
ENDINGS = (".pptx", ".pptm")
"""A presentation's name ends so; the latter where it has macros."""
OTHERS = (".ppsx", ".ppsm", ".potx", ".potm", ".ppt", ".odp", ".key")
_MOST = 1_000_000
"""Bytes that are read of a file's properties."""
_CHOICES = ("place", "outline", "audience")
_TOLD = frozenset(map(short, ("base", "place", "lang", "release")))
"""Asked of a refresh, and nobody's work: which guidance the file came from, and which it was brought to."""


@dataclass(frozen=True)
class Member:
    """One file as it is now. `stem`, `number`: its name without what refreshes add, and which one it is (0: an original).
    `choices`: what it was made from, () where it does not tell. `digest` as in a history."""

    path: Path
    digest: str
    making: Making
    choices: tuple[str, ...]

    @property
    def stem(self) -> str:
        return parted(self.path)[0]

    @property
    def number(self) -> int:
        return parted(self.path)[1]

    @cached_property
    def work(self) -> int:
        """How much there is in it of its owner's: 0 nothing; 1 no more than what it was made from; 2 decisions, a template or
        material of their own; 3 edits, or what a file of another origin may hold."""
        try:
            written = is_as_written(self.path)
        except OSError:
            written = False
        if not self.making.made or not written:
            return 3
        if set(self.making.asked) - _TOLD:
            return 2
        return 0 if self.making.made == "built" or self.making.bare else 1

    @property
    def rank(self) -> tuple[int, int, int, int]:
        return self.work, len(self.making.history), self.number, Stamp.of(self.path).time


@dataclass(frozen=True)
class DeckLine:
    """`newest`: the file to go on in. `aside`: others of the line with work in them that is not in it."""

    newest: Member
    aside: tuple[Member, ...]


def parted(path: Path) -> tuple[str, int]:
    """(stem, number) of a name: ("plan", 0) of plan.pptx, ("plan", 1) of plan-uppdaterad.pptx, ("plan", 2) of
    plan-uppdaterad-2.pptx."""
    match = re.fullmatch(rf"(.+?)((?:{SUFFIX}(?:-\d{{1,6}})?)+)", path.stem)
    if match is None:
        return path.stem, 0
    last = match[2].rpartition(SUFFIX)[2]
    return match[1], int(last[1:]) if last else 1


def decks_in(folder: Path) -> list[Path]:
    """The presentations of a folder, without what programs lay beside them."""
    return sorted(
        path for path in folder.iterdir() if path.suffix.lower() in ENDINGS and not is_shadow(path) and not path.is_dir()
    )


def others_in(folder: Path) -> list[Path]:
    """Shows, templates and presentations of other programs: a folder's refresh leaves them, for they go on as another kind of
    file, or cannot be read."""
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in OTHERS and not is_shadow(path) and path.is_file())


def folders_with_decks(folder: Path) -> list[Path]:
    """The folders within a folder that hold presentations of their own."""
    found: list[Path] = []
    for path in sorted(folder.iterdir()):
        try:
            if path.is_dir() and not path.name.startswith(".") and decks_in(path):
                found.append(path)
        except OSError:  # one that may not be looked into holds nothing for us
            continue
    return found


def lines_of(paths: Iterable[Path]) -> list[DeckLine]:
    """The lines that files make up, in the order of their names."""
    members = [member(path) for path in paths]
    waiting = [item for item in members if not _superseded(item, members)]
    lines: list[DeckLine] = []
    while waiting:
        # One that tells most comes first: one that has lost its memory then finds those of its name.
        first = max(waiting, key=lambda item: bool(item.choices))
        same = [item for item in waiting if _one_line(first, item)]
        newest = max(same, key=lambda item: item.rank) if len(same) > 1 else first
        lines.append(DeckLine(newest, aside(newest, same, members)))
        waiting = [item for item in waiting if item not in same]
    return sorted(lines, key=lambda line: line.newest.path)


def aside(source: Member, members: Iterable[Member], among: Sequence[Member] = ()) -> tuple[Member, ...]:
    """The members of the source's line with work in them that the source has not, and what was made from those. `among`: as in
    `lacks`, where they are more than the members."""
    every = [*members]
    known = among or every
    found = [item for item in every if item.path != source.path and _one_line(source, item) and lacks(source, item, known)]
    # What went on under another name is what there is to go on in.
    gone_on = [item for item in every if item not in found and any(_went_on(old, item, every) for old in found)]
    return tuple(item for item in (*found, *gone_on) if item.path != source.path and lacks(source, item, known))


def further(source: Member, members: Sequence[Member]) -> Member | None:
    """Of the members that were made from the source, as it is now, the newest."""
    return max((item for item in members if _went_on(source, item, members)), key=lambda item: item.rank, default=None)


def lacks(one: Member, other: Member, among: Sequence[Member] = ()) -> bool:
    """Whether there is work in the other that the one has not, or may be. `among`: files that the other may have been made from,
    as they are now: what was put into none of them on the way is not in the other."""
    known = {one.digest, *one.making.history}
    if other.digest in known or not other.work:
        return False
    if other.work > 1:
        return True
    *before, last = other.making.history or ("",)
    if last not in known and (step := next((item for item in among if item.digest == last), None)) is not None:
        return lacks(one, step, among)
    # What it was made from may be the one as it was before its owner went on in it: with the same behind it, and somebody's.
    return last not in known and not (one.work > 1 and tuple(before) == one.making.history)


def _one_line(one: Member, other: Member) -> bool:
    """Of one name, and made for the same; a file that tells nothing is taken at its name."""
    alike = one.choices == other.choices or not (one.choices and other.choices)
    return one.stem.casefold() == other.stem.casefold() and alike


def _superseded(item: Member, members: Sequence[Member]) -> bool:
    return any(_went_on(item, other, members) or _left_behind(item, other, members) for other in members)


def _left_behind(item: Member, other: Member, members: Sequence[Member]) -> bool:
    """Whether the work of this one's line went on into the other, under another name, and this one has none: it was made from
    what the other was made from, before that work."""
    if not item.making.history or item.making.history[-1] not in other.making.history or lacks(other, item, members):
        return False
    same = (old for old in members if old.stem.casefold() == item.stem.casefold() != other.stem.casefold())
    return any(lacks(item, old, members) and _went_on(old, other, members) for old in same)


def _went_on(item: Member, other: Member, members: Sequence[Member]) -> bool:
    """Whether the other was made from this one, as it is now."""
    if other.path == item.path or item.digest not in other.making.history or other.digest == item.digest:
        return False
    # A copy under another name is a deck of its own, as long as the file that the other one is named after is here too.
    twins = (twin for twin in members if twin.digest == item.digest and twin.path != item.path)
    return other.stem.casefold() == item.stem.casefold() or not any(_one_line(twin, other) for twin in twins)


def member(path: Path) -> Member:
    """A file as a member of its line. One that cannot be read is a line of its own."""
    return _member(Stamp.of(path))


@lru_cache(maxsize=2048)
def _member(stamp: Stamp) -> Member:
    path = stamp.path
    unread = Member(path, f"unread:{path}", Making(), (f"unread:{path}",))
    try:
        digest = digest_of(path)
        with zipfile.ZipFile(path) as archive:
            said = _properties(archive)
    except (OSError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, ValueError):
        return unread
    # A program that keeps no such properties leaves a file whose name alone says where it belongs.
    choices = tuple(said.get(name, "") for name in _CHOICES) if said else ()
    return Member(path, digest, making_of(said), choices)


def _properties(archive: zipfile.ZipFile) -> dict[str, str]:
    try:
        with archive.open("docProps/custom.xml") as stream:
            return properties_in(stream.read(_MOST))
    except KeyError:
        return {}
