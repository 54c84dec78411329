"""Slides as the web shows them: a picture, known by what it shows, and all its words for those who do not see it."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from deck.drawing import Sheets
from deck.drawing.looks import Looks, resolved
from deck.memory import Memory
from deck.render import draw_slide, svg_of
from deck.typeset.reading import slide_parts
from deck.typeset.told import PAGINATION, TITLES

if TYPE_CHECKING:
    from deck.drawing import Scene, SceneShape
    from deck.package import Package

MOST = 240
"""Slides that a deck is shown with at most."""


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
    looks = Looks(sheets)
    found = []
    for part in (slide_parts(package) if parts is None else parts)[:MOST]:
        key, known = looks.of(part)[:32], None
        # A diagram says what it says where its frame has room, and that may be the layout's.
        own = looks.of(part, above=b"relIds" in package.parts.get(part, b""), foot=False)
        spoken = _said.get(own)
        if spoken is None:
            known = resolved(looks, part)[1]
            spoken = said(known)
            _said.put(own, spoken)
        found.append(PlannedSlide(key, *spoken, part=part, drawn=partial(_drawn, key, spoken, part, looks, known)))
    return found


def _drawn(key: str, spoken: tuple[str, str], part: str, looks: Looks, known: Scene | None) -> ShownSlide:
    """`known`: the slide resolved, where it is already."""
    found = _slides.get(key)
    if found is None or found.part != part:
        svg = packed(svg_of(draw_slide(looks.sheets, known or resolved(looks, part)[1], "")))[1]
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
