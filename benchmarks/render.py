"""Our pictures beside LibreOffice's: the same line breaks, the same pixels, and how long they take.

    python benchmarks/render.py FILE.pptx … [--pdf DIR] [--arial] [--json]

`--pdf DIR`: where LibreOffice's PDFs are kept between runs, made there where they are missing. Needs soffice, pdftoppm,
pdftotext and pdffonts (poppler-utils). For each file: slides; the share of paragraphs of several words that break at the same
words; the mean difference of the pixels over all slides, and the worst slide's; the same (`level`) with lines as far apart as
LibreOffice has them, where ours are as PowerPoint's: what is left then is no difference between those two; for 20 slides as SVG
and PNG seconds of the processor, and by the clock as `deck preview` draws them (in several processes). Files with a * are in
fonts that LibreOffice lacks: it sets them in DejaVu, which is wider. `--arial` says what is left where both have the same font.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from PIL import Image, ImageChops, ImageStat

from deck.check.subject import Subject
from deck.drawing import SceneShape, SceneText
from deck.fleet.preview import drawn
from deck.geometry import EMU_PER_PT, Box
from deck.layout import setting
from deck.memory import forget
from deck.package import open_package
from deck.raster import svg_png
from deck.render import draw_slide, svg_of
from deck.render.tables import cells
from deck.render.words import DrawnLine, drawn_lines, upright

WIDTH = 960
THEIR_PITCH = 1.2
"""From one line to the next in LibreOffice, in sizes of the font."""
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
_TYPEFACE = re.compile(rb'(<a:(?:latin|buFont) typeface=")(?!\+|Wingdings|Symbol|Webdings|Marlett)[^"]+(")')
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">')


@dataclass(frozen=True)
class Word:
    """A word of LibreOffice's page: its middle and height, in points."""

    text: str
    x: float
    y: float
    high: float


@dataclass
class Row:
    """What one file came to. `same` of `paragraphs`; `pixels`: per cent, a slide each, and `level` with LibreOffice's pitch of
    lines. `alike`: LibreOffice had its fonts, or such of the same widths; where it set the words in another, neither breaks nor
    pixels say anything of ours."""

    name: str
    slides: int
    paragraphs: int
    same: int
    pixels: list[float]
    seconds: float
    clock: float
    apart: list[str]
    undrawn: list[str]
    alike: bool = True
    level: list[float] = field(default_factory=list)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--pdf", type=Path, default=None)
    parser.add_argument("--arial", action="store_true", help="name Arial in the place of every font, so that none is lacked")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--apart", action="store_true", help="tell the paragraphs that break otherwise")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.pdf or Path(scratch)
        files = [_in_arial(path, folder / "arial") for path in given.files] if given.arial else given.files
        rows = [row for path in files if (row := judged(path, folder / "arial" if given.arial else folder)) is not None]
    if given.json:
        print(json.dumps([row.__dict__ for row in rows], indent=1))
        return 0
    print(f"{'file':56} {'slides':>6} {'parags':>6} {'same':>7} {'pixels':>7} {'worst':>6} {'level':>6} {'s/20':>6} {'clock':>6}")
    for row in rows:
        _show(row)
        for line in (*row.apart, *row.undrawn) if given.apart else ():
            print(f"    {line}")
    _show(_together("all", rows))
    if any(not row.alike for row in rows):
        _show(_together("all in fonts that LibreOffice has", [row for row in rows if row.alike]))
    return 0


def _together(name: str, rows: list[Row]) -> Row:
    slides, paragraphs, same = (sum(getattr(row, part) for row in rows) for part in ("slides", "paragraphs", "same"))
    whole = Row(name, slides, paragraphs, same, [], 0.0, 0.0, [], [])
    whole.pixels = [value for row in rows for value in row.pixels]
    whole.level = [value for row in rows for value in row.level]
    whole.seconds = sum(row.seconds for row in rows)
    whole.clock = sum(row.clock for row in rows)
    return whole


def _lacked(pdf: Path) -> bool:
    """Whether LibreOffice set words in DejaVu, which it takes where a font is not on the machine."""
    out = subprocess.run(["pdffonts", str(pdf)], capture_output=True, check=True).stdout.decode("utf-8", "replace")
    return "DejaVu" in out


def _show(row: Row) -> None:
    share = 100 * row.same / row.paragraphs if row.paragraphs else 100.0
    mean, level = (sum(values) / max(len(values), 1) for values in (row.pixels, row.level))
    each, clock = (seconds / max(row.slides, 1) * 20 for seconds in (row.seconds, row.clock))
    print(
        f"{row.name[:54] + ('' if row.alike else ' *'):56} {row.slides:6} {row.paragraphs:6} {share:6.1f}% {mean:6.2f}%"
        f" {max(row.pixels, default=0):5.1f}% {level:5.2f}% {each:6.2f} {clock:6.2f}"
    )


def judged(path: Path, folder: Path) -> Row | None:
    pdf = folder / f"{path.stem}.pdf"
    if not pdf.exists():
        _convert(path, folder)
    if not pdf.exists():
        print(f"{path.name}: LibreOffice made no PDF", file=sys.stderr)
        return None
    subject = Subject(open_package(path), path.name)
    shown = [slide for slide in subject.slides if not slide.hidden]
    pages, pictures = list(_pages(pdf)), _pictures(pdf)
    began = time.process_time()
    canvases = [draw_slide(subject.sheets, subject.scene(slide.part), width=WIDTH) for slide in shown]
    ours = [svg_png(svg_of(canvas), width=WIDTH) for canvas in canvases]
    took = time.process_time() - began
    began = time.perf_counter()
    drawn([svg_of(canvas) for canvas in canvases], WIDTH)
    row = Row(path.stem, len(shown), 0, 0, [], took, time.perf_counter() - began, [], [])
    row.alike = not _lacked(pdf)
    row.undrawn = sorted({f"not drawn: {what} ({name})" for canvas in canvases for what, name in canvas.undrawn})
    for n, slide in enumerate(shown[: len(pages)]):
        scene = subject.scene(slide.part)
        for lines in _texts(scene.shapes):
            _compare(row, n + 1, lines, pages[n])
        row.pixels.append(_difference(ours[n], pictures[n]))
    row.level = [_difference(mine, theirs) for mine, theirs in zip(_level(path), pictures, strict=False)]
    return row


def _level(path: Path) -> list[bytes]:
    """Our pictures with LibreOffice's pitch of lines."""
    ours = setting.LINE_PITCH
    try:
        setting.LINE_PITCH = THEIR_PITCH
        forget()
        subject = Subject(open_package(path), path.name)
        shown = [slide for slide in subject.slides if not slide.hidden]
        return [
            svg_png(svg_of(draw_slide(subject.sheets, subject.scene(slide.part), width=WIDTH)), width=WIDTH) for slide in shown
        ]
    finally:
        setting.LINE_PITCH = ours
        forget()


def _in_arial(path: Path, folder: Path) -> Path:
    """A copy whose words are all in Arial, but for those in fonts of symbols."""
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / path.name
    with zipfile.ZipFile(path) as given, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as made:
        for item in given.infolist():
            data = given.read(item)
            made.writestr(item.filename, _TYPEFACE.sub(rb"\1Arial\2", data) if item.filename.endswith(".xml") else data)
    return copy


def _convert(path: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    profile = f"-env:UserInstallation=file:///tmp/lo-render-{folder.stat().st_ino}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    subprocess.run(command, capture_output=True, timeout=180, check=False)


def _pages(pdf: Path) -> Iterator[list[Word]]:
    out = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, check=True).stdout.decode("utf-8", "replace")
    for page in out.split("<page ")[1:]:
        found = []
        for x0, y0, x1, y1, text in _WORD.findall(page):
            high = float(y1) - float(y0)
            found.append(Word(unescape(text), (float(x0) + float(x1)) / 2, (float(y0) + float(y1)) / 2, high))
        yield found


def _pictures(pdf: Path) -> list[Image.Image]:
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run(["pdftoppm", "-scale-to-x", str(WIDTH), "-scale-to-y", "-1", "-png", str(pdf), f"{scratch}/p"], check=True)
        return [Image.open(io.BytesIO(file.read_bytes())).convert("RGB") for file in sorted(Path(scratch).glob("*.png"))]


def _difference(ours: bytes, theirs: Image.Image) -> float:
    """Mean difference of all pixels and channels, in per cent of the most there can be."""
    mine = Image.open(io.BytesIO(ours)).convert("RGB")
    theirs = theirs.resize(mine.size) if theirs.size != mine.size else theirs
    return sum(ImageStat.Stat(ImageChops.difference(mine, theirs)).mean) / 3 / 255 * 100


def _texts(shapes: tuple[SceneShape, ...]) -> Iterator[list[DrawnLine]]:
    for shape in shapes:
        if shape.hidden or shape.rotation:
            continue
        yield from _texts(shape.children)
        bodies: list[tuple[SceneText, Box, str]] = []
        if shape.text is not None:
            bodies.append((shape.text, shape.box, shape.geometry))
        if shape.table is not None:
            bodies += [(cell.text, box, "rect") for _r, _c, cell, box in cells(shape.table, shape.box)]
        for text, box, geometry in bodies:
            if upright(text, box, geometry)[0] == 0 and text.text.strip():
                yield list(drawn_lines(text, box, geometry, shape.adjust if text is shape.text else ()))


def _compare(row: Row, number: int, lines: list[DrawnLine], page: list[Word]) -> None:
    for n in sorted({line.paragraph for line in lines}):
        own = [line for line in lines if line.paragraph == n]
        joined = [[*"".join(item.words for item in line.runs).split()] for line in own]
        if sum(map(len, joined)) < 2:
            continue
        theirs = _matched(joined, own, page)
        if theirs is None:
            continue
        row.paragraphs += 1
        if theirs == [len(line) for line in joined]:
            row.same += 1
        else:
            ours = " / ".join(" ".join(line) for line in joined)
            row.apart.append(f"slide {number}: {[len(line) for line in joined]} ≠ {theirs}: {ours[:100]}")


def _matched(ours: list[list[str]], lines: list[DrawnLine], page: list[Word]) -> list[int] | None:
    """How many words LibreOffice has on each of its lines of this paragraph; None where it does not show it (its page has not
    these words, one after the other)."""
    flat = [word for line in ours for word in line]
    first = lines[0]
    starts = [n for n, word in enumerate(page) if word.text == flat[0]]
    x, y = first.box.x / EMU_PER_PT, first.baseline / EMU_PER_PT
    for start in sorted(starts, key=lambda n: abs(page[n].x - x) + abs(page[n].y - y)):
        found = _followed(flat, page, start)
        if found is not None:
            break
    else:
        return None
    counts, last = [0], found[0]
    for word in found:
        if word.y - last.y > 0.45 * max(word.high, last.high) or word.x < last.x - 1:
            counts.append(0)
        counts[-1] += 1
        last = word
    return counts


def _followed(flat: list[str], page: list[Word], start: int) -> list[Word] | None:
    """The page's words that are these, each the next of its text after the one before (others may stand between)."""
    found, at = [], start
    for word in flat:
        ahead = (n for n in range(at, min(at + 60, len(page))) if page[n].text == word)
        at = next(ahead, -1)
        if at < 0:
            return None
        found.append(page[at])
        at += 1
    return found


if __name__ == "__main__":
    raise SystemExit(main())
