"""What words keep from an edge beside them: the slide's, that of a card which they stand on, a bar's above them."""

from __future__ import annotations

from collections.abc import Sequence

from deck.drawing.ground import flat
from deck.drawing.presets import text_rect
from deck.drawing.sheet import TITLES
from deck.geometry import Box, pt
from deck.template.layouts import DRAWN, UNWRITTEN, Drawn
from deck.template.model import Placeholder

TOUCHING, MARGIN = 0.012, 0.03
"""The shares of the slide's side: up to which words stand at its very edge, and the margin that they are given then."""
PADDING, AIR = pt(10), pt(8)
"""What words keep from the sides of a card that is as large as their place, and from a bar that ends where they begin."""
ON, MOST = 0.9, 0.5
"""The share of a place that a card is under, to be its card; and of it that it keeps at least."""
BROAD, THICK = 0.5, pt(4)
"""The share of a place's side along which something is a bar beside it, and how thick it is at least: a line may touch."""


def with_margins(role: str, box: Box, item: Placeholder, drawn: Drawn) -> Box:
    """A placeholder's place, off what it touches. A title stands on its bar as the house has it there, and words have margins
    of their own."""
    box = off_the_edge(role, box, item, drawn)
    if item.type in TITLES or role in UNWRITTEN:
        return box
    box = _on_card(box, drawn)
    return off_bars(box, drawn.layout.obstacles) if role in DRAWN else box


def off_the_edge(role: str, box: Box, item: Placeholder, drawn: Drawn) -> Box:
    """One that is filled is a bar from edge to edge, and stays; so does a picture's."""
    wide, high = drawn.scene.size
    margins, rim = item.style.insets, round(MARGIN * wide)
    own = [shape for shape in flat(drawn.scene.shapes) if shape.is_placeholder and shape.box == item.box]
    if any(shape.fill.kind != "none" for shape in own) or role in UNWRITTEN or box.w < 2 * rim:
        return box
    top, gaps, sides = box.y, (box.x, wide - box.right), (margins.left, margins.right)
    if role in DRAWN:
        # What is drawn there has no margins: it keeps off the edge as words would.
        at, kept = gaps, [max(rim, side) for side in sides]
    else:
        at, kept = [gap + side for gap, side in zip(gaps, sides, strict=True)], [rim, rim]
    left, right = (least - gap if gap < TOUCHING * wide else 0 for gap, least in zip(at, kept, strict=True))
    if item.style.levels[0].align == "ctr":
        # In the middle of the same place as before.
        left = right = max(left, right)
    if item.style.anchor == "t" and top + margins.top < TOUCHING * high:
        top = round(MARGIN * high) - margins.top
    return Box(box.x + left, top, box.w - left - right, max(box.bottom - top, box.h // 2))


def off_the_sides(box: Box, size: tuple[int, int]) -> Box:
    """A free box, whose words begin at its side."""
    gaps = (box.x, size[0] - box.right)
    left, right = (round(MARGIN * size[0]) - gap if gap < TOUCHING * size[0] else 0 for gap in gaps)
    return box if box.w < 2 * MARGIN * size[0] else box.inset(left, 0, right, 0)


def _on_card(box: Box, drawn: Drawn) -> Box:
    """Words that fill the card which they stand on lie upon its rounded corners."""
    for shape in flat(drawn.scene.shapes):
        card = shape.box
        if card not in drawn.layout.panels or shape.rotation or card.intersection(box).area < ON * box.area:
            continue
        room = text_rect(shape.geometry, card, shape.adjust)
        room = room.intersection(card.inset(PADDING, PADDING, PADDING, PADDING)).intersection(box)
        box = room if room.area >= MOST * box.area else box
    return box


def off_bars(box: Box, blocks: Sequence[Box], *, lines: bool = False) -> Box:
    """A place that a bar above or beside it, or a row of buttons, ends at, a little way from that. On its right, where lines end
    unevenly, from a panel that has that side of the slide: frames and columns reach to it. `lines`: off a line above it, too."""
    above = [bar for bar in blocks if (lines or bar.h >= THICK) and _short(box.y - bar.bottom)]
    across = sum(max(min(bar.right, box.right) - max(bar.x, box.x), 0) for bar in above)
    top = max(_short(box.y - bar.bottom) for bar in above) if across >= BROAD * box.w and above else 0
    left = _beside(box, [(bar, box.x - bar.right) for bar in blocks])
    panels = [bar for bar in blocks if bar.y <= THICK and bar.bottom >= box.bottom]
    return box.inset(left, top, _beside(box, [(bar, bar.x - box.right) for bar in panels]), 0)


def _beside(box: Box, gaps: Sequence[tuple[Box, int]]) -> int:
    """What a place lacks to the bars on one of its sides, each with its gap."""
    near = [(bar, _short(gap)) for bar, gap in gaps if bar.w >= THICK and _short(gap)]
    along = sum(max(min(bar.bottom, box.bottom) - max(bar.y, box.y), 0) for bar, _lack in near)
    return max((lack for _bar, lack in near), default=0) if along >= BROAD * box.h else 0


def _short(gap: int) -> int:
    """What a gap lacks; nothing where there is none."""
    return AIR - gap if 0 <= gap < AIR else 0


__all__ = ["MARGIN", "TOUCHING", "off_bars", "off_the_edge", "off_the_sides", "with_margins"]
