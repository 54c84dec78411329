"""What slides are drawn from, as digests; and slides resolved once for all packages in which they are drawn from the same."""

from __future__ import annotations

import hashlib

from lxml import etree

from deck.drawing.model import Scene
from deck.drawing.scene import scene
from deck.drawing.sheet import Sheets
from deck.memory import Memory
from deck.package import Stamped

_APART = ("slide", "notesSlide", "notesMaster", "comments", "tags")
"""Relationships to what says nothing of a slide's look."""


class Looks:
    """Of the slides of one package."""

    def __init__(self, sheets: Sheets) -> None:
        self.sheets, self._package = sheets, sheets.package
        self._known: dict[str, bytes] = {}
        self._common = self._of_all()

    def of(self, part: str, *, above: bool = True, foot: bool = True) -> str:
        """Of a slide with all that it leads to: its layout, their master, its theme, the pictures of all of them. Not `above`:
        without its layout, and what that leads to. Not `foot`: without the words of its footer, as far as those are known
        without reading it, which is in a deck that was just written."""
        digest = hashlib.sha256(self._common if above else b"")
        data = self._package.parts.get(part, b"")
        own = data if foot or not isinstance(data, Stamped) else data.shared + data.bare
        waiting, seen = [part], {part}
        while waiting:
            name = waiting.pop()
            digest.update(self._of_part(name, own) if name == part else self._digest(name))
            master = self._package.content_type(name).endswith("slideMaster+xml")
            for rel in self._package.rels.get(name, ()):
                # A master leads to all its layouts, of which a slide has one.
                apart = rel.external or rel.kind in _APART or (rel.kind == "slideLayout" and (master or not above))
                if not apart and rel.target not in seen and rel.target in self._package.parts:
                    seen.add(rel.target)
                    waiting.append(rel.target)
        if b"slidenum" in data:
            digest.update(str(self.sheets.places.get(part, 0)).encode())
        return digest.hexdigest()

    def of_notes(self, name: str) -> str:
        """Of a page of notes with its master and that one's theme; not of its slide."""
        master = self._package.one(name, "notesMaster")
        theme = self._package.one(master, "theme") if master else ""
        return hashlib.sha256(b"".join(self._digest(part) for part in (name, master, theme) if part)).hexdigest()

    def _digest(self, name: str) -> bytes:
        """Of a part with its relationships; its layout's and master's are asked for by many slides."""
        known = self._known.get(name)
        if known is None:
            known = self._of_part(name, self._package.parts.get(name, b""))
            self._known[name] = known
        return known

    def _of_part(self, name: str, data: bytes) -> bytes:
        return hashlib.sha256(f"{name}\0{self._package.rels.get(name, ())}\0".encode() + data).digest()

    def _of_all(self) -> bytes:
        """What the presentation says for all slides: their size, how text is, and its table styles."""
        text, styles = self.sheets.default_text, self._package.one(self._package.main, "tableStyles")
        said = [repr(self.sheets.size).encode(), etree.tostring(text) if text is not None else b""]
        return b"\0".join([*said, self._digest(styles) if styles else b""])


_scenes: Memory[str, Scene] = Memory(60)
"""Of the two decks that somebody looks at; a slide takes some 0.4 MB."""


def resolved(looks: Looks, part: str) -> tuple[str, Scene]:
    """(what it is drawn from, the slide as `scene` gives it)."""
    key = looks.of(part)
    known = _scenes.get(key)
    if known is None:
        known = scene(looks.sheets.package, part, looks.sheets)
        _scenes.put(key, known)
    return key, known
