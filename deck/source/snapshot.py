"""A file as it was when it was looked at: what is read of it can be remembered by that."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Path, contents, and the name that messages call it by. It need not be a file any more, nor have been one."""

    path: Path
    data: bytes
    name: str

    @classmethod
    def of(cls, path: Path, most: int) -> Snapshot | None:
        """A file of at most `most` bytes; None where it is larger or cannot be read, which its reader says in words."""

        try:
            if path.stat().st_size > most:
                return None
            return cls(path, path.read_bytes(), display(path))
        except OSError:
            return None

    @classmethod
    def text(cls, name: str, words: str) -> Snapshot:
        """A text that was a file once."""
        return cls(Path(name), words.encode(), name)

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the system says of a file too large to be read whenever it is asked about: another one after each writing, also where
    its time was set back. -1 where there is none."""

    path: Path
    size: int = -1
    time: int = -1
    changed: int = -1
    inode: int = -1

    @classmethod
    def of(cls, path: Path) -> Stamp:
        try:
            stat = os.stat(path)  # noqa: PTH116 - one call, links followed
        except OSError:
            return cls(path)
        return cls(path, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)


def display(path: Path) -> str:
    """A path as a person would name it: relative to the folder they stand in, with forward slashes."""
    return _display(os.fspath(path), os.getcwd())  # noqa: PTH109 - asked of each file of each deck


@lru_cache(maxsize=1_024)
def _display(path: str, here: str) -> str:
    try:
        relative = os.path.relpath(path, here)
    except ValueError:  # another drive, on Windows
        return Path(path).as_posix()
    return Path(path if relative.startswith("..") else relative).as_posix()
