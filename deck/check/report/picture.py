"""A slide's picture with the spots of findings marked, as SVG."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from deck.check.subject import SlideRef, Subject
from deck.geometry import Box
from deck.render import WIDTH, Canvas, add, draw_slide, svg_of


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbered place on the slide; several findings may share it."""

    number: int
    box: Box
    level: str


def slide_svg(subject: Subject, slide: SlideRef, spots: Iterable[Mark], label: str) -> str:
    """The slide as an inline SVG with `label` as its words for those who do not see it."""
    canvas = draw_slide(subject.sheets, subject.scene(slide.part), label)
    for spot in spots:
        _spot(canvas, spot)
    return svg_of(canvas)


def _spot(canvas: Canvas, spot: Mark) -> None:
    """A frame that shows on any ground: dark within light, with its number on a disc."""
    scale, height = canvas.scale, canvas.height
    x, y = max(spot.box.x * scale, 2.0), max(spot.box.y * scale, 2.0)
    right, bottom = min(spot.box.right * scale, WIDTH - 2.0), min(spot.box.bottom * scale, height - 2.0)
    x, y = min(x, WIDTH - 20.0), min(y, height - 20.0)
    w, h = max(right - x, 14.0), max(bottom - y, 14.0)
    group = add(canvas.root, "g", class_=f"spot {spot.level}")
    add(group, "rect", x=x, y=y, width=w, height=h, fill="none", stroke="#ffffff", stroke_width=7)
    add(group, "rect", x=x, y=y, width=w, height=h, fill="none", class_="edge", stroke="#b00020", stroke_width=4)
    cx, cy = min(max(x, 16.0), WIDTH - 16.0), min(max(y, 16.0), height - 16.0)
    add(group, "circle", cx=cx, cy=cy, r=15, class_="disc", fill="#b00020", stroke="#ffffff", stroke_width=2)
    add(
        group,
        "text",
        str(spot.number),
        x=cx,
        y=cy + 6,
        text_anchor="middle",
        font_size=17,
        font_weight="bold",
        fill="#ffffff",
        font_family="Arial, sans-serif",
    )
