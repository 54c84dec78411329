"""A cover's words keep beside signs that are as large as pictures."""

from __future__ import annotations

from deck.brand.contrast import contrast
from deck.drawing.ground import flat
from deck.geometry import Box
from deck.template.layouts import Drawn
from deck.template.model import Spot
from deck.template.signs import sign_of
from deck.template.spots import GAP, moved

GIANT = 3.0
"""How many times as large as the words beside it such a sign is at least."""
SEEN = 1.15
"""The contrast to the ground from which it is seen through words."""
KEPT = 0.6
"""The share of its width that a place keeps at least: where a sign takes more, words stand upon it as the house has them."""


def off_glyphs(spot: Spot, drawn: Drawn) -> Spot:
    """The spot without the side of it that a giant sign takes."""
    level, box = spot.style.levels[0], spot.box
    for shape in flat(drawn.scene.shapes):
        sign = None if shape.hidden or shape.is_placeholder else sign_of(shape, GIANT * level.size_pt)
        if sign is None or not sign.across.overlaps(box) or contrast(sign.color, drawn.ground(box).colors[0]) < SEEN:
            continue
        left = Box(box.x, box.y, sign.across.x - GAP - box.x, box.h)
        right = Box(sign.across.right + GAP, box.y, box.right - sign.across.right - GAP, box.h)
        beside = max(left, right, key=lambda part: part.w)
        if beside.w >= KEPT * spot.box.w:
            box = beside
    return spot if box == spot.box else moved(spot, box, drawn)


__all__ = ["off_glyphs"]
