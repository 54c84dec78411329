"""Signs that a house draws as large as pictures, a quotation mark or an ampersand: words keep beside them."""

from __future__ import annotations

from deck.brand.contrast import contrast
from deck.drawing.ground import flat
from deck.drawing.model import SceneShape
from deck.fonts import em_width
from deck.geometry import EMU_PER_PT, Box
from deck.template.layouts import Drawn
from deck.template.model import Spot
from deck.template.spots import GAP, moved

GIANT, MOST = 3.0, 2
"""How many times as large as the words beside it such a sign is at least, and how many signs it has at most."""
SEEN = 1.15
"""The contrast to the ground from which it is seen through words."""
KEPT = 0.6
"""The share of its width that a place keeps at least: where a sign takes more, words stand upon it as the house has them."""


def off_glyphs(spot: Spot, drawn: Drawn) -> Spot:
    """The spot without the side of it that a giant sign takes."""
    level, box = spot.style.levels[0], spot.box
    for shape in flat(drawn.scene.shapes):
        sign = None if shape.hidden or shape.is_placeholder else _sign(shape, GIANT * level.size_pt)
        if sign is None or not sign[0].overlaps(box) or contrast(sign[1], drawn.ground(box).colors[0]) < SEEN:
            continue
        left = Box(box.x, box.y, sign[0].x - GAP - box.x, box.h)
        right = Box(sign[0].right + GAP, box.y, box.right - sign[0].right - GAP, box.h)
        beside = max(left, right, key=lambda part: part.w)
        if beside.w >= KEPT * spot.box.w:
            box = beside
    return spot if box == spot.box else moved(spot, box, drawn)


def _sign(shape: SceneShape, least_pt: float) -> tuple[Box, str] | None:
    """Where a shape's sign stands that is so large, as far as its letter is wide, and its colour (RRGGBB)."""
    paragraphs = [item for item in (shape.text.paragraphs if shape.text is not None else ()) if item.text.strip()]
    words = "".join(item.text.strip() for item in paragraphs)
    runs = [run for item in paragraphs for run in item.runs if run.text.strip()]
    if not words or len(words) > MOST or any(map(str.isalnum, words)) or runs[0].size_pt < least_pt or shape.text is None:
        return None
    insets, align = shape.text.style.insets, paragraphs[0].style.align
    inner = shape.box.inset(insets.left, 0, insets.right, 0)
    wide = min(round(em_width(words, runs[0].font, runs[0].bold) * runs[0].size_pt * EMU_PER_PT), inner.w)
    x = inner.x + {"ctr": (inner.w - wide) // 2, "r": inner.w - wide}.get(align, 0)
    return Box(x, shape.box.y, wide, shape.box.h), runs[0].color


__all__ = ["off_glyphs"]
