"""Words on a slide: every line where it was measured to stand, as wide as it was measured to be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from deck.drawing import SceneParagraph, SceneRun, SceneText
from deck.drawing.presets import text_rect
from deck.fonts import em_width, tabled
from deck.fonts.families import family
from deck.geometry import EMU_PER_PT, Box
from deck.layout.setting import SMALL, VERTICAL, SetLine, set_text, tabs_of
from deck.memory import Itself
from deck.render.canvas import Canvas, add
from deck.render.marks import marks_of

DESCENT = 0.212
"""From the baseline down to the next line's top, per point of size: as Arial has it, and LibreOffice sets it."""
SCRIPT_SIZE = 0.66
"""Raised and lowered words to those beside them, as PowerPoint sets them."""
FAMILIES = "Arimo, Arial, 'Liberation Sans', Helvetica, sans-serif"
DRAWN_WITH = "Arimo"
MOST_LINES = 400
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class LineRun:
    """A run's piece on a line: where it begins and how wide it is in EMU, its size in points, and its words as they show."""

    run: SceneRun
    words: str
    x: float
    width: float
    size: float


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A line of a text: where it was set, its baseline in EMU, its runs, and the mark before it ("" for none) with where that
    begins and its size in points."""

    paragraph: int
    box: Box
    baseline: float
    runs: tuple[LineRun, ...]
    mark: str = ""
    mark_x: float = 0.0
    mark_size: float = 0.0


def draw_text(
    canvas: Canvas,
    parent: Any,
    text: SceneText,
    box: Box,
    geometry: str = "rect",
    adjust: tuple[tuple[str, int], ...] = (),
    name: str = "",
) -> None:
    """A text body in its shape. Text that runs up or down is turned as a whole."""
    if not text.text.strip():
        return
    if not tabled(text.text):
        canvas.miss("letters", name)
    turn, text, box, geometry = upright(text, box, geometry)
    if turn:
        middle = canvas.length(box.x + box.w / 2), canvas.length(box.y + box.h / 2)
        parent = add(parent, "g", transform=f"rotate({turn} {middle[0]:.1f} {middle[1]:.1f})")
    for line in drawn_lines(text, box, geometry, adjust):
        paragraph = text.paragraphs[line.paragraph]
        if line.mark:
            _mark(canvas, parent, paragraph, line)
        if flows(line):
            _flow(canvas, parent, paragraph, line)
            continue
        for item in line.runs:
            _run(canvas, parent, item, line.baseline)


def upright(text: SceneText, box: Box, geometry: str) -> tuple[int, SceneText, Box, str]:
    """Text that runs up or down as text that runs along, in a box that is turned by so many degrees about its middle."""
    style = text.style
    if style.vert not in VERTICAL:
        return 0, text, box, geometry
    turn = -90 if style.vert == "vert270" else 90
    lying = Box(box.x + (box.w - box.h) // 2, box.y + (box.h - box.w) // 2, box.h, box.w)
    return turn, replace(text, style=replace(style, vert="horz")), lying, "rect"


def drawn_lines(
    text: SceneText, box: Box, geometry: str = "rect", adjust: tuple[tuple[str, int], ...] = ()
) -> tuple[DrawnLine, ...]:
    """The lines of a text that runs along, as they stand on the slide; columns one beside the other. A handout shows the same
    text as a picture that a page says in words."""
    return _drawn_once(Itself(text), box, geometry, adjust)


@lru_cache(maxsize=1_024)
def _drawn_once(held: Itself[SceneText], box: Box, geometry: str, adjust: tuple[tuple[str, int], ...]) -> tuple[DrawnLine, ...]:
    return tuple(_drawn(held.value, box, geometry, adjust))


def _drawn(text: SceneText, box: Box, geometry: str, adjust: tuple[tuple[str, int], ...]) -> Iterator[DrawnLine]:
    style = text.style
    scale = style.font_scale if style.autofit == "norm" else 1.0
    seen: set[int] = set()
    marks = dict(marks_of(text.paragraphs))
    lines = _columns(text, box, geometry, adjust) if style.columns > 1 else set_text(text, box, geometry, adjust).lines
    left = text_rect(geometry, box, adjust).x + style.insets.left
    for line in list(lines)[:MOST_LINES]:
        paragraph = text.paragraphs[line.paragraph]
        mark = "" if line.paragraph in seen else marks.get(line.paragraph, "")
        seen.add(line.paragraph)
        yield _line(paragraph, line, scale, mark, left)


def _columns(text: SceneText, box: Box, geometry: str, adjust: tuple[tuple[str, int], ...]) -> list[SetLine]:
    """Lines in columns, each filled before the next begins (21.1.2.1.1 numCol)."""
    style = text.style
    inner = text_rect(geometry, box, adjust)
    margins = style.insets
    room = max(inner.h - margins.top - margins.bottom, 1)
    each = (inner.w - margins.left - margins.right - style.column_gap * (style.columns - 1)) // style.columns
    one = Box(inner.x, inner.y, max(each, 1) + margins.left + margins.right, inner.h)
    flat = replace(text, style=replace(style, columns=1, column_gap=0, anchor="t"))
    found: list[SetLine] = []
    column, top = 0, inner.y + margins.top
    for line in set_text(flat, one).lines:
        if line.box.bottom - top > room and column < style.columns - 1 and found:
            column, top = column + 1, line.box.y
        at = line.box
        x, y = at.x + column * (each + style.column_gap), inner.y + margins.top + at.y - top
        found.append(replace(line, box=Box(x, y, at.w, at.h)))
    return found


def _line(paragraph: SceneParagraph, line: SetLine, scale: float, mark: str, left: int) -> DrawnLine:
    runs = [(run, _shown(run, piece)) for run, piece in _pieces(paragraph.runs, line.start, line.end)]
    size = max((run.size_pt for run, _piece in runs), default=18.0) * scale
    baseline = line.box.bottom - size * DESCENT * EMU_PER_PT
    level = paragraph.style
    if runs and paragraph.text[line.end - 1 : line.end] == "\u00ad":
        # Broken within a word, the line shows its hyphen.
        runs[-1] = (runs[-1][0], f"{runs[-1][1]}-")
    drawn = tuple(_set(runs, paragraph, line, scale, left))
    plain = DrawnLine(line.paragraph, box=line.box, baseline=baseline, runs=drawn)
    if not mark or not any(run.text.strip() for run in paragraph.runs):
        return plain
    first = next(run for run in paragraph.runs if run.text.strip())
    mark_size = -level.bullet_share if level.bullet_share < 0 else first.size_pt * scale * level.bullet_share
    hang = min(level.indent, 0)
    if level.rtl:
        wide = em_width(mark, first.font, first.bold) * mark_size * EMU_PER_PT
        return replace(plain, mark=mark, mark_x=line.box.right - hang - wide, mark_size=mark_size)
    x = line.box.x + (hang or -round(mark_size * EMU_PER_PT * 0.8))
    return replace(plain, mark=mark, mark_x=x, mark_size=mark_size)


def _shown(run: SceneRun, piece: str) -> str:
    return (piece.upper() if run.caps else piece).replace("\u00ad", "")


def _set(
    runs: list[tuple[SceneRun, str]], paragraph: SceneParagraph, line: SetLine, scale: float, left: int
) -> Iterator[LineRun]:
    """The pieces of a line one after the other, tabs and all; from the right in a paragraph that runs to the left."""
    level = paragraph.style
    edge = left + level.margin_left
    tabs = tabs_of(level, level.margin_left / EMU_PER_PT)
    parts = [(run, part, n > 0) for run, piece in runs for n, part in enumerate(piece.split("\t"))]
    widths = [_width(run, part, scale) for run, part, _tab in parts]
    x = float(line.box.right if level.rtl else line.box.x)
    for n, ((run, part, tab), width) in enumerate(zip(parts, widths, strict=True)):
        if tab and not level.rtl:
            stop = next((m for m in range(n + 1, len(parts)) if parts[m][2]), len(parts))
            own = sum(widths[n:stop]) / EMU_PER_PT
            x = edge + tabs.after((x - edge) / EMU_PER_PT, own) * EMU_PER_PT
        x -= width if level.rtl else 0
        if part.strip():
            yield LineRun(run, part, x, width, _size(run, scale))
        x += 0 if level.rtl else width


def _size(run: SceneRun, scale: float) -> float:
    small = SMALL if run.caps == "small" else 1.0
    return run.size_pt * scale * small * (SCRIPT_SIZE if run.baseline else 1.0)


def _width(run: SceneRun, words: str, scale: float) -> float:
    """In EMU."""
    plain = em_width(words, run.font, run.bold, run.italic) * _size(run, scale)
    return (plain + run.spacing_pt * len(words)) * EMU_PER_PT


def _mark(canvas: Canvas, parent: Any, paragraph: SceneParagraph, line: DrawnLine) -> None:
    first = next(run for run in paragraph.runs if run.text.strip())
    add(
        parent,
        "text",
        line.mark,
        x=canvas.length(line.mark_x),
        y=canvas.length(line.baseline),
        font_size=canvas.points(line.mark_size),
        font_family=FAMILIES,
        fill=f"#{paragraph.style.bullet_color or first.color}",
        font_weight="bold" if first.bold else None,
    )


def flows(line: DrawnLine) -> bool:
    """Are its letters as wide as those that they are drawn with? Then they follow each other, pairs kerned, as in PowerPoint."""
    return bool(line.runs) and all(
        item.run.spacing_pt == 0
        and not item.run.baseline
        and not item.run.highlight
        and item.run.alpha == 1
        and family(item.run.font) == family(DRAWN_WITH)
        and (n == 0 or abs(item.x - line.runs[n - 1].x - line.runs[n - 1].width) < EMU_PER_PT)
        for n, item in enumerate(line.runs)
    )


def _flow(canvas: Canvas, parent: Any, paragraph: SceneParagraph, line: DrawnLine) -> None:
    """A line of one piece: it begins, ends or has its middle where it was measured to."""
    first, last = line.runs[0], line.runs[-1]
    share, anchor = {"ctr": (0.5, "middle"), "r": (1.0, "end")}.get(paragraph.style.align, (0.0, None))
    x = first.x + (last.x + last.width - first.x) * share
    place = {"x": canvas.length(x), "y": canvas.length(line.baseline), "font_family": FAMILIES, "text_anchor": anchor}
    if len(line.runs) == 1:
        add(parent, "text", first.words, **place, **_look(canvas, first)).set(_SPACE, "preserve")
        return
    holder = add(parent, "text", **place)
    holder.set(_SPACE, "preserve")
    for item in line.runs:
        add(holder, "tspan", item.words, **_look(canvas, item))


def _look(canvas: Canvas, item: LineRun) -> dict[str, object]:
    run = item.run
    lines = [name for name, there in (("underline", run.link or run.underline), ("line-through", run.strike)) if there]
    return {
        "font_size": canvas.points(item.size),
        "fill": f"#{run.color}",
        "font_weight": "bold" if run.bold else None,
        "font_style": "italic" if run.italic else None,
        "text_decoration": " ".join(lines) or None,
    }


def _run(canvas: Canvas, parent: Any, item: LineRun, baseline: float) -> None:
    run = item.run
    raised = run.baseline * run.size_pt * EMU_PER_PT
    if run.highlight:
        tall = canvas.points(item.size * 1.17)
        top = canvas.length(baseline) - canvas.points(item.size * 0.93)
        add(
            parent,
            "rect",
            x=canvas.length(item.x),
            y=top,
            width=canvas.length(item.width),
            height=tall,
            fill=f"#{run.highlight}",
        )
    add(
        parent,
        "text",
        item.words,
        x=canvas.length(item.x),
        y=canvas.length(baseline - raised),
        font_family=FAMILIES,
        fill_opacity=round(run.alpha, 3) if run.alpha < 1 else None,
        textLength=canvas.length(item.width),
        lengthAdjust="spacingAndGlyphs",
        **_look(canvas, item),
    ).set(_SPACE, "preserve")


def _pieces(runs: tuple[SceneRun, ...], start: int, end: int) -> list[tuple[SceneRun, str]]:
    """What of each run stands between two places of the paragraph's text; the space at the line's end is not drawn."""
    found: list[tuple[SceneRun, str]] = []
    at = 0
    for run in runs:
        piece = run.text[max(start - at, 0) : max(end - at, 0)].replace("\v", "").replace("\n", "")
        at += len(run.text)
        if piece:
            found.append((run, piece))
    if found:
        found[-1] = (found[-1][0], found[-1][1].rstrip(" "))
    return found
