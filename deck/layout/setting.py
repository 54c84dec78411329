"""Text set into its shape as PowerPoint sets it: each line's width and place, with the font scale that the file stores.

ECMA-376 Part 1, 21.1.2.1.3 (normAutofit): fontScale multiplies every size, lnSpcReduction is taken off the line spacing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from deck.drawing import SceneParagraph, SceneText, TextLevel
from deck.drawing.presets import text_rect
from deck.fonts import LINE_PITCH, known, metrics, tabled
from deck.geometry import EMU_PER_PT, Box
from deck.layout.lines import Chunk, Piece, Tabs, filled, hard_lines, room

VERTICAL = ("vert", "vert270", "eaVert", "wordArtVert", "mongolianVert", "wordArtVertRtl")


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line as it lies on the slide before the shape is turned, in EMU; `paragraph` by index, `start`
    and `end` within its text."""

    paragraph: int
    box: Box
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class TypeSetting:
    """`height` of the text and `room` for it in points, along the lines' stacking; `line` the height of the tallest line.
    `broken`: a word is wider than its column. `exact`: every font's widths are known; `unknown` names those without any."""

    lines: tuple[SetLine, ...]
    height: float
    room: float
    width: float
    line: float
    broken: bool
    exact: bool
    unknown: frozenset[str]

    @property
    def over(self) -> float:
        return self.height - self.room

    @property
    def box(self) -> Box | None:
        """Around all lines."""
        found = None
        for line in self.lines:
            found = line.box if found is None else found.union(line.box)
        return found


class _SetRow(NamedTuple):
    """A line before its paragraph is aligned, in points."""

    paragraph: int
    top: float
    height: float
    width: float
    left: float
    start: int
    end: int


def _spacing(paragraph: SceneParagraph, reduction: float) -> float:
    return max(paragraph.style.line_spacing - reduction, 0.2)


def set_text(text: SceneText, box: Box, geometry: str = "rect", adjust: tuple[tuple[str, int], ...] = ()) -> TypeSetting:
    """The text in a shape of `box`. Where a preset's text rectangle is not known, the whole box is taken."""
    style = text.style
    inner = text_rect(geometry, box, adjust)
    width, tall = room(inner, style)
    if style.columns > 1:
        tall /= 0.9
    turned = style.vert in VERTICAL
    scale = style.font_scale if style.autofit == "norm" else 1.0
    less = style.line_reduction if style.autofit == "norm" else 0.0
    rows: list[_SetRow] = []
    y, tallest, broken = 0.0, 0.0, False
    # Empty lines at the end are not seen, wherever they come to lie.
    last = max((n for n, paragraph in enumerate(text.paragraphs) if paragraph.text.strip()), default=-1)
    tail = 0.0
    faces: set[str] = set()
    for n, paragraph in enumerate(text.paragraphs[: last + 1]):
        level = paragraph.style
        left, first = level.margin_left / EMU_PER_PT, first_indent(paragraph)
        column = width - left - level.margin_right / EMU_PER_PT if style.wrap else 100_000.0
        lines, cut = filled(_chunks(paragraph, scale), column, tabs=tabs_of(level, left), first=first)
        whole = len(lines)
        while n == last and len(lines) > 1 and lines[-1][0] <= 0:
            lines.pop()
        broken = broken or (cut and style.wrap)
        size = max((run.size_pt for run in paragraph.runs if run.text.strip()), default=level.size_pt) * scale
        # PowerPoint leaves out the space above the first paragraph and below the last.
        y += (level.space_before_pt + level.space_before_pct * size * 1.2) if n else 0.0
        start = 0
        for row, (line, chars) in enumerate(lines):
            height = _line(paragraph, _size(paragraph, start, start + chars) * scale, less)
            tallest = max(tallest, height)
            rows.append(
                _SetRow(n, top=y, height=height, width=line, left=left + (0 if row else first), start=start, end=start + chars)
            )
            y += height
            start += chars
        tail = (whole - len(lines)) * tallest
        y += (level.space_after_pt + level.space_after_pct * size * 1.2) if n < last else 0.0
        faces |= {run.font for run in paragraph.runs if run.text.strip()}
    # Not seen, and yet there: what stands in the middle or at the bottom is moved up by them.
    for paragraph in text.paragraphs[last + 1 :]:
        tail += _line(paragraph, paragraph.style.size_pt * scale, less)
        tail += paragraph.style.space_before_pt + paragraph.style.space_before_pct * paragraph.style.size_pt * scale * 1.2
    placed = () if turned or style.columns > 1 else tuple(_placed(text, inner, rows, y + tail, width, tall))
    return TypeSetting(
        placed,
        height=y,
        room=tall,
        width=width,
        line=tallest,
        broken=broken,
        exact=all(metrics(face).exact for face in faces) and tabled(text.text),
        unknown=frozenset(face for face in faces if not known(face)),
    )


SMALL = 0.85
"""Small capitals to large ones, of a text that has both."""


def _chunks(paragraph: SceneParagraph, scale: float) -> tuple[tuple[Chunk, ...], ...]:
    return hard_lines(
        Piece(
            run.text.upper() if run.caps else run.text,
            font=run.font,
            bold=run.bold,
            italic=run.italic,
            em=run.size_pt * scale * (SMALL if run.caps == "small" else 1.0),
            spacing=run.spacing_pt,
        )
        for run in paragraph.runs
    )


def first_indent(paragraph: SceneParagraph) -> float:
    """Points by which a paragraph's first line begins further in than its others. A mark stands out to the left of them, and
    words never do while it is there (21.1.2.2.7, indent)."""
    indent = paragraph.style.indent
    if paragraph.list != "none":
        indent = max(indent, 0)
    return max(indent, -paragraph.style.margin_left) / EMU_PER_PT


def tabs_of(level: TextLevel, left: float) -> Tabs:
    """The paragraph's tab stops, from where its lines begin."""
    stops = tuple((pos / EMU_PER_PT - left, how) for pos, how in level.tabs if pos / EMU_PER_PT > left)
    return Tabs(stops, max(level.tab_every / EMU_PER_PT, 1.0), -left)


def _size(paragraph: SceneParagraph, start: int, end: int) -> float:
    """The size in points that a line's height comes of: its largest words'; of a line without any, its
    break's, or the paragraph's."""
    at = 0
    shown: list[float] = []
    other: list[float] = []
    for run in paragraph.runs:
        piece = run.text[max(start - at, 0) : max(end - at, 0)]
        at += len(run.text)
        if piece:
            (shown if piece.strip() else other).append(run.size_pt)
    return max(shown or other or [paragraph.style.size_pt])


def _line(paragraph: SceneParagraph, size: float, less: float) -> float:
    level = paragraph.style
    return level.line_exact_pt or LINE_PITCH * size * _spacing(paragraph, less)


def _placed(text: SceneText, inner: Box, rows: list[_SetRow], total: float, width: float, tall: float) -> Iterator[SetLine]:
    style = text.style
    margins = style.insets
    start = {"ctr": (tall - total) / 2, "b": tall - total}.get(style.anchor, 0.0)
    x0, y0 = inner.x + margins.left, inner.y + margins.top
    for row in rows:
        if row.width <= 0:
            continue
        level = text.paragraphs[row.paragraph].style
        spare = width - row.left - level.margin_right / EMU_PER_PT - row.width
        at = row.left + {"ctr": spare / 2, "r": spare}.get(level.align, 0.0)
        x, y = round(x0 + at * EMU_PER_PT), round(y0 + (start + row.top) * EMU_PER_PT)
        box = Box(x, y, round(row.width * EMU_PER_PT), round(row.height * EMU_PER_PT))
        yield SetLine(row.paragraph, box, row.start, row.end)
