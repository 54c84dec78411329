"""An SVG that is being drawn: elements by name, lengths from EMU to its own units."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from deck.drawing import Paint
from deck.geometry import EMU_PER_PT, Box

SVG = "http://www.w3.org/2000/svg"


def add(parent: Any, name: str, words: str = "", /, **attributes: object) -> Any:
    """A child element; `class_` and `font_size` are written class and font-size, what is None is not written."""
    item = etree.SubElement(parent, f"{{{SVG}}}{name}")
    for key, value in attributes.items():
        if value is not None:
            item.set(key.rstrip("_").replace("_", "-"), f"{value:.1f}" if isinstance(value, float) else str(value))
    if words:
        item.text = words
    return item


@dataclass
class Canvas:
    """`scale`: units an EMU. `height` in units, as `width`."""

    root: Any
    scale: float
    width: int
    height: int
    paints: dict[Paint, str] = field(default_factory=dict)

    def length(self, emu: float) -> float:
        return emu * self.scale

    def points(self, size: float) -> float:
        """A size in points, in units."""
        return size * EMU_PER_PT * self.scale

    def box(self, box: Box) -> dict[str, float]:
        return {"x": box.x * self.scale, "y": box.y * self.scale, "width": box.w * self.scale, "height": box.h * self.scale}

    def paint(self, paint: Paint) -> str:
        """What `fill` or `stroke` says for a paint: its colour, or a gradient's from one colour to the next."""
        if paint.kind == "none" or not paint.colors:
            return "none"
        if paint.kind != "gradient" or len(paint.colors) == 1:
            return f"#{paint.colors[0]}"
        if paint not in self.paints:
            # Several pictures on a page share a paint of one name, and never two paints.
            name = f"paint-{hashlib.sha256(repr(paint).encode()).hexdigest()[:12]}"
            self.paints[paint] = name
            blend = add(self.root, "linearGradient", id=name, x1="0", y1="0", x2="0", y2="1")
            for n, color in enumerate(paint.colors):
                add(blend, "stop", offset=round(n / (len(paint.colors) - 1), 3), stop_color=f"#{color}")
        return f"url(#{self.paints[paint]})"


def new_canvas(size: tuple[int, int], width: int, label: str) -> Canvas:
    """An empty picture of a slide `size` EMU large; `label`: its words for those who do not see it."""
    wide, high = size
    scale = width / wide if wide > 0 else 0.0
    height = round(high * scale) or round(width * 9 / 16)
    names: Any = {None: SVG}
    root = etree.Element(f"{{{SVG}}}svg", nsmap=names)
    for name, value in (("viewBox", f"0 0 {width} {height}"), ("role", "img"), ("class", "slide"), ("aria-label", label)):
        root.set(name, value)
    return Canvas(root, scale, width, height)
