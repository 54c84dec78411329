"""A deck as it is told, by PDF, handout and page alike: its slides in pieces, in the order in which they are drawn, which is the
order in which they are read (ECMA-376 Part 1, 19.3.1.45: p:spTree)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from deck.drawing import SceneParagraph, SceneText
from deck.geometry import Box
from deck.render.words import DrawnLine

TITLES = ("title", "ctrTitle")
PAGINATION = ("sldNum", "dt", "ftr")
"""Types of placeholders (ECMA-376 Part 1, 19.7.10) that are no part of what a slide tells."""


@dataclass(frozen=True)
class PaintLayer:
    """Paint without words, `svg`. `alt`: what it shows, "" where it says nothing. `box` in EMU: what of the slide it
    covers."""

    svg: str
    alt: str = ""
    box: Box = Box(0, 0, 0, 0)


@dataclass(frozen=True)
class TextPart:
    """A text: its lines, in EMU, as they lie before they are turned by `turn` degrees about `middle`. `role`: "title", "text", or
    "page" for the number, the date and the foot, which are not read. `link`: where the whole shape leads."""

    text: SceneText
    lines: tuple[DrawnLine, ...]
    role: str
    turn: float = 0.0
    middle: tuple[float, float] = (0.0, 0.0)
    link: str = ""

    def of(self, paragraph: int) -> list[DrawnLine]:
        return [line for line in self.lines if line.paragraph == paragraph]

    @cached_property
    def paragraphs(self) -> list[tuple[SceneParagraph, list[DrawnLine]]]:
        """Those that have words, with their lines."""
        numbered = sorted({line.paragraph for line in self.lines})
        return [(self.text.paragraphs[n], self.of(n)) for n in numbered]


@dataclass(frozen=True)
class CellPart:
    row: int
    column: int
    rows: int
    columns: int
    box: Box
    words: TextPart


@dataclass(frozen=True)
class TablePart:
    """`head`: its first row names the columns; `keys`: its first column names the rows."""

    cells: tuple[CellPart, ...]
    rows: int
    columns: int
    head: bool
    keys: bool
    alt: str


SlidePiece = PaintLayer | TextPart | TablePart


@dataclass(frozen=True)
class NotesPart:
    """A paragraph of a slide's notes: its runs as (words, address)."""

    runs: tuple[tuple[str, str], ...]
    list: str = "none"

    @property
    def text(self) -> str:
        return "".join(words for words, _link in self.runs)


@dataclass(frozen=True)
class ToldSlide:
    """A slide as it is told. `part`: its part in the package. `svg`: the whole picture, words and all."""

    number: int
    part: str
    title: str
    size: tuple[int, int]
    parts: tuple[SlidePiece, ...]
    notes: tuple[NotesPart, ...]
    picture: Callable[[], str] = field(compare=False, repr=False)

    @property
    def words(self) -> str:
        """All that it says, in order, for those who do not see its picture."""
        found: list[str] = []
        for item in self.parts:
            if isinstance(item, PaintLayer):
                found += [item.alt] if item.alt else []
            elif isinstance(item, TablePart):
                found += [text for cell in item.cells if (text := plain(cell.words))]
            elif item.role == "text":
                found += [text] if (text := plain(item)) else []
        return ". ".join(text.rstrip(".") for text in found)


@dataclass(frozen=True)
class ToldDeck:
    """`title`, `author` and so on as its properties have them; `lang`: BCP 47."""

    title: str
    author: str
    subject: str
    keywords: str
    lang: str
    slides: tuple[ToldSlide, ...]
    undrawn: tuple[tuple[int, str, str], ...] = ()
    """What is not drawn as it is: number of the slide, what, and the shape's name."""

    @property
    def number_of(self) -> dict[str, int]:
        return {slide.part: slide.number for slide in self.slides}


def plain(part: TextPart) -> str:
    """Its words on one line."""
    return " ".join(" ".join("".join(run.words for run in line.runs) for line in part.lines).split())


def web(link: str) -> str:
    """An address that a reader may follow; "" for anything else: no file of the owner's, no program, no script."""
    return link if link.casefold().startswith(("http://", "https://", "mailto:")) else ""
