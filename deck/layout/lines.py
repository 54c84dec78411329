"""Words to lines, lines to heights. Breaks where PowerPoint does: at spaces and after hyphens; too wide
a word breaks anywhere."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from deck.fonts import LINE_PITCH, em_width, full
from deck.geometry import EMU_PER_PT, Box
from deck.presentation import Paragraph
from deck.template.model import Insets, TextLevel, TextStyle

NO_INSETS = Insets(0, 0, 0, 0)
MOST_LINES = 2_000
"""Lines that a cut word is given."""
BULLET_HANG, NUMBER_HANG = 285_750, 457_200
"""Room a level for a list's mark where the template's style has none, and for numbers: as they are written, in EMU."""

_SPACE = " \t\u2002\u2003\u2009\u200a"
_ATOM = re.compile(rf"[{_SPACE}]+|[^{_SPACE}\-–—\u00ad\u200b]*[\-–—\u00ad\u200b]+|[^{_SPACE}\-–—\u00ad\u200b]+")


@dataclass(frozen=True, slots=True)
class Chunk:
    """What cannot be broken: its width, the space after it, the hyphen it takes if the line breaks there. All per em.
    `tabs`: how many come before that space. `chars`: characters of the text that it stands for, its space with them."""

    width: float
    gap: float
    hyphen: float
    letters: int
    address: bool = False
    chars: int = 0
    tabs: int = 0


@dataclass(slots=True)
class _LineBuilder:
    chunks: list[Chunk]
    width: float = 0.0
    letters: int = 0
    words: list[str] = field(default_factory=list)

    def close(self, gap: float = 0.0, hyphen: float = 0.0, spaces: int = 0, tabs: int = 0) -> None:
        if self.letters or gap or tabs:
            address = any(mark in "".join(self.words).strip(".") for mark in "/@.")
            self.chunks.append(
                Chunk(
                    self.width,
                    gap=gap,
                    hyphen=hyphen,
                    letters=self.letters,
                    address=address,
                    chars=self.letters + spaces,
                    tabs=tabs,
                )
            )
        self.width, self.letters, self.words = 0.0, 0, []


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one look. `em`: what their widths are multiplied by (1.0: per em; the size in points: points). `spacing`: what
    each letter is moved on beyond its width, in the same measure."""

    text: str
    font: str
    bold: bool = False
    italic: bool = False
    em: float = 1.0
    spacing: float = 0.0

    def width(self, words: str) -> float:
        return em_width(words, self.font, self.bold, self.italic) * self.em + self.spacing * len(words)


@dataclass(frozen=True, slots=True)
class Tabs:
    """Tab stops in points from where the lines begin, with their alignment; beyond the last one each `every` points."""

    stops: tuple[tuple[float, str], ...] = ()
    every: float = 72.0
    start: float = 0.0
    """Where the stops are counted from: the text's edge, which margins lie within; zero or below."""

    def after(self, at: float, own: float) -> float:
        """Where words of width `own` begin that follow a tab at `at`."""
        for stop, how in self.stops:
            if stop > at + 0.01:
                begins = stop - {"ctr": own / 2, "r": own, "dec": own}.get(how, 0.0)
                return max(begins, at)
        return (math.floor((at - self.start) / self.every + 1e-6) + 1) * self.every + self.start


_NEVER_FIRST = frozenset(
    "、。，．・：；？！‥…」』）］｝〕〉》】’”ゝゞ々ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％,.:;?!)]}%"
)
_NEVER_LAST = frozenset("「『（［｛〔〈《【‘“￥＄([{")
"""East Asian marks that no line begins, or ends, with (JIS X 4051)."""
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Thai, Lao, Burmese and Khmer: words without spaces between them, which break where a dictionary says."""


def _square(char: str) -> bool:
    return char > "\u0dff" and (full(char) or _UNSPACED.match(char) is not None)


def _between(before: str, after: str) -> bool:
    """May a line break between these two, with no space there? Where one of them is of a script that has none."""
    if not (_square(before) or _square(after)):
        return False
    return after not in _NEVER_FIRST and before not in _NEVER_LAST and unicodedata.category(after) not in ("Mn", "Mc")


def _parts(atom: str) -> list[str]:
    """A word whole; where it has letters of a script without spaces, letter by letter."""
    return [atom] if atom.isascii() or not any(map(_square, atom)) else list(atom)


def hard_lines(pieces: Iterable[Piece]) -> tuple[tuple[Chunk, ...], ...]:
    """The chunks of each line that the text itself begins (after a line break)."""
    lines: list[tuple[Chunk, ...]] = []
    builder = _LineBuilder([])
    for piece in pieces:
        for n, words in enumerate(re.split("[\v\n]", piece.text)):
            if n:
                builder.close()
                lines.append(tuple(builder.chunks))
                builder = _LineBuilder([])
            for atom in _ATOM.findall(words):
                if atom[0] in _SPACE:
                    gap = piece.width(atom.replace("\t", ""))
                    builder.close(gap, spaces=len(atom), tabs=atom.count("\t"))
                    continue
                for part in _parts(atom):
                    if builder.letters and _between(builder.words[-1][-1], part[0]):
                        builder.close()
                    builder.width += piece.width(part)
                    builder.letters += len(part)
                    builder.words.append(part)
                if atom[-1] == "\u00ad":
                    builder.close(hyphen=piece.width("-"))
                elif atom[-1] in "-–—\u200b" and len(atom) > 1:
                    builder.close()
    builder.close()
    lines.append(tuple(builder.chunks))
    return tuple(lines)


@lru_cache(maxsize=8_192)
def _hard_lines(paragraph: Paragraph, font: str, bold: bool, italic: bool, caps: bool) -> tuple[tuple[Chunk, ...], ...]:
    return hard_lines(
        Piece(run.text.upper() if caps else run.text, font=font, bold=bold or run.bold, italic=italic or run.italic)
        for run in paragraph.runs
    )


@dataclass(frozen=True, slots=True)
class Wrapped:
    """`lines` of text; `broken`: a word was too wide and had to be cut; `widest` line, in points."""

    lines: int
    broken: bool
    widest: float


def wrap(paragraph: Paragraph, level: TextLevel, size: float, width: float, bold: bool | None = None) -> Wrapped:
    """Lines of a paragraph in a column of `width` points, greedily filled, as PowerPoint does."""
    rows, broken = rows_of(paragraph, level, size, width, bold)
    return Wrapped(len(rows), broken, max((line for line, _chars in rows), default=0.0))


def rows_of(
    paragraph: Paragraph, level: TextLevel, size: float, width: float, bold: bool | None = None
) -> tuple[list[tuple[float, int]], bool]:
    """As `wrap`: each line's width in points and its number of characters, and whether a word had to be cut."""
    heavy = level.bold if bold is None else bold
    chunks = _hard_lines(paragraph, level.font, heavy, level.italic, level.caps)
    return filled(chunks, width, size, level.letter_spacing_pt)


def _to_next_tab(chunks: tuple[Chunk, ...], size: float, letter_spacing: float) -> float:
    """Points that the words take that stand at one tab stop: to the next tab, or to the line's end."""
    total = gap = 0.0
    for chunk in chunks[:MOST_AT_STOP]:
        total += gap + chunk.width * size + letter_spacing * chunk.letters
        gap = chunk.gap * size
        if chunk.tabs:
            break
    return total


MOST_AT_STOP = 100
"""Words that no line has more of."""


def filled(
    lines: tuple[tuple[Chunk, ...], ...],
    width: float,
    size: float = 1.0,
    letter_spacing: float = 0.0,
    tabs: Tabs = Tabs(),
    first: float = 0.0,
) -> tuple[list[tuple[float, int]], bool]:
    """The width in points, and the number of characters, of each line in a column of `width` points, greedily filled; and whether
    a word had to be cut. The character that ends a hard line counts with it. `first`: points by which the very first line begins
    further in; below zero: further out."""
    rest_room = max(width - 0.5, 1.0)
    room, moved = max(rest_room - first, 1.0), first
    rows: list[tuple[float, int]] = []
    broken = False
    for n, chunks in enumerate(lines):
        line = gap = 0.0
        chars = pending = 0
        for at, chunk in enumerate(chunks):
            own, rest = chunk.width * size + letter_spacing * chunk.letters, chunk.chars
            start = line
            along = _to_next_tab(chunks[at:], size, letter_spacing) if pending and tabs.stops else own
            for _tab in range(min(pending, 50)):
                start = tabs.after(start + moved, along) - moved
            if line and start + gap + own + chunk.hyphen * size > room:
                rows.append((line, chars))
                room, moved = rest_room, 0.0
                start = line = gap = 0.0
                chars = 0
            if own > room:
                # An address may be cut anywhere; a word may not.
                broken = broken or not chunk.address
                extra = math.ceil(own / room) - 1
                each = round(chunk.letters * room / own)
                # No slide holds so many lines: more of them tell nothing.
                extra = min(extra, max(MOST_LINES - len(rows), 0))
                rows += [(room, each)] * extra
                own -= extra * room
                rest -= extra * each
            line = start + gap + own
            chars += rest
            gap, pending = chunk.gap * size, chunk.tabs
        rows.append((line, chars + (n < len(lines) - 1)))
        room, moved = rest_room, 0.0
    return rows, broken


def line_height(level: TextLevel, size: float, spacing: float | None = None) -> float:
    """Points from one line to the next."""
    if level.line_exact_pt and spacing is None:
        return level.line_exact_pt
    return LINE_PITCH * size * (level.line_spacing if spacing is None else spacing)


def column(paragraph: Paragraph, level: TextLevel, width: float) -> float:
    """Width in points that a paragraph's lines have, less its margins and the room for its mark: what the file will say."""
    left, indent = level.margin_left, level.indent
    if paragraph.list == "number":
        left, indent = NUMBER_HANG * (paragraph.level + 1), 0
    elif paragraph.list == "bullet" and not level.bullet:
        left, indent = BULLET_HANG * (paragraph.level + 1), 0
    elif paragraph.list == "none" and level.bullet:
        left, indent = (left if paragraph.level else 0), 0
    return width - (left + level.margin_right + max(indent, 0)) / EMU_PER_PT


@dataclass(frozen=True, slots=True)
class Measured:
    """A text's height in points, the height of each paragraph with its spacing, and whether a word had to be cut."""

    heights: tuple[float, ...]
    broken: bool
    lines: int
    widest: float

    @property
    def height(self) -> float:
        return sum(self.heights)


def measure_text(
    paragraphs: tuple[Paragraph, ...],
    style: TextStyle,
    sizes: tuple[float, ...],
    width: float,
    *,
    bold: bool | None = None,
    spacing: float | None = None,
    before: float | None = None,
) -> Measured:
    """Heights of paragraphs in a column of `width` points. Space before the first counts too: LibreOffice shows it."""
    heights, broken, count, widest = [], False, 0, 0.0
    for paragraph in paragraphs:
        n = min(paragraph.level, len(style.levels) - 1)
        level, size = style.levels[n], sizes[n]
        wrapped = wrap(paragraph, level, size, column(paragraph, level, width), bold)
        line = line_height(level, size, spacing)
        above = (level.space_before_pt + level.space_before_pct * size * 1.2) if before is None else before
        below = level.space_after_pt + level.space_after_pct * size * 1.2
        heights.append(above + wrapped.lines * line + below)
        broken = broken or wrapped.broken
        count += wrapped.lines
        widest = max(widest, wrapped.widest)
    return Measured(tuple(heights), broken, count, widest)


def room(box: Box, style: TextStyle, insets: Insets | None = None) -> tuple[float, float]:
    """Width of a column and height of all columns, in points, that a box has for text."""
    margins = insets or style.insets
    inner = box.inset(margins.left, margins.top, margins.right, margins.bottom)
    width, height = inner.w / EMU_PER_PT, inner.h / EMU_PER_PT
    if style.vert in ("vert", "vert270", "eaVert"):
        width, height = height, width
    if style.columns > 1:
        width = (width - style.column_gap / EMU_PER_PT * (style.columns - 1)) / style.columns
        # A paragraph that does not fit at a column's foot leaves some lines of it empty.
        height = height * style.columns * 0.9
    return max(width, 1.0), max(height, 0.0)


def plain_style(font: str, *, bold: bool = False, insets: Insets = NO_INSETS) -> TextStyle:
    """The style of words in a drawn shape: no marks, no margins, single spacing."""
    return TextStyle((TextLevel(font, size_pt=18.0, bold=bold),) * 9, insets=insets)


def drawn_style(
    font: str, *, bold: bool = False, letter_pt: float = 0.0, line_spacing: float = 1.0, hang: int = 0, before_pt: float = 0.0
) -> TextStyle:
    """As `plain_style`, with what else a drawn shape's paragraph may have: letters moved apart (points), a factor on its lines,
    EMU that its lines are moved in, points above it."""
    level = TextLevel(
        font,
        size_pt=18.0,
        bold=bold,
        letter_spacing_pt=letter_pt,
        line_spacing=line_spacing,
        margin_left=hang,
        space_before_pt=before_pt,
    )
    return TextStyle((level,) * 9, insets=NO_INSETS)
