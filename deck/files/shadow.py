"""Files that programs lay beside a document: no documents, whatever their ending says."""

from __future__ import annotations

from pathlib import Path

_PREFIXES = ("~$", "._")
"""PowerPoint's note of who has the document open; what macOS keeps beside a file on a foreign disk (AppleDouble)."""


def is_shadow(path: Path) -> bool:
    """Whether it is such a file: by its name, and because it is no package (a document may bear any name)."""
    if not path.name.startswith(_PREFIXES):
        return False
    try:
        with path.open("rb") as stream:
            return stream.read(2) != b"PK"
    except OSError:
        return True
