"""How far `deck check` and two layout engines agree on where lines break, how high text is, and what overflows.

LibreOffice draws a deck with one text box a page (autofit frozen, so nothing shrinks) as PDF, and `pdftotext` tells each word's
place; the PyPI engine betteroffice-pptx (a test tool: `pip install --target DIR betteroffice-pptx`, then PYTHONPATH=DIR) gives
each line's box.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median
from typing import Any

from deck.check.subject import Subject
from deck.check.words import words_of
from deck.content import content_root
from deck.geometry import EMU_PER_PT
from deck.layout.setting import set_text
from deck.package import open_package

FACES = {"Arial": "LiberationSans", "Times New Roman": "LiberationSerif", "Calibri": "Carlito"}
FOLDERS = ("/usr/share/fonts/truetype/liberation", "/usr/share/fonts/truetype/crosextra")
STYLES = {"Regular": (False, False), "Bold": (True, False), "Italic": (False, True), "BoldItalic": (True, True)}


@dataclass(frozen=True)
class Seen:
    """A text box as one engine sets it: its lines, and points from the foot of the first to the foot of the last."""

    lines: int
    span: float


def sentences() -> list[str]:
    """The content's own sentences: Swedish, with its long words."""
    text = " ".join(path.read_text("utf-8") for path in sorted((content_root() / "sv").glob("slides-*.yaml")))
    return [item for item in re.findall(r"[A-ZÅÄÖ][a-zåäö ,\d-]{20,140}\.", text) if "  " not in item]


def corpus(count: int, seed: int) -> bytes:
    """A deck of `count` pages with a text box each: fonts, sizes, weights, widths, spacings and lists at random."""
    from pptx import Presentation
    from pptx.util import Emu, Pt

    chance = random.Random(seed)
    known = sentences()
    made: Any = Presentation()
    for _page in range(count):
        slide = made.slides.add_slide(made.slide_layouts[6])
        # What runs off the page is in no PDF: the text stays short enough to be seen whole.
        width, height = chance.randint(3_500_000, 7_500_000), chance.randint(900_000, 3_600_000)
        frame = slide.shapes.add_textbox(Emu(600_000), Emu(600_000), Emu(width), Emu(height)).text_frame
        frame.word_wrap = True
        face, size = chance.choice(list(FACES)), chance.choice((14, 16, 18, 20, 24, 28))
        for n in range(chance.randint(1, 3)):
            line = frame.paragraphs[0] if n == 0 else frame.add_paragraph()
            line.line_spacing = chance.choice((None, 0.9, 1.0, 1.2))
            line.space_before = Pt(chance.choice((0, 0, 6, 10))) if n else None
            for piece in (chance.choice(known), f" {chance.choice(known)}" if chance.random() < 0.5 else ""):
                if piece:
                    run = line.add_run()
                    run.text, run.font.name, run.font.size = piece, face, Pt(size)
                    run.font.bold = chance.random() < 0.2
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def by_deck(data: bytes) -> tuple[list[Seen], list[float]]:
    """What check reckons, and the room for that in each box, in points: its room less the first line."""
    subject = Subject(open_package(data, "corpus.pptx"))
    seen, room = [], []
    for slide in subject.slides:
        (words,) = words_of(subject, slide)
        setting = set_text(words.text, words.box)
        feet = [line.box.bottom / EMU_PER_PT for line in setting.lines]
        seen.append(Seen(len(feet), feet[-1] - feet[0]))
        room.append(setting.room - (setting.height - seen[-1].span))
    return seen, room


def by_office(data: bytes) -> list[Seen] | None:
    """LibreOffice's lines, by the baselines of the words in its PDF."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "corpus.pptx").write_bytes(data)
        try:
            subprocess.run(
                [
                    "soffice",
                    f"-env:UserInstallation=file://{folder}/profile",
                    "--headless",
                    "--convert-to",
                    "pdf",
                    "--outdir",
                    folder,
                    f"{folder}/corpus.pptx",
                ],
                check=True,
                capture_output=True,
                timeout=300,
            )
            done = subprocess.run(
                ["pdftotext", "-bbox", f"{folder}/corpus.pdf", "-"], check=True, capture_output=True, text=True, timeout=60
            )
        except (OSError, subprocess.SubprocessError):
            return None
    return [_page(page) for page in done.stdout.split("<page ")[1:]]


def _page(text: str) -> Seen:
    bottoms = sorted(float(found) for found in re.findall(r'yMax="([\d.]+)"', text))
    lines: list[float] = []
    for bottom in bottoms:
        if not lines or bottom - lines[-1] > 4:
            lines.append(bottom)
    return Seen(len(lines), lines[-1] - lines[0] if lines else 0.0)


def by_better(data: bytes) -> list[Seen] | None:
    """betteroffice-pptx's lines."""
    try:
        import betteroffice_pptx  # type: ignore[import-not-found]
    except ImportError:
        return None
    made = betteroffice_pptx.Presentation.open(data)
    for face, file in FACES.items():
        for style, (bold, italic) in STYLES.items():
            path = next(
                (Path(folder, f"{file}-{style}.ttf") for folder in FOLDERS if Path(folder, f"{file}-{style}.ttf").exists()), None
            )
            if path is not None:
                made.register_font(face, path.read_bytes(), bold=bold, italic=italic)
    return [_list(made.render_slide(n).to_dict()) for n in range(made.slide_count)]


def _list(drawing: dict[str, Any]) -> Seen:
    lines = [line for item in drawing["primitives"] if item["kind"] == "textBox" for line in item["lines"] if line["runs"]]
    # Its unit is a pixel of 1/96 inch.
    feet = [line["baseline"] for line in lines]
    return Seen(len(lines), (max(feet) - min(feet)) * 0.75)


def report(name: str, ours: list[Seen], theirs: list[Seen], room: list[float]) -> Iterator[str]:
    pairs = list(zip(ours, theirs, strict=True))
    same = sum(a.lines == b.lines for a, b in pairs)
    near = sum(abs(a.lines - b.lines) <= 1 for a, b in pairs)
    off = [a.span - b.span for a, b in pairs if a.lines == b.lines]
    over = [(a.span > space + 2, b.span > space + 2, abs(b.span - space)) for (a, b), space in zip(pairs, room, strict=True)]
    agree = sum(a == b for a, b, _near in over)
    clear = [(a, b) for a, b, distance in over if distance > 12]
    yield f"{name}: {len(pairs)} text boxes"
    yield f"  same number of lines {100 * same / len(pairs):.1f} %, within one line {100 * near / len(pairs):.1f} %"
    yield (
        f"  from first line to last where the lines agree: median {median(off):+.1f} pt, mean "
        f"{mean(off):+.1f} pt, worst {max(off, key=abs):+.1f} pt"
    )
    yield (
        f"  overflow judged alike {100 * agree / len(pairs):.1f} %; where it is not within a line of the edge "
        f"{100 * mean(a == b for a, b in clear):.1f} %"
    )
    missed = sum(b and not a for a, b, _near in over)
    yield (
        f"  overflows that check misses {missed}, that it alone sees {len(over) - agree - missed}, of "
        f"{sum(b for _a, b, _n in over)}"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    chosen = parser.parse_args()
    data = corpus(chosen.count, chosen.seed)
    ours, room = by_deck(data)
    for name, theirs in (("LibreOffice", by_office(data)), ("betteroffice-pptx", by_better(data))):
        lines = report(name, ours, theirs, room) if theirs else iter((f"{name}: not on this machine",))
        sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
