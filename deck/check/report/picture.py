"""A slide's picture with the spots marked, as SVG: upon a rendering where one can be had, else upon the scene's own boxes."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import Any

from lxml import etree

from deck.check.accessible.contrast import settings_of
from deck.check.subject import SlideRef, Subject
from deck.drawing import SceneShape
from deck.drawing.ground import flat
from deck.drawing.presets import text_rect
from deck.geometry import EMU_PER_PT, Box

SVG = "http://www.w3.org/2000/svg"
WIDTH = 960
"""The picture's width in its own units; its height follows the slide's."""
MOST_LINES = 400
MOST_BYTES, MOST_PIXELS = 20_000_000, 40_000_000


@dataclass(frozen=True, slots=True)
class Spot:
    """A numbered place on the slide; several findings may share it."""

    number: int
    box: Box
    level: str


def slide_svg(subject: Subject, slide: SlideRef, spots: Iterable[Spot], label: str) -> str:
    """The slide as an inline SVG with `label` as its words for those who do not see it."""
    wide, high = subject.sheets.size
    scale = WIDTH / wide if wide > 0 else 0.0
    height = round(high * scale) or 540
    names: Any = {None: SVG}
    root = etree.Element(f"{{{SVG}}}svg", nsmap=names)
    for name, value in (("viewBox", f"0 0 {WIDTH} {height}"), ("role", "img"), ("class", "slide"), ("aria-label", label)):
        root.set(name, value)
    data = _rendered(subject, slide)
    if data:
        kind = "image/jpeg" if data[:2] == b"\xff\xd8" else "image/png"
        href = f"data:{kind};base64,{base64.b64encode(data).decode()}"
        _add(root, "image", href=href, width=WIDTH, height=height, preserveAspectRatio="none")
    else:
        _schematic(root, subject, slide, scale, height)
    for spot in spots:
        _spot(root, spot, scale, height)
    return etree.tostring(root, encoding="unicode")


def _add(parent: Any, name: str, text: str = "", **attributes: object) -> Any:
    item = etree.SubElement(parent, f"{{{SVG}}}{name}")
    for key, value in attributes.items():
        item.set(key.rstrip("_").replace("_", "-"), f"{value:.1f}" if isinstance(value, float) else str(value))
    if text:
        item.text = text
    return item


def _rendered(subject: Subject, slide: SlideRef) -> bytes:
    """A small picture of the slide by deck.render; empty where there is none or it cannot draw this slide."""
    try:
        render = import_module("deck.render").render_png
        return _small(render(subject.package, slide.part, width=WIDTH))
    except Exception:
        return b""


def _small(png: bytes) -> bytes:
    """As JPEG where that is less: a page with fifty slides is to be sent by mail."""
    from PIL import Image

    with Image.open(io.BytesIO(png)) as image:
        out = io.BytesIO()
        image.convert("RGB").save(out, "JPEG", quality=78, optimize=True)
    return min(png, out.getvalue(), key=len)


def _schematic(root: Any, subject: Subject, slide: SlideRef, scale: float, height: int) -> None:
    scene = subject.scene(slide.part)
    ground = scene.background.colors[0] if scene.background.colors else "FFFFFF"
    _add(root, "rect", width=WIDTH, height=height, fill=f"#{ground}")
    for shape in flat(scene.shapes):
        if not shape.hidden:
            _shape(root, shape, scale)
            _photo(root, subject, shape, scale)
    for x, y, size, words, color, bold in _lines(subject, slide):
        _add(
            root, "text", words, x=x * scale, y=y * scale, font_size=max(size * EMU_PER_PT * scale, 4.0), fill=f"#{color}",
            font_family="Arial, sans-serif", font_weight="bold" if bold else "normal",
        )  # fmt: skip


def _shape(root: Any, shape: SceneShape, scale: float) -> None:
    box = shape.box
    paint = shape.fill.colors[0] if shape.fill.colors and shape.fill.kind != "none" else ""
    line = shape.line.colors[0] if shape.line.colors and shape.line.kind != "none" else ""
    if shape.kind in ("picture", "chart", "diagram", "media", "ole", "table"):
        paint, line = paint or "EEEEEE", line or "999999"
    if not (paint or line) or (box.w <= 0 and box.h <= 0):
        return
    look = {
        "fill": f"#{paint}" if paint else "none",
        "stroke": f"#{line}" if line else "none",
        "fill_opacity": float(shape.fill.alpha),
    }
    x, y, w, h = (value * scale for value in (box.x, box.y, box.w, box.h))
    if shape.kind == "connector" or shape.geometry == "line":
        y1, y2 = (y + h, y) if shape.flip_v != shape.flip_h else (y, y + h)
        _add(root, "line", x1=x, y1=y1, x2=x + w, y2=y2, stroke=look["stroke"])
    elif shape.geometry == "ellipse":
        _add(root, "ellipse", cx=x + w / 2, cy=y + h / 2, rx=w / 2, ry=h / 2, **look)
    elif shape.rings:
        for ring in shape.rings[:500]:
            points = " ".join(f"{(box.x + px) * scale:.1f},{(box.y + py) * scale:.1f}" for px, py in ring)
            _add(root, "polygon", points=points, **look)
    else:
        _add(root, "rect", x=x, y=y, width=w, height=h, rx=min(w, h) * 0.12 if shape.geometry == "roundRect" else 0.0, **look)


def _photo(root: Any, subject: Subject, shape: SceneShape, scale: float) -> None:
    """A picture, small, where it stands; nothing where it cannot be read."""
    data = subject.package.parts.get(shape.part, b"") if shape.kind == "picture" else b""
    href = _thumbnail(data) if data and len(data) < MOST_BYTES else ""
    if href and not any(side < 0 for side in shape.crop):
        box = shape.box
        left, top, right, bottom = (side / 100_000 for side in shape.crop)
        wide, high = box.w / max(1 - left - right, 0.01), box.h / max(1 - top - bottom, 0.01)
        # What is cut away lies outside the inner frame.
        frame = _add(root, "svg", x=box.x * scale, y=box.y * scale, width=box.w * scale, height=box.h * scale)
        _add(
            frame, "image", href=href, x=-left * wide * scale, y=-top * high * scale, width=wide * scale, height=high * scale,
            preserveAspectRatio="none",
        )  # fmt: skip


@lru_cache(maxsize=256)
def _thumbnail(data: bytes) -> str:
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > MOST_PIXELS or image.format in ("WMF", "EMF"):
                return ""
            small = image.convert("RGBA")
            small.thumbnail((320, 320))
            out = io.BytesIO()
            small.save(out, "PNG", optimize=True)
    except Exception:
        return ""
    return f"data:image/png;base64,{base64.b64encode(out.getvalue()).decode()}"


def _lines(subject: Subject, slide: SlideRef) -> Iterator[tuple[int, int, float, str, str, bool]]:
    """x, baseline, size, words, colour and weight of each paragraph's lines, roughly broken to their measured number."""
    for words, setting in settings_of(subject, slide)[:MOST_LINES]:
        for n, paragraph in enumerate(words.text.paragraphs):
            boxes = [line.box for line in setting.lines if line.paragraph == n]
            run = next((run for run in paragraph.runs if run.text.strip()), None)
            if run is None:
                continue
            if not boxes:
                inner = text_rect(words.shape.geometry, words.box, words.shape.adjust)
                boxes = [Box(inner.x, inner.y, inner.w, round(run.size_pt * EMU_PER_PT * 1.2))]
            for box, piece in zip(boxes, _pieces(paragraph.text.replace("\v", " "), boxes), strict=False):
                yield box.x, box.y + round(box.h * 0.8), run.size_pt * words.text.style.font_scale, piece, run.color, run.bold


def _pieces(text: str, boxes: list[Box]) -> list[str]:
    """Words shared out over lines by the lines' widths."""
    words, total = text.split(), sum(box.w for box in boxes) or 1
    found: list[str] = []
    for n, box in enumerate(boxes):
        room = round(len(text) * box.w / total) + 1
        line = ""
        while words and (not line or len(line) + 1 + len(words[0]) <= room or n == len(boxes) - 1):
            line = f"{line} {words.pop(0)}".strip()
        found.append(line)
    return found


def _spot(root: Any, spot: Spot, scale: float, height: int) -> None:
    """A frame that shows on any ground: dark within light, with its number on a disc."""
    x, y = max(spot.box.x * scale, 2.0), max(spot.box.y * scale, 2.0)
    right, bottom = min(spot.box.right * scale, WIDTH - 2.0), min(spot.box.bottom * scale, height - 2.0)
    x, y = min(x, WIDTH - 20.0), min(y, height - 20.0)
    w, h = max(right - x, 14.0), max(bottom - y, 14.0)
    group = _add(root, "g", class_=f"spot {spot.level}")
    _add(group, "rect", x=x, y=y, width=w, height=h, fill="none", stroke="#ffffff", stroke_width=7)
    _add(group, "rect", x=x, y=y, width=w, height=h, fill="none", class_="edge", stroke="#b00020", stroke_width=4)
    cx, cy = min(max(x, 16.0), WIDTH - 16.0), min(max(y, 16.0), height - 16.0)
    _add(group, "circle", cx=cx, cy=cy, r=15, class_="disc", fill="#b00020", stroke="#ffffff", stroke_width=2)
    _add(group, "text", str(spot.number), x=cx, y=cy + 6, text_anchor="middle", font_size=17, font_weight="bold", fill="#ffffff",
         font_family="Arial, sans-serif")  # fmt: skip
