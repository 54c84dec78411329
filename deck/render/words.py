"""Words on a slide: every line where it was measured to stand, as wide as it was measured to be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from deck.drawing import SceneParagraph, SceneRun, SceneText
from deck.fonts import em_width
from deck.geometry import EMU_PER_PT, Box
from deck.layout.setting import VERTICAL, SetLine, set_text
from deck.render.canvas import Canvas, add

DESCENT = 0.24
"""From the baseline down to the next line's top, per point of size."""
FAMILIES = "Arimo, Arial, 'Liberation Sans', Helvetica, sans-serif"
MOST_LINES = 400


def draw_text(
    canvas: Canvas, parent: Any, text: SceneText, box: Box, geometry: str = "rect", adjust: tuple[tuple[str, int], ...] = ()
) -> None:
    """A text body in its shape. Columns are drawn as one; text that runs up or down is turned as a whole."""
    if not text.text.strip():
        return
    style = replace(text.style, columns=1, column_gap=0)
    if style.vert in VERTICAL:
        middle = (box.x + box.w / 2) * canvas.scale, (box.y + box.h / 2) * canvas.scale
        turn = -90 if style.vert in ("vert270",) else 90
        parent = add(parent, "g", transform=f"rotate({turn} {middle[0]:.1f} {middle[1]:.1f})")
        box = Box(box.x + (box.w - box.h) // 2, box.y + (box.h - box.w) // 2, box.h, box.w)
        style = replace(style, vert="horz")
        geometry = "rect"
    text = replace(text, style=style)
    scale = style.font_scale if style.autofit == "norm" else 1.0
    seen: set[int] = set()
    marks = dict(_marks(text.paragraphs))
    for line in set_text(text, box, geometry, adjust).lines[:MOST_LINES]:
        paragraph = text.paragraphs[line.paragraph]
        if line.paragraph not in seen:
            seen.add(line.paragraph)
            _mark(canvas, parent, paragraph, line, marks.get(line.paragraph, ""), scale)
        _line(canvas, parent, paragraph, line, scale)


def _marks(paragraphs: tuple[SceneParagraph, ...]) -> Iterator[tuple[int, str]]:
    """Each list item's mark: its bullet, or its number among those of its level."""
    counts = [0] * 10
    for n, paragraph in enumerate(paragraphs):
        level = min(paragraph.level, 9)
        counts[level + 1 :] = [0] * (9 - level)
        if paragraph.list == "number":
            counts[level] += 1
            yield n, f"{counts[level]}."
            continue
        counts[level] = 0
        if paragraph.list in ("bullet", "picture"):
            bullet = paragraph.style.bullet or "•"
            # Marks of symbol fonts lie where other fonts have nothing.
            yield n, bullet if bullet.isprintable() and not "\ue000" <= bullet[0] <= "\uf8ff" else "•"


def _mark(canvas: Canvas, parent: Any, paragraph: SceneParagraph, line: SetLine, mark: str, scale: float) -> None:
    run = next((run for run in paragraph.runs if run.text.strip()), None)
    if not mark or run is None:
        return
    hang = min(paragraph.style.indent, 0)
    size = run.size_pt * scale
    add(
        parent,
        "text",
        mark,
        x=canvas.length(line.box.x + (hang or -round(size * EMU_PER_PT * 0.8))),
        y=_baseline(canvas, line, size),
        font_size=canvas.points(size),
        font_family=FAMILIES,
        fill=f"#{run.color}",
    )


def _baseline(canvas: Canvas, line: SetLine, size: float) -> float:
    return canvas.length(line.box.bottom) - canvas.points(size) * DESCENT


def _line(canvas: Canvas, parent: Any, paragraph: SceneParagraph, line: SetLine, scale: float) -> None:
    runs = [(run, piece.upper() if run.caps else piece) for run, piece in _pieces(paragraph.runs, line.start, line.end)]
    size = max((run.size_pt for run, _piece in runs), default=18.0) * scale
    x = float(line.box.x)
    for run, piece in runs:
        width = em_width(piece, run.font, run.bold, run.italic) * run.size_pt * scale * EMU_PER_PT
        width += run.spacing_pt * len(piece) * EMU_PER_PT
        if piece.strip():
            add(
                parent,
                "text",
                piece.replace("\u00ad", ""),
                x=canvas.length(x),
                y=_baseline(canvas, line, size),
                font_size=canvas.points(run.size_pt * scale),
                font_family=FAMILIES,
                fill=f"#{run.color}",
                font_weight="bold" if run.bold else None,
                font_style="italic" if run.italic else None,
                text_decoration="underline" if run.link else None,
                textLength=canvas.length(width),
                lengthAdjust="spacingAndGlyphs",
            ).set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        x += width


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
