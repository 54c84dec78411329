"""Contrast by rendered pixels: a deck drawn as it is and once more without its words; what differs are the words, and what was
drawn without them is their ground. Nothing here knows a theme, a colour map or a fill."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageFilter, ImageMath

from deck.brand.contrast import needed
from deck.check.subject import SlideRef, Subject
from deck.check.words import Words, turned, words_of
from deck.package import Package, package_bytes, parse_xml, serialise
from deck.raster import svg_png
from deck.render import draw_slide, svg_of

WIDTH = 1280
TENTHS = 10
"""A contrast of 21:1 is the grey 210."""
STROKE = 7
"""Pixels across within which a stroke of small type is as dark as it gets: its edges are soft."""
SEEN = 5
"""Steps of 255 in one channel from which a pixel is another."""
MOST_FAILING = 0.10
"""Of the words' pixels may read less: a rim where a picture changes is not what they are read by."""
AGREES = 0.93
"""A stroke a pixel wide is a little paler than its colour."""
UNSEEN = "\u200b"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
Pages = Callable[[Package, str], list[Image.Image]]
"""A package and a name for it → a picture of each slide, WIDTH pixels wide."""


@dataclass(frozen=True)
class Shown:
    """A text as it shows: the contrast that nine in ten of its pixels have (1.0 where nothing shows), and what it asks for."""

    slide: int
    shape: str
    words: str
    ratio: float
    asked: float

    @property
    def fails(self) -> bool:
        return self.ratio < self.asked * AGREES


def without_words(package: Package) -> Package:
    """The same deck with a sign that does not show for every text of its slides (a placeholder without any would be left out, its
    ground with it); charts keep theirs."""
    parts: dict[str, bytes | None] = {}
    for name in package.parts:
        if not re.fullmatch(r"ppt/slides/[^/]+\.xml", name):
            continue
        root = parse_xml(package.parts[name])
        for item in list(root.iter(f"{A}t", f"{A}fld")):
            if item.tag == f"{A}t":
                item.text = UNSEEN
            else:
                item.tag = f"{A}r"
                item.attrib.clear()
        parts[name] = serialise(root)
    return package.replace(parts)


def ours(package: Package, _name: str) -> list[Image.Image]:
    """By deck's own drawing."""
    subject = Subject(package)
    found = []
    for slide in subject.slides:
        canvas = draw_slide(subject.sheets, subject.scene(slide.part))
        found.append(Image.open(io.BytesIO(svg_png(svg_of(canvas), width=WIDTH))).convert("RGB"))
    return found


def by_libreoffice(folder: Path) -> Pages:
    """By LibreOffice and poppler, with a profile of its own in `folder`."""
    office, poppler = shutil.which("soffice"), shutil.which("pdftoppm")
    assert office and poppler

    def pages(package: Package, name: str) -> list[Image.Image]:
        source, out = folder / f"{name}.pptx", folder / "pages"
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir(parents=True)
        source.write_bytes(package_bytes(package))
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
        subprocess.run(command, capture_output=True, timeout=300, check=True)
        pdf = folder / f"{name}.pdf"
        draw = [poppler, "-scale-to-x", str(WIDTH), "-scale-to-y", "-1", "-png", str(pdf), str(out / "page")]
        subprocess.run(draw, capture_output=True, timeout=300, check=True)
        return [Image.open(path).convert("RGB") for path in sorted(out.glob("page*.png"))]

    return pages


def _luminance(image: Image.Image) -> Image.Image:
    """Relative luminance (WCAG 2.1), mode F."""

    def linear(args: Any, channel: str) -> Any:
        return ((args["float"](args[channel]) / 255.0 + 0.055) / 1.055) ** 2.4

    red, green, blue = image.split()
    return ImageMath.lambda_eval(
        lambda args: linear(args, "r") * 0.2126 + linear(args, "g") * 0.7152 + linear(args, "b") * 0.0722, r=red, g=green, b=blue
    )


def contrasts(drawn: Image.Image, bare: Image.Image) -> tuple[Image.Image, Image.Image]:
    """The best contrast about each pixel with what is drawn without words, in tenths (mode L), and where there are words."""
    above, below = _luminance(drawn), _luminance(bare)
    ratio = ImageMath.lambda_eval(
        lambda args: args["convert"](
            (args["max"](args["a"], args["b"]) + 0.05) / (args["min"](args["a"], args["b"]) + 0.05) * TENTHS + 0.5, "L"
        ),
        a=above,
        b=below,
    )
    red, green, blue = ImageChops.difference(drawn, bare).split()
    changed = ImageChops.lighter(ImageChops.lighter(red, green), blue).point([255 * (n >= SEEN) for n in range(256)])
    return ratio.filter(ImageFilter.MaxFilter(STROKE)), changed


def _judged(slide: SlideRef, words: Words, scale: float, ratio: Image.Image, seen: Image.Image) -> Shown | None:
    box = turned(words.box, words.shape.rotation) if words.row < 0 else words.box
    frame = (round(box.x * scale), round(box.y * scale), round(box.right * scale), round(box.bottom * scale))
    frame = (max(frame[0], 0), max(frame[1], 0), min(frame[2], ratio.width), min(frame[3], ratio.height))
    if frame[2] - frame[0] < 2 or frame[3] - frame[1] < 2:
        return None
    counts = ratio.crop(frame).histogram(seen.crop(frame))
    total, gathered, found = sum(counts), 0, 1.0
    for tenths, count in enumerate(counts):
        gathered += count
        if total and gathered > MOST_FAILING * total:
            found = tenths / TENTHS
            break
    runs = [run for paragraph in words.text.paragraphs for run in paragraph.runs if run.text.strip()]
    norm = words.text.style.font_scale if words.text.style.autofit == "norm" else 1.0
    asked = max(needed(run.size_pt * norm, run.bold) for run in runs)
    return Shown(slide.number, words.name, words.text.text[:60].replace("\n", " / "), found, asked)


def judged(package: Package, pages: Pages, drawn: list[Image.Image] | None = None) -> list[Shown]:
    """Every text of the deck's slides as it shows in `pages`; `drawn`: the deck's pictures, where they are there already."""
    subject = Subject(package)
    drawn, bare = drawn or pages(package, "with"), pages(without_words(package), "without")
    visible = [slide for slide in subject.slides if not slide.hidden]
    assert len(drawn) == len(bare) == len(visible), (len(drawn), len(bare), len(visible))
    found: list[Shown] = []
    for slide, one, other in zip(visible, drawn, bare, strict=True):
        ratio, seen = contrasts(one, other)
        scale = WIDTH / subject.scene(slide.part).size[0]
        found += [item for words in words_of(subject, slide) if (item := _judged(slide, words, scale, ratio, seen))]
    return found


def failing(shown: Sequence[Shown]) -> list[Shown]:
    return [item for item in shown if item.fails]


__all__ = ["Shown", "by_libreoffice", "contrasts", "failing", "judged", "ours", "without_words"]
