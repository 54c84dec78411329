"""Typst's own words: strings, lengths, and the parts of a slide as Typst sets them, every line where it was measured to stand."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from deck.drawing import SceneParagraph
from deck.fonts import em_width
from deck.fonts.families import family
from deck.geometry import EMU_PER_PT
from deck.render.words import DRAWN_WITH, SCRIPT_SIZE, DrawnLine, LineRun
from deck.typeset.told import CellPart, PaintLayer, SlidePiece, TablePart, TextPart, web

DESCENT = 0.212
WIDE = 4_000
"""Points that a line has: more than any slide, for no line is broken anew."""

PRELUDE = """\
#set text(font: "Arimo", size: 18pt, lang: LANG, region: REGION, hyphenate: false, overhang: false, ligatures: false)
#set par(leading: 0pt, spacing: 0pt, justify: false, linebreaks: "simple")
#set block(spacing: 0pt, above: 0pt, below: 0pt)
#set table(stroke: none, inset: 0pt, gutter: 0pt)
#set list(indent: 0pt, body-indent: 0pt, spacing: 0pt)
#set enum(indent: 0pt, body-indent: 0pt, spacing: 0pt)
#show heading: it => it.body
#set heading(numbering: none)
#show heading: set text(size: 18pt, weight: "regular")
#let at(x, y, body) = place(top + left, dx: x, dy: y, body)
#let turned(angle, x, y, body) = place(top + left, dx: x, dy: y, rotate(angle, origin: top + left, body))
#let paint(data, w) = pdf.artifact(place(top + left, image(data, format: "svg", width: w)))
#let shown(data, x, y, w, h, alt) = at(x, y, image(data, format: "svg", width: w, height: h, fit: "stretch", alt: alt))
#let rows(side, width, up, down, body) = block(
  width: width, breakable: false, align(side, text(top-edge: up, bottom-edge: down, body)),
)
#let said(side, width, up, down, body) = rows(side, width, up, down, par(body))
#let mark(width, moved, body) = box(width: width, align(left, { h(moved); body }))
"""


def quoted(words: str) -> str:
    """A Typst string."""
    # Most words, and the long text of a picture, hold nothing else.
    clean = words if words.isprintable() else "".join(char for char in words if char.isprintable() or char in " \u00a0\u00ad\n")
    return json.dumps(clean, ensure_ascii=False)


def pts(emu: float) -> str:
    return f"{emu / EMU_PER_PT:.2f}pt"


def sized(points: float) -> str:
    return f"{points:.2f}pt"


@dataclass
class Pictures:
    """SVG that slides share, each told once; by its digest."""

    known: dict[str, str] = field(default_factory=dict)

    def name(self, svg: str) -> str:
        found = f"p{hashlib.sha256(svg.encode()).hexdigest()[:12]}"
        self.known.setdefault(found, svg)
        return found

    def told(self) -> Iterator[str]:
        for name, svg in self.known.items():
            yield f"#let {name} = bytes({json.dumps(svg, ensure_ascii=False)})"


@dataclass(frozen=True)
class Setter:
    """Sets the parts of one slide. `slides`: part in the package → number, for links; `width` of the slide in EMU; `level` of its
    heading."""

    pictures: Pictures
    slides: Mapping[str, int]
    width: int
    level: int

    def part(self, part: SlidePiece) -> Iterator[str]:
        if isinstance(part, PaintLayer):
            name = self.pictures.name(part.svg)
            if part.alt:
                sides = ", ".join(map(pts, (part.box.x, part.box.y, part.box.w, part.box.h)))
                yield f"#shown({name}, {sides}, {quoted(part.alt)})"
            else:
                yield f"#paint({name}, {pts(self.width)})"
        elif isinstance(part, TablePart):
            yield self.table(part)
        else:
            yield from self.text(part)

    def text(self, part: TextPart) -> Iterator[str]:
        """A text's paragraphs and lists, one after the other."""
        for items in _runs_of_lists(part.paragraphs):
            ox, oy = part.middle if part.turn else (0.0, 0.0)
            body = self.listed(items, ox, oy) if items[0][1][0].mark else self.paragraph(*items[0], ox, oy, part.role)
            if part.role == "title":
                body = f"heading(level: {self.level}, {body})"
            elif part.role == "page":
                body = f"pdf.artifact({body})"
            if part.link and (target := self.target(part.link)):
                body = f"link({target}, {body})"
            if part.turn:
                yield f"#turned({part.turn:.2f}deg, {pts(ox)}, {pts(oy)}, {body})"
            else:
                yield f"#{body}"

    def paragraph(self, paragraph: SceneParagraph, lines: list[DrawnLine], ox: float, oy: float, role: str = "text") -> str:
        """A paragraph's lines at their place, counted from `ox`, `oy`."""
        left, body = self.lines(paragraph, lines)
        body = f"said{body.removeprefix('rows')}" if role == "text" else body
        first = lines[0]
        return f"at({pts(left - ox)}, {pts(first.box.y - oy)}, {body})"

    def lines(self, paragraph: SceneParagraph, lines: list[DrawnLine], from_x: float | None = None) -> tuple[float, str]:
        """Where a block of lines begins, in EMU, and the block."""
        side, left = _side(paragraph, lines)
        starts = min(item.runs[0].x for item in lines if item.runs) if any(item.runs for item in lines) else lines[0].box.x
        if side == "left":
            left = starts if from_x is None else from_x
        pitch = max(line.box.h for line in lines) / EMU_PER_PT
        down = (lines[0].box.bottom - lines[0].baseline) / EMU_PER_PT
        words = []
        for n, line in enumerate(lines):
            moved = line.runs[0].x - left if line.runs and side == "left" else 0
            words.append(self.line(line, moved if moved > 1 else 0, n == len(lines) - 1))
        wide = sized(WIDE)
        body = f"rows({side}, {wide}, {sized(pitch - down)}, {sized(-down)}, {{{'; '.join(words)}}})"
        return left, body

    def line(self, line: DrawnLine, moved: float, last: bool) -> str:
        words = [f"h({pts(moved)})"] if moved else []
        for n, item in enumerate(line.runs):
            before = line.runs[n - 1] if n else None
            gap = item.x - before.x - before.width if before is not None else 0
            if gap > EMU_PER_PT / 2:
                words.append(f"h({pts(gap)})")
            words.append(self.run(item))
        return "; ".join(words) if last else "; ".join((*words, '" "', "linebreak()"))

    def run(self, item: LineRun) -> str:
        run = item.run
        look = [f"size: {sized(item.size)}", f'fill: rgb("{run.color}")']
        if run.alpha < 1:
            look[1] = f'fill: rgb("{run.color}").transparentize({(1 - run.alpha) * 100:.0f}%)'
        if run.bold:
            look.append('weight: "bold"')
        if run.italic:
            look.append('style: "italic"')
        if tracking := _tracking(item):
            look.append(f"tracking: {tracking:.3f}pt")
        if run.baseline:
            look += [f"baseline: {sized(-run.baseline * item.size / SCRIPT_SIZE)}"]
        if run.lang and run.lang[:2].isalpha():
            look.append(f'lang: "{run.lang[:2].lower()}"')
        words = f"text({', '.join(look)}, {quoted(item.words)})"
        if run.highlight:
            words = f'highlight(fill: rgb("{run.highlight}"), {words})'
        if run.underline or run.link:
            words = f"underline({words})"
        if run.strike:
            words = f"strike({words})"
        target = self.target(run.link) if run.link else ""
        return f"link({target}, {words})" if target else words

    def target(self, link: str) -> str:
        """Where a link leads, in Typst's words; "" where a PDF has no way there."""
        if web(link):
            return quoted(link)
        number = self.slides.get(link.removeprefix("#"))
        return f"<slide-{number}>" if number is not None else ""

    def listed(self, items: list[tuple[SceneParagraph, list[DrawnLine]]], ox: float, oy: float) -> str:
        """Items of a list, each where it stands, lists within lists."""
        left = min(lines[0].mark_x for _paragraph, lines in items)
        top = items[0][1][0].box.y
        ends = [lines[0].box.y for _paragraph, lines in items[1:]] + [items[-1][1][-1].box.bottom]
        body = self.tree(items, ends, 0, left)
        return f"at({pts(left - ox)}, {pts(top - oy)}, block(width: {sized(WIDE)}, {body}))"

    def tree(self, items: list[tuple[SceneParagraph, list[DrawnLine]]], ends: list[int], level: int, left: float) -> str:
        """A list of those items that are of the first one's level, what lies deeper within them. `ends`: where each is to end."""
        numbered = items[0][0].list == "number"
        base = min(paragraph.level for paragraph, _lines in items)
        starts = [n for n, (paragraph, _lines) in enumerate(items) if paragraph.level <= base] or [0]
        if starts[0]:
            starts.insert(0, 0)
        told = []
        for a, b in zip(starts, [*starts[1:], len(items)], strict=True):
            paragraph, lines = items[a]
            text_x = lines[0].runs[0].x if lines[0].runs else lines[0].box.x
            _left, block = self.lines(paragraph, lines, text_x)
            inner = self.tree(items[a + 1 : b], ends[a + 1 : b], level + 1, text_x) if b > a + 1 else ""
            tall = (ends[a] - lines[0].box.y) / EMU_PER_PT
            body = f"block(height: {sized(max(tall, 0.1))}, {block})" + (f"; {inner}" if inner else "")
            told.append((self.mark(paragraph, lines[0], left, text_x), f"{{{body}}}"))
        if numbered:
            marks = ", ".join(mark for mark, _body in told)
            bodies = ", ".join(f"enum.item({n + 1}, {body})" for n, (_mark, body) in enumerate(told))
            return f"enum(numbering: n => ({marks},).at(n - 1), {bodies})"
        return f"list(marker: {told[0][0]}, {', '.join(body for _mark, body in told)})"

    def mark(self, paragraph: SceneParagraph, line: DrawnLine, left: float, text_x: float) -> str:
        first = next((run for run in paragraph.runs if run.text.strip()), None)
        color = paragraph.style.bullet_color or (first.color if first is not None else "000000")
        down = (line.box.bottom - line.baseline) / EMU_PER_PT
        up = line.box.h / EMU_PER_PT - down
        weight = ', weight: "bold"' if first is not None and first.bold else ""
        look = f'size: {sized(line.mark_size)}, fill: rgb("{color}"), top-edge: {sized(up)}, bottom-edge: {sized(-down)}{weight}'
        moved = pts(max(line.mark_x - left, 0))
        return f"mark({pts(max(text_x - left, 0))}, {moved}, text({look}, {quoted(line.mark)}))"

    def table(self, part: TablePart) -> str:
        """A table in its rows and columns, its words where they stand."""
        first = part.cells[0].box if part.cells else None
        if first is None:
            return ""
        widths, heights = _sides(part)
        rows: dict[int, list[str]] = {}
        for cell in part.cells:
            rows.setdefault(cell.row, []).append(self.cell(cell))
        head = f"table.header({', '.join(rows.pop(0, []))}), " if part.head and part.rows > 1 else ""
        body = ", ".join(cell for row in sorted(rows) for cell in rows[row])
        columns, tall = (", ".join(map(pts, sides)) for sides in (widths, heights))
        made = f"table(columns: ({columns},), rows: ({tall},), {head}{body})"
        return f"#at({pts(first.x)}, {pts(first.y)}, block(width: {pts(sum(widths))}, {made}))"

    def cell(self, cell: CellPart) -> str:
        spans = [f"{name}: {count}" for name, count in (("colspan", cell.columns), ("rowspan", cell.rows)) if count > 1]
        words = "; ".join(
            self.listed(items, cell.box.x, cell.box.y)
            if items[0][1][0].mark
            else self.paragraph(*items[0], cell.box.x, cell.box.y)
            for items in _runs_of_lists(cell.words.paragraphs)
        )
        # Typst marks headers of rows only behind a switch that its Python binding does not have.
        return f"table.cell({''.join(f'{span}, ' for span in spans)}{{{words}}})"


def _sides(part: TablePart) -> tuple[list[int], list[int]]:
    """Widths of the columns and heights of the rows, in EMU, from the cells' edges."""
    xs = sorted({edge for cell in part.cells for edge in (cell.box.x, cell.box.right)})
    ys = sorted({edge for cell in part.cells for edge in (cell.box.y, cell.box.bottom)})
    widths = [b - a for a, b in pairwise(xs)]
    heights = [b - a for a, b in pairwise(ys)]
    return (widths + [0] * part.columns)[: part.columns], (heights + [0] * part.rows)[: part.rows]


def _side(paragraph: SceneParagraph, lines: list[DrawnLine]) -> tuple[str, float]:
    """To which side lines are set, and where a block of WIDE points begins so that they stand where they were measured."""
    line = max(lines, key=lambda item: item.box.w)
    if paragraph.style.align == "ctr":
        return "center", line.box.x + line.box.w / 2 - WIDE * EMU_PER_PT / 2
    if paragraph.style.align == "r" or paragraph.style.rtl:
        return "right", line.box.right - WIDE * EMU_PER_PT
    return "left", float(line.box.x)


def _tracking(item: LineRun) -> float:
    """Points between letters that make a line as wide as it was measured, where it is set in another font than that."""
    run = item.run
    if family(run.font) == family(DRAWN_WITH):
        return run.spacing_pt
    natural = em_width(item.words, DRAWN_WITH, run.bold, run.italic) * item.size
    return (item.width / EMU_PER_PT - natural) / max(len(item.words), 1)


def _runs_of_lists(
    paragraphs: Iterable[tuple[SceneParagraph, list[DrawnLine]]],
) -> Iterator[list[tuple[SceneParagraph, list[DrawnLine]]]]:
    """Paragraphs one by one, and those that make a list together."""
    held: list[tuple[SceneParagraph, list[DrawnLine]]] = []
    for paragraph, lines in paragraphs:
        marked = bool(lines[0].mark)
        if held and (not marked or (paragraph.level <= held[0][0].level and paragraph.list != held[0][0].list)):
            yield held
            held = []
        if marked:
            held.append((paragraph, lines))
        else:
            yield [(paragraph, lines)]
    if held:
        yield held
