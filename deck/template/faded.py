"""Pictures at a slide's head or foot that fade into the page: where nothing of them is seen any more, they are in nobody's
way."""

from __future__ import annotations

from deck.brand.contrast import contrast
from deck.drawing.ground import flat, ground_behind
from deck.drawing.model import Scene
from deck.geometry import Box
from deck.package import Package
from deck.template.seen import PALE

ACROSS, DEEP = 0.9, 0.15
"""Shares of the slide: the width and the height from which a block is a band that may fade."""
STRIPS = 24
"""Strips in which it is felt how far it is seen."""


def as_seen(package: Package, drawn: Scene, block: Box) -> Box:
    """A block in EMU without the strips at its inner edge where all that is drawn looks like the plain page beyond it."""
    wide, high = drawn.size
    head, foot = block.y <= 0, block.bottom >= high
    if block.w < ACROSS * wide or block.h < DEEP * high or head == foot:
        return block
    shapes = tuple(shape for shape in flat(drawn.shapes) if not (shape.hidden or shape.is_placeholder))
    beyond = Box(0, block.bottom, wide, high // 10) if head else Box(0, block.y - high // 10, wide, high // 10)
    page = ground_behind(package, drawn, shapes, beyond)
    paper = next(iter(page.colors), "")
    if not paper or any(contrast(color, paper) >= PALE for color in page.colors):
        return block
    step, left = block.h // STRIPS, block.h
    while left > step:
        strip = Box(block.x, block.y + left - step if head else block.bottom - left, block.w, step)
        if any(contrast(color, paper) >= PALE for color in ground_behind(package, drawn, shapes, strip).colors):
            break
        left -= step
    return Box(block.x, block.y if head else block.bottom - left, block.w, left)


__all__ = ["as_seen"]
