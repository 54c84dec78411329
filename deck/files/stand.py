"""What the system says of files and of all in folders: whether anything was changed is told without reading them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

MOST_FILES = 20_000
OURS = frozenset({"drafts", "__pycache__"})
"""Folders that a build writes into itself."""
Stand = Mapping[Path, tuple[int, int, int, int]]
BLUR = 2.5
"""Seconds that a file's time may be coarse by (FAT: two)."""


def stand(paths: Iterable[Path]) -> Stand:
    """File → (when it was changed, and when that was set, in ns; its size, its number): of files, and of all in folders."""
    found: dict[Path, tuple[int, int, int, int]] = {}
    for path in _files(paths):
        try:
            told = path.stat()
        except OSError:
            # One that is not there yet is new when it comes.
            continue
        found[path] = told.st_mtime_ns, told.st_ctime_ns, told.st_size, told.st_ino
        if len(found) >= MOST_FILES:
            break
    return found


def stand_digest(found: Stand) -> str:
    digest = hashlib.sha256()
    for path in sorted(found):
        digest.update(f"{path}\0{found[path]}\0".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()[:24]


def settled(found: Stand, moment: float) -> bool:
    """Whether all were changed so long before a `moment` (seconds of the clock) that a change since then has another time."""
    return all(max(told[:2]) < (moment - BLUR) * 1e9 for told in found.values())


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, inner, names in os.walk(path):
            inner[:] = [name for name in inner if name not in OURS and not name.startswith(".")]
            yield from (Path(folder, name) for name in names if not name.startswith("."))
