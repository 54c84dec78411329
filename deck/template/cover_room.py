"""How high the box of a cover's title is: a house whose own is one line draws it a line high, and a longer one would stand in it
much smaller. Where the slide has the same ground above or below, and nothing on it, the box grows into that."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from deck.brand.contrast import contrast, needed
from deck.geometry import EMU_PER_PT, Box, pt
from deck.template.glyphs import off_glyphs
from deck.template.headroom import letter_width
from deck.template.layouts import Drawn
from deck.template.model import Spot, TextStyle
from deck.template.plate import MOTLEY
from deck.template.spots import GAP, TemplateFrame, moved
from deck.template.subtitles import LINES
from deck.template.subtitles import needed as needed_by
from deck.template.type_area import LINE

COVER_LETTERS, MOST_LINES, RAGGED = 60, 3, 1.1
"""Letters of an ordinary cover's title, the most lines that a box is made for, and what is lost at their ends."""
NEARLY = 0.85
"""The share of its own size from which a title is nearly in it."""
PARTS = (1.0, 0.75, 0.5, 0.3)
"""Of what is missing, what is tried."""
SPLITS = {"b": ((1.0, 0.0), (0.5, 0.5), (0.0, 1.0)), "ctr": ((0.5, 0.5), (1.0, 0.0), (0.0, 1.0))}
FROM_THE_TOP = ((0.0, 1.0), (0.5, 0.5), (1.0, 0.0))
"""How much of that a box grows up and down, by where its words stand: first so that they stay there."""
EDGE = 0.05
"""The share of the slide's height that is left above and below."""
RIM = 0.03
"""The share of the slide's height that words keep off the edges of a field that they stand on, where their own box does."""
SAME = 1.05
"""The contrast under which two plain grounds are one: the upper edge of a pale card is an edge all the same."""
STRIPS = 12
"""Parts of a box's width by which it becomes narrower, to half of it."""
STEP, LEAST_PT = 2.0, 12.0
"""Steps between sizes that are tried, and the least of them, in points."""


def with_room(title: Spot, sub: Spot, drawn: Drawn, stage: TemplateFrame) -> tuple[Spot, Spot]:
    """A cover's title and subtitle clear of giant signs and of fields that they do not read upon, and with room for an ordinary
    title in nearly its own size, as far as the slide has it free; the subtitle under it moves along."""
    title, sub = (off_glyphs(_off_an_edge(spot, drawn), drawn) for spot in (_off_no_bar(title, drawn), sub))
    own = title.style.levels[0].size_pt
    if title.placeholder is None or title.plate or title.backing or fitting(title.box, title.style) >= NEARLY * own:
        return title, sub
    missing = _high(title.box, title.style, own) - title.box.h
    for part in PARTS if missing > 0 else ():
        for box, under in _tries(title, sub, round(part * missing)):
            if _is_free(title, sub, box, under, drawn, stage):
                grown = moved(title, box, drawn)
                below = sub if under == sub.box else moved(sub, under, drawn)
                if not grown.plate and (sub.plate or not below.plate):
                    return grown, below
    return title, sub


def _off_no_bar(title: Spot, drawn: Drawn) -> Spot:
    """The title in all of its own box, where it had been kept on what looks like a bar and is a photograph's darker part."""
    holder = title.placeholder
    if title.backing is None or holder is None or not holder.box.contains(title.box):
        return title
    whole = drawn.ground_for(holder.box, None, holder.box)
    motley = whole.kind == "picture" and len(whole.colors) >= MOTLEY
    return moved(title, holder.box, drawn) if motley and _bears(title, holder.box, drawn) else title


def _off_an_edge(spot: Spot, drawn: Drawn) -> Spot:
    """The spot without what of it is on a field, beside one, or on one end of a gradient, where its own colour does not read
    while it does on the rest."""
    box, level = spot.box, spot.style.levels[0]
    crossing = any(box.overlaps(panel) and not panel.contains(box) for panel in drawn.layout.panels)
    fading = spot.plate is not None and drawn.ground_for(box, None, box).kind == "gradient"
    if spot.placeholder is None or not (crossing or fading):
        return spot

    def reads(one: Spot) -> bool:
        return one.plate is None and one.palette.ground.all_against(level.color) >= needed(level.size_pt, level.bold)

    if reads(spot):
        return spot
    for n in range(1, STRIPS // 2 + 1):
        less = n * box.w // STRIPS
        left = {"ctr": less // 2, "r": less}.get(level.align, 0)
        narrow = moved(spot, Box(box.x + left, box.y, box.w - less, box.h), drawn)
        if reads(narrow):
            return narrow
    return spot


def _tries(title: Spot, sub: Spot, more: int) -> Iterator[tuple[Box, Box]]:
    """Boxes of title and subtitle, the title's so much higher."""
    box = title.box
    gap = sub.box.y - box.bottom
    for up, down in SPLITS.get(title.style.anchor, FROM_THE_TOP):
        high = Box(box.x, box.y - round(up * more), box.w, box.h + round(up * more) + round(down * more))
        far = max(high.bottom + min(gap, GAP) - sub.box.y, 0) if gap >= 0 else 0
        yield high, replace(sub.box, y=sub.box.y + far, h=min(sub.box.h, needed_by(sub.style, LINES)) if far else sub.box.h)


def _is_free(title: Spot, sub: Spot, box: Box, under: Box, drawn: Drawn, stage: TemplateFrame) -> bool:
    rim = round(EDGE * stage.size[1])
    page = Box(0, rim, stage.size[0], stage.size[1] - 2 * rim)
    held = [item.placeholder for item in (title, sub) if item.placeholder is not None]
    others = [item.box for item in drawn.layout.placeholders if item.box.area and item not in held]
    fields = (*drawn.layout.panels, *drawn.layout.obstacles)
    for was, now in ((title, box), (sub, under)):
        if was.box == now:
            continue
        blocks = [block for block in (*drawn.layout.obstacles, *others) if not block.overlaps(was.box, 6_350)]
        fresh = _strips(was.box, now)
        if any(not _within(strip, page) or any(strip.overlaps(block, 6_350) for block in blocks) for strip in fresh):
            return False
        if any(not _keeps_off(was.box, now, field, round(RIM * stage.size[1])) for field in fields):
            return False
        if not all(_bears(was, strip, drawn) for strip in fresh):
            return False
    return not box.overlaps(under, 6_350) or title.box.overlaps(sub.box, 6_350)


def _strips(was: Box, now: Box) -> list[Box]:
    """What a box takes above and below where it was."""
    over = Box(now.x, now.y, now.w, min(was.y, now.bottom) - now.y)
    top = max(was.bottom, now.y)
    return [strip for strip in (over, Box(now.x, top, now.w, now.bottom - top)) if strip.h > 0]


def _within(strip: Box, page: Box) -> bool:
    return page.y <= strip.y and strip.bottom <= page.bottom


def _keeps_off(was: Box, now: Box, field: Box, rim: int) -> bool:
    """Does a box keep off the edges of a field that it stands on, as far as it did?"""
    above, below = min(was.y - field.y, rim), min(field.bottom - was.bottom, rim)
    return not field.contains(was) or (now.y - field.y >= above and field.bottom - now.bottom >= below)


def _bears(spot: Spot, strip: Box, drawn: Drawn) -> bool:
    """Is a strip's ground the very one of the spot, or the next part of a picture that its words read on as well?"""
    own, found, level = spot.palette.ground, drawn.ground_for(strip, None, strip), spot.style.levels[0]
    if any(panel.contains(spot.box) != panel.contains(strip) for panel in drawn.layout.panels):
        return False
    if len(own.colors) == len(found.colors) == 1:
        return contrast(own.colors[0], found.colors[0]) < SAME
    return len(own.colors) > 1 and found.against(level.color) >= needed(level.size_pt, level.bold)


def fitting(box: Box, style: TextStyle) -> float:
    """The largest size, in points, up to its own in which an ordinary cover's title stands in a box."""
    size = style.levels[0].size_pt
    while size > LEAST_PT and _high(box, style, size) > box.h:
        size -= STEP
    return size


def _high(box: Box, style: TextStyle, size: float) -> int:
    """What such a title takes in that size, in EMU."""
    level, margins = style.levels[0], style.insets
    wide = max(box.w - margins.left - margins.right, 1) / EMU_PER_PT
    lines = min(math.ceil(COVER_LETTERS * letter_width(style) * size * RAGGED / wide), MOST_LINES)
    return pt(lines * LINE * size * max(level.line_spacing, 1.0)) + margins.top + margins.bottom


__all__ = ["fitting", "with_room"]
