"""Our widths against a layout engine that shapes and kerns: LibreOffice, on a page of single lines."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from deck.fonts import measure

WORDS = "Vägledning för lokalt arbete med miljömål, tjänstemän och förtroendevalda"
CASES = [
    (font, size, bold)
    for font in ("Arial", "Calibri", "Cambria", "Times New Roman")
    for size in (18, 24)
    for bold in (False, True)
]
PROGRAMS = ("soffice", "pdftotext")


def _pdf(folder: Path) -> Path:
    from pptx import Presentation
    from pptx.util import Cm, Pt

    deck = Presentation()
    deck.slide_width, deck.slide_height = Cm(50), Cm(60)
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    for n, (font, size, bold) in enumerate(CASES):
        frame = slide.shapes.add_textbox(Cm(1), Cm(1 + 3 * n), Cm(48), Cm(2)).text_frame
        run = frame.paragraphs[0].add_run()
        run.text = WORDS
        run.font.name, run.font.size, run.font.bold = font, Pt(size), bold
    source = folder / "widths.pptx"
    deck.save(str(source))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return source.with_suffix(".pdf")


def test_widths_agree_with_libreoffice_within_one_per_cent(tmp_path: Path) -> None:
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing:
        message = f"not on this machine: {', '.join(missing)}"
        if os.environ.get("DECK_REQUIRE_PARTS"):
            pytest.fail(message)
        pytest.skip(message)
    out = subprocess.run(["pdftotext", "-bbox", str(_pdf(tmp_path)), "-"], check=True, capture_output=True, text=True).stdout
    boxes = [(float(a), float(b), word) for a, b, word in re.findall(r'xMin="([\d.]+)".*?xMax="([\d.]+)".*?>([^<]+)</word>', out)]
    count = len(WORDS.split())
    assert len(boxes) == count * len(CASES)
    for n, (font, size, bold) in enumerate(CASES):
        line = boxes[n * count : (n + 1) * count]
        theirs = line[-1][1] - line[0][0]
        ours = measure(WORDS, font, size, bold)
        assert 0.995 * theirs <= ours <= 1.01 * theirs, (font, size, bold, ours / theirs)
