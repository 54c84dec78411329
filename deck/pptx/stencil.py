"""A slide's part but for the words of its footer, made once for all decks that have the page: the words are put in, and nothing
else of it is written, packed or judged anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from deck.layout.model import LaidOutSlide
from deck.memory import Itself
from deck.package import Stamped
from deck.package.names import HEAD, P14
from deck.package.writer import SEAM
from deck.pptx.drawn import DrawnPage
from deck.pptx.identity import number
from deck.pptx.notes import NS, TREE
from deck.pptx.shapes import Foot, WritingSlide, furniture_around
from deck.pptx.text import quoted, words

CREATION_URI = "{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}"


@dataclass(frozen=True, slots=True)
class Stencil:
    """`shared`: as far as its footer's placeholder; `own`: the rest of it, cut where words belong."""

    shared: bytes
    own: tuple[bytes, ...]
    bare: bytes
    """The rest of it without the words."""

    def stamped(self, said: list[str]) -> Stamped:
        ends = iter(self.own[1:])
        put = (piece for text in said for piece in (words(text).encode(), next(ends)))
        return Stamped(self.shared, b"".join((self.own[0], *put)), self.bare)


def slide_xml(drawn: DrawnPage, laid: LaidOutSlide, n: int, lang: str, color_map: str) -> Stamped:
    """The part of a laid-out slide, the `n`th of its deck."""
    feet = tuple(map(Foot.of, laid.furniture))
    said = [item.text for item in laid.furniture if item.kind != "sldNum"]
    return _stencil(Itself(drawn), laid.id, n, lang, color_map, feet).stamped(said)


@lru_cache(maxsize=128)
def _stencil(page: Itself[DrawnPage], slide: str, n: int, lang: str, color_map: str, feet: tuple[Foot, ...]) -> Stencil:
    drawn = page.value
    head = f"{HEAD}<p:sld {NS}><p:cSld name={quoted(slide)}><p:spTree>{TREE}{drawn.xml}"
    cut = "\0".join(_feet(WritingSlide(slide, lang=lang, last=drawn.last), feet, n))
    tail = (
        f"</p:spTree>"
        f'<p:custDataLst><p:tags r:id="rIdT"/></p:custDataLst>'
        f'<p:extLst><p:ext uri="{CREATION_URI}"><p14:creationId xmlns:p14="{P14}" '
        f'val="{number("slide", slide)}"/></p:ext></p:extLst></p:cSld>'
        f"{color_map}</p:sld>"
    )
    # What stands before the last footer is every deck's, but for words of another footer.
    seam = cut.rfind(SEAM.decode())
    seam = seam if seam >= 0 and "\0" not in cut[:seam] else 0
    own = tuple(piece.encode() for piece in (cut[seam:] + tail).split("\0"))
    return Stencil((head + cut[:seam]).encode(), own, b"".join(own))


def _feet(sheet: WritingSlide, feet: tuple[Foot, ...], n: int) -> Iterator[str]:
    """Footer and number, cut where words belong."""
    piece = ""
    for item in feet:
        before, after = furniture_around(sheet, item, n)
        if item.kind == "sldNum":
            piece += before + after
        else:
            yield piece + before
            piece = after
    yield piece
