"""Time and peak memory of our decks, against the same decks made the plain way with python-pptx."""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

OUTLINES = ("kort", "standard", "konferens")
AUDIENCES = ("alla", "politiker", "tjansteman", "samordnare")


def plain_deck(presentation: Any, template: bytes, layouts: list[str], path: Path) -> None:
    """A presentation by python-pptx alone: placeholders filled, tables and charts native, drawn blocks as text boxes."""
    import io

    from pptx import Presentation
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Inches, Pt

    from deck.presentation import Chart, Diagram, Map, QrCode, Table, Text

    made: Any = Presentation(io.BytesIO(template))
    by_name = {layout.name: layout for layout in made.slide_layouts}
    for slide, name in zip(presentation.slides, layouts, strict=True):
        page = made.slides.add_slide(by_name[name])
        free = [shape for shape in page.placeholders if shape.placeholder_format.type != 1]
        for slot in slide.slots:
            block = slot.block
            if isinstance(block, Text):
                if slot.role == "title" and page.shapes.title is not None:
                    frame = page.shapes.title.text_frame
                elif free:
                    frame = free.pop(0).text_frame
                else:
                    frame = page.shapes.add_textbox(Inches(1), Inches(2), Inches(8), Inches(4)).text_frame
                for at, paragraph in enumerate(block.paragraphs):
                    line = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
                    line.level = paragraph.level
                    for run in paragraph.runs:
                        piece = line.add_run()
                        piece.text = run.text
                        piece.font.bold = run.bold or None
                        if run.link and run.link.url:
                            piece.hyperlink.address = run.link.url
            elif isinstance(block, Table):
                columns = len(block.rows[0].cells)
                table = page.shapes.add_table(len(block.rows), columns, Inches(1), Inches(2), Inches(10), Inches(4)).table
                for r, row in enumerate(block.rows):
                    for c, cell in enumerate(row.cells):
                        table.cell(r, c).text = cell.text
            elif isinstance(block, Chart):
                data: Any = CategoryChartData()
                data.categories = block.categories
                for series in block.series:
                    data.add_series(series.name, series.values)
                page.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, Inches(1), Inches(2), Inches(10), Inches(4), data)
            else:
                words: list[str] = []
                if isinstance(block, Diagram):
                    words = [f"{item.key} {item.title} {item.text}".strip() for item in block.items]
                elif isinstance(block, Map):
                    words = [area.name for area in block.areas]
                elif isinstance(block, QrCode):
                    words = [block.label]
                for at, word in enumerate(words):
                    box = page.shapes.add_textbox(Inches(1 + at % 4 * 3), Inches(2 + at // 4 * 0.5), Inches(3), Inches(0.5))
                    box.text_frame.text = word
                    box.text_frame.paragraphs[0].font.size = Pt(18)
        page.notes_slide.notes_text_frame.text = "\n".join(note.text for note in slide.notes)
    made.save(str(path))


def plain(codes: list[str], out: Path) -> None:
    """The plain way for many: contents are composed once a place by us, so only the writing differs."""
    from deck.brand import load_brand
    from deck.compose import compose
    from deck.fleet import BuildRequest
    from deck.layout import lay_out
    from deck.making import content_of, template_for
    from deck.package import package_bytes
    from deck.places import load_places

    register = load_places()
    template: bytes = b""
    names: dict[str, str] = {}
    for code in codes:
        place = register.find(code)
        request = BuildRequest(code)
        brand = load_brand(place, register)
        presentation = compose(content_of(request), place, register, brand)
        found = template_for(request, brand)
        template = template or package_bytes(found.package)
        if not names:
            parts = {layout.part: layout.name for layout in found.layouts}
            names = {slide.slide.kind: parts.get(slide.layout, slide.layout) for slide in lay_out(presentation, found).slides}
        layouts = [names.get(slide.kind) or next(iter(names.values())) for slide in presentation.slides]
        plain_deck(presentation, template, layouts, out / f"{code}.pptx")


def ours(codes: list[str], out: Path, jobs: int = 1) -> None:
    from deck.fleet import BuildRequest, build_many

    done = build_many([BuildRequest(code, out=out) for code in codes], jobs)
    wrong = [built for built in done if not built.ok]
    assert not wrong, wrong[0].diagnostics


def matrix(out: Path, jobs: int) -> int:
    """Every place, outline and audience, strictly; the number that fail."""
    from deck.fleet import BuildRequest, build_many
    from deck.places import load_places

    requests = [
        BuildRequest(place.code, outline, audience, out=out, strict=True)
        for outline in OUTLINES
        for audience in AUDIENCES
        for place in load_places().all
    ]
    done = build_many(requests, jobs)
    failed = [built for built in done if not built.ok]
    for built in failed[:20]:
        print(f"{built.place} {built.request.outline} {built.request.audience}: {built.diagnostics[0]}")
    print(f"{len(done) - len(failed)} of {len(done)} built")
    return len(failed)


def _child(pipe: Any, work: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    started = time.perf_counter()
    work(*arguments)
    seconds = time.perf_counter() - started
    used = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = sum(item.ru_utime + item.ru_stime for item in used)
    pipe.send((seconds, busy, max(item.ru_maxrss for item in used) / 1024))


def measured(work: Callable[..., None], *arguments: Any) -> tuple[float, float, float]:
    """Seconds by the clock and of the processor (all processes), and peak memory (MB, of the largest process), in a fresh
    process, imports included. On a machine that others work on, compare the processor's."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_child, args=(there, work, arguments))
    process.start()
    process.join()
    assert process.exitcode == 0, f"{work.__name__} failed"
    return here.recv()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--matrix", action="store_true", help="all places, outlines and audiences, strictly")
    parser.add_argument("--places", type=int, default=0, metavar="N", help="so many of the places (all)")
    parser.add_argument("-j", "--jobs", type=int, default=multiprocessing.cpu_count())
    options = parser.parse_args()
    from deck.places import load_places

    codes = [place.code for place in load_places().all]
    codes = codes[: options.places or len(codes)]
    many = f"{len(codes)} decks"
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        if options.matrix:
            started = time.perf_counter()
            failed = matrix(out, options.jobs)
            print(f"{time.perf_counter() - started:.1f} s")
            return min(failed, 1)
        started = time.perf_counter()
        subprocess.run([sys.executable, "-m", "deck", "build", "lund", "-o", folder], check=True, capture_output=True)
        print(f"{'deck build lund, from the shell':44}{time.perf_counter() - started:8.2f} s")
        rows: list[tuple[str, Callable[..., None], tuple[Any, ...]]] = [
            ("one deck, ours", ours, (codes[:1], out)),
            ("one deck, plain python-pptx", plain, (codes[:1], out)),
            (f"{many}, ours, one process", ours, (codes, out, 1)),
            (f"{many}, ours, {options.jobs} processes", ours, (codes, out, options.jobs)),
            (f"{many}, plain python-pptx, one process", plain, (codes, out)),
        ]
        for name, work, arguments in rows:
            for old in out.glob("*.pptx"):
                old.unlink()
            seconds, busy, memory = measured(work, *arguments)
            sizes = [item.stat().st_size for item in out.glob("*.pptx")]
            each = sum(sizes) / max(len(sizes), 1) / 1000
            print(f"{name:44}{seconds:8.2f} s{busy:8.2f} s busy{memory:8.0f} MB{each:8.0f} kB each", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
