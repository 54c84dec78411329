"""A slide's parts as HTML: layers of SVG, and each line of words where it was measured to stand, in shares of the slide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from deck.drawing import SceneParagraph
from deck.fonts import em_width
from deck.fonts.families import family
from deck.geometry import EMU_PER_PT
from deck.render.words import DRAWN_WITH, DrawnLine, LineRun
from deck.typeset.told import CellPart, NotesPart, PaintLayer, SlidePiece, TablePart, TextPart, ToldSlide, web

ASCENT = 0.8465
"""From the top of a line that is as high as its letters are large down to its baseline, per em: Arimo's ascent, less half of what
its ascent and descent are more than an em."""
_LISTS = {"number": "ol", "bullet": "ul", "picture": "ul"}


def escaped(words: str) -> str:
    return escape("".join(char for char in words if char.isprintable() or char in " \u00a0\u00ad"), quote=True)


def notes_html(notes: tuple[NotesPart, ...]) -> str:
    """A slide's notes: paragraphs and lists, their links with them."""
    found, open_list = [], ""
    for item in notes:
        words = "".join(f'<a href="{escape(link)}">{escaped(text)}</a>' if link else escaped(text) for text, link in item.runs)
        kind = _LISTS.get(item.list, "")
        if open_list and kind != open_list:
            found.append(f"</{open_list}>")
        if kind and kind != open_list:
            found.append(f"<{kind}>")
        open_list = kind
        found.append(f"<li>{words}</li>" if kind else f"<p>{words}</p>")
    return "".join(found) + (f"</{open_list}>" if open_list else "")


class Stage:
    """Sets one slide."""

    def __init__(self, slide: ToldSlide, slides: Mapping[str, int]) -> None:
        self.slide, self.slides = slide, slides
        self.wide, self.high = max(slide.size[0], 1), max(slide.size[1], 1)
        self.titled = False

    def html(self) -> str:
        return "\n".join(line for n, part in enumerate(self.slide.parts) for line in self.part(n, part))

    def part(self, n: int, part: SlidePiece) -> Iterator[str]:
        if isinstance(part, PaintLayer):
            # A picture's gradients are its own: what is shown one at a time may not lean on what is not.
            svg = part.svg.replace("paint-", f"s{self.slide.number}-{n}-")
            if part.alt:
                box = part.box
                at = f"left:{self.x(box.x)};top:{self.y(box.y)};width:{self.x(box.w)};height:{self.y(box.h)}"
                svg = svg.replace("<svg ", '<svg aria-hidden="true" preserveAspectRatio="none" ', 1)
                yield f'<div class="figure" role="img" aria-label="{escaped(part.alt)}" style="{at}">{svg}</div>'
            else:
                yield svg.replace("<svg ", '<svg aria-hidden="true" ', 1)
        elif isinstance(part, TablePart):
            yield self.table(part)
        else:
            yield self.text(part)

    def x(self, emu: float) -> str:
        return f"{emu / self.wide * 100:.3f}%"

    def y(self, emu: float) -> str:
        return f"{emu / self.high * 100:.3f}%"

    def text(self, part: TextPart) -> str:
        if part.role == "title":
            mark = "" if self.titled else f' id="title-{self.slide.number}"'
            self.titled = True
            inner = "".join(self.lines(paragraph, lines) for paragraph, lines in part.paragraphs)
            body = f"<h2{mark}>{inner}</h2>"
        else:
            body = self.paragraphs(part)
        hidden = ' aria-hidden="true"' if part.role == "page" else ""
        target = self.target(part.link) if part.link else ""
        if target:
            body = f'<a class="whole" href="{target}">{body}</a>'
        turn = f' style="transform:rotate({part.turn:.2f}deg);transform-origin:{self.x(part.middle[0])} {self.y(part.middle[1])}"'
        return f'<div class="t"{hidden}{turn if part.turn else ""}>{body}</div>'

    def paragraphs(self, part: TextPart) -> str:
        """Paragraphs and lists, lists within lists."""
        found: list[str] = []
        open_: list[tuple[str, int]] = []
        for paragraph, lines in part.paragraphs:
            kind = _LISTS.get(paragraph.list, "") if lines[0].mark else ""
            while open_ and (
                not kind or open_[-1][1] > paragraph.level or (open_[-1][1] == paragraph.level and open_[-1][0] != kind)
            ):
                found.append(f"</li></{open_.pop()[0]}>")
            words = self.lines(paragraph, lines)
            if not kind:
                found.append(f"<p>{words}</p>")
            elif open_ and open_[-1][1] == paragraph.level:
                found.append(f"</li><li>{words}")
            else:
                found.append(f'<{kind} role="list"><li>{words}')
                open_.append((kind, paragraph.level))
        found += [f"</li></{kind}>" for kind, _level in reversed(open_)]
        return "".join(found)

    def lines(self, paragraph: SceneParagraph, lines: list[DrawnLine]) -> str:
        return " ".join(self.line(paragraph, line) for line in lines)

    def line(self, paragraph: SceneParagraph, line: DrawnLine) -> str:
        if not line.runs:
            return ""
        mark = ""
        if line.mark:
            first = next((run for run in paragraph.runs if run.text.strip()), None)
            color = paragraph.style.bullet_color or (first.color if first is not None else "000000")
            weight = ";font-weight:700" if first is not None and first.bold else ""
            at = self.at(line.mark_x, line.baseline, line.mark_size)
            mark = f'<span class="l" aria-hidden="true" style="{at};color:#{color}{weight}">{escaped(line.mark)}</span>'
        size = max(item.size for item in line.runs)
        first_run, last = line.runs[0], line.runs[-1]
        share, side = {"ctr": (0.5, " c"), "r": (1.0, " r")}.get(paragraph.style.align, (0.0, ""))
        if paragraph.style.rtl:
            first_run, last = last, first_run
        x = first_run.x + (last.x + last.width - first_run.x) * share
        runs = "".join(self.run(item, size, line.runs[n - 1] if n else None) for n, item in enumerate(line.runs))
        direction = ' dir="rtl"' if paragraph.style.rtl else ""
        return f'{mark}<span class="l{side}"{direction} style="{self.at(x, line.baseline, size)}">{runs}</span>'

    def at(self, x: float, baseline: float, size: float) -> str:
        top = baseline - ASCENT * size * EMU_PER_PT
        return f"left:{self.x(x)};top:{self.y(top)};font-size:{size * EMU_PER_PT / self.wide * 100:.3f}cqw"

    def run(self, item: LineRun, size: float, before: LineRun | None) -> str:
        run = item.run
        look = [f"color:#{run.color}"]
        if abs(item.size - size) > 0.01:
            look.append(f"font-size:{item.size / size:.3f}em")
        if run.alpha < 1:
            look.append(f"opacity:{run.alpha:.2f}")
        if run.bold:
            look.append("font-weight:700")
        if run.italic:
            look.append("font-style:italic")
        if run.baseline:
            look.append(f"position:relative;top:{-run.baseline * run.size_pt / item.size:.3f}em")
        if run.highlight:
            look.append(f"background:#{run.highlight}")
        lines = [name for name, there in (("underline", run.underline), ("line-through", run.strike)) if there]
        if lines:
            look.append(f"text-decoration:{' '.join(lines)}")
        if abs(spacing := self.spacing(item)) > 0.0005:
            look.append(f"letter-spacing:{spacing:.4f}em")
        if before is not None and not run.text.isspace() and (gap := item.x - before.x - before.width) > EMU_PER_PT / 2:
            look.append(f"margin-left:{gap / EMU_PER_PT / item.size:.3f}em")
        lang = f' lang="{escaped(run.lang)}"' if run.lang else ""
        target = self.target(run.link) if run.link else ""
        words = escaped(item.words)
        if target:
            return f'<a href="{target}"{lang} style="{";".join(look)}">{words}</a>'
        return f'<span{lang} style="{";".join(look)}">{words}</span>'

    def spacing(self, item: LineRun) -> float:
        """Ems between letters that make a run as wide as it was measured."""
        run = item.run
        if family(run.font) == family(DRAWN_WITH):
            return run.spacing_pt / item.size
        natural = em_width(item.words, DRAWN_WITH, run.bold, run.italic)
        return (item.width / EMU_PER_PT / item.size - natural) / max(len(item.words), 1)

    def target(self, link: str) -> str:
        if web(link):
            return escape(link, quote=True)
        number = self.slides.get(link.removeprefix("#"))
        return f"#slide-{number}" if number is not None else ""

    def table(self, part: TablePart) -> str:
        rows: dict[int, list[str]] = {}
        for cell in part.cells:
            rows.setdefault(cell.row, []).append(self.cell(part, cell))
        body = "".join(f"<tr>{''.join(rows[n])}</tr>" for n in sorted(rows))
        label = f' aria-label="{escaped(part.alt)}"' if part.alt else ""
        return f'<div class="t"><table{label}>{body}</table></div>'

    def cell(self, part: TablePart, cell: CellPart) -> str:
        head = part.head and cell.row == 0
        key = part.keys and cell.column == 0
        name = "th" if head or key else "td"
        spans = [f' {kind}="{count}"' for kind, count in (("colspan", cell.columns), ("rowspan", cell.rows)) if count > 1]
        scope = f' scope="{"col" if head else "row"}"' if head or key else ""
        return f"<{name}{scope}{''.join(spans)}>{self.paragraphs(cell.words)}</{name}>"
