"""Slides as the web shows them: a picture, known by what it shows, and all its words for those who do not see it."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deck.drawing import Sheets, scene
from deck.memory import Memory
from deck.render import draw_slide, svg_of
from deck.typeset.parts import PAGINATION, TITLES, slide_parts

if TYPE_CHECKING:
    from deck.drawing import Scene, SceneShape
    from deck.package import Package

MOST = 240
"""Slides that a deck is shown with at most."""
_ELSE = re.compile(r"ppt/(slides|notesSlides|comments|embeddings|media|charts|tags)/|docProps/|customXml/")
"""Parts that are one slide's own, or say nothing of its look."""


@dataclass(frozen=True, slots=True)
class ShownSlide:
    """`key`: of the picture's SVG, which `svg` has packed. `words`: all that it says, in order."""

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


_slides: Memory[tuple[str, str], ShownSlide] = Memory(600)


def shown(package: Package, parts: Sequence[str] | None = None) -> list[ShownSlide]:
    """The slides that are shown (or those of `parts`), in order. One that was drawn in the same look, with the same in it, is not
    drawn again."""
    stand = _digest(package, (name for name in package.parts if not _ELSE.match(name)), main=False)
    sheets: list[Sheets] = []
    found = []
    for part in (slide_parts(package) if parts is None else parts)[:MOST]:
        key = (stand, _digest(package, _own(package, part)))
        known = _slides.get(key)
        if known is None:
            if not sheets:
                sheets.append(Sheets(package))
            known = _drawn(package, part, sheets[0])
            _slides.put(key, known)
        found.append(known)
    return found


def _own(package: Package, part: str) -> Iterator[str]:
    """The slide and all that is drawn of what it leads to."""
    yield part
    for rel in package.rels.get(part, ()):
        if not rel.external and rel.kind not in ("slide", "slideLayout", "notesSlide") and rel.target in package.parts:
            yield rel.target
            yield from (item.target for item in package.rels.get(rel.target, ()) if item.target in package.parts)


def _digest(package: Package, names: Iterator[str], *, main: bool = True) -> str:
    """Of parts with their relationships. `main`: with the presentation's own, which lists all slides."""
    digest = hashlib.sha256()
    for name in names:
        if name == package.main and not main:
            continue
        digest.update(f"{name}\0{package.rels.get(name, ())}\0".encode())
        digest.update(package.parts[name])
    return digest.hexdigest()


def _drawn(package: Package, part: str, sheets: Sheets) -> ShownSlide:
    picture = scene(package, part, sheets)
    key, svg = packed(svg_of(draw_slide(sheets, picture, "")))
    title, words = said(picture)
    return ShownSlide(key, svg=svg, title=title, words=words, part=part)


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
