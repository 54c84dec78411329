"""Round and slanted fields that a cover's words cannot but stand across: where they read on all of them these are ground."""

from __future__ import annotations

from collections.abc import Sequence

from deck.brand.contrast import needed
from deck.drawing.ground import covers
from deck.drawing.model import Scene, SceneShape
from deck.drawing.sheet import TITLES
from deck.geometry import Box
from deck.package import Package
from deck.template.clear import clear_of
from deck.template.model import Placeholder
from deck.template.palette import ground_under
from deck.template.seen import SQUARE, SeenShape

FRONT = (*TITLES, "subTitle")
"""Placeholders of a cover's few words."""
BROAD = 0.1
"""The share of the slide from which a free shape is a field."""
KEPT = 0.6
"""The share of its box that is enough for a title beside what is drawn there."""


def soft_fields(
    package: Package, drawn: Scene, decorations: Sequence[SeenShape], holders: Sequence[Placeholder]
) -> tuple[SeenShape, ...]:
    """Those of a cover's `decorations` that are plain, without corners, lines or words, where title or subtitle find no place
    beside them, and both are read in their own colours on everything behind them (WCAG 2.1, 1.4.3)."""
    words = [item for item in holders if item.type in FRONT and item.box.area]
    if "subTitle" not in {item.type for item in words} or any(item.type == "obj" for item in holders):
        return ()
    least = BROAD * drawn.size[0] * drawn.size[1]
    found = tuple(item for item in decorations if _is_soft(item.shape, item.box.area >= least) and _under(item, words))
    parts = [part for item in found for part in item.seen]
    crowded = any(_crowded(item.box, parts) for item in words)
    return found if crowded and all(_reads(package, drawn, item) for item in words) else ()


def _is_soft(shape: SceneShape, broad: bool) -> bool:
    """A free shape may be a sign, where it is not broad, or of several parts."""
    if shape.hidden or shape.is_placeholder or (shape.text is not None and shape.text.text.strip()):
        return False
    plain = shape.kind == "shape" and shape.fill.kind == "solid" and shape.line.kind == "none" and covers(shape)
    return plain and shape.geometry not in SQUARE and (shape.geometry != "custom" or (broad and len(shape.rings) == 1))


def _under(item: SeenShape, words: Sequence[Placeholder]) -> bool:
    return any(part.overlaps(one.box) for part in item.seen for one in words)


def _crowded(box: Box, parts: Sequence[Box]) -> bool:
    """Do shapes reach into what is left of a box where it has given way to them?"""
    left = clear_of(box, list(parts), keep=KEPT)
    return any(left.overlaps(part, 6_350) for part in parts)


def _reads(package: Package, drawn: Scene, item: Placeholder) -> bool:
    ground, first = ground_under(package, drawn, item.box), item.style.levels[0]
    known = ground.kind in ("solid", "gradient")
    return known and bool(first.color) and ground.all_against(first.color) >= needed(first.size_pt, first.bold)


__all__ = ["soft_fields"]
