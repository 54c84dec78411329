"""The files of a collection to begin from, which builds as it is."""

from __future__ import annotations

from importlib import resources
from pathlib import PurePosixPath


def starter_files() -> dict[str, bytes]:
    """Path within the folder → bytes."""
    root = resources.files("deck").joinpath("starter")
    found: dict[str, bytes] = {}
    folders = [(root, PurePosixPath())]
    while folders:
        folder, at = folders.pop()
        for item in folder.iterdir():
            if item.is_dir():
                folders.append((item, at / item.name))
            else:
                found[(at / item.name).as_posix()] = item.read_bytes()
    return dict(sorted(found.items()))
