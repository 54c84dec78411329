"""Slides as the web shows them: a picture, known by what it shows, and all its words for those who do not see it."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from lxml import etree

from deck.drawing import Sheets, scene
from deck.memory import Memory
from deck.package import Stamped
from deck.render import draw_slide, svg_of
from deck.typeset.parts import PAGINATION, TITLES, slide_parts

if TYPE_CHECKING:
    from deck.drawing import Scene, SceneShape
    from deck.package import Package

MOST = 240
"""Slides that a deck is shown with at most."""
_APART = ("slide", "notesSlide", "notesMaster", "comments", "tags")
"""Relationships to what says nothing of a slide's look."""


@dataclass(frozen=True, slots=True)
class ShownSlide:
    """`key`: of all that the picture is drawn from; `svg`: it, packed. `words`: all that it says, in order."""

    key: str
    svg: bytes
    title: str
    words: str
    part: str


def unpacked(svg: bytes) -> str:
    return zlib.decompress(svg).decode()


def packed(svg: str) -> tuple[str, bytes]:
    """(key, packed SVG): one key for one picture."""
    data = svg.encode()
    return hashlib.sha256(data).hexdigest()[:32], zlib.compress(data, 1)


@dataclass(frozen=True, slots=True)
class PlannedSlide:
    """A slide whose words are there at once, and its picture when `drawn` is asked for it."""

    key: str
    title: str
    words: str
    part: str
    drawn: Callable[[], ShownSlide] = field(compare=False, repr=False)


_slides: Memory[str, ShownSlide] = Memory(600)
_said: Memory[str, tuple[str, str]] = Memory(600)


def shown(package: Package, parts: Sequence[str] | None = None) -> list[ShownSlide]:
    """The slides that are shown (or those of `parts`), in order. One that was drawn of the same is not drawn again."""
    return [item.drawn() for item in planned(package, parts)]


def planned(package: Package, parts: Sequence[str] | None = None) -> list[PlannedSlide]:
    """As `shown`, but for the pictures. What a slide says hangs on no colour: where it was said before, nothing is resolved."""
    sheets = Sheets(package)
    looks = _Looks(sheets)
    found = []
    for part in (slide_parts(package) if parts is None else parts)[:MOST]:
        key, known = looks.of(part)[:32], None
        # A diagram says what it says where its frame has room, and that may be the layout's.
        own = looks.of(part, above=b"relIds" in package.parts.get(part, b""))
        spoken = _said.get(own)
        if spoken is None:
            known = scene(package, part, sheets)
            spoken = said(known)
            _said.put(own, spoken)
        found.append(PlannedSlide(key, *spoken, part=part, drawn=partial(_drawn, key, spoken, part, sheets, known)))
    return found


class _Looks:
    """What slides are drawn from, as digests."""

    def __init__(self, sheets: Sheets) -> None:
        self._sheets, self._package = sheets, sheets.package
        self._known: dict[str, bytes] = {}
        self._common = self._of_all()

    def of(self, part: str, above: bool = True) -> str:
        """Of a slide with all that it leads to: its layout, their master, its theme, the pictures of all of them. Not `above`:
        without its layout, and what that leads to, and without the words of its footer, which are not said with the slide's."""
        digest = hashlib.sha256(self._common if above else b"")
        data = self._package.parts.get(part, b"")
        waiting, seen = [part], {part}
        while waiting:
            name = waiting.pop()
            digest.update(self._digest(name) if above or name != part else self._of_part(name, _without_footer(data)))
            master = self._package.content_type(name).endswith("slideMaster+xml")
            for rel in self._package.rels.get(name, ()):
                # A master leads to all its layouts, of which a slide has one.
                apart = rel.external or rel.kind in _APART or (rel.kind == "slideLayout" and (master or not above))
                if not apart and rel.target not in seen and rel.target in self._package.parts:
                    seen.add(rel.target)
                    waiting.append(rel.target)
        if b"slidenum" in data:
            digest.update(str(self._sheets.places.get(part, 0)).encode())
        return digest.hexdigest()

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
        text, styles = self._sheets.default_text, self._package.one(self._package.main, "tableStyles")
        said = [repr(self._sheets.size).encode(), etree.tostring(text) if text is not None else b""]
        return b"\0".join([*said, self._digest(styles) if styles else b""])


def _without_footer(data: bytes) -> bytes:
    """As far as it is known without reading the slide: of one that was just written."""
    return data.shared + data.bare if isinstance(data, Stamped) else data


def _drawn(key: str, spoken: tuple[str, str], part: str, sheets: Sheets, known: Scene | None) -> ShownSlide:
    """`known`: the slide resolved, where it is already."""
    found = _slides.get(key)
    if found is None or found.part != part:
        svg = packed(svg_of(draw_slide(sheets, known or scene(sheets.package, part, sheets), "")))[1]
        found = ShownSlide(key, svg=svg, title=spoken[0], words=spoken[1], part=part)
        _slides.put(key, found)
    return found


def said(picture: Scene) -> tuple[str, str]:
    """The slide's title, and its other words in the order in which they are read."""
    title, words = "", []
    for shape in picture.own:
        if shape.ph_type in TITLES and not title and shape.text is not None:
            title = _line(shape.text.text)
        else:
            words += _words(shape)
    return title, " ".join(words)


def _words(shape: SceneShape) -> list[str]:
    if shape.hidden or shape.decorative or shape.ph_type in PAGINATION:
        return []
    found = [shape.alt] if shape.alt else []
    if shape.text is not None:
        found += [paragraph.text for paragraph in shape.text.paragraphs]
    if shape.table is not None:
        found += [cell.text.text for row in shape.table.rows for cell in row if not cell.merged]
    # What a drawing says, and not only what it is.
    for inner in (*shape.children, *shape.drawn):
        found += _words(inner)
    lines = (_line(item) for item in found)
    return [line if line.endswith((".", "!", "?", ":", "…")) else f"{line}." for line in lines if line]


def _line(words: str) -> str:
    return " ".join(words.split())
