"""Round and slanted fields that a cover's words stand across: where the house's words read on all of them they are ground."""

from __future__ import annotations

from collections.abc import Sequence

from deck.brand.contrast import needed
from deck.drawing.ground import covers, flat, turned
from deck.drawing.model import Scene, SceneShape
from deck.drawing.sheet import TITLES
from deck.geometry import Box
from deck.package import Package
from deck.template.model import Placeholder
from deck.template.palette import ground_under
from deck.template.seen import SQUARE

FRONT = (*TITLES, "subTitle")
"""Placeholders of a cover's few words."""


def soft_fields(package: Package, drawn: Scene, holders: Sequence[Placeholder]) -> tuple[SceneShape, ...]:
    """The plain shapes, without corners, lines or words, that a cover has its title or subtitle across, where these are read in
    their own colours on everything behind them (WCAG 2.1, 1.4.3)."""
    words = [item for item in holders if item.type in FRONT and item.box.area]
    if "subTitle" not in {item.type for item in words} or any(item.type == "obj" for item in holders):
        return ()
    found = [shape for shape in flat(drawn.shapes) if _is_soft(shape) and _across(shape, words, Box(0, 0, *drawn.size))]
    return tuple(found) if found and all(_reads(package, drawn, item) for item in words) else ()


def _is_soft(shape: SceneShape) -> bool:
    if shape.hidden or shape.is_placeholder or (shape.text is not None and shape.text.text.strip()):
        return False
    plain = shape.kind == "shape" and shape.fill.kind == "solid" and shape.line.kind == "none" and covers(shape)
    return plain and shape.geometry not in (*SQUARE, "custom")


def _across(shape: SceneShape, words: Sequence[Placeholder], slide: Box) -> bool:
    box = turned(shape.box, shape.rotation).intersection(slide)
    return any(box.overlaps(item.box) and not box.contains(item.box) for item in words)


def _reads(package: Package, drawn: Scene, item: Placeholder) -> bool:
    ground, first = ground_under(package, drawn, item.box), item.style.levels[0]
    known = ground.kind in ("solid", "gradient")
    return known and bool(first.color) and ground.all_against(first.color) >= needed(first.size_pt, first.bold)


__all__ = ["soft_fields"]
