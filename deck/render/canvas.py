"""An SVG that is being drawn: elements by name, lengths from EMU to its own units."""

from __future__ import annotations

import hashlib
import math
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
    paints: dict[object, str] = field(default_factory=dict)
    undrawn: dict[tuple[str, str], None] = field(default_factory=dict)
    """What is not drawn as it is: (what, the shape's name), each once, in painter's order."""

    def length(self, emu: float) -> float:
        return emu * self.scale

    def points(self, size: float) -> float:
        """A size in points, in units."""
        return size * EMU_PER_PT * self.scale

    def box(self, box: Box) -> dict[str, float]:
        return {"x": box.x * self.scale, "y": box.y * self.scale, "width": box.w * self.scale, "height": box.h * self.scale}

    def paint(self, paint: Paint, box: Box | None = None) -> str:
        """What `fill` or `stroke` says for a paint: its colour, or a gradient's from one colour to the next across `box` (the
        whole picture where there is none)."""
        if paint.kind == "none" or not paint.colors:
            return "none"
        if paint.kind != "gradient" or len(paint.colors) == 1:
            return f"#{paint.colors[0]}"
        frame = (0.0, 0.0, float(self.width), float(self.height)) if box is None else tuple(self.box(box).values())
        key = (paint, frame)
        if key not in self.paints:
            # Several pictures on a page share a paint of one name, and never two paints.
            name = f"paint-{hashlib.sha256(repr(key).encode()).hexdigest()[:12]}"
            self.paints[key] = name
            self._blend(name, paint, *frame)
        return f"url(#{self.paints[key]})"

    def _blend(self, name: str, paint: Paint, x: float, y: float, w: float, h: float) -> None:
        """A gradient's colours across a frame (20.1.8.41 lin, 20.1.8.46 path)."""
        count = len(paint.colors)
        stops = paint.stops or tuple((n / (count - 1), color, paint.alpha) for n, color in enumerate(paint.colors))
        units = {"id": name, "gradientUnits": "userSpaceOnUse"}
        if paint.focus is not None:
            cx, cy = x + w * paint.focus[0], y + h * paint.focus[1]
            reach = max(math.hypot(cx - px, cy - py) for px in (x, x + w) for py in (y, y + h))
            holder = add(self.root, "radialGradient", **units, cx=cx, cy=cy, r=max(reach, 0.1))
        else:
            across, down = math.cos(math.radians(paint.angle)), math.sin(math.radians(paint.angle))
            half = (abs(w * across) + abs(h * down)) / 2
            cx, cy = x + w / 2, y + h / 2
            ends = {"x1": cx - across * half, "y1": cy - down * half, "x2": cx + across * half, "y2": cy + down * half}
            holder = add(self.root, "linearGradient", **units, **ends)
        for stop, color, alpha in stops:
            opacity = round(alpha, 3) if alpha < 1 else None
            add(holder, "stop", offset=round(stop, 4), stop_color=f"#{color}", stop_opacity=opacity)

    def miss(self, what: str, name: str) -> None:
        """Something that is not drawn, or not as it is; `what` is a key of `deck.render.undrawn`."""
        self.undrawn[what, name] = None


def new_canvas(size: tuple[int, int], width: int, label: str) -> Canvas:
    """An empty picture of a slide `size` EMU large; `label`: its words for those who do not see it."""
    wide, high = size
    scale = width / wide if wide > 0 else 0.0
    height = round(high * scale) or round(width * 9 / 16)
    names: Any = {None: SVG}
    root = etree.Element(f"{{{SVG}}}svg", nsmap=names)
    for name, value in (("viewBox", f"0 0 {width} {height}"), ("role", "img"), ("class", "slide"), ("aria-label", label)):
        root.set(name, value)
    return Canvas(root, scale=scale, width=width, height=height)
