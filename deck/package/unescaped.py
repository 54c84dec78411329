"""Comments whose text a program wrote as it stood: LibreOffice escapes neither "&" nor "<" there, and the part is no XML."""

from __future__ import annotations

import re

from deck.package.bounds import broken
from deck.package.model import Package

_PLACES = ("ppt/comments/",)
_LONE = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)")
"""An ampersand that begins no reference (XML 1.0, 4.1)."""
_TEXT = re.compile(rb"(<(?:\w+:)?text>)(.*?)(</(?:\w+:)?text>)", re.DOTALL)
"""The words of a comment (19.4.6), which has no elements within."""


def with_escaped_comments(package: Package) -> tuple[Package, tuple[str, ...]]:
    """The package with such comments escaped, and their parts; the very same where there are none, or where that is not what is
    wrong with them."""
    wrong = [part for part in broken(package.parts) if part.startswith(_PLACES)]
    mended: dict[str, bytes | None] = {part: _escaped(package.parts[part]) for part in wrong}
    still = broken({part: data for part, data in mended.items() if data is not None})
    good = {part: data for part, data in mended.items() if part not in still}
    return (package.replace(good), tuple(good)) if good else (package, ())


def _escaped(data: bytes) -> bytes:
    def words(found: re.Match[bytes]) -> bytes:
        start, said, end = found.groups()
        return start + said.replace(b"<", b"&lt;").replace(b">", b"&gt;") + end

    return _TEXT.sub(words, _LONE.sub(b"&amp;", data))


__all__ = ["with_escaped_comments"]
