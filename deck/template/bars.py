"""Titles on a bar that is lower than they are: which part of their box is on it."""

from __future__ import annotations

from collections.abc import Callable

from deck.brand.contrast import LARGE_TEXT
from deck.brand.oklch import apart
from deck.geometry import Box
from deck.template.layouts import Drawn
from deck.template.model import Insets, Placeholder
from deck.template.type_area import lines_box

STEPS = 8
"""Parts of a title's height by which it is felt how far its ground reaches."""
STRIP = 0.25
"""The share of a slide's height up to which a title's box is a line at its edge, and not a page's middle."""
SAME_BAR, SAME_PLAIN, WHOLLY, LOWEST = 0.1, 0.03, 0.9, 0.6
"""The distance (OKLab) within which a colour is the same bar's, and the same where that is of one colour, be it a pale one; the
share of a ground that is, and the share of its height that a title keeps at least upon a bar from which it could go on."""


def held_box(drawn: Drawn, title: Placeholder, box: Box) -> Box | None:
    """The part of a title's box that is on the bar which its line stands on: words that are white on a bar are nothing beside it,
    and others are struck through by its edge. None where it stands on no bar, or on one that is no lower than the box."""
    color, line = title.style.levels[0].color, lines_box(title.box, title.style, 1)
    under = drawn.ground(line)
    if under.against(color) < LARGE_TEXT:
        # Not even there: black or white is what will be.
        color = max(("FFFFFF", "000000"), key=under.against)
    step, near = max(box.h // STEPS, 1), SAME_PLAIN if under.kind == "solid" else SAME_BAR

    def reads(top: int, bottom: int) -> bool:
        return drawn.ground(Box(line.x, top, line.w, max(bottom - top, 1))).against(color) >= LARGE_TEXT

    def alike(top: int, bottom: int) -> bool:
        ground = drawn.ground(Box(line.x, top, line.w, max(bottom - top, 1)))
        shares = ground.shares or (1.0 / len(ground.colors),) * len(ground.colors)
        mine = [any(apart(color, other) <= near for other in under.colors) for color in ground.colors]
        return sum(share for share, own in zip(shares, mine, strict=True) if own) >= WHOLLY

    if under.against(color) < LARGE_TEXT:
        return None
    if drawn.ground(box).against(color) >= LARGE_TEXT:
        if box.h > STRIP * drawn.scene.size[1]:
            return None
        found = _reached(line, box, title.style.insets, step, alike)
        return found if found.h < box.h - step and found.h >= round(LOWEST * min(box.h, title.box.h)) else None
    wide, high = drawn.scene.size
    page = Box(0, 0, wide, high)
    if under.kind == "picture" and _reached(line, page, title.style.insets, step, reads).h > STRIP * high:
        # A photograph's dark part is no bar: words as large as their box has them take a plate there.
        return None
    found = _reached(line, box, title.style.insets, step, reads)
    return found if 0 < found.h < box.h else None


def _reached(line: Box, box: Box, margins: Insets, step: int, holds: Callable[[int, int], bool]) -> Box:
    """As far up and down from a line within a box as something holds."""
    top, bottom = max(line.y, box.y), min(line.bottom, box.bottom)
    while top - step >= box.y and holds(top - step, top):
        top -= step
    while bottom + step <= box.bottom and holds(bottom, bottom + step):
        bottom += step
    # What is left within a step of the box's own edges, where the bar ends with it.
    top = box.y if 0 < top - box.y < step and holds(box.y, top) else top
    bottom = box.bottom if 0 < box.bottom - bottom < step and holds(bottom, box.bottom) else bottom
    return Box(box.x, max(top - margins.top, 0), box.w, bottom + margins.bottom - max(top - margins.top, 0))


__all__ = ["held_box"]
