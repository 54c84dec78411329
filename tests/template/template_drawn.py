"""Layouts drawn by hand around the placeholders that a test is about."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from deck.drawing import Paint, Scene
from deck.drawing.model import SceneShape
from deck.geometry import Box
from deck.package import Package
from deck.template import default_template_path
from deck.template.layouts import Drawn
from deck.template.model import Ground, Layout, Placeholder, Template, TextLevel, TextStyle
from deck.template.palette import palette_on
from deck.template.reader import read_drawn
from deck.template.spots import TemplateFrame

SIZE = (12_000_000, 7_000_000)
STAGE = TemplateFrame(SIZE, Box(600_000, 420_000, 10_800_000, 6_000_000), "Georgia", "Arial")
RGB = {"tx1": "000000", "bg1": "FFFFFF", "tx2": "44546A", "bg2": "E7E6E6", "accent1": "4472C4", "accent2": "C04000"}
STYLE = TextStyle((TextLevel("Arial", 24),) * 9)
BARE = Package({}, {}, {}, {})


def holder(
    kind: str, idx: int, box: tuple[int, int, int, int], name: str = "", rotation: int = 0, vert: str = "horz"
) -> Placeholder:
    """A placeholder; its box in hundredths of the slide's sides."""
    x, y, w, h = box
    wide, high = SIZE[0] // 100, SIZE[1] // 100
    place = Box(x * wide, y * high, w * wide, h * high)
    style = TextStyle(STYLE.levels, vert=vert)
    return Placeholder(kind, idx, name or f"{kind} {idx}", place, style, rotation=rotation)


def drawn(
    *holders: Placeholder,
    name: str = "Layout",
    kind: str = "",
    obstacles: tuple[Box, ...] = (),
    furniture: tuple[Placeholder, ...] = (),
    panels: tuple[Box, ...] = (),
    ground: str = "FFFFFF",
    shapes: tuple[SceneShape, ...] = (),
) -> Drawn:
    palette = palette_on(Ground((ground,)), RGB)
    layout = Layout(f"ppt/slideLayouts/{name}.xml", name, kind, "m", "t", holders, furniture, obstacles, palette, panels=panels)
    return Drawn(layout, Scene(layout.part, SIZE, Paint("solid", (ground,)), shapes), BARE, STYLE)


def styled(item: Placeholder, **looks: Any) -> Placeholder:
    """The placeholder with another look of its words on every level."""
    return replace(item, style=replace(item.style, levels=tuple(replace(level, **looks) for level in item.style.levels)))


TITLE = holder("title", 0, (5, 5, 90, 15))
BODY = holder("obj", 1, (5, 25, 90, 65))
LEFT, RIGHT = holder("obj", 1, (5, 25, 43, 65)), holder("obj", 2, (52, 25, 43, 65))


@cache
def default() -> tuple[Template, tuple[Drawn, ...]]:
    return read_drawn(default_template_path())
