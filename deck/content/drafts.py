"""Working content that decks were made of before it was frozen, kept beside the releases: a deck that a program took the
memory from is compared with it.

`content/drafts/NAME/` holds what `content/releases/NAME/` does, but for release.yaml: the name's last eight characters are the
print of what is in it, in the language that it was made in, so a folder that says something else is no draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from deck.content.releases import content_files, content_root, fingerprint
from deck.errors import DeckError
from deck.files import put_folder, take_folder

FOLDER = "drafts"
MOST_BYTES = 50_000_000
"""In all drafts together; the oldest go first. A content without pictures takes some 0.1 MB."""
_NAME = re.compile(r"(?:([a-z0-9][a-z0-9.-]{0,40})\+)?([0-9a-f]{8})")


def draft_folder(name: str, root: Path | None = None) -> Path | None:
    """The folder of a draft: where it is kept, or the working content itself as long as it is that. None where there is
    none of that name, or it is not what it was."""
    top = root or content_root()
    return next((folder for folder in (top / FOLDER / name, top) if _is_draft(folder, name)), None)


def _is_draft(folder: Path, name: str) -> bool:
    match = _NAME.fullmatch(name)
    return match is not None and folder.is_dir() and any(mark.startswith(match[2]) for mark in _prints(folder))


def release_of_draft(name: str) -> str:
    """The release that the content followed: "2021" of "2021+fc7ec804"; "" where there was none."""
    match = _NAME.fullmatch(name)
    return (match[1] or "") if match else ""


def keep_draft(name: str, root: Path | None = None) -> bool:
    """Keep the working content under the name that `load_content` gave it, if that is no release's; whether it is kept.
    Never raises: where the folder cannot be written, a deck still remembers its making itself."""
    top = root or content_root()
    if _NAME.fullmatch(name) is None or (top / "releases" / name).exists():
        return False
    folder = top / FOLDER / name
    try:
        if folder.is_dir():
            return True
        # What has been changed since it was read is not what the deck was made of.
        if not _is_draft(top, name):
            return False
        files = {path.as_posix(): (top / path).read_bytes() for path in content_files(top)}
        _make_room(folder.parent, sum(map(len, files.values())))
        put_folder(folder, files)
    except (DeckError, OSError):
        return False
    return True


def _prints(folder: Path) -> Iterator[str]:
    """Of the structure with the words of each language."""
    codes = sorted(
        {path.parts[0] for path in content_files(folder) if len(path.parts) > 1 and re.fullmatch("[a-z]{2,3}", path.parts[0])}
    )
    for code in codes:
        yield fingerprint(folder, code)


def _make_room(store: Path, needed: int) -> None:
    """Take the oldest drafts away until there is room. What is not a draft as we kept it is left alone."""
    if not store.is_dir():
        return
    found = sorted((path for path in store.iterdir() if _NAME.fullmatch(path.name) and path.is_dir()), key=_age)
    size = needed + sum(map(_size, found))
    for path in found:
        if size <= MOST_BYTES:
            return
        if _is_draft(path, path.name):
            size -= _size(path)
            with suppress(OSError):
                take_folder(path)


def _age(path: Path) -> tuple[int, str]:
    return path.stat().st_mtime_ns, path.name


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
