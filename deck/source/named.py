"""Files that a YAML file names: found as its writer meant them, or told what they may be called."""

from __future__ import annotations

from pathlib import Path, PurePath
from unicodedata import normalize

from deck.diagnostics import did_you_mean, nearest


def path_of(folder: Path, name: str) -> Path:
    """The file that is named from `folder`, with either slash. Where letters with their dots apart (macOS) are all that differs
    from what a folder holds, that is what is meant."""
    path = folder
    for step in PurePath(name.replace("\\", "/")).parts:
        here = path / step
        if not step.isascii() and not _is_there(here):
            alike = [item for item in _names(path) if normalize("NFC", item) == normalize("NFC", step)]
            here = path / alike[0] if alike else here
        path = here
    return path


def near(path: Path) -> str:
    """What a missing file may be called: as it lies there, where only capitals differ."""
    if _is_there(path):
        return ""
    folder, steps = path, list[str]()
    while not _is_there(folder) and folder != folder.parent:
        folder, steps = folder.parent, [folder.name, *steps]
    found = folder
    for step in steps:
        alike = [item for item in _names(found) if item.casefold() == step.casefold()]
        if not alike:
            return did_you_mean(path.name, _names(path.parent))
        found = found / alike[0]
    return nearest([found.relative_to(folder).as_posix()])


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _names(folder: Path) -> list[str]:
    try:
        return sorted(item.name for item in folder.iterdir())
    except (OSError, ValueError):
        return []


__all__ = ["near", "path_of"]
